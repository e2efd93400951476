//! Visits and calls that wait or go on, with their timers running.
//!
//! Must not know when something may be done: the desk says so, and what was typed stays.

mod form;
mod pane;
mod rows;
mod whole;

#[cfg(test)]
mod tests;

use super::{
    effect::{Change, ContactReply, DeskReply, Effect, Query},
    keymap::{Action, KeyContext},
    page::{Pick, body_rows, headed, put_text},
    queue,
    restore::{Bookmark, Step},
    screen::{
        Go, News, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared, StatusMessage,
        TextInput, Ticks,
    },
    targets::Drawing,
};
use crate::{
    desk::{ContactOrder, ContactView, DeskError, QueueRow},
    domain::{
        charter::Channel,
        contact::{Arrival, ContactCommand},
        subject::{ContactNumber, Subject},
    },
    form::contact::{self as fields, ContactEntry, next_place},
    words::{Lang, contacts as text},
};
use form::{ActForm, ContactFormOutcome};
use ratatui::{Frame, layout::Rect, text::Line};
use serde_json::json;

/// Visits and calls.
#[derive(Debug, Default)]
pub struct ContactsScreen {
    rows: Option<Vec<QueueRow>>,
    pick: Pick,
    /// The one to choose when the list is there.
    seek: Option<ContactNumber>,
    /// One that was asked for and is over, so that it stands in no list: it is read on the whole screen.
    apart: Option<ContactNumber>,
    /// The chosen one.
    view: Option<Box<ContactView>>,
    form: Option<ActForm>,
    /// The chosen one is read on the whole screen, from this row on.
    reading: Option<usize>,
}

impl ContactsScreen {
    /// Opens the screen, with the bar on `chosen`; what it needs is asked for by its first answer.
    pub fn new(chosen: Option<ContactNumber>) -> Self {
        Self {
            seek: chosen,
            ..Self::default()
        }
    }

    fn act(&mut self, action: Action, shared: &Shared) -> ScreenAnswer {
        let arrive = |arrival| ScreenAnswer::ask(Change::Arrive(Box::new(arrival)));
        match action {
            Action::Open | Action::Back if self.reading.take().is_some() => {
                if self.apart.take().is_none() {
                    return ScreenAnswer::none();
                }
                self.view = None;
                return self.glance();
            }
            Action::Open => {
                self.reading = self.view.is_some().then_some(0);
                return ScreenAnswer::none();
            }
            Action::Back => return ScreenAnswer::go(Go::Queue),
            Action::Visitor => return arrive(Arrival::new(Channel::Visit)),
            Action::Caller => return arrive(Arrival::new(Channel::Phone)),
            Action::Assisted => {
                return arrive(Arrival {
                    assistance: true,
                    ..Arrival::new(Channel::Visit)
                });
            }
            _ => {}
        }
        if let (Some(at), Some(view), true) = (&mut self.reading, &self.view, action.is_movement())
        {
            *at = whole::scrolled(*at, action, view, shared);
            return ScreenAnswer::none();
        }
        let total = self.rows().len();
        if self.pick.moved(action, total, body_rows(shared) / 2) {
            return self.glance();
        }
        let Some(view) = &self.view else {
            let said = text::NOBODY.get(shared.lang).to_owned();
            return ScreenAnswer::say(StatusMessage::Refused(said));
        };
        match action {
            Action::Serve => self.run(ContactCommand::Serve {
                officer: String::new(),
            }),
            Action::Guide => {
                let to = next_place(view);
                self.run(ContactCommand::Guide {
                    to,
                    officer: String::new(),
                })
            }
            other => match ContactEntry::by(other) {
                Some(asked) => self.ask(asked, shared),
                None => ScreenAnswer::none(),
            },
        }
    }

    /// Opens the form of what asks for more than a key.
    fn ask(&mut self, asked: ContactEntry, shared: &Shared) -> ScreenAnswer {
        let Some(view) = &self.view else {
            return ScreenAnswer::none();
        };
        let Some(form) = ActForm::new(asked, view, shared) else {
            let said = text::NOTHING_TO_CHECK.get(shared.lang).to_owned();
            return ScreenAnswer::say(StatusMessage::Refused(said));
        };
        let draft = form.draft.ask();
        self.form = Some(form);
        ScreenAnswer::ask(draft)
    }

    fn run(&self, command: ContactCommand) -> ScreenAnswer {
        let Some(view) = &self.view else {
            return ScreenAnswer::none();
        };
        ScreenAnswer::ask(Change::RunContact(Box::new(ContactOrder {
            number: view.contact.number,
            command,
            ticked: String::new(),
            at: None,
            seen: Some(view.contact.seq),
        })))
    }

    fn take_reply(&mut self, reply: &ContactReply, lang: Lang) -> ScreenAnswer {
        match reply {
            ContactReply::Open(rows) => self.take(rows),
            ContactReply::One(view) => {
                self.view = Some(view.clone());
                ScreenAnswer::none()
            }
            ContactReply::Arrived(number) => {
                self.seek = Some(*number);
                self.again(text::STARTED.with(lang, &[("number", &number.to_string())]))
            }
            ContactReply::Done(number) => {
                self.again(text::DONE.with(lang, &[("number", &number.to_string())]))
            }
            ContactReply::Became(number, case) => {
                let values = [("number", number.to_string()), ("case", case.to_string())];
                self.again(text::BECAME.of(lang, &values))
            }
        }
    }

    fn failed(&mut self, error: &DeskError, shared: &Shared) -> ScreenAnswer {
        if let Some(form) = &mut self.form {
            let refused = form.draft.refused(error, shared.lang);
            return refused.unwrap_or_else(ScreenAnswer::none);
        }
        let shown = self.view.as_ref().map(|view| view.contact.number);
        self.apart = self.apart.filter(|number| shown == Some(*number));
        // Another clerk may have been faster: what is shown is read again.
        ScreenAnswer::ask(Query::Contacts)
    }

    /// Something was recorded: the form goes with its draft, and the list is read again.
    fn again(&mut self, said: String) -> ScreenAnswer {
        let dropped = self.form.take().map(|mut form| form.draft.recorded());
        ScreenAnswer {
            effects: dropped
                .into_iter()
                .chain([Effect::Read(Query::Contacts), Effect::Read(Query::Counts)])
                .collect(),
            say: Some(StatusMessage::Done(said)),
            ..ScreenAnswer::none()
        }
    }

    fn take(&mut self, rows: &[QueueRow]) -> ScreenAnswer {
        let before = self.chosen().map(|row| row.subject);
        let sought = self.seek.take();
        let wanted = sought.map(Subject::Contact).or(before);
        let found = rows.iter().position(|row| Some(row.subject) == wanted);
        self.pick.at = found
            .unwrap_or(self.pick.at)
            .min(rows.len().saturating_sub(1));
        self.rows = Some(rows.to_vec());
        if let (Some(_), None) = (sought, found) {
            // Nor one in place of one that is over and was asked for by its number.
            (self.apart, self.view, self.reading) = (sought, None, Some(0));
        } else if found.is_none() && self.apart.is_none() {
            // What was read is over: another one must not stand in its place unasked.
            self.reading = None;
        }
        if rows.is_empty() && self.apart.is_none() {
            self.view = None;
        }
        self.glance()
    }

    fn glance(&self) -> ScreenAnswer {
        if let Some(number) = self.apart {
            return ScreenAnswer::ask(Query::Contact(number));
        }
        match self.chosen().map(|row| row.subject) {
            Some(Subject::Contact(number)) => ScreenAnswer::ask(Query::Contact(number)),
            _ => ScreenAnswer::none(),
        }
    }

    /// The chosen one; where a form is open, the one that it is about.
    fn number(&self) -> Option<ContactNumber> {
        let formed = self.form.as_ref().map(|form| form.number);
        let chosen = || match self.chosen()?.subject {
            Subject::Contact(number) => Some(number),
            Subject::Case(_) | Subject::Duty(_) => None,
        };
        formed.or(self.apart).or_else(chosen)
    }

    fn rows(&self) -> &[QueueRow] {
        self.rows.as_deref().unwrap_or_default()
    }

    fn chosen(&self) -> Option<&QueueRow> {
        self.rows().get(self.pick.at)
    }
}

impl Screen for ContactsScreen {
    fn state(&self) -> ScreenState<'_> {
        let place = if self.form.is_some() {
            KeyContext::Form
        } else {
            KeyContext::Contacts
        };
        ScreenState::at(place, Purpose::Other)
    }

    fn ticks(&self, shared: &Shared) -> Ticks {
        if self.rows().iter().any(|row| queue::is_near(row, shared)) {
            Ticks::Second
        } else {
            Ticks::Minute
        }
    }

    fn text_input(&self) -> Option<&dyn TextInput> {
        Some(&self.form.as_ref()?.draft)
    }

    fn text_input_mut(&mut self) -> Option<&mut dyn TextInput> {
        Some(&mut self.form.as_mut()?.draft)
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        match (event, &mut self.form) {
            (ScreenEvent::Draft(name, draft), Some(form)) => form.draft.resume(name, draft, shared),
            (ScreenEvent::Failed(error), _) => self.failed(error, shared),
            (ScreenEvent::Reply(DeskReply::Contact(reply)), _) => {
                self.take_reply(reply, shared.lang)
            }
            (ScreenEvent::Opened, _) => ScreenAnswer::ask(Query::Contacts),
            (
                ScreenEvent::Action(_)
                | ScreenEvent::Key(_)
                | ScreenEvent::Paste(_)
                | ScreenEvent::Pointer(_),
                Some(form),
            ) => match form.update(event, self.view.as_deref(), shared) {
                ContactFormOutcome::Answered(reply) => reply,
                ContactFormOutcome::Left(reply) => {
                    self.form = None;
                    reply
                }
            },
            (ScreenEvent::Action(action), None) => self.act(*action, shared),
            (ScreenEvent::Reply(_), _)
            | (
                ScreenEvent::Draft(..)
                | ScreenEvent::Key(_)
                | ScreenEvent::Paste(_)
                | ScreenEvent::Pointer(_),
                None,
            ) => ScreenAnswer::none(),
        }
    }

    fn outdated(&mut self, news: News, _shared: &Shared) -> ScreenAnswer {
        match news {
            News::Written => ScreenAnswer::ask(Query::Contacts),
            News::Minute | News::Duties => ScreenAnswer::none(),
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        if let Some(form) = &self.form {
            form.view(frame, area, shared);
            return;
        }
        let buffer = frame.buffer_mut();
        if let (Some(at), Some(view)) = (self.reading, &self.view) {
            whole::draw((view, at), buffer, area, shared);
            return;
        }
        let count = text::COUNT.with(shared.lang, &[("n", &self.rows().len().to_string())]);
        let rest = headed(buffer, area, (text::TITLE.get(shared.lang), &count), shared);
        let Some(rows) = self.rows.as_deref() else {
            return;
        };
        if rows.is_empty() {
            let key = |action| shared.keys.shown(KeyContext::Contacts, action);
            let values = [
                ("visit", key(Action::Visitor)),
                ("call", key(Action::Caller)),
            ];
            let said = format!(" {}", text::NONE.of(shared.lang, &values));
            let style = shared.theme.dim;
            put_text(buffer, rest, 1, (&said, style), shared.symbols.alphabet);
            return;
        }
        let (left, right) = rows::halves(buffer, rest, rows.len(), shared);
        rows::draw((rows, self.pick), buffer, left, shared);
        if let Some(view) = &self.view {
            pane::draw(view, buffer, right, shared);
        }
    }

    fn bookmark(&self) -> Option<Bookmark> {
        let doing = self.form.as_ref().map(|form| form.asked.action());
        let mut bookmark = Bookmark::of(Action::Contacts, json!((self.number(), self.reading)));
        bookmark.depth += usize::from(self.reading.is_some());
        Some(bookmark.with_form(doing))
    }

    fn restore(&mut self, bookmark: &Bookmark, step: Step, shared: &Shared) -> ScreenAnswer {
        let Some((number, reading)) = bookmark.place::<(_, Option<usize>)>() else {
            return ScreenAnswer::none();
        };
        match step {
            Step::Opened => self.seek = number,
            Step::Read => {
                return bookmark.reopen(self, |key| ContactEntry::by(key).is_some(), shared);
            }
            Step::Ready => self.reading = reading.filter(|_| self.view.is_some()),
        }
        ScreenAnswer::none()
    }
}

/// What is shown of a visit or call in so many cells, the most needed first, for the pane beside the queue.
pub fn lines(view: &ContactView, cells: u16, shared: &Shared) -> Vec<Line<'static>> {
    pane::lines(view, KeyContext::Queue, usize::from(cells), shared)
}
