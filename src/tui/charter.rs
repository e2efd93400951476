//! The charter in force: what it promises, its counters, hours and scripts.
//!
//! Shows and changes nothing: a charter is changed by adopting a new version. Must not know the format of its file.

mod entries;
#[cfg(test)]
mod tests;

use super::{
    effect::Query,
    keymap::{Action, KeyContext},
    page::{Pick, below, body_rows, columns, headed, list, put, put_text, rule, top, wrapped},
    restore::{Bookmark, Step},
    screen::{
        Go, News, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared, TextInput, Ticks,
    },
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
/// From this width on, the chosen row is told beside the list.
const BESIDE: u16 = 190;
/// Rows of the list that stay, however long the text of the chosen row.
const LEAST_LIST: usize = 4;
/// Rows of the text of the chosen row and the rule over it, where it is no longer.
const USUAL_TOLD: usize = 5;

/// The charter: what it promises, its counters and scripts.
#[derive(Debug, Default)]
pub struct CharterScreen {
    page: usize,
    picks: [Pick; Page::ALL.len()],
}

impl CharterScreen {
    /// Shows that page with the bar on that row, or on the last one where the charter has fewer now.
    fn stand(&mut self, page: usize, row: usize, shared: &Shared) {
        self.page = page.min(Page::ALL.len() - 1);
        let rows = |rules| self.page().entries(rules, shared.lang).len();
        let last = shared.rules.as_deref().map_or(0, rows).saturating_sub(1);
        if let Some(pick) = self.picks.get_mut(self.page) {
            pick.at = row.min(last);
        }
    }

    fn moved(&mut self, action: Action, shared: &Shared) {
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
        let (listed, told_at) = if area.width >= BESIDE {
            beside(buffer, area, shared)
        } else {
            let told = note_lines(chosen, usize::from(area.width).saturating_sub(2), shared);
            beneath(buffer, area, told.len(), shared)
        };
        let widths = widths(page.columns(listed.width), usize::from(listed.width));
        let names = widths
            .iter()
            .map(|(name, cells)| (name.get(shared.lang), *cells, shared.theme.heading));
        let mut line = columns(names, alphabet);
        line.spans.insert(0, Span::raw(" "));
        put(buffer, listed, 0, &line);
        let rows = (pick, entries.len());
        list(buffer, below(listed, 1), rows, shared, |at| {
            let texts = entries.get(at).map_or(&[][..], |entry| &entry.columns);
            let cells = texts.iter().zip(&widths);
            let cells = cells.map(|(text, (_, cells))| (text.as_str(), *cells, shared.theme.text));
            columns(cells, alphabet)
        });
        let cells = usize::from(told_at.width).saturating_sub(2);
        for (row, (line, style)) in note_lines(chosen, cells, shared).iter().enumerate() {
            let line = format!(" {line}");
            put_text(buffer, told_at, row, (&line, *style), alphabet);
        }
    }
}

impl Screen for CharterScreen {
    fn state(&self) -> ScreenState<'_> {
        ScreenState::at(KeyContext::Pages, Purpose::Other)
    }

    fn ticks(&self, _shared: &Shared) -> Ticks {
        Ticks::Minute
    }

    fn text_input(&self) -> Option<&dyn TextInput> {
        None
    }

    fn text_input_mut(&mut self) -> Option<&mut dyn TextInput> {
        None
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
                self.moved(*action, shared);
                ScreenAnswer::none()
            }
            ScreenEvent::Key(_)
            | ScreenEvent::Paste(_)
            | ScreenEvent::Pointer(_)
            | ScreenEvent::Draft(..)
            | ScreenEvent::Failed(_)
            | ScreenEvent::Reply(_)
            | ScreenEvent::Opened => ScreenAnswer::none(),
        }
    }

    fn outdated(&mut self, _news: News, _shared: &Shared) -> ScreenAnswer {
        ScreenAnswer::none()
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let buffer = frame.buffer_mut();
        let Some(rules) = &shared.rules else {
            put_text(
                buffer,
                area,
                0,
                (text::CHARTER_WAIT.get(shared.lang), shared.theme.dim),
                shared.symbols.alphabet,
            );
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
        // A blank, then each name in its brackets with a blank behind.
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

    fn restore(&mut self, bookmark: &Bookmark, step: Step, shared: &Shared) -> ScreenAnswer {
        if let (Step::Ready, Some((page, row))) = (step, bookmark.place()) {
            self.stand(page, row, shared);
        }
        ScreenAnswer::none()
    }
}

/// The area of the list, and that of what is told of the chosen row beside it, a line between them.
fn beside(buffer: &mut Buffer, area: Rect, shared: &Drawing<'_>) -> (Rect, Rect) {
    let border = shared.symbols.border.vertical_left;
    let list = area.width / 20 * 13;
    for row in area.intersection(buffer.area).rows() {
        buffer.set_string(row.x + list, row.y, border, shared.theme.frame);
    }
    let told = Rect {
        x: area.x + list + 1,
        width: area.width - list - 1,
        ..area
    };
    (
        Rect {
            width: list,
            ..area
        },
        told,
    )
}

/// The area of the list, and that of what is told of the chosen row beneath it, which takes so many rows.
fn beneath(buffer: &mut Buffer, area: Rect, told: usize, shared: &Drawing<'_>) -> (Rect, Rect) {
    let height = usize::from(area.height);
    // Most texts fit into the same rows, so that the list keeps its height as the bar moves.
    let rows = (told + 1).max(USUAL_TOLD);
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

/// What is told of the chosen row: its whole text, then its facts with a dot between them.
fn note_lines(entry: &Entry, cells: usize, shared: &Shared) -> Vec<(String, Style)> {
    let alphabet = shared.symbols.alphabet;
    let dot = format!(" {} ", shared.symbols.dot);
    let texts = entry
        .told
        .iter()
        .map(|text| (text.clone(), shared.theme.text));
    let facts = (!entry.facts.is_empty()).then(|| (entry.facts.join(&dot), shared.theme.dim));
    texts
        .chain(facts)
        .flat_map(|(text, style)| {
            let rows = wrapped(&text, cells, alphabet);
            rows.into_iter().map(move |row| (row, style))
        })
        .collect()
}
