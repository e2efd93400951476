//! Commands about a visitor or a caller, as typed.

use super::{EndGround, GuideTarget};
use crate::domain::{charter::Channel, fact::ContactWay, party::Party, subject::CaseNumber};
use chrono::{DateTime, Utc};

/// A visitor or a caller, as taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// [`Channel::Visit`] or [`Channel::Phone`].
    pub channel: Channel,
    pub party: Party,
    pub matter: String,
    /// The category's id in the charter; empty where it is not known yet.
    pub category: String,
    /// The officer asked for; empty where there is none.
    pub officer: String,
    /// The visitor needs help on the spot: an elderly or disabled person.
    pub assistance: bool,
}

impl Arrival {
    /// An unknown visitor or caller.
    pub fn new(channel: Channel) -> Self {
        Self {
            channel,
            party: Party::default(),
            matter: String::new(),
            category: String::new(),
            officer: String::new(),
            assistance: false,
        }
    }
}

/// The call-back that the customer wants, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CallBackInput {
    pub no_reply: bool,
    pub way: Option<ContactWay>,
    pub at: Option<DateTime<Utc>>,
    /// Where: a place to meet, or another number.
    pub place: String,
}

/// A command about a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactCommand {
    Guide {
        to: GuideTarget,
        /// May be empty.
        officer: String,
    },
    TellWait {
        minutes: u32,
    },
    Ask {
        text: String,
    },
    Serve {
        /// Empty for the clerk who records it.
        officer: String,
    },
    /// Record that the officer asked for is away: a call-back is owed unless no reply is wanted.
    Miss {
        officer: String,
        /// Added to what is known of the customer.
        party: Party,
        /// Empty for the matter that is known.
        matter: String,
        wanted: CallBackInput,
    },
    /// Record that the answer comes later: a call-back is owed.
    Postpone {
        party: Party,
        /// Empty for the matter that is known.
        matter: String,
        wanted: CallBackInput,
    },
    CallBack {
        how: ContactWay,
        text: String,
    },
    /// Hand it over to another department or officer with the gist, so that the customer need not say it again.
    HandOver {
        /// Empty for the present one.
        department: String,
        /// May be empty.
        officer: String,
        gist: String,
    },
    Become {
        case: CaseNumber,
    },
    Tick {
        /// `all` of those for the channel, ids of promises, or single items, separated by commas.
        items: String,
    },
    End {
        /// What came of it; needed where a call-back is owed.
        text: String,
    },
    /// End it against the customer's will, after the reason was told.
    EndForCause {
        ground: EndGround,
        /// When the customer was told the reason; `None` where they were not.
        told_at: Option<DateTime<Utc>>,
        /// What was said and done.
        text: String,
    },
    /// Records a correction beside the wrong fact.
    Correct {
        fact: u32,
        text: String,
    },
    /// Strikes out a fact; the first marks the contact as made by mistake.
    Revoke {
        fact: u32,
        /// May be empty for the first.
        reason: String,
    },
}

impl ContactCommand {
    /// True for what may be recorded after the end: corrections, and the checklist, whose last item is the farewell.
    pub(super) const fn is_late(&self) -> bool {
        match self {
            Self::Correct { .. } | Self::Revoke { .. } | Self::Tick { .. } => true,
            Self::Guide { .. }
            | Self::TellWait { .. }
            | Self::Ask { .. }
            | Self::Serve { .. }
            | Self::Miss { .. }
            | Self::Postpone { .. }
            | Self::CallBack { .. }
            | Self::HandOver { .. }
            | Self::Become { .. }
            | Self::End { .. }
            | Self::EndForCause { .. } => false,
        }
    }
}
