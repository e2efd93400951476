//! A form whose draft is kept under a name, and which is emptied after a confirmation.
//!
//! Must not know what the form is for.

use super::key_of;
use crate::{
    desk::DeskError,
    domain::refusal::{FieldFault, Refusal},
    form::{Form, InputOutcome},
    tui::{
        effect::{DraftEffect, Effect},
        keymap::Action,
        screen::{ScreenAnswer, ScreenEvent, Shared, StatusMessage},
    },
    words::{Lang, Phrase, forms as text},
};
use ratatui::{crossterm::event::KeyCode, layout::Rect};
use serde_json::{Map, Value};

/// What a form made of an event.
pub(in crate::tui) enum FormOutcome {
    Answered(ScreenAnswer),
    /// A key that the form leaves to its screen: to send it, to leave it, or one that it does not know.
    Key(Action),
}

/// A form with the name of its draft.
#[derive(Clone, Debug)]
pub(in crate::tui) struct DraftForm {
    pub(in crate::tui) form: Form,
    /// What belongs to the draft beside the fields, once one of them was changed.
    pub(in crate::tui) also: Map<String, Value>,
    name: String,
    /// The clerk was asked whether to discard everything.
    confirming: bool,
    /// Sent, and not answered yet.
    sent: bool,
}

impl DraftForm {
    /// A form whose draft has that name.
    pub(in crate::tui) fn new(form: Form, name: String) -> Self {
        Self {
            form,
            also: Map::new(),
            name,
            confirming: false,
            sent: false,
        }
    }

    /// Name and text of the draft; none while nothing was changed.
    pub(in crate::tui) fn draft(&self) -> Option<(String, String)> {
        if self.form.is_untouched() {
            return None;
        }
        let mut draft = self.form.draft();
        draft.extend(self.also.clone());
        Some((self.name.clone(), Value::Object(draft).to_string()))
    }

    /// Asks for the draft.
    pub(in crate::tui) fn ask(&self) -> Effect {
        Effect::Draft(DraftEffect::Read(self.name.clone()))
    }

    /// Saves the draft, or deletes it where nothing is left of it.
    pub(in crate::tui) fn keep(&self) -> Effect {
        match self.draft() {
            Some((form, text)) => Effect::Draft(DraftEffect::Keep { form, text }),
            None => self.drop(),
        }
    }

    fn drop(&self) -> Effect {
        Effect::Draft(DraftEffect::Drop(self.name.clone()))
    }

    /// Takes an event while the form is drawn in `area`.
    pub(in crate::tui) fn update(
        &mut self,
        event: &ScreenEvent<'_>,
        area: Rect,
        shared: &Shared,
    ) -> FormOutcome {
        self.form.fit(area);
        if self.confirms(event) {
            return FormOutcome::Answered(self.empty(shared));
        }
        let outcome = match event {
            ScreenEvent::Action(Action::NextField) => {
                self.form.next();
                InputOutcome::Moved
            }
            ScreenEvent::Action(Action::PreviousField) => {
                self.form.previous();
                InputOutcome::Moved
            }
            ScreenEvent::Action(Action::Back) if self.form.close() => InputOutcome::Moved,
            ScreenEvent::Action(Action::Discard) => {
                return FormOutcome::Answered(self.discard(shared));
            }
            ScreenEvent::Action(action) => return FormOutcome::Key(*action),
            ScreenEvent::Draft(name, draft) => {
                let restored = self.restore(name, draft);
                let answer = restored.then(|| ScreenAnswer::say(done(text::RESTORED, shared)));
                return FormOutcome::Answered(answer.unwrap_or_default());
            }
            ScreenEvent::Caret(field, caret) => {
                self.form.focus_at(field, *caret);
                InputOutcome::Moved
            }
            ScreenEvent::Key(key) => self.form.key(*key),
            ScreenEvent::Paste(pasted) => self.form.paste(pasted),
            ScreenEvent::Pointer(pointed) => self.form.point(*pointed),
            ScreenEvent::Failed(_)
            | ScreenEvent::Reply(_)
            | ScreenEvent::Opened
            | ScreenEvent::Outdated(_)
            | ScreenEvent::Restore(..) => InputOutcome::Nothing,
        };
        let changed = outcome == InputOutcome::Changed;
        FormOutcome::Answered(ScreenAnswer::ask_all(changed.then(|| self.keep())))
    }

    /// Sends what `read` makes of the form; not again before the answer, which would record it twice.
    pub(in crate::tui) fn submit(
        &mut self,
        shared: &Shared,
        read: impl FnOnce(&Form) -> Result<Effect, Vec<FieldFault>>,
    ) -> ScreenAnswer {
        if self.sent {
            return ScreenAnswer::say(done(text::SENDING, shared));
        }
        match read(&self.form) {
            Ok(effect) => {
                self.sent = true;
                ScreenAnswer::ask(effect)
            }
            Err(faults) => faulty(&mut self.form, &faults, shared.lang),
        }
    }

    /// The desk refused what was sent: it may be sent again, and the fields show what is wrong with them. `None` where no
    /// field is wrong.
    pub(in crate::tui) fn refused(
        &mut self,
        error: &DeskError,
        lang: Lang,
    ) -> Option<ScreenAnswer> {
        self.sent = false;
        match error {
            DeskError::Refusal(Refusal::Fields(faults)) => {
                Some(faulty(&mut self.form, faults, lang))
            }
            _ => None,
        }
    }

    /// Empties the form after it was recorded, and deletes its draft.
    pub(in crate::tui) fn recorded(&mut self) -> Effect {
        self.sent = false;
        self.form.reset();
        self.also.clear();
        self.drop()
    }

    /// Fills in a draft if it is this form's and nothing was typed yet; true where it was filled in.
    pub(in crate::tui) fn restore(&mut self, name: &str, draft: &str) -> bool {
        let draft = serde_json::from_str::<Map<String, Value>>(draft);
        let Ok(draft) = draft else { return false };
        if name != self.name || !self.form.is_untouched() || !self.form.restore(&draft) {
            return false;
        }
        let form = &self.form;
        self.also = draft.into_iter().filter(|(id, _)| !form.has(id)).collect();
        true
    }

    /// Asks for confirmation before everything typed is discarded.
    pub(in crate::tui) fn discard(&mut self, shared: &Shared) -> ScreenAnswer {
        if self.form.is_untouched() {
            return ScreenAnswer::say(done(text::NOTHING_TO_DISCARD, shared));
        }
        self.confirming = true;
        ScreenAnswer::say(done(text::DISCARD_ASK, shared))
    }

    /// True where the event confirms [`DraftForm::discard`]; any other input cancels it.
    ///
    /// The key is not the one that asked: a key that is held, or hit twice, must not discard a text.
    pub(in crate::tui) fn confirms(&mut self, event: &ScreenEvent<'_>) -> bool {
        event.is_input() && std::mem::take(&mut self.confirming) && is_yes(event)
    }

    /// Empties the form and deletes its draft, as was confirmed.
    pub(in crate::tui) fn empty(&mut self, shared: &Shared) -> ScreenAnswer {
        ScreenAnswer::say(done(text::DISCARDED, shared)).and(self.recorded())
    }
}

/// True for the key that confirms a discard.
pub(in crate::tui) fn is_yes(event: &ScreenEvent<'_>) -> bool {
    matches!(event, ScreenEvent::Key(key) if key.code == KeyCode::Delete && key.modifiers.is_empty())
}

/// A message of the forms; `{key}` becomes the key that discards.
pub(in crate::tui) fn done(phrase: Phrase, shared: &Shared) -> StatusMessage {
    let key = key_of(Action::Discard, shared);
    StatusMessage::Done(phrase.with(shared.lang, &[("key", &key)]))
}

/// Shows faults under their fields, and says how many there are.
pub(in crate::tui) fn faulty(form: &mut Form, faults: &[FieldFault], lang: Lang) -> ScreenAnswer {
    form.set_faults(faults);
    let n = faults.len().to_string();
    ScreenAnswer::refused(text::FAULTS.with(lang, &[("n", &n)]))
}

/// The area between the line on top and the line at the bottom.
pub(in crate::tui) fn body(shared: &Shared) -> Rect {
    let (width, height) = shared.size;
    Rect::new(0, 1, width, height.saturating_sub(2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{party::Field, refusal::ValueFault},
        form::FormField,
        tui::{effect::Query, fixture::shared},
    };

    #[test]
    fn it_is_sent_once_until_the_desk_has_answered() {
        let shared = shared(Lang::Ko, (80, 24));
        let field = FormField::line(Field::Title, 40, "", Lang::Ko);
        let mut draft = DraftForm::new(Form::new(vec![field], Lang::Ko), "draft".to_owned());
        let send = |draft: &mut DraftForm| {
            draft
                .submit(&shared, |_| Ok(Effect::Read(Query::Counts)))
                .effects
        };
        assert_eq!(send(&mut draft), [Effect::Read(Query::Counts)]);
        draft.form.set("title", "그 사이 고침");
        assert_eq!(send(&mut draft), [], "it may be on record already");
        let fault = FieldFault {
            field: Field::Title,
            fault: ValueFault::Missing,
        };
        let error = DeskError::Refusal(Refusal::Fields(vec![fault.clone()]));
        assert!(draft.refused(&error, Lang::Ko).is_some());
        assert_eq!(send(&mut draft), [Effect::Read(Query::Counts)]);
        draft.recorded();
        let wrong = draft.submit(&shared, |_| Err(vec![fault]));
        assert!(matches!(wrong.say, Some(StatusMessage::Refused(_))));
        assert_eq!(
            send(&mut draft),
            [Effect::Read(Query::Counts)],
            "nothing was sent before"
        );
    }
}
