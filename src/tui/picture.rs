//! A buffer as text, for tests that look at a screen.
//!
//! `TestBackend` adds a note about hidden cells to every row with a wide character; this does not.

use ratatui::buffer::{Buffer, CellWidth};

/// The rows of a buffer as text, wide characters once, blanks at the end of a row left out.
pub(crate) fn picture(buffer: &Buffer) -> String {
    let area = buffer.area;
    let mut out = String::new();
    for y in area.top()..area.bottom() {
        let mut row = String::new();
        let mut x = area.left();
        while let Some(cell) = buffer.cell((x, y)) {
            row.push_str(cell.symbol());
            x += cell.symbol().cell_width().max(1);
        }
        out.push_str(row.trim_end());
        out.push('\n');
    }
    out
}
