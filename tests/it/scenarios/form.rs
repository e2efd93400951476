//! What a scenario file may say. Unknown keys are errors, so that a slip of the pen is not a test that proves nothing.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Asia::Seoul;
use minwon::domain::{
    case::{CaseNumber, Stage},
    charter::{CaseKind, Channel, Detail, MetBy},
    command::{Command, Redress, Visiting},
    fact::{ContactWay, ExtensionReason, Outcome, SuspensionReason},
    holidays::HolidayKind,
    staff::Role,
};
use serde::Deserialize;

pub(super) use minwon::domain::deadline::Status;

/// A file: one sentence and the variants that prove it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scenario {
    /// The sentence it proves.
    pub(super) name: String,
    /// Which of the charters that come with the program.
    pub(super) charter: String,
    /// The ids of the ledger and of the law that it proves.
    #[serde(default)]
    pub(super) promises: Vec<String>,
    /// Of these, those that cannot be broken by anything a clerk does.
    #[serde(default)]
    pub(super) never_broken: Vec<String>,
    /// What is taken in, unless a variant says otherwise.
    #[serde(default)]
    pub(super) intake: Form,
    /// The stories.
    #[serde(rename = "variant")]
    pub(super) variants: Vec<Variant>,
}

/// One story.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Variant {
    pub(super) name: String,
    /// What differs from the file's intake.
    #[serde(default)]
    pub(super) intake: Form,
    /// Other cases that exist.
    #[serde(default)]
    pub(super) others: Vec<Other>,
    #[serde(default, rename = "holiday")]
    pub(super) holidays: Vec<Holiday>,
    #[serde(default, rename = "step")]
    pub(super) steps: Vec<Step>,
    #[serde(default)]
    pub(super) expect: Vec<Expect>,
}

impl Variant {
    /// How many things are looked at: each named thing of an expectation, and each refusal.
    pub(super) fn expectations(&self) -> usize {
        let refusals = self.steps.iter().filter(|step| step.refused.is_some());
        refusals.count() + self.expect.iter().map(Expect::looks).sum::<usize>()
    }
}

/// The intake, of which a variant may change any part.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Form {
    /// When it is typed in.
    pub(super) at: Option<Time>,
    pub(super) channel: Option<Channel>,
    pub(super) category: Option<String>,
    pub(super) kind: Option<CaseKind>,
    pub(super) title: Option<String>,
    pub(super) email: Option<String>,
    #[serde(default)]
    pub(super) needs_review: bool,
    #[serde(default)]
    pub(super) anonymous: bool,
    /// When it reached the body; given alone, the matter waits to be accepted.
    pub(super) arrived: Option<Time>,
    /// When it was accepted, where that was before it is typed in.
    pub(super) received: Option<Time>,
    /// The office counts a receipt at night from the next opening.
    #[serde(default)]
    pub(super) next_open: bool,
}

/// Another case.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Other {
    pub(super) number: CaseNumber,
    pub(super) stage: Stage,
    #[serde(default)]
    pub(super) results: u32,
}

/// A change of the table of holidays, entered in between.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Holiday {
    /// When it is entered.
    pub(super) at: Time,
    pub(super) date: NaiveDate,
    pub(super) name: String,
    /// What it becomes; nothing: it is no holiday any more.
    pub(super) kind: Option<HolidayKind>,
}

/// What a clerk does.
#[derive(Debug, Deserialize)]
pub(super) struct Step {
    /// When it happens.
    pub(super) at: Time,
    /// When it is recorded; at once where it is left out.
    pub(super) recorded: Option<Time>,
    /// Who does it.
    pub(super) role: Option<Role>,
    /// It is refused: the name of the refusal, or a part of its sentence in one of the languages.
    pub(super) refused: Option<String>,
    #[serde(flatten)]
    pub(super) action: Action,
}

/// What is looked at, as it stands at a moment.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Expect {
    pub(super) at: Time,
    /// Where the case stands.
    pub(super) stage: Option<Stage>,
    /// The deadline by which it stands in the queue; "none" where it has none.
    pub(super) lead: Option<String>,
    /// Every deadline there is, of whatever state.
    pub(super) deadlines: Option<Vec<String>>,
    /// The notices so far: "receipt by email".
    pub(super) notices: Option<Vec<String>>,
    /// The steps on record.
    pub(super) steps: Option<Vec<u8>>,
    /// Who is in charge.
    pub(super) department: Option<String>,
    pub(super) officer: Option<String>,
    /// The deadline that the rest is about.
    pub(super) promise: Option<String>,
    /// Which opening of it, from 0; the last where it is left out.
    pub(super) nth: Option<u16>,
    /// "2026-11-10" for the end of a day, "2026-11-05 14:00" for a minute.
    pub(super) due: Option<String>,
    pub(super) announced: Option<NaiveDate>,
    pub(super) status: Option<Status>,
    /// What of it nothing has fulfilled yet.
    pub(super) missing: Option<Vec<MetBy>>,
    /// It is raised in priority.
    pub(super) priority: Option<bool>,
    /// What is left while it is stopped: "5 days", "12 hours".
    pub(super) left: Option<String>,
}

impl Expect {
    fn looks(&self) -> usize {
        [
            self.stage.is_some(),
            self.lead.is_some(),
            self.deadlines.is_some(),
            self.notices.is_some(),
            self.steps.is_some(),
            self.department.is_some(),
            self.officer.is_some(),
            self.due.is_some(),
            self.announced.is_some(),
            self.status.is_some(),
            self.left.is_some(),
            self.priority.is_some(),
        ]
        .into_iter()
        .filter(|looks| *looks)
        .count()
    }
}

/// The actions, named as on the command line, with the fields that each may have.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Action {
    Accept {},
    Assign {
        department: String,
        officer: String,
    },
    Acknowledge {},
    Note {
        text: String,
        #[serde(default)]
        action: bool,
    },
    Contact {
        how: ContactWay,
        text: String,
    },
    Consult {
        department: String,
        text: String,
    },
    ConsultationAnswered {
        department: String,
        text: String,
    },
    NeedExtension {
        reason: ExtensionReason,
        text: String,
    },
    Extend {
        reason: ExtensionReason,
        days: u32,
        text: String,
        #[serde(default)]
        consent: bool,
    },
    Interim {
        text: String,
    },
    Supplement {
        text: String,
        until: NaiveDate,
    },
    SupplementArrived {},
    Suspend {
        reason: SuspensionReason,
        text: String,
    },
    Resume {},
    NeedReview {},
    Reply {
        outcome: Outcome,
        text: String,
    },
    Refuse {
        ground: String,
        remedy: String,
    },
    Object {
        text: String,
    },
    Reopen {
        text: String,
    },
    Apologise {
        text: String,
    },
    Step1 {
        department: String,
        officer: String,
        instruction: String,
    },
    Step2 {
        result: String,
        apology: String,
    },
    Step3 {
        reason: String,
        department: String,
        officer: String,
    },
    Link {
        earlier: CaseNumber,
    },
    Withdraw {
        text: String,
    },
    Return {
        text: String,
    },
    Transfer {
        agency: String,
        text: String,
    },
    Merge {
        into: CaseNumber,
    },
    Close {
        #[serde(default, rename = "as-repeat")]
        as_repeat: bool,
    },
    Correct {
        fact: u32,
        text: String,
    },
    ReportMisconduct {
        detail: Detail,
        text: String,
    },
    CheckFacts {
        text: String,
        #[serde(default)]
        told: bool,
    },
    PublicApology {
        text: String,
        published: NaiveDate,
    },
    Caution {
        department: String,
        officer: String,
        text: String,
    },
    Training {
        officer: String,
        text: String,
    },
    Compensate {
        text: String,
    },
    ConfirmOverdue {},
    ExplainDelay {
        text: String,
        until: NaiveDate,
    },
    Improvable {
        text: String,
    },
    /// Unlike on the command line, the time of the visit has a key of its own: a step's `at` is when it is recorded.
    Appoint {
        visit: Time,
        purpose: String,
    },
    MoveAppointment {
        visit: Time,
    },
    KeepAppointment {},
    AnnounceVisit {
        text: String,
    },
}

impl Action {
    /// The command of the desk.
    pub(super) fn command(self) -> Command {
        match self {
            Self::Accept {} => Command::Accept,
            Self::Assign {
                department,
                officer,
            } => Command::Assign {
                department,
                officer,
            },
            Self::Acknowledge {} => Command::Acknowledge,
            Self::Note { text, action } => Command::Note { text, action },
            Self::Contact { how, text } => Command::Contact { how, text },
            Self::Consult { department, text } => Command::Consult { department, text },
            Self::ConsultationAnswered { department, text } => {
                Command::AnswerConsultation { department, text }
            }
            Self::NeedReview {} => Command::NeedReview,
            Self::Reply { outcome, text } => Command::Answer { outcome, text },
            Self::Refuse { ground, remedy } => Command::Refuse { ground, remedy },
            Self::Object { text } => Command::Object { text },
            Self::Reopen { text } => Command::Reopen { text },
            Self::Apologise { text } => Command::Apologise { text },
            Self::Link { earlier } => Command::Link { earlier },
            Self::Withdraw { text } => Command::Withdraw { text },
            Self::Return { text } => Command::Return { text },
            Self::Transfer { agency, text } => Command::Transfer { agency, text },
            Self::Merge { into } => Command::Merge { into },
            Self::Close { as_repeat } => Command::Close { as_repeat },
            Self::Correct { fact, text } => Command::Correct { fact, text },
            of_time => of_time.about_time(),
        }
    }

    fn about_time(self) -> Command {
        match self {
            Self::NeedExtension { reason, text } => Command::NeedExtension { reason, text },
            Self::Extend {
                reason,
                days,
                text,
                consent,
            } => Command::Extend {
                reason,
                days,
                text,
                consent,
            },
            Self::Interim { text } => Command::ReplyInterim { text },
            Self::Supplement { text, until } => Command::RequestSupplement { text, until },
            Self::SupplementArrived {} => Command::ReceiveSupplement,
            Self::Suspend { reason, text } => Command::Suspend { reason, text },
            Self::Resume {} => Command::Resume,
            of_the_ladder => of_the_ladder.step(),
        }
    }

    fn step(self) -> Command {
        match self {
            Self::Step1 {
                department,
                officer,
                instruction,
            } => Command::StepOne {
                department,
                officer,
                instruction,
            },
            Self::Step2 { result, apology } => Command::StepTwo { result, apology },
            Self::Step3 {
                reason,
                department,
                officer,
            } => Command::StepThree {
                reason,
                department,
                officer,
            },
            of_redress => of_redress.redress(),
        }
    }

    fn redress(self) -> Command {
        Command::Redress(match self {
            Self::ReportMisconduct { detail, text } => Redress::ReportMisconduct { detail, text },
            Self::CheckFacts { text, told } => Redress::CheckFacts { text, told },
            Self::PublicApology { text, published } => {
                Redress::ApologisePublicly { text, published }
            }
            Self::Caution {
                department,
                officer,
                text,
            } => Redress::Caution {
                department,
                officer,
                text,
            },
            Self::Training { officer, text } => Redress::Train { officer, text },
            Self::Compensate { text } => Redress::Compensate { text },
            Self::ConfirmOverdue {} => Redress::ConfirmOverdue,
            Self::ExplainDelay { text, until } => Redress::ExplainDelay { text, until },
            Self::Improvable { text } => Redress::NoteImprovement { text },
            of_a_visit => return of_a_visit.visit(),
        })
    }

    fn visit(self) -> Command {
        Command::Visit(match self {
            Self::Appoint { visit, purpose } => Visiting::Appoint {
                at: visit.0,
                purpose,
            },
            Self::MoveAppointment { visit } => Visiting::Move { at: visit.0 },
            Self::KeepAppointment {} => Visiting::Keep,
            Self::AnnounceVisit { text } => Visiting::Announce { text },
            other => panic!("{other:?} is no command"),
        })
    }
}

/// A time on the office's clock: "2026-11-02 14:00".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Time(pub(super) DateTime<Utc>);

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let local = NaiveDateTime::parse_from_str(&text, "%Y-%m-%d %H:%M");
        let local = local.map_err(|error| {
            let what = format!("{text:?} is no time such as 2026-11-02 14:00: {error}");
            serde::de::Error::custom(what)
        })?;
        let at = Seoul.from_local_datetime(&local).earliest();
        at.map(|at| Self(at.with_timezone(&Utc)))
            .ok_or_else(|| serde::de::Error::custom("no such time"))
    }
}

#[test]
fn a_slip_of_the_pen_is_an_error() {
    let fine = "name = 'n'\ncharter = 'gbvc'\n[[variant]]\nname = 'v'\n";
    assert!(toml::from_str::<Scenario>(fine).is_ok());
    let step = |text: &str| format!("{fine}[[variant.step]]\nat = '2026-11-02 10:00'\n{text}");
    assert!(toml::from_str::<Scenario>(&step("do = 'accept'")).is_ok());
    for wrong in [
        format!("nam = 'n'\n{fine}"),
        format!("{fine}expec = []"),
        format!("{fine}expect = [{{ at = '2026-11-02 10:00', stat = 'met' }}]"),
        format!("{fine}expect = [{{ at = '2026-11-02', status = 'met' }}]"),
        format!("{fine}expect = [{{ at = '2026-11-02 10:00', status = 'kept' }}]"),
        step("do = 'accept'\ntext = 'x'"),
        step("do = 'reply'\noutcome = 'informed'"),
        step("do = 'object'\ntext = 'x'\nrefusal = 'y'"),
        step("do = 'sing'"),
    ] {
        assert!(toml::from_str::<Scenario>(&wrong).is_err(), "{wrong}");
    }
}
