//! The command that typed values make.
//!
//! Must not decide whether it is possible: `decide` does.

use super::{
    ActionKind, Amend, Appointment, Command, Exit, Handling, Ladder, Redress, Supplement, Takes,
    Timing,
};
use crate::domain::{
    fact::Selection,
    input::{self, OfficeClock},
    party::Field,
    refusal::{FieldFault, ValueFault},
};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use std::{collections::BTreeMap, str::FromStr};

/// What was typed or chosen, by slot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values(BTreeMap<Field, String>);

impl Values {
    /// The value of a mark that is set.
    pub const YES: &'static str = "yes";

    /// Puts a value into a slot.
    pub fn set(&mut self, field: Field, typed: impl Into<String>) {
        self.0.insert(field, typed.into());
    }

    /// The value of a slot; may be empty.
    pub fn get(&self, field: Field) -> &str {
        self.0.get(&field).map_or("", String::as_str)
    }

    /// The value of a slot, where one was given; may be empty.
    pub fn given(&self, field: Field) -> Option<&str> {
        self.0.get(&field).map(String::as_str)
    }

    fn is_set(&self, field: Field) -> bool {
        !self.get(field).is_empty()
    }

    pub(super) fn text(&self, field: Field) -> String {
        self.get(field).to_owned()
    }

    pub(super) fn read<T: FromStr>(&self, field: Field) -> Result<T, FieldFault> {
        well_formed(field, self.get(field).trim().parse().ok())
    }

    fn day(&self, field: Field) -> Result<NaiveDate, FieldFault> {
        well_formed(field, input::day(self.get(field)))
    }

    fn day_if_any(&self, field: Field) -> Result<Option<NaiveDate>, FieldFault> {
        match self.get(field).trim() {
            "" => Ok(None),
            _ => self.day(field).map(Some),
        }
    }

    pub(super) fn word_if_any<T: FromStr>(&self, field: Field) -> Result<Option<T>, FieldFault> {
        match self.get(field).trim() {
            "" => Ok(None),
            _ => self.read(field).map(Some),
        }
    }

    fn moment(&self, field: Field, zone: Tz) -> Result<DateTime<Utc>, FieldFault> {
        well_formed(field, input::moment(self.get(field), zone))
    }
}

impl FromIterator<(Field, String)> for Values {
    fn from_iter<I: IntoIterator<Item = (Field, String)>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}

fn well_formed<T>(field: Field, found: Option<T>) -> Result<T, FieldFault> {
    found.ok_or(FieldFault {
        field,
        fault: ValueFault::Form,
    })
}

impl ActionKind {
    /// The same values with every time in full that was typed as people say it; what is no time stays as it is.
    pub fn settled(self, values: &Values, clock: OfficeClock) -> Values {
        let mut settled = values.clone();
        for slot in self.slots() {
            let typed = values.get(slot.field);
            let full = match slot.takes {
                Takes::Day => clock.day(typed).map(|day| day.to_string()),
                Takes::Moment => clock.moment(typed).map(|at| at.to_rfc3339()),
                Takes::Name
                | Takes::Text
                | Takes::Mark
                | Takes::Days
                | Takes::Count
                | Takes::Fact
                | Takes::Case(_)
                | Takes::Word(_) => None,
            };
            if let Some(full) = full {
                settled.set(slot.field, full);
            }
        }
        settled
    }

    /// The command that the values make; times are those of the office's clock in `zone`.
    ///
    /// # Errors
    /// A fault for every required slot that is empty, and for every value of the wrong form.
    pub fn command(self, values: &Values, zone: Tz) -> Result<Command, Vec<FieldFault>> {
        let faults: Vec<FieldFault> = self
            .slots()
            .iter()
            .filter_map(|slot| slot.fault(values.get(slot.field), zone))
            .collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        self.draft(values, zone).map_err(|fault| vec![fault])
    }

    /// The command of values whose texts may still be missing.
    ///
    /// # Errors
    /// The first value that is no number, no date, or none of the words of its slot.
    #[rustfmt::skip]
    pub fn draft(self, values: &Values, zone: Tz) -> Result<Command, FieldFault> {
        let of = |field| values.text(field);
        let text = of(Field::Text);
        Ok(match self {
            Self::Accept => Handling::Accept.into(),
            Self::Assign => Handling::Assign { department: of(Field::Department), officer: of(Field::Officer) }.into(),
            Self::Acknowledge => Handling::Acknowledge.into(),
            Self::Contact => Handling::Contact { how: values.read(Field::How)?, text }.into(),
            Self::Action => Handling::Action { text, prevents: values.is_set(Field::Prevents) }.into(),
            Self::Reply => Handling::Answer { outcome: values.read(Field::Outcome)?, text, ground: of(Field::Ground), remedy: of(Field::Remedy) }.into(),
            Self::Close => Exit::Close { untold: of(Field::Untold) }.into(),
            Self::StepOne => Ladder::StepOne { department: of(Field::Department), officer: of(Field::Officer), instruction: of(Field::Instruction) }.into(),
            Self::StepTwo => Ladder::StepTwo { result: of(Field::Result), apology: of(Field::Apology) }.into(),
            Self::StepThree => Ladder::StepThree { reason: of(Field::Reason), department: of(Field::Department), officer: of(Field::Officer) }.into(),
            Self::Link => Ladder::Link { earlier: values.read(Field::Earlier)?, see_also: values.is_set(Field::SeeAlso), reason: of(Field::Reason) }.into(),
            Self::Interim => Timing::ReplyInterim { text }.into(),
            Self::Note => Handling::Note { text }.into(),
            Self::Consult => Handling::Consult { department: of(Field::Department), text, until: values.day_if_any(Field::Until)? }.into(),
            Self::Consulted => Handling::AnswerConsultation { department: of(Field::Department), text }.into(),
            Self::Apologise => Handling::Apologise { text }.into(),
            Self::NeedsReview => Handling::NeedReview.into(),
            Self::NeedExtension => Timing::NeedExtension { reason: values.read(Field::Reason)?, text }.into(),
            Self::Extend => Timing::Extend { reason: values.read(Field::Reason)?, days: values.read(Field::Days)?, text, consent: values.is_set(Field::Consent) }.into(),
            Self::Supplement => Supplement::Request { text, until: values.day(Field::Until)? }.into(),
            Self::SupplementLonger => Supplement::Extend { text, until: values.day(Field::Until)? }.into(),
            Self::SupplementArrived => Supplement::Receive.into(),
            Self::Suspend => Timing::Suspend { reason: values.read(Field::Reason)?, text }.into(),
            Self::Resume => Timing::Resume.into(),
            Self::AskRepresentatives => Timing::AskRepresentatives { text, until: values.day(Field::Until)? }.into(),
            Self::Representatives => Timing::NameRepresentatives { names: of(Field::Representative), how: Selection::Chosen }.into(),
            Self::Designate => Timing::NameRepresentatives { names: of(Field::Representative), how: Selection::Designated }.into(),
            Self::WriteDown => Handling::WriteDown { text }.into(),
            Self::Object => Exit::Object { text }.into(),
            Self::Reopen => Exit::Reopen { cause: values.read(Field::Cause)?, text }.into(),
            Self::Refuse => Handling::Refuse { ground: of(Field::Ground), remedy: of(Field::Remedy) }.into(),
            Self::Return => Exit::Return { text }.into(),
            Self::Transfer => Exit::Transfer { agency: of(Field::Agency), text }.into(),
            Self::Merge => Exit::Merge { into: values.read(Field::Into)? }.into(),
            Self::Withdraw => Exit::Withdraw { text }.into(),
            Self::CloseAsRepeat => Exit::CloseAsRepeat { text, committee: values.day_if_any(Field::Committee)? }.into(),
            Self::ReportMisconduct => Redress::ReportMisconduct { detail: values.read(Field::Detail)?, happened: values.word_if_any(Field::Happened)?, text }.into(),
            Self::CheckFacts => Redress::CheckFacts { text, told: values.is_set(Field::Told), unfounded: values.is_set(Field::Unfounded) }.into(),
            Self::PublicApology => Redress::ApologisePublicly { text, published: values.day(Field::Published)? }.into(),
            Self::Caution => Redress::Caution { department: of(Field::Department), officer: of(Field::Officer), text }.into(),
            Self::Training => Redress::Train { officer: of(Field::Officer), text }.into(),
            Self::Compensate => Redress::Compensate { text }.into(),
            Self::ConfirmOverdue => Redress::ConfirmOverdue.into(),
            Self::ExplainDelay => Redress::ExplainDelay { text, until: values.day(Field::Until)? }.into(),
            Self::Improvable => Redress::NoteImprovement { text }.into(),
            Self::Appoint => Appointment::Appoint { at: values.moment(Field::Visit, zone)?, purpose: of(Field::Purpose) }.into(),
            Self::MoveAppointment => Appointment::Move { at: values.moment(Field::Visit, zone)? }.into(),
            Self::AnnounceVisit => Appointment::Announce { text }.into(),
            Self::Book => Appointment::Book { at: values.moment(Field::Visit, zone)?, officer: of(Field::Officer), purpose: of(Field::Purpose) }.into(),
            Self::CancelAppointment => Appointment::Cancel { text }.into(),
            Self::KeepAppointment => Appointment::Keep.into(),
            Self::Tick => Handling::Tick { items: of(Field::Items) }.into(),
            Self::Amend => Handling::Amend(Box::new(Amend::read(values)?)).into(),
            Self::Revoke => Handling::Revoke { fact: values.read(Field::Fact)?, reason: of(Field::Reason) }.into(),
            Self::Correct => Handling::Correct { fact: values.read(Field::Fact)?, text }.into(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::command::Takes, words::Lang};
    use chrono_tz::Asia::Seoul;
    use std::collections::BTreeMap;

    /// Values that fit every slot of an action.
    fn filled(kind: ActionKind) -> Values {
        let slots = kind.slots().iter().map(|slot| {
            let value = match slot.takes {
                Takes::Name | Takes::Text => "말",
                Takes::Word(words) => return (slot.field, words(Lang::Ko)[0].id.to_owned()),
                Takes::Mark => Values::YES,
                Takes::Days | Takes::Count | Takes::Fact => "3",
                Takes::Day => "2026-11-30",
                Takes::Moment => "2026-11-30 14:00",
                Takes::Case(_) => "2026-000123",
            };
            (slot.field, value.to_owned())
        });
        slots.collect()
    }

    fn fault(field: Field, fault: ValueFault) -> FieldFault {
        FieldFault { field, fault }
    }

    #[test]
    fn every_action_makes_a_command_of_its_own_in_which_every_value_stands() {
        let mut made: BTreeMap<String, ActionKind> = BTreeMap::new();
        for kind in ActionKind::ALL {
            let values = filled(*kind);
            let command = kind.command(&values, Seoul).unwrap();
            let other = made.insert(format!("{command:?}"), *kind);
            assert_eq!(other, None, "{kind}");
            for slot in kind.slots() {
                let mut without = values.clone();
                without.set(slot.field, "");
                let said = kind.command(&without, Seoul);
                if slot.required {
                    assert_eq!(
                        said,
                        Err(vec![fault(slot.field, ValueFault::Missing)]),
                        "{kind} {}",
                        slot.field
                    );
                } else {
                    assert_ne!(said, Ok(command.clone()), "{kind} {}", slot.field);
                }
            }
        }
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let typed = [
            (Field::Reason, "weather"),
            (Field::Days, "-1"),
            (Field::Text, " "),
        ];
        let values = typed.map(|(field, typed)| (field, typed.to_owned()));
        let values = Values::from_iter(values);
        let faults = ActionKind::Extend.command(&values, Seoul).unwrap_err();
        let fields: Vec<Field> = faults.iter().map(|fault| fault.field).collect();
        assert_eq!(fields, [Field::Reason, Field::Days, Field::Text]);
        let ValueFault::NotAllowed { allowed, .. } = &faults[0].fault else {
            panic!("the words are not told");
        };
        assert_eq!(allowed.first().unwrap(), "cooperation");
    }

    #[test]
    fn values_are_read_as_a_clerk_types_them() {
        for (kind, field, typed, fits) in [
            (ActionKind::Supplement, Field::Until, "2026.11.30", true),
            (ActionKind::Supplement, Field::Until, "2026-11-31", false),
            (ActionKind::Link, Field::Earlier, " 2026-12 ", true),
            (ActionKind::Link, Field::Earlier, "12", false),
            (
                ActionKind::MoveAppointment,
                Field::Visit,
                "2026-11-30T14:00:00+09:00",
                true,
            ),
            (ActionKind::MoveAppointment, Field::Visit, "14:00", false),
            (ActionKind::Correct, Field::Fact, "two", false),
        ] {
            let mut values = filled(kind);
            values.set(field, typed);
            let said = kind.command(&values, Seoul);
            let faults = vec![fault(field, ValueFault::Form)];
            assert_eq!(said.err(), (!fits).then_some(faults), "{typed}");
        }
    }
}
