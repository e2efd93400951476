//! Finding cases by words.
//!
//! The desk is asked at every change; answers for words that were typed over are passed by. Must not know the index.

mod hits;
mod row;
#[cfg(test)]
mod tests;

use super::{
    effect::{Effect, Told},
    field::{Edit, LineField},
    hangul,
    keymap::Action,
    page::{
        Pick, below, body_rows, columns, headed, list, put, put_text, rule, top, typed_line,
        wrapped,
    },
    screen::{Go, Heard, Reply, Saying, Shared},
};
use crate::{
    desk::QueueRow,
    words::{Lang, Phrase, screens as text},
};
use ratatui::{
    Frame,
    layout::Rect,
    text::{Line, Span},
};
use row::Columns;

/// How many cases are asked for.
const LIMIT: u32 = 50;
/// How many characters can be searched for.
const MOST: usize = 100;
/// Rows beside the list: heading, field, what was found, the names of the columns, and two for the chosen case.
const BESIDE_LIST: usize = 7;

/// Finding cases by words.
#[derive(Debug)]
pub struct SearchScreen {
    field: LineField,
    /// What the desk was asked last.
    asked: String,
    /// What the words would be with the Korean input method on, while they are searched for instead.
    meant: Option<String>,
    /// What was found, and by which words; `None` before the first answer.
    found: Option<(String, Vec<QueueRow>)>,
    pick: Pick,
}

impl Default for SearchScreen {
    fn default() -> Self {
        Self::new()
    }
}

impl SearchScreen {
    /// Opens the screen; what it needs is asked for by its first answer.
    pub fn new() -> Self {
        Self {
            field: LineField::limited(MOST),
            asked: String::new(),
            meant: None,
            found: None,
            pick: Pick::default(),
        }
    }

    /// Hears something and answers.
    pub fn update(&mut self, heard: &Heard<'_>, shared: &Shared) -> Reply {
        match heard {
            Heard::Action(Action::Open) => self
                .chosen()
                .map_or_else(Reply::none, |row| Reply::go(Go::Subject(row.subject))),
            Heard::Action(Action::Back) => Reply::go(Go::Queue),
            Heard::Action(action) => {
                let page = body_rows(shared).saturating_sub(BESIDE_LIST).max(1);
                self.pick.moved(*action, self.rows().len(), page);
                Reply::none()
            }
            Heard::Key(key) => {
                let edit = self.field.handle(*key);
                self.edited(edit, shared)
            }
            Heard::Paste(pasted) => {
                let edit = self.field.paste(pasted);
                self.edited(edit, shared)
            }
            Heard::Told(Told::Found(words, rows)) => self.told(words, rows),
            // Back from a case, what was found may have changed.
            Heard::Opened if !self.asked.is_empty() => self.ask(),
            Heard::Told(_) | Heard::Opened => Reply::none(),
        }
    }

    fn edited(&mut self, edit: Edit, shared: &Shared) -> Reply {
        match edit {
            Edit::Changed => self.changed(),
            Edit::TooLong => {
                let most = MOST.to_string();
                let said = text::SEARCH_LONG.with(shared.lang, &[("most", &most)]);
                Reply::say(Saying::Refused(said))
            }
            Edit::Moved | Edit::Ignored => Reply::none(),
        }
    }

    fn changed(&mut self) -> Reply {
        let words = self.field.text().trim();
        if words == self.asked && self.meant.is_none() {
            return Reply::none();
        }
        words.clone_into(&mut self.asked);
        self.meant = None;
        self.pick = Pick::default();
        if self.asked.is_empty() {
            self.found = None;
            return Reply::none();
        }
        self.ask()
    }

    fn ask(&self) -> Reply {
        Reply::ask(Effect::Search(self.asked.clone(), LIMIT))
    }

    fn told(&mut self, words: &str, rows: &[QueueRow]) -> Reply {
        if words != self.asked {
            return Reply::none();
        }
        if rows.is_empty()
            && self.meant.is_none()
            && let Some(meant) = hangul::typed_in_wrong_mode(words)
        {
            self.asked.clone_from(&meant);
            self.meant = Some(meant);
            return self.ask();
        }
        // The bar stays on its case where the same words are answered again.
        let before = self.chosen().map(|row| row.subject);
        let again = before.and_then(|number| rows.iter().position(|row| row.subject == number));
        self.pick.at = again.unwrap_or_default();
        self.found = Some((words.to_owned(), rows.to_vec()));
        Reply::none()
    }

    fn rows(&self) -> &[QueueRow] {
        self.found.as_ref().map_or(&[], |(_, rows)| rows)
    }

    fn chosen(&self) -> Option<&QueueRow> {
        self.rows().get(self.pick.at)
    }

    /// Draws the screen.
    pub fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Shared) {
        let note = self
            .found
            .as_ref()
            .map_or_else(String::new, |(_, rows)| count(rows.len(), shared.lang));
        let title = text::SEARCH_TITLE.get(shared.lang);
        let body = headed(frame.buffer_mut(), area, (title, &note), shared);
        typed_line(&self.field, frame, body, shared);
        let rest = below(body, 1);
        let buffer = frame.buffer_mut();
        let Some((words, rows)) = &self.found else {
            for (row, line) in hints(shared).iter().enumerate() {
                put(buffer, below(rest, 1), row, line);
            }
            return;
        };
        let alphabet = shared.symbols.alphabet;
        let (said, style) = (self.said(words, rows.len(), shared.lang), shared.theme.text);
        let cells = usize::from(rest.width).saturating_sub(2);
        if rows.is_empty() {
            for (row, line) in wrapped(&said, cells, alphabet).iter().enumerate() {
                let line = format!(" {line}");
                put_text(buffer, below(rest, 1), row, (&line, style), alphabet);
            }
            return;
        }
        put_text(buffer, rest, 0, (&format!(" {said}"), style), alphabet);
        let columns = Columns::new(usize::from(rest.width));
        put(buffer, rest, 1, &columns.heading(shared));
        let pick = (self.pick, rows.len());
        let under = below(rest, usize::from(rest.height.saturating_sub(2)));
        rule(buffer, under, 0, shared);
        if let Some(chosen) = self.chosen() {
            let mut line = row::whole(chosen, words, cells, shared);
            line.spans.insert(0, Span::raw(" "));
            put(buffer, under, 1, &line);
        }
        let listed = below(top(rest, usize::from(rest.height.saturating_sub(2))), 2);
        list(buffer, listed, pick, shared, |at| {
            rows.get(at)
                .map_or_else(Line::default, |row| columns.line(row, words, shared))
        });
    }

    /// What there is to say of what was found.
    fn said(&self, words: &str, found: usize, lang: Lang) -> String {
        let typed = self.field.text().trim();
        match &self.meant {
            _ if found == 0 => text::SEARCH_NONE.with(lang, &[("words", typed)]),
            Some(meant) if meant == words => {
                text::SEARCH_MEANT.with(lang, &[("words", typed), ("meant", meant)])
            }
            _ => String::new(),
        }
    }
}

fn count(found: usize, lang: Lang) -> String {
    let phrase = match found {
        1 => text::SEARCH_ONE,
        many if many >= usize::try_from(LIMIT).unwrap_or(usize::MAX) => text::SEARCH_MANY,
        _ => text::SEARCH_COUNT,
    };
    phrase.with(lang, &[("n", &found.to_string())])
}

/// What can be typed, with an example of each.
fn hints(shared: &Shared) -> Vec<Line<'static>> {
    let (lang, theme, alphabet) = (shared.lang, &shared.theme, shared.symbols.alphabet);
    let heading = Line::from(vec![
        Span::raw(" "),
        Span::styled(text::SEARCH_HINT.get(lang), theme.heading),
    ]);
    let examples: [(&str, Phrase); 4] = [
        ("소음", text::SEARCH_HINT_WORD),
        ("ㅅㅇ", text::SEARCH_HINT_INITIALS),
        ("2026-000412", text::SEARCH_HINT_NUMBER),
        ("010-1234-5678", text::SEARCH_HINT_PHONE),
    ];
    let lines = examples.into_iter().map(|(example, meaning)| {
        let cells = usize::from(shared.size.0).saturating_sub(18);
        let told = (meaning.get(lang), cells, theme.text);
        let mut line = columns([(example, 14, theme.key), told], alphabet);
        line.spans.insert(0, Span::raw("  "));
        line
    });
    std::iter::once(heading).chain(lines).collect()
}
