//! The chart: the days as rows, with numbers and bars.

use crate::{
    domain::{
        find::DueWindow,
        outlook::{Load, Outlook, OutlookBar},
    },
    form::load,
    tui::{
        page::{Pick, below, cell, list, put, seen, top},
        screen::Shared,
        targets::{Drawing, Target},
        text::width,
    },
    words::{Say, grouped, outlook as text},
};
use chrono::{Datelike, Weekday};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

/// The most cells of a bar: a longer one is no easier to read.
const BAR: u16 = 100;

/// A blank after each column, and one for the mark on either side.
const BESIDE: usize = 6;

/// The widths of the columns, in cells.
struct Columns {
    when: usize,
    closed: usize,
    all: usize,
    mine: usize,
    bar: u16,
}

impl Columns {
    fn of(outlook: &Outlook, cells: u16, shared: &Shared) -> Self {
        let lang = shared.lang;
        let bars = || outlook.bars.iter();
        let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0);
        let when = widest(&mut bars().map(|bar| width(&bar.ends.label(outlook.today, lang))));
        let closed = widest(&mut bars().map(|bar| width(&closed(bar, shared))));
        let number = |of: fn(&Load) -> u64| {
            let digits = bars().map(|bar| grouped(of(&bar.load)).len());
            digits.max().unwrap_or(0)
        };
        let when = when.max(width(text::DAY.get(lang)));
        // A long name of a holiday must leave room for the bars.
        let closed = closed
            .max(width(text::CLOSED.get(lang)))
            .min(usize::from(cells) / 5);
        let all = number(|load| load.all).max(width(text::ALL.get(lang)));
        let mine = number(|load| load.mine).max(width(text::MINE.get(lang)));
        let fixed = when + closed + all + mine + BESIDE;
        let bar = usize::from(cells).saturating_sub(fixed);
        Self {
            when,
            closed,
            all,
            mine,
            bar: u16::try_from(bar).unwrap_or(BAR).min(BAR),
        }
    }
}

/// The width of the chart, at most `most` cells.
pub(super) fn cells(outlook: &Outlook, most: u16, shared: &Shared) -> u16 {
    let columns = Columns::of(outlook, most, shared);
    let bar = usize::from(columns.bar);
    let used = columns.when + columns.closed + columns.all + columns.mine + bar + BESIDE;
    u16::try_from(used).unwrap_or(most).min(most)
}

/// The bars in their rows; a blank row before every week where all fit.
fn rows(outlook: &Outlook, height: usize) -> Vec<Option<usize>> {
    let begins = |at: usize| match outlook.bars.get(at).map(|bar| bar.ends) {
        Some(DueWindow::On(day)) => day == outlook.today || day.weekday() == Weekday::Mon,
        Some(DueWindow::After(_)) => true,
        Some(DueWindow::Over) | None => false,
    };
    let all = 0..outlook.bars.len();
    let apart: Vec<_> = all
        .clone()
        .flat_map(|at| begins(at).then_some(None).into_iter().chain([Some(at)]))
        .collect();
    if apart.len() <= height {
        apart
    } else {
        all.map(Some).collect()
    }
}

/// Draws the names of the columns and a row for each bar.
pub(super) fn draw(
    outlook: &Outlook,
    (pick, mine): (Pick, bool),
    buffer: &mut Buffer,
    area: Rect,
    shared: &Drawing<'_>,
) {
    let columns = Columns::of(outlook, area.width, shared);
    put(buffer, area, 0, &heading(&columns, shared));
    let most = outlook.full_bar(mine);
    let area = below(area, 1);
    let rows = rows(outlook, usize::from(area.height));
    let chosen = rows.iter().position(|row| *row == Some(pick.at));
    let pick = Pick {
        at: chosen.unwrap_or_default(),
    };
    list(buffer, area, (pick, &rows), shared, |bar| {
        let bar = bar.and_then(|at| outlook.bars.get(at));
        bar.map(|bar| row(bar, outlook, (&columns, most, mine), shared))
            .unwrap_or_default()
    });
    targets(&rows, pick.at, area, shared);
}

/// Registers the bar of each row for clicks; blank rows are between them.
fn targets(rows: &[Option<usize>], at: usize, area: Rect, shared: &Drawing<'_>) {
    let shown = seen(at, rows.len(), usize::from(area.height));
    let chosen = rows.get(at).copied().flatten().unwrap_or_default();
    let total = rows.iter().flatten().count();
    for (row, bar) in rows.get(shown).unwrap_or_default().iter().enumerate() {
        let target = Target::List {
            // A blank row belongs to no bar.
            first: bar.unwrap_or(total),
            chosen,
            total,
        };
        shared.target(top(below(area, row), 1), target);
    }
}

fn heading(columns: &Columns, shared: &Shared) -> Line<'static> {
    let (lang, alphabet, theme) = (shared.lang, shared.symbols.alphabet, &shared.theme);
    let [mine, others, _] = shared.symbols.load();
    let legend = text::LEGEND.with(lang, &[("mine", mine), ("others", others)]);
    let said = format!(
        " {} {} {} {} ",
        cell(text::DAY.get(lang), columns.when, alphabet),
        cell(text::CLOSED.get(lang), columns.closed, alphabet),
        right(text::ALL.get(lang), columns.all),
        right(text::MINE.get(lang), columns.mine),
    );
    let legend = cell(&legend, usize::from(columns.bar), alphabet);
    Line::from(vec![
        Span::styled(said, theme.heading),
        Span::styled(legend, theme.dim),
    ])
}

fn row(
    bar: &OutlookBar,
    outlook: &Outlook,
    (columns, most, mine): (&Columns, u64, bool),
    shared: &Shared,
) -> Line<'static> {
    let (theme, alphabet) = (&shared.theme, shared.symbols.alphabet);
    let style = match bar.ends {
        DueWindow::Over if bar.load.all > 0 => theme.overdue,
        DueWindow::On(day) if day == outlook.today => theme.soon,
        _ if bar.closed.is_some() => theme.dim,
        _ => theme.text,
    };
    let shown = Load {
        all: bar.load.of(mine),
        ..bar.load
    };
    let cells = match bar.ends {
        // What comes after the last day is no single day: a bar would not be comparable.
        DueWindow::After(_) => 0,
        DueWindow::Over | DueWindow::On(_) => columns.bar,
    };
    let when = bar.ends.label(outlook.today, shared.lang);
    let text = |said: String, style: Style| Span::styled(said, style);
    let number = |count: u64, cells| {
        let style = if count == 0 { theme.dim } else { style };
        text(format!(" {}", right(&grouped(count), cells)), style)
    };
    let mut spans = vec![
        text(cell(&when, columns.when, alphabet), style),
        text(
            format!(" {}", cell(&closed(bar, shared), columns.closed, alphabet)),
            theme.dim,
        ),
        number(bar.load.all, columns.all),
        number(bar.load.mine, columns.mine),
        text(" ".to_owned(), style),
    ];
    let bar = load::bar(shown, most, cells, shared.symbols.load());
    spans.extend(bar.map(|part| text(part, style)));
    Line::from(spans)
}

/// Why the office is closed then; the name alone where there is one.
fn closed(bar: &OutlookBar, shared: &Shared) -> String {
    use crate::domain::count::ExclusionReason;
    match &bar.closed {
        None => String::new(),
        Some(ExclusionReason::Holiday(name) | ExclusionReason::Closure(name)) => name.clone(),
        Some(why) => why.say(shared.lang),
    }
}

/// A number or its heading at the right edge of its column.
fn right(said: &str, cells: usize) -> String {
    format!("{}{said}", " ".repeat(cells.saturating_sub(width(said))))
}
