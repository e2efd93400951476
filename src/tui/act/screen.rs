//! The form of one action on one case.
//!
//! Must not decide: it sends the command and shows what the desk says. Only the key that saves sends it.

use super::{ActionKind, fields, head::Head};
use crate::tui::targets::Drawing;
use crate::{
    desk::{CaseView, DeskError, EarlierCase, StoreError},
    domain::{case::CaseNumber, refusal::Refusal},
    tui::{
        effect::{CaseReply, Change, DeskReply, Effect, Query},
        form::{
            InputOutcome,
            draft_form::{DraftForm, body},
            draw::put,
            key_of,
        },
        intake::earlier,
        keymap::{Action, KeyContext},
        pane,
        restore::{Bookmark, OnCase, Step},
        screen::{
            Go, News, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared,
            StatusMessage, TextInput, Ticks,
        },
        text::{broken_off, width},
    },
    words::{Lang, Say, forms as text},
};
use ratatui::{Frame, layout::Rect, text::Line};
use serde_json::Value;

/// The fewest rows the form itself has.
const FORM_ROWS: u16 = 6;
/// From this width on, the case stands beside the form that is about it.
const WIDE: u16 = 190;
/// A form is no wider than that then.
const FORM: u16 = 120;

/// The form of an action.
#[derive(Debug)]
pub struct ActScreen {
    kind: ActionKind,
    view: Box<CaseView>,
    earlier: Vec<EarlierCase>,
    pub(super) draft: DraftForm,
    why_not: Option<Refusal>,
    meanwhile: Option<String>,
    opened: bool,
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
            form.set_hint(
                field.id(),
                text::NUMBER_HINT.with(shared.lang, &[("key", &key)]),
            );
        }
        let name = fields::draft_name(kind, view.case.number);
        Self {
            kind,
            why_not: view.check(kind, shared.by()).err(),
            view,
            earlier,
            draft: DraftForm::new(form, name),
            meanwhile: None,
            opened: false,
        }
    }

    /// The case it stands on.
    fn number(&self) -> CaseNumber {
        self.view.case.number
    }

    fn act(&mut self, action: Action, shared: &Shared) -> ScreenAnswer {
        match action {
            Action::NextField => self.draft.form.next(),
            Action::PreviousField => self.draft.form.previous(),
            Action::Submit => return self.submit(shared),
            Action::Discard => return self.draft.discard(shared),
            Action::Link if fields::other_case(self.kind).is_some() => return self.choose(shared),
            Action::Back if self.draft.form.close() => {}
            Action::Back => return ScreenAnswer::go(Go::Case(self.number())),
            _ => {}
        }
        ScreenAnswer::none()
    }

    fn felt(&mut self, felt: InputOutcome) -> ScreenAnswer {
        if felt != InputOutcome::Changed {
            return ScreenAnswer::none();
        }
        ScreenAnswer::ask(self.draft.keep())
    }

    fn submit(&mut self, shared: &Shared) -> ScreenAnswer {
        let (kind, view) = (self.kind, &self.view);
        self.draft.submit(shared, |form| {
            let order = fields::order(kind, form, view, shared.names())?;
            Ok(Effect::Write(Change::Run(Box::new(order))))
        })
    }

    /// Puts the next of the person's cases into the field.
    fn choose(&mut self, shared: &Shared) -> ScreenAnswer {
        let offered = fields::offered(self.kind, &self.view, &self.earlier);
        if offered.is_empty() {
            let said = text::NO_EARLIER.get(shared.lang).to_owned();
            return ScreenAnswer::say(StatusMessage::Refused(said));
        }
        let next = earlier::next(&offered, fields::named(self.kind, &self.draft.form));
        let next = next.or_else(|| earlier::next(&offered, None));
        if let (Some(next), Some((field, _))) = (next, fields::other_case(self.kind)) {
            self.draft.form.set(field.id(), &next.to_string());
            self.draft.form.focus(field.id());
        }
        self.felt(InputOutcome::Changed)
    }

    fn take_reply(&mut self, reply: &CaseReply, shared: &Shared) -> ScreenAnswer {
        match reply {
            CaseReply::Done(number) if *number == self.number() => {
                let what = self.kind.say(shared.lang);
                let number = number.to_string();
                let values = [("number", number.as_str()), ("what", &what)];
                ScreenAnswer {
                    effects: vec![self.draft.recorded()],
                    go: Some(Go::Case(self.number())),
                    say: Some(StatusMessage::Done(
                        text::RECORDED.with(shared.lang, &values),
                    )),
                }
            }
            CaseReply::Read(view, earlier) if view.case.number == self.number() => {
                self.renew(view, earlier, shared);
                ScreenAnswer::none()
            }
            // Of another case.
            CaseReply::Done(_) | CaseReply::Read(..) => ScreenAnswer::none(),
        }
    }

    fn failed(&mut self, error: &DeskError, lang: Lang) -> ScreenAnswer {
        if let Some(reply) = self.draft.refused(error, lang) {
            return reply;
        }
        match error {
            DeskError::Store(StoreError::Conflict { .. }) => ScreenAnswer {
                say: Some(StatusMessage::Refused(error.say(lang))),
                ..ScreenAnswer::ask(Query::Case(self.number()))
            },
            _ => ScreenAnswer::say(StatusMessage::Refused(error.say(lang))),
        }
    }

    /// Takes in the case as it stands now, says what was recorded meanwhile, and keeps what was typed.
    fn renew(&mut self, view: &CaseView, earlier: &[EarlierCase], shared: &Shared) {
        let seen = self.view.case.seq;
        let facts = view.facts.iter().filter(|fact| fact.seq > seen);
        let facts: Vec<String> = facts
            .map(|fact| {
                format!(
                    "{} ({})",
                    fact.kind.say(shared.lang),
                    shared.display_name(&fact.by)
                )
            })
            .collect();
        if !facts.is_empty() {
            let facts = facts.join(", ");
            self.meanwhile = Some(text::MEANWHILE.with(shared.lang, &[("facts", &facts)]));
        }
        *self.view = view.clone();
        self.earlier = earlier.to_vec();
        self.why_not = view.check(self.kind, shared.by()).err();
    }

    fn fit(&mut self, shared: &Shared) {
        let (sheet, _) = self.laid(body(shared), shared);
        self.draft.form.fit(sheet);
    }

    /// The area of the form, and the rows between it and the title.
    fn laid(&self, area: Rect, shared: &Shared) -> (Rect, Vec<Line<'static>>) {
        let (area, _) = divided(area);
        let offered = fields::offered(self.kind, &self.view, &self.earlier);
        let mut rows = self.head(&offered).rows(area.width, shared);
        let most = area.height.saturating_sub(1 + FORM_ROWS);
        let most_rows = usize::from(most);
        if rows.len() > most_rows {
            rows.truncate(most_rows);
            // What is left out would otherwise read as if the sentence ended there.
            if let Some(last) = rows.last_mut().and_then(|row| row.spans.last_mut()) {
                let cells = width(&last.content) + 1;
                last.content = broken_off(&last.content, cells, shared.symbols.alphabet).into();
            }
        }
        let taken = u16::try_from(rows.len()).unwrap_or(most) + 1;
        let taken = taken.min(area.height);
        let sheet = Rect {
            y: area.y + taken,
            height: area.height - taken,
            ..area
        };
        (sheet, rows)
    }

    fn head<'a>(&'a self, offered: &'a [EarlierCase]) -> Head<'a> {
        Head {
            kind: self.kind,
            view: &self.view,
            form: &self.draft.form,
            offered,
            why_not: self.why_not.as_ref(),
            meanwhile: self.meanwhile.as_deref(),
        }
    }
}

impl Screen for ActScreen {
    fn state(&self) -> ScreenState<'_> {
        let place = if fields::other_case(self.kind).is_some() {
            KeyContext::Linking
        } else {
            KeyContext::Form
        };
        ScreenState {
            subject: Some(self.number().into()),
            ..ScreenState::at(place, Purpose::Act)
        }
    }

    fn ticks(&self, _shared: &Shared) -> Ticks {
        Ticks::Minute
    }

    fn text_input(&self) -> Option<&dyn TextInput> {
        Some(&self.draft)
    }

    fn text_input_mut(&mut self) -> Option<&mut dyn TextInput> {
        Some(&mut self.draft)
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        self.fit(shared);
        if self.draft.confirms(event) {
            return self.draft.empty(shared);
        }
        match event {
            ScreenEvent::Action(action) => self.act(*action, shared),
            ScreenEvent::Key(key) => {
                let felt = self.draft.form.key(*key);
                self.felt(felt)
            }
            ScreenEvent::Paste(text) => {
                let felt = self.draft.form.paste(text);
                self.felt(felt)
            }
            ScreenEvent::Pointer(pointed) => {
                let felt = self.draft.form.point(*pointed);
                self.felt(felt)
            }
            ScreenEvent::Draft(name, draft) => self.draft.resume(name, draft, shared),
            ScreenEvent::Failed(error) => self.failed(error, shared.lang),
            ScreenEvent::Reply(DeskReply::Case(reply)) => self.take_reply(reply, shared),
            ScreenEvent::Reply(_) => ScreenAnswer::none(),
            ScreenEvent::Opened if self.opened => ScreenAnswer::none(),
            ScreenEvent::Opened => {
                self.opened = true;
                ScreenAnswer::ask(self.draft.ask())
            }
        }
    }

    fn outdated(&mut self, _news: News, _shared: &Shared) -> ScreenAnswer {
        ScreenAnswer::none()
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let area = area.intersection(frame.area());
        let (sheet, rows) = self.laid(area, shared);
        let title = Rect {
            height: area.height.min(1),
            ..area
        };
        let buffer = frame.buffer_mut();
        put(
            buffer,
            title,
            &self.head(&[]).title(shared),
            shared.theme.heading,
            shared,
        );
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
        let form = OnCase::Act(self.kind);
        Some(Bookmark::on_case(self.number(), form, 2, Value::Null))
    }

    fn restore(&mut self, _bookmark: &Bookmark, _step: Step, _shared: &Shared) -> ScreenAnswer {
        ScreenAnswer::none()
    }
}

/// The area of the form, and on a wide screen that of the case beside it, under the title.
fn divided(area: Rect) -> (Rect, Option<Rect>) {
    if area.width < WIDE {
        return (area, None);
    }
    let width = (area.width / 2).min(FORM);
    let title = area.height.min(1);
    let beside = Rect {
        x: area.x + width,
        y: area.y + title,
        width: area.width - width,
        height: area.height - title,
    };
    (Rect { width, ..area }, Some(beside))
}
