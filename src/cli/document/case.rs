//! One case with its deadlines, steps, history, notices and links.

use super::{
    asked::AskedDocument,
    fact::{FactDocument, StepDocument},
    stamp,
};
use crate::{
    desk::{CaseView, Rules},
    domain::{
        case::{CaseNumber, Stage},
        charter::{CaseKind, Channel, Detail, Happened, MetBy},
        deadline::{Deadline, Source, Standing, State, Status, is_raised, lead, standing},
        notice::{Medium, NoticeKind, NoticeState, NoticeWay},
        party::Party,
        revocation::revoked_by,
        statute,
        subject::Subject,
    },
    words::{Lang, Phrase, Say, cli as text},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

/// The JSON document of a case.
#[derive(Debug, Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a key of its own in a format other programs read"
)]
pub(in crate::cli) struct CaseDocument<'a> {
    number: CaseNumber,
    stage: Stage,
    kind: CaseKind,
    channel: Channel,
    category: &'a str,
    title: &'a str,
    body: &'a str,
    received_at: Option<String>,
    arrived_at: String,
    /// It was closed as entered by mistake.
    mistaken: bool,
    officer: &'a str,
    department: &'a str,
    needs_review: bool,
    on_behalf: bool,
    assistance: bool,
    anonymous: bool,
    happened: Option<Happened>,
    misconduct: Option<Detail>,
    priority: bool,
    asked: AskedDocument<'a>,
    deadlines: Vec<DeadlineDocument>,
    standing: Vec<Standing>,
    lead: Option<&'a str>,
    steps: Vec<StepDocument<'a>>,
    facts: Vec<FactDocument<'a>>,
    notices: Vec<NoticeDocument<'a>>,
    links: Vec<LinkDocument>,
    party: Party,
    /// The versions that no longer stand, the oldest first.
    former_parties: Vec<FormerParty>,
}

/// A person as known before a later fact put them right.
#[derive(Debug, Serialize)]
struct FormerParty {
    /// The fact that introduced or changed them.
    seq: u32,
    /// The fact that struck it out.
    revoked_by: Option<u32>,
    #[serde(flatten)]
    party: Party,
}

#[derive(Debug, Serialize)]
pub(super) struct DeadlineDocument {
    promise: String,
    action: String,
    source: Source,
    started_at: String,
    due_at: Option<String>,
    due_date: Option<NaiveDate>,
    whole_day: bool,
    announced_due: Option<NaiveDate>,
    status: Status,
    met_at: Option<String>,
    /// It was met in time by what was recorded after the due date.
    recorded_late: bool,
    met_by: Vec<MetBy>,
    missing: Vec<MetBy>,
    left_seconds: Option<i64>,
    explain: Vec<String>,
}

#[derive(Debug, Serialize)]
struct NoticeDocument<'a> {
    id: String,
    kind: NoticeKind,
    medium: Medium,
    status: NoticeState,
    at: String,
    how: Option<NoticeWay>,
    told_at: Option<String>,
    sent_at: Option<String>,
    officer: &'a str,
    department: &'a str,
    phone: &'a str,
}

#[derive(Debug, Serialize)]
struct LinkDocument {
    number: Subject,
    kind: &'static str,
}

impl<'a> CaseDocument<'a> {
    pub(in crate::cli) fn new(view: &'a CaseView, now: DateTime<Utc>, lang: Lang) -> Self {
        let case = &view.case;
        let zone = view.rules.charter.office.zone;
        let intake = &case.intake;
        let (deadlines, facts) = (view.deadlines.iter(), view.facts.iter());
        let (steps, notices) = (case.steps.iter(), view.notices.iter());
        Self {
            number: case.number,
            stage: case.stage,
            kind: case.intake.case_kind,
            channel: case.intake.channel,
            category: &intake.category,
            title: case.intake.title.as_str(),
            body: intake.body.as_str(),
            received_at: case.received_at.map(|at| stamp(at, zone)),
            arrived_at: stamp(intake.arrived_at, zone),
            mistaken: case.mistaken.is_some(),
            officer: &case.officer,
            department: &case.department,
            needs_review: case.needs_review,
            on_behalf: intake.on_behalf,
            assistance: intake.assistance,
            anonymous: intake.anonymous,
            happened: intake.happened,
            misconduct: intake.misconduct,
            priority: is_raised(case, &view.deadlines, &view.rules.charter),
            asked: AskedDocument::new(view),
            deadlines: deadlines
                .map(|deadline| DeadlineDocument::new(deadline, &view.rules, now, lang))
                .collect(),
            standing: standing(case, &view.rules.charter),
            lead: lead(&view.deadlines).map(|deadline| deadline.promise.as_str()),
            steps: steps
                .map(|step| StepDocument::new(step, &view.deadlines, zone))
                .collect(),
            facts: facts
                .map(|fact| FactDocument::new(fact, &case.revoked, zone))
                .collect(),
            notices: notices
                .map(|notice| NoticeDocument {
                    id: notice.key().of(case.number).to_string(),
                    kind: notice.kind,
                    medium: notice.medium,
                    status: notice.status,
                    at: stamp(notice.queued_at, zone),
                    how: notice.how,
                    told_at: notice.told_at.map(|at| stamp(at, zone)),
                    sent_at: notice.sent_at.map(|at| stamp(at, zone)),
                    officer: &notice.signed.name,
                    department: &notice.signed.department,
                    phone: &notice.signed.phone,
                })
                .collect(),
            links: links(view),
            party: view.party.masked(),
            former_parties: former(view),
        }
    }
}

fn former(view: &CaseView) -> Vec<FormerParty> {
    let former = view.former.iter();
    former
        .map(|(seq, party)| FormerParty {
            seq: *seq,
            revoked_by: revoked_by(&view.case.revoked, *seq),
            party: party.masked(),
        })
        .collect()
}

fn links(view: &CaseView) -> Vec<LinkDocument> {
    let kinds = [
        ("earlier", view.case.links.as_slice()),
        ("see_also", view.case.see_also.as_slice()),
        ("merged_into", view.case.merged_into.as_slice()),
        ("merged_from", view.merged.as_slice()),
    ];
    let cases = kinds.into_iter().flat_map(|(kind, numbers)| {
        numbers
            .iter()
            .map(move |number| (Subject::from(*number), kind))
    });
    let contacts = view.contacts.iter();
    let contacts = contacts.map(|number| (Subject::from(*number), "contact"));
    let links = cases.chain(contacts);
    links
        .map(|(number, kind)| LinkDocument { number, kind })
        .collect()
}

/// What a promise requires, in the words of the charter or of the law.
pub(in crate::cli) fn action(id: &str, rules: &Rules, lang: Lang) -> String {
    let promise = rules.charter.promise(id);
    promise.map_or_else(
        || statute::action(id, lang),
        |promise| promise.action.say(lang),
    )
}

/// The same where nothing else says whose a promise is.
pub(in crate::cli) fn said(id: &str, rules: &Rules, lang: Lang) -> String {
    let promise = rules.charter.promise(id);
    promise.map_or_else(|| statute::action(id, lang), |promise| promise.said(lang))
}

impl DeadlineDocument {
    pub(super) fn new(deadline: &Deadline, rules: &Rules, now: DateTime<Utc>, lang: Lang) -> Self {
        let zone = rules.charter.office.zone;
        let status = deadline.status(now);
        let running = !matches!(deadline.state, State::Paused(_));
        let left_seconds = match (deadline.state, status) {
            (State::Paused(left), _) => Some(left.seconds()),
            (_, Status::Running | Status::Missed) => Some((deadline.due.at - now).num_seconds()),
            _ => None,
        };
        Self {
            promise: deadline.promise.clone(),
            action: action(&deadline.promise, rules, lang),
            source: deadline.source,
            started_at: stamp(deadline.started, zone),
            due_at: running.then(|| stamp(deadline.due.at, zone)),
            due_date: running.then_some(deadline.due.date),
            whole_day: deadline.due.whole_day,
            announced_due: deadline.announced,
            status,
            met_at: deadline.met_at().map(|at| stamp(at, zone)),
            recorded_late: deadline.is_recorded_late(),
            met_by: deadline.met_by.clone(),
            missing: deadline.missing.clone(),
            left_seconds,
            explain: match deadline.promise.as_str() {
                statute::SUPPLEMENT => explain_asked(text::AS_ASKED, deadline, rules, lang),
                statute::REPRESENTATIVES => {
                    explain_asked(text::AS_ASKED_TO_CHOOSE, deadline, rules, lang)
                }
                _ => explain(deadline, rules, lang),
            },
        }
    }
}

/// How a date that the complainants were given came about: the date asked for, and the days by which it was moved.
fn explain_asked(asked: Phrase, deadline: &Deadline, rules: &Rules, lang: Lang) -> Vec<String> {
    let named = deadline.announced.unwrap_or(deadline.due.date);
    let mut lines = vec![asked.with(lang, &[("date", &named.to_string())])];
    if let Ok(explanation) = deadline.explain(&rules.calendars) {
        let rolled = explanation.lines.iter().skip(1);
        lines.extend(rolled.map(|line| line.say(lang)));
    }
    lines
}

/// How the due date was counted, a line per day.
pub(in crate::cli) fn explain(deadline: &Deadline, rules: &Rules, lang: Lang) -> Vec<String> {
    let ground = statute::ground(&deadline.promise);
    let ground = ground.map(|ground| ground.get(lang).to_owned());
    let counted = match deadline.explain(&rules.calendars) {
        Ok(explanation) => explanation
            .lines
            .iter()
            .map(|line| line.say(lang))
            .collect(),
        Err(error) => vec![error.say(lang)],
    };
    ground.into_iter().chain(counted).collect()
}
