//! Taking a matter in: the form, and beside it the deadlines it opens, what to say, and earlier cases of the person.
//!
//! Must not count deadlines or look for cases: the desk is asked for both as the form changes.

mod beside;
pub(super) mod earlier;
mod places;
#[cfg(test)]
mod tests;
mod why;

use super::{
    effect::{Change, DeskReply, Effect, IntakeReply, Query},
    form::{
        Form, InputOutcome,
        draft_form::{DraftForm, body, done},
        draw::put,
    },
    keymap::{Action, KeyContext},
    page::top,
    restore::Bookmark,
    screen::{Go, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared, TextInput},
    targets::Drawing,
};
use crate::form::intake::{self as fields, DRAFT};
use crate::{
    desk::{DeskError, EarlierCase},
    domain::{case::CaseNumber, command::Intake, deadline::Deadline, party::Field},
    words::{Say, forms as text},
};
use places::Places;
use ratatui::{Frame, layout::Rect};
use serde_json::Value;

/// The key in the draft of the earlier case it is to be linked to.
const LINK: &str = "link";

/// Taking a matter in.
#[derive(Debug, Default)]
pub struct IntakeScreen {
    /// `None` until the rules are known.
    draft: Option<DraftForm>,
    preview: Vec<Deadline>,
    earlier: Vec<EarlierCase>,
    /// Recent cases of other people.
    similar: Vec<EarlierCase>,
    /// What the desk was asked last, so that the same is not asked again.
    previewed: Option<Box<Intake>>,
    searched: Option<Effect>,
    compared: Option<Effect>,
}

impl IntakeScreen {
    /// The earlier case it is to be linked to.
    fn link(&self) -> Option<CaseNumber> {
        let link = self.draft.as_ref()?.also.get(LINK)?;
        link.as_str()?.parse().ok()
    }

    fn set_link(&mut self, link: Option<CaseNumber>) {
        let Some(draft) = &mut self.draft else { return };
        match link {
            Some(link) => draft.also.insert(LINK.to_owned(), link.to_string().into()),
            None => draft.also.remove(LINK),
        };
    }

    fn act(&mut self, action: Action, shared: &Shared) -> ScreenAnswer {
        match action {
            Action::NextField => self.edit(shared, |form| {
                form.next();
                InputOutcome::Moved
            }),
            Action::PreviousField => self.edit(shared, |form| {
                form.previous();
                InputOutcome::Moved
            }),
            Action::Submit => self.submit(shared),
            Action::Link => self.choose_link(shared),
            Action::Back if self.draft.as_mut().is_some_and(|draft| draft.form.close()) => {
                ScreenAnswer::none()
            }
            Action::Back => ScreenAnswer::go(Go::Queue),
            _ => ScreenAnswer::none(),
        }
    }

    fn edit(
        &mut self,
        shared: &Shared,
        with: impl FnOnce(&mut Form) -> InputOutcome,
    ) -> ScreenAnswer {
        let Some(draft) = &mut self.draft else {
            return ScreenAnswer::none();
        };
        match with(&mut draft.form) {
            InputOutcome::Nothing => ScreenAnswer::none(),
            InputOutcome::Moved => ScreenAnswer::ask_all(self.queries(shared, true)),
            InputOutcome::Changed => {
                update_dependents(&mut draft.form, shared);
                let keep = draft.keep();
                let queries = self.queries(shared, false);
                ScreenAnswer::ask_all(std::iter::once(keep).chain(queries))
            }
        }
    }

    /// What the desk is asked after a change. Title and text are searched once the field is `left`.
    fn queries(&mut self, shared: &Shared, left: bool) -> Vec<Effect> {
        let (Some(draft), Some(rules)) = (&self.draft, shared.rules.as_deref()) else {
            return Vec::new();
        };
        let (intake, _) = fields::read(&draft.form, &rules.charter, shared.now);
        let writing = [Field::Title.id(), Field::Body.id()].contains(&draft.form.focused());
        let mut effects = Vec::new();
        let opens = Box::new(fields::without_words(&intake));
        if self.previewed.as_ref() != Some(&opens) {
            self.previewed = Some(opens.clone());
            effects.push(Effect::Read(Query::Preview(opens)));
        }
        if left || !writing {
            effects.extend(self.compare(&intake));
        }
        let Some(search) = earlier::search(&intake) else {
            self.searched = None;
            self.earlier.clear();
            self.set_link(None);
            return effects;
        };
        if self.searched.as_ref() != Some(&search) && (left || !writing) {
            self.searched = Some(search.clone());
            effects.push(search);
        }
        effects
    }

    /// Asks for recent cases of other people where the title or the person changed.
    fn compare(&mut self, intake: &Intake) -> Option<Effect> {
        let compare = earlier::compare(intake);
        if self.compared == compare {
            return None;
        }
        self.compared.clone_from(&compare);
        if compare.is_none() {
            self.similar.clear();
        }
        compare
    }

    fn submit(&mut self, shared: &Shared) -> ScreenAnswer {
        let link = self.link();
        let (Some(draft), Some(rules)) = (&mut self.draft, shared.rules.as_deref()) else {
            return ScreenAnswer::none();
        };
        draft.submit(shared, |form| {
            let (intake, mut faults) = fields::read(form, &rules.charter, shared.now);
            let wrong: Vec<_> = faults.iter().map(|fault| fault.field).collect();
            let others = intake
                .clean()
                .faults(&rules.charter, shared.now)
                .into_iter();
            faults.extend(others.filter(|other| !wrong.contains(&other.field)));
            if !faults.is_empty() {
                return Err(faults);
            }
            let (intake, earlier) = (Box::new(intake.clean()), link.into_iter().collect());
            Ok(Effect::Write(Change::TakeIn(intake, earlier)))
        })
    }

    fn empty(&mut self, shared: &Shared) -> ScreenAnswer {
        let Some(draft) = &mut self.draft else {
            return ScreenAnswer::none();
        };
        let mut answer = draft.empty(shared);
        update_dependents(&mut draft.form, shared);
        answer.effects.extend(self.queries(shared, true));
        answer
    }

    /// Marks the next earlier case, those of the same matter first; none after the last.
    fn choose_link(&mut self, shared: &Shared) -> ScreenAnswer {
        if self.earlier.is_empty() {
            return ScreenAnswer::refused(text::NO_EARLIER.get(shared.lang));
        }
        let link = earlier::next(&self.earlier, self.link());
        self.set_link(link);
        let said = match link {
            Some(number) => text::LINK_WILL.with(shared.lang, &[("number", &number.to_string())]),
            None => text::LINK_WONT.get(shared.lang).to_owned(),
        };
        ScreenAnswer {
            effects: self.draft.iter().map(DraftForm::keep).collect(),
            ..ScreenAnswer::done(said)
        }
    }

    fn take_reply(&mut self, reply: &IntakeReply, shared: &Shared) -> ScreenAnswer {
        match reply {
            IntakeReply::Opens(deadlines) => self.preview.clone_from(deadlines),
            IntakeReply::Earlier(cases) if self.searched.is_some() => {
                self.earlier.clone_from(cases);
                let known = |link: &CaseNumber| cases.iter().any(|case| case.number == *link);
                let link = self.link().filter(known);
                self.set_link(link);
            }
            IntakeReply::Similar(cases) if self.compared.is_some() => {
                self.similar.clone_from(cases);
            }
            // No search is under way any more.
            IntakeReply::Earlier(_) | IntakeReply::Similar(_) => {}
            IntakeReply::TakenIn(number) => {
                let said = text::TAKEN_IN.with(shared.lang, &[("number", &number.to_string())]);
                return ScreenAnswer {
                    effects: self.draft.iter_mut().map(DraftForm::recorded).collect(),
                    go: Some(Go::Case(*number)),
                    ..ScreenAnswer::done(said)
                };
            }
        }
        ScreenAnswer::none()
    }

    fn failed(&mut self, error: &DeskError, shared: &Shared) -> ScreenAnswer {
        let draft = self.draft.as_mut();
        let refused = draft.and_then(|draft| draft.refused(error, shared.lang));
        refused.unwrap_or_else(|| ScreenAnswer::refused(error.say(shared.lang)))
    }

    fn restore_draft(&mut self, name: &str, draft: &str, shared: &Shared) -> ScreenAnswer {
        let Some(form) = &mut self.draft else {
            return ScreenAnswer::none();
        };
        if !form.restore(name, draft) {
            return ScreenAnswer::none();
        }
        update_dependents(&mut form.form, shared);
        ScreenAnswer {
            effects: self.queries(shared, true),
            ..ScreenAnswer::say(done(text::RESTORED, shared))
        }
    }
}

impl Screen for IntakeScreen {
    fn state(&self) -> ScreenState<'_> {
        let text = self.draft.as_ref().map(|draft| draft as &dyn TextInput);
        ScreenState::at(KeyContext::Linking, Purpose::Other, text)
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        let Some(rules) = shared.rules.as_deref() else {
            let leaves = matches!(event, ScreenEvent::Action(Action::Back));
            let go = leaves.then(|| ScreenAnswer::go(Go::Queue));
            return go.unwrap_or_default();
        };
        let Some(draft) = &mut self.draft else {
            let form = fields::form(&rules.charter, shared.lang);
            let draft = DraftForm::new(form, DRAFT.to_owned());
            let draft = self.draft.insert(draft).ask();
            let queries = self.queries(shared, true);
            return ScreenAnswer::ask_all(std::iter::once(draft).chain(queries));
        };
        let sheet = Places::of(&draft.form, body(shared)).sheet();
        draft.form.fit(sheet);
        if draft.confirms(event) {
            return self.empty(shared);
        }
        match event {
            ScreenEvent::Action(Action::Discard) => draft.discard(shared),
            ScreenEvent::Action(action) => self.act(*action, shared),
            ScreenEvent::Key(key) => self.edit(shared, |form| form.key(*key)),
            ScreenEvent::Paste(text) => self.edit(shared, |form| form.paste(text)),
            ScreenEvent::Pointer(pointed) => self.edit(shared, |form| form.point(*pointed)),
            ScreenEvent::Draft(name, draft) => self.restore_draft(name, draft, shared),
            ScreenEvent::Failed(error) => self.failed(error, shared),
            ScreenEvent::Reply(DeskReply::Intake(reply)) => self.take_reply(reply, shared),
            ScreenEvent::Caret(field, caret) => {
                draft.form.focus_at(field, *caret);
                ScreenAnswer::none()
            }
            ScreenEvent::Reply(_)
            | ScreenEvent::Opened
            | ScreenEvent::Outdated(_)
            | ScreenEvent::Restore(..) => ScreenAnswer::none(),
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let area = area.intersection(frame.area());
        let (Some(draft), Some(rules)) = (&self.draft, shared.rules.as_deref()) else {
            return;
        };
        let form = &draft.form;
        let places = Places::of(form, area);
        let (title, note) = (
            text::INTAKE.get(shared.lang),
            text::REQUIRED.get(shared.lang),
        );
        let title = format!(" {title}  {note}");
        let style = shared.theme.heading;
        put(frame.buffer_mut(), top(area, 1), &title, style, shared);
        let (intake, _) = fields::read(form, &rules.charter, shared.now);
        let beside = beside::Beside {
            intake: &intake,
            preview: &self.preview,
            earlier: &self.earlier,
            similar: &self.similar,
            link: self.link(),
            rules,
        };
        beside.view(frame.buffer_mut(), places, shared);
        form.view(frame, places.sheet(), shared);
    }

    fn bookmark(&self) -> Option<Bookmark> {
        Some(Bookmark::of(Action::Intake, Value::Null))
    }
}

/// Updates the fields that depend on what was chosen in others, once the rules are known.
fn update_dependents(form: &mut Form, shared: &Shared) {
    if let Some(rules) = shared.rules.as_deref() {
        let clerk = shared.actor.as_deref();
        fields::follow(form, &rules.charter, clerk, shared.lang);
    }
}
