//! Draws the form of a holiday.

use super::{day_form::DayForm, days::Day};
use crate::{
    tui::{
        keymap::{Action, KeyContext},
        page::{below, put_text, put_texts, rule, top, wrapped_all},
        screen::Shared,
        targets::Drawing,
    },
    words::{Say, screens as text},
};
use ratatui::{Frame, layout::Rect, style::Style};

/// The rows that the form needs.
pub(super) fn rows(form: &DayForm, cells: usize, shared: &Shared) -> usize {
    // The rule and the title over the fields, the notes under them.
    let alphabet = shared.symbols.alphabet;
    let notes = wrapped_all(notes(form, shared), cells.saturating_sub(2), alphabet);
    2 + height(form, cells) + notes.len()
}

/// Draws the form with the cursor in it.
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
    let notes = notes(form, shared);
    put_texts(frame.buffer_mut(), under, 0, notes, alphabet);
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

/// The notes under the fields.
fn notes(form: &DayForm, shared: &Shared) -> Vec<(String, Style)> {
    let (lang, theme) = (shared.lang, &shared.theme);
    let submit = shared.keys.shown(KeyContext::Form, Action::Submit);
    let submit = text::HOLIDAY_SUBMIT.with(lang, &[("key", &submit)]);
    let wrong = form
        .wrong
        .iter()
        .map(|wrong| (wrong.say(lang), theme.error));
    let notes = [
        (submit, theme.text),
        (text::HOLIDAY_ADD_NOTE.get(lang).to_owned(), theme.dim),
    ];
    wrong.chain(notes).collect()
}
