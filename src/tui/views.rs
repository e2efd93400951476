//! Choosing a view of the queue: those of every desk and one's own, with how many rows each has.
//!
//! Must not know how a view is read or counted.

#[cfg(test)]
mod tests;

use super::{
    effect::{Change, DeskReply, Query, ViewsReply},
    keymap::{Action, KeyContext},
    page::{Pick, body_rows, columns, headed, indented, list},
    restore::Bookmark,
    screen::{Go, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared},
    targets::Drawing,
    text::width,
};
use crate::{
    domain::find::QueueView,
    words::{Say, find as text, grouped},
};
use ratatui::{Frame, layout::Rect};
use serde_json::Value;

/// Rows beside the list: heading and rule.
const BESIDE_LIST: usize = 2;
const NUMBER: usize = 10;

/// The views to choose from.
#[derive(Debug)]
pub struct ViewsScreen {
    /// The view that the queue shows.
    shown: QueueView,
    views: Vec<(QueueView, Option<u64>)>,
    pick: Pick,
    /// The saved view that is to be removed once that is confirmed.
    removing: Option<String>,
}

impl ViewsScreen {
    /// Opens the screen over the queue, which shows that view.
    pub fn new(shown: QueueView) -> Self {
        Self {
            shown,
            views: Vec::new(),
            pick: Pick::default(),
            removing: None,
        }
    }

    /// Asks for confirmation, by another key, before the chosen view is removed.
    fn remove(&mut self, shared: &Shared) -> ScreenAnswer {
        match self.views.get(self.pick.at) {
            Some((QueueView::Saved(saved), _)) => {
                self.removing = Some(saved.name.clone());
                let key = shared.keys.shown(KeyContext::Views, Action::Submit);
                let values = [("name", saved.name.as_str()), ("key", &key)];
                ScreenAnswer::done(text::VIEW_REMOVE_ASK.with(shared.lang, &values))
            }
            Some(_) => ScreenAnswer::refused(text::VIEW_OF_ALL.get(shared.lang)),
            None => ScreenAnswer::none(),
        }
    }
}

impl Screen for ViewsScreen {
    fn state(&self) -> ScreenState<'_> {
        ScreenState::at(KeyContext::Views, Purpose::Other, None)
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        // Any input but the key that confirms cancels.
        let confirmed = self.removing.take_if(|_| event.is_input());
        match event {
            ScreenEvent::Action(Action::Remove) => return self.remove(shared),
            ScreenEvent::Action(Action::Submit) => {
                return match confirmed {
                    Some(name) => ScreenAnswer::ask(Change::RemoveView(name)),
                    None => nothing_to_remove(shared),
                };
            }
            ScreenEvent::Reply(DeskReply::Views(ViewsReply::Removed(name))) => {
                let said = text::VIEW_REMOVED.with(shared.lang, &[("name", name)]);
                return ScreenAnswer::done(said).and(Query::Views);
            }
            ScreenEvent::Opened => return ScreenAnswer::ask(Query::Views),
            ScreenEvent::Reply(DeskReply::Views(ViewsReply::Counted(views))) => {
                let first = self.views.is_empty();
                self.views.clone_from(views);
                self.pick.at = self.pick.at.min(views.len().saturating_sub(1));
                if first {
                    let at = views.iter().position(|(viewed, _)| *viewed == self.shown);
                    self.pick.at = at.unwrap_or_default();
                }
            }
            ScreenEvent::Action(Action::Open) => {
                let chosen = self.views.get(self.pick.at);
                let go = chosen.map(|(viewed, _)| ScreenAnswer::go(Go::View(viewed.clone())));
                return go.unwrap_or_default();
            }
            ScreenEvent::Action(Action::Back) => return ScreenAnswer::go(Go::Queue),
            ScreenEvent::Action(action) => {
                let page = body_rows(shared).saturating_sub(BESIDE_LIST).max(1);
                self.pick.moved(*action, self.views.len(), page);
            }
            ScreenEvent::Key(_)
            | ScreenEvent::Paste(_)
            | ScreenEvent::Pointer(_)
            | ScreenEvent::Draft(..)
            | ScreenEvent::Failed(_)
            | ScreenEvent::Reply(_)
            | ScreenEvent::Outdated(_)
            | ScreenEvent::Restore(..)
            | ScreenEvent::Caret(..) => {}
        }
        ScreenAnswer::none()
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let (lang, theme, alphabet) = (shared.lang, &shared.theme, shared.symbols.alphabet);
        let buffer = frame.buffer_mut();
        let key = shared.keys.shown(KeyContext::Search, Action::Submit);
        let hint = text::VIEWS_HINT.with(lang, &[("key", &key)]);
        let body = headed(buffer, area, (text::VIEWS_TITLE.get(lang), &hint), shared);
        let names = self
            .views
            .iter()
            .map(|(viewed, _)| width(&viewed.say(lang)));
        let name = names.max().unwrap_or(0).min(usize::from(area.width) / 2);
        let rest = usize::from(area.width).saturating_sub(name + NUMBER + 5);
        let rows = (self.pick, self.views.as_slice());
        list(buffer, body, rows, shared, |(viewed, count)| {
            let said = count.map(|count| text::VIEW_COUNT.with(lang, &[("n", &grouped(count))]));
            let said = said.unwrap_or_default();
            let number = format!("{}{said}", " ".repeat(NUMBER.saturating_sub(width(&said))));
            let fields = match viewed {
                QueueView::Known(_) | QueueView::Ending { .. } => "",
                QueueView::Saved(saved) => &saved.line,
            };
            let cells = [
                (&*viewed.say(lang), name, theme.text),
                (&*number, NUMBER, theme.text),
                (fields, rest, theme.dim),
            ];
            indented(columns(cells, alphabet))
        });
    }

    fn bookmark(&self) -> Option<Bookmark> {
        Some(Bookmark::of(Action::Views, Value::Null))
    }
}

/// Says by which key a view is removed.
fn nothing_to_remove(shared: &Shared) -> ScreenAnswer {
    let key = shared.keys.shown(KeyContext::Views, Action::Remove);
    ScreenAnswer::refused(text::VIEW_NOT_ASKED.with(shared.lang, &[("key", &key)]))
}
