//! What stands above the form of an action: which case, what will happen, the steps, the new date, earlier cases.
//!
//! Must not change anything; the new date is a trial that is thrown away.

use super::{ActionKind, fields};
use crate::{
    desk::{CaseView, EarlierCase},
    domain::{
        case::StepRecord,
        charter::{Promise, PromiseKind},
        decide::{StepBox, steps},
        fact::Step,
        guide::People,
        refusal::Refusal,
    },
    tui::{
        form::{Form, day, key_of, wrap::wrap},
        intake::earlier,
        keymap::Action,
        screen::Shared,
        text::visible,
    },
    words::{Say, forms as text},
};
use chrono::NaiveDate;
use ratatui::{
    style::Style,
    text::{Line, Span},
};

/// The most earlier cases that are offered at once.
const OFFERED: usize = 5;

/// What is shown above a form.
pub(super) struct Head<'a> {
    pub(super) kind: ActionKind,
    pub(super) view: &'a CaseView,
    pub(super) form: &'a Form,
    pub(super) offered: &'a [EarlierCase],
    /// Why the action is not possible now.
    pub(super) why_not: Option<&'a Refusal>,
    /// What others recorded while the form was open.
    pub(super) meanwhile: Option<&'a str>,
}

impl Head<'_> {
    /// Its rows in `width` cells.
    pub(super) fn rows(&self, width: u16, shared: &Shared) -> Vec<Line<'static>> {
        let (lang, theme) = (shared.lang, &shared.theme);
        let mut rows = Vec::new();
        let mut say = |said: &str, style: Style| {
            let room = usize::from(width).saturating_sub(2);
            let wrapped = wrap(said, room, shared.symbols.alphabet);
            rows.extend(
                wrapped
                    .into_iter()
                    .map(|row| Line::from(Span::styled(format!(" {row}"), style))),
            );
        };
        let does = self.kind.does().get(lang);
        if self.kind.is_dangerous() {
            let only = text::ONLY_KEY.with(lang, &[("key", &key_of(Action::Submit, shared))]);
            say(
                &format!("{}: {does} {only}", text::CAREFUL.get(lang)),
                theme.soon,
            );
        } else {
            say(does, theme.text);
        }
        if let Some(refusal) = self.why_not {
            let said = format!("{}: {}", text::NOT_NOW.get(lang), refusal.say(lang));
            say(&said, theme.error);
        }
        if let Some(meanwhile) = self.meanwhile {
            say(meanwhile, theme.soon);
        }
        for said in self.guidance(shared) {
            say(&said, theme.dim);
        }
        if self.kind == ActionKind::Extend {
            let (said, style) = self.new_date(shared);
            say(&said, style);
        }
        if self.kind.step().is_some() {
            rows.extend(self.steps(width, shared));
        }
        if super::fields::other_case(self.kind).is_some() {
            rows.extend(self.cases(width, shared));
        }
        rows
    }

    /// What the charter says of this action: its guides and policies, the words to speak and the items to tick.
    fn guidance(&self, shared: &Shared) -> Vec<String> {
        let (case, charter, lang) = (&self.view.case, &self.view.rules.charter, shared.lang);
        let Some(trigger) = self.kind.guided_by() else {
            return Vec::new();
        };
        let hint = |promise: &&Promise| {
            let told = matches!(promise.kind, PromiseKind::Guide | PromiseKind::Policy);
            told && promise.starts_at(trigger)
        };
        let people = People {
            clerk: shared.actor.as_deref(),
            counter: charter.counter_of(&case.intake.category),
            ..People::default()
        };
        let hints = charter.promises.iter().filter(hint);
        let hints = hints.map(|promise| promise.action.get(lang).to_owned());
        let spoken = charter
            .scripts
            .iter()
            .filter(|script| script.trigger == trigger);
        let spoken = spoken.map(|script| {
            let mark = if script.checklist { "[ ] " } else { "" };
            format!("{mark}{}", people.fill(&script.text, lang))
        });
        hints.chain(spoken).collect()
    }

    /// The title: number, action, the case's title.
    pub(super) fn title(&self, shared: &Shared) -> String {
        format!(
            " {} {dot} {} {dot} {}",
            self.view.case.number,
            self.kind.say(shared.lang),
            visible(self.view.case.title().as_str(), shared.symbols.alphabet),
            dot = shared.symbols.dot,
        )
    }

    /// The three boxes of the ladder: who and when, or what is missing.
    fn steps(&self, width: u16, shared: &Shared) -> Vec<Line<'static>> {
        let (lang, theme, symbols) = (shared.lang, &shared.theme, &shared.symbols);
        let heading = Span::styled(format!(" {}", text::STEPS.get(lang)), theme.heading);
        let mut rows = vec![Line::from(heading)];
        let boxes = steps(&self.view.case);
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
            for (at, row) in wrap(&said, room, symbols.alphabet).into_iter().enumerate() {
                let before = if at == 0 {
                    head.clone()
                } else {
                    " ".repeat(indent)
                };
                rows.push(Line::from(vec![
                    Span::styled(before, head_style),
                    Span::styled(row, style),
                ]));
            }
        }
        rows
    }

    fn done(&self, record: &StepRecord, shared: &Shared) -> String {
        let calendar = self.view.rules.calendars.now();
        let at = day::instant(record.at, shared.now, calendar, shared.lang);
        let told = text::STEP_DONE.with(
            shared.lang,
            &[("at", &at), ("by", shared.display_name(&record.by))],
        );
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
                format!("{told} {} {department} {officer}", shared.symbols.arrow)
            }
            Step::Two { .. } => told,
        }
    }

    /// Where the leading period would end: the date the complainant will be told.
    fn new_date(&self, shared: &Shared) -> (String, Style) {
        let lang = shared.lang;
        match self.moved(shared) {
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

    fn moved(&self, shared: &Shared) -> Result<(NaiveDate, NaiveDate), Refusal> {
        let zone = self.view.rules.charter.office.zone;
        let command = fields::draft(self.kind, self.form, zone, shared.names())
            .map_err(|fault| Refusal::Fields(vec![fault]))?;
        let preview = self.view.preview(&command, shared.by())?;
        let (before, after) = preview.handling().ok_or(Refusal::NothingToExtend)?;
        Ok((before.due.date, after.due.date))
    }

    /// The person's cases that can be named here.
    fn cases(&self, width: u16, shared: &Shared) -> Vec<Line<'static>> {
        let (lang, theme) = (shared.lang, &shared.theme);
        let heading = Span::styled(format!(" {}", text::OFFERED.get(lang)), theme.heading);
        let note = text::EARLIER_KEY.with(lang, &[("key", &key_of(Action::Link, shared))]);
        let note = Span::styled(format!("  {note}"), theme.key);
        if self.offered.is_empty() {
            let room = usize::from(width).saturating_sub(3);
            let nobody = wrap(text::NO_EARLIER.get(lang), room, shared.symbols.alphabet);
            let nobody = nobody.into_iter();
            let nobody = nobody.map(|row| Line::styled(format!("  {row}"), theme.dim));
            return std::iter::once(Line::from(heading)).chain(nobody).collect();
        }
        let mut rows = vec![Line::from(vec![heading, note])];
        let chosen = fields::named(self.kind, self.form);
        let at = self
            .offered
            .iter()
            .position(|case| Some(case.number) == chosen);
        let first = at.map_or(0, |at| (at + 1).saturating_sub(OFFERED));
        for case in self.offered.iter().skip(first).take(OFFERED) {
            let linked = Some(case.number) == chosen;
            rows.push(earlier::row(case, linked, width.saturating_sub(1), shared));
        }
        rows
    }
}
