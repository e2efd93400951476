//! Whole characters and whole frames.

use super::Seen;
use ratatui::buffer::{Buffer, CellWidth};

/// The symbol of a cell.
pub(super) fn symbol(buffer: &Buffer, x: u16, y: u16) -> &str {
    buffer.cell((x, y)).map_or("", |cell| cell.symbol())
}

/// The cells of a row that are seen: first cell and symbol.
pub(super) fn row(buffer: &Buffer, y: u16) -> Vec<(u16, &str)> {
    let (mut seen, mut x) = (Vec::new(), 0);
    while x < buffer.area.width {
        let symbol = symbol(buffer, x, y);
        seen.push((x, symbol));
        x += symbol.cell_width().max(1);
    }
    seen
}

pub(in super::super) fn wide_characters_are_whole(buffer: &Buffer) -> Result<(), String> {
    for y in 0..buffer.area.height {
        for (x, wide) in row(buffer, y) {
            if wide.cell_width() < 2 {
                continue;
            }
            let over = symbol(buffer, x + 1, y);
            if over != " " {
                return Err(format!("{over:?} lies over {wide} at {x},{y}"));
            }
        }
    }
    Ok(())
}

pub(super) fn frames_are_whole(seen: &Seen<'_>) -> Result<(), String> {
    let buffer = &seen.buffer;
    let upright = |x: u16, y: u16| {
        let side = symbol(buffer, x, y);
        matches!(side, "│" | "┌" | "┐" | "└" | "┘" | "├" | "┤" | "┬" | "┴")
    };
    for y in 0..buffer.area.height {
        let cells = row(buffer, y);
        for (x, corner) in &cells {
            let closed = |other: &str| cells.iter().any(|(at, it)| at > x && *it == other);
            let whole = match *corner {
                "│" => y > 0 && upright(*x, y - 1) || upright(*x, y + 1),
                "┌" => closed("┐"),
                "└" => closed("┘"),
                _ => true,
            };
            if !whole {
                return Err(format!("{corner} stands alone at {x},{y}"));
            }
        }
        // A rule goes to the edge, or to the frame of what stands beside it.
        let mut after = cells.iter().map(|(_, it)| *it).skip_while(|it| *it == "─");
        if symbol(buffer, 0, y) == "─" && !matches!(after.next(), None | Some("│")) {
            return Err(format!("the rule in row {y} is broken"));
        }
    }
    Ok(())
}
