//! Finding cases by words and fields.
//!
//! The desk is asked at every change; answers for lines that were typed over are passed by. Must not know the index.

mod row;
#[cfg(test)]
mod tests;

use super::{
    effect::{Change, DeskReply, Effect, Query, SearchReply},
    field::{Edit, LineField},
    keymap::{Action, KeyContext},
    page::{
        Pick, below, body_rows, columns, headed, list, put, put_text, rule, top, typed_line,
        wrapped,
    },
    restore::{Bookmark, Step},
    screen::{
        Go, News, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared, StatusMessage,
        TextInput, Ticks,
    },
    targets::Drawing,
};
use crate::{
    desk::{SearchResults, SearchRow},
    domain::find::QueryError,
    words::{Lang, Phrase, Say, find as words, screens as text},
};
use ratatui::{
    Frame,
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};
use row::Columns;
use serde_json::json;

/// How many cases are asked for.
const LIMIT: u32 = 50;
/// How many characters can be searched for.
const MOST: usize = 100;
/// Rows beside the list: heading, field, what was found, the names of the columns, and three for the chosen case.
const BESIDE_LIST: usize = 8;

/// Finding cases by words and fields.
#[derive(Debug)]
pub struct SearchScreen {
    field: LineField,
    /// What the desk was asked last.
    asked: String,
    answer: Answer,
    pick: Pick,
}

/// What the desk said last.
#[derive(Debug)]
enum Answer {
    None,
    /// What was found.
    Found(Box<SearchResults>),
    /// Why that cannot be searched for.
    Fault(QueryError),
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
            answer: Answer::None,
            pick: Pick::default(),
        }
    }

    fn edited(&mut self, edit: Edit, shared: &Shared) -> ScreenAnswer {
        match edit {
            Edit::Changed => self.changed(),
            Edit::TooLong => {
                let most = MOST.to_string();
                let said = text::SEARCH_LONG.with(shared.lang, &[("most", &most)]);
                ScreenAnswer::say(StatusMessage::Refused(said))
            }
            Edit::Moved | Edit::Ignored => ScreenAnswer::none(),
        }
    }

    fn changed(&mut self) -> ScreenAnswer {
        let line = self.field.text().trim();
        if line == self.asked {
            return ScreenAnswer::none();
        }
        line.clone_into(&mut self.asked);
        self.pick = Pick::default();
        if self.asked.is_empty() {
            self.answer = Answer::None;
            return ScreenAnswer::none();
        }
        self.ask()
    }

    /// Saves what is typed as a view, `name = fields`, or under its own fields.
    fn save(&self) -> ScreenAnswer {
        let (name, line) = self
            .asked
            .split_once('=')
            .unwrap_or((&self.asked, &self.asked));
        let effect = Effect::Write(Change::SaveView(
            name.trim().to_owned(),
            line.trim().to_owned(),
        ));
        ScreenAnswer::ask(effect)
    }

    /// What is searched for: what stands before a `=` names a view to be saved.
    fn line(&self) -> &str {
        let line = self
            .asked
            .split_once('=')
            .map_or(self.asked.as_str(), |(_, line)| line);
        line.trim()
    }

    fn ask(&self) -> ScreenAnswer {
        let line = self.line();
        if line.is_empty() {
            return ScreenAnswer::none();
        }
        ScreenAnswer::ask(Query::Search(line.to_owned(), LIMIT))
    }

    fn take_found(&mut self, line: &str, found: &SearchResults) {
        if line != self.line() {
            return;
        }
        // The bar stays on its case where the same line is answered again.
        let before = self.chosen().map(|row| row.row.subject);
        let rows = &found.rows;
        let again =
            before.and_then(|subject| rows.iter().position(|row| row.row.subject == subject));
        self.pick.at = again.unwrap_or_default();
        self.answer = Answer::Found(Box::new(found.clone()));
    }

    /// What is to be searched for to the end, and how many at most: the answer ended at its bound, and there may be more.
    fn unfinished(&self) -> Option<(&str, u32)> {
        let Answer::Found(found) = &self.answer else {
            return None;
        };
        let more = !found.whole && !is_full(found);
        more.then(|| (self.line(), LIMIT))
    }

    /// How many cases are listed.
    #[cfg(test)]
    pub(super) fn found(&self) -> usize {
        self.rows().len()
    }

    fn rows(&self) -> &[SearchRow] {
        match &self.answer {
            Answer::Found(found) => &found.rows,
            Answer::None | Answer::Fault(_) => &[],
        }
    }

    fn chosen(&self) -> Option<&SearchRow> {
        self.rows().get(self.pick.at)
    }

    fn view_found(
        &self,
        buffer: &mut Buffer,
        area: Rect,
        found: &SearchResults,
        shared: &Drawing<'_>,
    ) {
        let alphabet = shared.symbols.alphabet;
        let said = format!(" {}", self.said(found, shared.lang));
        put_text(buffer, area, 0, (&said, shared.theme.text), alphabet);
        let columns = Columns::new(usize::from(area.width), shared.lang);
        put(buffer, area, 1, &columns.heading(shared));
        let pick = (self.pick, found.rows.len());
        let listed_rows = area.height.saturating_sub(3);
        let under = below(area, usize::from(listed_rows));
        rule(buffer, under, 0, shared);
        if let Some(chosen) = self.chosen() {
            let cells = usize::from(area.width).saturating_sub(2);
            let whole = row::whole(&chosen.row, &found.words, cells, shared);
            let place = row::place(chosen, &found.words, cells, shared);
            for (at, mut line) in [(1, whole), (2, place)] {
                line.spans.insert(0, Span::raw(" "));
                put(buffer, under, at, &line);
            }
        }
        let listed = below(top(area, usize::from(listed_rows)), 2);
        list(buffer, listed, pick, shared, |at| {
            found
                .rows
                .get(at)
                .map_or_else(Line::default, |row| columns.line(row, &found.words, shared))
        });
    }

    /// What there is to say of what was found.
    fn said(&self, found: &SearchResults, lang: Lang) -> String {
        let typed = self.asked.as_str();
        match &found.meant {
            _ if found.rows.is_empty() && found.whole => {
                text::SEARCH_NONE.with(lang, &[("words", typed)])
            }
            _ if found.rows.is_empty() => text::SEARCH_GOES_ON.with(lang, &[("words", typed)]),
            Some(meant) => text::SEARCH_MEANT.with(lang, &[("words", typed), ("meant", meant)]),
            None => String::new(),
        }
    }
}

impl Screen for SearchScreen {
    fn state(&self) -> ScreenState<'_> {
        ScreenState {
            unfinished: self.unfinished(),
            ..ScreenState::at(KeyContext::Search, Purpose::Results)
        }
    }

    fn ticks(&self, _shared: &Shared) -> Ticks {
        Ticks::Minute
    }

    fn text_input(&self) -> Option<&dyn TextInput> {
        Some(&self.field)
    }

    fn text_input_mut(&mut self) -> Option<&mut dyn TextInput> {
        Some(&mut self.field)
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        match event {
            ScreenEvent::Action(Action::Open) => match self.chosen() {
                Some(row) => ScreenAnswer::go(Go::Subject(row.row.subject)),
                None => nothing_to(text::SEARCH_OPEN, shared),
            },
            ScreenEvent::Action(Action::Back) => ScreenAnswer::go(Go::Queue),
            ScreenEvent::Action(Action::Submit) if self.asked.is_empty() => {
                nothing_to(text::SEARCH_SAVE, shared)
            }
            ScreenEvent::Action(Action::Submit) => self.save(),
            ScreenEvent::Action(action) => {
                let page = body_rows(shared).saturating_sub(BESIDE_LIST).max(1);
                self.pick.moved(*action, self.rows().len(), page);
                ScreenAnswer::none()
            }
            ScreenEvent::Key(key) => {
                let edit = self.field.handle(*key);
                self.edited(edit, shared)
            }
            ScreenEvent::Paste(pasted) => {
                let edit = self.field.paste(pasted);
                self.edited(edit, shared)
            }
            ScreenEvent::Pointer(pointed) => {
                self.field.point(*pointed);
                ScreenAnswer::none()
            }
            ScreenEvent::Reply(DeskReply::Search(SearchReply::Found(line, found))) => {
                self.take_found(line, found);
                ScreenAnswer::none()
            }
            ScreenEvent::Reply(DeskReply::Search(SearchReply::Saved(view))) => {
                let said = words::VIEW_KEPT.with(shared.lang, &[("name", &view.name)]);
                ScreenAnswer::say(StatusMessage::Done(said))
            }
            ScreenEvent::Reply(DeskReply::Search(SearchReply::Unsearchable(line, fault))) => {
                if line == self.line() {
                    self.answer = Answer::Fault(fault.clone());
                }
                ScreenAnswer::none()
            }
            // Back from a case, what was found may have changed.
            ScreenEvent::Opened if !self.asked.is_empty() => self.ask(),
            ScreenEvent::Draft(..)
            | ScreenEvent::Failed(_)
            | ScreenEvent::Reply(_)
            | ScreenEvent::Opened => ScreenAnswer::none(),
        }
    }

    fn outdated(&mut self, news: News, shared: &Shared) -> ScreenAnswer {
        match news {
            News::Written => self.update(&ScreenEvent::Opened, shared),
            News::Minute | News::Duties => ScreenAnswer::none(),
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let note = match &self.answer {
            Answer::Found(found) => count(found, shared.lang),
            Answer::None | Answer::Fault(_) => String::new(),
        };
        let title = text::SEARCH_TITLE.get(shared.lang);
        let body = headed(frame.buffer_mut(), area, (title, &note), shared);
        typed_line(&self.field, frame, body, shared);
        let rest = below(body, 1);
        let buffer = frame.buffer_mut();
        match &self.answer {
            Answer::None => {
                for (row, line) in hints(shared).iter().enumerate() {
                    put(buffer, below(rest, 1), row, line);
                }
            }
            Answer::Fault(fault) => sentence(buffer, rest, &fault.say(shared.lang), shared),
            Answer::Found(found) if found.rows.is_empty() => {
                sentence(buffer, rest, &self.said(found, shared.lang), shared);
            }
            Answer::Found(found) => self.view_found(buffer, rest, found, shared),
        }
    }

    fn bookmark(&self) -> Option<Bookmark> {
        Some(Bookmark::of(Action::Search, json!(self.field.text())))
    }

    fn restore(&mut self, bookmark: &Bookmark, step: Step, shared: &Shared) -> ScreenAnswer {
        match (step, bookmark.at.as_str()) {
            (Step::Opened, Some(line)) => self.update(&ScreenEvent::Paste(line), shared),
            _ => ScreenAnswer::none(),
        }
    }
}

/// Why a key has nothing to work on.
fn nothing_to(phrase: Phrase, shared: &Shared) -> ScreenAnswer {
    ScreenAnswer::say(StatusMessage::Refused(phrase.get(shared.lang).to_owned()))
}

/// A sentence in place of the list.
fn sentence(buffer: &mut Buffer, area: Rect, said: &str, shared: &Drawing<'_>) {
    let alphabet = shared.symbols.alphabet;
    let cells = usize::from(area.width).saturating_sub(2);
    for (row, line) in wrapped(said, cells, alphabet).iter().enumerate() {
        let line = format!(" {line}");
        put_text(
            buffer,
            below(area, 1),
            row,
            (&line, shared.theme.text),
            alphabet,
        );
    }
}

/// True where as many were found as were asked for.
fn is_full(found: &SearchResults) -> bool {
    found.rows.len() >= usize::try_from(LIMIT).unwrap_or(usize::MAX)
}

fn count(found: &SearchResults, lang: Lang) -> String {
    let rows = found.rows.len();
    let phrase = match rows {
        0 if !found.whole => return String::new(),
        _ if is_full(found) => text::SEARCH_MANY,
        _ if !found.whole => text::SEARCH_MORE,
        1 => text::SEARCH_ONE,
        _ => text::SEARCH_COUNT,
    };
    phrase.with(lang, &[("n", &rows.to_string())])
}

/// What can be typed, with an example of each.
fn hints(shared: &Shared) -> Vec<Line<'static>> {
    let (lang, theme, alphabet) = (shared.lang, &shared.theme, shared.symbols.alphabet);
    let fields = match lang {
        Lang::Ko => ["담당:김", "기한:오늘", "상태:초과"],
        Lang::En => ["officer:me", "due:today", "status:overdue"],
    };
    let heading = Line::from(vec![
        Span::raw(" "),
        Span::styled(text::SEARCH_HINT.get(lang), theme.heading),
    ]);
    let examples: [(&str, Phrase); 7] = [
        ("소음", text::SEARCH_HINT_WORD),
        ("ㅅㅇ", text::SEARCH_HINT_INITIALS),
        ("2026-000412", text::SEARCH_HINT_NUMBER),
        ("010-1234-5678", text::SEARCH_HINT_PHONE),
        (fields[0], text::SEARCH_HINT_FIELD),
        (fields[1], text::SEARCH_HINT_FIELDS),
        (fields[2], text::SEARCH_HINT_MORE),
    ];
    let lines = examples.into_iter().map(|(example, meaning)| {
        let cells = usize::from(shared.size.0).saturating_sub(19);
        let told = (meaning.get(lang), cells, theme.text);
        let mut line = columns([(example, 15, theme.key), told], alphabet);
        line.spans.insert(0, Span::raw("  "));
        line
    });
    std::iter::once(heading).chain(lines).collect()
}
