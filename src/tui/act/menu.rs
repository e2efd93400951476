//! The menu of actions on a case: what is possible first, the rest dim with the reason.
//!
//! Must not carry anything out.

use super::ActionKind;
use crate::{
    desk::CaseView,
    domain::refusal::Refusal,
    tui::{
        form::draw::put,
        keymap::{Action, KeyContext},
        page::{Pick, below, more, seen},
        restore::{Bookmark, OnCase},
        screen::{Go, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared},
        targets::{Drawing, Target},
        text::{pad, visible, width},
    },
    words::{Lang, Say, forms as text},
};
use ratatui::{Frame, layout::Rect, style::Style};
use serde_json::Value;

/// Rows above the list: the title and a hint.
const HEAD: u16 = 2;

/// Cells of a row beside name and explanation: bar, mark and blanks.
const BESIDE: usize = 5;

#[derive(Clone, Debug)]
struct Entry {
    kind: ActionKind,
    why_not: Option<Refusal>,
}

/// The menu of actions.
#[derive(Debug)]
pub struct MenuScreen {
    view: Box<CaseView>,
    entries: Vec<Entry>,
    pick: Pick,
}

impl MenuScreen {
    /// Opens the menu for a case.
    pub fn new(view: Box<CaseView>, shared: &Shared) -> Self {
        let entries = entries(&view, shared);
        Self {
            view,
            entries,
            pick: Pick::default(),
        }
    }

    fn open(&self, shared: &Shared) -> ScreenAnswer {
        match self.entries.get(self.pick.at) {
            Some(Entry {
                kind,
                why_not: None,
            }) => ScreenAnswer::go(Go::Act(self.view.case.number, *kind)),
            Some(Entry {
                why_not: Some(refusal),
                ..
            }) => ScreenAnswer::refused(refusal.say(shared.lang)),
            None => ScreenAnswer::none(),
        }
    }

    /// How the menu is used; where the chosen row is cut off, its explanation.
    fn hint(&self, room: usize, shared: &Shared) -> String {
        let lang = shared.lang;
        let chosen = self.entries.get(self.pick.at);
        let explained = chosen.map(|entry| availability(entry, lang));
        let cut_off = explained.filter(|text| width(text) > room);
        cut_off.unwrap_or_else(|| text::MENU_HINT.with(lang, &[("mark", shared.symbols.open)]))
    }

    /// The case and its title, with the number of possible actions at the end of the row.
    fn title(&self, cells: usize, shared: &Shared) -> String {
        let alphabet = shared.symbols.alphabet;
        let possible = self.entries.iter().filter(|entry| entry.why_not.is_none());
        let count = possible.count().to_string();
        let count = text::POSSIBLE_COUNT.with(shared.lang, &[("n", &count)]);
        let title = format!(
            "{} {dot} {} {dot} {}",
            self.view.case.number,
            text::MENU.get(shared.lang),
            visible(self.view.case.intake.title.as_str(), alphabet),
            dot = shared.symbols.dot,
        );
        let room = cells.saturating_sub(width(&count) + 4);
        format!(" {}  {count}", pad(&title, room, alphabet))
    }
}

impl Screen for MenuScreen {
    fn state(&self) -> ScreenState<'_> {
        ScreenState::at(KeyContext::List, Purpose::Act, None)
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        let action = match event {
            ScreenEvent::Action(action) => action,
            ScreenEvent::Key(_)
            | ScreenEvent::Paste(_)
            | ScreenEvent::Pointer(_)
            | ScreenEvent::Draft(..)
            | ScreenEvent::Failed(_)
            | ScreenEvent::Reply(_)
            | ScreenEvent::Opened
            | ScreenEvent::Outdated(_)
            | ScreenEvent::Restore(..)
            | ScreenEvent::Caret(..) => return ScreenAnswer::none(),
        };
        match action {
            Action::Open => self.open(shared),
            Action::Back => ScreenAnswer::go(Go::Case(self.view.case.number)),
            _ => {
                let page = usize::from(shared.size.1.saturating_sub(HEAD + 3)).max(1);
                self.pick.moved(*action, self.entries.len(), page);
                ScreenAnswer::none()
            }
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let area = area.intersection(frame.area());
        let buffer = frame.buffer_mut();
        let (lang, theme) = (shared.lang, &shared.theme);
        let names = self
            .entries
            .iter()
            .map(|entry| width(&entry.kind.say(lang)));
        let column = names.max().unwrap_or(0);
        let cells = usize::from(area.width);
        let title = self.title(cells, shared);
        let hint = self.hint(cells.saturating_sub(column + BESIDE), shared);
        let hint = format!(" {hint}");
        let mut rows = area.rows();
        for (text, style) in [(title, theme.heading), (hint, theme.dim)] {
            if let Some(row) = rows.next() {
                put(buffer, row, &text, style, shared);
            }
        }
        let height = usize::from(area.height.saturating_sub(HEAD));
        let (chosen, total) = (self.pick.at, self.entries.len());
        let first = seen(chosen, total, height).start;
        let target = Target::List {
            first,
            chosen,
            total,
        };
        let listed = below(area, usize::from(HEAD));
        shared.target(listed, target);
        for ((n, entry), row) in self.entries.iter().enumerate().skip(first).zip(rows) {
            let cells = (column, row.width.saturating_sub(1));
            let (shown, style) = entry_row(entry, n == chosen, cells, shared);
            put(buffer, row, &shown, style, shared);
        }
        let after = first + height < total;
        more(buffer, listed, (first > 0, after), shared);
        let row = u16::try_from(chosen.saturating_sub(first)).unwrap_or(u16::MAX);
        let y = listed.y.saturating_add(row);
        if y < area.bottom() {
            frame.set_cursor_position((area.x, y));
        }
    }

    fn bookmark(&self) -> Option<Bookmark> {
        let number = self.view.case.number;
        Some(Bookmark::on_case(number, OnCase::Menu, 2, Value::Null))
    }
}

/// A row of the menu: mark, name and explanation, in the widths of the name and the row.
fn entry_row(
    entry: &Entry,
    selected: bool,
    (column, wide): (usize, u16),
    shared: &Shared,
) -> (String, Style) {
    let (lang, symbols) = (shared.lang, &shared.symbols);
    let mark = if selected {
        symbols.selected
    } else {
        symbols.unselected
    };
    let name = pad(&entry.kind.say(lang), column, symbols.alphabet);
    let (open, style) = match &entry.why_not {
        None => (symbols.done, shared.theme.text),
        Some(_) => (symbols.open, shared.theme.dim),
    };
    let row = format!("{mark}{open} {name}  {}", availability(entry, lang));
    let style = if selected { shared.theme.bar } else { style };
    (pad(&row, usize::from(wide), symbols.alphabet), style)
}

/// What an action does, or why it is not possible.
fn availability(entry: &Entry, lang: Lang) -> String {
    match &entry.why_not {
        None => entry.kind.does().get(lang).to_owned(),
        Some(refusal) => refusal.say(lang),
    }
}

fn entries(view: &CaseView, shared: &Shared) -> Vec<Entry> {
    let all = ActionKind::ALL.iter().map(|kind| Entry {
        kind: *kind,
        why_not: view.check(*kind, shared.by()).err(),
    });
    let (mut first, rest): (Vec<_>, Vec<_>) = all.partition(|entry| entry.why_not.is_none());
    first.extend(rest);
    first
}
