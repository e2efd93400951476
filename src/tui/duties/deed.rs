//! The forms by which a duty is recorded: done, dated, announced, left out.
//!
//! Must not decide: the domain says whether it may be, and the desk decides again when the form is sent.

use crate::{
    desk::{DeskError, DutyOrder, DutyView, StoreError},
    domain::{
        duty::{self, Completing, DutyCommand},
        party::Field,
        refusal::{Fault, FieldFault, Refusal},
        typed,
    },
    tui::{
        effect::{DutyAsk, Effect, Told},
        form::{
            Felt, Form, FormField,
            kept::{Kept, body, done, faulty},
        },
        keymap::Action,
        page::headed,
        screen::{Heard, Reply, Saying, Shared},
    },
    words::{Phrase, Say, duties as text, forms},
};
use ratatui::{Frame, layout::Rect};

/// More than any score, date or time takes.
const SHORT: usize = 40;
/// The most characters of a grade that the form takes.
const GRADE: usize = 20;
/// Rows over the fields: the title and the rule.
const OVER: u16 = 2;

/// What is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// It was done.
    Finish,
    /// It gets a date.
    Schedule,
    /// It was announced.
    Announce,
    /// It is left out.
    Skip,
}

/// What a form made of what it heard.
pub(super) enum Heeded {
    /// It answers.
    Answered(Reply),
    /// It was left; its draft is kept.
    Left,
}

/// The form of a deed on one duty.
#[derive(Debug)]
pub(super) struct DeedForm {
    deed: Deed,
    view: DutyView,
    kept: Kept,
    /// It was sent and is not answered yet.
    sent: bool,
}

/// Whether a deed could be recorded if its form were filled in.
///
/// # Errors
/// Why it could not.
pub(super) fn possible(deed: Deed, view: &DutyView, shared: &Shared) -> Result<(), Refusal> {
    let Some(actor) = &shared.actor else {
        return Ok(());
    };
    // Another machine's clock may be a little ahead; that is no reason against every deed.
    let now = shared.now.max(view.duty.last_at);
    let some = || ".".to_owned();
    let probe = match deed {
        Deed::Finish => DutyCommand::Finish(Box::default()),
        Deed::Schedule => DutyCommand::Schedule {
            on: view.rules.calendars.now().date(now),
        },
        Deed::Announce => DutyCommand::Announce { text: some() },
        Deed::Skip => DutyCommand::Skip { reason: some() },
    };
    match duty::decide(&view.duty, &probe, &view.rules.context(now, actor)) {
        // The form can still be filled in otherwise.
        Ok(_) | Err(Refusal::Fields(_) | Refusal::AlreadyDone) => Ok(()),
        Err(refusal) => Err(refusal),
    }
}

impl Deed {
    const fn title(self) -> Phrase {
        match self {
            Self::Finish => text::FINISH,
            Self::Schedule => text::SCHEDULE,
            Self::Announce => text::ANNOUNCE,
            Self::Skip => text::SKIP,
        }
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Finish => "done",
            Self::Schedule => "schedule",
            Self::Announce => "announce",
            Self::Skip => "skip",
        }
    }

    fn form(self, shared: &Shared) -> Form {
        let lang = shared.lang;
        let line = |field, most, hint: Phrase| FormField::line(field, most, hint.get(lang), lang);
        let several =
            |field, rows, hint: &str| FormField::text(field, typed::TEXT, rows, hint, lang);
        let mut fields = match self {
            Self::Finish => vec![
                several(Field::Result, 4, text::RESULT_HINT.get(lang))
                    .labelled(text::RESULT.get(lang)),
                line(Field::Score, SHORT, text::SCORE_HINT),
                line(Field::Grade, GRADE, text::GRADE_HINT).beside(),
                several(Field::Evidence, 2, text::EVIDENCE_HINT.get(lang)),
                several(Field::Text, 2, "").labelled(text::NOTE.get(lang)),
                line(Field::Officer, typed::NAME, text::BY_HINT).labelled(text::BY.get(lang)),
            ],
            Self::Schedule => vec![line(Field::On, SHORT, text::DATE_HINT).required()],
            Self::Announce => vec![several(Field::Text, 4, text::ANNOUNCE_HINT.get(lang))],
            Self::Skip => vec![several(Field::Reason, 4, "").required()],
        };
        fields.push(line(Field::At, SHORT, forms::NOW));
        Form::new(fields, lang)
    }
}

impl DeedForm {
    /// Opens the form of a deed on a duty.
    pub(super) fn new(deed: Deed, view: DutyView, shared: &Shared) -> Self {
        let name = format!("duty-{}-{}", view.duty.number, deed.id());
        Self {
            deed,
            kept: Kept::new(deed.form(shared), name),
            view,
            sent: false,
        }
    }

    /// Asks for the draft.
    pub(super) fn ask(&self) -> Effect {
        self.kept.ask()
    }

    /// The draft that would be lost if the line dropped now.
    pub(super) fn draft(&self) -> Option<(String, String)> {
        self.kept.draft()
    }

    /// The text that is selected.
    pub(super) fn selected(&self) -> Option<&str> {
        self.kept.form.selected()
    }

    /// Throws the draft away: what is on record is no draft any more.
    pub(super) fn sent(mut self) -> Effect {
        self.kept.sent()
    }

    /// Takes in the duty as it stands now, and keeps what was typed.
    pub(super) fn renew(&mut self, view: &DutyView) {
        self.view = view.clone();
    }

    /// Hears what is typed.
    pub(super) fn update(&mut self, heard: &Heard<'_>, shared: &Shared) -> Heeded {
        self.kept.form.fit(sheet(body(shared)));
        if self.kept.confirms(heard) {
            self.sent = false;
            return Heeded::Answered(self.kept.empty(shared));
        }
        let felt = match heard {
            Heard::Key(key) => self.kept.form.key(*key),
            Heard::Paste(pasted) => self.kept.form.paste(pasted),
            Heard::Action(Action::Back) if !self.kept.form.close() => return Heeded::Left,
            Heard::Action(action) => return Heeded::Answered(self.act(*action, shared)),
            Heard::Told(_) | Heard::Opened => Felt::Nothing,
        };
        if felt != Felt::Changed {
            return Heeded::Answered(Reply::none());
        }
        self.sent = false;
        Heeded::Answered(Reply::ask(self.kept.keep()))
    }

    fn act(&mut self, action: Action, shared: &Shared) -> Reply {
        match action {
            Action::NextField => self.kept.form.next(),
            Action::PreviousField => self.kept.form.previous(),
            Action::Submit => return self.submit(shared),
            Action::Discard => return self.kept.discard(shared),
            _ => {}
        }
        Reply::none()
    }

    fn submit(&mut self, shared: &Shared) -> Reply {
        if self.sent {
            return Reply::say(done(forms::SENDING, shared));
        }
        match self.order() {
            Ok(order) => {
                self.sent = true;
                Reply::ask(Effect::Duties(DutyAsk::Run(Box::new(order))))
            }
            Err(fault) => faulty(&mut self.kept.form, &[fault], shared.lang),
        }
    }

    /// The order that stands in the form.
    ///
    /// # Errors
    /// A field that is of no right form.
    fn order(&self) -> Result<DutyOrder, FieldFault> {
        let form = &self.kept.form;
        let wrong = |field| FieldFault {
            field,
            fault: Fault::Form,
        };
        let command = match self.deed {
            Deed::Finish => DutyCommand::Finish(Box::new(Completing {
                result: form.of(Field::Result),
                score: form.of(Field::Score),
                grade: form.of(Field::Grade),
                evidence: form.of(Field::Evidence),
                text: form.of(Field::Text),
                officer: form.of(Field::Officer),
            })),
            Deed::Schedule => DutyCommand::Schedule {
                on: typed::day(form.of(Field::On).trim()).ok_or(wrong(Field::On))?,
            },
            Deed::Announce => DutyCommand::Announce {
                text: form.of(Field::Text),
            },
            Deed::Skip => DutyCommand::Skip {
                reason: form.of(Field::Reason),
            },
        };
        let at = form.of(Field::At);
        let zone = self.view.rules.charter.office.zone;
        let at = match at.trim() {
            "" => None,
            at => Some(typed::moment(at, zone).ok_or(wrong(Field::At))?),
        };
        Ok(DutyOrder {
            number: self.view.duty.number,
            command,
            at,
            seen: Some(self.view.duty.seq),
        })
    }

    /// Hears what the desk says.
    pub(super) fn told(&mut self, told: &Told, shared: &Shared) -> Reply {
        match told {
            Told::Draft(name, Some(draft)) if self.kept.restore(name, draft) => {
                Reply::say(done(forms::RESTORED, shared))
            }
            Told::Failed(error) => self.failed(error, shared),
            _ => Reply::none(),
        }
    }

    fn failed(&mut self, error: &DeskError, shared: &Shared) -> Reply {
        self.sent = false;
        let said = Saying::Refused(error.say(shared.lang));
        match error {
            DeskError::Refusal(Refusal::Fields(faults)) => {
                faulty(&mut self.kept.form, faults, shared.lang)
            }
            DeskError::Store(StoreError::Conflict { .. }) => Reply {
                say: Some(said),
                ..Reply::ask(Effect::Duties(DutyAsk::One(self.view.duty.number)))
            },
            _ => Reply::say(said),
        }
    }

    /// Draws the form.
    pub(super) fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Shared) {
        let area = area.intersection(frame.area());
        let duty = &self.view.duty;
        let what = self.deed.title().get(shared.lang);
        let title = format!("{what}: {}", duty.title);
        let note = format!("  {}", duty.period.say(shared.lang));
        headed(frame.buffer_mut(), area, (&title, &note), shared);
        self.kept.form.view(frame, sheet(area), shared);
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
