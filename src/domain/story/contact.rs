//! What is done about a visit or a call, named as on the command line.

use super::{Keys, read};
use crate::domain::{
    contact::{CallBackInput, ContactCommand},
    subject::CaseNumber,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, de::DeserializeOwned};

/// An action on a contact.
#[derive(Clone, Debug)]
pub struct ContactAction<T> {
    command: ContactCommand,
    times: Times<T>,
}

/// The times of an action beside its own.
#[derive(Clone, Debug)]
struct Times<T> {
    /// When the customer wants to be called back.
    wanted: Option<T>,
    /// When the customer was told why it ends.
    told: Option<T>,
}

impl<T: Copy> ContactAction<T> {
    /// The command of the desk.
    pub fn command(&self, instant: impl Fn(T) -> DateTime<Utc>) -> ContactCommand {
        let mut command = self.command.clone();
        match &mut command {
            ContactCommand::Miss { wanted, .. } | ContactCommand::Postpone { wanted, .. } => {
                wanted.at = self.times.wanted.map(instant);
            }
            ContactCommand::EndForCause { told_at, .. } => *told_at = self.times.told.map(instant),
            ContactCommand::Guide { .. }
            | ContactCommand::TellWait { .. }
            | ContactCommand::Ask { .. }
            | ContactCommand::Serve { .. }
            | ContactCommand::CallBack { .. }
            | ContactCommand::HandOver { .. }
            | ContactCommand::Become { .. }
            | ContactCommand::Tick { .. }
            | ContactCommand::End { .. }
            | ContactCommand::Correct { .. }
            | ContactCommand::Revoke { .. } => {}
        }
        command
    }
}

fn command<T: DeserializeOwned>(
    keys: &mut Keys,
    times: &mut Times<T>,
) -> Result<ContactCommand, String> {
    let word: String = keys.needed("do")?;
    Ok(match word.as_str() {
        "guide" => ContactCommand::Guide {
            to: keys.needed("to")?,
            officer: keys.or_empty("officer")?,
        },
        "told-wait" => ContactCommand::TellWait {
            minutes: keys.needed("minutes")?,
        },
        "question" => ContactCommand::Ask {
            text: keys.needed("text")?,
        },
        "serve" => ContactCommand::Serve {
            officer: keys.or_empty("officer")?,
        },
        "absent" => ContactCommand::Miss {
            officer: keys.or_empty("officer")?,
            party: keys.party()?,
            matter: keys.or_empty("matter")?,
            wanted: wanted(keys, &mut times.wanted)?,
        },
        "later" => ContactCommand::Postpone {
            party: keys.party()?,
            matter: keys.or_empty("matter")?,
            wanted: wanted(keys, &mut times.wanted)?,
        },
        "callback" => ContactCommand::CallBack {
            how: keys.needed("how")?,
            text: keys.or_empty("text")?,
        },
        "transfer" => ContactCommand::HandOver {
            department: keys.or_empty("department")?,
            officer: keys.or_empty("officer")?,
            gist: keys.needed("gist")?,
        },
        "to-case" => ContactCommand::Become {
            case: keys.needed::<CaseNumber>("case")?,
        },
        "end" => end(keys, times)?,
        "revoke" => ContactCommand::Revoke {
            fact: keys.needed("fact")?,
            reason: keys.or_empty("reason")?,
        },
        _ => return Err(format!("{word:?} is nothing that is done about a contact")),
    })
}

/// The end of a talk; against the customer's will where it has a `ground`.
fn end<T: DeserializeOwned>(
    keys: &mut Keys,
    times: &mut Times<T>,
) -> Result<ContactCommand, String> {
    let text = keys.or_empty("text")?;
    times.told = keys.given("told-at")?;
    Ok(match keys.given("ground")? {
        None => ContactCommand::End { text },
        Some(ground) => ContactCommand::EndForCause {
            ground,
            told_at: None,
            text,
        },
    })
}

fn wanted<T: DeserializeOwned>(
    keys: &mut Keys,
    at: &mut Option<T>,
) -> Result<CallBackInput, String> {
    *at = keys.given("wanted")?;
    Ok(CallBackInput {
        no_reply: keys.or_empty("no-reply")?,
        way: keys.given("way")?,
        at: None,
        place: keys.or_empty("place")?,
    })
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for ContactAction<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer, |keys| {
            let mut times = Times {
                wanted: None,
                told: None,
            };
            let command = command(keys, &mut times)?;
            Ok(Self { command, times })
        })
    }
}
