//! One duty: what is asked by when, its result, its report, every period of its promise, and its facts.

use super::{
    glance::{glyph, style},
    report::ReportLines,
};
use crate::{
    desk::DutyView,
    domain::{
        duty::DutyStage,
        fact::Prose,
        remaining::Remaining,
        revocation::{entry_name, revoked_by},
        subject::{DutyNumber, Subject},
    },
    tui::{
        form::day::{day, instant},
        history::history_rows,
        keymap::Action,
        page::{
            Pick, after_head, body_rows, cell, columns, headed, heading, more, put, put_text,
            wrapped,
        },
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
/// Indent of the result under its period, in cells.
const UNDER: usize = 16;
/// Rows of the title and the rule.
const HEAD: usize = 2;

/// A duty as it is read: on the whole screen, or in the pane beside the queue.
#[derive(Debug)]
pub struct DutySheet {
    pub(super) view: DutyView,
    /// Every period of its promise, in order.
    pub(super) history: Vec<DutyView>,
    /// What helps with it, where its promise asks for that.
    pub(super) report: Option<ReportLines>,
    /// The first row shown.
    pub(super) at: usize,
}

/// The rows of a duty; those of the report are laid out when they are drawn.
struct Rows<'a> {
    before: Vec<Line<'static>>,
    report: Option<&'a ReportLines>,
    after: Vec<Line<'static>>,
}

impl Rows<'_> {
    fn len(&self) -> usize {
        self.before.len() + self.report.map_or(0, ReportLines::len) + self.after.len()
    }

    fn line(&self, at: usize, view: &DutyView, cells: usize, shared: &Shared) -> Line<'static> {
        let Some(rest) = at.checked_sub(self.before.len()) else {
            return self.before.get(at).cloned().unwrap_or_default();
        };
        match self.report {
            Some(report) if rest < report.len() => report.line(rest, view, cells, shared),
            report => {
                let at = rest - report.map_or(0, ReportLines::len);
                self.after.get(at).cloned().unwrap_or_default()
            }
        }
    }
}

impl DutySheet {
    /// A duty for the pane, without its report.
    pub fn in_pane(view: DutyView, history: Vec<DutyView>) -> Self {
        Self {
            view,
            history,
            report: None,
            at: 0,
        }
    }

    /// Which duty, and how many facts it had.
    pub fn state(&self) -> (Subject, u32) {
        let duty = &self.view.duty;
        (duty.number.into(), duty.seq)
    }

    /// The period before or after this one.
    pub(super) fn beside(&self, forward: bool) -> Option<DutyNumber> {
        let number = self.view.duty.number;
        let mut known = self.history.iter().map(|view| view.duty.number);
        let at = known.position(|known| known == number)?;
        let to = if forward { at + 1 } else { at.checked_sub(1)? };
        self.history.get(to).map(|view| view.duty.number)
    }

    pub(super) fn scroll(&mut self, action: Action, shared: &Shared) {
        let room = body_rows(shared).saturating_sub(HEAD).max(1);
        let rows = self.rows(usize::from(shared.size.0), shared).len();
        let mut first = Pick { at: self.at };
        first.moved(action, rows.saturating_sub(room) + 1, room);
        self.at = first.at;
    }

    /// The lines of the pane, the title first.
    pub fn lines(&self, cells: u16, shared: &Shared) -> Vec<Line<'static>> {
        let cells = usize::from(cells);
        let duty = &self.view.duty;
        let title = format!("{}  {}", duty.number, duty.title);
        let rows = wrapped(&title, cells, shared.symbols.alphabet).into_iter();
        let title = rows.map(|row| Line::styled(row, shared.theme.heading));
        let rows = self.rows(cells, shared);
        title.chain(rows.before).chain(rows.after).collect()
    }

    fn rows(&self, cells: usize, shared: &Shared) -> Rows<'_> {
        let mut before = Vec::new();
        for (label, said, style) in self.plan(shared).into_iter().chain(self.result(shared)) {
            before.extend(labelled(label, (&said, style), cells, shared));
        }
        Rows {
            before,
            report: self.report.as_ref(),
            after: self.past(cells, shared),
        }
    }

    /// The periods of its promise, and its facts.
    fn past(&self, cells: usize, shared: &Shared) -> Vec<Line<'static>> {
        let title = |phrase: Phrase| heading(phrase.get(shared.lang), shared);
        let mut lines = vec![Line::default(), title(text::PERIODS)];
        for view in &self.history {
            let here = view.duty.number == self.view.duty.number;
            lines.push(period(view, here, shared));
            lines.extend(outcome(view, cells, shared));
        }
        lines.push(Line::default());
        lines.push(title(text::FACTS));
        let calendar = self.view.rules.calendars.now();
        for fact in &self.view.facts {
            let at = instant(fact.at, shared.now, calendar, shared.lang);
            let kind = fact.kind.say(shared.lang);
            let content = fact.kind.content(shared.lang);
            let by = shared.display_name(&fact.by);
            let struck = revoked_by(&self.view.duty.revoked, fact.seq);
            let kind = entry_name(&kind, struck, shared.lang);
            let said = format!("{}. {at}  {by}  {kind}  {content}", fact.seq);
            let shown = |at| instant(at, shared.now, calendar, shared.lang);
            let late = fact.lateness(shown, shared.lang);
            lines.extend(history_rows(&said, (struck, late), cells, shared));
        }
        lines
    }

    /// What is asked by when, each with its label; empty where it is not known.
    fn plan(&self, shared: &Shared) -> Vec<(Phrase, String, Style)> {
        let (lang, theme) = (shared.lang, &shared.theme);
        let (view, duty) = (&self.view, &self.view.duty);
        let mark = view.mark(shared.now);
        let status = format!(
            "{} {}",
            glyph(mark, &shared.symbols),
            view.said_mark(shared.now, lang)
        );
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
            (text::ON, date_text(duty.on(), shared), theme.text),
            (text::ASKED, asked, theme.text),
            (text::AFTER, after.unwrap_or_default(), theme.text),
            (text::COUNTED, counted, theme.dim),
        ]
    }

    /// When it is due with the time left, and how that was counted.
    fn due(&self, shared: &Shared) -> (String, String) {
        let lang = shared.lang;
        let calendars = &self.view.rules.calendars;
        let Some(deadline) = &self.view.deadline else {
            return Default::default();
        };
        let mut due = date_text(Some(deadline.due.date), shared);
        if deadline.is_open() {
            let left = Remaining::of(deadline, shared.now, calendars.now()).say(lang);
            due = format!("{due} {} {left}", shared.symbols.dot);
        }
        let counted = match deadline.explain(calendars) {
            Ok(explanation) => {
                let lines = explanation.lines.iter().map(|line| line.say(lang));
                lines.collect::<Vec<_>>().join("\n")
            }
            Err(error) => error.say(lang),
        };
        (due, counted)
    }

    /// The result, each part with its label; empty where it is not known.
    fn result(&self, shared: &Shared) -> Vec<(Phrase, String, Style)> {
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
        let put_right = completion.put_right.as_ref();
        let said = |phrase, said: &str| (phrase, said.to_owned(), theme.text);
        let graded = |phrase, said: &str| (phrase, said.to_owned(), theme.heading);
        vec![
            said(text::ANNOUNCED, &date_text(announced, shared)),
            said(text::DONE, &date_text(done_on(view), shared)),
            said(text::RESULT, completion.result.as_str()),
            graded(text::SCORE, &score.unwrap_or_default()),
            graded(text::GRADE, &completion.grade),
            said(text::PUBLISHED, &date_text(completion.published, shared)),
            said(text::EVIDENCE, completion.evidence.as_str()),
            said(text::PUT_RIGHT, put_right.map_or("", Prose::as_str)),
            said(text::NOTE, completion.text.as_str()),
            said(text::BY, shared.display_name(doer)),
            said(text::REASON, duty.reason.as_str()),
        ]
    }
}

/// A date as the screens show it; empty where there is none.
fn date_text(date: Option<NaiveDate>, shared: &Shared) -> String {
    date.map_or_else(String::new, |date| day(date, shared.today(), shared.lang))
}

/// The day on which it was done.
fn done_on(view: &DutyView) -> Option<NaiveDate> {
    let calendar = view.rules.calendars.now();
    let done = view.duty.done.map(|done| calendar.date(done.at));
    done.or(view.duty.done_on)
}

/// A label with its text in rows; none where the text is empty.
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
    let label = format!(" {}", cell(label.get(shared.lang), LABEL, alphabet));
    after_head(&Span::styled(label, shared.theme.dim), rows, style).collect()
}

/// One period of the promise: number, period, mark, day, score and grade.
fn period(view: &DutyView, here: bool, shared: &Shared) -> Line<'static> {
    let (lang, theme, symbols) = (shared.lang, &shared.theme, &shared.symbols);
    let mark = view.mark(shared.now);
    let status = format!("{} {}", glyph(mark, symbols), mark.say(lang));
    let completion = &view.duty.completion;
    let score = completion.score.map(|score| score.to_string());
    let on = done_on(view).or(view.deadline.as_ref().map(|deadline| deadline.due.date));
    let on = on.map(|date| date.to_string()).unwrap_or_default();
    let number = view.duty.number.to_string();
    let said = view.duty.period.say(lang);
    let line = columns(
        [
            (&*number, 13, theme.text),
            (&*said, 16, theme.text),
            (&*status, 13, style(mark, shared)),
            (&*on, 10, theme.text),
            (&*score.unwrap_or_default(), 6, theme.heading),
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

/// Who did it, the evidence and the result, under its period; none where it was not done.
fn outcome(view: &DutyView, cells: usize, shared: &Shared) -> Option<Line<'static>> {
    let duty = &view.duty;
    if !matches!(duty.stage, DutyStage::Done | DutyStage::Earlier) {
        return None;
    }
    let first = |said: &str| said.lines().next().unwrap_or_default().to_owned();
    let mut parts = vec![
        shared.display_name(duty.doer()).to_owned(),
        first(duty.completion.evidence.as_str()),
        first(duty.completion.result.as_str()),
    ];
    parts.retain(|part| !part.is_empty());
    let said = parts.join(&format!(" {} ", shared.symbols.dot));
    let room = cells.saturating_sub(UNDER + 1);
    let said = cell(&said, room, shared.symbols.alphabet);
    let said = format!("{:UNDER$}{}", "", said.trim_end());
    Some(Line::styled(said, shared.theme.dim))
}

/// Draws a duty; a note while it is being read.
pub(super) fn draw(
    sheet: Option<&DutySheet>,
    buffer: &mut Buffer,
    area: Rect,
    shared: &Drawing<'_>,
) {
    let Some(sheet) = sheet else {
        let said = format!(" {}", text::WAIT.get(shared.lang));
        let alphabet = shared.symbols.alphabet;
        put_text(buffer, area, 0, (&said, shared.theme.dim), alphabet);
        return;
    };
    let title = sheet.view.title(shared.lang);
    let note = format!("  {}", sheet.view.duty.number);
    let body = headed(buffer, area, (&title, &note), shared);
    let cells = usize::from(area.width);
    let rows = sheet.rows(cells, shared);
    let (total, room) = (rows.len(), usize::from(body.height));
    let at = sheet.at.min(total.saturating_sub(room));
    shared.target(body, Target::Text);
    for row in 0..room.min(total - at) {
        let line = rows.line(at + row, &sheet.view, cells, shared);
        put(buffer, body, row, &line);
    }
    let after = total > at + room;
    more(buffer, body, (at > 0, after), shared);
}
