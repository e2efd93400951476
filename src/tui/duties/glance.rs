//! Draws a year of duties: a row for each plan, a mark for each month, and a legend.

use crate::tui::targets::Drawing;
use crate::{
    desk::{DutyYear, PlanLine},
    domain::{
        duty::{DutyMark, DutyMonth, OpeningRule},
        remaining::Remaining,
    },
    tui::{
        form::day::day,
        keymap::{Action, KeyContext},
        page::{
            Pick, below, columns, headed, indented, list, put, put_text, rule, top, wrapped_all,
        },
        screen::Shared,
        symbols::{Alphabet, Symbols},
    },
    words::{Say, duties as text, screens},
};
use chrono::Datelike;
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

/// Rows beside the list: title, rule, heading of the columns; the chosen row in words, and the legend.
pub(super) const BESIDE: usize = 3 + CHOSEN + 3;
/// Rows of the chosen row in words, with the rule over them.
const CHOSEN: usize = 5;
const STATUS: usize = 17;
/// Width from which both the name and the status have room.
const NARROW: u16 = 72;
/// Width from which a month has four cells.
const WIDE: u16 = 110;

/// The symbol of a mark, in one cell.
pub(super) fn glyph(mark: DutyMark, symbols: &Symbols) -> String {
    match (symbols.alphabet, mark) {
        (Alphabet::Unicode, DutyMark::Open) => "○".to_owned(),
        (Alphabet::Unicode, DutyMark::Ahead) => "─".to_owned(),
        (Alphabet::Unicode, DutyMark::Missed) => "×".to_owned(),
        (Alphabet::Unicode, DutyMark::Late) => "◐".to_owned(),
        (Alphabet::Unicode, DutyMark::Done) => "●".to_owned(),
        (Alphabet::Unicode, DutyMark::Earlier) => "◇".to_owned(),
        (_, mark) => mark.letter().to_string(),
    }
}

/// The style of a mark; its symbol alone tells it too.
pub(super) const fn style(mark: DutyMark, shared: &Shared) -> Style {
    let theme = &shared.theme;
    match mark {
        DutyMark::Overdue | DutyMark::Missed => theme.overdue,
        DutyMark::Open => theme.soon,
        DutyMark::Late => theme.paused,
        DutyMark::Done => theme.ok,
        DutyMark::Ahead | DutyMark::Skipped | DutyMark::Earlier => theme.dim,
    }
}

/// The widths of the columns, in cells.
#[derive(Clone, Copy)]
struct Widths {
    name: usize,
    month: usize,
    status: usize,
}

impl Widths {
    fn of(area: Rect) -> Self {
        let (month, status) = match area.width {
            WIDE.. => (4, STATUS + 3),
            NARROW.. => (3, STATUS),
            // The status of the chosen row is below the list; a name of two letters is not readable.
            _ => (3, 0),
        };
        // A cell at either side, a blank before the months and one before the status.
        let name = usize::from(area.width).saturating_sub(12 * month + status + 4);
        Self {
            name,
            month,
            status,
        }
    }
}

/// Draws a year of duties.
pub(super) fn draw(
    (year, overview, pick): (u16, Option<&DutyYear>, Pick),
    buffer: &mut Buffer,
    area: Rect,
    shared: &Drawing<'_>,
) {
    let lang = shared.lang;
    let overview = overview.filter(|overview| overview.year == year);
    let title = text::TITLE.with(lang, &[("year", &year.to_string())]);
    let note = overview
        .map(|overview| count(overview, shared))
        .unwrap_or_default();
    let body = headed(buffer, area, (&title, &note), shared);
    let Some(overview) = overview else {
        let said = format!(" {}", text::WAIT.get(lang));
        let alphabet = shared.symbols.alphabet;
        put_text(buffer, body, 0, (&said, shared.theme.dim), alphabet);
        return;
    };
    let widths = Widths::of(area);
    put(buffer, body, 0, &heading(year, widths, shared));
    let legend = legend(area, shared);
    let height = usize::from(body.height);
    let under = CHOSEN + legend.len();
    // Where there is no room for both, the rows come before what explains them.
    let rows = overview.lines.len().min(height.saturating_sub(1 + under));
    let rows = rows.max(overview.lines.len().min(height.saturating_sub(1)).min(4));
    let listed = top(below(body, 1), rows);
    list(buffer, listed, (pick, &overview.lines), shared, |line| {
        row(line, overview, widths, shared)
    });
    let rest = below(body, 1 + rows);
    rule(buffer, rest, 0, shared);
    if let Some(line) = overview.lines.get(pick.at) {
        let said = below(rest, 1);
        for (row, (said_row, style)) in chosen(line, overview, area, shared).iter().enumerate() {
            let said_row = format!(" {said_row}");
            let shown = (said_row.as_str(), *style);
            put_text(buffer, said, row, shown, shared.symbols.alphabet);
        }
    }
    let last = usize::from(rest.height).saturating_sub(legend.len());
    if last >= CHOSEN {
        for (row, line) in legend.iter().enumerate() {
            put(buffer, below(rest, last), row, line);
        }
    }
}

fn count(overview: &DutyYear, shared: &Shared) -> String {
    let of = |counted: &[DutyMark]| {
        let marks = overview.duties.iter().map(|view| view.mark(shared.now));
        let count = marks.filter(|mark| counted.contains(mark)).count();
        count.to_string()
    };
    let values = [
        ("done", of(&[DutyMark::Done, DutyMark::Late])),
        ("open", of(&[DutyMark::Open])),
        ("over", of(&[DutyMark::Overdue])),
    ];
    format!("  {}", text::YEAR_COUNT.of(shared.lang, &values))
}

fn heading(year: u16, widths: Widths, shared: &Shared) -> Line<'static> {
    let (lang, theme) = (shared.lang, &shared.theme);
    let name = [(text::DUTY.get(lang), widths.name, theme.heading)];
    let mut spans = indented(columns(name, shared.symbols.alphabet)).spans;
    spans.push(Span::raw(" "));
    let today = shared.today();
    for month in 1..=12_u32 {
        let now = i32::from(year) == today.year() && month == today.month();
        // The number is over the mark; a point before it marks the present month.
        let (point, style) = if now {
            (">", theme.focus)
        } else {
            ("", theme.dim)
        };
        let lead = widths.month.saturating_sub(2);
        let shown = format!("{point:>lead$}{month:<2}");
        spans.push(Span::styled(shown, style));
    }
    if widths.status > 0 {
        spans.push(Span::raw(" "));
        spans.push(Span::styled(text::NOW.get(lang), theme.heading));
    }
    Line::from(spans)
}

fn row(line: &PlanLine, overview: &DutyYear, widths: Widths, shared: &Shared) -> Line<'static> {
    let lang = shared.lang;
    let name = line.plan.say(lang);
    let alphabet = shared.symbols.alphabet;
    let mut spans = columns([(&*name, widths.name, shared.theme.text)], alphabet).spans;
    spans.push(Span::raw(" "));
    for month in &line.months {
        spans.push(cell(*month, widths.month, shared));
    }
    spans.push(Span::raw(" "));
    let (said, style) = status(line, overview, shared);
    spans.extend(columns([(&*said, widths.status, style)], alphabet).spans);
    Line::from(spans)
}

/// A month: its most urgent mark, and how many duties where there are several.
fn cell(month: DutyMonth, cells: usize, shared: &Shared) -> Span<'static> {
    let lead = " ".repeat(cells.saturating_sub(2));
    let Some(mark) = month.mark else {
        // In ASCII the hyphen is the mark of what is ahead.
        let dot = match shared.symbols.alphabet {
            Alphabet::Unicode => shared.symbols.dot,
            Alphabet::Ascii => ".",
        };
        return Span::styled(format!("{lead}{dot} "), shared.theme.dim);
    };
    let many = match month.duties {
        0 | 1 => " ".to_owned(),
        few @ 2..=9 => few.to_string(),
        _ => "+".to_owned(),
    };
    let shown = format!("{lead}{}{many}", glyph(mark, &shared.symbols));
    Span::styled(shown, style(mark, shared))
}

/// The most urgent mark of a row in words, with its due date.
fn status(line: &PlanLine, overview: &DutyYear, shared: &Shared) -> (String, Style) {
    let lang = shared.lang;
    let of_line = overview.duties.iter();
    let of_line = of_line.filter(|view| view.duty.promise == line.plan.promise);
    let urgent = of_line.min_by_key(|view| view.mark(shared.now));
    let Some(view) = urgent else {
        let ahead = line.months.iter().any(|month| month.mark.is_some());
        let said = ahead.then(|| DutyMark::Ahead.say(lang));
        return (said.unwrap_or_default(), shared.theme.dim);
    };
    let mark = view.mark(shared.now);
    let due = view.deadline.as_ref().map_or_else(String::new, |deadline| {
        let date = deadline.due.date;
        let same = date.year() == i32::from(overview.year);
        let form = if same { "%m/%d" } else { "%y/%m/%d" };
        date.format(form).to_string()
    });
    let said = format!("{} {due}", mark.say(lang));
    (said, style(mark, shared))
}

/// The chosen row in words: what is asked, its months, and what is due next.
fn chosen(
    line: &PlanLine,
    overview: &DutyYear,
    area: Rect,
    shared: &Shared,
) -> Vec<(String, Style)> {
    let (lang, theme) = (shared.lang, &shared.theme);
    let cells = usize::from(area.width).saturating_sub(2);
    let alphabet = shared.symbols.alphabet;
    let dot = shared.symbols.dot;
    let of_line = overview.duties.iter();
    let next = of_line
        .filter(|view| view.duty.promise == line.plan.promise)
        .filter_map(|view| view.deadline.as_ref())
        .find(|deadline| deadline.is_open());
    let next = next.map(|deadline| {
        let due = day(deadline.due.date, shared.today(), lang);
        let left = shared
            .calendar()
            .map(|calendar| Remaining::of(deadline, shared.now, calendar).say(lang));
        let left = left.unwrap_or_default();
        format!("{} {due} {dot} {left}", text::DUE.get(lang))
    });
    let marks = DutyMark::ALL.iter().filter_map(|mark| {
        let months = months(*mark, &line.months);
        let values = [("mark", &*mark.say(lang)), ("months", &*months)];
        (!months.is_empty()).then(|| text::MONTHS.with(lang, &values))
    });
    let marks: Vec<String> = marks.collect();
    let source = line.plan.source.say(lang);
    let action = format!("{} ({source} {})", line.plan.say(lang), line.plan.promise);
    let begins = match &line.plan.begins {
        OpeningRule::After(duty) => screens::CHARTER_AFTER.with(lang, &[("duty", duty)]),
        OpeningRule::Planned => {
            let key = shared.keys.shown(KeyContext::Duties, Action::Add);
            let dated = screens::CHARTER_DATED.get(lang);
            format!("{dated} {dot} {key} {}", text::PLAN.get(lang))
        }
        OpeningRule::Each(_) => String::new(),
    };
    let texts = [
        (action, theme.heading),
        (begins, theme.dim),
        (marks.join(&format!(" {dot} ")), theme.text),
        (next.unwrap_or_default(), theme.text),
    ];
    let mut rows = wrapped_all(texts, cells, alphabet);
    rows.truncate(CHOSEN - 1);
    rows
}

/// The months of a mark as ranges: `1-3, 6`.
fn months(mark: DutyMark, months: &[DutyMonth; 12]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for (at, month) in months.iter().enumerate() {
        if month.mark != Some(mark) {
            continue;
        }
        match ranges.last_mut() {
            Some((_, last)) if *last == at => *last = at + 1,
            _ => ranges.push((at + 1, at + 1)),
        }
    }
    let shown = ranges.iter().map(|(first, last)| {
        let end = (first != last).then(|| format!("-{last}"));
        format!("{first}{}", end.unwrap_or_default())
    });
    shown.collect::<Vec<_>>().join(", ")
}

/// The legend of the marks, in rows.
fn legend(area: Rect, shared: &Shared) -> Vec<Line<'static>> {
    let room = usize::from(area.width).saturating_sub(1);
    let mut lines: Vec<Line<'static>> = Vec::new();
    let mut line = Line::default();
    for mark in DutyMark::ALL {
        let shown = glyph(*mark, &shared.symbols);
        let word = format!(" {} ", mark.say(shared.lang));
        let more = crate::tui::text::width(&word) + 2;
        if line.width() + more > room && !line.spans.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line.push_span(Span::raw(" "));
        line.push_span(Span::styled(shown, style(*mark, shared)));
        line.push_span(Span::styled(word, shared.theme.dim));
    }
    lines.push(line);
    lines
}
