//! The form of one action on one case.
//!
//! Must not decide: it sends the command and shows what the desk says. Only the key that saves sends it.

use super::{ActionKind, fields, head::Head};
use crate::tui::targets::Drawing;
use crate::{
    desk::{CaseView, DeskError, EarlierCase, StoreError},
    domain::{case::CaseNumber, command::Values, party::Field, refusal::Refusal},
    tui::{
        effect::{CaseReply, Change, DeskReply, Effect, Query},
        form::{
            draft_form::{DraftForm, FormOutcome, body},
            draw::put,
            key_of,
        },
        intake::earlier,
        keymap::{Action, KeyContext},
        page::{below, beside, top},
        pane,
        restore::{Bookmark, OnCase},
        screen::{Go, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared},
        text::{broken_off, width},
    },
    words::{Lang, Say, forms as text},
};
use ratatui::{Frame, layout::Rect, text::Line};
use serde_json::Value;

/// The fewest rows of the fields.
const FORM_ROWS: u16 = 6;
/// Width from which the case is shown beside the form.
const WIDE: u16 = 190;
/// The widest form beside a case.
const FORM: u16 = 120;

/// The form of an action.
#[derive(Debug)]
pub struct ActScreen {
    kind: ActionKind,
    view: Box<CaseView>,
    earlier: Vec<EarlierCase>,
    pub(super) draft: DraftForm,
    why_not: Option<Refusal>,
    /// Why facts are not offered to strike out.
    kept: Vec<String>,
    /// What others recorded while the form was open.
    meanwhile: Option<String>,
    opened: bool,
    from_history: bool,
}

impl ActScreen {
    /// Opens the form of an action on a case; `earlier` are the cases of the same person before it.
    pub fn new(
        kind: ActionKind,
        view: Box<CaseView>,
        earlier: Vec<EarlierCase>,
        shared: &Shared,
    ) -> Self {
        let mut form = fields::begun(kind, &view, &earlier, shared.context());
        if let Some((field, _)) = fields::other_case(kind) {
            let key = key_of(Action::Link, shared);
            let hint = text::NUMBER_HINT.with(shared.lang, &[("key", &key)]);
            form.set_hint(field.id(), hint);
        }
        let name = fields::draft_name(kind, view.case.number);
        Self {
            kind,
            why_not: view.check(kind, shared.by()).err(),
            kept: fields::kept(kind, &view, shared.context()),
            view,
            earlier,
            draft: DraftForm::new(form, name),
            meanwhile: None,
            opened: false,
            from_history: false,
        }
    }

    /// Opens the form that strikes out a fact, with that fact in it.
    pub fn striking(
        fact: u32,
        view: Box<CaseView>,
        earlier: Vec<EarlierCase>,
        shared: &Shared,
    ) -> Self {
        let mut screen = Self::new(ActionKind::Revoke, view, earlier, shared);
        let form = &mut screen.draft.form;
        form.begin_with(Field::Fact.id(), &fact.to_string());
        form.focus(Field::Reason.id());
        screen.from_history = true;
        screen
    }

    /// The screen from which the form was opened.
    fn home(&self) -> Go {
        if self.from_history {
            Go::History(self.number())
        } else {
            Go::Case(self.number())
        }
    }

    fn number(&self) -> CaseNumber {
        self.view.case.number
    }

    fn act(&mut self, action: Action, shared: &Shared) -> ScreenAnswer {
        match action {
            Action::Submit => self.submit(shared),
            Action::Link if fields::other_case(self.kind).is_some() => self.choose_case(shared),
            Action::SeeAlso => {
                let form = &mut self.draft.form;
                let on = form.is_on(Field::SeeAlso.id());
                form.set(Field::SeeAlso.id(), if on { "" } else { Values::YES });
                ScreenAnswer::ask(self.draft.keep())
            }
            Action::Back => ScreenAnswer::go(self.home()),
            _ => ScreenAnswer::none(),
        }
    }

    fn submit(&mut self, shared: &Shared) -> ScreenAnswer {
        let (kind, view) = (self.kind, &self.view);
        self.draft.submit(shared, |form| {
            let order = fields::order(kind, form, view, shared.names(), shared.now)?;
            Ok(Effect::Write(Change::Run(Box::new(order))))
        })
    }

    /// Puts the next of the person's cases into the field.
    fn choose_case(&mut self, shared: &Shared) -> ScreenAnswer {
        let offered = fields::offered(self.kind, &self.view, &self.earlier);
        if offered.is_empty() {
            return ScreenAnswer::refused(text::NO_EARLIER.get(shared.lang));
        }
        let next = earlier::next(&offered, fields::named(self.kind, &self.draft.form));
        let next = next.or_else(|| earlier::next(&offered, None));
        if let (Some(next), Some((field, _))) = (next, fields::other_case(self.kind)) {
            self.draft.form.set(field.id(), &next.to_string());
            self.draft.form.focus(field.id());
        }
        ScreenAnswer::ask(self.draft.keep())
    }

    fn take_reply(&mut self, reply: &CaseReply, shared: &Shared) -> ScreenAnswer {
        match reply {
            CaseReply::Done(number) if *number == self.number() => {
                let what = self.kind.say(shared.lang);
                let number = number.to_string();
                let values = [("number", number.as_str()), ("what", &what)];
                ScreenAnswer {
                    effects: vec![self.draft.recorded()],
                    go: Some(self.home()),
                    ..ScreenAnswer::done(text::RECORDED.with(shared.lang, &values))
                }
            }
            CaseReply::Read(view, earlier) if view.case.number == self.number() => {
                self.renew(view, earlier, shared);
                ScreenAnswer::none()
            }
            // Another case.
            CaseReply::Done(_) | CaseReply::Read(..) => ScreenAnswer::none(),
        }
    }

    fn failed(&mut self, error: &DeskError, lang: Lang) -> ScreenAnswer {
        if let Some(answer) = self.draft.refused(error, lang) {
            return answer;
        }
        let answer = ScreenAnswer::refused(error.say(lang));
        match error {
            DeskError::Store(StoreError::Conflict { .. }) => answer.and(Query::Case(self.number())),
            _ => answer,
        }
    }

    /// Takes in the case as it stands now, notes what was recorded meanwhile, and keeps what was typed.
    fn renew(&mut self, view: &CaseView, earlier: &[EarlierCase], shared: &Shared) {
        let seen = self.view.case.seq;
        let facts = view.facts.iter().filter(|fact| fact.seq > seen);
        let named = facts.map(|fact| {
            let kind = fact.kind.say(shared.lang);
            format!("{kind} ({})", shared.display_name(&fact.by))
        });
        let facts: Vec<String> = named.collect();
        if !facts.is_empty() {
            let facts = facts.join(", ");
            self.meanwhile = Some(text::MEANWHILE.with(shared.lang, &[("facts", &facts)]));
        }
        *self.view = view.clone();
        self.earlier = earlier.to_vec();
        self.why_not = view.check(self.kind, shared.by()).err();
        self.kept = fields::kept(self.kind, view, shared.context());
    }

    /// The area of the fields, and the rows between it and the title.
    fn layout(&self, area: Rect, shared: &Shared) -> (Rect, Vec<Line<'static>>) {
        let (area, _) = divided(area);
        let offered = fields::offered(self.kind, &self.view, &self.earlier);
        let mut rows = self.head(&offered).rows(area.width, shared);
        let most = usize::from(area.height.saturating_sub(1 + FORM_ROWS));
        if rows.len() > most {
            rows.truncate(most);
            // Without a mark, a sentence that is cut would seem to end there.
            if let Some(last) = rows.last_mut().and_then(|row| row.spans.last_mut()) {
                let cells = width(&last.content) + 1;
                last.content = broken_off(&last.content, cells, shared.symbols.alphabet).into();
            }
        }
        (below(area, rows.len() + 1), rows)
    }

    fn head<'a>(&'a self, offered: &'a [EarlierCase]) -> Head<'a> {
        Head {
            kind: self.kind,
            view: &self.view,
            form: &self.draft.form,
            offered,
            why_not: self.why_not.as_ref(),
            kept: &self.kept,
            meanwhile: self.meanwhile.as_deref(),
        }
    }
}

impl Screen for ActScreen {
    fn state(&self) -> ScreenState<'_> {
        let place = match (self.kind, fields::other_case(self.kind)) {
            (ActionKind::Link, _) => KeyContext::Sameness,
            (_, Some(_)) => KeyContext::Linking,
            (_, None) => KeyContext::Form,
        };
        ScreenState {
            subject: Some(self.number().into()),
            ..ScreenState::at(place, Purpose::Act, Some(&self.draft))
        }
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        let (sheet, _) = self.layout(body(shared), shared);
        let outcome = self.draft.update(event, sheet, shared);
        let (kind, role) = (self.kind, shared.by().0);
        fields::settle(kind, &mut self.draft.form, &self.earlier, role);
        fields::follow(&mut self.draft.form, &self.view, shared.now);
        match outcome {
            FormOutcome::Key(action) => return self.act(action, shared),
            FormOutcome::Answered(answer) if event.goes_to_form() => return answer,
            FormOutcome::Answered(_) => {}
        }
        match event {
            ScreenEvent::Failed(error) => self.failed(error, shared.lang),
            ScreenEvent::Reply(DeskReply::Case(reply)) => self.take_reply(reply, shared),
            ScreenEvent::Opened if !self.opened => {
                self.opened = true;
                ScreenAnswer::ask(self.draft.ask())
            }
            ScreenEvent::Action(_)
            | ScreenEvent::Key(_)
            | ScreenEvent::Paste(_)
            | ScreenEvent::Pointer(_)
            | ScreenEvent::Draft(..)
            | ScreenEvent::Reply(_)
            | ScreenEvent::Opened
            | ScreenEvent::Outdated(_)
            | ScreenEvent::Restore(..)
            | ScreenEvent::Caret(..) => ScreenAnswer::none(),
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let area = area.intersection(frame.area());
        let (sheet, rows) = self.layout(area, shared);
        let buffer = frame.buffer_mut();
        let title = self.head(&[]).title(shared);
        put(buffer, top(area, 1), &title, shared.theme.heading, shared);
        let (form, beside) = divided(area);
        for (row, place) in rows.iter().zip(form.rows().skip(1)) {
            buffer.set_line(place.x, place.y, row, place.width);
        }
        if let Some(beside) = beside {
            pane::draw_case(&self.view, beside, buffer, shared);
        }
        self.draft.form.view(frame, sheet, shared);
    }

    fn bookmark(&self) -> Option<Bookmark> {
        let chosen = self.draft.form.value(Field::Fact.id()).parse();
        let form = match chosen.ok().filter(|_| self.from_history) {
            Some(fact) => OnCase::Strike(fact),
            None => OnCase::Act(self.kind),
        };
        Some(Bookmark::on_case(self.number(), form, 2, Value::Null))
    }
}

/// The area of the form, and on a wide screen that of the case beside it, below the title.
fn divided(area: Rect) -> (Rect, Option<Rect>) {
    if area.width < WIDE {
        return (area, None);
    }
    let (form, case) = beside(area, (area.width / 2).min(FORM));
    (form, Some(below(case, 1)))
}
