//! The form of an entry about a visit or call: its draft, and what it asks of the desk.
//!
//! Must not know what its fields are.

use super::fields::{self, ContactEntry, ContactSubmission};
use crate::tui::targets::Drawing;
use crate::{
    desk::{ContactOrder, ContactView},
    domain::late::EntryTime,
    domain::subject::ContactNumber,
    tui::{
        effect::{Change, Effect},
        form::draft_form::{DraftForm, FormOutcome, body},
        keymap::Action,
        page::headed,
        screen::{ScreenAnswer, ScreenEvent, Shared},
    },
    words::Say,
};
use ratatui::{Frame, layout::Rect};

/// The form of an entry.
#[derive(Debug)]
pub(super) struct ContactForm {
    pub(super) entry: ContactEntry,
    /// The contact it is about, whichever is chosen in the list.
    pub(super) number: ContactNumber,
    /// What the contact is about; empty where that is not known.
    matter: String,
    pub(super) draft: DraftForm,
}

impl ContactEntry {
    /// The entry that a key opens.
    pub(super) fn by(action: Action) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|entry| entry.action() == action)
    }

    /// The key that opens the entry.
    pub(super) const fn action(self) -> Action {
        match self {
            Self::TellWait => Action::TellWait,
            Self::Question => Action::Question,
            Self::Absent => Action::Absent,
            Self::Later => Action::Later,
            Self::CalledBack => Action::CalledBack,
            Self::HandOver => Action::PassOn,
            Self::Tick => Action::Tick,
            Self::Case => Action::Intake,
            Self::End => Action::End,
            Self::Revoke => Action::Revoke,
        }
    }
}

impl ContactForm {
    /// Opens the form of an entry; `None` where it would have no field.
    pub(super) fn new(entry: ContactEntry, view: &ContactView, shared: &Shared) -> Option<Self> {
        let form = fields::form(entry, view, shared.context());
        let number = view.contact.number;
        (!form.questions().is_empty()).then(|| Self {
            entry,
            number,
            matter: view.contact.matter.as_str().to_owned(),
            draft: DraftForm::new(form, entry.draft(number)),
        })
    }

    /// Takes an event; `view` is the contact as it stands now. `None` where the form was left.
    pub(super) fn update(
        &mut self,
        event: &ScreenEvent<'_>,
        view: Option<&ContactView>,
        shared: &Shared,
    ) -> Option<ScreenAnswer> {
        let outcome = self.draft.update(event, body(shared), shared);
        fields::follow(&mut self.draft.form);
        Some(match outcome {
            FormOutcome::Answered(answer) => answer,
            FormOutcome::Key(Action::Back) => return None,
            FormOutcome::Key(Action::Submit) => self.submit(view, shared),
            FormOutcome::Key(_) => ScreenAnswer::none(),
        })
    }

    fn submit(&mut self, view: Option<&ContactView>, shared: &Shared) -> ScreenAnswer {
        let Some(view) = view else {
            return ScreenAnswer::none();
        };
        let (entry, number) = (self.entry, self.number);
        self.draft.submit(shared, |form| {
            let read = fields::read(entry, form, view, shared.context())?;
            Ok(Effect::Write(match read {
                ContactSubmission::Command(command, ticked) => {
                    Change::RunContact(Box::new(ContactOrder {
                        number,
                        command,
                        ticked,
                        time: EntryTime::NOW,
                        seen: None,
                    }))
                }
                ContactSubmission::Case(intake) => Change::ContactToCase(number, intake),
            }))
        })
    }

    /// Draws the form under its title: the number, the entry, and what the contact is about.
    pub(super) fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let mut title = vec![self.number.to_string(), self.entry.say(shared.lang)];
        title.extend((!self.matter.is_empty()).then(|| self.matter.clone()));
        let title = title.join(&format!(" {} ", shared.symbols.dot));
        let rest = headed(frame.buffer_mut(), area, (&title, ""), shared);
        self.draft.form.view(frame, rest, shared);
    }
}
