//! Finding cases by words and fields.
//!
//! Asks the desk at every change; an answer for another line than the present one is ignored. Must not know the index.

mod row;
#[cfg(test)]
mod tests;

use super::{
    effect::{Change, DeskReply, Query, SearchReply},
    field::{Edit, LineField},
    keymap::{Action, KeyContext},
    page::{
        Pick, below, body_rows, columns, headed, heading, indented, list, put, put_text, put_texts,
        rule, top, typed_line,
    },
    restore::{Bookmark, Step},
    screen::{Go, News, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared},
    targets::Drawing,
    text::width,
};
use crate::{
    desk::{SearchResults, SearchRow},
    domain::find::{Offer, QueryError, offers, with_next_offer},
    words::{Lang, Phrase, Say, find as words, screens as text},
};
use chrono::NaiveDate;
use ratatui::{
    Frame,
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};
use row::Columns;
use serde_json::json;

/// The most cases that are asked for.
const LIMIT: u32 = 50;
/// The most characters of a search.
const MOST: usize = 100;
/// Rows beside the list: heading, field, what was found, the names of the columns, and three for the chosen case.
const BESIDE_LIST: usize = 8;

/// Finding cases by words and fields.
#[derive(Debug)]
pub struct SearchScreen {
    field: LineField,
    /// The line the desk was asked for last, with the name of a view to be saved.
    query: String,
    answer: Answer,
    pick: Pick,
}

/// The last answer of the desk.
#[derive(Debug)]
enum Answer {
    None,
    Found(Box<SearchResults>),
    Fault(QueryError),
}

impl Default for SearchScreen {
    fn default() -> Self {
        Self {
            field: LineField::limited(MOST),
            query: String::new(),
            answer: Answer::None,
            pick: Pick::default(),
        }
    }
}

impl SearchScreen {
    fn edited(&mut self, edit: Edit, shared: &Shared) -> ScreenAnswer {
        match edit {
            Edit::Changed => self.changed(),
            Edit::TooLong => {
                let most = MOST.to_string();
                ScreenAnswer::refused(text::SEARCH_LONG.with(shared.lang, &[("most", &most)]))
            }
            Edit::Moved | Edit::Ignored => ScreenAnswer::none(),
        }
    }

    fn changed(&mut self) -> ScreenAnswer {
        let line = self.field.text().trim();
        if line == self.query {
            return ScreenAnswer::none();
        }
        line.clone_into(&mut self.query);
        self.pick = Pick::default();
        if self.query.is_empty() {
            self.answer = Answer::None;
            return ScreenAnswer::none();
        }
        self.ask()
    }

    /// Puts the next value that is offered into the line.
    fn put_in(&mut self, shared: &Shared) -> ScreenAnswer {
        let Some(line) = with_next_offer(self.field.text(), shared.lang) else {
            return ScreenAnswer::refused(text::SEARCH_NO_OFFER.get(shared.lang));
        };
        self.field.set_text(&line);
        self.changed()
    }

    /// The values that are offered for the field at the end of the line, the days that they mean behind them.
    fn view_offers(&self, buffer: &mut Buffer, area: Rect, shared: &Drawing<'_>) {
        let today = shared.today();
        let offered = offers(self.field.text(), today, shared.lang);
        let (mut spans, mut room) = (Vec::new(), usize::from(area.width));
        for Offer { value, days } in offered {
            let day = |day: NaiveDate| day.format("%m/%d").to_string();
            let days = days.map(|(first, last)| {
                if first == last {
                    format!(" {}", day(first))
                } else {
                    format!(" {}-{}", day(first), day(last))
                }
            });
            let days = days.unwrap_or_default();
            room = room.saturating_sub(width(&value) + width(&days) + 2);
            // One that is cut would be another value.
            if room == 0 {
                break;
            }
            spans.push(Span::styled(value, shared.theme.key));
            spans.push(Span::styled(days, shared.theme.dim));
            spans.push(Span::raw("  "));
        }
        if !spans.is_empty() {
            put(buffer, area, 0, &indented(Line::from(spans)));
        }
    }

    /// Saves what is typed as a view: `name = fields`, or named after its fields.
    fn save(&self) -> ScreenAnswer {
        let (name, _) = self.query.split_once('=').unwrap_or((&self.query, ""));
        let (name, line) = (name.trim().to_owned(), self.line().to_owned());
        ScreenAnswer::ask(Change::SaveView(name, line))
    }

    /// What is searched for; before a `=` is the name of a view to be saved.
    fn line(&self) -> &str {
        let named = self.query.split_once('=');
        named.map_or(&*self.query, |(_, line)| line).trim()
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
        // The bar stays on its case where the same search is answered again.
        let before = self.chosen().map(|row| row.row.subject);
        let rows = &found.rows;
        let again =
            before.and_then(|subject| rows.iter().position(|row| row.row.subject == subject));
        self.pick.at = again.unwrap_or_default();
        self.answer = Answer::Found(Box::new(found.clone()));
    }

    /// The search whose answer ended at its bound, and how many cases at most: there may be more.
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
        let said = format!(" {}", self.remark(found, shared.lang));
        put_text(buffer, area, 0, (&said, shared.theme.text), alphabet);
        let columns = Columns::new(usize::from(area.width), shared.lang);
        put(buffer, area, 1, &columns.heading(shared));
        let listed_rows = area.height.saturating_sub(3);
        let under = below(area, usize::from(listed_rows));
        rule(buffer, under, 0, shared);
        if let Some(chosen) = self.chosen() {
            let cells = usize::from(area.width).saturating_sub(2);
            let whole = row::whole(&chosen.row, &found.words, cells, shared);
            let place = row::place(chosen, &found.words, cells, shared);
            put(buffer, under, 1, &indented(whole));
            put(buffer, under, 2, &indented(place));
        }
        let listed = below(top(area, usize::from(listed_rows)), 2);
        list(buffer, listed, (self.pick, &found.rows), shared, |row| {
            columns.line(row, &found.words, shared)
        });
    }

    /// A remark on the results: none found, or what the words were taken for.
    fn remark(&self, found: &SearchResults, lang: Lang) -> String {
        let typed = self.query.as_str();
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
            ..ScreenState::at(KeyContext::Search, Purpose::Results, Some(&self.field))
        }
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        match event {
            ScreenEvent::Action(Action::Open) => match self.chosen() {
                Some(row) => ScreenAnswer::go(Go::Subject(row.row.subject)),
                None => ScreenAnswer::refused(text::SEARCH_OPEN.get(shared.lang)),
            },
            ScreenEvent::Action(Action::Back) => ScreenAnswer::go(Go::Queue),
            ScreenEvent::Action(Action::NextField) => self.put_in(shared),
            ScreenEvent::Action(Action::Submit) if self.query.is_empty() => {
                ScreenAnswer::refused(text::SEARCH_SAVE.get(shared.lang))
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
                ScreenAnswer::done(said)
            }
            ScreenEvent::Reply(DeskReply::Search(SearchReply::Unsearchable(line, fault))) => {
                if line == self.line() {
                    self.answer = Answer::Fault(fault.clone());
                }
                ScreenAnswer::none()
            }
            // The results may have changed while a case was open.
            ScreenEvent::Opened | ScreenEvent::Outdated(News::Written)
                if !self.query.is_empty() =>
            {
                self.ask()
            }
            ScreenEvent::Restore(bookmark, Step::Opened) => {
                let line = bookmark.at.as_str();
                let answer = line.map(|line| self.update(&ScreenEvent::Paste(line), shared));
                answer.unwrap_or_default()
            }
            ScreenEvent::Draft(..)
            | ScreenEvent::Failed(_)
            | ScreenEvent::Reply(_)
            | ScreenEvent::Opened
            | ScreenEvent::Outdated(_)
            | ScreenEvent::Restore(..)
            | ScreenEvent::Caret(..) => ScreenAnswer::none(),
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
            Answer::Fault(fault) => sentence(buffer, rest, fault.say(shared.lang), shared),
            Answer::Found(found) if found.rows.is_empty() => {
                sentence(buffer, rest, self.remark(found, shared.lang), shared);
            }
            Answer::Found(found) => self.view_found(buffer, rest, found, shared),
        }
        self.view_offers(buffer, rest, shared);
    }

    fn bookmark(&self) -> Option<Bookmark> {
        Some(Bookmark::of(Action::Search, json!(self.field.text())))
    }
}

/// A sentence in place of the list.
fn sentence(buffer: &mut Buffer, area: Rect, said: String, shared: &Drawing<'_>) {
    let text = (said, shared.theme.text);
    put_texts(buffer, area, 1, [text], shared.symbols.alphabet);
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
    let heading = heading(text::SEARCH_HINT.get(lang), shared);
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
        let meaning = (meaning.get(lang), cells, theme.text);
        indented(indented(columns(
            [(example, 15, theme.key), meaning],
            alphabet,
        )))
    });
    std::iter::once(heading).chain(lines).collect()
}
