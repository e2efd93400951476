//! What is above the form of an action: the case, what will happen, the steps, the new date, earlier cases.
//!
//! Must not change anything; the new date is a preview.

use super::{ActionKind, fields, sameness};
use crate::{
    desk::{CaseView, EarlierCase},
    domain::{
        case::StepRecord,
        charter::{Promise, PromiseKind},
        decide::{StepBox, steps},
        fact::Step,
        guide::People,
        party::Field,
        refusal::Refusal,
    },
    tui::{
        form::{Form, day, key_of, wrap::wrap},
        intake::earlier,
        keymap::Action,
        page::{after_head, wrapped_all},
        screen::Shared,
        text::{cut, visible},
    },
    words::{Say, forms as text, terminal::STEPS_OF_HOUSE},
};
use chrono::NaiveDate;
use ratatui::{
    style::Style,
    text::{Line, Span},
};

/// The most earlier cases that are listed at once.
const OFFERED: usize = 5;
/// The most facts of which is said why they are not offered to strike out.
const KEPT: usize = 3;

/// What is shown above a form.
pub(super) struct Head<'a> {
    pub(super) kind: ActionKind,
    pub(super) view: &'a CaseView,
    pub(super) form: &'a Form,
    pub(super) offered: &'a [EarlierCase],
    pub(super) why_not: Option<&'a Refusal>,
    /// Why facts are not offered to strike out.
    pub(super) kept: &'a [String],
    /// What others recorded while the form was open.
    pub(super) meanwhile: Option<&'a str>,
}

impl Head<'_> {
    /// The rows under the title, in `width` cells.
    pub(super) fn rows(&self, width: u16, shared: &Shared) -> Vec<Line<'static>> {
        let (lang, theme) = (shared.lang, &shared.theme);
        let does = self.kind.does().get(lang);
        let mut texts = Vec::new();
        if self.kind.is_dangerous() {
            let only = text::ONLY_KEY.with(lang, &[("key", &key_of(Action::Submit, shared))]);
            let careful = text::CAREFUL.get(lang);
            texts.push((format!("{careful}: {does} {only}"), theme.soon));
        } else {
            texts.push((does.to_owned(), theme.text));
        }
        if let Some(refusal) = self.why_not {
            let said = format!("{}: {}", text::NOT_NOW.get(lang), refusal.say(lang));
            texts.push((said, theme.error));
        }
        let investigated = self.investigated(shared).into_iter();
        texts.extend(investigated.map(|said| (said, theme.soon)));
        let late = fields::of_supplement(self.kind, self.view, (shared.now, lang));
        texts.extend(late.map(|said| (said, theme.soon)));
        texts.extend(self.meanwhile.map(|said| (said.to_owned(), theme.soon)));
        let guidance = self.guidance(shared).into_iter();
        texts.extend(guidance.map(|said| (said, theme.dim)));
        if self.kind == ActionKind::Extend {
            texts.push(self.new_date(shared));
        }
        let room = usize::from(width).saturating_sub(2);
        let wrapped = wrapped_all(texts, room, shared.symbols.alphabet).into_iter();
        let mut rows: Vec<Line<'static>> = wrapped
            .map(|(row, style)| Line::from(Span::styled(format!(" {row}"), style)))
            .collect();
        rows.extend(self.kept(room, shared));
        if self.kind.step().is_some() {
            rows.extend(self.steps(width, shared));
        }
        if super::fields::other_case(self.kind).is_some() {
            rows.extend(self.cases(width, shared));
            rows.extend(self.comparison(width, shared));
        }
        rows
    }

    /// Why facts are not offered to strike out, a row each: what stands in the way comes first in the sentence.
    fn kept(&self, room: usize, shared: &Shared) -> impl Iterator<Item = Line<'static>> {
        let (alphabet, style) = (shared.symbols.alphabet, shared.theme.dim);
        let most = if self.why_not.is_none() { KEPT } else { 0 };
        let kept = self.kept.iter().take(most);
        let row = move |said: &String| {
            let said = cut(&visible(said, alphabet), room, alphabet).into_owned();
            Line::styled(format!(" {said}"), style)
        };
        kept.map(row)
    }

    /// What is said of a grievance that was brought again, with the department that the form has now.
    fn investigated(&self, shared: &Shared) -> Vec<String> {
        let names = shared.names();
        let typed = match self.kind {
            ActionKind::Assign => self.form.value(Field::Department.id()),
            _ => self.view.case.department.as_str(),
        };
        fields::of_investigation(self.kind, self.view, typed.trim(), names)
    }

    /// What the charter says of this action: guides and policies, scripts, and items to tick.
    fn guidance(&self, shared: &Shared) -> Vec<String> {
        let (case, charter, lang) = (&self.view.case, &self.view.rules.charter, shared.lang);
        let Some(trigger) = self.kind.guided_by() else {
            return Vec::new();
        };
        let hint = |promise: &&Promise| {
            let guides = matches!(promise.kind, PromiseKind::Guide | PromiseKind::Policy);
            guides && promise.starts_at(trigger)
        };
        let people = People {
            clerk: shared.actor.as_deref(),
            counter: charter.counter_of(&case.intake.category),
            ..People::default()
        };
        let hints = charter.promises.iter().filter(hint);
        let hints = hints.map(|promise| promise.action.get(lang).to_owned());
        let scripts = charter.scripts.iter();
        let scripts = scripts.filter(|script| script.trigger == trigger);
        let scripts = scripts.map(|script| {
            let mark = if script.checklist { "[ ] " } else { "" };
            format!("{mark}{}", people.fill(&script.text, lang))
        });
        hints.chain(scripts).collect()
    }

    /// The title: number, action and title of the case.
    pub(super) fn title(&self, shared: &Shared) -> String {
        format!(
            " {} {dot} {} {dot} {}",
            self.view.case.number,
            self.kind.say(shared.lang),
            visible(
                self.view.case.intake.title.as_str(),
                shared.symbols.alphabet
            ),
            dot = shared.symbols.dot,
        )
    }

    /// The three steps of the ladder: by whom and when, or what is missing.
    fn steps(&self, width: u16, shared: &Shared) -> Vec<Line<'static>> {
        let (lang, theme, symbols) = (shared.lang, &shared.theme, &shared.symbols);
        let heading = if self.view.rules.charter.has_steps_of_house() {
            STEPS_OF_HOUSE
        } else {
            text::STEPS
        };
        let heading = Span::styled(format!(" {}", heading.get(lang)), theme.heading);
        let mut rows = vec![Line::from(heading)];
        let boxes = steps(
            &self.view.case,
            &self.view.rules.charter,
            &self.view.related,
        );
        for ((step, number), mark) in boxes.iter().zip(1..).zip(symbols.steps) {
            let (mark, said, style) = match step {
                StepBox::Done(record) => (mark, self.done(record, shared), theme.ok),
                StepBox::Ready => (
                    symbols.open,
                    text::STEP_READY.get(lang).to_owned(),
                    theme.text,
                ),
                StepBox::Missing(refusal) => (symbols.open, refusal.say(lang), theme.dim),
            };
            let name = text::STEP.with(lang, &[("step", &number.to_string())]);
            let head = format!("  {mark} {name}  ");
            let indent = crate::tui::text::width(&head);
            let room = usize::from(width).saturating_sub(indent + 1);
            let own = self.kind.step() == Some(number);
            let head_style = if own { theme.focus } else { style };
            let said = wrap(&said, room, symbols.alphabet);
            rows.extend(after_head(&Span::styled(head, head_style), said, style));
        }
        rows
    }

    fn done(&self, record: &StepRecord, shared: &Shared) -> String {
        let calendar = self.view.rules.calendars.now();
        let at = day::instant(record.at, shared.now, calendar, shared.lang);
        let values = [("at", &*at), ("by", shared.display_name(&record.by))];
        let done = text::STEP_DONE.with(shared.lang, &values);
        match &record.step {
            Step::One {
                department,
                officer,
                ..
            }
            | Step::Three {
                department,
                officer,
                ..
            } => {
                let officer = shared.display_name(officer);
                format!("{done} {} {department} {officer}", shared.symbols.arrow)
            }
            Step::Two { .. } => done,
        }
    }

    /// The date at which the leading period would end, which the complainant is told.
    fn new_date(&self, shared: &Shared) -> (String, Style) {
        let lang = shared.lang;
        match self.preview(shared) {
            Ok((before, after)) => {
                let today = self.view.rules.calendars.now().date(shared.now);
                let date = |of: NaiveDate| day::day(of, today, lang);
                let (before, after) = (date(before), date(after));
                let said = text::NEW_DATE.with(lang, &[("before", &before), ("after", &after)]);
                (said, shared.theme.heading)
            }
            Err(refusal) => {
                let said = text::NO_NEW_DATE.with(lang, &[("why", &refusal.say(lang))]);
                (said, shared.theme.dim)
            }
        }
    }

    fn preview(&self, shared: &Shared) -> Result<(NaiveDate, NaiveDate), Refusal> {
        let clock = self.view.rules.clock(shared.now);
        let command = fields::draft(self.kind, self.form, clock, shared.names())
            .map_err(|fault| Refusal::Fields(vec![fault]))?;
        let preview = self.view.preview(&command, shared.by())?;
        let (before, after) = preview.handling().ok_or(Refusal::NothingToExtend)?;
        Ok((before.due.date, after.due.date))
    }

    /// How the case that the link names compares with this one.
    fn comparison(&self, width: u16, shared: &Shared) -> Vec<Line<'static>> {
        let named = fields::named(self.kind, self.form);
        let mut offered = self.offered.iter();
        match offered.find(|case| Some(case.number) == named) {
            Some(earlier) if self.kind == ActionKind::Link => {
                sameness::rows(self.view, earlier, width, shared)
            }
            Some(_) | None => Vec::new(),
        }
    }

    /// The person's cases that can be named here.
    fn cases(&self, width: u16, shared: &Shared) -> Vec<Line<'static>> {
        let (lang, theme) = (shared.lang, &shared.theme);
        let heading = Span::styled(format!(" {}", text::OFFERED.get(lang)), theme.heading);
        let note = text::EARLIER_KEY.with(lang, &[("key", &key_of(Action::Link, shared))]);
        let note = Span::styled(format!("  {note}"), theme.key);
        if self.offered.is_empty() {
            let room = usize::from(width).saturating_sub(3);
            let said = wrap(text::NO_EARLIER.get(lang), room, shared.symbols.alphabet);
            let said = said.into_iter();
            let said = said.map(|row| Line::styled(format!("  {row}"), theme.dim));
            return std::iter::once(Line::from(heading)).chain(said).collect();
        }
        let mut rows = vec![Line::from(vec![heading, note])];
        let chosen = fields::named(self.kind, self.form);
        let mut numbers = self.offered.iter().map(|case| case.number);
        let at = numbers.position(|number| Some(number) == chosen);
        let first = at.map_or(0, |at| (at + 1).saturating_sub(OFFERED));
        for case in self.offered.iter().skip(first).take(OFFERED) {
            let linked = Some(case.number) == chosen;
            rows.push(earlier::row(case, linked, width.saturating_sub(1), shared));
        }
        rows
    }
}
