//! The command palette: everything that can be done where one came from, found by typing.
//!
//! ```text
//!  명령: 민원                                           Enter 실행, Esc 닫기
//! > ㅈㅈ
//! ▌종결              2026-000412: 민원을 종결합니다.
//!  접수       F2     새 민원을 적습니다.
//! ```
//!
//! What was used last stands first. Must not do anything itself: it answers with what was chosen.

mod entries;
#[cfg(test)]
mod tests;

use super::{
    effect::{CaseReply, DeskReply, DraftEffect, Effect, Query},
    field::{Edit, LineField},
    fuzzy,
    keymap::{Action, KeyContext},
    page::{Pick, below, body_rows, columns, headed, list, put_text, typed_line},
    restore::Bookmark,
    screen::{Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared, StatusMessage},
    targets::Drawing,
};
use crate::{
    desk::{CaseView, EarlierCase},
    domain::case::CaseNumber,
    words::{find, keys as text},
};
use entries::Entry;
use ratatui::{Frame, layout::Rect, text::Line};

/// The draft that keeps the recent entries.
const USED: &str = "palette";
const MOST_USED: usize = 8;
const MOST: usize = 60;
/// Rows beside the list: heading, rule, field.
const BESIDE_LIST: usize = 3;

/// All actions, found by name.
#[derive(Debug)]
pub struct PaletteScreen {
    from: KeyContext,
    case: Option<CaseNumber>,
    /// How many cases are marked, `case` among them: an action is carried out on all of them.
    together: usize,
    /// `case` once it was read.
    read: Option<(Box<CaseView>, Vec<EarlierCase>)>,
    field: LineField,
    /// The newest first.
    used: Vec<String>,
    pick: Pick,
}

impl PaletteScreen {
    /// Opens the palette over a screen; `case` is the case that is meant there, and `together` the number of marked cases.
    pub fn new(from: KeyContext, case: Option<CaseNumber>, together: usize) -> Self {
        Self {
            from,
            case,
            together,
            read: None,
            field: LineField::limited(MOST),
            used: Vec::new(),
            pick: Pick::default(),
        }
    }

    /// The effects of opening the palette.
    pub fn begin(&self) -> Vec<Effect> {
        let mut effects = vec![Effect::Draft(DraftEffect::Read(USED.to_owned()))];
        effects.extend(self.case.map(|number| Effect::Read(Query::Case(number))));
        effects
    }

    fn choose(&mut self, shared: &Shared) -> ScreenAnswer {
        let entries = self.entries(shared);
        let Some(entry) = entries.get(self.pick.at) else {
            return ScreenAnswer::none();
        };
        if let Some(why) = &entry.why_not {
            return ScreenAnswer::say(StatusMessage::Refused(why.clone()));
        }
        let mut used = vec![entry.id.clone()];
        used.extend(self.used.iter().filter(|id| **id != entry.id).cloned());
        used.truncate(MOST_USED);
        let go = ScreenAnswer::go(entry.go.clone());
        match serde_json::to_string(&used) {
            Ok(text) => go.and(DraftEffect::Keep {
                form: USED.to_owned(),
                text,
            }),
            Err(_) => go,
        }
    }

    /// The entries that match the typed text, the best first.
    fn entries(&self, shared: &Shared) -> Vec<Entry> {
        let typed = self.field.text().trim();
        let mut all = entries::all(self.from, self.case, self.read.as_ref(), shared);
        if typed.is_empty() {
            let last = self.used.len();
            let at = |entry: &Entry| self.used.iter().position(|id| *id == entry.id);
            all.sort_by_key(|entry| (entry.why_not.is_some(), at(entry).unwrap_or(last)));
            return all;
        }
        let query = fuzzy::FuzzyQuery::new(typed);
        let numbered = entries::numbered(self.field.text(), shared);
        let fits = |entry: Entry| query.best_match(&entry.names).map(|found| (found, entry));
        let mut found: Vec<_> = all.into_iter().filter_map(fits).collect();
        found.sort_by_key(|(found, entry)| (found.kind, entry.why_not.is_some(), *found));
        let found = found.into_iter().map(|(_, entry)| entry);
        numbered.into_iter().chain(found).collect()
    }
}

impl Screen for PaletteScreen {
    fn state(&self) -> ScreenState<'_> {
        ScreenState::at(KeyContext::Palette, Purpose::Cover, Some(&self.field))
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        let mut edit = Edit::Ignored;
        match event {
            ScreenEvent::Action(Action::Open) => return self.choose(shared),
            ScreenEvent::Action(action) => {
                let page = body_rows(shared).saturating_sub(BESIDE_LIST).max(1);
                let total = self.entries(shared).len();
                self.pick.moved(*action, total, page);
            }
            ScreenEvent::Key(key) => edit = self.field.handle(*key),
            ScreenEvent::Paste(pasted) => edit = self.field.paste(pasted),
            ScreenEvent::Pointer(pointed) => edit = self.field.point(*pointed),
            ScreenEvent::Draft(USED, kept) => {
                self.used = serde_json::from_str(kept).unwrap_or_default();
            }
            ScreenEvent::Reply(DeskReply::Case(CaseReply::Read(view, earlier)))
                if Some(view.case.number) == self.case =>
            {
                self.read = Some((view.clone(), earlier.clone()));
            }
            ScreenEvent::Draft(..)
            | ScreenEvent::Failed(_)
            | ScreenEvent::Reply(_)
            | ScreenEvent::Opened
            | ScreenEvent::Outdated(_)
            | ScreenEvent::Restore(..)
            | ScreenEvent::Caret(..) => {}
        }
        if edit == Edit::Changed {
            self.pick = Pick::default();
        }
        ScreenAnswer::none()
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let place = self.from.name().get(shared.lang);
        // The title names the cases that an action is carried out on.
        let place = match self.case {
            Some(_) if self.together > 1 => {
                let count = self.together.to_string();
                let marked = find::MANY_ON.with(shared.lang, &[("n", &count)]);
                format!("{place}, {marked}")
            }
            Some(number) => format!("{place}, {number}"),
            None => place.to_owned(),
        };
        let title = text::PALETTE_TITLE.with(shared.lang, &[("place", &place)]);
        let note = text::PALETTE_NOTE.get(shared.lang);
        let body = headed(frame.buffer_mut(), area, (&title, note), shared);
        typed_line(&self.field, frame, body, shared);
        let rest = below(body, 1);
        let entries = self.entries(shared);
        let buffer = frame.buffer_mut();
        if entries.is_empty() {
            let said = format!(" {}", text::PALETTE_NONE.get(shared.lang));
            let said = (said.as_str(), shared.theme.text);
            put_text(buffer, below(rest, 1), 0, said, shared.symbols.alphabet);
            return;
        }
        let widths = entries::Widths::of(&entries, usize::from(area.width).saturating_sub(2));
        let newest = self.field.is_empty().then_some(&self.used);
        list(buffer, rest, (self.pick, &entries), shared, |entry| {
            let recent = newest.is_some_and(|used| used.contains(&entry.id));
            line(entry, recent, widths, shared)
        });
    }

    fn bookmark(&self) -> Option<Bookmark> {
        None
    }
}

/// An entry on its row: name, key, and what it does or why it is not possible.
fn line(entry: &Entry, recent: bool, widths: entries::Widths, shared: &Shared) -> Line<'static> {
    let theme = &shared.theme;
    let (style, said) = match &entry.why_not {
        Some(why) => (theme.dim, why.clone()),
        None if recent => {
            let recent = text::PALETTE_RECENT.get(shared.lang);
            let said = format!("{} ({recent})", entry.does);
            (theme.text, said.trim_start().to_owned())
        }
        None => (theme.text, entry.does.clone()),
    };
    columns(
        [
            (entry.name.as_str(), widths.name, style),
            (entry.key.as_str(), widths.key, theme.key),
            (said.as_str(), widths.said, theme.dim),
        ],
        shared.symbols.alphabet,
    )
}
