//! Taking a matter in: the form, and beside it what it will open, what to say, and what the same person brought before.
//!
//! Must not count deadlines or look for cases itself: both are asked of the desk as the form changes.

mod beside;
pub(super) mod earlier;
mod places;
#[cfg(test)]
mod tests;
mod why;

use super::{
    effect::{Change, DeskReply, Effect, IntakeReply, Query},
    form::{
        Felt, Form,
        draw::put,
        kept::{Kept, body, done},
    },
    keymap::{Action, KeyContext},
    restore::{Bookmark, Step},
    screen::{
        Go, Heard, News, Purpose, Reply, Saying, Screen, ScreenState, Shared, TextInput, Ticks,
    },
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

/// Where the draft keeps the earlier case it is to be linked to.
const LINK: &str = "link";

/// Taking a matter in.
#[derive(Debug, Default)]
pub struct IntakeScreen {
    /// None until the rules are known.
    kept: Option<Kept>,
    preview: Vec<Deadline>,
    earlier: Vec<EarlierCase>,
    /// What the desk was asked last, so that it is not asked again.
    previewed: Option<Box<Intake>>,
    searched: Option<Effect>,
}

impl IntakeScreen {
    /// The earlier case it is to be linked to.
    fn link(&self) -> Option<CaseNumber> {
        let link = self.kept.as_ref()?.also.get(LINK)?;
        link.as_str()?.parse().ok()
    }

    fn set_link(&mut self, link: Option<CaseNumber>) {
        let Some(kept) = &mut self.kept else { return };
        match link {
            Some(link) => kept.also.insert(LINK.to_owned(), link.to_string().into()),
            None => kept.also.remove(LINK),
        };
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
            Action::Back if self.kept.as_mut().is_some_and(|kept| kept.form.close()) => {
                Reply::none()
            }
            Action::Back => Reply::go(Go::Queue),
            _ => Reply::none(),
        }
    }

    fn edit(&mut self, shared: &Shared, with: impl FnOnce(&mut Form) -> Felt) -> Reply {
        let Some(kept) = &mut self.kept else {
            return Reply::none();
        };
        let felt = with(&mut kept.form);
        match felt {
            Felt::Nothing => Reply::none(),
            Felt::Moved => Reply {
                effects: self.asked(shared, true),
                ..Reply::none()
            },
            Felt::Changed => {
                follow(&mut kept.form, shared);
                let mut effects = vec![kept.keep()];
                effects.extend(self.asked(shared, false));
                Reply {
                    effects,
                    ..Reply::none()
                }
            }
        }
    }

    /// What the desk has to be asked after a change. The words of title and text are searched once they are left.
    fn asked(&mut self, shared: &Shared, left: bool) -> Vec<Effect> {
        let (Some(kept), Some(rules)) = (&self.kept, shared.rules.as_deref()) else {
            return Vec::new();
        };
        let (intake, _) = fields::read(&kept.form, &rules.charter);
        let writing = [Field::Title.id(), Field::Body.id()].contains(&kept.form.focused());
        let mut effects = Vec::new();
        let opens = Box::new(fields::without_words(&intake));
        if self.previewed.as_ref() != Some(&opens) {
            self.previewed = Some(opens.clone());
            effects.push(Effect::Read(Query::Preview(opens)));
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

    fn submit(&mut self, shared: &Shared) -> Reply {
        let link = self.link();
        let (Some(kept), Some(rules)) = (&mut self.kept, shared.rules.as_deref()) else {
            return Reply::none();
        };
        kept.submit(shared, |form| {
            let (intake, mut faults) = fields::read(form, &rules.charter);
            let wrong: Vec<_> = faults.iter().map(|fault| fault.field).collect();
            let others = intake.clean().faults(&rules.charter, shared.now);
            faults.extend(
                others
                    .into_iter()
                    .filter(|other| !wrong.contains(&other.field)),
            );
            if !faults.is_empty() {
                return Err(faults);
            }
            let earlier = link.into_iter().collect();
            Ok(Effect::Write(Change::TakeIn(
                Box::new(intake.clean()),
                earlier,
            )))
        })
    }

    fn empty(&mut self, shared: &Shared) -> Reply {
        let Some(kept) = &mut self.kept else {
            return Reply::none();
        };
        let mut reply = kept.empty(shared);
        follow(&mut kept.form, shared);
        reply.effects.extend(self.asked(shared, true));
        reply
    }

    /// Marks the next earlier case, those of the same matter first; after the last none.
    fn choose_link(&mut self, shared: &Shared) -> Reply {
        if self.earlier.is_empty() {
            let said = text::NO_EARLIER.get(shared.lang).to_owned();
            return Reply::say(Saying::Refused(said));
        }
        let link = earlier::next(&self.earlier, self.link());
        self.set_link(link);
        let said = match link {
            Some(number) => text::LINK_WILL.with(shared.lang, &[("number", &number.to_string())]),
            None => text::LINK_WONT.get(shared.lang).to_owned(),
        };
        Reply {
            effects: self.kept.iter().map(Kept::keep).collect(),
            go: None,
            say: Some(Saying::Done(said)),
        }
    }

    fn told(&mut self, reply: &IntakeReply, shared: &Shared) -> Reply {
        match reply {
            IntakeReply::Opens(deadlines) => self.preview.clone_from(deadlines),
            IntakeReply::Earlier(cases) if self.searched.is_some() => {
                self.earlier.clone_from(cases);
                let known = |link: &CaseNumber| cases.iter().any(|case| case.number == *link);
                let link = self.link().filter(known);
                self.set_link(link);
            }
            // Nobody is looked for any more.
            IntakeReply::Earlier(_) => {}
            IntakeReply::TakenIn(number) => {
                let said = text::TAKEN_IN.with(shared.lang, &[("number", &number.to_string())]);
                return Reply {
                    effects: self.kept.iter_mut().map(Kept::recorded).collect(),
                    go: Some(Go::Case(*number)),
                    say: Some(Saying::Done(said)),
                };
            }
        }
        Reply::none()
    }

    fn failed(&mut self, error: &DeskError, shared: &Shared) -> Reply {
        let kept = self.kept.as_mut();
        let refused = kept.and_then(|kept| kept.refused(error, shared.lang));
        refused.unwrap_or_else(|| Reply::say(Saying::Refused(error.say(shared.lang))))
    }

    fn restore_draft(&mut self, name: &str, draft: &str, shared: &Shared) -> Reply {
        let Some(kept) = &mut self.kept else {
            return Reply::none();
        };
        if !kept.restore(name, draft) {
            return Reply::none();
        }
        follow(&mut kept.form, shared);
        Reply {
            effects: self.asked(shared, true),
            go: None,
            say: Some(done(text::RESTORED, shared)),
        }
    }
}

impl Screen for IntakeScreen {
    fn state(&self) -> ScreenState<'_> {
        ScreenState::at(KeyContext::Linking, Purpose::Other)
    }

    fn ticks(&self, _shared: &Shared) -> Ticks {
        Ticks::Minute
    }

    fn text_input(&self) -> Option<&dyn TextInput> {
        Some(self.kept.as_ref()?)
    }

    fn text_input_mut(&mut self) -> Option<&mut dyn TextInput> {
        Some(self.kept.as_mut()?)
    }

    fn update(&mut self, heard: &Heard<'_>, shared: &Shared) -> Reply {
        let Some(rules) = shared.rules.as_deref() else {
            let leaves = matches!(heard, Heard::Action(Action::Back));
            return if leaves {
                Reply::go(Go::Queue)
            } else {
                Reply::none()
            };
        };
        let Some(kept) = &mut self.kept else {
            let form = fields::form(&rules.charter, shared.lang);
            let draft = self.kept.insert(Kept::new(form, DRAFT.to_owned())).ask();
            let mut effects = vec![draft];
            effects.extend(self.asked(shared, true));
            return Reply {
                effects,
                ..Reply::none()
            };
        };
        let sheet = Places::of(&kept.form, body(shared)).sheet();
        kept.form.fit(sheet);
        if kept.confirms(heard) {
            return self.empty(shared);
        }
        match heard {
            Heard::Action(Action::Discard) => kept.discard(shared),
            Heard::Action(action) => self.act(*action, shared),
            Heard::Key(key) => self.edit(shared, |form| form.key(*key)),
            Heard::Paste(text) => self.edit(shared, |form| form.paste(text)),
            Heard::Pointed(pointed) => self.edit(shared, |form| form.point(*pointed)),
            Heard::Draft(name, draft) => self.restore_draft(name, draft, shared),
            Heard::Failed(error) => self.failed(error, shared),
            Heard::Told(DeskReply::Intake(reply)) => self.told(reply, shared),
            Heard::Told(_) | Heard::Opened => Reply::none(),
        }
    }

    fn outdated(&mut self, _news: News, _shared: &Shared) -> Reply {
        Reply::none()
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let area = area.intersection(frame.area());
        let (Some(kept), Some(rules)) = (&self.kept, shared.rules.as_deref()) else {
            return;
        };
        let form = &kept.form;
        let places = Places::of(form, area);
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
            link: self.link(),
            rules,
        };
        beside.view(frame.buffer_mut(), places, shared);
        form.view(frame, places.sheet(), shared);
    }

    fn bookmark(&self) -> Option<Bookmark> {
        Some(Bookmark::of(Action::Intake, Value::Null))
    }

    fn restore(&mut self, _bookmark: &Bookmark, _step: Step, _shared: &Shared) -> Reply {
        Reply::none()
    }
}

/// Lets the fields follow what was chosen in others, once the rules are known.
fn follow(form: &mut Form, shared: &Shared) {
    if let Some(rules) = shared.rules.as_deref() {
        let clerk = shared.actor.as_deref();
        fields::follow(form, &rules.charter, clerk, shared.lang);
    }
}
