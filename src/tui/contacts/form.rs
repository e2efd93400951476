//! The form of something that asks for more than a key: what is typed, its draft, and what it asks of the desk.
//!
//! Must not know what its fields are.

use super::fields::{self, Asked, Wanted};
use crate::{
    desk::{ContactOrder, ContactView, DeskError},
    domain::{refusal::Refusal, subject::ContactNumber},
    tui::{
        effect::Effect,
        form::{
            Felt, Form,
            kept::{Kept, body, done, faulty},
        },
        keymap::Action,
        page::headed,
        screen::{Heard, Reply, Shared},
    },
    words::forms,
};
use ratatui::{Frame, layout::Rect};

/// The form of something that asks for more than a key.
#[derive(Debug)]
pub(super) struct ActForm {
    /// What it asks for.
    pub(super) asked: Asked,
    /// The contact it is about, whichever is chosen in the list.
    pub(super) number: ContactNumber,
    kept: Kept,
    /// It was sent and is not answered yet.
    sent: bool,
}

/// What a form made of what it heard.
pub(super) enum Heeded {
    /// It answers.
    Answered(Reply),
    /// It was left; its draft is kept.
    Left(Reply),
}

impl ActForm {
    /// Opens the form of what is asked for; none where it would have no field.
    pub(super) fn new(asked: Asked, view: &ContactView, shared: &Shared) -> Option<Self> {
        let form = fields::form(asked, view, shared);
        if form.questions().is_empty() {
            return None;
        }
        let number = view.contact.number;
        Some(Self {
            asked,
            number,
            kept: Kept::new(form, asked.draft(number)),
            sent: false,
        })
    }

    /// The form.
    pub(super) fn form(&self) -> &Form {
        &self.kept.form
    }

    /// The same form, to put the caret somewhere.
    pub(super) fn form_mut(&mut self) -> &mut Form {
        &mut self.kept.form
    }

    /// Asks for the draft.
    pub(super) fn ask(&self) -> Effect {
        self.kept.ask()
    }

    /// The draft that would be lost if the line dropped now.
    pub(super) fn draft(&self) -> Option<(String, String)> {
        self.kept.draft()
    }

    /// The text that is selected.
    pub(super) fn selected(&self) -> Option<&str> {
        self.kept.form.selected()
    }

    /// Throws the draft away: what is on record is no draft any more.
    pub(super) fn sent(mut self) -> Effect {
        self.kept.sent()
    }

    /// Puts a draft in, if it is this form's and nothing was typed yet.
    pub(super) fn restore(&mut self, name: &str, draft: &str, shared: &Shared) -> Reply {
        if self.kept.restore(name, draft) {
            Reply::say(done(forms::RESTORED, shared))
        } else {
            Reply::none()
        }
    }

    /// The desk refused what was sent: it may be sent again, and the fields say what is wrong with them.
    pub(super) fn failed(&mut self, error: &DeskError, shared: &Shared) -> Reply {
        self.sent = false;
        match error {
            DeskError::Refusal(Refusal::Fields(faults)) => {
                faulty(&mut self.kept.form, faults, shared.lang)
            }
            _ => Reply::none(),
        }
    }

    /// Hears what is typed; `view` is the contact as it stands now.
    pub(super) fn update(
        &mut self,
        heard: &Heard<'_>,
        view: Option<&ContactView>,
        shared: &Shared,
    ) -> Heeded {
        self.kept.form.fit(body(shared));
        if self.kept.confirms(heard) {
            return Heeded::Answered(self.kept.empty(shared));
        }
        let felt = match heard {
            Heard::Key(key) => self.kept.form.key(*key),
            Heard::Paste(pasted) => self.kept.form.paste(pasted),
            Heard::Pointed(pointed) => self.kept.form.point(*pointed),
            Heard::Action(Action::Back) if !self.kept.form.close() => {
                return Heeded::Left(Reply::ask(self.kept.keep()));
            }
            Heard::Action(action) => return Heeded::Answered(self.act(*action, view, shared)),
            Heard::Told(_) | Heard::Opened => Felt::Nothing,
        };
        Heeded::Answered(match felt {
            Felt::Changed => Reply::ask(self.kept.keep()),
            _ => Reply::none(),
        })
    }

    fn act(&mut self, action: Action, view: Option<&ContactView>, shared: &Shared) -> Reply {
        match action {
            Action::NextField => self.kept.form.next(),
            Action::PreviousField => self.kept.form.previous(),
            Action::Discard => return self.kept.discard(shared),
            // Sent once: a second time before the answer would record it twice.
            Action::Submit if !self.sent => return self.submit(view, shared),
            _ => {}
        }
        Reply::none()
    }

    fn submit(&mut self, view: Option<&ContactView>, shared: &Shared) -> Reply {
        let Some(view) = view else {
            return Reply::none();
        };
        let effect = match fields::read(self.asked, &self.kept.form, view, shared.names()) {
            Ok(Wanted::Command(command, ticked)) => Effect::RunContact(Box::new(ContactOrder {
                number: self.number,
                command,
                ticked,
                at: None,
                seen: None,
            })),
            Ok(Wanted::Case(intake)) => Effect::ContactToCase(self.number, intake),
            Err(faults) => return faulty(&mut self.kept.form, &faults, shared.lang),
        };
        self.sent = true;
        Reply::ask(effect)
    }

    /// Draws the form under its title.
    pub(super) fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Shared) {
        let title = format!("{}  {}", self.number, self.asked.title(shared));
        let rest = headed(frame.buffer_mut(), area, (&title, ""), shared);
        self.kept.form.view(frame, rest, shared);
    }
}
