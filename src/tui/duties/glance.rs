//! How a year of duties is drawn: a row for each plan, a mark for each month, and the marks in words.

use crate::{
    desk::{DutyYear, PlanLine},
    domain::{
        duty::{DutyMark, DutyMonth, OpeningRule},
        remaining::Remaining,
    },
    tui::{
        form::day::day,
        keymap::{Action, KeyContext},
        page::{Pick, below, columns, headed, list, put, put_text, rule, top, wrapped},
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

/// Rows beside the list: title, rule, heading of the columns; the chosen row in words, and what the marks mean.
pub(super) const BESIDE: usize = 3 + CHOSEN + 3;
/// Rows of the chosen row in words, with the rule over them.
const CHOSEN: usize = 5;
/// Cells of the status.
const STATUS: usize = 17;
/// In fewer columns than that, there is room for the name or the status.
const NARROW: u16 = 72;
/// From that many columns on a month has more room.
const WIDE: u16 = 110;

/// A mark in one cell.
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

/// The colour of a mark, which says nothing that its shape does not.
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

/// The widths of the columns: the name, each month, the status.
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
            // That of the chosen one is told below the list; a name of two letters would tell nothing.
            _ => (3, 0),
        };
        // A cell at either side, and a blank before the months and before the status.
        let name = usize::from(area.width).saturating_sub(12 * month + status + 4);
        Self {
            name,
            month,
            status,
        }
    }
}

/// Draws a year.
pub(super) fn draw(
    (year, found, pick): (u16, Option<&DutyYear>, Pick),
    buffer: &mut Buffer,
    area: Rect,
    shared: &Shared,
) {
    let lang = shared.lang;
    let found = found.filter(|found| found.year == year);
    let title = text::TITLE.with(lang, &[("year", &year.to_string())]);
    let note = found.map_or_else(String::new, |found| count(found, shared));
    let body = headed(buffer, area, (&title, &note), shared);
    let Some(found) = found else {
        let said = format!(" {}", text::WAIT.get(lang));
        let alphabet = shared.symbols.alphabet;
        put_text(buffer, body, 0, (&said, shared.theme.dim), alphabet);
        return;
    };
    let widths = Widths::of(area);
    put(buffer, body, 0, &heading(year, widths, shared));
    let meant = meaning(area, shared);
    let height = usize::from(body.height);
    let under = CHOSEN + meant.len();
    // The rows come first: what explains them is left out where there is no room for both.
    let rows = found.lines.len().min(height.saturating_sub(1 + under));
    let rows = rows.max(found.lines.len().min(height.saturating_sub(1)).min(4));
    let listed = top(below(body, 1), rows);
    list(buffer, listed, (pick, found.lines.len()), shared, |at| {
        let line = found.lines.get(at);
        line.map_or_else(Line::default, |line| row(line, found, widths, shared))
    });
    let rest = below(body, 1 + rows);
    rule(buffer, rest, 0, shared);
    if let Some(line) = found.lines.get(pick.at) {
        let said = below(rest, 1);
        for (row, (said_row, style)) in chosen(line, found, area, shared).iter().enumerate() {
            let said_row = format!(" {said_row}");
            let shown = (said_row.as_str(), *style);
            put_text(buffer, said, row, shown, shared.symbols.alphabet);
        }
    }
    let last = usize::from(rest.height).saturating_sub(meant.len());
    if last >= CHOSEN {
        for (row, line) in meant.iter().enumerate() {
            put(buffer, below(rest, last), row, line);
        }
    }
}

fn count(found: &DutyYear, shared: &Shared) -> String {
    let of = |wanted: &[DutyMark]| {
        let marks = found.duties.iter().map(|view| view.mark(shared.now));
        marks
            .filter(|mark| wanted.contains(mark))
            .count()
            .to_string()
    };
    let (done, open, over) = (
        of(&[DutyMark::Done, DutyMark::Late]),
        of(&[DutyMark::Open]),
        of(&[DutyMark::Overdue]),
    );
    let values = [("done", &*done), ("open", &*open), ("over", &*over)];
    format!("  {}", text::YEAR_COUNT.with(shared.lang, &values))
}

fn heading(year: u16, widths: Widths, shared: &Shared) -> Line<'static> {
    let (lang, theme) = (shared.lang, &shared.theme);
    let name = columns(
        [(text::DUTY.get(lang), widths.name, theme.heading)],
        shared.symbols.alphabet,
    );
    let mut spans = vec![Span::raw(" ")];
    spans.extend(name.spans);
    spans.push(Span::raw(" "));
    let today = super::today(shared);
    for month in 1..=12_u32 {
        let now = i32::from(year) == today.year() && month == today.month();
        // The number begins over the mark; what points to this month stands before it.
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

fn row(line: &PlanLine, found: &DutyYear, widths: Widths, shared: &Shared) -> Line<'static> {
    let lang = shared.lang;
    let name = line.plan.say(lang);
    let alphabet = shared.symbols.alphabet;
    let mut spans = columns([(&*name, widths.name, shared.theme.text)], alphabet).spans;
    spans.push(Span::raw(" "));
    for month in &line.months {
        spans.push(cell(*month, widths.month, shared));
    }
    spans.push(Span::raw(" "));
    let (said, style) = status(line, found, shared);
    spans.extend(columns([(&*said, widths.status, style)], alphabet).spans);
    Line::from(spans)
}

/// A month: the most urgent mark, and how many where they are several.
fn cell(month: DutyMonth, cells: usize, shared: &Shared) -> Span<'static> {
    let lead = " ".repeat(cells.saturating_sub(2));
    let Some(mark) = month.mark else {
        // A hyphen is what lies ahead.
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
fn status(line: &PlanLine, found: &DutyYear, shared: &Shared) -> (String, Style) {
    let lang = shared.lang;
    let of_line = found.duties.iter();
    let of_line = of_line.filter(|view| view.duty.promise == line.plan.promise);
    let urgent = of_line.min_by_key(|view| view.mark(shared.now));
    let Some(view) = urgent else {
        let ahead = line.months.iter().any(|month| month.mark.is_some());
        let said = if ahead {
            DutyMark::Ahead.say(lang)
        } else {
            String::new()
        };
        return (said, shared.theme.dim);
    };
    let mark = view.mark(shared.now);
    let due = view.deadline.as_ref().map_or_else(String::new, |deadline| {
        let date = deadline.due.date;
        let same = date.year() == i32::from(found.year);
        let form = if same { "%m/%d" } else { "%y/%m/%d" };
        date.format(form).to_string()
    });
    let said = format!("{} {due}", mark.say(lang));
    (said, style(mark, shared))
}

/// The chosen row in words: what is asked, its months, and what is due next.
fn chosen(line: &PlanLine, found: &DutyYear, area: Rect, shared: &Shared) -> Vec<(String, Style)> {
    let (lang, theme) = (shared.lang, &shared.theme);
    let cells = usize::from(area.width).saturating_sub(2);
    let alphabet = shared.symbols.alphabet;
    let dot = shared.symbols.dot;
    let of_line = found.duties.iter();
    let next = of_line
        .filter(|view| view.duty.promise == line.plan.promise)
        .filter_map(|view| view.deadline.as_ref())
        .find(|deadline| deadline.is_open());
    let next = next.map(|deadline| {
        let calendar = shared.rules.as_ref().map(|rules| rules.calendars.now());
        let due = day(deadline.due.date, super::today(shared), lang);
        let left = calendar.map_or_else(String::new, |calendar| {
            Remaining::of(deadline, shared.now, calendar).say(lang)
        });
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
    let mut said: Vec<(String, Style)> = Vec::new();
    let begins = match &line.plan.begins {
        OpeningRule::After(duty) => screens::CHARTER_AFTER.with(lang, &[("duty", duty)]),
        OpeningRule::Planned => {
            let key = shared.keys.shown(KeyContext::Duties, Action::Add);
            let dated = screens::CHARTER_DATED.get(lang);
            format!("{dated} {dot} {key} {}", text::PLAN.get(lang))
        }
        OpeningRule::Each(_) => String::new(),
    };
    let told = [
        (action, theme.heading),
        (begins, theme.dim),
        (marks.join(&format!(" {dot} ")), theme.text),
        (next.unwrap_or_default(), theme.text),
    ];
    for (told, style) in told {
        let rows = wrapped(&told, cells, alphabet);
        said.extend(rows.into_iter().map(|row| (row, style)));
    }
    said.truncate(CHOSEN - 1);
    said
}

/// The months of a mark as stretches: `1-3, 6`.
fn months(mark: DutyMark, months: &[DutyMonth; 12]) -> String {
    let mut stretches: Vec<(usize, usize)> = Vec::new();
    for (at, month) in months.iter().enumerate() {
        if month.mark != Some(mark) {
            continue;
        }
        match stretches.last_mut() {
            Some((_, last)) if *last == at => *last = at + 1,
            _ => stretches.push((at + 1, at + 1)),
        }
    }
    let shown = stretches.iter().map(|(first, last)| {
        if first == last {
            first.to_string()
        } else {
            format!("{first}-{last}")
        }
    });
    shown.collect::<Vec<_>>().join(", ")
}

/// What the marks mean, in rows.
fn meaning(area: Rect, shared: &Shared) -> Vec<Line<'static>> {
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
