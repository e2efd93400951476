//! An action on a case, named as on the command line, with the values of its slots. The time of a visit has a key of its own,
//! since a step's `at` is when it is recorded.

use super::{Keys, Telling, read, telling};
use crate::{
    domain::{
        command::{ActionKind, Command, NoticeCommand, Slot, Values},
        notice::NoticeKind,
        party::Field,
        refusal::Refusal,
    },
    words::NotAllowed,
};
use chrono_tz::Tz;
use serde::{Deserialize, Deserializer};

/// What is done to a case.
#[derive(Clone, Debug)]
pub struct CaseAction {
    what: What,
    /// How the notices that it calls for are told.
    pub telling: Telling,
}

#[derive(Clone, Debug)]
enum What {
    Action(ActionKind, Values),
    /// The last notice of that kind.
    Notice(NoticeKind, NoticeCommand),
}

/// What a step asks of the desk.
#[derive(Clone, Debug)]
pub enum CaseDeed {
    Command(Command),
    /// The last notice of that kind.
    Notice(NoticeKind, NoticeCommand),
}

impl CaseAction {
    /// The deed, of values as `typed` writes those of the file; times are of the office's clock in `zone`.
    ///
    /// # Errors
    /// What is wrong with the values.
    pub fn deed(
        &self,
        zone: Tz,
        typed: impl Fn(&Slot, &str) -> String,
    ) -> Result<CaseDeed, Refusal> {
        let (kind, values) = match &self.what {
            What::Action(kind, values) => (kind, values),
            What::Notice(kind, command) => return Ok(CaseDeed::Notice(*kind, command.clone())),
        };
        let slots = kind.slots().iter();
        let values =
            slots.filter_map(|slot| Some((slot.field, typed(slot, values.given(slot.field)?))));
        let made = kind.command(&values.collect(), zone);
        made.map(CaseDeed::Command).map_err(Refusal::Fields)
    }
}

/// The key of a slot: `by` is who does a step.
fn key(field: Field) -> &'static str {
    if field == Field::By {
        "cause"
    } else {
        field.id()
    }
}

fn action(keys: &mut Keys) -> Result<CaseAction, String> {
    let word: String = keys.needed("do")?;
    if let Some(command) = telling::command(&word, keys)? {
        return Ok(CaseAction {
            what: What::Notice(keys.needed("notice")?, command),
            telling: Telling::default(),
        });
    }
    let plain: ActionKind = word
        .parse()
        .map_err(|error: NotAllowed| error.to_string())?;
    let mut kind = plain;
    if let Some(mark) = plain.flag()
        && keys.or_empty(mark.id)?
    {
        kind = mark.becomes;
    }
    let mut values = Values::default();
    for slot in kind.slots() {
        let key = key(slot.field);
        let value = keys.typed(key)?;
        if value.is_none() && slot.required {
            return Err(format!("{kind} needs '{key}'"));
        }
        if let Some(value) = value {
            values.set(slot.field, value);
        }
    }
    Ok(CaseAction {
        what: What::Action(kind, values),
        telling: Telling::read(keys)?,
    })
}

impl<'de> Deserialize<'de> for CaseAction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer, action)
    }
}
