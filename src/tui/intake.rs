//! Taking a matter in: the form, and beside it what it will open, what to say, and what the same person brought before.
//!
//! Must not count deadlines or look for cases itself: both are asked of the desk as the form changes.

mod beside;
pub(super) mod earlier;
mod fields;
#[cfg(test)]
mod tests;

use super::{
    effect::{Effect, Told},
    form::{Felt, Form, draw::put},
    keymap::{Action, Place},
    screen::{Go, Heard, Reply, Saying, Shared},
};
use crate::{
    desk::{DeskError, EarlierCase},
    domain::{
        case::CaseNumber,
        command::Intake,
        deadline::Deadline,
        party::Field,
        refusal::{FieldFault, Refusal},
    },
    words::{Say, forms as text},
};
use ratatui::{Frame, layout::Rect};
use serde_json::{Map, Value};

/// The name of the form's draft.
const FORM: &str = "intake";
/// Where the draft keeps the earlier case it is to be linked to.
const LINK: &str = "link";

/// Taking a matter in.
#[derive(Debug, Default)]
pub struct IntakeScreen {
    /// None until the rules are known.
    form: Option<Form>,
    preview: Vec<Deadline>,
    earlier: Vec<EarlierCase>,
    link: Option<CaseNumber>,
    /// What the desk was asked last, so that it is not asked again.
    previewed: Option<Box<Intake>>,
    searched: Option<Effect>,
    /// Discard was pressed once.
    armed: bool,
    /// The form was sent and no answer came yet.
    sent: bool,
}

impl IntakeScreen {
    /// Opens the screen; what it needs is asked for by its first answer.
    pub fn new() -> Self {
        Self::default()
    }

    /// Where keys are pressed.
    pub fn place(&self) -> Place {
        Place::Form
    }

    /// The draft that would be lost if the line dropped now.
    pub fn draft(&self) -> Option<(String, String)> {
        let form = self.form.as_ref().filter(|form| !form.is_untouched())?;
        let mut draft = form.draft();
        if let Some(link) = self.link {
            draft.insert(LINK.to_owned(), link.to_string().into());
        }
        Some((FORM.to_owned(), Value::Object(draft).to_string()))
    }

    /// Hears something and answers.
    pub fn update(&mut self, heard: &Heard<'_>, shared: &Shared) -> Reply {
        let Some(rules) = shared.rules.as_deref() else {
            return match heard {
                Heard::Action(Action::Back) => Reply::go(Go::Queue),
                _ => Reply::none(),
            };
        };
        if self.form.is_none() {
            self.form = Some(fields::form(&rules.charter, shared.lang));
            let opened = self.asked(shared, true);
            return Reply {
                effects: [vec![Effect::Draft(FORM.to_owned())], opened].concat(),
                ..Reply::none()
            };
        }
        if let (Some(form), area) = (&mut self.form, body(shared)) {
            form.fit(beside::halves(form, area).0);
        }
        let armed = self.armed;
        self.armed = self.armed && matches!(heard, Heard::Told(_) | Heard::Opened);
        match heard {
            Heard::Action(Action::Discard) => self.discard(armed, shared),
            Heard::Action(action) => self.act(*action, shared),
            Heard::Key(key) => self.edit(shared, |form| form.key(*key)),
            Heard::Paste(text) => self.edit(shared, |form| form.paste(text)),
            Heard::Told(told) => self.told(told, shared),
            Heard::Opened => Reply::none(),
        }
    }

    fn act(&mut self, action: Action, shared: &Shared) -> Reply {
        match action {
            Action::NextField => self.edit(shared, |form| {
                form.next();
                Felt::Moved
            }),
            Action::PreviousField => self.edit(shared, |form| {
                form.previous();
                Felt::Moved
            }),
            Action::Submit => self.submit(shared),
            Action::Link => self.choose_link(shared),
            Action::Back if self.form.as_mut().is_some_and(Form::close) => Reply::none(),
            Action::Back => Reply::go(Go::Queue),
            _ => Reply::none(),
        }
    }

    fn edit(&mut self, shared: &Shared, with: impl FnOnce(&mut Form) -> Felt) -> Reply {
        let Some(form) = &mut self.form else {
            return Reply::none();
        };
        let felt = with(form);
        if felt == Felt::Changed {
            self.sent = false;
        }
        match felt {
            Felt::Nothing => Reply::none(),
            Felt::Moved => Reply {
                effects: self.asked(shared, true),
                ..Reply::none()
            },
            Felt::Changed => {
                fields::follow(form, shared);
                let mut effects = vec![self.kept()];
                effects.extend(self.asked(shared, false));
                Reply {
                    effects,
                    ..Reply::none()
                }
            }
        }
    }

    /// The draft as it must be kept now; thrown away where nothing is left of it.
    fn kept(&self) -> Effect {
        match self.draft() {
            Some((form, text)) => Effect::KeepDraft { form, text },
            None => Effect::DropDraft(FORM.to_owned()),
        }
    }

    /// What the desk has to be asked after a change. The words of title and text are searched once they are left.
    fn asked(&mut self, shared: &Shared, left: bool) -> Vec<Effect> {
        let (Some(form), Some(rules)) = (&self.form, shared.rules.as_deref()) else {
            return Vec::new();
        };
        let (intake, _) = fields::read(form, &rules.charter);
        let writing = [Field::Title.id(), Field::Body.id()].contains(&form.focused());
        let mut effects = Vec::new();
        let opens = Box::new(fields::without_words(&intake));
        if self.previewed.as_ref() != Some(&opens) {
            self.previewed = Some(opens.clone());
            effects.push(Effect::Preview(opens));
        }
        let Some(search) = earlier::search(&intake) else {
            self.searched = None;
            self.earlier.clear();
            self.link = None;
            return effects;
        };
        if self.searched.as_ref() != Some(&search) && (left || !writing) {
            self.searched = Some(search.clone());
            effects.push(search);
        }
        effects
    }

    fn submit(&mut self, shared: &Shared) -> Reply {
        let (Some(form), Some(rules)) = (&mut self.form, shared.rules.as_deref()) else {
            return Reply::none();
        };
        if self.sent {
            return Reply::say(Saying::Done(text::SENDING.get(shared.lang).to_owned()));
        }
        let (intake, mut faults) = fields::read(form, &rules.charter);
        let wrong: Vec<_> = faults.iter().map(|fault| fault.field).collect();
        let others = intake.clean().faults(&rules.charter, shared.now);
        faults.extend(
            others
                .into_iter()
                .filter(|other| !wrong.contains(&other.field)),
        );
        if !faults.is_empty() {
            return faulty(form, &faults, shared);
        }
        self.sent = true;
        Reply::ask(Effect::TakeIn(
            Box::new(intake.clean()),
            self.link.into_iter().collect(),
        ))
    }

    fn discard(&mut self, armed: bool, shared: &Shared) -> Reply {
        let Some(form) = &mut self.form else {
            return Reply::none();
        };
        let say = |phrase: crate::words::Phrase| Saying::Done(phrase.get(shared.lang).to_owned());
        if form.is_untouched() {
            return Reply::say(say(text::NOTHING_TO_DISCARD));
        }
        if !armed {
            self.armed = true;
            return Reply::say(say(text::DISCARD_AGAIN));
        }
        form.reset();
        fields::follow(form, shared);
        self.sent = false;
        let mut effects = vec![Effect::DropDraft(FORM.to_owned())];
        effects.extend(self.asked(shared, true));
        Reply {
            effects,
            go: None,
            say: Some(say(text::DISCARDED)),
        }
    }

    /// Marks the next earlier case, those of the same matter first; after the last none.
    fn choose_link(&mut self, shared: &Shared) -> Reply {
        if self.earlier.is_empty() {
            let said = text::NO_EARLIER.get(shared.lang).to_owned();
            return Reply::say(Saying::Refused(said));
        }
        self.link = earlier::next(&self.earlier, self.link);
        let said = match self.link {
            Some(number) => text::LINK_WILL.with(shared.lang, &[("number", &number.to_string())]),
            None => text::LINK_WONT.get(shared.lang).to_owned(),
        };
        Reply {
            effects: vec![self.kept()],
            go: None,
            say: Some(Saying::Done(said)),
        }
    }

    fn told(&mut self, told: &Told, shared: &Shared) -> Reply {
        match told {
            Told::Preview(deadlines) => self.preview.clone_from(deadlines),
            Told::Earlier(cases) if self.searched.is_some() => {
                self.earlier.clone_from(cases);
                let known = |link: &CaseNumber| cases.iter().any(|case| case.number == *link);
                self.link = self.link.filter(known);
            }
            Told::Draft(form, Some(draft)) if form == FORM => return self.restore(draft, shared),
            Told::TakenIn(number) => {
                let said = text::TAKEN_IN.with(shared.lang, &[("number", &number.to_string())]);
                // What is on record is no draft any more, also for a line that drops on the way to the case.
                if let Some(form) = &mut self.form {
                    form.reset();
                }
                return Reply {
                    effects: vec![Effect::DropDraft(FORM.to_owned())],
                    go: Some(Go::Case(*number)),
                    say: Some(Saying::Done(said)),
                };
            }
            Told::Failed(error) => return self.failed(error, shared),
            _ => {}
        }
        Reply::none()
    }

    fn failed(&mut self, error: &DeskError, shared: &Shared) -> Reply {
        self.sent = false;
        match (error, &mut self.form) {
            (DeskError::Refusal(Refusal::Fields(faults)), Some(form)) => {
                faulty(form, faults, shared)
            }
            _ => Reply::say(Saying::Refused(error.say(shared.lang))),
        }
    }

    fn restore(&mut self, draft: &str, shared: &Shared) -> Reply {
        let (Some(form), Ok(draft)) = (
            &mut self.form,
            serde_json::from_str::<Map<String, Value>>(draft),
        ) else {
            return Reply::none();
        };
        if !form.is_untouched() || !form.restore(&draft) {
            return Reply::none();
        }
        fields::follow(form, shared);
        let link = draft.get(LINK).and_then(Value::as_str);
        let link = link.and_then(|link| link.parse().ok());
        let effects = self.asked(shared, true);
        self.link = link.filter(|_| self.searched.is_some());
        Reply {
            effects,
            go: None,
            say: Some(Saying::Done(text::RESTORED.get(shared.lang).to_owned())),
        }
    }

    /// Draws the screen.
    pub fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Shared) {
        let area = area.intersection(frame.area());
        let (Some(form), Some(rules)) = (&self.form, shared.rules.as_deref()) else {
            return;
        };
        let (sheet, side) = beside::halves(form, area);
        let title = Rect {
            height: area.height.min(1),
            ..area
        };
        let heading = format!(
            " {}  {}",
            text::INTAKE.get(shared.lang),
            text::REQUIRED.get(shared.lang)
        );
        put(
            frame.buffer_mut(),
            title,
            &heading,
            shared.theme.heading,
            shared,
        );
        let (intake, _) = fields::read(form, &rules.charter);
        let beside = beside::Beside {
            intake: &intake,
            preview: &self.preview,
            earlier: &self.earlier,
            link: self.link,
            rules,
        };
        beside.view(frame.buffer_mut(), side, sheet.bottom() <= side.y, shared);
        form.view(frame, sheet, shared);
    }
}

/// The area between the line on top and the line at the bottom.
fn body(shared: &Shared) -> Rect {
    let (width, height) = shared.size;
    Rect::new(0, 1, width, height.saturating_sub(2))
}

fn faulty(form: &mut Form, faults: &[FieldFault], shared: &Shared) -> Reply {
    form.set_faults(faults);
    let n = faults.len().to_string();
    Reply::say(Saying::Refused(
        text::FAULTS.with(shared.lang, &[("n", &n)]),
    ))
}
