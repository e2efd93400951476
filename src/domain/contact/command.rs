//! Commands about a visitor or a caller, as typed.
//!
//! Must not know when it may be done.

use super::GuideTarget;
use crate::domain::{charter::Channel, fact::ContactWay, party::Party, subject::CaseNumber};
use chrono::{DateTime, Utc};

/// A visitor or a caller, as taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// [`Channel::Visit`] or [`Channel::Phone`].
    pub channel: Channel,
    /// Who it is, as far as known.
    pub party: Party,
    /// What it is about, as far as known.
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

/// What the customer wishes for the call-back, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CallBackInput {
    /// No reply is wanted.
    pub no_reply: bool,
    pub way: Option<ContactWay>,
    pub at: Option<DateTime<Utc>>,
    /// Where: a place to meet, or another number.
    pub place: String,
}

/// What a clerk asks the desk to do about a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactCommand {
    /// Record that the visitor was guided.
    Guide {
        to: GuideTarget,
        /// To which officer; may be empty.
        officer: String,
    },
    /// Record that the visitor or caller was told how long the wait will be.
    TellWait {
        /// How long, in minutes.
        minutes: u32,
    },
    /// Record a question about the work.
    Ask {
        /// What was asked.
        text: String,
    },
    /// Record that somebody serves the visitor or caller.
    Serve {
        /// Who; who records it where empty.
        officer: String,
    },
    /// Record that the officer asked for is away: a call-back is owed unless no reply is wanted.
    Miss {
        officer: String,
        /// Who the customer is: what is given here is added to what is known.
        party: Party,
        /// What it is about; what is known where empty.
        matter: String,
        /// What the customer wishes.
        wanted: CallBackInput,
    },
    /// Record that the answer comes later: a call-back is owed.
    Postpone {
        /// Who the customer is: what is given here is added to what is known.
        party: Party,
        /// What is to be answered; what is known where empty.
        matter: String,
        /// What the customer wishes.
        wanted: CallBackInput,
    },
    /// Record that the customer was called back.
    CallBack {
        how: ContactWay,
        /// What was said.
        text: String,
    },
    /// Hand it over to another department or officer with the gist, so that the customer need not say it again.
    HandOver {
        /// To which department; the present one where empty.
        department: String,
        /// To which officer; may be empty.
        officer: String,
        /// What it is about and what was said.
        gist: String,
    },
    /// Record that it goes on as a case.
    Become { case: CaseNumber },
    /// Record which items of a checklist were done.
    Tick {
        /// `all` of those for the channel, ids of promises, or single items, separated by commas.
        items: String,
    },
    /// Record that it is over.
    End {
        /// What came of it; needed where a call-back is owed.
        text: String,
    },
    /// Set a wrong entry right beside it.
    Correct {
        /// The fact that was wrong.
        fact: u32,
        /// What is right.
        text: String,
    },
}

impl ContactCommand {
    /// Who the customer is, where the command says so.
    pub(super) const fn party(&self) -> Option<&Party> {
        match self {
            Self::Miss { party, .. } | Self::Postpone { party, .. } => Some(party),
            Self::Guide { .. }
            | Self::TellWait { .. }
            | Self::Ask { .. }
            | Self::Serve { .. }
            | Self::CallBack { .. }
            | Self::HandOver { .. }
            | Self::Become { .. }
            | Self::Tick { .. }
            | Self::End { .. }
            | Self::Correct { .. } => None,
        }
    }

    /// True for what may be recorded after the end: corrections, and the checklist, whose last item is that the customer hung up
    /// or left.
    pub(super) const fn is_late(&self) -> bool {
        match self {
            Self::Correct { .. } | Self::Tick { .. } => true,
            Self::Guide { .. }
            | Self::TellWait { .. }
            | Self::Ask { .. }
            | Self::Serve { .. }
            | Self::Miss { .. }
            | Self::Postpone { .. }
            | Self::CallBack { .. }
            | Self::HandOver { .. }
            | Self::Become { .. }
            | Self::End { .. } => false,
        }
    }
}
