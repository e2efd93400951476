//! Draws a form, with the terminal's cursor where text is entered.
//!
//! Must not change the form.

use super::layout::{self, FieldLayout, Row};
use crate::{
    form::{Checks, Control, Form, FormField, Pick, checks::BOX, control::choice_ends},
    tui::{
        page::seen,
        targets::{Drawing, Target},
        text::{cut, pad, visible, width},
    },
    words::forms as text,
};
use ratatui::{
    Frame,
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    widgets::{Block, Borders, Clear, Widget},
};

/// The least rows of an open list, with its frame.
const LIST: u16 = 5;

/// A form while it is drawn: its area, and the first row shown.
struct FormCanvas<'a> {
    area: Rect,
    top: u16,
    shared: &'a Drawing<'a>,
}

impl FormCanvas<'_> {
    /// The visible part of a place, in cells of the screen.
    fn visible_part(&self, place: Rect) -> Option<Rect> {
        let above = self.top.saturating_sub(place.y);
        let height = place.height.checked_sub(above).filter(|rows| *rows > 0)?;
        let y = self.area.y + place.y.saturating_sub(self.top);
        let room = Rect::new(self.area.x + place.x, y, place.width, height);
        let seen = room.intersection(self.area);
        (!seen.is_empty()).then_some(seen)
    }
}

/// Writes a text into an area of one row, cut to fit.
pub(in crate::tui) fn put(
    buffer: &mut Buffer,
    area: Rect,
    text: &str,
    style: Style,
    shared: &Drawing<'_>,
) {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    let alphabet = shared.symbols.alphabet;
    let shown = visible(text, alphabet);
    let shown = cut(&shown, usize::from(area.width), alphabet);
    buffer.set_string(area.x, area.y, shown, style);
}

impl Form {
    /// Draws the form, scrolled so that the focused field is in view, and places the cursor.
    pub fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let area = area.intersection(frame.area());
        if area.is_empty() {
            return;
        }
        let rows = layout::placed(&self.fields, area.width, area.height);
        let sheet = FormCanvas {
            area,
            top: self.first_row(&rows, area.height),
            shared,
        };
        for row in &rows {
            self.row_view(frame.buffer_mut(), row, &sheet);
        }
        marks(frame.buffer_mut(), &sheet, layout::height(&rows));
        let mut places = rows.iter().flat_map(|row| &row.places);
        if let Some(place) = places.find(|place| place.field == self.focus)
            && let Some(field) = self.fields.get(place.field)
        {
            match &field.control {
                Control::Choice(choice) if choice.is_open() => {
                    let (picks, at) = choice.picks();
                    list(frame.buffer_mut(), (picks, Some(at), true), place, &sheet);
                }
                Control::Name(name) => {
                    if let Some((picks, at)) = name.list() {
                        list(frame.buffer_mut(), (picks, at, false), place, &sheet);
                    }
                }
                _ => {}
            }
            if let Some(at) = cursor(field, place, &sheet) {
                frame.set_cursor_position(at);
            }
        }
    }

    /// The first row shown: the focused field is in the middle where the form is too long.
    fn first_row(&self, rows: &[Row], height: u16) -> u16 {
        let all = layout::height(rows);
        let has_focus = |row: &&Row| row.places.iter().any(|place| place.field == self.focus);
        let row = rows.iter().find(has_focus);
        let Some(row) = row.filter(|_| all > height) else {
            return 0;
        };
        let above = height.saturating_sub(row.height) / 2;
        let top = row.top.saturating_sub(above);
        // Where items fill more than the screen, the focused one is in view.
        let last = row.places.iter().filter_map(|place| {
            let field = self.fields.get(place.field)?;
            match &field.control {
                Control::Checks(checks) => Some(row.top + checks.place(place.control.width).1),
                _ => None,
            }
        });
        let down = last.max().unwrap_or(0).saturating_sub(height);
        top.max(down).min(all - height)
    }

    fn row_view(&self, buffer: &mut Buffer, row: &Row, sheet: &FormCanvas<'_>) {
        let theme = &sheet.shared.theme;
        for place in &row.places {
            let Some(field) = self.fields.get(place.field) else {
                continue;
            };
            let focused = place.field == self.focus;
            if let Some(area) = sheet.visible_part(place.label) {
                sheet.shared.target(area, Target::Label(place.field));
                let style = if focused { theme.focus } else { theme.text };
                let star = if field.required { "*" } else { "" };
                let label = format!("{}{star}", field.label);
                put(buffer, area, &label, style, sheet.shared);
                if focused {
                    let mark = Rect {
                        x: area.x.saturating_sub(1),
                        width: 1,
                        ..area
                    };
                    let symbol = sheet.shared.symbols.selected;
                    put(buffer, mark, symbol, style, sheet.shared);
                }
            }
            if let Some(area) = sheet.visible_part(place.control) {
                let target = match &field.control {
                    Control::Checks(_) => Target::Picks {
                        field: place.field,
                        first: usize::from(sheet.top.saturating_sub(place.control.y)),
                    },
                    _ => Target::Field(place.field),
                };
                sheet.shared.target(area, target);
            }
            if let Control::Checks(checks) = &field.control {
                checks_view(buffer, checks, place, focused, sheet);
            } else if let Some(area) = sheet.visible_part(place.control) {
                control(buffer, field, area, focused, sheet.shared);
                if focused {
                    said_time(buffer, field, area, sheet.shared);
                }
            }
        }
        let (x, y) = row.faults_at;
        let cells = sheet.area.width.saturating_sub(x + 1);
        for (fault, y) in row.faults.iter().zip(y..) {
            if let Some(area) = sheet.visible_part(Rect::new(x, y, cells, 1)) {
                put(buffer, area, fault, theme.error, sheet.shared);
            }
        }
    }
}

/// Draws the items with their boxes; the focused one in its style.
fn checks_view(
    buffer: &mut Buffer,
    checks: &Checks,
    place: &FieldLayout,
    focused: bool,
    sheet: &FormCanvas<'_>,
) {
    let theme = &sheet.shared.theme;
    let mut y = place.control.y;
    let rows = checks.rows(place.control.width);
    for ((_, ticked, here), rows) in checks.items().zip(rows) {
        let has_focus = focused && here;
        let style = if has_focus { theme.focus } else { theme.text };
        for (nth, row) in rows.iter().enumerate() {
            let mark = match (nth, ticked) {
                (0, true) => "[x] ".to_owned(),
                (0, false) => "[ ] ".to_owned(),
                _ => " ".repeat(BOX),
            };
            let room = Rect {
                y,
                height: 1,
                ..place.control
            };
            if let Some(area) = sheet.visible_part(room) {
                put(buffer, area, &format!("{mark}{row}"), style, sheet.shared);
            }
            y += 1;
        }
    }
}

/// Writes beside what is typed which time that is, where there is room for it.
fn said_time(buffer: &mut Buffer, field: &FormField, area: Rect, shared: &Drawing<'_>) {
    let calendar = shared.calendar();
    let said = calendar.and_then(|calendar| field.said_time(calendar, shared.now, shared.lang));
    let Some(said) = said else { return };
    // The caret, and a blank before and behind.
    let taken = width(field.control.value()) + 2;
    let cells = width(&said) + 1;
    if taken + cells > usize::from(area.width) {
        return;
    }
    let skip = u16::try_from(taken).unwrap_or(area.width);
    let place = Rect {
        x: area.x + skip,
        width: area.width - skip,
        ..area
    };
    put(buffer, place, &said, shared.theme.dim, shared);
}

fn control(
    buffer: &mut Buffer,
    field: &FormField,
    area: Rect,
    focused: bool,
    shared: &Drawing<'_>,
) {
    let style = if focused {
        shared.theme.focus
    } else {
        shared.theme.text
    };
    match &field.control {
        Control::Line(line) => line.draw(area, &shared.theme, buffer),
        Control::Name(name) => name.line().draw(area, &shared.theme, buffer),
        Control::Text(text, _) => text.draw(area, &shared.theme, buffer),
        Control::Choice(choice) => {
            let (picks, at) = choice.picks();
            let name = choice.chosen().map_or("", |pick| pick.name.as_str());
            let [before, behind] = choice_ends(at, picks.len());
            let room = usize::from(area.width).saturating_sub(before.len() + behind.len());
            let alphabet = shared.symbols.alphabet;
            let name = visible(name, alphabet);
            let shown = format!("{before}{}{behind}", cut(&name, room, alphabet));
            put(buffer, area, &shown, style, shared);
        }
        Control::Toggle(on) => {
            let (mark, word) = if *on {
                ("x", text::YES)
            } else {
                (" ", text::NO)
            };
            let word = match field.note.as_str() {
                "" => word.get(shared.lang),
                note => note,
            };
            let shown = format!("[{mark}] {word}");
            put(buffer, area, &shown, style, shared);
        }
        // Drawn item by item, since the screen may begin among them.
        Control::Checks(_) => {}
    }
}

/// The place of the cursor: at the caret, else at the first cell of what is chosen.
fn cursor(field: &FormField, place: &FieldLayout, sheet: &FormCanvas<'_>) -> Option<Position> {
    if let Control::Checks(checks) = &field.control {
        let row = Rect {
            y: place.control.y + checks.place(place.control.width).0,
            height: 1,
            ..place.control
        };
        let seen = sheet.visible_part(row)?;
        return Some(Position::new(seen.x + 1.min(seen.width - 1), seen.y));
    }
    let seen = sheet.visible_part(place.control)?;
    let (x, y) = match &field.control {
        Control::Line(line) => line.caret(seen.width, seen.height),
        Control::Name(name) => name.line().caret(seen.width, seen.height),
        Control::Text(text, _) => text.caret(seen.width, seen.height),
        Control::Choice(_) => (2, 0),
        Control::Toggle(_) | Control::Checks(_) => (1, 0),
    };
    let inside = |at: u16, size: u16| at.min(size.saturating_sub(1));
    Some(Position::new(
        seen.x + inside(x, seen.width),
        seen.y + inside(y, seen.height),
    ))
}

/// Draws the marks of more above and below, in the last column.
fn marks(buffer: &mut Buffer, sheet: &FormCanvas<'_>, height: u16) {
    let (area, symbols) = (sheet.area, &sheet.shared.symbols);
    let mut mark = |y: u16, symbol: &str| {
        let place = Rect::new(area.right().saturating_sub(1), y, 1, 1);
        put(buffer, place, symbol, sheet.shared.theme.dim, sheet.shared);
    };
    if sheet.top > 0 {
        mark(area.y, symbols.more_above);
    }
    if height > sheet.top + area.height {
        mark(area.bottom().saturating_sub(1), symbols.more_below);
    }
}

/// Draws an open list and which of it is chosen, each with the digit that jumps to it where `digits`; left out where there
/// is no room.
fn list(
    buffer: &mut Buffer,
    (picks, at, digits): (&[Pick], Option<usize>, bool),
    place: &FieldLayout,
    sheet: &FormCanvas<'_>,
) {
    let Some(area) = list_area(picks, place, sheet) else {
        return;
    };
    let (theme, symbols) = (&sheet.shared.theme, &sheet.shared.symbols);
    Clear.render(area, buffer);
    for row in area.rows() {
        // A wide character that reaches under the frame would be drawn over it.
        if let Some(cell) = buffer.cell_mut((row.x.saturating_sub(1), row.y))
            && width(cell.symbol()) > 1
        {
            cell.set_symbol(" ");
        }
    }
    let block = Block::new()
        .borders(Borders::ALL)
        .border_set(symbols.border)
        .border_style(theme.frame);
    let inner = block.inner(area);
    block.render(area, buffer);
    let rows = usize::from(inner.height);
    let first = seen(at.unwrap_or(0), picks.len(), rows).start;
    let field = place.field;
    sheet.shared.target(inner, Target::Picks { field, first });
    for ((n, pick), row) in picks.iter().enumerate().skip(first).zip(inner.rows()) {
        let (mark, style) = if Some(n) == at {
            (symbols.selected, theme.bar)
        } else {
            (symbols.unselected, theme.text)
        };
        let digit = (digits && n < 9).then(|| (n + 1).to_string());
        let digit = digit.as_deref().unwrap_or(" ");
        let name = visible(&pick.name, symbols.alphabet);
        let shown = format!("{mark}{digit} {name}");
        let shown = pad(&shown, usize::from(row.width), symbols.alphabet);
        put(buffer, row, &shown, style, sheet.shared);
    }
}

/// The area of an open list: below the choice, or above it where there is more room.
fn list_area(picks: &[Pick], place: &FieldLayout, sheet: &FormCanvas<'_>) -> Option<Rect> {
    let seen = sheet.visible_part(place.control)?;
    let below = sheet.area.bottom().saturating_sub(seen.bottom());
    let above = seen.y.saturating_sub(sheet.area.y);
    let full_height = u16::try_from(picks.len() + 2).unwrap_or(u16::MAX);
    let height = full_height.min(below.max(above));
    if height < LIST.min(full_height) {
        return None;
    }
    let y = if full_height <= below || below >= above {
        seen.bottom()
    } else {
        seen.y - height
    };
    let alphabet = sheet.shared.symbols.alphabet;
    let names = picks.iter();
    let names = names.map(|pick| width(&visible(&pick.name, alphabet)));
    // Frame, mark, digit, and a blank before and after the name.
    let wide = u16::try_from(names.max().unwrap_or(0) + 6).unwrap_or(u16::MAX);
    let wide = wide.min(sheet.area.right().saturating_sub(seen.x));
    Some(Rect::new(seen.x, y, wide, height))
}
