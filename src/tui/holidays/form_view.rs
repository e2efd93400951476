//! How the form of a holiday is drawn.

use super::{day_form::DayForm, days::Day};
use crate::{
    tui::{
        keymap::{Action, KeyContext},
        page::{below, put_text, rule, top, wrapped},
        screen::Shared,
        targets::Drawing,
    },
    words::{Say, screens as text},
};
use ratatui::{Frame, layout::Rect, style::Style};

/// How many rows the form needs.
pub(super) fn rows(form: &DayForm, cells: usize, shared: &Shared) -> usize {
    // The rule and the title over the fields, what to know and what is wrong under them.
    2 + height(form, cells) + note_lines(form, cells, shared).len()
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
    let height = height(form, usize::from(area.width));
    form.form.view(frame, top(fields, height), shared);
    let under = below(fields, height);
    for (row, (line, style)) in note_lines(form, usize::from(area.width), shared)
        .iter()
        .enumerate()
    {
        let line = format!(" {line}");
        put_text(frame.buffer_mut(), under, row, (&line, *style), alphabet);
    }
}

fn height(form: &DayForm, cells: usize) -> usize {
    let cells = u16::try_from(cells).unwrap_or(u16::MAX);
    usize::from(form.form.height(cells))
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
fn note_lines(form: &DayForm, cells: usize, shared: &Shared) -> Vec<(String, Style)> {
    let (lang, theme) = (shared.lang, &shared.theme);
    let submit = shared.keys.shown(KeyContext::Form, Action::Submit);
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
