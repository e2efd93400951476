//! A case's life on a line across the page.
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
//! Must not know what a case is made of: that is the domain's.

use super::paper::Paper;
use crate::{
    desk::CaseView,
    domain::timeline::{Mark, Timeline},
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
/// In fewer cells a line tells nothing.
const LEAST: usize = 20;
/// Blanks between two labels of the scale.
const BETWEEN: usize = 2;

/// The life of a case, under a heading.
pub(super) fn lines(view: &CaseView, paper: Paper<'_>) -> Vec<Line<'static>> {
    let shared = paper.shared;
    let life = Timeline::of(
        &view.case,
        &view.facts,
        &view.deadlines,
        (view.rules.calendars.now(), shared.now),
    );
    let names = [text::DONE, text::STEPS, text::TIME, text::DUE].map(|name| paper.say(name));
    let label = names.iter().map(|name| width(name)).max().unwrap_or(0);
    let ruler = Ruler {
        from: life.from,
        until: life.until,
        cells: paper.cells.saturating_sub(INDENT + label + 2),
    };
    let mut lines = paper.heading(text::TITLE);
    if ruler.cells < LEAST {
        return lines;
    }
    let lane = |name: &str, cells: Vec<Cell>| {
        let blank = " ".repeat(label - width(name));
        let name = format!("{}{name}{blank} ", " ".repeat(INDENT));
        let mut spans = vec![Span::styled(name, shared.theme.dim)];
        spans.extend(
            cells
                .into_iter()
                .map(|(text, style)| Span::styled(text, style)),
        );
        Line::from(spans)
    };
    let [done, steps, time, due] = names;
    let (taken, others): (Vec<_>, Vec<_>) = life
        .marks
        .iter()
        .copied()
        .partition(|(_, mark)| matches!(mark, Mark::Step(_)));
    lines.push(lane(done, happened(&others, &ruler, paper)));
    if !taken.is_empty() {
        lines.push(lane(steps, happened(&taken, &ruler, paper)));
    }
    lines.push(lane(time, time_lane(&life, &ruler, paper)));
    if !life.ends.is_empty() {
        let ends = life.ends.iter().map(|(at, ends)| {
            let style = match ends {
                crate::domain::timeline::DeadlineEnd::Met => shared.theme.ok,
                crate::domain::timeline::DeadlineEnd::Ahead => shared.theme.soon,
                crate::domain::timeline::DeadlineEnd::Missed => shared.theme.overdue,
            };
            (
                ruler.cell(*at),
                (shared.symbols.deadline_end(*ends).to_owned(), style),
            )
        });
        lines.push(lane(due, placed(ends.collect(), ruler.cells)));
    }
    let scale = scale(&life, &ruler, view, paper);
    lines.push(lane("", vec![(scale, shared.theme.dim)]));
    lines.extend(paper.packed(&legend(&life, paper), "  ", INDENT, shared.theme.dim));
    lines
}

/// A text in its style.
type Cell = (String, Style);

/// Where instants stand on the line.
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

    /// The instant at a part of the line, in quarters.
    fn quarter(&self, nth: i32) -> DateTime<Utc> {
        self.from + (self.until - self.from) / 4 * nth
    }
}

/// What happened, each at its time.
fn happened(marks: &[(DateTime<Utc>, Mark)], ruler: &Ruler, paper: Paper<'_>) -> Vec<Cell> {
    let theme = &paper.shared.theme;
    let cells = marks.iter().map(|(at, mark)| {
        let style = match mark {
            Mark::Answer | Mark::End => theme.ok,
            Mark::Again => theme.overdue,
            Mark::Extension => theme.paused,
            _ => theme.text,
        };
        let symbol = paper.shared.symbols.event(*mark).to_owned();
        (ruler.cell(*at), (symbol, style))
    });
    placed(cells.collect(), ruler.cells)
}

/// A lane with marks in their cells. The same mark stands once in a cell; another one moves on to the next that is free.
fn placed(marks: Vec<(usize, Cell)>, cells: usize) -> Vec<Cell> {
    let mut lane: Vec<Option<Cell>> = vec![None; cells];
    for (at, mark) in marks {
        let is_there = |cell: &Option<Cell>| cell.as_ref().is_some_and(|(it, _)| *it == mark.0);
        if lane.get(at).is_some_and(is_there) {
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

/// Time that went by, stood still, and is to come.
fn time_lane(life: &Timeline, ruler: &Ruler, paper: Paper<'_>) -> Vec<Cell> {
    let theme = &paper.shared.theme;
    let marks = paper.shared.symbols.timeline();
    let now = paper.shared.now;
    let present = ruler.cell(life.over.unwrap_or(now).min(now));
    let gaps: Vec<_> = life
        .gaps
        .iter()
        .map(|gap| ruler.cell(gap.from)..=ruler.cell(gap.to.unwrap_or(now)))
        .collect();
    let cell = |at: usize| {
        let (mark, style) = if at == present && life.over.is_none() {
            (marks.now, theme.focus)
        } else if gaps.iter().any(|gap| gap.contains(&at)) {
            (marks.paused, theme.paused)
        } else if at <= present {
            (marks.past, theme.text)
        } else if life.over.is_none() {
            (marks.future, theme.dim)
        } else {
            (" ", theme.dim)
        };
        (mark.to_owned(), style)
    };
    (0..ruler.cells).map(cell).collect()
}

/// Dates below the line: its ends and now first, then what fits between them.
fn scale(life: &Timeline, ruler: &Ruler, view: &CaseView, paper: Paper<'_>) -> String {
    let calendar = view.rules.calendars.now();
    let years = [life.from, life.until].map(|at| calendar.local(at).year());
    let near = life.until - life.from < TimeDelta::days(2);
    let label = |at: DateTime<Utc>| {
        if near {
            return calendar.local(at).format("%m/%d %H:%M").to_string();
        }
        let format = if years[0] == years[1] {
            "%m/%d"
        } else {
            "%Y-%m-%d"
        };
        // What ends with a day ends as the next one begins, and belongs to the day.
        let of_day = at - TimeDelta::seconds(1);
        calendar.local(of_day).format(format).to_string()
    };
    let mut wanted = vec![
        (life.from, label(life.from)),
        (life.until, label(life.until)),
    ];
    if life.over.is_none() {
        wanted.push((paper.shared.now, paper.say(text::NOW).to_owned()));
    }
    wanted.extend([2, 1, 3].map(|nth| (ruler.quarter(nth), label(ruler.quarter(nth)))));
    let mut placed: Vec<(usize, String)> = Vec::new();
    for (at, said) in wanted {
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

/// What the marks mean that stand on this line.
fn legend(life: &Timeline, paper: Paper<'_>) -> Vec<String> {
    let (symbols, lang) = (&paper.shared.symbols, paper.shared.lang);
    let marks = symbols.timeline();
    let mut told: Vec<String> = Vec::new();
    let mut tell = |mark: &str, said: &str| {
        let entry = format!("{mark} {said}");
        if !told.contains(&entry) {
            told.push(entry);
        }
    };
    let mut kinds: Vec<Mark> = life.marks.iter().map(|(_, mark)| *mark).collect();
    kinds.sort();
    for mark in kinds {
        tell(symbols.event(mark), &mark.say(lang));
    }
    if !life.gaps.is_empty() {
        tell(marks.paused, paper.say(text::PAUSED));
    }
    if life.over.is_none() {
        tell(marks.now, paper.say(text::NOW));
    }
    let mut ends: Vec<_> = life.ends.iter().map(|(_, ends)| *ends).collect();
    ends.sort();
    for ends in ends {
        tell(symbols.deadline_end(ends), &ends.say(lang));
    }
    told
}
