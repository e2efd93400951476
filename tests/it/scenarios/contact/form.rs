//! What a scenario of a visit or a call may say. Unknown keys are errors.

use super::super::story::Time;
use minwon::domain::{
    charter::Channel,
    contact::{ContactCommand, ContactStage, GuidedTo, Wanted},
    deadline::Status,
    fact::ContactWay,
    party::Party,
    subject::CaseNumber,
};
use serde::Deserialize;

/// One story.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Variant {
    pub(super) name: String,
    pub(super) arrive: Arrive,
    #[serde(default, rename = "step")]
    pub(super) steps: Vec<Step>,
    pub(super) expect: Vec<Expect>,
}

/// Who comes or calls.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arrive {
    pub(super) at: Time,
    pub(super) channel: Channel,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) phone: String,
    #[serde(default)]
    pub(super) matter: String,
    #[serde(default)]
    pub(super) category: String,
    #[serde(default)]
    pub(super) officer: String,
    #[serde(default)]
    pub(super) assistance: bool,
}

/// What a clerk does.
#[derive(Debug, Deserialize)]
pub(super) struct Step {
    pub(super) at: Time,
    /// When it is recorded; at once where it is left out.
    pub(super) recorded: Option<Time>,
    /// It is refused: a part of the sentence in one of the languages.
    pub(super) refused: Option<String>,
    #[serde(flatten)]
    pub(super) action: Action,
}

/// What is looked at, as it stands at a moment.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Expect {
    pub(super) at: Time,
    pub(super) stage: Option<ContactStage>,
    pub(super) lead: Option<String>,
    pub(super) deadlines: Option<Vec<String>>,
    pub(super) department: Option<String>,
    pub(super) officer: Option<String>,
    pub(super) promise: Option<String>,
    pub(super) nth: Option<u16>,
    pub(super) due: Option<String>,
    pub(super) status: Option<Status>,
}

/// The actions, named as on the command line.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Action {
    Guide {
        to: GuidedTo,
    },
    ToldWait {
        minutes: u32,
    },
    Question {
        text: String,
    },
    Serve {
        #[serde(default)]
        officer: String,
    },
    Absent(Missed),
    Later(Missed),
    Callback {
        how: ContactWay,
    },
    Transfer {
        #[serde(default)]
        department: String,
        #[serde(default)]
        officer: String,
        gist: String,
    },
    ToCase {},
    End {
        #[serde(default)]
        text: String,
    },
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Missed {
    #[serde(default)]
    officer: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    matter: String,
    #[serde(default)]
    no_reply: bool,
    way: Option<ContactWay>,
    wanted: Option<Time>,
    #[serde(default)]
    place: String,
}

impl Missed {
    fn parts(self) -> (String, Party, String, Wanted) {
        let party = Party {
            name: self.name,
            phone: self.phone,
            email: self.email,
            address: String::new(),
        };
        let wanted = Wanted {
            no_reply: self.no_reply,
            way: self.way,
            at: self.wanted.map(|time| time.0),
            place: self.place,
        };
        (self.officer, party, self.matter, wanted)
    }
}

impl Action {
    pub(super) fn command(self) -> ContactCommand {
        match self {
            Self::Guide { to } => ContactCommand::Guide {
                to,
                officer: String::new(),
            },
            Self::ToldWait { minutes } => ContactCommand::TellWait { minutes },
            Self::Question { text } => ContactCommand::Ask { text },
            Self::Serve { officer } => ContactCommand::Serve { officer },
            Self::Absent(missed) => {
                let (officer, party, matter, wanted) = missed.parts();
                ContactCommand::Miss {
                    officer,
                    party,
                    matter,
                    wanted,
                }
            }
            Self::Later(missed) => {
                let (_, party, matter, wanted) = missed.parts();
                ContactCommand::Postpone {
                    party,
                    matter,
                    wanted,
                }
            }
            Self::Callback { how } => ContactCommand::CallBack {
                how,
                text: String::new(),
            },
            Self::Transfer {
                department,
                officer,
                gist,
            } => ContactCommand::HandOver {
                department,
                officer,
                gist,
            },
            Self::ToCase {} => ContactCommand::Become {
                case: CaseNumber {
                    year: 2026,
                    serial: 100,
                },
            },
            Self::End { text } => ContactCommand::End { text },
        }
    }
}
