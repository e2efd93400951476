//! One duty: what is asked and by when, what came of it, every period of its promise, and its facts.

use super::{
    glance::{glyph, style},
    report,
};
use crate::{
    desk::DutyView,
    domain::{duty::DutyStage, remaining::Remaining, subject::DutyNumber},
    tui::{
        form::day::{day, instant},
        keymap::Action,
        page::{body_rows, cell, columns, headed, more, put, put_text, wrapped},
        screen::Shared,
        targets::{Drawing, Target},
    },
    words::{Phrase, Say, duties as text},
};
use chrono::NaiveDate;
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

/// Cells of a label.
const LABEL: usize = 12;
/// Cells before what came of a period: it stands under that.
const UNDER: usize = 16;
/// Rows of the title and the rule.
const HEAD: usize = 2;

/// A duty that is open.
#[derive(Debug)]
pub(super) struct Detail {
    pub(super) view: DutyView,
    /// Every period of its promise, in order.
    pub(super) history: Vec<DutyView>,
    /// What helps with it, where its promise asks for that.
    pub(super) told: Option<report::ReportLines>,
    /// The first row that is seen.
    pub(super) at: usize,
}

/// The rows of a duty: what is asked and what came of it, what helps with it, what was.
struct Rows<'a> {
    before: Vec<Line<'static>>,
    told: Option<&'a report::ReportLines>,
    after: Vec<Line<'static>>,
}

impl Rows<'_> {
    fn len(&self) -> usize {
        self.before.len() + self.told.map_or(0, report::ReportLines::len) + self.after.len()
    }

    fn line(&self, at: usize, view: &DutyView, cells: usize, shared: &Shared) -> Line<'static> {
        let Some(rest) = at.checked_sub(self.before.len()) else {
            return self.before.get(at).cloned().unwrap_or_default();
        };
        match self.told {
            Some(told) if rest < told.len() => told.line(rest, view, cells, shared),
            told => {
                let past = rest - told.map_or(0, report::ReportLines::len);
                self.after.get(past).cloned().unwrap_or_default()
            }
        }
    }
}

impl Detail {
    /// The period before or after this one.
    pub(super) fn beside(&self, forward: bool) -> Option<DutyNumber> {
        let number = self.view.duty.number;
        let mut known = self.history.iter().map(|view| view.duty.number);
        let at = known.position(|known| known == number)?;
        let to = if forward { at + 1 } else { at.checked_sub(1)? };
        self.history.get(to).map(|view| view.duty.number)
    }

    /// Reads up or down.
    pub(super) fn scroll(&mut self, action: Action, shared: &Shared) {
        let room = body_rows(shared).saturating_sub(HEAD).max(1);
        let rows = self.rows(usize::from(shared.size.0), shared).len();
        let last = rows.saturating_sub(room);
        self.at = match action {
            Action::Up => self.at.saturating_sub(1),
            Action::Down => self.at + 1,
            Action::PageUp => self.at.saturating_sub(room),
            Action::PageDown => self.at + room,
            Action::First => 0,
            Action::Last => last,
            _ => self.at,
        }
        .min(last);
    }

    /// The title and what is under it, in so many cells, without what helps with it.
    pub(super) fn titled(&self, cells: usize, shared: &Shared) -> Vec<Line<'static>> {
        let duty = &self.view.duty;
        let title = format!("{}  {}", duty.number, duty.title);
        let rows = wrapped(&title, cells, shared.symbols.alphabet).into_iter();
        let title = rows.map(|row| Line::styled(row, shared.theme.heading));
        let rows = self.rows(cells, shared);
        title.chain(rows.before).chain(rows.after).collect()
    }

    /// All rows, those of the report only by their number.
    fn rows(&self, cells: usize, shared: &Shared) -> Rows<'_> {
        let mut before = Vec::new();
        for (label, said, style) in self.asked(shared).into_iter().chain(self.came(shared)) {
            before.extend(labelled(label, (&said, style), cells, shared));
        }
        Rows {
            before,
            told: self.told.as_ref(),
            after: self.past(cells, shared),
        }
    }

    /// Every period of its promise, and its facts.
    fn past(&self, cells: usize, shared: &Shared) -> Vec<Line<'static>> {
        let mut lines = vec![Line::default(), title(text::PERIODS, shared)];
        for view in &self.history {
            let here = view.duty.number == self.view.duty.number;
            lines.push(period(view, here, shared));
            lines.extend(came_of(view, cells, shared));
        }
        lines.push(Line::default());
        lines.push(title(text::FACTS, shared));
        let calendar = self.view.rules.calendars.now();
        for fact in &self.view.facts {
            let at = instant(fact.at, shared.now, calendar, shared.lang);
            let kind = fact.kind.say(shared.lang);
            let content = fact.kind.content(shared.lang);
            let by = shared.display_name(&fact.by);
            let said = format!("{}. {at}  {by}  {kind}  {content}", fact.seq);
            let rows = wrapped(
                said.trim_end(),
                cells.saturating_sub(6),
                shared.symbols.alphabet,
            );
            let indent = |row| if row == 0 { "  " } else { "     " };
            let rows = rows.into_iter().enumerate();
            lines.extend(rows.map(|(row, said)| Line::from(format!("{}{said}", indent(row)))));
        }
        lines
    }

    /// What is asked and by when, each with its label; empty where it is not known.
    fn asked(&self, shared: &Shared) -> Vec<(Phrase, String, Style)> {
        let (lang, theme) = (shared.lang, &shared.theme);
        let (view, duty) = (&self.view, &self.view.duty);
        let mark = view.mark(shared.now);
        let status = format!("{} {}", glyph(mark, &shared.symbols), mark.say(lang));
        let asked = view.plan.as_ref().map_or_else(
            || duty.promise.clone(),
            |plan| {
                let source = plan.source.say(lang);
                format!("{} ({source} {})", plan.say(lang), plan.promise)
            },
        );
        let (due, counted) = self.due(shared);
        let after = duty.after.map(|after| after.to_string());
        vec![
            (text::STATUS, status, style(mark, shared)),
            (text::PERIOD, duty.period.say(lang), theme.text),
            (text::DUE, due, theme.heading),
            (text::ON, shown(duty.on(), shared), theme.text),
            (text::ASKED, asked, theme.text),
            (text::AFTER, after.unwrap_or_default(), theme.text),
            (text::COUNTED, counted, theme.dim),
        ]
    }

    /// When it is due with the time that is left, and how that was counted.
    fn due(&self, shared: &Shared) -> (String, String) {
        let lang = shared.lang;
        let calendars = &self.view.rules.calendars;
        let Some(deadline) = &self.view.deadline else {
            return Default::default();
        };
        let mut due = shown(Some(deadline.due.date), shared);
        if deadline.is_open() {
            let left = Remaining::of(deadline, shared.now, calendars.now()).say(lang);
            due = format!("{due} {} {left}", shared.symbols.dot);
        }
        let counted = match deadline.explain(calendars) {
            Ok(told) => {
                let lines = told.lines.iter().map(|line| line.say(lang));
                lines.collect::<Vec<_>>().join("\n")
            }
            Err(error) => error.say(lang),
        };
        (due, counted)
    }

    /// What came of it, each with its label; empty where it is not known.
    fn came(&self, shared: &Shared) -> Vec<(Phrase, String, Style)> {
        let theme = &shared.theme;
        let (view, duty) = (&self.view, &self.view.duty);
        let calendar = view.rules.calendars.now();
        let announced = duty.announced.map(|end| calendar.date(end.at));
        let doer = match duty.stage {
            DutyStage::Done | DutyStage::Earlier => duty.doer(),
            _ => "",
        };
        let completion = &duty.completion;
        let score = completion.score.map(|score| score.to_string());
        let said = |phrase, said: &str| (phrase, said.to_owned(), theme.text);
        let graded = |phrase, said: &str| (phrase, said.to_owned(), theme.heading);
        vec![
            said(text::ANNOUNCED, &shown(announced, shared)),
            said(text::DONE, &shown(done_on(view), shared)),
            said(text::RESULT, completion.result.as_str()),
            graded(text::SCORE, &score.unwrap_or_default()),
            graded(text::GRADE, &completion.grade),
            said(text::EVIDENCE, completion.evidence.as_str()),
            said(text::NOTE, completion.text.as_str()),
            said(text::BY, shared.display_name(doer)),
            said(text::REASON, duty.reason.as_str()),
        ]
    }
}

/// A date as the screens show it; empty where there is none.
fn shown(date: Option<NaiveDate>, shared: &Shared) -> String {
    date.map_or_else(String::new, |date| {
        day(date, super::today(shared), shared.lang)
    })
}

/// The day on which it was done.
fn done_on(view: &DutyView) -> Option<NaiveDate> {
    let calendar = view.rules.calendars.now();
    let done = view.duty.done.map(|done| calendar.date(done.at));
    done.or(view.duty.done_on)
}

fn title(phrase: Phrase, shared: &Shared) -> Line<'static> {
    Line::styled(
        format!(" {}", phrase.get(shared.lang)),
        shared.theme.heading,
    )
}

/// A label with what is said under it, in rows; none where nothing is.
fn labelled(
    label: Phrase,
    (said, style): (&str, Style),
    cells: usize,
    shared: &Shared,
) -> Vec<Line<'static>> {
    if said.is_empty() {
        return Vec::new();
    }
    let alphabet = shared.symbols.alphabet;
    let rows = wrapped(said, cells.saturating_sub(LABEL + 2), alphabet);
    let label = |row| if row == 0 { label.get(shared.lang) } else { "" };
    let rows = rows.into_iter().enumerate();
    rows.map(|(row, said)| {
        Line::from(vec![
            Span::raw(" "),
            Span::styled(cell(label(row), LABEL, alphabet), shared.theme.dim),
            Span::styled(said, style),
        ])
    })
    .collect()
}

/// One period of the promise: its number, period, mark in shape and word, the day, score and grade.
fn period(view: &DutyView, here: bool, shared: &Shared) -> Line<'static> {
    let (lang, theme, symbols) = (shared.lang, &shared.theme, &shared.symbols);
    let mark = view.mark(shared.now);
    let status = format!("{} {}", glyph(mark, symbols), mark.say(lang));
    let completion = &view.duty.completion;
    let score = completion
        .score
        .map_or_else(String::new, |score| score.to_string());
    let on = done_on(view).or(view.deadline.as_ref().map(|deadline| deadline.due.date));
    let on = on.map_or_else(String::new, |date| date.to_string());
    let number = view.duty.number.to_string();
    let said = view.duty.period.say(lang);
    let line = columns(
        [
            (&*number, 13, theme.text),
            (&*said, 16, theme.text),
            (&*status, 13, style(mark, shared)),
            (&*on, 10, theme.text),
            (&*score, 6, theme.heading),
            (&*completion.grade, 8, theme.heading),
        ],
        symbols.alphabet,
    );
    let point = if here {
        symbols.selected
    } else {
        symbols.unselected
    };
    let mut spans = vec![Span::raw(" "), Span::styled(point, theme.focus)];
    spans.extend(line.spans);
    Line::from(spans)
}

/// Who did it, where it can be seen and what came of it, under its period; nothing where it was not done.
fn came_of(view: &DutyView, cells: usize, shared: &Shared) -> Option<Line<'static>> {
    let duty = &view.duty;
    if !matches!(duty.stage, DutyStage::Done | DutyStage::Earlier) {
        return None;
    }
    let first = |said: &str| said.lines().next().unwrap_or_default().to_owned();
    let told = [
        shared.display_name(duty.doer()).to_owned(),
        first(duty.completion.evidence.as_str()),
        first(duty.completion.result.as_str()),
    ];
    let told: Vec<String> = told.into_iter().filter(|told| !told.is_empty()).collect();
    let told = told.join(&format!(" {} ", shared.symbols.dot));
    let told = cell(
        &told,
        cells.saturating_sub(UNDER + 1),
        shared.symbols.alphabet,
    );
    let said = format!("{:UNDER$}{}", "", told.trim_end());
    Some(Line::styled(said, shared.theme.dim))
}

/// Draws a duty; that it is being read, where it is not there yet.
pub(super) fn draw(detail: Option<&Detail>, buffer: &mut Buffer, area: Rect, shared: &Drawing<'_>) {
    let Some(detail) = detail else {
        let said = format!(" {}", text::WAIT.get(shared.lang));
        let alphabet = shared.symbols.alphabet;
        put_text(buffer, area, 0, (&said, shared.theme.dim), alphabet);
        return;
    };
    let duty = &detail.view.duty;
    let note = format!("  {}", duty.number);
    let body = headed(
        buffer,
        area,
        (&detail.view.title(shared.lang), &note),
        shared,
    );
    let cells = usize::from(area.width);
    let rows = detail.rows(cells, shared);
    let (total, room) = (rows.len(), usize::from(body.height));
    let at = detail.at.min(total.saturating_sub(room));
    shared.target(body, Target::Text);
    for row in 0..room.min(total - at) {
        let line = rows.line(at + row, &detail.view, cells, shared);
        put(buffer, body, row, &line);
    }
    let after = total > at + room;
    more(buffer, body, (at > 0, after), shared);
}
