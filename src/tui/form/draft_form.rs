//! A form whose draft is kept under a name, and which is emptied after a question.
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

/// A form with the name of its draft.
#[derive(Clone, Debug)]
pub(in crate::tui) struct DraftForm {
    pub(in crate::tui) form: Form,
    /// Beside the fields: what else belongs to the draft while one of them was changed.
    pub(in crate::tui) also: Map<String, Value>,
    name: String,
    /// It was asked whether everything is to go.
    asks: bool,
    /// It was sent and is not answered yet.
    sent: bool,
}

impl DraftForm {
    /// Keeps a form's draft under a name.
    pub(in crate::tui) fn new(form: Form, name: String) -> Self {
        Self {
            form,
            also: Map::new(),
            name,
            asks: false,
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

    /// Keeps the draft as it must be kept now, or throws it away where nothing is left of it.
    pub(in crate::tui) fn keep(&self) -> Effect {
        match self.draft() {
            Some((form, text)) => Effect::Draft(DraftEffect::Keep { form, text }),
            None => self.drop(),
        }
    }

    fn drop(&self) -> Effect {
        Effect::Draft(DraftEffect::Drop(self.name.clone()))
    }

    /// Hears what is typed or pointed at.
    pub(in crate::tui) fn feel(&mut self, event: &ScreenEvent<'_>) -> InputOutcome {
        match event {
            ScreenEvent::Key(key) => self.form.key(*key),
            ScreenEvent::Paste(pasted) => self.form.paste(pasted),
            ScreenEvent::Pointer(pointed) => self.form.point(*pointed),
            ScreenEvent::Action(_)
            | ScreenEvent::Draft(..)
            | ScreenEvent::Failed(_)
            | ScreenEvent::Reply(_)
            | ScreenEvent::Opened => InputOutcome::Nothing,
        }
    }

    /// Sends what `read` makes of the form, once: a second time before the answer would record it twice.
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

    /// The desk refused what was sent: it may be sent again, and the fields say what is wrong with them. None where no field
    /// is wrong.
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

    /// Empties the form once it is on record, which is no draft any more.
    pub(in crate::tui) fn recorded(&mut self) -> Effect {
        self.sent = false;
        self.form.reset();
        self.also.clear();
        self.drop()
    }

    /// Puts a draft in, if it is this form's and nothing was typed yet, and says so.
    pub(in crate::tui) fn resume(
        &mut self,
        name: &str,
        draft: &str,
        shared: &Shared,
    ) -> ScreenAnswer {
        if self.restore(name, draft) {
            ScreenAnswer::say(done(text::RESTORED, shared))
        } else {
            ScreenAnswer::none()
        }
    }

    /// Puts a draft in, if it is this form's and nothing was typed yet; true where something was put in.
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

    /// Discard was pressed: asks whether everything is to go.
    pub(in crate::tui) fn discard(&mut self, shared: &Shared) -> ScreenAnswer {
        if self.form.is_untouched() {
            return ScreenAnswer::say(done(text::NOTHING_TO_DISCARD, shared));
        }
        self.asks = true;
        ScreenAnswer::say(done(text::DISCARD_ASK, shared))
    }

    /// Whether this answers the question of [`Kept::discard`] with yes; anything else that a clerk does is a no.
    ///
    /// The key is not the one that asked: a key that is held, or hit twice, must not throw a text away.
    pub(in crate::tui) fn confirms(&mut self, event: &ScreenEvent<'_>) -> bool {
        event.is_input() && std::mem::take(&mut self.asks) && is_yes(event)
    }

    /// Empties the form and throws its draft away.
    pub(in crate::tui) fn empty(&mut self, shared: &Shared) -> ScreenAnswer {
        ScreenAnswer {
            say: Some(done(text::DISCARDED, shared)),
            ..ScreenAnswer::ask(self.recorded())
        }
    }
}

/// Whether this is the key that answers with yes where everything typed is to go.
pub(in crate::tui) fn is_yes(event: &ScreenEvent<'_>) -> bool {
    matches!(event, ScreenEvent::Key(key) if key.code == KeyCode::Delete && key.modifiers.is_empty())
}

/// A sentence of the forms; `{key}` is the key that discards.
pub(in crate::tui) fn done(phrase: Phrase, shared: &Shared) -> StatusMessage {
    let key = key_of(Action::Discard, shared);
    StatusMessage::Done(phrase.with(shared.lang, &[("key", &key)]))
}

/// Faults under their fields, and how many they are.
pub(in crate::tui) fn faulty(form: &mut Form, faults: &[FieldFault], lang: Lang) -> ScreenAnswer {
    form.set_faults(faults);
    let n = faults.len().to_string();
    ScreenAnswer::say(StatusMessage::Refused(
        text::FAULTS.with(lang, &[("n", &n)]),
    ))
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
