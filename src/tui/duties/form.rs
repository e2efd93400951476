//! The form of an entry: its draft, what the desk answers, and the deadline that a date gives.
//!
//! Must not know what the fields are.

use super::entry::{DutyEntry, DutyTarget};
use crate::tui::targets::Drawing;
use crate::{
    desk::{DeskError, DutyView, Report, StoreError},
    domain::{refusal::Refusal, remaining::Remaining},
    tui::{
        effect::{Change, Effect, Query},
        form::{
            day::day,
            draft_form::{DraftForm, FormOutcome, body},
        },
        keymap::Action,
        page::{below, headed, put_texts},
        screen::{ScreenAnswer, ScreenEvent, Shared},
    },
    words::{Say, duties as text},
};
use ratatui::{Frame, layout::Rect, style::Style};
use std::sync::Arc;

/// Rows over the fields: the title and the rule.
const OVER: usize = 2;
/// Rows under the fields: a blank one and a sentence.
const NOTE: u16 = 2;

/// The form of an entry.
#[derive(Debug)]
pub(super) struct DutyForm {
    pub(super) entry: DutyEntry,
    about: DutyTarget,
    pub(super) draft: DraftForm,
}

impl DutyForm {
    /// Opens the form of an entry.
    pub(super) fn new(entry: DutyEntry, about: DutyTarget, shared: &Shared) -> Self {
        Self {
            entry,
            draft: DraftForm::new(entry.form(&about, shared.context()), entry.draft(&about)),
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

    /// Takes an event; `None` where the form was left.
    pub(super) fn update(
        &mut self,
        event: &ScreenEvent<'_>,
        shared: &Shared,
    ) -> Option<ScreenAnswer> {
        let room = self.room(below(body(shared), OVER));
        let outcome = self.draft.update(event, room, shared);
        let form = &mut self.draft.form;
        self.entry.follow(form, &self.about, shared.now);
        Some(match outcome {
            FormOutcome::Answered(answer) => answer,
            FormOutcome::Key(Action::Back) => return None,
            FormOutcome::Key(Action::Submit) => self.submit(shared),
            FormOutcome::Key(_) => ScreenAnswer::none(),
        })
    }

    fn submit(&mut self, shared: &Shared) -> ScreenAnswer {
        let (entry, about) = (self.entry, &self.about);
        self.draft.submit(shared, |form| {
            let change = entry.ask(about, form, shared.context());
            change
                .map(|change| Effect::Write(Change::Duty(change)))
                .map_err(|fault| vec![fault])
        })
    }

    pub(super) fn failed(&mut self, error: &DeskError, shared: &Shared) -> ScreenAnswer {
        if let Some(answer) = self.draft.refused(error, shared.lang) {
            return answer;
        }
        let answer = ScreenAnswer::refused(error.say(shared.lang));
        match (error, &self.about) {
            (DeskError::Store(StoreError::Conflict { .. }), DutyTarget::Duty(view, _)) => {
                answer.and(Query::Duty(view.duty.number))
            }
            _ => answer,
        }
    }

    /// Draws the form.
    pub(super) fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let area = area.intersection(frame.area());
        let what = self.entry.title().get(shared.lang);
        let (named, note) = match &self.about {
            DutyTarget::Duty(view, _) => {
                (view.title(shared.lang), view.duty.period.say(shared.lang))
            }
            DutyTarget::Promise(plan, _) => (plan.say(shared.lang), plan.promise.clone()),
        };
        let title = format!("{what}: {named}");
        let note = format!("  {note}");
        headed(frame.buffer_mut(), area, (&title, &note), shared);
        let sheet = below(area, OVER);
        let room = self.room(sheet);
        self.draft.form.view(frame, room, shared);
        let Some(note) = self.note(shared) else {
            return;
        };
        // Text fields take what room there is; after line fields the note follows at once.
        let taken = if room == sheet {
            self.draft.form.height(sheet.width) + 1
        } else {
            room.height + 1
        };
        let rest = below(sheet, usize::from(taken));
        let alphabet = shared.symbols.alphabet;
        put_texts(frame.buffer_mut(), rest, 0, [note], alphabet);
    }

    /// The area of the fields: the sheet, less the note where a text field would cover it.
    fn room(&self, sheet: Rect) -> Rect {
        let least = self.draft.form.height(sheet.width) + NOTE;
        if self.entry != DutyEntry::Earlier || sheet.height < least {
            return sheet;
        }
        Rect {
            height: sheet.height - NOTE,
            ..sheet
        }
    }

    /// The note under the fields: when a duty of that date is due, or why it cannot have it.
    fn note(&self, shared: &Shared) -> Option<(String, Style)> {
        let (lang, theme) = (shared.lang, &shared.theme);
        if self.entry == DutyEntry::Earlier {
            return Some((text::EARLIER_NOTE.get(lang).to_owned(), theme.dim));
        }
        match self.about.preview(&self.draft.form, shared.context())? {
            Ok(deadline) => {
                let calendar = self.about.rules().calendars.now();
                let due = day(deadline.due.date, shared.today(), lang);
                let left = Remaining::of(&deadline, shared.now, calendar).say(lang);
                let said = text::WILL_BE_DUE.with(lang, &[("due", &due), ("left", &left)]);
                Some((said, theme.text))
            }
            // The date that it has already, with which the form opens.
            Err(Refusal::AlreadyDone) => None,
            Err(refusal) => Some((refusal.say(lang), theme.overdue)),
        }
    }
}
