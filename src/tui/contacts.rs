//! Visits and calls that wait or go on, with their timers running.
//!
//! Must not decide what may be done: the desk refuses it, and what was typed stays.

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
    restore::{Bookmark, Step},
    screen::{
        Go, News, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared, TextInput,
    },
    targets::Drawing,
};
use crate::{
    desk::{ContactOrder, ContactView, DeskError, QueueRow},
    domain::{
        charter::Channel,
        contact::{Arrival, ContactCommand},
        late::EntryTime,
        subject::{ContactNumber, Subject},
    },
    form::contact::{self as fields, ContactEntry, next_place},
    words::{Lang, Say, contacts as text},
};
use form::ContactForm;
use ratatui::{Frame, layout::Rect, text::Line};
use serde_json::json;

/// Visits and calls.
#[derive(Debug, Default)]
pub struct ContactsScreen {
    rows: Option<Vec<QueueRow>>,
    pick: Pick,
    /// The contact to choose when the list is read.
    seek: Option<ContactNumber>,
    /// A contact that was asked for and is over, so that no list has it: it is read on the whole screen.
    apart: Option<ContactNumber>,
    /// The chosen contact.
    view: Option<Box<ContactView>>,
    form: Option<ContactForm>,
    /// The first row shown of the chosen contact, while it is read on the whole screen.
    reading: Option<usize>,
}

impl ContactsScreen {
    /// Opens the screen with the bar on `chosen`.
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
                return self.read_chosen();
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
            return self.read_chosen();
        }
        let Some(view) = &self.view else {
            return ScreenAnswer::refused(text::NOBODY.get(shared.lang));
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
            other => {
                let entry = ContactEntry::by(other);
                let answer = entry.map(|entry| self.open_form(entry, shared));
                answer.unwrap_or_default()
            }
        }
    }

    fn open_form(&mut self, entry: ContactEntry, shared: &Shared) -> ScreenAnswer {
        let Some(view) = &self.view else {
            return ScreenAnswer::none();
        };
        if let Err(refusal) = fields::check(entry, view, shared.context()) {
            return ScreenAnswer::refused(refusal.say(shared.lang));
        }
        let Some(form) = ContactForm::new(entry, view, shared) else {
            return ScreenAnswer::refused(text::NOTHING_TO_CHECK.get(shared.lang));
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
            time: EntryTime::NOW,
            seen: Some(view.contact.seq),
        })))
    }

    fn take_reply(&mut self, reply: &ContactReply, lang: Lang) -> ScreenAnswer {
        match reply {
            ContactReply::Open(rows) => self.take_rows(rows),
            ContactReply::One(view) => {
                self.view = Some(view.clone());
                ScreenAnswer::none()
            }
            ContactReply::Arrived(number) => {
                self.seek = Some(*number);
                self.recorded(text::STARTED.with(lang, &[("number", &number.to_string())]))
            }
            ContactReply::Done(number) => {
                self.recorded(text::DONE.with(lang, &[("number", &number.to_string())]))
            }
            ContactReply::Became(number, case) => {
                let values = [("number", number.to_string()), ("case", case.to_string())];
                self.recorded(text::BECAME.of(lang, &values))
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

    /// Closes the form with its draft, and reads the list again.
    fn recorded(&mut self, message: String) -> ScreenAnswer {
        let drop = self.form.take().map(|mut form| form.draft.recorded());
        let reads = [Effect::Read(Query::Contacts), Effect::Read(Query::Counts)];
        ScreenAnswer {
            effects: drop.into_iter().chain(reads).collect(),
            ..ScreenAnswer::done(message)
        }
    }

    fn take_rows(&mut self, rows: &[QueueRow]) -> ScreenAnswer {
        let before = self.chosen().map(|row| row.subject);
        let sought = self.seek.take();
        let subject = sought.map(Subject::Contact).or(before);
        let found = rows.iter().position(|row| Some(row.subject) == subject);
        self.pick.at = found
            .unwrap_or(self.pick.at)
            .min(rows.len().saturating_sub(1));
        self.rows = Some(rows.to_vec());
        if let (Some(_), None) = (sought, found) {
            // No other contact is shown in place of one that is over and was asked for by its number.
            (self.apart, self.view, self.reading) = (sought, None, Some(0));
        } else if found.is_none() && self.apart.is_none() {
            // The contact that was read is over: no other takes its place unasked.
            self.reading = None;
        }
        if rows.is_empty() && self.apart.is_none() {
            self.view = None;
        }
        self.read_chosen()
    }

    fn read_chosen(&self) -> ScreenAnswer {
        let number = self.number();
        ScreenAnswer::ask_all(number.map(|number| Effect::Read(Query::Contact(number))))
    }

    fn number(&self) -> Option<ContactNumber> {
        let chosen = || match self.chosen()?.subject {
            Subject::Contact(number) => Some(number),
            Subject::Case(_) | Subject::Duty(_) => None,
        };
        self.apart.or_else(chosen)
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

    fn rows(&self) -> &[QueueRow] {
        self.rows.as_deref().unwrap_or_default()
    }

    fn chosen(&self) -> Option<&QueueRow> {
        self.rows().get(self.pick.at)
    }
}

impl Screen for ContactsScreen {
    fn state(&self) -> ScreenState<'_> {
        let draft = self.form.as_ref().map(|form| &form.draft as &dyn TextInput);
        let place = draft.map_or(KeyContext::Contacts, |_| KeyContext::Form);
        ScreenState {
            timers: self.rows(),
            ..ScreenState::at(place, Purpose::Other, draft)
        }
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        if let (Some(form), true) = (&mut self.form, event.goes_to_form()) {
            let answer = form.update(event, self.view.as_deref(), shared);
            return answer.unwrap_or_else(|| {
                let left = self.form.take();
                ScreenAnswer::ask_all(left.map(|form| form.draft.keep()))
            });
        }
        match event {
            ScreenEvent::Failed(error) => self.failed(error, shared),
            ScreenEvent::Reply(DeskReply::Contact(reply)) => self.take_reply(reply, shared.lang),
            ScreenEvent::Opened | ScreenEvent::Outdated(News::Written) => {
                ScreenAnswer::ask(Query::Contacts)
            }
            ScreenEvent::Action(action) => self.act(*action, shared),
            ScreenEvent::Restore(bookmark, step) => self.restore(bookmark, *step, shared),
            ScreenEvent::Reply(_)
            | ScreenEvent::Draft(..)
            | ScreenEvent::Key(_)
            | ScreenEvent::Paste(_)
            | ScreenEvent::Pointer(_)
            | ScreenEvent::Outdated(News::Minute | News::Duties)
            | ScreenEvent::Caret(..) => ScreenAnswer::none(),
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
        let form = self.form.as_ref();
        let number = form.map(|form| form.number).or_else(|| self.number());
        let mut bookmark = Bookmark::of(Action::Contacts, json!((number, self.reading)));
        bookmark.depth += usize::from(self.reading.is_some());
        Some(bookmark.with_form(form.map(|form| form.entry.action())))
    }
}

/// The lines of a visit or call for the pane beside the queue, the most needed first.
pub fn lines(view: &ContactView, cells: u16, shared: &Shared) -> Vec<Line<'static>> {
    pane::lines(view, KeyContext::Queue, usize::from(cells), shared)
}
