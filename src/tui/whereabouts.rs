//! Where the clerk stands: view, bar, screen and caret, as a line of text that the next start can go by.
//!
//! What was typed into a form is its draft's to keep. Names and telephone numbers are never in it; what is shown unmasked
//! is masked again. A line that is no such thing, or of another version of the program, is none.

use super::{
    act, contacts, duties, handover, holidays,
    keymap::Action,
    model::Model,
    queue::Window,
    screen::{Go, Screen},
};
use crate::{
    domain::{
        find::Ends,
        subject::{CaseNumber, ContactNumber, DutyNumber, Subject},
    },
    words::{Lang, Say},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The form of the line; a program that knows another one begins in the queue.
const FORM: u8 = 1;

/// Where the clerk stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Whereabouts {
    form: u8,
    /// The queue beneath all screens.
    pub(super) window: Window,
    /// The pane was shown or hidden by the clerk.
    pub(super) pane: Option<bool>,
    /// The screen over the queue.
    pub(super) over: Over,
    /// The field of the form that has the keys, and where the caret stands in it, in bytes.
    pub(super) caret: Option<(String, usize)>,
}

/// The screen over the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Over {
    /// None.
    Queue,
    /// A case, read from that line on.
    Case {
        number: CaseNumber,
        line: usize,
        explained: bool,
        timeline: Option<bool>,
    },
    /// The intake form.
    Intake,
    /// What can be done with a case.
    Menu(CaseNumber),
    /// The form of an action, on the marked cases with it.
    Act {
        number: CaseNumber,
        kind: act::Kind,
        many: Vec<(CaseNumber, u32)>,
    },
    /// The search.
    Search(String),
    /// The views.
    Views,
    /// A page of the charter, with the bar on a row of it.
    Charter { page: usize, row: usize },
    /// The days ahead, with the bar on one of them.
    Outlook { ends: Option<Ends>, mine: bool },
    /// Visits and calls, the chosen one read whole from that line on, with the form that was open.
    Contacts {
        number: Option<ContactNumber>,
        reading: Option<usize>,
        doing: Option<Action>,
    },
    /// The duties, with the form that was open.
    Duties {
        year: Option<u16>,
        row: usize,
        number: Option<DutyNumber>,
        doing: Option<Action>,
    },
    /// The handover, with its note if that was being written.
    Handover { doing: Option<Action> },
    /// The holidays, with the form that was open.
    Holidays {
        year: Option<i32>,
        day: Option<NaiveDate>,
        doing: Option<Action>,
    },
}

impl Whereabouts {
    /// Where the clerk stands now. Help and palette are passed by: what they lie over is meant.
    pub(super) fn of(model: &Model) -> Self {
        let screen = model.beneath.first().unwrap_or(&model.screen);
        Self {
            form: FORM,
            window: model.queue.window(),
            pane: model.pane.shown,
            over: over(screen, &model.many),
            caret: screen.caret(),
        }
    }

    /// Reads the line of [`Whereabouts::line`]; `None` where it is none.
    pub(super) fn read(line: &str) -> Option<Self> {
        let read: Self = serde_json::from_str(line).ok()?;
        (read.form == FORM).then_some(read)
    }

    /// The line; `None` where it cannot be said.
    pub(super) fn line(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    /// True where another screen stands over the queue than there.
    pub(super) fn is_elsewhere(&self, there: &Self) -> bool {
        !self.over.is_like(&there.over)
    }

    /// True for the top of the queue, where every start begins.
    pub(super) fn is_the_start(&self) -> bool {
        self.over == Over::Queue && self.pane.is_none() && self.window.is_the_start()
    }
}

fn over(screen: &Screen, many: &[(CaseNumber, u32)]) -> Over {
    match screen {
        Screen::Detail(screen) => {
            let (line, explained, timeline) = screen.stands();
            Over::Case {
                number: screen.number(),
                line,
                explained,
                timeline,
            }
        }
        Screen::Intake(_) => Over::Intake,
        Screen::Menu(screen) => Over::Menu(screen.number()),
        Screen::Act(screen) => Over::Act {
            number: screen.number(),
            kind: screen.kind(),
            many: many.to_vec(),
        },
        Screen::Search(screen) => Over::Search(screen.typed().to_owned()),
        Screen::Views(_) => Over::Views,
        Screen::Charter(screen) => {
            let (page, row) = screen.stands();
            Over::Charter { page, row }
        }
        Screen::Outlook(screen) => {
            let (ends, mine) = screen.stands();
            Over::Outlook { ends, mine }
        }
        Screen::Contacts(screen) => Over::Contacts {
            number: screen.number(),
            reading: screen.reading(),
            doing: screen.doing(),
        },
        Screen::Duties(screen) => {
            let (year, row) = screen.year();
            Over::Duties {
                year,
                row,
                number: screen.number(),
                doing: screen.doing(),
            }
        }
        Screen::Handover(screen) => Over::Handover {
            doing: screen.doing(),
        },
        Screen::Holidays(screen) => Over::Holidays {
            year: screen.year(),
            day: screen.day(),
            doing: screen.doing(),
        },
        Screen::Queue
        | Screen::Many(_)
        | Screen::Help(_)
        | Screen::Palette(_)
        | Screen::FirstRun(_) => Over::Queue,
    }
}

impl Over {
    /// Where that is; nothing for the queue itself.
    pub(super) fn go(&self) -> Option<Go> {
        Some(match self {
            Self::Queue => return None,
            Self::Case { number, .. } => Go::Case(*number),
            Self::Intake => Go::Intake,
            Self::Menu(number) => Go::Menu(*number),
            Self::Act { number, kind, .. } => Go::Act(*number, *kind),
            Self::Search(_) => Go::Search,
            Self::Views => Go::Views,
            Self::Charter { .. } => Go::Charter,
            Self::Outlook { .. } => Go::Outlook,
            Self::Contacts { number, .. } => Go::Contacts(*number),
            Self::Duties { .. } => Go::Duties,
            Self::Handover { .. } => Go::Handover,
            Self::Holidays { .. } => Go::Holidays,
        })
    }

    /// The key by which the form on that screen was opened; one that opens none is passed by.
    pub(super) fn doing(&self) -> Option<Action> {
        match self {
            Self::Contacts { doing, .. } => doing.filter(|key| contacts::opens_form(*key)),
            Self::Duties { doing, .. } => doing.filter(|key| duties::opens_form(*key)),
            Self::Handover { doing } => doing.filter(|key| handover::opens_form(*key)),
            Self::Holidays { doing, .. } => doing.filter(|key| holidays::opens_form(*key)),
            _ => None,
        }
    }

    /// The case or duty it stands on, where that may be gone.
    fn subject(&self) -> Option<Subject> {
        match self {
            Self::Case { number, .. } | Self::Menu(number) | Self::Act { number, .. } => {
                Some(Subject::Case(*number))
            }
            Self::Duties { number, .. } => number.map(Subject::Duty),
            _ => None,
        }
    }

    /// True for the same screen on the same subject, wherever in it.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let kind = |over: &Self| match over {
            Self::Act { kind, .. } => Some(*kind),
            _ => None,
        };
        std::mem::discriminant(self) == std::mem::discriminant(other)
            && self.subject() == other.subject()
            && self.doing() == other.doing()
            && kind(self) == kind(other)
    }

    /// What it is called.
    pub(super) fn name(&self, lang: Lang) -> String {
        if let Some(subject) = self.subject() {
            return subject.to_string();
        }
        let action = match self {
            Self::Intake => Action::Intake,
            Self::Search(_) => Action::Search,
            Self::Views => Action::Views,
            Self::Charter { .. } => Action::Charter,
            Self::Outlook { .. } => Action::Outlook,
            Self::Contacts { .. } => Action::Contacts,
            Self::Duties { .. } => Action::Duties,
            Self::Handover { .. } => Action::Handover,
            Self::Holidays { .. } => Action::Holidays,
            Self::Queue | Self::Case { .. } | Self::Menu(_) | Self::Act { .. } => {
                return String::new();
            }
        };
        action.say(lang)
    }

    /// How often the key that goes back is pressed until the queue is there.
    pub(super) fn depth(&self) -> usize {
        let below = match self {
            Self::Queue => 0,
            Self::Menu(_)
            | Self::Act { .. }
            | Self::Contacts {
                reading: Some(_), ..
            }
            | Self::Duties {
                year: Some(_),
                number: Some(_),
                ..
            } => 2,
            _ => 1,
        };
        below + usize::from(self.doing().is_some())
    }
}
