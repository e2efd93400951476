//! The styles of a screen, as text.

use crate::{
    config::Look,
    tui::{backend::ColorDepth, front::Front, theme::Theme},
};
use ratatui::{
    buffer::{Buffer, CellWidth},
    style::{Color, Modifier, Style},
};

/// Draws in sixteen colours, as most terminals have them.
pub(super) fn color(front: &mut Front) {
    front.model.shared.theme = Theme::new(ColorDepth::Ansi16, Look::Terminal);
}

/// Draws without colours.
pub(super) fn no_color(front: &mut Front) {
    front.model.shared.theme = Theme::new(ColorDepth::None, Look::Terminal);
}

/// A stretch of cells of one row that look alike.
pub(super) struct Run {
    /// Its row and first cell.
    pub(super) at: (u16, u16),
    pub(super) cells: u16,
    /// How they look.
    pub(super) style: Style,
}

/// The stretches of every row, in order; the second half of a wide character looks like its first.
pub(super) fn all(buffer: &Buffer) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let cell = &buffer[(x, y)];
            let (style, cells) = (cell.style(), cell.symbol().cell_width().max(1));
            match found.last_mut() {
                Some(run) if run.at.0 == y && run.style == style => run.cells += cells,
                _ => found.push(Run {
                    at: (y, x),
                    cells,
                    style,
                }),
            }
            x += cells;
        }
    }
    found
}

/// A line for each row with more than ordinary text, rows that look alike together: the row, then first cell, number of
/// cells and style of each stretch.
pub(super) fn runs(buffer: &Buffer) -> String {
    let mut rows: Vec<(u16, u16, String)> = Vec::new();
    for run in all(buffer) {
        let said = name(run.style);
        if said.is_empty() {
            continue;
        }
        let (y, x) = run.at;
        let said = format!("  {x}+{} {said}", run.cells);
        match rows.last_mut() {
            Some((first, _, line)) if *first == y => *line += &said,
            _ => rows.push((y, y, said)),
        }
    }
    let mut out = String::new();
    let mut rows = rows.into_iter().peekable();
    while let Some((first, mut last, said)) = rows.next() {
        while rows
            .peek()
            .is_some_and(|(next, _, other)| *next == last + 1 && *other == said)
        {
            last += 1;
            rows.next();
        }
        let rows = if first == last {
            format!("{first}")
        } else {
            format!("{first}-{last}")
        };
        out.extend([&format!("{rows:>5}"), &*said, "\n"]);
    }
    out
}

fn name(style: Style) -> String {
    let mut said = Vec::new();
    let ordinary = |color: Option<Color>| color.filter(|color| *color != Color::Reset);
    said.extend(ordinary(style.fg).map(|color| color.to_string().to_lowercase()));
    said.extend(ordinary(style.bg).map(|color| format!("on {color}").to_lowercase()));
    for (modifier, name) in [
        (Modifier::BOLD, "bold"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
    ] {
        said.extend(
            style
                .add_modifier
                .contains(modifier)
                .then(|| name.to_owned()),
        );
    }
    said.join(" ")
}
