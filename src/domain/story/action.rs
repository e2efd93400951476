//! An action on a case, named as on the command line, with the values of its slots. The time of a visit has a key of its own,
//! since a step's `at` is when it is recorded.

use super::{Keys, read};
use crate::{
    domain::{
        command::{ActionKind, Command, Slot, Values},
        refusal::Refusal,
    },
    words::NotAllowed,
};
use chrono_tz::Tz;
use serde::{Deserialize, Deserializer};

/// An action on a case.
#[derive(Clone, Debug)]
pub struct CaseAction {
    kind: ActionKind,
    values: Values,
}

impl CaseAction {
    /// The command of the desk, of values as `typed` writes those of the file; times are of the office's clock in `zone`.
    ///
    /// # Errors
    /// What is wrong with the values.
    pub fn command(
        &self,
        zone: Tz,
        typed: impl Fn(&Slot, &str) -> String,
    ) -> Result<Command, Refusal> {
        let slots = self.kind.slots().iter();
        let values = slots.map(|slot| (slot.field, typed(slot, self.values.get(slot.field))));
        let made = self.kind.command(&values.collect(), zone);
        made.map_err(Refusal::Fields)
    }
}

fn action(keys: &mut Keys) -> Result<CaseAction, String> {
    let word: String = keys.needed("do")?;
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
        let value = keys.typed(slot.field.id())?;
        if value.is_none() && slot.required {
            return Err(format!("{kind} needs '{}'", slot.field));
        }
        values.set(slot.field, value.unwrap_or_default());
    }
    Ok(CaseAction { kind, values })
}

impl<'de> Deserialize<'de> for CaseAction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer, action)
    }
}
