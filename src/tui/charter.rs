//! The charter in force: what it promises, its counters, hours and scripts.
//!
//! Changes nothing: a charter is changed by adopting a new version. Must not know the format of its file.

mod entries;
#[cfg(test)]
mod tests;

use super::{
    effect::Query,
    keymap::{Action, KeyContext},
    page::{
        self, Pick, below, body_rows, column_rule, columns, headed, indented, list, put, put_text,
        put_texts, rule, top, wrapped_all,
    },
    restore::{Bookmark, Step},
    screen::{Go, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared},
    targets::{Drawing, Target},
};
use crate::{
    desk::Rules,
    words::{Phrase, screens as text},
};
use entries::{Entry, Page};
use ratatui::{
    Frame,
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};
use serde_json::json;

/// Rows of heading, pages and names of the columns.
const OVER_LIST: usize = 4;
/// Width from which the text of the chosen row is beside the list.
const BESIDE: u16 = 190;
/// The fewest rows of the list, however long the text of the chosen row.
const LEAST_LIST: usize = 4;
/// Least rows of the text of the chosen row, with the rule over it.
const LEAST_TEXT: usize = 5;

/// The charter: what it promises, its counters and scripts.
#[derive(Debug, Default)]
pub struct CharterScreen {
    page: usize,
    picks: [Pick; Page::ALL.len()],
}

impl CharterScreen {
    /// Shows that page and chooses that row, or the last one where the charter has fewer now.
    fn choose(&mut self, page: usize, row: usize, shared: &Shared) {
        self.page = page.min(Page::ALL.len() - 1);
        let rows = |rules| self.page().entries(rules, shared.lang).len();
        let last = shared.rules.as_deref().map_or(0, rows).saturating_sub(1);
        if let Some(pick) = self.picks.get_mut(self.page) {
            pick.at = row.min(last);
        }
    }

    fn move_bar(&mut self, action: Action, shared: &Shared) {
        let Some(rules) = &shared.rules else { return };
        let total = self.page().entries(rules, shared.lang).len();
        let page = body_rows(shared).saturating_sub(OVER_LIST) / 2;
        if let Some(pick) = self.picks.get_mut(self.page) {
            pick.moved(action, total, page.max(1));
        }
    }

    fn page(&self) -> Page {
        Page::ALL.get(self.page).copied().unwrap_or(Page::Promises)
    }

    /// The names of the pages, the open one in brackets.
    fn pages(&self, shared: &Shared) -> Line<'static> {
        let mut spans = vec![Span::raw(" ")];
        for page in Page::ALL {
            let name = page.name().get(shared.lang);
            spans.push(if page == self.page() {
                Span::styled(format!("[{name}]"), shared.theme.focus)
            } else {
                Span::styled(format!(" {name} "), shared.theme.dim)
            });
            spans.push(Span::raw(" "));
        }
        Line::from(spans)
    }

    fn view_page(&self, buffer: &mut Buffer, area: Rect, rules: &Rules, shared: &Drawing<'_>) {
        let alphabet = shared.symbols.alphabet;
        let page = self.page();
        let entries = page.entries(rules, shared.lang);
        let pick = self.picks.get(self.page).copied().unwrap_or_default();
        let Some(chosen) = entries.get(pick.at) else {
            let said = format!(" {}", text::CHARTER_EMPTY.get(shared.lang));
            put_text(buffer, area, 1, (&said, shared.theme.dim), alphabet);
            return;
        };
        let (listed, text_area) = if area.width >= BESIDE {
            beside(buffer, area, shared)
        } else {
            let cells = usize::from(area.width).saturating_sub(2);
            let rows = wrapped_all(texts(chosen, shared), cells, alphabet).len();
            beneath(buffer, area, rows, shared)
        };
        let widths = widths(page.columns(listed.width), usize::from(listed.width));
        let names = widths
            .iter()
            .map(|(name, cells)| (name.get(shared.lang), *cells, shared.theme.heading));
        put(buffer, listed, 0, &indented(columns(names, alphabet)));
        list(
            buffer,
            below(listed, 1),
            (pick, &entries),
            shared,
            |entry| {
                let cells = entry.columns.iter().zip(&widths);
                let cells =
                    cells.map(|(text, (_, cells))| (text.as_str(), *cells, shared.theme.text));
                columns(cells, alphabet)
            },
        );
        put_texts(buffer, text_area, 0, texts(chosen, shared), alphabet);
    }
}

impl Screen for CharterScreen {
    fn state(&self) -> ScreenState<'_> {
        ScreenState::at(KeyContext::Pages, Purpose::Other, None)
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        match event {
            ScreenEvent::Opened if shared.rules.is_none() => ScreenAnswer::ask(Query::Rules),
            ScreenEvent::Action(Action::Back) => ScreenAnswer::go(Go::Queue),
            ScreenEvent::Action(Action::Left) => {
                self.page = self.page.checked_sub(1).unwrap_or(Page::ALL.len() - 1);
                ScreenAnswer::none()
            }
            ScreenEvent::Action(Action::Right) => {
                self.page = (self.page + 1) % Page::ALL.len();
                ScreenAnswer::none()
            }
            ScreenEvent::Action(action) => {
                self.move_bar(*action, shared);
                ScreenAnswer::none()
            }
            ScreenEvent::Restore(bookmark, step) => {
                if let (Step::Ready, Some((page, row))) = (step, bookmark.place()) {
                    self.choose(page, row, shared);
                }
                ScreenAnswer::none()
            }
            ScreenEvent::Key(_)
            | ScreenEvent::Paste(_)
            | ScreenEvent::Pointer(_)
            | ScreenEvent::Draft(..)
            | ScreenEvent::Failed(_)
            | ScreenEvent::Reply(_)
            | ScreenEvent::Opened
            | ScreenEvent::Outdated(_)
            | ScreenEvent::Caret(..) => ScreenAnswer::none(),
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let buffer = frame.buffer_mut();
        let Some(rules) = &shared.rules else {
            let said = (text::CHARTER_WAIT.get(shared.lang), shared.theme.dim);
            put_text(buffer, area, 0, said, shared.symbols.alphabet);
            return;
        };
        let charter = &rules.charter;
        let name = charter.name.get(shared.lang);
        let mut title = text::CHARTER_TITLE.with(shared.lang, &[("name", name)]);
        if rules.corrected.is_some() {
            title = text::CHARTER_CORRECTED_MARK.with(shared.lang, &[("title", &title)]);
        }
        let body = headed(buffer, area, (&title, &charter.id), shared);
        let pages = self.pages(shared);
        put(buffer, body, 0, &pages);
        // The spans are a blank, then each name with a blank after it.
        let mut x = body.x + 1;
        for (at, name) in pages.spans.iter().skip(1).step_by(2).enumerate() {
            let width = u16::try_from(name.width()).unwrap_or(0);
            let place = Rect {
                x,
                width,
                height: 1,
                ..body
            };
            let open = self.page;
            shared.target(place.intersection(area), Target::Page { at, open });
            x += width + 1;
        }
        self.view_page(buffer, below(body, 1), rules, shared);
    }

    fn bookmark(&self) -> Option<Bookmark> {
        let row = self.picks.get(self.page).map_or(0, |pick| pick.at);
        Some(Bookmark::of(Action::Charter, json!((self.page, row))))
    }
}

/// The areas of the list and of the text of the chosen row beside it, a line between them.
fn beside(buffer: &mut Buffer, area: Rect, shared: &Drawing<'_>) -> (Rect, Rect) {
    let (list, right) = page::beside(area, area.width / 20 * 13);
    column_rule(buffer, right, shared);
    (list, page::beside(right, 1).1)
}

/// The areas of the list and of the text of the chosen row beneath it, which has so many rows.
fn beneath(buffer: &mut Buffer, area: Rect, text: usize, shared: &Drawing<'_>) -> (Rect, Rect) {
    let height = usize::from(area.height);
    // Most texts fit into the same rows, so that the list keeps its height as the bar moves.
    let rows = (text + 1).max(LEAST_TEXT);
    let rows = rows.min(height.saturating_sub(1 + LEAST_LIST));
    let under = below(area, height - rows);
    rule(buffer, under, 0, shared);
    (top(area, height - rows), below(under, 1))
}

/// The widths of the columns: the one without a width takes what the others leave of `cells`.
fn widths(columns: Vec<(Phrase, Option<usize>)>, cells: usize) -> Vec<(Phrase, usize)> {
    let taken: usize = columns
        .iter()
        .filter(|(_, cells)| *cells != Some(0))
        .map(|(_, cells)| cells.unwrap_or(0) + 1)
        .sum();
    let rest = cells.saturating_sub(taken + 1);
    columns
        .into_iter()
        .map(|(name, cells)| (name, cells.unwrap_or(rest)))
        .collect()
}

/// The texts of the chosen row, then its facts with a dot between them.
fn texts(entry: &Entry, shared: &Shared) -> Vec<(String, Style)> {
    let dot = format!(" {} ", shared.symbols.dot);
    let texts = entry.texts.iter().cloned();
    let texts = texts.map(|text| (text, shared.theme.text));
    let facts = (!entry.facts.is_empty()).then(|| (entry.facts.join(&dot), shared.theme.dim));
    texts.chain(facts).collect()
}
