//! The table of all actions: what each does and what it asks for.
//!
//! A new action is one line in `kind.rs`, one here, and one in `build.rs`, where it becomes a command.

use super::{
    Kind,
    slot::{Form, Slot, Takes, Word, words},
};
use crate::{
    domain::{
        charter::Detail,
        fact::{ContactWay, ExtensionReason, Outcome, SuspensionReason},
        party::Field,
    },
    words::{Lang, Phrase, actions as text},
};

const fn name(field: Field, says: Phrase) -> Slot {
    Slot::new(field, Takes::Name, says)
}

const fn prose(field: Field, says: Phrase) -> Slot {
    Slot::new(field, Takes::Text, says)
}

/// The text of an action.
const fn said(says: Phrase) -> Slot {
    prose(Field::Text, says)
}

const fn day(field: Field, says: Phrase) -> Slot {
    Slot::new(field, Takes::Day, says)
}

const fn case(field: Field, says: Phrase) -> Slot {
    Slot::new(field, Takes::Case, says)
}

const fn mark(field: Field, says: Phrase) -> Slot {
    Slot::new(field, Takes::Mark, says).optional()
}

const fn word(field: Field, all: fn(Lang) -> Vec<Word>, says: Phrase) -> Slot {
    Slot::new(field, Takes::Word(all), says)
}

const TEAM: Slot = name(Field::Department, text::TEAM);
const OFFICER: Slot = name(Field::Officer, text::OFFICER);
const TOLD: Slot = said(text::TOLD);
const WHY: Slot = said(text::WHY);
const IN_WORDS: Slot = said(text::IN_WORDS);
const HOW: Slot = word(
    Field::How,
    |lang| words(ContactWay::ALL, ContactWay::id, lang),
    text::HOW,
);
const OUTCOME: Slot = word(
    Field::Outcome,
    |lang| words(Outcome::ALL, Outcome::id, lang),
    text::OUTCOME,
);
const EXTENSION: Slot = word(
    Field::Reason,
    |lang| words(ExtensionReason::ALL, ExtensionReason::id, lang),
    text::EXTENSION,
);
const SUSPENSION: Slot = word(
    Field::Reason,
    |lang| words(SuspensionReason::ALL, SuspensionReason::id, lang),
    text::SUSPENSION,
);
const MISCONDUCT: Slot = word(
    Field::Detail,
    |lang| words(Detail::MISCONDUCT, Detail::id, lang),
    text::MISCONDUCT,
);
const VISIT: Slot = Slot::new(Field::Visit, Takes::Moment, text::VISIT);

/// Every action, in the order of [`Kind::ALL`].
#[rustfmt::skip]
pub(super) const FORMS: &[Form] = &[
    (Kind::Accept, text::DOES_ACCEPT, &[]),
    (Kind::Assign, text::DOES_ASSIGN, &[name(Field::Department, text::IN_CHARGE), name(Field::Officer, text::OFFICER_OR_NONE).optional()]),
    (Kind::Acknowledge, text::DOES_ACKNOWLEDGE, &[]),
    (Kind::Contact, text::DOES_CONTACT, &[HOW, said(text::TALKED)]),
    (Kind::Action, text::DOES_ACTION, &[said(text::DONE)]),
    (Kind::Reply, text::DOES_REPLY, &[OUTCOME, TOLD]),
    (Kind::Close, text::DOES_CLOSE, &[]),
    (Kind::StepOne, text::DOES_STEP_ONE, &[TEAM, OFFICER, prose(Field::Instruction, text::INSTRUCTION)]),
    (Kind::StepTwo, text::DOES_STEP_TWO, &[prose(Field::Result, text::RESULT), prose(Field::Apology, text::APOLOGY)]),
    (Kind::StepThree, text::DOES_STEP_THREE, &[prose(Field::Reason, text::NOT_REFLECTED), TEAM, OFFICER]),
    (Kind::Link, text::DOES_LINK, &[case(Field::Earlier, text::EARLIER)]),
    (Kind::Interim, text::DOES_INTERIM, &[TOLD]),
    (Kind::Note, text::DOES_NOTE, &[said(text::NOTED)]),
    (Kind::Consult, text::DOES_CONSULT, &[name(Field::Department, text::ASKED_WHOM), said(text::ASKED_WHAT), day(Field::Until, text::ASKED_UNTIL).optional()]),
    (Kind::Consulted, text::DOES_CONSULTED, &[name(Field::Department, text::WHO_ANSWERED), said(text::ANSWERED_WHAT)]),
    (Kind::Apologise, text::DOES_APOLOGISE, &[said(text::APOLOGISED)]),
    (Kind::NeedsReview, text::DOES_NEEDS_REVIEW, &[]),
    (Kind::NeedExtension, text::DOES_NEED_EXTENSION, &[EXTENSION, IN_WORDS]),
    (Kind::Extend, text::DOES_EXTEND, &[EXTENSION, Slot::new(Field::Days, Takes::Days, text::DAYS), mark(Field::Consent, text::CONSENT), TOLD]),
    (Kind::Supplement, text::DOES_SUPPLEMENT, &[said(text::LACKING), day(Field::Until, text::SUPPLEMENT_UNTIL)]),
    (Kind::SupplementLonger, text::DOES_SUPPLEMENT_LONGER, &[said(text::NEEDS_LONGER), day(Field::Until, text::SUPPLEMENT_LONGER_UNTIL)]),
    (Kind::SupplementArrived, text::DOES_SUPPLEMENT_ARRIVED, &[]),
    (Kind::Suspend, text::DOES_SUSPEND, &[SUSPENSION, IN_WORDS]),
    (Kind::Resume, text::DOES_RESUME, &[]),
    (Kind::Object, text::DOES_OBJECT, &[said(text::OBJECTION)]),
    (Kind::Reopen, text::DOES_REOPEN, &[WHY]),
    (Kind::Refuse, text::DOES_REFUSE, &[prose(Field::Ground, text::GROUND), prose(Field::Remedy, text::REMEDY)]),
    (Kind::Return, text::DOES_RETURN, &[WHY]),
    (Kind::Transfer, text::DOES_TRANSFER, &[name(Field::Agency, text::AGENCY), TOLD]),
    (Kind::Merge, text::DOES_MERGE, &[case(Field::Into, text::INTO)]),
    (Kind::Withdraw, text::DOES_WITHDRAW, &[said(text::WITHDRAWN).optional()]),
    (Kind::CloseAsRepeat, text::DOES_CLOSE_AS_REPEAT, &[]),
    (Kind::ReportMisconduct, text::DOES_REPORT_MISCONDUCT, &[MISCONDUCT, said(text::REPORTED)]),
    (Kind::CheckFacts, text::DOES_CHECK_FACTS, &[said(text::FOUND), mark(Field::Told, text::FOUND_TOLD)]),
    (Kind::PublicApology, text::DOES_PUBLIC_APOLOGY, &[said(text::PUBLISHED_TEXT), day(Field::Published, text::PUBLISHED)]),
    (Kind::Caution, text::DOES_CAUTION, &[TEAM, OFFICER, said(text::CAUTIONED_FOR)]),
    (Kind::Training, text::DOES_TRAINING, &[OFFICER, said(text::TRAINED)]),
    (Kind::Compensate, text::DOES_COMPENSATE, &[said(text::COMPENSATED)]),
    (Kind::ConfirmOverdue, text::DOES_CONFIRM_OVERDUE, &[]),
    (Kind::ExplainDelay, text::DOES_EXPLAIN_DELAY, &[said(text::DELAY), day(Field::Until, text::DELAY_UNTIL)]),
    (Kind::Improvable, text::DOES_IMPROVABLE, &[said(text::IMPROVABLE)]),
    (Kind::Appoint, text::DOES_APPOINT, &[VISIT, prose(Field::Purpose, text::PURPOSE)]),
    (Kind::MoveAppointment, text::DOES_MOVE_APPOINTMENT, &[VISIT]),
    (Kind::AnnounceVisit, text::DOES_ANNOUNCE_VISIT, &[TOLD]),
    (Kind::Book, text::DOES_BOOK, &[VISIT, name(Field::Officer, text::BOOKED_WITH), prose(Field::Purpose, text::PURPOSE)]),
    (Kind::CancelAppointment, text::DOES_CANCEL_APPOINTMENT, &[WHY]),
    (Kind::KeepAppointment, text::DOES_KEEP_APPOINTMENT, &[]),
    (Kind::Tick, text::DOES_TICK, &[name(Field::Items, text::ITEMS)]),
    (Kind::Correct, text::DOES_CORRECT, &[Slot::new(Field::Fact, Takes::Fact, text::WRONG_FACT), said(text::RIGHT)]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_its_line_in_the_order_of_the_menu() {
        assert!(FORMS.iter().map(|(kind, ..)| kind).eq(Kind::ALL));
    }

    #[test]
    fn no_action_asks_for_one_thing_twice() {
        for (kind, _, slots) in FORMS {
            let mut fields: Vec<Field> = slots.iter().map(|slot| slot.field).collect();
            fields.sort_unstable();
            fields.dedup();
            assert_eq!(fields.len(), slots.len(), "{kind}");
        }
    }
}
