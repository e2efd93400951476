//! The form of something that asks for more than a key: what is typed, its draft, and what it asks of the desk.
//!
//! Must not know what its fields are.

use super::fields::{self, ContactEntry, ContactSubmission};
use crate::tui::targets::Drawing;
use crate::{
    desk::{ContactOrder, ContactView},
    domain::subject::ContactNumber,
    tui::{
        effect::{Change, Effect},
        form::{
            InputOutcome,
            draft_form::{DraftForm, body},
        },
        keymap::Action,
        page::headed,
        screen::{ScreenAnswer, ScreenEvent, Shared},
    },
    words::Say,
};
use ratatui::{Frame, layout::Rect};

/// The form of something that asks for more than a key.
#[derive(Debug)]
pub(super) struct ActForm {
    /// What it asks for.
    pub(super) asked: ContactEntry,
    /// The contact it is about, whichever is chosen in the list.
    pub(super) number: ContactNumber,
    /// What the contact is about; empty where that is not known.
    matter: String,
    /// What is typed, and its draft.
    pub(super) draft: DraftForm,
}

impl ContactEntry {
    /// What a key asks for.
    pub(super) fn by(action: Action) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|asked| asked.action() == action)
    }

    /// The key that asks for it.
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
        }
    }
}

/// What a form made of what it heard.
pub(super) enum ContactFormOutcome {
    Answered(ScreenAnswer),
    /// It was left; its draft is kept.
    Left(ScreenAnswer),
}

impl ActForm {
    /// Opens the form of what is asked for; none where it would have no field.
    pub(super) fn new(asked: ContactEntry, view: &ContactView, shared: &Shared) -> Option<Self> {
        let form = fields::form(asked, view, shared.context());
        if form.questions().is_empty() {
            return None;
        }
        let number = view.contact.number;
        Some(Self {
            asked,
            number,
            matter: view.contact.matter.as_str().to_owned(),
            draft: DraftForm::new(form, asked.draft(number)),
        })
    }

    /// Hears what is typed; `view` is the contact as it stands now.
    pub(super) fn update(
        &mut self,
        event: &ScreenEvent<'_>,
        view: Option<&ContactView>,
        shared: &Shared,
    ) -> ContactFormOutcome {
        self.draft.form.fit(body(shared));
        if self.draft.confirms(event) {
            return ContactFormOutcome::Answered(self.draft.empty(shared));
        }
        match event {
            ScreenEvent::Action(Action::Back) if !self.draft.form.close() => {
                ContactFormOutcome::Left(ScreenAnswer::ask(self.draft.keep()))
            }
            ScreenEvent::Action(action) => {
                ContactFormOutcome::Answered(self.act(*action, view, shared))
            }
            typed => ContactFormOutcome::Answered(match self.draft.feel(typed) {
                InputOutcome::Changed => ScreenAnswer::ask(self.draft.keep()),
                InputOutcome::Moved | InputOutcome::Nothing => ScreenAnswer::none(),
            }),
        }
    }

    fn act(&mut self, action: Action, view: Option<&ContactView>, shared: &Shared) -> ScreenAnswer {
        match action {
            Action::NextField => self.draft.form.next(),
            Action::PreviousField => self.draft.form.previous(),
            Action::Discard => return self.draft.discard(shared),
            Action::Submit => return self.submit(view, shared),
            _ => {}
        }
        ScreenAnswer::none()
    }

    fn submit(&mut self, view: Option<&ContactView>, shared: &Shared) -> ScreenAnswer {
        let Some(view) = view else {
            return ScreenAnswer::none();
        };
        let (asked, number) = (self.asked, self.number);
        self.draft.submit(shared, |form| {
            Ok(match fields::read(asked, form, view, shared.names())? {
                ContactSubmission::Command(command, ticked) => {
                    Effect::Write(Change::RunContact(Box::new(ContactOrder {
                        number,
                        command,
                        ticked,
                        at: None,
                        seen: None,
                    })))
                }
                ContactSubmission::Case(intake) => {
                    Effect::Write(Change::ContactToCase(number, intake))
                }
            })
        })
    }

    /// Draws the form under its title.
    pub(super) fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        // As the form of an action on a case: on what, what, and what that is about.
        let title = [
            self.number.to_string(),
            self.asked.say(shared.lang),
            self.matter.clone(),
        ];
        let told: Vec<String> = title.into_iter().filter(|told| !told.is_empty()).collect();
        let title = told.join(&format!(" {} ", shared.symbols.dot));
        let rest = headed(frame.buffer_mut(), area, (&title, ""), shared);
        self.draft.form.view(frame, rest, shared);
    }
}
