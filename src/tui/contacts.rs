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
        Go, Heard, News, Purpose, Reply, Saying, Screen, ScreenState, Shared, TextInput, Ticks,
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
    form::contact::{self as fields, Asked, next_place},
    words::{Lang, contacts as text},
};
use form::{ActForm, Heeded};
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

    fn act(&mut self, action: Action, shared: &Shared) -> Reply {
        let arrive = |arrival| Reply::ask(Change::Arrive(Box::new(arrival)));
        match action {
            Action::Open | Action::Back if self.reading.take().is_some() => {
                if self.apart.take().is_none() {
                    return Reply::none();
                }
                self.view = None;
                return self.glance();
            }
            Action::Open => {
                self.reading = self.view.is_some().then_some(0);
                return Reply::none();
            }
            Action::Back => return Reply::go(Go::Queue),
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
            return Reply::none();
        }
        let total = self.rows().len();
        if self.pick.moved(action, total, body_rows(shared) / 2) {
            return self.glance();
        }
        let Some(view) = &self.view else {
            let said = text::NOBODY.get(shared.lang).to_owned();
            return Reply::say(Saying::Refused(said));
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
            other => match Asked::by(other) {
                Some(asked) => self.ask(asked, shared),
                None => Reply::none(),
            },
        }
    }

    /// Opens the form of what asks for more than a key.
    fn ask(&mut self, asked: Asked, shared: &Shared) -> Reply {
        let Some(view) = &self.view else {
            return Reply::none();
        };
        let Some(form) = ActForm::new(asked, view, shared) else {
            let said = text::NOTHING_TO_CHECK.get(shared.lang).to_owned();
            return Reply::say(Saying::Refused(said));
        };
        let draft = form.kept.ask();
        self.form = Some(form);
        Reply::ask(draft)
    }

    fn run(&self, command: ContactCommand) -> Reply {
        let Some(view) = &self.view else {
            return Reply::none();
        };
        Reply::ask(Change::RunContact(Box::new(ContactOrder {
            number: view.contact.number,
            command,
            ticked: String::new(),
            at: None,
            seen: Some(view.contact.seq),
        })))
    }

    fn told(&mut self, reply: &ContactReply, lang: Lang) -> Reply {
        match reply {
            ContactReply::Open(rows) => self.take(rows),
            ContactReply::One(view) => {
                self.view = Some(view.clone());
                Reply::none()
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

    fn failed(&mut self, error: &DeskError, shared: &Shared) -> Reply {
        if let Some(form) = &mut self.form {
            let refused = form.kept.refused(error, shared.lang);
            return refused.unwrap_or_else(Reply::none);
        }
        let shown = self.view.as_ref().map(|view| view.contact.number);
        self.apart = self.apart.filter(|number| shown == Some(*number));
        // Another clerk may have been faster: what is shown is read again.
        Reply::ask(Query::Contacts)
    }

    /// Something was recorded: the form goes with its draft, and the list is read again.
    fn again(&mut self, said: String) -> Reply {
        let dropped = self.form.take().map(|mut form| form.kept.recorded());
        Reply {
            effects: dropped
                .into_iter()
                .chain([Effect::Read(Query::Contacts), Effect::Read(Query::Counts)])
                .collect(),
            say: Some(Saying::Done(said)),
            ..Reply::none()
        }
    }

    fn take(&mut self, rows: &[QueueRow]) -> Reply {
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

    fn glance(&self) -> Reply {
        if let Some(number) = self.apart {
            return Reply::ask(Query::Contact(number));
        }
        match self.chosen().map(|row| row.subject) {
            Some(Subject::Contact(number)) => Reply::ask(Query::Contact(number)),
            _ => Reply::none(),
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
        Some(&self.form.as_ref()?.kept)
    }

    fn text_input_mut(&mut self) -> Option<&mut dyn TextInput> {
        Some(&mut self.form.as_mut()?.kept)
    }

    fn update(&mut self, heard: &Heard<'_>, shared: &Shared) -> Reply {
        match (heard, &mut self.form) {
            (Heard::Draft(name, draft), Some(form)) => form.kept.resume(name, draft, shared),
            (Heard::Failed(error), _) => self.failed(error, shared),
            (Heard::Told(DeskReply::Contact(reply)), _) => self.told(reply, shared.lang),
            (Heard::Opened, _) => Reply::ask(Query::Contacts),
            (
                Heard::Action(_) | Heard::Key(_) | Heard::Paste(_) | Heard::Pointed(_),
                Some(form),
            ) => match form.update(heard, self.view.as_deref(), shared) {
                Heeded::Answered(reply) => reply,
                Heeded::Left(reply) => {
                    self.form = None;
                    reply
                }
            },
            (Heard::Action(action), None) => self.act(*action, shared),
            (Heard::Told(_), _)
            | (Heard::Draft(..) | Heard::Key(_) | Heard::Paste(_) | Heard::Pointed(_), None) => {
                Reply::none()
            }
        }
    }

    fn outdated(&mut self, news: News, _shared: &Shared) -> Reply {
        match news {
            News::Written => Reply::ask(Query::Contacts),
            News::Minute | News::Duties => Reply::none(),
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

    fn restore(&mut self, bookmark: &Bookmark, step: Step, shared: &Shared) -> Reply {
        let Some((number, reading)) = bookmark.place::<(_, Option<usize>)>() else {
            return Reply::none();
        };
        match step {
            Step::Opened => self.seek = number,
            Step::Read => {
                return bookmark.reopen(self, |key| Asked::by(key).is_some(), shared);
            }
            Step::Ready => self.reading = reading.filter(|_| self.view.is_some()),
        }
        Reply::none()
    }
}

/// What is shown of a visit or call in so many cells, the most needed first, for the pane beside the queue.
pub fn lines(view: &ContactView, cells: u16, shared: &Shared) -> Vec<Line<'static>> {
    pane::lines(view, KeyContext::Queue, usize::from(cells), shared)
}
