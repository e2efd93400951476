//! The subcommands of `minwon contact` with their arguments.

use crate::{
    cli::value,
    desk::{DeskError, parse_time},
    domain::{
        charter::Channel,
        contact::{Arrival, CallBackInput, ContactCommand, GuideTarget},
        fact::ContactWay,
        party::Party,
        subject::{ContactNumber, Subject},
    },
};
use chrono_tz::Tz;
use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// A visitor arrives: the timers start
    Arrive(Arriving),
    /// A telephone rings
    Call(Arriving),
    /// The visitor was guided to the office or the officer
    Guide {
        /// The number, such as C2026-000012
        number: ContactNumber,
        /// To where
        #[arg(long, value_parser = value::word(GuideTarget::ALL, GuideTarget::id))]
        to: GuideTarget,
        /// To which officer
        #[arg(long, default_value = "", hide_default_value = true)]
        officer: String,
    },
    /// A question about the work was asked
    Question {
        /// The number
        number: ContactNumber,
        /// What was asked, one line
        #[arg(long)]
        text: String,
    },
    /// Somebody serves
    Serve {
        /// The number
        number: ContactNumber,
        /// Who [default: who records it]
        #[arg(long, default_value = "", hide_default_value = true)]
        officer: String,
    },
    /// The visitor or caller was told how long the wait is
    ToldWait {
        /// The number
        number: ContactNumber,
        /// How long
        #[arg(long)]
        minutes: u32,
    },
    /// The officer asked for is away: a call-back is owed
    Absent(Missing),
    /// The answer comes later: a call-back is owed
    Later(Missing),
    /// The customer was called back
    Callback {
        /// The number of the contact, or of the case it became
        number: Subject,
        /// How
        #[arg(long, value_parser = value::word(ContactWay::ALL, ContactWay::id), default_value = "phone")]
        how: ContactWay,
        /// What was said
        #[arg(long, default_value = "", hide_default_value = true)]
        text: String,
    },
    /// It is handed over with its gist
    Transfer {
        /// The number
        number: ContactNumber,
        /// To which department
        #[arg(long, default_value = "", hide_default_value = true)]
        department: String,
        /// To which officer
        #[arg(long, default_value = "", hide_default_value = true)]
        officer: String,
        /// What it is about and what was said, so that the customer need not say it again
        #[arg(long)]
        gist: String,
    },
    /// Items of the checklist were done
    Tick {
        /// The number
        number: ContactNumber,
        /// `all` of those for the channel, ids of promises, or items such as gbvc.phone.answer/1, separated by commas
        #[arg(long)]
        items: String,
    },
    /// It goes on as a case with everything typed kept; prints the receipt number
    ToCase(ToCase),
    /// It is over
    End {
        /// The number
        number: ContactNumber,
        /// What came of it; needed where a call-back is owed
        #[arg(long, default_value = "", hide_default_value = true)]
        text: String,
    },
    /// A wrong entry is set right beside it
    Correct {
        /// The number
        number: ContactNumber,
        /// The fact that was wrong
        #[arg(long, value_name = "SEQ")]
        fact: u32,
        /// What is right
        #[arg(long)]
        text: String,
    },
    /// Show one visit or call
    Show {
        /// The number
        number: ContactNumber,
    },
    /// List the visits and calls that are open, the nearest deadline first
    List {
        /// Those that are over too
        #[arg(long)]
        all: bool,
        /// How many at most
        #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
        limit: u32,
    },
}

#[derive(Debug, Args)]
pub(super) struct Arriving {
    /// The name
    #[arg(long, default_value = "", hide_default_value = true)]
    name: String,
    /// The telephone number
    #[arg(long, default_value = "", hide_default_value = true)]
    phone: String,
    /// The e-mail address
    #[arg(long, default_value = "", hide_default_value = true)]
    email: String,
    /// What it is about, one line
    #[arg(long, default_value = "", hide_default_value = true)]
    matter: String,
    /// The category's id in the charter
    #[arg(long, default_value = "", hide_default_value = true)]
    category: String,
    /// The officer asked for
    #[arg(long, default_value = "", hide_default_value = true)]
    officer: String,
    /// The visitor needs help: an elderly or disabled person
    #[arg(long)]
    assistance: bool,
}

#[derive(Debug, Args)]
pub(super) struct Missing {
    /// The number
    number: ContactNumber,
    /// Which officer is away
    #[arg(long, default_value = "", hide_default_value = true)]
    officer: String,
    /// The customer's name
    #[arg(long, default_value = "", hide_default_value = true)]
    name: String,
    /// The number to call
    #[arg(long, default_value = "", hide_default_value = true)]
    phone: String,
    /// The e-mail address
    #[arg(long, default_value = "", hide_default_value = true)]
    email: String,
    /// The postal address
    #[arg(long, default_value = "", hide_default_value = true)]
    address: String,
    /// What it is about, one line [default: as known]
    #[arg(long, default_value = "", hide_default_value = true)]
    matter: String,
    /// The way of contact that the customer wants
    #[arg(long, value_parser = value::word(ContactWay::ALL, ContactWay::id))]
    way: Option<ContactWay>,
    /// When the customer wants it
    #[arg(long, value_name = "TIME")]
    wanted_at: Option<String>,
    /// Where the customer wants it
    #[arg(long, default_value = "", hide_default_value = true)]
    place: String,
    /// No reply is wanted
    #[arg(long)]
    no_reply: bool,
}

#[derive(Debug, Args)]
pub(super) struct ToCase {
    /// The number
    pub(super) number: ContactNumber,
    /// The category's id in the charter [default: as known]
    #[arg(long)]
    pub(super) category: Option<String>,
    /// The title [default: the matter]
    #[arg(long)]
    pub(super) title: Option<String>,
    /// The text [default: the matter and what was handed over]
    #[arg(long)]
    pub(super) body: Option<String>,
    /// It needs review
    #[arg(long)]
    pub(super) needs_review: bool,
}

impl Arriving {
    pub(super) fn arrival(&self, channel: Channel) -> Arrival {
        Arrival {
            channel,
            party: Party {
                name: self.name.clone(),
                phone: self.phone.clone(),
                email: self.email.clone(),
                address: String::new(),
            },
            matter: self.matter.clone(),
            category: self.category.clone(),
            officer: self.officer.clone(),
            assistance: self.assistance,
        }
    }
}

impl Missing {
    fn party(&self) -> Party {
        Party {
            name: self.name.clone(),
            phone: self.phone.clone(),
            email: self.email.clone(),
            address: self.address.clone(),
        }
    }

    fn wanted(&self, zone: Tz) -> Result<CallBackInput, DeskError> {
        let at = self.wanted_at.as_deref();
        Ok(CallBackInput {
            no_reply: self.no_reply,
            way: self.way,
            at: at.map(|text| parse_time(text, zone)).transpose()?,
            place: self.place.clone(),
        })
    }
}

impl Verb {
    /// How somebody comes by this.
    pub(super) fn channel(&self) -> Channel {
        match self {
            Self::Call(_) => Channel::Phone,
            _ => Channel::Visit,
        }
    }

    /// The command that it stands for; times are read in the office's zone.
    pub(super) fn command(&self, zone: Tz) -> Result<(ContactNumber, ContactCommand), DeskError> {
        Ok(match self.plain() {
            Some(plain) => plain,
            None => match self {
                Self::Absent(missing) => (
                    missing.number,
                    ContactCommand::Miss {
                        officer: missing.officer.clone(),
                        party: missing.party(),
                        matter: missing.matter.clone(),
                        wanted: missing.wanted(zone)?,
                    },
                ),
                Self::Later(missing) => (
                    missing.number,
                    ContactCommand::Postpone {
                        party: missing.party(),
                        matter: missing.matter.clone(),
                        wanted: missing.wanted(zone)?,
                    },
                ),
                _ => {
                    return Err(DeskError::from(
                        crate::domain::refusal::Refusal::AlreadyDone,
                    ));
                }
            },
        })
    }

    /// The command of what names no time.
    fn plain(&self) -> Option<(ContactNumber, ContactCommand)> {
        Some(match self {
            Self::Guide {
                number,
                to,
                officer,
            } => (
                *number,
                ContactCommand::Guide {
                    to: *to,
                    officer: officer.clone(),
                },
            ),
            Self::Question { number, text } => {
                (*number, ContactCommand::Ask { text: text.clone() })
            }
            Self::Serve { number, officer } => (
                *number,
                ContactCommand::Serve {
                    officer: officer.clone(),
                },
            ),
            Self::ToldWait { number, minutes } => {
                (*number, ContactCommand::TellWait { minutes: *minutes })
            }
            Self::Transfer {
                number,
                department,
                officer,
                gist,
            } => (
                *number,
                ContactCommand::HandOver {
                    department: department.clone(),
                    officer: officer.clone(),
                    gist: gist.clone(),
                },
            ),
            Self::Tick { number, items } => (
                *number,
                ContactCommand::Tick {
                    items: items.clone(),
                },
            ),
            Self::End { number, text } => (*number, ContactCommand::End { text: text.clone() }),
            Self::Correct { number, fact, text } => (
                *number,
                ContactCommand::Correct {
                    fact: *fact,
                    text: text.clone(),
                },
            ),
            _ => return None,
        })
    }
}
