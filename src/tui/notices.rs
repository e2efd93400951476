//! The notices: what still has to be told, what failed, what was told; and the forms in which that is recorded.
//!
//! ```text
//!    상태      종류               접수번호    받을 이 방법        기한·시각
//! ▌! 실패      접수 통지          2026-000051 김*달   이메일      8분
//!  + 대기      처리결과 통지      2026-000034 허*원   담당자 전달 초과 3일 22시간
//! ```
//! Must not decide which way of telling is allowed: the desk refuses it, and what was typed stays.

mod form;
mod pane;
mod rows;
#[cfg(test)]
mod tests;

use super::{
    effect::{Change, DeskReply, Effect, NoticeReply, Query},
    keymap::{Action, KeyContext},
    page::{Pick, body_rows, headed, put_text},
    restore::{Bookmark, Step},
    screen::{
        Go, News, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared, TextInput,
    },
    targets::Drawing,
};
use crate::{
    desk::{DeskError, DueNotice, NoticeOrder, NoticeView},
    domain::{
        case::CaseNumber,
        command::NoticeCommand,
        late::EntryTime,
        notice::{NoticeId, NoticeState},
        rights::Operation,
    },
    form::notice::{NoticeEntry, recorded},
    words::{Say, notices as text},
};
use form::NoticeForm;
use ratatui::{Frame, layout::Rect};
use serde_json::json;
use std::collections::BTreeSet;

/// The notices of the desk, or of one case.
#[derive(Debug, Default)]
pub struct NoticesScreen {
    /// Only those of this case.
    only: Option<CaseNumber>,
    /// Those that stand so; those that still have to go out where it is `None`.
    status: Option<NoticeState>,
    mine: bool,
    rows: Option<Vec<DueNotice>>,
    pick: Pick,
    marked: BTreeSet<NoticeId>,
    /// The notice to choose when the list is read.
    seek: Option<NoticeId>,
    /// The chosen notice, once it was read.
    view: Option<Box<NoticeView>>,
    form: Option<NoticeForm>,
    /// The form is to be opened once the notices of the case are read.
    telling: bool,
}

/// What lets a notice go out: it was kept back, or a try came to nothing.
const fn let_go(status: NoticeState) -> NoticeCommand {
    match status {
        NoticeState::Failed | NoticeState::Unknown => NoticeCommand::Retry,
        NoticeState::Waiting
        | NoticeState::Held
        | NoticeState::Told
        | NoticeState::Sent
        | NoticeState::Before => NoticeCommand::Release,
    }
}

impl NoticesScreen {
    /// Opens the notices of a case, with the form for those that nobody was told.
    pub fn of(number: CaseNumber) -> Self {
        Self {
            only: Some(number),
            telling: true,
            ..Self::default()
        }
    }

    /// Asks for the list.
    fn ask(&self) -> Effect {
        let (status, mine) = (self.status, self.mine);
        Effect::Read(match self.only {
            Some(number) => Query::NoticesOf(number),
            None => Query::Notices { status, mine },
        })
    }

    fn act(&mut self, action: Action, shared: &Shared) -> ScreenAnswer {
        match action {
            Action::Open => {
                let number = self.chosen().map(|one| one.row.id.number);
                let go = number.map(Go::Case).map(ScreenAnswer::go);
                go.unwrap_or_else(|| ScreenAnswer::refused(text::NO_ROW.get(shared.lang)))
            }
            Action::Back => self.back(shared),
            Action::Mine if self.only.is_none() => {
                self.mine = !self.mine;
                ScreenAnswer::ask(self.ask())
            }
            Action::Left | Action::Right if self.only.is_none() => {
                self.status = next_status(self.status, action);
                ScreenAnswer::ask(self.ask())
            }
            Action::MarkCase => self.mark(shared),
            Action::Tell => self.open_form(NoticeEntry::Tell, shared),
            Action::Fail => self.open_form(NoticeEntry::Fail, shared),
            Action::Hold => self.run(|_| NoticeCommand::Hold, shared),
            Action::Release => self.run(let_go, shared),
            _ => {
                let page = (body_rows(shared) / 2).max(1);
                if self.pick.moved(action, self.rows().len(), page) {
                    return self.read_chosen();
                }
                Go::to(action).map(ScreenAnswer::go).unwrap_or_default()
            }
        }
    }

    fn back(&mut self, shared: &Shared) -> ScreenAnswer {
        if !self.marked.is_empty() {
            self.marked.clear();
            return ScreenAnswer::done(text::UNMARKED.get(shared.lang));
        }
        ScreenAnswer::go(self.only.map_or(Go::Queue, Go::Case))
    }

    fn mark(&mut self, shared: &Shared) -> ScreenAnswer {
        let Some(id) = self.chosen().map(|one| one.row.id) else {
            return ScreenAnswer::refused(text::NO_ROW.get(shared.lang));
        };
        if !self.marked.remove(&id) {
            self.marked.insert(id);
        }
        self.pick.moved(Action::Down, self.rows().len(), 1);
        self.read_chosen()
    }

    /// What something is done with: the marked notices, or the chosen one.
    fn meant(&self) -> Vec<&DueNotice> {
        let marked = |one: &&DueNotice| self.marked.contains(&one.row.id);
        let meant: Vec<&DueNotice> = self.rows().iter().filter(marked).collect();
        if meant.is_empty() {
            return self.chosen().into_iter().collect();
        }
        meant
    }

    /// Says why nothing can be done: no right to, or nothing chosen.
    fn refusal(&self, shared: &Shared) -> Option<ScreenAnswer> {
        let (role, _) = shared.by();
        if let Err(forbidden) = role.allow(Operation::Notice) {
            return Some(ScreenAnswer::refused(forbidden.say(shared.lang)));
        }
        let nothing = self.meant().is_empty();
        nothing.then(|| ScreenAnswer::refused(text::NO_ROW.get(shared.lang)))
    }

    fn open_form(&mut self, entry: NoticeEntry, shared: &Shared) -> ScreenAnswer {
        if let Some(refused) = self.refusal(shared) {
            return refused;
        }
        let form = NoticeForm::new(entry, &self.meant(), shared.lang);
        let draft = form.draft.ask();
        self.form = Some(form);
        ScreenAnswer::ask(draft)
    }

    fn run(&self, command: impl Fn(NoticeState) -> NoticeCommand, shared: &Shared) -> ScreenAnswer {
        if let Some(refused) = self.refusal(shared) {
            return refused;
        }
        let orders = self.meant().into_iter().map(|one| NoticeOrder {
            id: one.row.id,
            command: command(one.row.status),
            time: EntryTime::NOW,
        });
        ScreenAnswer::ask(Change::Notices(orders.collect()))
    }

    fn take_reply(&mut self, reply: &NoticeReply, shared: &Shared) -> ScreenAnswer {
        match reply {
            NoticeReply::Listed(rows) => self.take_rows(rows, shared),
            NoticeReply::Of(view) => {
                self.view = Some(view.clone());
                ScreenAnswer::none()
            }
            NoticeReply::Recorded(orders) => self.recorded(orders, shared),
        }
    }

    fn take_rows(&mut self, rows: &[DueNotice], shared: &Shared) -> ScreenAnswer {
        let before = self.chosen().map(|one| one.row.id);
        let sought = self.seek.take().or(before);
        let found = rows.iter().position(|one| Some(one.row.id) == sought);
        let last = rows.len().saturating_sub(1);
        self.pick.at = found.unwrap_or(self.pick.at).min(last);
        self.marked
            .retain(|id| rows.iter().any(|one| one.row.id == *id));
        self.rows = Some(rows.to_vec());
        if rows.is_empty() {
            self.view = None;
        }
        let read = self.read_chosen();
        if !std::mem::take(&mut self.telling) {
            return read;
        }
        let answer = self.tell_case(shared);
        ScreenAnswer {
            effects: [read.effects, answer.effects].concat(),
            ..answer
        }
    }

    /// Opens the form for what still has to be told to whom the first notice is for.
    fn tell_case(&mut self, shared: &Shared) -> ScreenAnswer {
        let pending = self.rows().iter().map(|one| &one.row);
        let pending: Vec<_> = pending.filter(|row| row.status.is_pending()).collect();
        let Some(first) = pending.first() else {
            return ScreenAnswer::none();
        };
        let whom = (first.recipient, &first.to);
        let same = pending
            .iter()
            .filter(|row| (row.recipient, &row.to) == whom);
        let same: BTreeSet<NoticeId> = same.map(|row| row.id).collect();
        self.marked = same;
        let answer = self.open_form(NoticeEntry::Tell, shared);
        if self.marked.len() == 1 || self.form.is_none() {
            self.marked.clear();
        }
        answer
    }

    /// Closes the form with its draft, says what was recorded, and reads the list again.
    fn recorded(&mut self, orders: &[NoticeOrder], shared: &Shared) -> ScreenAnswer {
        let form = self.form.take();
        let back = self.only.filter(|_| form.is_some());
        let drop = form.map(|mut form| form.draft.recorded());
        self.marked.clear();
        let said = recorded(orders, shared.lang);
        let list = back.is_none().then(|| self.ask());
        let reads = list.into_iter().chain([Effect::Read(Query::Counts)]);
        ScreenAnswer {
            effects: drop.into_iter().chain(reads).collect(),
            go: back.map(Go::Case),
            ..ScreenAnswer::done(said)
        }
    }

    fn failed(&mut self, error: &DeskError, shared: &Shared) -> ScreenAnswer {
        let form = self.form.as_mut();
        let refused = form.and_then(|form| form.draft.refused(error, shared.lang));
        // Another clerk may have been faster: what is shown is read again.
        let again = matches!(error, DeskError::Refusal(_)) && refused.is_none();
        let answer = refused.unwrap_or_default();
        if again {
            answer.and(self.ask())
        } else {
            answer
        }
    }

    fn read_chosen(&self) -> ScreenAnswer {
        let id = self.chosen().map(|one| one.row.id);
        ScreenAnswer::ask_all(id.map(|id| Effect::Read(Query::Notice(id))))
    }

    fn restore(&mut self, bookmark: &Bookmark, step: Step, shared: &Shared) -> ScreenAnswer {
        let Some((only, status, mine, chosen, marked)) = bookmark.place::<Place>() else {
            return ScreenAnswer::none();
        };
        match step {
            Step::Opened => {
                (self.only, self.status, self.mine) = (only, status, mine);
                self.seek = chosen.and_then(|id| id.parse().ok());
                ScreenAnswer::ask(self.ask())
            }
            Step::Read => {
                let marked = marked.iter().filter_map(|id| id.parse().ok());
                self.marked = marked.collect();
                bookmark.reopen(self, |key| NoticeEntry::by(key).is_some(), shared)
            }
            Step::Ready => ScreenAnswer::none(),
        }
    }

    fn rows(&self) -> &[DueNotice] {
        self.rows.as_deref().unwrap_or_default()
    }

    fn chosen(&self) -> Option<&DueNotice> {
        self.rows().get(self.pick.at)
    }
}

/// Where the list stood: case, state, only mine, the chosen and the marked notices.
type Place = (
    Option<CaseNumber>,
    Option<NoticeState>,
    bool,
    Option<String>,
    Vec<String>,
);

/// The state whose notices are listed next.
fn next_status(status: Option<NoticeState>, to: Action) -> Option<NoticeState> {
    let all = NoticeState::ALL.iter().copied().map(Some);
    let all: Vec<_> = std::iter::once(None).chain(all).collect();
    let at = all.iter().position(|one| *one == status).unwrap_or(0);
    let step = if to == Action::Left { all.len() - 1 } else { 1 };
    all.get((at + step) % all.len()).copied().flatten()
}

impl Screen for NoticesScreen {
    fn state(&self) -> ScreenState<'_> {
        let draft = self.form.as_ref().map(|form| &form.draft as &dyn TextInput);
        let place = draft.map_or(KeyContext::Notices, |_| KeyContext::Form);
        let purpose = self.only.map_or(Purpose::Results, |_| Purpose::Other);
        ScreenState {
            subject: self.only.map(Into::into),
            ..ScreenState::at(place, purpose, draft)
        }
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        if let (Some(form), true) = (&mut self.form, event.goes_to_form()) {
            let answer = form.update(event, shared);
            return answer.unwrap_or_else(|| {
                let left = self.form.take();
                ScreenAnswer::ask_all(left.map(|form| form.draft.keep()))
            });
        }
        match event {
            ScreenEvent::Failed(error) => self.failed(error, shared),
            ScreenEvent::Reply(DeskReply::Notice(reply)) => self.take_reply(reply, shared),
            ScreenEvent::Opened | ScreenEvent::Outdated(News::Written) => {
                ScreenAnswer::ask(self.ask())
            }
            ScreenEvent::Action(action) => self.act(*action, shared),
            ScreenEvent::Restore(bookmark, step) => self.restore(bookmark, *step, shared),
            ScreenEvent::Reply(_)
            | ScreenEvent::Draft(..)
            | ScreenEvent::Key(_)
            | ScreenEvent::Paste(_)
            | ScreenEvent::Pointer(_)
            | ScreenEvent::Outdated(News::Minute | News::Duties)
            | ScreenEvent::Caret(..) => ScreenAnswer::none(),
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let (title, note) = (self.title(shared), self.note(shared));
        let body = headed(frame.buffer_mut(), area, (&title, &note), shared);
        let form = self.form.as_ref();
        let least = form.map(|form| form.rows(body.width, shared));
        let (left, right) =
            rows::halves(frame.buffer_mut(), body, (self.rows().len(), least), shared);
        let buffer = frame.buffer_mut();
        if self.rows().is_empty() {
            let said = format!(" {}", self.nothing().get(shared.lang));
            let style = shared.theme.dim;
            put_text(buffer, left, 1, (&said, style), shared.symbols.alphabet);
        } else {
            let list = (self.rows(), self.pick, &self.marked);
            rows::draw(list, buffer, left, shared);
        }
        match (form, self.chosen()) {
            (Some(form), _) => form.view(frame, right, shared),
            (None, Some(chosen)) => {
                let view = self.view.as_deref();
                let view = view.filter(|view| view.id == chosen.row.id);
                pane::draw((chosen, view), buffer, right, shared);
            }
            (None, None) => {}
        }
    }

    fn bookmark(&self) -> Option<Bookmark> {
        let form = self.form.as_ref();
        let marked = self.marked.iter().take(rows::MARKED_MOST);
        let place: Place = (
            self.only,
            self.status,
            self.mine,
            self.chosen().map(|one| one.row.id.to_string()),
            marked.map(ToString::to_string).collect(),
        );
        let mut bookmark = Bookmark::of(Action::Notices, json!(place));
        bookmark.subject = self.only.map(Into::into);
        bookmark.depth += usize::from(self.only.is_some()) + usize::from(!self.marked.is_empty());
        Some(bookmark.with_form(form.map(|form| form.entry.action())))
    }
}
