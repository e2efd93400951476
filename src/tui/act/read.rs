//! The command that stands in the form of an action.
//!
//! Must not decide whether it is possible.

use super::Kind;
use crate::{
    domain::{
        case::CaseNumber,
        charter::Detail,
        command::{Command, Redress, Visiting},
        fact::{ContactWay, ExtensionReason, Outcome, SuspensionReason},
        party::Field,
        refusal::{Fault, FieldFault},
        typed,
    },
    tui::form::Form,
};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use std::str::FromStr;

/// Reads a form, gathering a fault for every field that is of no right form.
struct Reader<'a> {
    form: &'a Form,
    zone: Tz,
    faults: Vec<FieldFault>,
}

impl Reader<'_> {
    fn word<T: FromStr + Copy>(&mut self, field: Field, all: &[T]) -> Option<T> {
        let found = self.form.value(field.id()).trim().parse().ok();
        self.known(field, found).or_else(|| all.first().copied())
    }

    fn known<T>(&mut self, field: Field, found: Option<T>) -> Option<T> {
        if found.is_none() {
            self.faults.push(FieldFault {
                field,
                fault: Fault::Form,
            });
        }
        found
    }

    fn number(&mut self, field: Field) -> u32 {
        let found = self.form.value(field.id()).trim().parse().ok();
        self.known(field, found).unwrap_or(0)
    }

    fn case(&mut self, field: Field) -> CaseNumber {
        let found = self.form.value(field.id()).parse().ok();
        self.known(field, found)
            .unwrap_or(CaseNumber { year: 1, serial: 1 })
    }

    /// An instant to come, by the office's clock.
    fn moment(&mut self, field: Field) -> DateTime<Utc> {
        let found = typed::moment(self.form.value(field.id()), self.zone);
        self.known(field, found).unwrap_or_default()
    }

    fn day(&mut self, field: Field) -> NaiveDate {
        let found = typed::day(self.form.value(field.id()));
        self.known(field, found).unwrap_or_default()
    }
}

/// The command that stands in the form of an action.
///
/// # Errors
/// A fault for every field that is empty or of no right form.
pub(super) fn command(kind: Kind, form: &Form, zone: Tz) -> Result<Command, Vec<FieldFault>> {
    let mut reader = Reader {
        form,
        zone,
        faults: form.missing(),
    };
    let command = read(kind, &mut reader);
    let mut faults = reader.faults;
    // An empty field is told as empty alone.
    let mut seen = Vec::new();
    faults.retain(|fault| {
        let new = !seen.contains(&fault.field);
        seen.push(fault.field);
        new
    });
    match command {
        Some(command) if faults.is_empty() => Ok(command),
        _ => Err(faults),
    }
}

/// `None` only where a closed set is empty, which none is.
fn read(kind: Kind, from: &mut Reader<'_>) -> Option<Command> {
    let form = from.form;
    let of = |field| form.of(field);
    let text = of(Field::Text);
    Some(match kind {
        Kind::Accept => Command::Accept,
        Kind::Acknowledge => Command::Acknowledge,
        Kind::SupplementArrived => Command::ReceiveSupplement,
        Kind::Resume => Command::Resume,
        Kind::NeedsReview => Command::NeedReview,
        Kind::Note => Command::Note {
            text,
            action: false,
        },
        Kind::Action => Command::Note { text, action: true },
        Kind::Interim => Command::ReplyInterim { text },
        Kind::Object => Command::Object { text },
        Kind::Reopen => Command::Reopen { text },
        Kind::Apologise => Command::Apologise { text },
        Kind::Withdraw => Command::Withdraw { text },
        Kind::Return => Command::Return { text },
        Kind::Close => Command::Close { as_repeat: false },
        Kind::CloseAsRepeat => Command::Close { as_repeat: true },
        Kind::Assign => Command::Assign {
            department: of(Field::Department),
            officer: of(Field::Officer),
        },
        Kind::Consult => Command::Consult {
            department: of(Field::Department),
            text,
        },
        Kind::Consulted => Command::AnswerConsultation {
            department: of(Field::Department),
            text,
        },
        Kind::Refuse => Command::Refuse {
            ground: of(Field::Ground),
            remedy: of(Field::Remedy),
        },
        Kind::Transfer => Command::Transfer {
            agency: of(Field::Agency),
            text,
        },
        Kind::StepOne | Kind::StepTwo | Kind::StepThree => step(kind, form),
        _ => return chosen(kind, from, text),
    })
}

fn step(kind: Kind, form: &Form) -> Command {
    let of = |field| form.of(field);
    match kind {
        Kind::StepOne => Command::StepOne {
            department: of(Field::Department),
            officer: of(Field::Officer),
            instruction: of(Field::Instruction),
        },
        Kind::StepTwo => Command::StepTwo {
            result: of(Field::Result),
            apology: of(Field::Apology),
        },
        _ => Command::StepThree {
            reason: of(Field::Reason),
            department: of(Field::Department),
            officer: of(Field::Officer),
        },
    }
}

/// The commands with a word, a number or a date in them.
fn chosen(kind: Kind, from: &mut Reader<'_>, text: String) -> Option<Command> {
    Some(match kind {
        Kind::Contact => Command::Contact {
            how: from.word(Field::How, ContactWay::ALL)?,
            text,
        },
        Kind::NeedExtension => Command::NeedExtension {
            reason: from.word(Field::Reason, ExtensionReason::ALL)?,
            text,
        },
        Kind::Extend => Command::Extend {
            reason: from.word(Field::Reason, ExtensionReason::ALL)?,
            days: from.number(Field::Days),
            text,
            consent: from.form.is_on(Field::Consent.id()),
        },
        Kind::Supplement => Command::RequestSupplement {
            text,
            until: from.day(Field::Until),
        },
        Kind::Suspend => Command::Suspend {
            reason: from.word(Field::Reason, SuspensionReason::ALL)?,
            text,
        },
        Kind::Reply => Command::Answer {
            outcome: from.word(Field::Outcome, Outcome::ALL)?,
            text,
        },
        Kind::Link => Command::Link {
            earlier: from.case(Field::Earlier),
        },
        Kind::Merge => Command::Merge {
            into: from.case(Field::Into),
        },
        Kind::Correct => Command::Correct {
            fact: from.number(Field::Fact),
            text,
        },
        _ => return redress(kind, from, text),
    })
}

/// The commands about something that went wrong, and about a visit.
fn redress(kind: Kind, from: &mut Reader<'_>, text: String) -> Option<Command> {
    let form = from.form;
    let of = |field| form.of(field);
    Some(match kind {
        Kind::ReportMisconduct => Command::Redress(Redress::ReportMisconduct {
            detail: from.word(Field::Detail, Detail::MISCONDUCT)?,
            text,
        }),
        Kind::CheckFacts => Command::Redress(Redress::CheckFacts {
            text,
            told: form.is_on(Field::Told.id()),
        }),
        Kind::PublicApology => Command::Redress(Redress::ApologisePublicly {
            text,
            published: from.day(Field::Published),
        }),
        Kind::Caution => Command::Redress(Redress::Caution {
            department: of(Field::Department),
            officer: of(Field::Officer),
            text,
        }),
        Kind::Training => Command::Redress(Redress::Train {
            officer: of(Field::Officer),
            text,
        }),
        Kind::Compensate => Command::Redress(Redress::Compensate { text }),
        Kind::ConfirmOverdue => Command::Redress(Redress::ConfirmOverdue),
        Kind::ExplainDelay => Command::Redress(Redress::ExplainDelay {
            text,
            until: from.day(Field::Until),
        }),
        Kind::Improvable => Command::Redress(Redress::NoteImprovement { text }),
        Kind::Appoint => Command::Visit(Visiting::Appoint {
            at: from.moment(Field::Visit),
            purpose: of(Field::Purpose),
        }),
        Kind::MoveAppointment => Command::Visit(Visiting::Move {
            at: from.moment(Field::Visit),
        }),
        Kind::AnnounceVisit => Command::Visit(Visiting::Announce { text }),
        Kind::KeepAppointment => Command::Visit(Visiting::Keep),
        _ => return None,
    })
}

/// When it happened, as typed; `None` where nothing was.
///
/// # Errors
/// The text is no time.
pub(super) fn time(form: &Form, zone: Tz) -> Result<Option<DateTime<Utc>>, FieldFault> {
    let typed = form.value(Field::At.id()).trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let fault = FieldFault {
        field: Field::At,
        fault: Fault::Form,
    };
    typed::moment(typed, zone).map(Some).ok_or(fault)
}
