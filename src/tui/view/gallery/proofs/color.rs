//! What colours tell, and what is read without them.

use super::shape::{row, symbol};
use crate::{
    config::Look,
    domain::deadline::Status,
    tui::{
        backend::ColorDepth,
        duties::DutyScreen,
        front::Front,
        picture::picture,
        theme::{Theme, tests::contrast},
        view::gallery::paint,
    },
    words::{Lang, Say, screens as text},
};
use ratatui::{
    buffer::{Buffer, CellWidth},
    style::{Color, Modifier, Style},
};
use std::collections::BTreeMap;

/// The looks with a background of their own, and the contrast that their text must have.
const LOOKS: [(Look, f64); 3] = [(Look::Dark, 4.5), (Look::Light, 4.5), (Look::Contrast, 7.0)];

/// The text is the same with every number of colours, no colour alone tells two things of one word apart, what has a
/// background of its own has a shape of its own, and every text can be read on its background. Each size has its own look.
pub(super) fn tells_nothing_alone(name: &str, at: usize, plain: &Buffer, front: &mut Front) {
    let text = picture(plain);
    paint::color(front);
    front.model.shared.theme.overdue = Style::new().fg(OVERDUE);
    let colored = front.buffer();
    assert_eq!(picture(&colored), text, "{name}");
    let alone = told_by_color_alone(plain, &colored);
    assert!(alone.is_empty(), "{name}: {alone:?}");
    // Below the head of the duties, a heading or a shape says it.
    let rows = match front.model.shown::<DutyScreen>() {
        Some(_) => 1,
        None => colored.area.height,
    };
    let untold = overdue_without_words(&colored, rows, front.model.shared.lang);
    assert!(untold.is_empty(), "{name}: {untold:?}\n{text}");
    let (look, least) = LOOKS[(name.len() + at) % LOOKS.len()];
    let theme = Theme::new(ColorDepth::True, look);
    front.model.shared.theme = theme;
    let colored = front.buffer();
    assert_eq!(picture(&colored), text, "{name}: {look}");
    let faults = [
        told_by_background_alone(plain, &colored),
        faint(&colored, least),
    ]
    .concat();
    assert!(faults.is_empty(), "{name}: {look}: {faults:?}\n{text}");
    paint::no_color(front);
}

/// A colour in which nothing is drawn but what is overdue.
pub(super) const OVERDUE: Color = Color::LightMagenta;

/// Of the first rows, the texts in the colour of what is overdue in whose row no word says so. A bracket around a day and a
/// mark of one letter are shapes.
pub(super) fn overdue_without_words(colored: &Buffer, rows: u16, lang: Lang) -> Vec<String> {
    let late = [Status::MetLate.say(lang), Status::Missed.say(lang)];
    let over = text::HELP_OVERDUE_MARK.get(lang);
    let said = |y| {
        let row: String = row(colored, y).into_iter().map(|(_, it)| it).collect();
        row.contains(over) || late.iter().any(|late| row.contains(late))
    };
    paint::all(colored)
        .iter()
        .filter(|run| run.style.fg == Some(OVERDUE) && run.at.0 < rows)
        .map(|run| (run.at.0, words(colored, run)))
        .filter(|(_, it)| it.chars().count() > 1 && !it.ends_with(']'))
        .filter(|(y, it)| it.contains(char::is_alphanumeric) && !said(*y))
        .map(|(_, it)| it)
        .collect()
}

/// The text of a stretch.
fn words(buffer: &Buffer, run: &paint::Run) -> String {
    let (y, mut x) = run.at;
    let (mut words, end) = (String::new(), x + run.cells);
    while x < end {
        let symbol = symbol(buffer, x, y);
        words.push_str(symbol);
        x += symbol.cell_width().max(1);
    }
    words.trim().to_owned()
}

/// Words that stand in two colours and are alike without them. Dim text is ordinary text of less weight.
pub(super) fn told_by_color_alone(plain: &Buffer, colored: &Buffer) -> Vec<String> {
    let ordinary = |color: Color| {
        if color == Color::DarkGray {
            Color::Reset
        } else {
            color
        }
    };
    let (mut seen, mut alone) = (BTreeMap::new(), Vec::new());
    for run in paint::all(colored) {
        let (y, x) = run.at;
        let shape = plain.cell((x, y)).map(|cell| cell.modifier.bits());
        let color = ordinary(run.style.fg.unwrap_or_default());
        let said = words(colored, &run);
        let other = seen.insert((said.clone(), shape), color);
        if !said.is_empty() && other.is_some_and(|other| other != color) {
            alone.push(said);
        }
    }
    alone
}

/// Rows with a background of their own that are neither marked nor of another shape without it.
pub(super) fn told_by_background_alone(plain: &Buffer, colored: &Buffer) -> Vec<String> {
    let ground = colored[(0, 1)].bg;
    let mut alone = Vec::new();
    for run in paint::all(colored) {
        let (y, x) = run.at;
        let shaped = plain[(x, y)].modifier != Modifier::empty();
        let marked = row(plain, y)
            .iter()
            .any(|(at, mark)| *at <= x && *mark == "▌");
        if run.style.bg != Some(ground) && !shaped && !marked {
            alone.push(format!("row {y}: {:?}", words(colored, &run)));
        }
    }
    alone
}

/// Texts that cannot be told from their background, or that have none of the look.
pub(super) fn faint(colored: &Buffer, least: f64) -> Vec<String> {
    let mut faint = Vec::new();
    for run in paint::all(colored) {
        let text = words(colored, &run);
        let (Some(Color::Rgb(..)), Some(Color::Rgb(..))) = (run.style.fg, run.style.bg) else {
            faint.push(format!("{:?}: {text:?} has the terminal's own", run.at));
            continue;
        };
        let (fg, bg) = (run.style.fg.unwrap(), run.style.bg.unwrap());
        let found = contrast(fg, bg);
        if !text.is_empty() && found < least {
            faint.push(format!("{:?}: {text:?} {found:.2}", run.at));
        }
    }
    faint
}

/// Where frames and marks are to be ASCII, nothing but text of certain width is drawn.
pub(super) fn ascii_is_enough(name: &str, front: &mut Front) {
    let symbols = front.model.shared.symbols;
    front.in_ascii();
    let shown = front.picture();
    let other = of_uncertain_width(&shown);
    front.model.shared.symbols = symbols;
    assert!(other.is_empty(), "{name}: {other:?}\n{shown}");
}

/// What is neither ASCII nor Hangul.
pub(super) fn of_uncertain_width(shown: &str) -> String {
    let plain = |c: char| c.is_ascii() || matches!(c, '가'..='힣' | 'ㄱ'..='ㅣ');
    shown.chars().filter(|c| !plain(*c)).collect()
}
