//! Handing the desk over: what came in, was done and falls due, and the note that the next clerk confirms.
//!
//! Must not count anything itself.

mod due_line;

use super::{
    effect::{Change, DeskReply, DraftEffect, HandoverReply, Query},
    field::{Edit, TextArea},
    form::draft_form::{done, is_yes},
    keymap::{Action, KeyContext},
    page::{Pick, below, body_rows, headed, list, put_text, put_texts, top},
    restore::{Bookmark, Step},
    screen::{
        Go, News, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared, TextInput,
    },
    targets::{Drawing, Target},
};
use crate::form::NOTE_DRAFT as DRAFT;
use crate::{
    desk::{Handover, QueueRow},
    domain::input,
    words::{forms, grouped, handover as text},
};
use chrono::{DateTime, Utc};
use ratatui::{Frame, layout::Rect};
use serde_json::Value;

/// Rows of the note while it is written.
const ROWS: u16 = 6;

/// What one shift hands to the next.
#[derive(Debug, Default)]
pub struct HandoverScreen {
    handover: Option<Box<Handover>>,
    /// The note while it is written.
    note: Option<Box<TextArea>>,
    /// The clerk was asked whether to discard the note.
    confirming: bool,
    pick: Pick,
}

impl HandoverScreen {
    fn edited(&self, edit: Option<Edit>, given: usize, shared: &Shared) -> ScreenAnswer {
        match (edit, self.draft()) {
            (Some(Edit::TooLong), _) => {
                let (given, most) = (given.to_string(), input::TEXT_MAX.to_string());
                let values = [("given", given.as_str()), ("most", most.as_str())];
                ScreenAnswer::refused(forms::PASTE_TOO_LONG.with(shared.lang, &values))
            }
            (Some(Edit::Changed), Some((form, text))) => {
                ScreenAnswer::ask(DraftEffect::Keep { form, text })
            }
            (Some(Edit::Changed), None) => ScreenAnswer::ask(DraftEffect::Drop(DRAFT.to_owned())),
            _ => ScreenAnswer::none(),
        }
    }

    fn write(&mut self, action: Action, shared: &Shared) -> ScreenAnswer {
        match (action, &self.note) {
            (Action::Discard, Some(note)) if note.is_empty() => {
                ScreenAnswer::say(done(forms::NOTHING_TO_DISCARD, shared))
            }
            (Action::Discard, _) => {
                self.confirming = true;
                ScreenAnswer::say(done(forms::DISCARD_ASK, shared))
            }
            (Action::Submit, Some(note)) => {
                ScreenAnswer::ask(Change::HandOver(note.text().to_owned()))
            }
            (Action::Back, _) => {
                self.note = None;
                ScreenAnswer::none()
            }
            _ => ScreenAnswer::none(),
        }
    }

    /// Empties the note and deletes its draft.
    fn empty(&mut self, shared: &Shared) -> ScreenAnswer {
        if let Some(note) = &mut self.note {
            note.set_text("");
        }
        ScreenAnswer::say(done(forms::DISCARDED, shared)).and(DraftEffect::Drop(DRAFT.to_owned()))
    }

    fn act(&mut self, action: Action, shared: &Shared) -> ScreenAnswer {
        match action {
            Action::Back => ScreenAnswer::go(Go::Queue),
            Action::Add => {
                self.note = Some(Box::new(TextArea::limited(input::TEXT_MAX)));
                ScreenAnswer::ask(DraftEffect::Read(DRAFT.to_owned()))
            }
            Action::Submit => ScreenAnswer::ask(Change::TakeOver),
            Action::Open => {
                let due = self.handover.as_ref().map(|it| &it.due);
                let row = due.and_then(|due| due.get(self.pick.at));
                let go = row.map(|row| ScreenAnswer::go(Go::Subject(row.subject)));
                go.unwrap_or_default()
            }
            other => {
                let total = self.handover.as_ref().map_or(0, |it| it.due.len());
                let page = body_rows(shared) / 2;
                self.pick.moved(other, total, page.max(1));
                ScreenAnswer::none()
            }
        }
    }

    /// Takes in the handover as it stands now; the bar stays on its row.
    fn take(&mut self, handover: &Handover) {
        let before = self.handover.as_ref();
        let before = before.and_then(|it| it.due.get(self.pick.at));
        let again = |row: &QueueRow| Some(row.subject) == before.map(|before| before.subject);
        let at = handover.due.iter().position(again);
        let last = handover.due.len().saturating_sub(1);
        self.pick.at = at.unwrap_or(self.pick.at.min(last));
        self.handover = Some(Box::new(handover.clone()));
    }

    fn take_reply(&mut self, reply: &HandoverReply, shared: &Shared) -> ScreenAnswer {
        match reply {
            HandoverReply::Read(handover) => {
                self.take(handover);
                ScreenAnswer::none()
            }
            HandoverReply::Written => {
                self.note = None;
                ScreenAnswer::done(text::NOTED.get(shared.lang))
                    .and(DraftEffect::Drop(DRAFT.to_owned()))
                    .and(Query::Handover)
            }
            HandoverReply::Confirmed(by) => {
                let by = shared.display_name(by);
                ScreenAnswer::done(text::TAKEN.with(shared.lang, &[("by", by)]))
                    .and(Query::Handover)
            }
        }
    }

    /// Draws the note while it is written; returns the row after it.
    fn view_note(
        &self,
        frame: &mut Frame<'_>,
        body: Rect,
        row: usize,
        shared: &Drawing<'_>,
    ) -> usize {
        let (theme, alphabet) = (&shared.theme, shared.symbols.alphabet);
        let Some(note) = &self.note else {
            return row;
        };
        let place = top(below(body, row), usize::from(ROWS));
        let place = Rect {
            x: place.x + 2,
            width: place.width.saturating_sub(4),
            ..place
        };
        note.draw(place, &shared.theme, frame.buffer_mut());
        shared.target(place, Target::Line);
        let (x, y) = note.caret(place.width, place.height);
        frame.set_cursor_position((place.x + x, place.y + y));
        let row = row + usize::from(ROWS);
        let key = shared.keys.shown(KeyContext::Note, Action::Submit);
        let hint = format!(" {}", text::WRITE_HINT.with(shared.lang, &[("key", &key)]));
        put_text(frame.buffer_mut(), body, row, (&hint, theme.dim), alphabet);
        row + 1
    }

    /// What came in and what was done, as one text.
    fn counts(&self, shared: &Shared) -> String {
        let Some(handover) = &self.handover else {
            return String::new();
        };
        let lang = shared.lang;
        let came = grouped(handover.came_in);
        let mut said = vec![text::CAME_IN.with(lang, &[("n", &came)])];
        let done = text::done(&handover.done, lang);
        let counted = done.iter();
        said.extend(counted.map(|(name, count)| format!("{name} {}", grouped(count))));
        if done.is_empty() {
            said.push(text::NOTHING_DONE.get(lang).to_owned());
        }
        said.join(&format!(" {} ", shared.symbols.dot))
    }

    /// The last note, who wrote it, and who confirmed it.
    fn last_note(&self, shared: &Shared) -> Vec<String> {
        let lang = shared.lang;
        let note = self.handover.as_ref().and_then(|it| it.note.as_ref());
        let Some(note) = note else {
            let key = shared.keys.shown(KeyContext::Handover, Action::Add);
            return vec![text::NO_NOTE.with(lang, &[("key", &key)])];
        };
        let written = [
            ("at", &*time(note.at, shared)),
            ("by", shared.display_name(&note.by)),
        ];
        let confirmed = match &note.confirmed {
            None => text::WAITS.get(lang).to_owned(),
            Some((at, by)) => {
                let values = [("at", &*time(*at, shared)), ("by", shared.display_name(by))];
                text::CONFIRMED.with(lang, &values)
            }
        };
        vec![
            note.text.clone(),
            format!("{}  {confirmed}", text::WRITTEN.with(lang, &written)),
        ]
    }
}

impl TextInput for HandoverScreen {
    fn selected(&self) -> Option<&str> {
        self.note.as_ref()?.selected()
    }

    fn draft(&self) -> Option<(String, String)> {
        let note = self.note.as_ref().filter(|note| !note.is_empty())?;
        Some((DRAFT.to_owned(), note.text().to_owned()))
    }

    fn caret(&self) -> Option<(String, usize)> {
        let note = self.note.as_ref()?;
        Some((DRAFT.to_owned(), note.at()))
    }
}

impl Screen for HandoverScreen {
    fn state(&self) -> ScreenState<'_> {
        let text = self.note.as_ref().map(|_| self as &dyn TextInput);
        let place = text.map_or(KeyContext::Handover, |_| KeyContext::Note);
        ScreenState::at(place, Purpose::Other, text)
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        if let Some(note) = &mut self.note {
            note.fit(shared.size.0.saturating_sub(4), ROWS);
        }
        if event.is_input() && std::mem::take(&mut self.confirming) && is_yes(event) {
            return self.empty(shared);
        }
        match event {
            ScreenEvent::Opened | ScreenEvent::Outdated(News::Written) if self.note.is_none() => {
                ScreenAnswer::ask(Query::Handover)
            }
            ScreenEvent::Draft(DRAFT, draft) => {
                if let Some(note) = self.note.as_mut().filter(|note| note.is_empty()) {
                    note.set_text(draft);
                }
                ScreenAnswer::none()
            }
            ScreenEvent::Reply(DeskReply::Handover(reply)) => self.take_reply(reply, shared),
            ScreenEvent::Restore(bookmark, Step::Read) => {
                bookmark.reopen(self, |key| key == Action::Add, shared)
            }
            ScreenEvent::Caret(_, caret) => {
                if let Some(note) = &mut self.note {
                    note.set_caret(*caret);
                }
                ScreenAnswer::none()
            }
            ScreenEvent::Draft(..)
            | ScreenEvent::Failed(_)
            | ScreenEvent::Reply(_)
            | ScreenEvent::Opened
            | ScreenEvent::Outdated(_)
            | ScreenEvent::Restore(..) => ScreenAnswer::none(),
            ScreenEvent::Action(action) if self.note.is_some() => self.write(*action, shared),
            ScreenEvent::Action(action) => self.act(*action, shared),
            ScreenEvent::Key(key) => {
                let edit = self.note.as_mut().map(|note| note.handle(*key));
                self.edited(edit, 1, shared)
            }
            ScreenEvent::Pointer(pointed) => {
                if let Some(note) = &mut self.note {
                    note.point(*pointed);
                }
                ScreenAnswer::none()
            }
            ScreenEvent::Paste(pasted) => {
                let edit = self.note.as_mut().map(|note| note.paste(pasted));
                self.edited(edit, pasted.chars().count(), shared)
            }
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let Some(handover) = &self.handover else {
            return;
        };
        let (lang, theme, alphabet) = (shared.lang, &shared.theme, shared.symbols.alphabet);
        let (since, until) = (time(handover.since, shared), time(handover.until, shared));
        let now = time(shared.now, shared);
        let span = text::SPAN.with(lang, &[("since", &since), ("now", &now)]);
        let title = text::TITLE.get(lang);
        let body = headed(frame.buffer_mut(), area, (title, &span), shared);
        let mut lines = vec![(self.counts(shared), theme.text)];
        lines.push((text::NOTE.get(lang).to_owned(), theme.heading));
        if self.note.is_none() {
            let note = self.last_note(shared).into_iter();
            lines.extend(note.map(|said| (said, theme.text)));
        }
        let row = put_texts(frame.buffer_mut(), body, 0, lines, alphabet);
        let row = self.view_note(frame, body, row, shared);
        let due = &handover.due;
        let said = text::falls_due(&until, handover.due_count, due.len(), lang);
        let said = format!(" {said}");
        let heading = (said.as_str(), theme.heading);
        put_text(frame.buffer_mut(), body, row + 1, heading, alphabet);
        let rest = below(body, row + 2);
        list(frame.buffer_mut(), rest, (self.pick, due), shared, |row| {
            due_line::due_line(row, usize::from(rest.width), shared)
        });
    }

    fn bookmark(&self) -> Option<Bookmark> {
        let doing = self.note.as_ref().map(|_| Action::Add);
        Some(Bookmark::of(Action::Handover, Value::Null).with_form(doing))
    }
}

fn time(at: DateTime<Utc>, shared: &Shared) -> String {
    let local = shared.calendar().map(|calendar| calendar.local(at));
    let time = local.map(|local| local.format("%m/%d %H:%M").to_string());
    time.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::tui::{front::Front, keymap::KeyContext};
    use ratatui::crossterm::event::KeyCode;

    #[test]
    fn a_note_is_written_and_not_confirmed_by_its_writer() {
        let mut front = Front::new(1, (80, 24));
        front.press(KeyCode::Char('H'));
        assert_eq!(front.model.key_context(), KeyContext::Handover);
        front.press(KeyCode::Insert);
        for letter in "내일 다시 전화".chars() {
            front.press(KeyCode::Char(letter));
        }
        // Left half-written, it is there again.
        front.press(KeyCode::Esc);
        front.press(KeyCode::Insert);
        assert!(front.picture().contains("내일 다시 전화"));
        front.press(KeyCode::F(9));
        assert_eq!(front.model.key_context(), KeyContext::Handover);
        let picture = front.picture();
        assert!(picture.contains("내일 다시 전화"), "{picture}");
        assert!(picture.contains("아직 아무도 확인하지"), "{picture}");
        front.press(KeyCode::F(9));
        let picture = front.picture();
        assert!(picture.contains("스스로 확인할 수 없습니다"), "{picture}");
    }
}
