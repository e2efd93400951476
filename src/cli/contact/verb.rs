//! The subcommands of `minwon contact` with their arguments.

use crate::{
    cli::value,
    desk::{DeskError, parse_time},
    domain::{
        charter::Channel,
        command::Intake,
        contact::{Arrival, CallBackInput, ContactCommand, EndGround, GuideTarget},
        fact::ContactWay,
        input::OfficeClock,
        party::Party,
        petitioner::Petitioner,
        revocation::RECEIPT,
        subject::{ContactNumber, Subject},
    },
};
use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(super) enum ContactVerb {
    /// A visitor arrives: the timers start
    Arrive(ArrivalArgs),
    /// A telephone rings
    Call(ArrivalArgs),
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
    Absent(CallBackArgs),
    /// The answer comes later: a call-back is owed
    Later(CallBackArgs),
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
    ToCase(ToCaseArgs),
    /// It is over
    End(EndArgs),
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
    /// A fact recorded by mistake is struck out: it stays visible, its effects are withdrawn
    Revoke {
        /// The number
        number: ContactNumber,
        /// The fact that is struck out
        #[arg(long, value_name = "SEQ")]
        fact: u32,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Nobody came or called: it was made by mistake; the number stays
    Mistake {
        /// The number
        number: ContactNumber,
        /// Why
        #[arg(long, default_value = "", hide_default_value = true)]
        reason: String,
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
pub(super) struct ArrivalArgs {
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
pub(super) struct CallBackArgs {
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
pub(super) struct ToCaseArgs {
    /// The number
    pub(super) number: ContactNumber,
    /// The category's id in the charter [default: as known]
    #[arg(long)]
    category: Option<String>,
    /// The title [default: the matter]
    #[arg(long)]
    title: Option<String>,
    /// The text [default: the matter and what was handed over]
    #[arg(long)]
    body: Option<String>,
    /// It needs review
    #[arg(long)]
    needs_review: bool,
    /// No name was given, but the person can be identified
    #[arg(long)]
    identifiable: bool,
}

#[derive(Debug, Args)]
pub(super) struct EndArgs {
    /// The number
    number: ContactNumber,
    /// What came of it; needed where a call-back is owed or a ground is given
    #[arg(long, default_value = "", hide_default_value = true)]
    text: String,
    /// Why it was ended against the customer's will
    #[arg(long, value_parser = value::word(EndGround::ALL, EndGround::id))]
    ground: Option<EndGround>,
    /// When the customer was told that reason
    #[arg(long, value_name = "TIME", requires = "ground")]
    told_at: Option<String>,
}

impl EndArgs {
    fn command(self, clock: OfficeClock) -> Result<ContactCommand, DeskError> {
        let text = self.text;
        let Some(ground) = self.ground else {
            return Ok(ContactCommand::End { text });
        };
        let told_at = self.told_at.as_deref();
        Ok(ContactCommand::EndForCause {
            ground,
            told_at: told_at.map(|at| parse_time(at, clock)).transpose()?,
            text,
        })
    }
}

impl ArrivalArgs {
    pub(super) fn arrival(self, channel: Channel) -> Arrival {
        Arrival {
            channel,
            party: Party {
                name: self.name,
                phone: self.phone,
                email: self.email,
                address: String::new(),
                ..Party::default()
            },
            matter: self.matter,
            category: self.category,
            officer: self.officer,
            assistance: self.assistance,
        }
    }
}

impl CallBackArgs {
    /// The command; `absent` says that the officer is away, else the answer comes later.
    fn command(self, absent: bool, clock: OfficeClock) -> Result<ContactCommand, DeskError> {
        let at = self.wanted_at.as_deref();
        let wanted = CallBackInput {
            no_reply: self.no_reply,
            way: self.way,
            at: at.map(|text| parse_time(text, clock)).transpose()?,
            place: self.place,
        };
        let party = Party {
            name: self.name,
            phone: self.phone,
            email: self.email,
            address: self.address,
            ..Party::default()
        };
        let (officer, matter) = (self.officer, self.matter);
        Ok(if absent {
            ContactCommand::Miss {
                officer,
                party,
                matter,
                wanted,
            }
        } else {
            ContactCommand::Postpone {
                party,
                matter,
                wanted,
            }
        })
    }
}

impl ToCaseArgs {
    /// The intake of the case: what the contact holds, replaced by what is given here.
    pub(super) fn intake(self, known: Intake) -> Intake {
        Intake {
            category: self.category.unwrap_or(known.category),
            title: self.title.unwrap_or(known.title),
            body: self.body.unwrap_or(known.body),
            needs_review: self.needs_review,
            petitioner: Petitioner {
                identifiable: self.identifiable,
                ..known.petitioner
            },
            ..known
        }
    }
}

impl ContactVerb {
    /// The command on a contact, where it is one; times are read by the office's clock.
    pub(super) fn command(
        self,
        clock: OfficeClock,
    ) -> Result<Option<(ContactNumber, ContactCommand)>, DeskError> {
        Ok(Some(match self {
            Self::Guide {
                number,
                to,
                officer,
            } => (number, ContactCommand::Guide { to, officer }),
            Self::Question { number, text } => (number, ContactCommand::Ask { text }),
            Self::Serve { number, officer } => (number, ContactCommand::Serve { officer }),
            Self::ToldWait { number, minutes } => (number, ContactCommand::TellWait { minutes }),
            Self::Absent(args) => (args.number, args.command(true, clock)?),
            Self::Later(args) => (args.number, args.command(false, clock)?),
            Self::Callback {
                number: Subject::Contact(number),
                how,
                text,
            } => (number, ContactCommand::CallBack { how, text }),
            Self::Transfer {
                number,
                department,
                officer,
                gist,
            } => {
                let command = ContactCommand::HandOver {
                    department,
                    officer,
                    gist,
                };
                (number, command)
            }
            Self::Tick { number, items } => (number, ContactCommand::Tick { items }),
            Self::End(args) => (args.number, args.command(clock)?),
            Self::Correct { number, fact, text } => {
                (number, ContactCommand::Correct { fact, text })
            }
            Self::Revoke {
                number,
                fact,
                reason,
            } => (number, ContactCommand::Revoke { fact, reason }),
            Self::Mistake { number, reason } => {
                let fact = RECEIPT;
                (number, ContactCommand::Revoke { fact, reason })
            }
            _ => return Ok(None),
        }))
    }
}
