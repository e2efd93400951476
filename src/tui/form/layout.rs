//! The layout of a form: labels on the left, controls beside them, faults below.
//!
//! A pure function of the fields and the size, so that drawing and keys agree. Must not draw.

use crate::form::{
    Control, FormField,
    text::{Alphabet, width},
    wrap::wrap,
};
use ratatui::layout::Rect;

/// The widest column of labels.
const LABELS: u16 = 24;
/// Width from which a row can have two fields.
const TWO_COLUMNS: u16 = 60;
/// Cells of the mark before the field that has the keys.
const MARK: u16 = 1;

/// A field's place; rows are counted from the top of the form.
#[derive(Clone, Debug)]
pub(super) struct FieldLayout {
    pub(super) field: usize,
    pub(super) label: Rect,
    pub(super) control: Rect,
}

/// A row of one or two fields, with the faults of both below.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) top: u16,
    pub(super) height: u16,
    pub(super) places: Vec<FieldLayout>,
    pub(super) faults: Vec<String>,
    pub(super) faults_at: (u16, u16),
}

/// The most rows a text field grows to.
const TALLEST: u16 = 12;

/// The rows of a form in an area of that size; text fields grow into rows that would be blank.
pub(super) fn placed(fields: &[FormField], wide: u16, high: u16) -> Vec<Row> {
    let rows = arranged(fields, wide, 0);
    let is_text = |field: &&FormField| matches!(field.control, Control::Text(..));
    let texts = fields.iter().filter(is_text).count();
    let spare = high.saturating_sub(height(&rows));
    match spare.checked_div(u16::try_from(texts).unwrap_or(u16::MAX)) {
        None | Some(0) => rows,
        Some(grow) => arranged(fields, wide, grow),
    }
}

/// The rows at a width. The last column is for the marks of more above and below.
fn arranged(fields: &[FormField], wide: u16, grow: u16) -> Vec<Row> {
    let wide = wide.saturating_sub(1);
    let half = wide / 2;
    let right = on_the_right(fields, wide);
    let labels = label_cells(fields, |at| !right.contains(&at));
    let labels_right = label_cells(fields, |at| right.contains(&at));
    let mut rows: Vec<Row> = Vec::new();
    let mut top = 0;
    let shown = fields.iter().enumerate();
    for (at, field) in shown.filter(|(_, field)| field.is_shown()) {
        let beside = right.contains(&at) && rows.last().is_some_and(|row| row.places.len() == 1);
        let pair = right.contains(&(at + 1));
        let (x, room, label) = match (beside, pair) {
            (true, _) => (half + 1, wide - half - 1, labels_right),
            (false, true) => (0, half, labels),
            (false, false) => (0, wide, labels),
        };
        let label = label.min(room / 2);
        if beside && let Some(last) = rows.last_mut() {
            let room = Rect::new(x, last.top, room, grow);
            last.places.push(place(at, field, room, label));
            top = finish(last, fields, wide);
        } else {
            let mut row = Row {
                top,
                height: 0,
                places: vec![place(at, field, Rect::new(x, top, room, grow), label)],
                faults: Vec::new(),
                faults_at: (MARK + label.min(4), 0),
            };
            top = finish(&mut row, fields, wide);
            rows.push(row);
        }
    }
    rows
}

/// The fields that are beside the one before them: where both have the room that they need.
fn on_the_right(fields: &[FormField], wide: u16) -> Vec<usize> {
    if wide < TWO_COLUMNS {
        return Vec::new();
    }
    let beside = |at: usize| fields.get(at).is_some_and(|field| field.beside);
    let (left, right) = (wide / 2, wide - wide / 2 - 1);
    let labels = label_cells(fields, |at| !beside(at));
    let labels_right = label_cells(fields, beside);
    let fits = |field: &FormField, room: u16, label: u16| {
        let label = label.min(room / 2);
        field.control.needs() <= usize::from(room.saturating_sub(MARK + label))
    };
    let pairs = fields.iter().zip(fields.iter().skip(1)).enumerate();
    pairs
        .filter(|(_, (one, other))| {
            other.beside && fits(one, left, labels) && fits(other, right, labels_right)
        })
        .map(|(at, _)| at + 1)
        .collect()
}

/// The number of rows of a form.
pub(super) fn height(rows: &[Row]) -> u16 {
    rows.last().map_or(0, |row| row.top + row.height)
}

/// The width of the labels of the fields at some places.
fn label_cells(fields: &[FormField], of: impl Fn(usize) -> bool) -> u16 {
    let widest = fields
        .iter()
        .enumerate()
        .filter(|(at, _)| of(*at))
        .map(|(_, field)| width(&field.label) + usize::from(field.required))
        .max();
    u16::try_from(widest.unwrap_or(0) + 1)
        .unwrap_or(LABELS)
        .min(LABELS)
}

/// The place of a field; `room.height` is how many rows a text field may grow.
fn place(at: usize, field: &FormField, room: Rect, label: u16) -> FieldLayout {
    let taken = MARK + label;
    let cells = room.width.saturating_sub(taken).max(1);
    let height = match &field.control {
        Control::Text(_, rows) => (rows + room.height).min(TALLEST).max(*rows).max(1),
        Control::Checks(checks) => {
            let rows: usize = checks.rows(cells).iter().map(Vec::len).sum();
            u16::try_from(rows).unwrap_or(u16::MAX)
        }
        _ => 1,
    };
    let control = Rect::new(room.x + taken, room.y, cells, height);
    FieldLayout {
        field: at,
        // A blank between the longest label and its control.
        label: Rect::new(room.x + MARK, room.y, label.saturating_sub(1).max(1), 1),
        control,
    }
}

/// Sets the height of a row and its faults; returns where the next row begins.
fn finish(row: &mut Row, fields: &[FormField], wide: u16) -> u16 {
    let controls = row.places.iter().map(|place| place.control.height);
    let controls = controls.max().unwrap_or(1);
    let room = usize::from(wide.saturating_sub(row.faults_at.0));
    let places = row.places.iter();
    let faults = places.filter_map(|place| fields.get(place.field)?.fault.as_ref());
    let faults = faults.flat_map(|fault| wrap(fault, room, Alphabet::Unicode));
    row.faults = faults.collect();
    row.faults_at.1 = row.top + controls;
    row.height = controls + u16::try_from(row.faults.len()).unwrap_or(0);
    row.top + row.height
}
