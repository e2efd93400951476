//! The fields of each action's form, and what stands in them at first.
//!
//! Must not draw, and must not know commands.

use super::Kind;
use crate::{
    desk::{CaseView, EarlierCase},
    domain::{
        case::CaseNumber,
        charter::Detail,
        deadline::longest_extension,
        fact::{ContactWay, ExtensionReason, Outcome, SuspensionReason},
        party::Field,
        typed,
    },
    tui::{
        form::{Form, FormField, Pick, day, key_of},
        keymap::Action,
        screen::Shared,
    },
    words::{Lang, Phrase, Say, forms as text},
};
use chrono::Days;

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
                    .with(&self.in_days(7)),
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
            Kind::StepOne | Kind::StepTwo | Kind::StepThree => self.step(kind),
            Kind::Link => vec![self.number(Field::Earlier, offered)],
            Kind::Merge => vec![self.number(Field::Into, offered)],
            Kind::Transfer => vec![self.line(Field::Agency, NONE).required(), self.told()],
            Kind::Correct => vec![self.facts(), self.said()],
            _ => self.redress(kind),
        }
    }

    /// The fields of what is done about something that went wrong, and about a visit; none for any other action.
    fn redress(&self, kind: Kind) -> Vec<FormField> {
        match kind {
            Kind::ReportMisconduct => {
                vec![self.among(Field::Detail, Detail::MISCONDUCT), self.said()]
            }
            Kind::CheckFacts => vec![self.said(), FormField::consent(Field::Told, self.lang)],
            Kind::Compensate | Kind::Improvable => vec![self.said()],
            Kind::PublicApology => vec![
                self.said(),
                self.short(Field::Published, NONE)
                    .required()
                    .with(&self.in_days(0)),
            ],
            Kind::Caution => vec![self.department(), self.officer(), self.said()],
            Kind::Training => vec![self.officer(), self.said()],
            Kind::ExplainDelay => vec![
                self.text(Field::Text, text::DELAY_HINT).required(),
                self.short(Field::Until, NONE)
                    .required()
                    .with(&self.in_days(7)),
            ],
            Kind::Appoint => vec![self.visit(), self.text(Field::Purpose, NONE).required()],
            Kind::MoveAppointment => vec![self.visit()],
            Kind::AnnounceVisit => vec![self.told()],
            _ => Vec::new(),
        }
    }

    /// The time of a visit, at first the afternoon of the day after tomorrow: there is a day left to announce it.
    fn visit(&self) -> FormField {
        self.short(Field::Visit, text::ARRIVAL_HINT)
            .required()
            .with(&format!("{} 14:00", self.in_days(2)))
    }

    /// The fields of a step of the ladder.
    fn step(&self, kind: Kind) -> Vec<FormField> {
        match kind {
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
            _ => vec![
                self.text(Field::Reason, text::NOT_REFLECTED_HINT)
                    .required(),
                self.department(),
                self.officer(),
            ],
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
        let hint =
            text::NUMBER_HINT.with(self.lang, &[("key", &key_of(Action::Link, self.shared))]);
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

    fn in_days(&self, days: u64) -> String {
        let today = self.view.rules.calendars.now().date(self.shared.now);
        let day = today.checked_add_days(Days::new(days)).unwrap_or(today);
        day.to_string()
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
