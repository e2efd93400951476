//! The fields of each action's form, what stands in them at first, and the command that is read from them.
//!
//! Must not draw and must not decide.

use super::Kind;
use crate::{
    desk::{CaseView, EarlierCase},
    domain::{
        case::CaseNumber,
        command::Command,
        deadline::longest_extension,
        fact::{ContactWay, ExtensionReason, Outcome, SuspensionReason},
        party::Field,
        refusal::{Fault, FieldFault},
        typed,
    },
    tui::{
        form::{Form, FormField, Pick, day, key_of},
        keymap::Action,
        screen::Shared,
    },
    words::{Lang, Phrase, Say, forms as text},
};
use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;
use std::str::FromStr;

/// Rows of a text where there is no room for more.
const ROWS: u16 = 3;
/// More than any time, date or receipt number takes.
const SHORT: usize = 40;

/// What fields are made from.
struct Maker<'a> {
    view: &'a CaseView,
    shared: &'a Shared,
    lang: Lang,
}

impl Maker<'_> {
    fn line(&self, field: Field, hint: Phrase) -> FormField {
        FormField::line(field, typed::NAME, hint.get(self.lang), self.lang)
    }

    fn short(&self, field: Field, hint: Phrase) -> FormField {
        FormField::line(field, SHORT, hint.get(self.lang), self.lang)
    }

    fn text(&self, field: Field, hint: Phrase) -> FormField {
        FormField::text(field, typed::TEXT, ROWS, hint.get(self.lang), self.lang)
    }

    fn told(&self) -> FormField {
        self.text(Field::Text, text::TOLD_HINT).required()
    }

    fn said(&self) -> FormField {
        self.text(Field::Text, text::TEXT_HINT).required()
    }

    fn among<T: Copy + Say + ToString>(&self, field: Field, all: &[T]) -> FormField {
        let picks = all
            .iter()
            .map(|one| Pick::new(one.to_string(), one.say(self.lang)));
        FormField::choice(field, picks.collect(), self.lang)
    }

    fn department(&self) -> FormField {
        self.line(Field::Department, NONE)
            .required()
            .with(&self.view.case.department)
    }

    /// The officer of the case; the counter's where none was assigned.
    fn officer(&self) -> FormField {
        let case = &self.view.case;
        let counter = self.view.rules.charter.counter_of(&case.intake.category);
        let officer = match (case.officer.is_empty(), counter) {
            (true, Some(counter)) => &counter.officer,
            _ => &case.officer,
        };
        self.line(Field::Officer, NONE)
            .required()
            .beside()
            .with(officer)
    }

    fn kind_fields(&self, kind: Kind, offered: Option<CaseNumber>) -> Vec<FormField> {
        match kind {
            Kind::Assign => vec![
                self.department(),
                self.line(Field::Officer, text::OFFICER_HINT)
                    .beside()
                    .with(&self.view.case.officer),
            ],
            Kind::Note
            | Kind::Action
            | Kind::Object
            | Kind::Reopen
            | Kind::Apologise
            | Kind::Return => vec![self.said()],
            Kind::Withdraw => vec![self.text(Field::Text, text::TEXT_HINT)],
            Kind::Interim => vec![self.told()],
            Kind::Contact => vec![self.among(Field::How, ContactWay::ALL), self.said()],
            Kind::Consult => {
                let department = self.line(Field::Department, NONE).required();
                vec![department, self.said()]
            }
            Kind::Consulted => vec![self.asked(), self.said()],
            Kind::NeedExtension => {
                vec![self.among(Field::Reason, ExtensionReason::ALL), self.said()]
            }
            Kind::Extend => self.extension(),
            Kind::Supplement => vec![
                self.text(Field::Text, text::SUPPLEMENT_HINT).required(),
                self.short(Field::Until, NONE)
                    .required()
                    .with(&self.in_a_week()),
            ],
            Kind::Suspend => vec![
                self.among(Field::Reason, SuspensionReason::ALL),
                self.said(),
            ],
            Kind::Reply => vec![self.among(Field::Outcome, Outcome::ALL), self.told()],
            Kind::Refuse => vec![
                self.text(Field::Ground, text::GROUND_HINT).required(),
                self.text(Field::Remedy, text::REMEDY_HINT).required(),
            ],
            Kind::StepOne => vec![
                self.department(),
                self.officer(),
                self.text(Field::Instruction, text::INSTRUCTION_HINT)
                    .required(),
            ],
            Kind::StepTwo => vec![
                self.text(Field::Result, text::RESULT_HINT).required(),
                self.text(Field::Apology, text::APOLOGY_HINT).required(),
            ],
            Kind::StepThree => vec![
                self.text(Field::Reason, text::NOT_REFLECTED_HINT)
                    .required(),
                self.department(),
                self.officer(),
            ],
            Kind::Link => vec![self.number(Field::Earlier, offered)],
            Kind::Merge => vec![self.number(Field::Into, offered)],
            Kind::Transfer => vec![self.line(Field::Agency, NONE).required(), self.told()],
            Kind::Correct => vec![self.facts(), self.said()],
            Kind::Accept
            | Kind::Acknowledge
            | Kind::SupplementArrived
            | Kind::Resume
            | Kind::NeedsReview
            | Kind::Close
            | Kind::CloseAsRepeat => Vec::new(),
        }
    }

    fn extension(&self) -> Vec<FormField> {
        let most = longest(self.view);
        let hint = text::MOST_DAYS.with(self.lang, &[("most", &most.to_string())]);
        let days = FormField::line(Field::Days, 5, &hint, self.lang).required();
        let days = if most > 0 {
            days.with(&most.to_string())
        } else {
            days
        };
        vec![
            self.among(Field::Reason, ExtensionReason::ALL),
            days,
            FormField::consent(Field::Consent, self.lang).beside(),
            self.told(),
        ]
    }

    /// The departments that were asked, to choose from.
    fn asked(&self) -> FormField {
        let asked = &self.view.case.consulting;
        if asked.is_empty() {
            return self.line(Field::Department, NONE).required();
        }
        let picks = asked
            .iter()
            .map(|department| Pick::new(department.as_str(), department.as_str()));
        FormField::choice(Field::Department, picks.collect(), self.lang)
    }

    fn number(&self, field: Field, offered: Option<CaseNumber>) -> FormField {
        let offered = offered.map(|number| number.to_string());
        let hint = text::NUMBER_HINT.with(self.lang, &[("key", &key_of(Action::Link))]);
        FormField::line(field, SHORT, &hint, self.lang)
            .required()
            .with(&offered.unwrap_or_default())
    }

    /// The entries of the case, the last first.
    fn facts(&self) -> FormField {
        let calendar = self.view.rules.calendars.now();
        let picks = self.view.facts.iter().rev().map(|fact| {
            let at = day::instant(fact.at, self.shared.now, calendar, self.lang);
            let name = format!("{}  {}  {at}", fact.seq, fact.kind.say(self.lang));
            Pick::new(fact.seq.to_string(), name)
        });
        FormField::choice(Field::Fact, picks.collect(), self.lang)
    }

    fn in_a_week(&self) -> String {
        let today = self.view.rules.calendars.now().date(self.shared.now);
        let until = today.checked_add_days(Days::new(7)).unwrap_or(today);
        until.to_string()
    }
}

const NONE: Phrase = Phrase::new("", "");

/// The form of an action on a case.
pub(super) fn form(
    kind: Kind,
    view: &CaseView,
    offered: Option<CaseNumber>,
    shared: &Shared,
) -> Form {
    let maker = Maker {
        view,
        shared,
        lang: shared.lang,
    };
    let mut fields = maker.kind_fields(kind, offered);
    fields.push(maker.short(Field::At, text::NOW));
    Form::new(fields, shared.lang)
}

/// The cases of the person that an action can name, those of the same matter first.
pub(super) fn offered(kind: Kind, view: &CaseView, earlier: &[EarlierCase]) -> Vec<EarlierCase> {
    let fits = |case: &&EarlierCase| match kind {
        Kind::Link => !view.case.links.contains(&case.number),
        Kind::Merge => case.stage.is_open(),
        _ => false,
    };
    earlier.iter().filter(fits).cloned().collect()
}

/// The longest extension the case allows now, in days.
fn longest(view: &CaseView) -> u32 {
    let open: Vec<_> = view
        .deadlines
        .iter()
        .filter(|deadline| deadline.is_open() && deadline.is_handling())
        .cloned()
        .collect();
    longest_extension(&open)
}

/// Reads a form, gathering a fault for every field that is of no right form.
struct Reader<'a> {
    form: &'a Form,
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

    fn day(&mut self, field: Field) -> NaiveDate {
        let found = typed::day(self.form.value(field.id()));
        self.known(field, found).unwrap_or_default()
    }
}

/// The command that stands in the form of an action.
///
/// # Errors
/// A fault for every field that is empty or of no right form.
pub(super) fn command(kind: Kind, form: &Form) -> Result<Command, Vec<FieldFault>> {
    let mut reader = Reader {
        form,
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

/// The field in which an action names another case.
pub(super) fn naming(kind: Kind) -> Option<Field> {
    match kind {
        Kind::Link => Some(Field::Earlier),
        Kind::Merge => Some(Field::Into),
        _ => None,
    }
}

/// The other case that stands in the form.
pub(super) fn named(kind: Kind, form: &Form) -> Option<CaseNumber> {
    form.value(naming(kind)?.id()).parse().ok()
}
