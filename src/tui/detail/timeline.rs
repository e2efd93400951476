//! The timeline of a case: what happened, its steps, elapsed and paused time, and its deadlines.
//!
//! ```text
//!  경과
//!   처리  ●      □        »                    ■
//!   조치      ①
//!   시간  ━━━━━━━━━━▒▒▒▒▒▒▒━━━━━━━━━━━━━━━┃┈┈┈┈┈┈┈┈┈┈
//!   기한               ◆                            △
//!         11/09                      지금       11/30
//!   ● 접수  □ 연락  » 연장  ■ 답변  ▒ 멈춤  ┃ 지금  ◆ 지킨 기한  △ 남은 기한
//! ```
//! Must not know what a case is made of.

use super::page_text::PageText;
use crate::{
    desk::CaseView,
    domain::timeline::{DeadlineEnd, Mark, Timeline},
    tui::text::width,
    words::{Say, timeline as text},
};
use chrono::{DateTime, Datelike, TimeDelta, Utc};
use ratatui::{
    style::Style,
    text::{Line, Span},
};

/// Cells before the names of the lanes.
const INDENT: usize = 2;
/// Width from which a timeline is readable.
const LEAST: usize = 20;
/// Blanks between two labels of the scale.
const BETWEEN: usize = 2;

/// The timeline under a heading.
pub(super) fn lines(view: &CaseView, page: PageText<'_>) -> Vec<Line<'static>> {
    let shared = page.shared;
    let timeline = Timeline::of(
        &view.case,
        &view.facts,
        &view.deadlines,
        (view.rules.calendars.now(), shared.now),
    );
    let names = [text::DONE, text::STEPS, text::TIME, text::DUE].map(|name| page.say(name));
    let label = names.iter().map(|name| width(name)).max().unwrap_or(0);
    let ruler = Ruler {
        from: timeline.from,
        until: timeline.until,
        cells: page.cells.saturating_sub(INDENT + label + 2),
    };
    let mut lines = page.heading(text::TITLE);
    if ruler.cells < LEAST {
        return lines;
    }
    let lane = |name: &str, cells: Vec<Cell>| {
        let blank = " ".repeat(label - width(name));
        let name = format!("{}{name}{blank} ", " ".repeat(INDENT));
        let mut spans = vec![Span::styled(name, shared.theme.dim)];
        let cells = cells.into_iter();
        spans.extend(cells.map(|(text, style)| Span::styled(text, style)));
        Line::from(spans)
    };
    let [done, steps, time, due] = names;
    let marks = timeline.marks.iter().copied();
    let (step_marks, others): (Vec<_>, Vec<_>) =
        marks.partition(|(_, mark)| matches!(mark, Mark::Step(_)));
    lines.push(lane(done, event_lane(&others, &ruler, page)));
    if !step_marks.is_empty() {
        lines.push(lane(steps, event_lane(&step_marks, &ruler, page)));
    }
    lines.push(lane(time, time_lane(&timeline, &ruler, page)));
    if !timeline.ends.is_empty() {
        let ends = timeline.ends.iter().map(|(at, ends)| {
            let style = match ends {
                DeadlineEnd::Met => shared.theme.ok,
                DeadlineEnd::Ahead => shared.theme.soon,
                DeadlineEnd::Missed => shared.theme.overdue,
            };
            let symbol = shared.symbols.deadline_end(*ends).to_owned();
            (ruler.cell(*at), (symbol, style))
        });
        lines.push(lane(due, placed(ends.collect(), ruler.cells)));
    }
    let scale = scale(&timeline, &ruler, view, page);
    lines.push(lane("", vec![(scale, shared.theme.dim)]));
    lines.extend(page.packed(&legend(&timeline, page), "  ", INDENT, shared.theme.dim));
    lines
}

/// The text of a cell with its style.
type Cell = (String, Style);

/// Maps instants to cells of the line.
struct Ruler {
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    cells: usize,
}

impl Ruler {
    /// The cell of an instant, from 0.
    fn cell(&self, at: DateTime<Utc>) -> usize {
        let last = self.cells.saturating_sub(1);
        let whole = (self.until - self.from).num_seconds().max(1);
        let part = (at - self.from).num_seconds().clamp(0, whole);
        let last = i64::try_from(last).unwrap_or(i64::MAX);
        usize::try_from(part.saturating_mul(last) / whole).unwrap_or(0)
    }

    /// The instant at the nth quarter of the line.
    fn quarter(&self, nth: i32) -> DateTime<Utc> {
        self.from + (self.until - self.from) / 4 * nth
    }
}

/// The lane of events, each at its time.
fn event_lane(marks: &[(DateTime<Utc>, Mark)], ruler: &Ruler, page: PageText<'_>) -> Vec<Cell> {
    let theme = &page.shared.theme;
    let cells = marks.iter().map(|(at, mark)| {
        let style = match mark {
            Mark::Answer | Mark::End => theme.ok,
            Mark::Again => theme.overdue,
            Mark::Extension | Mark::Amendment => theme.paused,
            _ => theme.text,
        };
        let symbol = page.shared.symbols.event(*mark).to_owned();
        (ruler.cell(*at), (symbol, style))
    });
    placed(cells.collect(), ruler.cells)
}

/// A lane with marks in their cells. The same mark is shown once in a cell; another one moves to the next free cell.
fn placed(marks: Vec<(usize, Cell)>, cells: usize) -> Vec<Cell> {
    let mut lane: Vec<Option<Cell>> = vec![None; cells];
    for (at, mark) in marks {
        let is_same = |cell: &Option<Cell>| cell.as_ref().is_some_and(|(it, _)| *it == mark.0);
        if lane.get(at).is_some_and(is_same) {
            continue;
        }
        let free = |at: &usize| lane.get(*at).is_some_and(Option::is_none);
        let place = (at..cells).find(free).or_else(|| (0..at).rev().find(free));
        if let Some(cell) = place.and_then(|place| lane.get_mut(place)) {
            *cell = Some(mark);
        }
    }
    let blank = || (" ".to_owned(), Style::new());
    lane.into_iter()
        .map(|cell| cell.unwrap_or_else(blank))
        .collect()
}

/// The lane of elapsed, paused and future time.
fn time_lane(timeline: &Timeline, ruler: &Ruler, page: PageText<'_>) -> Vec<Cell> {
    let theme = &page.shared.theme;
    let marks = page.shared.symbols.timeline();
    let now = page.shared.now;
    let present = ruler.cell(timeline.over.unwrap_or(now).min(now));
    let gaps: Vec<_> = timeline
        .gaps
        .iter()
        .map(|gap| ruler.cell(gap.from)..=ruler.cell(gap.to.unwrap_or(now)))
        .collect();
    let cell = |at: usize| {
        let (mark, style) = if at == present && timeline.over.is_none() {
            (marks.now, theme.focus)
        } else if gaps.iter().any(|gap| gap.contains(&at)) {
            (marks.paused, theme.paused)
        } else if at <= present {
            (marks.past, theme.text)
        } else if timeline.over.is_none() {
            (marks.future, theme.dim)
        } else {
            (" ", theme.dim)
        };
        (mark.to_owned(), style)
    };
    (0..ruler.cells).map(cell).collect()
}

/// The dates below the line: its ends and now, then quarters where they fit between.
fn scale(timeline: &Timeline, ruler: &Ruler, view: &CaseView, page: PageText<'_>) -> String {
    let calendar = view.rules.calendars.now();
    let years = [timeline.from, timeline.until].map(|at| calendar.local(at).year());
    let near = timeline.until - timeline.from < TimeDelta::days(2);
    let label = |at: DateTime<Utc>| {
        if near {
            return calendar.local(at).format("%m/%d %H:%M").to_string();
        }
        let format = if years[0] == years[1] {
            "%m/%d"
        } else {
            "%Y-%m-%d"
        };
        // The end of a day is the first instant of the next one.
        let of_day = at - TimeDelta::seconds(1);
        calendar.local(of_day).format(format).to_string()
    };
    let mut labels = vec![
        (timeline.from, label(timeline.from)),
        (timeline.until, label(timeline.until)),
    ];
    if timeline.over.is_none() {
        labels.push((page.shared.now, page.say(text::NOW).to_owned()));
    }
    labels.extend([2, 1, 3].map(|nth| (ruler.quarter(nth), label(ruler.quarter(nth)))));
    let mut placed: Vec<(usize, String)> = Vec::new();
    for (at, said) in labels {
        let cells = width(&said);
        let left = ruler.cell(at).saturating_sub(cells / 2);
        let left = left.min(ruler.cells.saturating_sub(cells));
        let free = placed.iter().all(|(other, there)| {
            left + cells + BETWEEN <= *other || other + width(there) + BETWEEN <= left
        });
        if free {
            placed.push((left, said));
        }
    }
    placed.sort();
    let mut scale = String::new();
    for (left, said) in placed {
        let gap = left.saturating_sub(width(&scale));
        scale.push_str(&" ".repeat(gap));
        scale.push_str(&said);
    }
    scale
}

/// The legend of the marks on this line.
fn legend(timeline: &Timeline, page: PageText<'_>) -> Vec<String> {
    let (symbols, lang) = (&page.shared.symbols, page.shared.lang);
    let marks = symbols.timeline();
    let mut entries: Vec<String> = Vec::new();
    let mut add = |mark: &str, meaning: &str| {
        let entry = format!("{mark} {meaning}");
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    };
    let mut kinds: Vec<Mark> = timeline.marks.iter().map(|(_, mark)| *mark).collect();
    kinds.sort();
    for mark in kinds {
        add(symbols.event(mark), &mark.say(lang));
    }
    if !timeline.gaps.is_empty() {
        add(marks.paused, page.say(text::PAUSED));
    }
    if timeline.over.is_none() {
        add(marks.now, page.say(text::NOW));
    }
    let mut ends: Vec<_> = timeline.ends.iter().map(|(_, ends)| *ends).collect();
    ends.sort();
    for ends in ends {
        add(symbols.deadline_end(ends), &ends.say(lang));
    }
    entries
}
