//! The form of one deed: what is typed, its draft, what the desk answers, and the deadline of a date.
//!
//! Must not know what the fields of a deed are.

use super::deed::{DutyEntry, DutyTarget};
use crate::tui::targets::Drawing;
use crate::{
    desk::{DeskError, DutyView, Report, StoreError},
    domain::{refusal::Refusal, remaining::Remaining},
    tui::{
        effect::{Change, Effect, Query},
        form::{
            InputOutcome,
            day::day,
            draft_form::{DraftForm, body},
        },
        keymap::Action,
        page::{below, headed, put_text, wrapped},
        screen::{ScreenAnswer, ScreenEvent, Shared, StatusMessage},
    },
    words::{Say, duties as text},
};
use ratatui::{Frame, layout::Rect, style::Style};
use std::sync::Arc;

/// Rows over the fields: the title and the rule.
const OVER: u16 = 2;
/// Rows under texts: an empty one and a sentence.
const NOTE: u16 = 2;

/// What a form made of what it heard.
pub(super) enum DutyFormOutcome {
    Answered(ScreenAnswer),
    /// It was left; its draft is kept.
    Left,
}

/// The form of a deed.
#[derive(Debug)]
pub(super) struct DutyForm {
    /// What is recorded.
    pub(super) deed: DutyEntry,
    about: DutyTarget,
    /// What is typed, and its draft.
    pub(super) draft: DraftForm,
}

impl DutyForm {
    /// Opens the form of a deed.
    pub(super) fn new(deed: DutyEntry, about: DutyTarget, shared: &Shared) -> Self {
        Self {
            deed,
            draft: DraftForm::new(deed.form(&about, shared.context()), deed.draft(&about)),
            about,
        }
    }

    /// Takes in the duty as it stands now, and keeps what was typed.
    pub(super) fn renew(&mut self, view: &DutyView, report: Option<&Arc<Report>>) {
        if let DutyTarget::Duty(known, _) = &self.about
            && known.duty.number == view.duty.number
        {
            self.about = DutyTarget::Duty(Box::new(view.clone()), report.cloned());
        }
    }

    /// Hears what is typed.
    pub(super) fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> DutyFormOutcome {
        let room = self.room(sheet(body(shared)));
        self.draft.form.fit(room);
        if self.draft.confirms(event) {
            return DutyFormOutcome::Answered(self.draft.empty(shared));
        }
        match event {
            ScreenEvent::Action(Action::Back) if !self.draft.form.close() => DutyFormOutcome::Left,
            ScreenEvent::Action(action) => DutyFormOutcome::Answered(self.act(*action, shared)),
            typed => DutyFormOutcome::Answered(match self.draft.feel(typed) {
                InputOutcome::Changed => ScreenAnswer::ask(self.draft.keep()),
                InputOutcome::Moved | InputOutcome::Nothing => ScreenAnswer::none(),
            }),
        }
    }

    fn act(&mut self, action: Action, shared: &Shared) -> ScreenAnswer {
        match action {
            Action::NextField => self.draft.form.next(),
            Action::PreviousField => self.draft.form.previous(),
            Action::Submit => return self.submit(shared),
            Action::Discard => return self.draft.discard(shared),
            _ => {}
        }
        ScreenAnswer::none()
    }

    fn submit(&mut self, shared: &Shared) -> ScreenAnswer {
        let (deed, about) = (self.deed, &self.about);
        self.draft.submit(shared, |form| {
            let asked = deed.ask(about, form, shared.context());
            asked
                .map(|change| Effect::Write(Change::Duty(change)))
                .map_err(|fault| vec![fault])
        })
    }

    pub(super) fn failed(&mut self, error: &DeskError, shared: &Shared) -> ScreenAnswer {
        if let Some(reply) = self.draft.refused(error, shared.lang) {
            return reply;
        }
        let said = StatusMessage::Refused(error.say(shared.lang));
        match (error, &self.about) {
            (DeskError::Store(StoreError::Conflict { .. }), DutyTarget::Duty(view, _)) => {
                ScreenAnswer {
                    say: Some(said),
                    ..ScreenAnswer::ask(Query::Duty(view.duty.number))
                }
            }
            _ => ScreenAnswer::say(said),
        }
    }

    /// Draws the form.
    pub(super) fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let area = area.intersection(frame.area());
        let what = self.deed.title().get(shared.lang);
        let (named, note) = match &self.about {
            DutyTarget::Duty(view, _) => {
                (view.title(shared.lang), view.duty.period.say(shared.lang))
            }
            DutyTarget::Promise(plan, _) => (plan.say(shared.lang), plan.promise.clone()),
        };
        let title = format!("{what}: {named}");
        headed(
            frame.buffer_mut(),
            area,
            (&title, &format!("  {note}")),
            shared,
        );
        let sheet = sheet(area);
        let room = self.room(sheet);
        self.draft.form.view(frame, room, shared);
        let Some((said, style)) = self.beneath(shared) else {
            return;
        };
        // Texts take what room there is; where there are only lines, it follows them.
        let taken = if room == sheet {
            self.draft.form.height(sheet.width) + 1
        } else {
            room.height + 1
        };
        let rest = below(sheet, usize::from(taken));
        let alphabet = shared.symbols.alphabet;
        let rows = wrapped(&said, usize::from(rest.width).saturating_sub(2), alphabet);
        for (row, said) in rows.iter().enumerate() {
            let said = format!(" {said}");
            put_text(frame.buffer_mut(), rest, row, (&said, style), alphabet);
        }
    }

    /// The area of the fields where something is to stand under texts.
    fn room(&self, sheet: Rect) -> Rect {
        let least = self.draft.form.height(sheet.width) + NOTE;
        if self.deed != DutyEntry::Earlier || sheet.height < least {
            return sheet;
        }
        Rect {
            height: sheet.height - NOTE,
            ..sheet
        }
    }

    /// What stands under the fields: when what gets that date must be announced, or why it cannot get it.
    fn beneath(&self, shared: &Shared) -> Option<(String, Style)> {
        let (lang, theme) = (shared.lang, &shared.theme);
        if self.deed == DutyEntry::Earlier {
            return Some((text::EARLIER_NOTE.get(lang).to_owned(), theme.dim));
        }
        match self.about.preview(&self.draft.form, shared.context())? {
            Ok(deadline) => {
                let calendar = self.about.rules().calendars.now();
                let due = day(deadline.due.date, super::today(shared), lang);
                let left = Remaining::of(&deadline, shared.now, calendar).say(lang);
                let said = text::WILL_BE_DUE.with(lang, &[("due", &due), ("left", &left)]);
                Some((said, theme.text))
            }
            // The form begins with the present date, which is no fault.
            Err(Refusal::AlreadyDone) => None,
            Err(refusal) => Some((refusal.say(lang), theme.overdue)),
        }
    }
}

/// The area of the fields.
fn sheet(area: Rect) -> Rect {
    let over = OVER.min(area.height);
    Rect {
        y: area.y + over,
        height: area.height - over,
        ..area
    }
}
