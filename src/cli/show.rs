//! `minwon show`: one case with its deadlines, history, notices and links.

use super::{
    Failure,
    console::Console,
    document::{self, CaseDocument},
    table::{Table, TableStyle},
};
use crate::{
    desk::{CaseView, Desk, DeskError, Rules, StoredNotice},
    domain::{
        case::CaseNumber,
        deadline::{Deadline, Standing, State, lead, standing},
        decide::supplement_until,
        fact::{Fact, FactContent, FactKind, Wording},
        party::{Party, mask_name, mask_phone},
        remaining::Remaining,
        revocation::{Revocation, entry_name, revoked_by, struck_out_by},
        staff::Names,
        subject::Subject,
    },
    form::{
        amended, asked,
        text::{Alphabet, visible, visible_lines},
    },
    words::{Lang, Phrase, Say, cli as text, late, terminal::STEPS_OF_HOUSE},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    /// The receipt number, such as 2026-000412; or the number of a visit or a call, such as C2026-000012
    number: Subject,
}

impl ShowArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        let mut desk = console.desk()?;
        match self.number {
            Subject::Case(number) => show(&mut desk, number, console),
            Subject::Contact(number) => super::contact::show(&mut desk, number, console),
            Subject::Duty(_) => Err(DeskError::NoSuchSubject(self.number).into()),
        }
    }
}

/// Prints a case, as a document or for people.
fn show(desk: &mut Desk, number: CaseNumber, console: &Console) -> Result<(), Failure> {
    let view = desk.case(number)?;
    let now = desk.now();
    if console.json {
        return console.document(&CaseDocument::new(&view, now, console.lang()));
    }
    let text = page(&view, now, console.names(&desk.staff()?), console.style);
    console.print(&text)
}

/// A case as text.
pub(super) fn page(
    view: &CaseView,
    now: DateTime<Utc>,
    people: Names<'_>,
    style: TableStyle,
) -> String {
    let lang = people.lang;
    let deadlines = deadline_table(&view.deadlines, &view.rules, (now, lang), style);
    let of_house = view.rules.charter.has_steps_of_house();
    let head_steps = if of_house {
        STEPS_OF_HOUSE
    } else {
        text::HEAD_STEPS
    };
    let headed = [
        (text::HEAD_DEADLINES, deadlines),
        (text::HEAD_STANDING, stands(view, lang)),
        (head_steps, steps(view, people, style)),
        (text::HEAD_FACTS, history(view, people, style)),
        (text::HEAD_NOTICES, notices(view, people, style)),
        (text::HEAD_LINKS, links(view, lang)),
    ];
    sections(head(view, now, people), &headed, lang)
}

/// What stays open on the case until it is recorded, by the promise that asks for it.
fn stands(view: &CaseView, lang: Lang) -> String {
    let line = |open: Standing| {
        let missing: Vec<String> = open.missing.iter().map(|part| part.say(lang)).collect();
        format!("  {}  {}\n", open.promise, missing.join(", "))
    };
    let open = standing(&view.case, &view.rules.charter);
    open.into_iter().map(line).collect()
}

/// A head and parts under their headings; empty parts are left out.
pub(super) fn sections(head: String, parts: &[(Phrase, String)], lang: Lang) -> String {
    let parts = parts.iter().filter(|(_, body)| !body.is_empty());
    let parts = parts.map(|(heading, body)| format!("{}\n{body}", heading.get(lang)));
    let all: Vec<String> = std::iter::once(head).chain(parts).collect();
    all.join("\n")
}

/// The lines that are not blank, control characters spelt out.
pub(super) fn shown_lines(lines: &[String]) -> String {
    let lines = lines.iter().filter(|line| !line.trim().is_empty());
    let lines = lines.map(|line| format!("{}\n", visible(line, Alphabet::Unicode)));
    lines.collect::<Vec<_>>().concat()
}

fn minute(at: DateTime<Utc>, view: &CaseView) -> String {
    document::minute(at, view.rules.charter.office.zone)
}

fn head(view: &CaseView, now: DateTime<Utc>, people: Names<'_>) -> String {
    let (lang, case) = (people.lang, &view.case);
    let category = view
        .rules
        .charter
        .category_name(&case.intake.category, lang);
    let arrived = minute(case.intake.arrived_at, view);
    let arrived = format!("{} {arrived}", text::ARRIVED.get(lang));
    let received = case.received_at.map(|at| minute(at, view));
    let received = received.map(|at| format!("{} {at}", text::RECEIVED.get(lang)));
    let mut out = shown_lines(&[
        format!("{}  {}", case.number, case.intake.title.as_str()),
        joined(&[
            stage(view, lang),
            case.intake.case_kind.say(lang),
            case.intake.channel.say(lang),
            category,
        ]),
        joined(&[
            arrived,
            received.unwrap_or_default(),
            supplement(view, now, lang),
        ]),
        joined(&[case.department.clone(), people.of(&case.officer).to_owned()]),
        joined(&[mask_name(&view.party.name), mask_phone(&view.party.phone)]),
    ]);
    let asked = asked::lines(&case.intake, &view.party, mask_name, lang);
    out.push_str(&shown_lines(&asked));
    let masked = |party: &Party| party.masked();
    out.push_str(&shown_lines(&amended::lines(view, masked, lang)));
    for line in visible_lines(case.intake.body.as_str(), Alphabet::Unicode) {
        out.push_str(format!("  {line}").trim_end());
        out.push('\n');
    }
    out
}

/// Until when a supplement can be asked for; empty once that time is over.
fn supplement(view: &CaseView, now: DateTime<Utc>, lang: Lang) -> String {
    let last = supplement_until(&view.case, &view.rules.calendars);
    let last = last.filter(|last| last.at >= now);
    last.map_or_else(String::new, |last| {
        text::SUPPLEMENT_UNTIL.with(lang, &[("time", &minute(last.at, view))])
    })
}

/// The stage; of what was entered by mistake, that it was.
fn stage(view: &CaseView, lang: Lang) -> String {
    let stage = view.case.stage.say(lang);
    match view.case.mistaken {
        Some(_) => format!("{stage} ({})", text::BY_MISTAKE.get(lang)),
        None => stage,
    }
}

/// The parts that are not empty, with dots between them.
pub(super) fn joined(parts: &[String]) -> String {
    let parts = parts.iter().map(String::as_str);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// Deadlines as a table, in the order in which they opened.
pub(super) fn deadline_table<'a>(
    deadlines: impl IntoIterator<Item = &'a Deadline>,
    rules: &Rules,
    (now, lang): (DateTime<Utc>, Lang),
    style: TableStyle,
) -> String {
    let names = [
        text::COLUMN_LEFT,
        text::COLUMN_DUE,
        text::COLUMN_STATUS,
        text::COLUMN_SOURCE,
        text::COLUMN_PROMISE,
        text::COLUMN_ACTION,
    ];
    let mut table = Table::of(names, lang);
    for deadline in deadlines {
        let due = match deadline.state {
            State::Paused(_) => String::new(),
            _ => document::due_of(deadline.due, rules),
        };
        let told = deadline.announced_otherwise();
        let told = told.map(|date| text::ANNOUNCED.with(lang, &[("date", &date.to_string())]));
        let due = [due, told.unwrap_or_default()].join(" ");
        table.row([
            Remaining::of(deadline, now, rules.calendars.now()).say(lang),
            due.trim().to_owned(),
            deadline.said_status(now, lang),
            deadline.source.say(lang),
            deadline.promise.clone(),
            document::action(&deadline.promise, rules, lang),
        ]);
    }
    table.section(style)
}

fn steps(view: &CaseView, people: Names<'_>, style: TableStyle) -> String {
    let names = [text::COLUMN_STEP, text::COLUMN_AT, text::COLUMN_BY];
    let mut table = Table::of(names, people.lang);
    for step in &view.case.steps {
        table.row([
            step.step.number().to_string(),
            minute(step.at, view),
            people.of(&step.by).to_owned(),
        ]);
    }
    table.section(style)
}

fn history(view: &CaseView, people: Names<'_>, style: TableStyle) -> String {
    let wording = Wording {
        names: people,
        at: &|at| minute(at, view),
        category: &|id| view.rules.charter.category_name(id, people.lang),
        between: " / ",
    };
    let facts = view.facts.iter().map(|fact| {
        let gist = match &fact.kind {
            FactKind::Received(received) => received.title.as_str().to_owned(),
            other => other.gist(wording),
        };
        let masked = |party: &Party| party.masked();
        let beside = amended::beside(view, fact, masked, people.lang);
        let beside = beside.unwrap_or_default().replace('\n', wording.between);
        let gist = joined(&[beside, gist]);
        let told = (minute(fact.at, view), gist);
        FactRow::new(fact, told, view.rules.charter.office.zone, people.lang)
    });
    fact_table((facts, &view.case.revoked), people, style)
}

/// A fact as it is listed.
pub(super) struct FactRow<'a> {
    seq: u32,
    /// When it happened, and when it was recorded where that is later.
    at: String,
    by: &'a str,
    kind: String,
    gist: String,
    late_because: Option<String>,
}

impl<'a> FactRow<'a> {
    /// A fact with its gist; `at` is when it happened.
    pub(super) fn new<K: FactContent>(
        fact: &'a Fact<K>,
        (at, gist): (String, String),
        zone: Tz,
        lang: Lang,
    ) -> Self {
        Self {
            seq: fact.seq,
            at: happened(fact, at, zone, lang),
            by: &fact.by,
            kind: fact.kind.name().get(lang).to_owned(),
            gist,
            late_because: fact.late_because(lang),
        }
    }
}

/// When a fact happened, `at`, and when it was recorded where that is later.
pub(super) fn happened<K>(fact: &Fact<K>, at: String, zone: Tz, lang: Lang) -> String {
    let Some(recorded) = fact.recorded_later() else {
        return at;
    };
    let recorded = late::RECORDED.with(lang, &[("time", &document::minute(recorded, zone))]);
    format!("{at}, {recorded}")
}

/// Facts as a table: number, time, login, kind and gist.
pub(super) fn fact_table<'a>(
    (facts, revoked): (impl Iterator<Item = FactRow<'a>>, &[Revocation]),
    people: Names<'a>,
    style: TableStyle,
) -> String {
    let names = [
        Phrase::new("#", "#"),
        text::COLUMN_AT,
        text::COLUMN_BY,
        text::COLUMN_FACT,
        text::COLUMN_TEXT,
    ];
    let mut table = Table::of(names, people.lang);
    for fact in facts {
        let struck = revoked_by(revoked, fact.seq);
        let kind = entry_name(&fact.kind, struck, people.lang);
        let why = struck.map_or_else(String::new, |by| struck_out_by(by, people.lang));
        let late = fact.late_because.unwrap_or_default().replace('\n', " / ");
        let said = joined(&[why, fact.gist, late]);
        let by = people.of(fact.by).to_owned();
        table.row([fact.seq.to_string(), fact.at, by, kind, said]);
    }
    table.section(style)
}

fn notices(view: &CaseView, people: Names<'_>, style: TableStyle) -> String {
    let names = [
        text::COLUMN_AT,
        text::COLUMN_KIND,
        text::COLUMN_MEDIUM,
        text::COLUMN_STATUS,
        text::COLUMN_RECIPIENT,
        text::COLUMN_OFFICER,
        text::COLUMN_PHONE,
        text::COLUMN_BY,
        text::COLUMN_TEXT,
    ];
    let lang = people.lang;
    let mut table = Table::of(names, lang);
    for notice in &view.notices {
        let last = view.notice_facts(notice.key()).last();
        let by = last.map_or("", |(fact, _)| people.of(&fact.by));
        let said = last.and_then(|(_, what)| what.text());
        let to = match notice.addressee.as_str() {
            "" => mask_name(&view.party.name),
            addressee => people.of(addressee).to_owned(),
        };
        let signed = format!("{} {}", notice.signed.department, notice.signed.name);
        table.row([
            minute(notice.queued_at, view),
            notice.kind.say(lang),
            notice.medium.say(lang),
            state(notice, view, lang),
            to,
            signed.trim().to_owned(),
            notice.signed.phone.clone(),
            by.to_owned(),
            said.map_or_else(String::new, |said| said.as_str().replace('\n', " / ")),
        ]);
    }
    table.section(style)
}

/// How far a notice is; of one that was told, how and when.
fn state(notice: &StoredNotice, view: &CaseView, lang: Lang) -> String {
    let said = notice.status.say(lang);
    let said = match notice.how {
        Some(how) => text::TOLD_HOW.of(lang, &[("state", said), ("how", how.say(lang))]),
        None => said,
    };
    let at = notice.told_at.or(notice.sent_at);
    let at = at.map(|at| format!(" {}", minute(at, view)));
    [said, at.unwrap_or_default()].concat()
}

fn links(view: &CaseView, lang: Lang) -> String {
    let kinds = [
        (text::LINK_EARLIER, view.case.links.as_slice()),
        (text::LINK_SEE_ALSO, view.case.see_also.as_slice()),
        (text::LINK_MERGED_INTO, view.case.merged_into.as_slice()),
        (text::LINK_MERGED_FROM, view.merged.as_slice()),
    ];
    let contacts = view.contacts.iter();
    let contacts = contacts.map(|number| (text::LINK_CONTACT, Subject::from(*number)));
    let cases = kinds.into_iter().flat_map(|(kind, numbers)| {
        let numbers = numbers.iter();
        numbers.map(move |number| (kind, Subject::from(*number)))
    });
    let lines = contacts.chain(cases);
    let lines = lines.map(|(kind, number)| format!("  {} {number}\n", kind.get(lang)));
    lines.collect::<Vec<_>>().concat()
}

/// The next deadline of a case as a sentence.
pub(super) fn next_due(view: &CaseView, now: DateTime<Utc>, lang: Lang) -> Option<String> {
    let deadline = lead(&view.deadlines)?;
    let remaining = Remaining::of(deadline, now, view.rules.calendars.now());
    let next = match deadline.state {
        State::Paused(_) => text::NEXT_STOPPED,
        _ => text::NEXT_DUE,
    };
    let values = [
        (
            "promise",
            document::said(&deadline.promise, &view.rules, lang),
        ),
        ("due", document::due_of(deadline.due, &view.rules)),
        ("left", remaining.say(lang)),
    ];
    Some(next.of(lang, &values))
}
