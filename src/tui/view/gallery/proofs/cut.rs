//! What there is no room for, and what must be whole all the same.

use super::{
    Seen, Wording, language,
    shape::{row, symbol},
};
use crate::tui::{front::Front, picture::picture, screen::StatusMessage};
use ratatui::buffer::Buffer;

/// What a screen tells that has room for all, with the sentence of what went wrong on it.
pub(super) fn wording(front: &Front, sentence: Option<String>) -> Wording {
    let buffer = front.buffer();
    let (shared, place) = (&front.model.shared, front.model.key_context());
    // Where not all fits, a key is named that shows it.
    let bindings = shared.keys.bindings(place);
    let labels = bindings
        .iter()
        .map(|binding| binding.label.get(shared.lang));
    let text = labels.fold(picture(&buffer), |text, label| text + " " + label);
    let words = text.split([' ', '\n', '▌', '▲', '▼', '│']);
    let words = words.map(str::to_owned).collect();
    let fault = place
        .takes_text()
        .then(|| fault_of_field(&buffer))
        .flatten();
    let sentences = sentence.into_iter().chain(fault);
    let sentences = sentences.map(|it| joined(&it)).collect();
    Wording { words, sentences }
}

/// What is wrong with the field that has the keys, below which it stands.
fn fault_of_field(buffer: &Buffer) -> Option<String> {
    let at = (0..buffer.area.height).find(|y| symbol(buffer, 0, *y) == "▌")?;
    let below = columns(buffer, at + 1).into_iter().next()?;
    below.text.contains(": ").then_some(below.text)
}

/// What stands together in a row: up to a frame, or to two blanks.
struct Column {
    text: String,
}

/// The columns of a row.
fn columns(buffer: &Buffer, y: u16) -> Vec<Column> {
    let (mut found, mut text) = (Vec::new(), String::new());
    let mut end = |text: &mut String| {
        let whole = std::mem::take(text);
        let text = whole.trim().to_owned();
        found.extend((!text.is_empty()).then_some(Column { text }));
    };
    for (_, cell) in row(buffer, y) {
        match cell {
            "│" | "▌" | "▲" | "▼" | "┌" | "┐" | "└" | "┘" => end(&mut text),
            " " if text.ends_with(' ') => end(&mut text),
            _ => text.push_str(cell),
        }
    }
    end(&mut text);
    found
}

/// A column ends in a mark, or in a word that is whole, goes on in the next row or began in the one before.
pub(super) fn what_is_cut_says_so(seen: &Seen<'_>) -> Result<(), String> {
    let rows: Vec<Vec<Column>> = (0..seen.buffer.area.height)
        .map(|y| columns(&seen.buffer, y))
        .collect();
    let none = Vec::new();
    for (y, row) in rows.iter().enumerate() {
        let above = y.checked_sub(1).map_or(&none, |y| &rows[y]);
        let below = rows.get(y + 1).unwrap_or(&none);
        for column in row {
            let Some(last) = column.text.split_whitespace().last() else {
                continue;
            };
            let is_word =
                |word: &str| seen.wording.words.contains(word) || language::words().contains(word);
            let goes_on = || {
                let firsts = below
                    .iter()
                    .filter_map(|next| next.text.split_whitespace().next());
                firsts
                    .into_iter()
                    .any(|first| is_word(&format!("{last}{first}")))
            };
            let began = || {
                let lasts = above
                    .iter()
                    .filter_map(|one| one.text.split_whitespace().last());
                column.text == last
                    && lasts
                        .into_iter()
                        .any(|one| is_word(&format!("{one}{last}")))
            };
            let whole = last.ends_with('…')
                || !last.contains(char::is_alphanumeric)
                // A place in a list, a number of a column that is counted anew.
                || (last.len() < 4 || last.contains('-')) && last.chars().all(|c| c.is_ascii_digit() || "/-".contains(c))
                || is_word(last)
                || goes_on()
                || began();
            if !whole {
                return Err(format!("{last:?} is no word in row {y}"));
            }
        }
    }
    Ok(())
}

/// Whether a sentence stands in place of the keys, whose own ellipsis tells what is cut.
pub(super) fn labels_are_whole(seen: &Seen<'_>) -> Result<(), String> {
    let model = &seen.front.model;
    if model.saying.is_some() || model.jump.is_some() {
        return Ok(());
    }
    let line = seen.picture.lines().last().unwrap_or_default();
    let mut rest = line.trim();
    while let Some((_, after)) = rest
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("] "))
    {
        rest = after;
    }
    let bindings = model.shared.keys.bindings(model.key_context());
    let mut shown = 0;
    for binding in bindings.iter().filter(|binding| binding.footer > 0) {
        let key = binding.keys.first().map(|key| key.name());
        let label = binding.label.get(model.shared.lang);
        let Some(after) = rest.strip_prefix(&format!("{} {label}", key.unwrap_or_default())) else {
            break;
        };
        rest = after.trim_start();
        shown += 1;
    }
    let ranked = bindings.iter().filter(|binding| binding.footer > 0).count();
    if !rest.is_empty() || shown < ranked.min(3) {
        return Err(format!("{rest:?} after {shown} of {line:?}"));
    }
    Ok(())
}

/// A text as it is read: without the blanks at which it breaks.
fn joined(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What a clerk is told ends the screen to its last word, and stands nowhere else on it.
pub(super) fn what_is_said_is_whole_and_told_once(seen: &Seen<'_>) -> Result<(), String> {
    let (Some(StatusMessage::Done(said) | StatusMessage::Refused(said)), None) =
        (&seen.front.model.saying, &seen.front.model.jump)
    else {
        return Ok(());
    };
    let (said, shown) = (joined(said), joined(&seen.picture));
    match shown.strip_suffix(&said) {
        Some(above) if above.contains(&said) => Err(format!("twice: {said}")),
        Some(_) => Ok(()),
        None => Err(format!("not whole: {said}")),
    }
}

/// A refusal and the fault of the field that has the keys stand on the screen as a whole, whatever its size.
pub(super) fn what_went_wrong_is_whole(seen: &Seen<'_>) -> Result<(), String> {
    let shown = joined(&seen.picture);
    let mut sentences = seen.wording.sentences.iter();
    match sentences.find(|sentence| !shown.contains(*sentence)) {
        Some(cut) => Err(format!("not whole: {cut}")),
        None => Ok(()),
    }
}
