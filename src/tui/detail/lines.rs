//! A case as lines of text.

use super::{history, steps, timeline};
use crate::{
    desk::{CaseView, EarlierCase},
    domain::{
        charter::Moment,
        deadline::{Deadline, Source, Status, is_raised, lead},
        guide,
        party::{mask_email, mask_name, mask_phone},
        remaining::Remaining,
        statute,
    },
    tui::{
        keymap::{Action, Place},
        screen::Shared,
        text::{cut, pad, visible, width},
    },
    words::{Lang, Phrase, Say, terminal as text, weekday},
};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use ratatui::{
    style::Style,
    text::{Line, Span},
};

/// On a screen of fewer cells a deadline says what it asks for on a row of its own.
const NARROW: u16 = 70;

/// What writes a part of a case.
type Part = fn(&CaseView, Paper<'_>) -> Vec<Line<'static>>;

/// In so many rows of a pane the life of a case pushes out nothing.
const TALL: u16 = 50;

/// As much of a case as fits into a pane of that size, without looking at what does not.
pub(super) fn first(
    view: &CaseView,
    (cells, rows): (u16, u16),
    shared: &Shared,
) -> Vec<Line<'static>> {
    let paper = Paper {
        cells: usize::from(cells),
        shared,
    };
    let life: Part = if rows >= TALL {
        timeline::lines
    } else {
        |_, _| Vec::new()
    };
    let parts: [Part; 6] = [
        life,
        // The key that explains them works in the case alone.
        |view, paper| listed(view, false, paper),
        |view, paper| steps::boxes(view, paper).0,
        body,
        |view, paper| related(view, &[], paper),
        history::facts,
    ];
    let mut lines = head(view, paper);
    for part in parts {
        if lines.len() < usize::from(rows) {
            lines.extend(part(view, paper));
        }
    }
    lines
}

/// What lines are written on: their width, and how things look.
#[derive(Clone, Copy)]
pub(super) struct Paper<'a> {
    /// Cells in a line.
    pub(super) cells: usize,
    /// Language, styles, marks, clock.
    pub(super) shared: &'a Shared,
}

impl Paper<'_> {
    /// A text in one language.
    pub(super) fn say(self, phrase: Phrase) -> &'static str {
        phrase.get(self.shared.lang)
    }

    /// A line cut to the width.
    pub(super) fn line(self, text: &str, style: Style) -> Line<'static> {
        let alphabet = self.shared.symbols.alphabet;
        Line::styled(
            cut(&visible(text, alphabet), self.cells, alphabet).into_owned(),
            style,
        )
    }

    /// A heading under a blank line.
    pub(super) fn heading(self, phrase: Phrase) -> Vec<Line<'static>> {
        vec![
            Line::default(),
            self.line(self.say(phrase), self.shared.theme.heading),
        ]
    }

    /// A text from outside, wrapped between words or letters, set in by `indent`.
    pub(super) fn wrapped(self, text: &str, indent: usize, style: Style) -> Vec<Line<'static>> {
        let alphabet = self.shared.symbols.alphabet;
        let room = self.cells.saturating_sub(indent).max(4);
        let blank = " ".repeat(indent);
        let mut lines = Vec::new();
        for paragraph in crate::tui::text::visible_lines(text, alphabet) {
            for piece in wrap(&paragraph, room) {
                lines.push(Line::styled(format!("{blank}{piece}"), style));
            }
        }
        lines
    }

    /// An instant by the office's clock: `11/23 (월) 14:03`.
    pub(super) fn time(self, at: DateTime<Utc>, view: &CaseView) -> String {
        let local = view.rules.calendars.now().local(at);
        let day = weekday(local.weekday(), self.shared.lang);
        let year = if local.year() == view.rules.calendars.now().local(self.shared.now).year() {
            String::new()
        } else {
            format!("{}/", local.year())
        };
        format!(
            "{year}{} ({day}) {}",
            local.format("%m/%d"),
            local.format("%H:%M")
        )
    }

    /// A date: `11/23 (월)`.
    pub(super) fn date(self, date: NaiveDate) -> String {
        let day = weekday(date.weekday(), self.shared.lang);
        format!("{} ({day})", date.format("%Y-%m-%d"))
    }
}

/// Pieces of at most `room` cells, cut at blanks where there are any, else between letters.
pub(super) fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while width(rest) > room {
        let fits = crate::tui::text::head(rest, room);
        let at = fits.rfind(' ').map_or(fits.len(), |at| at + 1);
        let at = if at == 0 { rest.len() } else { at };
        let (piece, tail) = rest.split_at(at);
        pieces.push(piece.trim_end().to_owned());
        rest = tail;
    }
    pieces.push(rest.to_owned());
    pieces
}

pub(super) fn head(view: &CaseView, paper: Paper<'_>) -> Vec<Line<'static>> {
    let shared = paper.shared;
    let case = &view.case;
    let (lang, dot) = (shared.lang, shared.symbols.dot);
    let title = if case.title().as_str().is_empty() {
        paper.say(text::ERASED)
    } else {
        case.title().as_str()
    };
    let mut lines = vec![paper.line(&format!("{}  {title}", case.number), shared.theme.heading)];
    let category = view.rules.charter.category(&case.intake.category);
    let category = category.map_or_else(
        || case.intake.category.clone(),
        |category| category.name.say(lang),
    );
    let facts = [
        case.stage.say(lang),
        case.channel().say(lang),
        category,
        case.kind().say(lang),
    ];
    let mut about = facts.join(&format!(" {dot} "));
    for flag in flags(view) {
        about.extend([" [", paper.say(flag), "]"]);
    }
    lines.extend(paper.wrapped(&about, 0, shared.theme.text));
    let officer = if case.officer.is_empty() {
        paper.say(text::NOBODY)
    } else {
        case.officer.as_str()
    };
    let who = format!(
        "{} {} {dot} {officer}",
        paper.say(text::OFFICER),
        case.department
    );
    let since = match case.received_at {
        Some(at) => text::RECEIVED_AT.with(lang, &[("time", &paper.time(at, view))]),
        None => text::ARRIVED_AT.with(lang, &[("time", &paper.time(case.intake.arrived_at, view))]),
    };
    lines.push(paper.line(&format!("{since}   {who}"), shared.theme.text));
    lines.push(paper.line(
        &format!("{} {}", paper.say(text::PERSON), person(view, shared)),
        shared.theme.text,
    ));
    lines
}

fn flags(view: &CaseView) -> Vec<Phrase> {
    let intake = &view.case.intake;
    let raised = is_raised(&view.case, &view.deadlines, &view.rules.charter);
    let flags = [
        (raised, text::FLAGS_PRIORITY),
        (view.case.needs_review, text::FLAGS_REVIEW),
        (intake.on_behalf, text::FLAGS_ON_BEHALF),
        (intake.assistance, text::FLAGS_ASSISTANCE),
        (intake.anonymous, text::FLAGS_ANONYMOUS),
    ];
    flags
        .into_iter()
        .filter(|(on, _)| *on)
        .map(|(_, phrase)| phrase)
        .collect()
}

/// The complainant, masked unless the clerk asked to see.
fn person(view: &CaseView, shared: &Shared) -> String {
    let party = &view.party;
    let shown = if shared.unmasked {
        [
            party.name.clone(),
            party.phone.clone(),
            party.email.clone(),
            party.address.clone(),
        ]
    } else {
        let email = if party.email.is_empty() {
            String::new()
        } else {
            mask_email(&party.email)
        };
        [
            mask_name(&party.name),
            mask_phone(&party.phone),
            email,
            String::new(),
        ]
    };
    let known: Vec<String> = shown.into_iter().filter(|part| !part.is_empty()).collect();
    if known.is_empty() {
        text::NO_ENTRY.get(shared.lang).to_owned()
    } else {
        known.join("  ")
    }
}

/// The deadlines, explained day by day or with the key that explains them.
pub(super) fn deadlines(view: &CaseView, explained: bool, paper: Paper<'_>) -> Vec<Line<'static>> {
    let shared = paper.shared;
    let mut lines = listed(view, explained, paper);
    // Under a blank row stands the heading.
    if !explained && let Some(heading) = lines.get_mut(1) {
        let key = shared.keys.shown(Place::Detail, Action::Explain);
        heading.push_span(Span::styled(
            format!("   {}", text::WHY.with(shared.lang, &[("key", &key)])),
            shared.theme.dim,
        ));
    }
    lines
}

/// The deadlines under their heading.
fn listed(view: &CaseView, explained: bool, paper: Paper<'_>) -> Vec<Line<'static>> {
    let shared = paper.shared;
    let mut lines = paper.heading(text::DEADLINES);
    let leading = lead(&view.deadlines);
    for deadline in &view.deadlines {
        let leads = leading.is_some_and(|leading| std::ptr::eq(leading, deadline));
        lines.extend(deadline_lines(deadline, leads, view, paper));
        if explained && let Ok(explanation) = deadline.explain(&view.rules.calendars) {
            for day in &explanation.lines {
                lines.push(paper.line(&format!("     {}", day.say(shared.lang)), shared.theme.dim));
            }
        }
    }
    lines
}

fn deadline_lines(
    deadline: &Deadline,
    leads: bool,
    view: &CaseView,
    paper: Paper<'_>,
) -> Vec<Line<'static>> {
    let shared = paper.shared;
    let (lang, alphabet) = (shared.lang, shared.symbols.alphabet);
    let remaining = Remaining::of(deadline, shared.now, view.rules.calendars.now());
    let style = match deadline.status(shared.now) {
        Status::Met => shared.theme.ok,
        Status::MetLate | Status::Missed => shared.theme.overdue,
        Status::Paused => shared.theme.paused,
        Status::Void => shared.theme.dim,
        Status::Running => crate::tui::queue::style_of(remaining, shared),
    };
    let mark = if leads { shared.symbols.arrow } else { " " };
    let cells = if lang == Lang::En { 23 } else { 17 };
    let source = deadline.source.say(lang);
    let what = format!("[{source}] {}", action(deadline, view, lang));
    let room = paper.cells.saturating_sub(cells + 3);
    let narrow = shared.size.0 < NARROW;
    let beside = if narrow { "" } else { what.as_str() };
    let beside = cut(&visible(beside, alphabet), room, alphabet).into_owned();
    let mut lines = vec![Line::from(vec![
        Span::styled(format!("{} ", pad(mark, 2, alphabet)), shared.theme.key),
        Span::styled(pad(&remaining.say(lang), cells, alphabet), style),
        Span::styled(beside, shared.theme.text),
    ])];
    let dates = dates(deadline, view, paper);
    if narrow {
        // Beside the time left too little of it could be read.
        lines.extend(paper.wrapped(&what, 5, shared.theme.text));
        lines.push(paper.line(&format!("     {dates}"), shared.theme.dim));
        return lines;
    }
    let second = format!("     {dates}   {}", deadline.promise);
    lines.push(paper.line(&second, shared.theme.dim));
    lines
}

/// When it ends, what became of it, and the date that was announced where that is another one.
fn dates(deadline: &Deadline, view: &CaseView, paper: Paper<'_>) -> String {
    let lang = paper.shared.lang;
    let status = deadline.status(paper.shared.now);
    let mut parts = Vec::new();
    if status != Status::Paused {
        let due = if deadline.due.whole_day {
            paper.date(deadline.due.date)
        } else {
            paper.time(deadline.due.at, view)
        };
        parts.push(text::DUE.with(lang, &[("due", &due)]));
    }
    let said = status.say(lang);
    parts.push(match deadline.met_at() {
        Some(at) => text::MET_AT.with(lang, &[("status", &said), ("time", &paper.time(at, view))]),
        None => said,
    });
    if deadline.met_by.len() > 1 && !deadline.missing.is_empty() && status != Status::Void {
        let missing: Vec<String> = deadline.missing.iter().map(|part| part.say(lang)).collect();
        parts.push(text::STILL_MISSING.with(lang, &[("what", &missing.join(", "))]));
    }
    let moved = |told: &NaiveDate| *told != deadline.due.date || status == Status::Paused;
    if let Some(told) = deadline.announced.filter(moved) {
        parts.push(text::ANNOUNCED.with(lang, &[("date", &paper.date(told))]));
    }
    parts.join("  ")
}

/// What a deadline asks for, in the charter's or the law's words.
fn action(deadline: &Deadline, view: &CaseView, lang: Lang) -> String {
    match deadline.source {
        Source::Statute => statute::action(&deadline.promise, lang),
        Source::Charter => view.rules.charter.promise(&deadline.promise).map_or_else(
            || deadline.promise.clone(),
            |promise| promise.action.say(lang),
        ),
    }
}

/// How the charter wants the matter handled, and what of its checklists was ticked.
pub(super) fn hints(view: &CaseView, paper: Paper<'_>) -> Vec<Line<'static>> {
    let (case, charter) = (&view.case, &view.rules.charter);
    let (lang, symbols) = (paper.shared.lang, &paper.shared.symbols);
    let items = guide::checklist(charter)
        .into_iter()
        .filter(|(item, script)| {
            let conduct = script.moment == Moment::Conduct;
            let visited = script.moment == Moment::Appointment && case.visit().is_some();
            conduct || visited || case.ticked.contains(item)
        });
    let said: Vec<String> = items
        .map(|(item, script)| {
            let ticked = case.ticked.contains(&item);
            let mark = if ticked { symbols.done } else { symbols.open };
            format!("{mark} {}", script.text.get(lang))
        })
        .collect();
    if said.is_empty() {
        return Vec::new();
    }
    let mut lines = paper.heading(text::HINTS);
    for hint in said {
        lines.extend(paper.wrapped(&hint, 2, paper.shared.theme.text));
    }
    lines
}

pub(super) fn body(view: &CaseView, paper: Paper<'_>) -> Vec<Line<'static>> {
    let body = view.case.intake.body.as_str();
    if body.is_empty() {
        return Vec::new();
    }
    let mut lines = paper.heading(text::BODY);
    lines.extend(paper.wrapped(body, 2, paper.shared.theme.text));
    lines
}

/// Links, merged cases and earlier cases of the same person.
pub(super) fn related(
    view: &CaseView,
    earlier: &[EarlierCase],
    paper: Paper<'_>,
) -> Vec<Line<'static>> {
    let shared = paper.shared;
    let mut lines = Vec::new();
    for (heading, numbers) in [
        (text::LINKED, &view.case.links),
        (text::MERGED, &view.merged),
    ] {
        if !numbers.is_empty() {
            lines.extend(paper.heading(heading));
            let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            lines.push(paper.line(&format!("  {}", numbers.join("  ")), shared.theme.text));
        }
    }
    if earlier.is_empty() {
        return lines;
    }
    lines.extend(paper.heading(text::EARLIER));
    for other in earlier {
        let score = format!("{:.0}", other.score * 100.0);
        let like = text::LIKE.with(shared.lang, &[("score", &score)]);
        let date = view.rules.calendars.now().local(other.arrived_at).date();
        let step = usize::from(other.step)
            .checked_sub(1)
            .and_then(|at| shared.symbols.steps.get(at));
        let step = step.copied().unwrap_or(shared.symbols.no_step);
        let said = format!(
            "  {}  {date}  {like}  {step} {}  {}",
            other.number,
            other.stage.say(shared.lang),
            other.title
        );
        let style = if other.alike {
            shared.theme.soon
        } else {
            shared.theme.text
        };
        lines.push(paper.line(&said, style));
    }
    lines
}
