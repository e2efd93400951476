//! The table of all actions.

use super::{
    ActionKind,
    slot::{CaseRole, Slot, Takes, Word, words},
};
use crate::{
    domain::{
        charter::{CaseKind, Channel, Detail, Happened, Trigger},
        fact::{AmendCause, ContactWay, ExtensionReason, Outcome, ReopenCause, SuspensionReason},
        notice::NoticeKind,
        party::Field,
        petitioner::ReplyWay,
        rights::Operation,
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

const fn case(field: Field, role: CaseRole, says: Phrase) -> Slot {
    Slot::new(field, Takes::Case(role), says)
}

const fn mark(field: Field, says: Phrase) -> Slot {
    Slot::new(field, Takes::Mark, says).optional()
}

const fn word(field: Field, all: fn(Lang) -> Vec<Word>, says: Phrase) -> Slot {
    Slot::new(field, Takes::Word(all), says)
}

const TEAM: Slot = name(Field::Department, text::TEAM);
const OFFICER: Slot = name(Field::Officer, text::OFFICER);
const MESSAGE: Slot = said(text::TOLD);
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
const HAPPENED: Slot = word(
    Field::Happened,
    |lang| words(Happened::ALL, Happened::id, lang),
    text::HAPPENED,
);
const CAUSE: Slot = word(
    Field::Cause,
    |lang| words(ReopenCause::ALL, ReopenCause::id, lang),
    text::CAUSE,
);
/// What a receipt can be amended in; what is not given stays as it is.
const AMENDED: &[Slot] = &[
    word(
        Field::By,
        |lang| words(AmendCause::ALL, AmendCause::id, lang),
        text::AMENDED_BY,
    ),
    name(Field::Title, text::AMENDED_TITLE).optional(),
    prose(Field::Body, text::AMENDED).optional(),
    name(Field::Category, text::AMENDED_CATEGORY).optional(),
    word(
        Field::Kind,
        |lang| words(CaseKind::ALL, CaseKind::id, lang),
        text::AMENDED_KIND,
    )
    .optional(),
    Slot::new(Field::HandlingPeriod, Takes::Name, text::AMENDED_PERIOD).optional(),
    word(
        Field::Channel,
        |lang| words(Channel::ALL, Channel::id, lang),
        text::AMENDED_CHANNEL,
    )
    .optional(),
    HAPPENED.optional(),
    name(Field::Name, text::AMENDED).optional(),
    name(Field::Phone, text::AMENDED).optional(),
    name(Field::Email, text::AMENDED).optional(),
    name(Field::Address, text::AMENDED).optional(),
    word(
        Field::ReplyBy,
        |lang| words(ReplyWay::ALL, ReplyWay::id, lang),
        text::AMENDED,
    )
    .optional(),
    name(Field::Proxy, text::AMENDED).optional(),
    Slot::new(Field::People, Takes::Count, text::AMENDED).optional(),
    prose(Field::Reason, text::AMENDED_WHY).optional(),
];
const VISIT: Slot = Slot::new(Field::Visit, Takes::Moment, text::VISIT);

/// What an action is: its risk, the permission it needs, the notice it sends, the trigger whose guides and scripts in the
/// charter help with it, what it does, and what it asks for.
pub(super) type ActionRow = (
    Risk,
    Operation,
    Option<NoticeKind>,
    Option<Trigger>,
    Phrase,
    &'static [Slot],
);

/// Whether an action can be taken back.
#[derive(Clone, Copy)]
pub(super) enum Risk {
    /// A later action makes up for it.
    Plain,
    /// It ends the case, or sends the complainant a notice that is hard to take back.
    Grave,
}

impl ActionKind {
    #[rustfmt::skip]
    pub(super) const fn row(self) -> &'static ActionRow {
        use NoticeKind as Notice;
        use Operation::{Case as Work, Discipline, StepThree};
        use Risk::{Grave, Plain};
        match self {
            Self::Accept => const { &(Plain, Work, Some(Notice::Receipt), None, text::DOES_ACCEPT, &[]) },
            Self::Assign => const { &(Plain, Work, None, None, text::DOES_ASSIGN, &[name(Field::Department, text::IN_CHARGE), name(Field::Officer, text::OFFICER_OR_NONE).optional()]) },
            Self::Acknowledge => const { &(Plain, Work, None, None, text::DOES_ACKNOWLEDGE, &[]) },
            Self::Contact => const { &(Plain, Work, None, None, text::DOES_CONTACT, &[HOW, said(text::TALKED)]) },
            Self::Action => const { &(Plain, Work, None, None, text::DOES_ACTION, &[said(text::DONE), mark(Field::Prevents, text::PREVENTS)]) },
            Self::Reply => const { &(Plain, Work, Some(Notice::Result), None, text::DOES_REPLY, &[OUTCOME, MESSAGE, prose(Field::Ground, text::GROUND_OF_DENIAL).optional(), prose(Field::Remedy, text::REMEDY_OR_USUAL).optional()]) },
            Self::Close => const { &(Grave, Work, None, None, text::DOES_CLOSE, &[prose(Field::Untold, text::UNTOLD).optional()]) },
            Self::StepOne => const { &(Plain, Work, Some(Notice::InCharge), None, text::DOES_STEP_ONE, &[TEAM, OFFICER, prose(Field::Instruction, text::INSTRUCTION)]) },
            Self::StepTwo => const { &(Plain, Work, Some(Notice::Apology), None, text::DOES_STEP_TWO, &[prose(Field::Result, text::RESULT), prose(Field::Apology, text::APOLOGY)]) },
            Self::StepThree => const { &(Grave, StepThree, None, None, text::DOES_STEP_THREE, &[prose(Field::Reason, text::NOT_REFLECTED), TEAM, OFFICER]) },
            Self::Link => const { &(Plain, Work, None, None, text::DOES_LINK, &[case(Field::Earlier, CaseRole::Earlier, text::EARLIER), mark(Field::SeeAlso, text::SEE_ALSO), prose(Field::Reason, text::SAME_AGAINST_DOUBT).optional()]) },
            Self::Interim => const { &(Plain, Work, Some(Notice::Interim), None, text::DOES_INTERIM, &[MESSAGE]) },
            Self::Note => const { &(Plain, Work, None, None, text::DOES_NOTE, &[said(text::NOTED)]) },
            Self::Consult => const { &(Plain, Work, None, None, text::DOES_CONSULT, &[name(Field::Department, text::ASKED_WHOM), said(text::ASKED_WHAT), day(Field::Until, text::ASKED_UNTIL).optional()]) },
            Self::Consulted => const { &(Plain, Work, None, None, text::DOES_CONSULTED, &[name(Field::Department, text::WHO_ANSWERED), said(text::ANSWERED_WHAT)]) },
            Self::Apologise => const { &(Plain, Work, Some(Notice::Apology), None, text::DOES_APOLOGISE, &[said(text::APOLOGISED)]) },
            Self::NeedsReview => const { &(Plain, Work, None, None, text::DOES_NEEDS_REVIEW, &[]) },
            Self::NeedExtension => const { &(Plain, Work, None, None, text::DOES_NEED_EXTENSION, &[EXTENSION, IN_WORDS]) },
            Self::Extend => const { &(Plain, Work, Some(Notice::Extension), None, text::DOES_EXTEND, &[EXTENSION, Slot::new(Field::Days, Takes::Days, text::DAYS), mark(Field::Consent, text::CONSENT), MESSAGE]) },
            Self::Supplement => const { &(Plain, Work, Some(Notice::Supplement), None, text::DOES_SUPPLEMENT, &[said(text::LACKING), day(Field::Until, text::SUPPLEMENT_UNTIL)]) },
            Self::SupplementLonger => const { &(Plain, Work, Some(Notice::Supplement), None, text::DOES_SUPPLEMENT_LONGER, &[said(text::NEEDS_LONGER), day(Field::Until, text::SUPPLEMENT_LONGER_UNTIL)]) },
            Self::SupplementArrived => const { &(Plain, Work, None, None, text::DOES_SUPPLEMENT_ARRIVED, &[]) },
            Self::Suspend => const { &(Plain, Work, None, None, text::DOES_SUSPEND, &[SUSPENSION, IN_WORDS]) },
            Self::Resume => const { &(Plain, Work, None, None, text::DOES_RESUME, &[]) },
            Self::AskRepresentatives => const { &(Plain, Work, Some(Notice::Representatives), None, text::DOES_ASK_REPRESENTATIVES, &[said(text::ASKED_REPRESENTATIVES), day(Field::Until, text::REPRESENTATIVES_UNTIL)]) },
            Self::Representatives => const { &(Plain, Work, None, None, text::DOES_REPRESENTATIVES, &[name(Field::Representative, text::REPRESENTATIVES)]) },
            Self::Designate => const { &(Plain, Work, Some(Notice::Representatives), None, text::DOES_DESIGNATE, &[name(Field::Representative, text::REPRESENTATIVES)]) },
            Self::WriteDown => const { &(Plain, Work, None, None, text::DOES_WRITE_DOWN, &[said(text::WRITTEN_DOWN).optional()]) },
            Self::Object => const { &(Plain, Work, None, None, text::DOES_OBJECT, &[said(text::OBJECTION)]) },
            Self::Reopen => const { &(Plain, Work, None, None, text::DOES_REOPEN, &[CAUSE, WHY]) },
            Self::Refuse => const { &(Grave, Work, Some(Notice::Refusal), Some(Trigger::Refused), text::DOES_REFUSE, &[prose(Field::Ground, text::GROUND), prose(Field::Remedy, text::REMEDY)]) },
            Self::Return => const { &(Grave, Work, Some(Notice::Return), None, text::DOES_RETURN, &[WHY]) },
            Self::Transfer => const { &(Grave, Work, Some(Notice::Transfer), None, text::DOES_TRANSFER, &[name(Field::Agency, text::AGENCY), MESSAGE]) },
            Self::Merge => const { &(Grave, Work, Some(Notice::Merge), None, text::DOES_MERGE, &[case(Field::Into, CaseRole::Successor, text::INTO)]) },
            Self::Withdraw => const { &(Grave, Work, None, None, text::DOES_WITHDRAW, &[said(text::WITHDRAWN).optional()]) },
            Self::CloseAsRepeat => const { &(Grave, Work, Some(Notice::Repeat), None, text::DOES_CLOSE_AS_REPEAT, &[said(text::REPEATED_WHY).optional(), day(Field::Committee, text::COMMITTEE).optional()]) },
            Self::ReportMisconduct => const { &(Plain, Work, None, Some(Trigger::Misconduct), text::DOES_REPORT_MISCONDUCT, &[MISCONDUCT, HAPPENED.optional(), said(text::REPORTED)]) },
            Self::CheckFacts => const { &(Plain, Work, None, Some(Trigger::Misconduct), text::DOES_CHECK_FACTS, &[said(text::FOUND), mark(Field::Told, text::FOUND_TOLD), mark(Field::Unfounded, text::UNFOUNDED)]) },
            Self::PublicApology => const { &(Plain, Work, None, Some(Trigger::Misconduct), text::DOES_PUBLIC_APOLOGY, &[said(text::PUBLISHED_TEXT), day(Field::Published, text::PUBLISHED)]) },
            Self::Caution => const { &(Grave, Discipline, None, Some(Trigger::Misconduct), text::DOES_CAUTION, &[TEAM, OFFICER, said(text::CAUTIONED_FOR)]) },
            Self::Training => const { &(Plain, Discipline, None, Some(Trigger::Misconduct), text::DOES_TRAINING, &[OFFICER, said(text::TRAINED)]) },
            Self::Compensate => const { &(Plain, Work, None, None, text::DOES_COMPENSATE, &[said(text::COMPENSATED)]) },
            Self::ConfirmOverdue => const { &(Plain, Work, None, None, text::DOES_CONFIRM_OVERDUE, &[]) },
            Self::ExplainDelay => const { &(Plain, Work, Some(Notice::Delay), None, text::DOES_EXPLAIN_DELAY, &[said(text::DELAY), day(Field::Until, text::DELAY_UNTIL)]) },
            Self::Improvable => const { &(Plain, Work, None, None, text::DOES_IMPROVABLE, &[said(text::IMPROVABLE)]) },
            Self::Appoint => const { &(Plain, Work, None, Some(Trigger::Appointment), text::DOES_APPOINT, &[VISIT, prose(Field::Purpose, text::PURPOSE)]) },
            Self::MoveAppointment => const { &(Plain, Work, None, Some(Trigger::Appointment), text::DOES_MOVE_APPOINTMENT, &[VISIT]) },
            Self::AnnounceVisit => const { &(Plain, Work, Some(Notice::Visit), None, text::DOES_ANNOUNCE_VISIT, &[MESSAGE]) },
            Self::Book => const { &(Plain, Work, None, Some(Trigger::Appointment), text::DOES_BOOK, &[VISIT, name(Field::Officer, text::BOOKED_WITH), prose(Field::Purpose, text::PURPOSE)]) },
            Self::CancelAppointment => const { &(Plain, Work, None, None, text::DOES_CANCEL_APPOINTMENT, &[WHY]) },
            Self::KeepAppointment => const { &(Plain, Work, None, Some(Trigger::Appointment), text::DOES_KEEP_APPOINTMENT, &[]) },
            Self::Tick => const { &(Plain, Work, None, None, text::DOES_TICK, &[name(Field::Items, text::ITEMS)]) },
            Self::Amend => const { &(Plain, Work, None, None, text::DOES_AMEND, AMENDED) },
            Self::Revoke => const { &(Grave, Work, None, None, text::DOES_REVOKE, &[Slot::new(Field::Fact, Takes::Fact, text::REVOKED_FACT), prose(Field::Reason, text::WHY_REVOKED)]) },
            Self::Correct => const { &(Plain, Work, None, None, text::DOES_CORRECT, &[Slot::new(Field::Fact, Takes::Fact, text::WRONG_FACT), said(text::RIGHT)]) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_action_asks_for_one_thing_twice() {
        for kind in ActionKind::ALL {
            let slots = kind.slots();
            let mut fields: Vec<Field> = slots.iter().map(|slot| slot.field).collect();
            fields.sort_unstable();
            fields.dedup();
            assert_eq!(fields.len(), slots.len(), "{kind}");
        }
    }
}
