//! Choosing a view of the queue: those that every desk has, with how many each shows, and one's own.
//!
//! Must not know how a view is walked or counted.

#[cfg(test)]
mod tests;

use super::{
    effect::{Change, DeskReply, Query, ViewsReply},
    keymap::{Action, KeyContext},
    page::{Pick, body_rows, columns, headed, list},
    restore::{Bookmark, Step},
    screen::{
        Go, News, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared, StatusMessage,
        TextInput, Ticks,
    },
    targets::Drawing,
    text::width,
};
use crate::{
    domain::find::QueueView,
    words::{Say, find as text, grouped},
};
use ratatui::{
    Frame,
    layout::Rect,
    text::{Line, Span},
};
use serde_json::Value;

/// Rows beside the list: heading and rule.
const BESIDE_LIST: usize = 2;
/// Cells of a number.
const NUMBER: usize = 10;

/// The views to choose from.
#[derive(Debug)]
pub struct ViewsScreen {
    /// The one that is shown now.
    shown: QueueView,
    views: Vec<(QueueView, Option<u64>)>,
    pick: Pick,
    /// The saved view of which it was asked whether it is to go.
    asks: Option<String>,
}

impl ViewsScreen {
    /// Opens the screen; the views are asked for by its first answer.
    pub fn new(shown: QueueView) -> Self {
        Self {
            shown,
            views: Vec::new(),
            pick: Pick::default(),
            asks: None,
        }
    }

    /// Asks whether the chosen view is to go; the key that asked does not answer.
    fn remove(&mut self, shared: &Shared) -> ScreenAnswer {
        match self.views.get(self.pick.at) {
            Some((QueueView::Saved(saved), _)) => {
                self.asks = Some(saved.name.clone());
                let key = shared.keys.shown(KeyContext::Views, Action::Submit);
                let values = [("name", saved.name.as_str()), ("key", &key)];
                let said = text::VIEW_REMOVE_ASK.with(shared.lang, &values);
                ScreenAnswer::say(StatusMessage::Done(said))
            }
            Some(_) => {
                let said = text::VIEW_OF_ALL.get(shared.lang).to_owned();
                ScreenAnswer::say(StatusMessage::Refused(said))
            }
            None => ScreenAnswer::none(),
        }
    }
}

impl Screen for ViewsScreen {
    fn state(&self) -> ScreenState<'_> {
        ScreenState::at(KeyContext::Views, Purpose::Other)
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
        // Whatever a clerk does but the key that was asked for is a no.
        let asked = self.asks.take_if(|_| event.is_input());
        match event {
            ScreenEvent::Action(Action::Remove) => return self.remove(shared),
            ScreenEvent::Action(Action::Submit) => {
                return asked.map_or_else(
                    || not_asked(shared),
                    |name| ScreenAnswer::ask(Change::RemoveView(name)),
                );
            }
            ScreenEvent::Reply(DeskReply::Views(ViewsReply::Removed(name))) => {
                let said = text::VIEW_REMOVED.with(shared.lang, &[("name", name)]);
                return ScreenAnswer {
                    say: Some(StatusMessage::Done(said)),
                    ..ScreenAnswer::ask(Query::Views)
                };
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
                return chosen.map_or_else(ScreenAnswer::none, |(viewed, _)| {
                    ScreenAnswer::go(Go::View(viewed.clone()))
                });
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
            | ScreenEvent::Reply(_) => {}
        }
        ScreenAnswer::none()
    }

    fn outdated(&mut self, _news: News, _shared: &Shared) -> ScreenAnswer {
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
        list(buffer, body, (self.pick, self.views.len()), shared, |at| {
            let Some((viewed, count)) = self.views.get(at) else {
                return Line::default();
            };
            let said = count.map_or_else(String::new, |count| {
                text::VIEW_COUNT.with(lang, &[("n", &grouped(count))])
            });
            let number = format!("{}{said}", " ".repeat(NUMBER.saturating_sub(width(&said))));
            let fields = match viewed {
                QueueView::Known(_) | QueueView::Ending { .. } => String::new(),
                QueueView::Saved(saved) => saved.line.clone(),
            };
            let shown = viewed.say(lang);
            let mut line = columns(
                [
                    (shown.as_str(), name, theme.text),
                    (number.as_str(), NUMBER, theme.text),
                    (fields.as_str(), rest, theme.dim),
                ],
                alphabet,
            );
            line.spans.insert(0, Span::raw(" "));
            line
        });
    }

    fn bookmark(&self) -> Option<Bookmark> {
        Some(Bookmark::of(Action::Views, Value::Null))
    }

    fn restore(&mut self, _bookmark: &Bookmark, _step: Step, _shared: &Shared) -> ScreenAnswer {
        ScreenAnswer::none()
    }
}

/// Nothing was chosen to be removed.
fn not_asked(shared: &Shared) -> ScreenAnswer {
    let key = shared.keys.shown(KeyContext::Views, Action::Remove);
    let said = text::VIEW_NOT_ASKED.with(shared.lang, &[("key", &key)]);
    ScreenAnswer::say(StatusMessage::Refused(said))
}
