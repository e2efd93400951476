//! How the form of a holiday is drawn.

use super::{
    day_form::{DayForm, Field},
    days::Day,
};
use crate::{
    tui::{
        keymap::{Action, Place},
        page::{below, cell, put, put_text, rule, wrapped},
        screen::Shared,
        targets::{Drawing, Target},
    },
    words::{Phrase, Say, screens as text},
};
use ratatui::{
    Frame,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

/// Cells before a field: the mark and the label.
const LABEL: u16 = 14;

/// How many rows the form needs.
pub(super) fn rows(form: &DayForm, cells: usize, shared: &Shared) -> usize {
    // The rule and the title over the fields, what to know and what is wrong under them.
    2 + form.fields().len() + told(form, cells, shared).len()
}

/// Draws the form, and puts the cursor where the text is typed.
pub(super) fn draw(
    form: &DayForm,
    days: &[Day],
    frame: &mut Frame<'_>,
    area: Rect,
    shared: &Drawing<'_>,
) {
    let alphabet = shared.symbols.alphabet;
    let buffer = frame.buffer_mut();
    rule(buffer, area, 0, shared);
    let title = format!(" {}", title(form, days, shared));
    put_text(buffer, area, 1, (&title, shared.theme.heading), alphabet);
    let fields = below(area, 2);
    for (row, field) in form.fields().iter().enumerate() {
        draw_field(form, (row, *field), frame, below(fields, row), shared);
    }
    let under = below(fields, form.fields().len());
    for (row, (line, style)) in told(form, usize::from(area.width), shared)
        .iter()
        .enumerate()
    {
        let line = format!(" {line}");
        put_text(frame.buffer_mut(), under, row, (&line, *style), alphabet);
    }
}

fn title(form: &DayForm, days: &[Day], shared: &Shared) -> String {
    let Some(date) = form.removed else {
        return text::HOLIDAY_ADD_TITLE.get(shared.lang).to_owned();
    };
    let day = days.iter().find(|day| day.date == date);
    let name = day.map_or("", |day| day.name.as_str());
    let values = [("date", &*date.to_string()), ("name", name)];
    text::HOLIDAY_REMOVE_TITLE.with(shared.lang, &values)
}

/// What is told under the fields, each line with its style.
fn told(form: &DayForm, cells: usize, shared: &Shared) -> Vec<(String, Style)> {
    let (lang, theme) = (shared.lang, &shared.theme);
    let submit = shared.keys.shown(Place::Form, Action::Submit);
    let mut said = vec![
        (
            text::HOLIDAY_SUBMIT.with(lang, &[("key", &submit)]),
            theme.text,
        ),
        (text::HOLIDAY_ADD_NOTE.get(lang).to_owned(), theme.dim),
    ];
    if let Some(wrong) = &form.wrong {
        said.insert(0, (wrong.say(lang), theme.error));
    }
    said.into_iter()
        .flat_map(|(said, style)| {
            let rows = wrapped(&said, cells.saturating_sub(2), shared.symbols.alphabet);
            rows.into_iter().map(move |row| (row, style))
        })
        .collect()
}

fn label(field: Field) -> Phrase {
    match field {
        Field::Date => text::HOLIDAY_DATE,
        Field::Name => text::HOLIDAY_NAME,
        Field::Kind => text::HOLIDAY_KIND,
        Field::Source => text::HOLIDAY_SOURCE,
        Field::Decided => text::HOLIDAY_DECIDED,
    }
}

fn draw_field(
    form: &DayForm,
    (at, field): (usize, Field),
    frame: &mut Frame<'_>,
    area: Rect,
    shared: &Drawing<'_>,
) {
    if area.height == 0 || area.width <= LABEL + 2 {
        return;
    }
    let (lang, theme, symbols) = (shared.lang, &shared.theme, &shared.symbols);
    let focused = form.focus() == field;
    let (mark, style) = if focused {
        (symbols.selected, theme.focus)
    } else {
        (symbols.unselected, theme.text)
    };
    let name = cell(
        label(field).get(lang),
        usize::from(LABEL) - 2,
        symbols.alphabet,
    );
    let line = Line::from(vec![Span::styled(mark, style), Span::styled(name, style)]);
    put(frame.buffer_mut(), area, 0, &line);
    let width = area.width - LABEL - 2;
    let wide = match field {
        Field::Date | Field::Decided => width.min(16),
        Field::Name | Field::Kind | Field::Source => width.min(60),
    };
    let place = Rect {
        x: area.x + LABEL,
        width: wide,
        height: 1,
        ..area
    };
    let named = Rect {
        width: LABEL,
        height: 1,
        ..area
    };
    shared.target(named, Target::Label(at));
    shared.target(place, Target::Field(at));
    let (x, y) = if let Some(line) = form.line(field) {
        frame.render_widget(line.view(theme.into()), place);
        line.caret(place.width, 1)
    } else {
        let said = format!("< {} >", form.kind().say(lang));
        let said = (said.as_str(), theme.text);
        put_text(frame.buffer_mut(), place, 0, said, symbols.alphabet);
        (0, 0)
    };
    if focused {
        frame.set_cursor_position((place.x + x, place.y + y));
    }
}
