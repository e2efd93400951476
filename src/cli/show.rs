//! `minwon show`: one case with its deadlines, history, notices and links.

use super::{
    Failure,
    console::Console,
    document::{self, CaseDocument},
    table::{Manner, Table},
};
use crate::{
    desk::{CaseView, Desk, DeskError, Rules, StoredNotice},
    domain::{
        case::CaseNumber,
        deadline::{Deadline, State, lead},
        fact::{FactKind, Wording},
        party::{mask_name, mask_phone},
        remaining::Remaining,
        staff::Names,
        subject::Subject,
    },
    form::text::{Alphabet, visible, visible_lines},
    words::{Lang, Say, cli as text},
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
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
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
    let (now, lang) = (desk.now(), console.lang());
    if console.json {
        return console.document(&CaseDocument::new(&view, now, lang));
    }
    let staff = &desk.staff()?;
    console.print(&told(&view, now, Names { staff, lang }, console.manner))
}

/// A case in words.
pub(super) fn told(
    view: &CaseView,
    now: DateTime<Utc>,
    people: Names<'_>,
    manner: Manner,
) -> String {
    let lang = people.lang;
    let parts = [
        head(view, people),
        under(
            text::HEAD_DEADLINES.get(lang),
            &deadlines(view, now, lang, manner),
        ),
        under(text::HEAD_STEPS.get(lang), &steps(view, people, manner)),
        under(text::HEAD_FACTS.get(lang), &history(view, people, manner)),
        under(text::HEAD_NOTICES.get(lang), &notices(view, lang, manner)),
        under(text::HEAD_LINKS.get(lang), &links(view, lang)),
    ];
    let told: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    told.join("\n")
}

fn zone(view: &CaseView) -> Tz {
    view.rules.charter.office.zone
}

pub(super) fn under(heading: &str, body: &str) -> String {
    if body.is_empty() {
        return String::new();
    }
    format!("{heading}\n{body}")
}

fn head(view: &CaseView, people: Names<'_>) -> String {
    let lang = people.lang;
    let case = &view.case;
    let category = view.rules.charter.category(&case.intake.category);
    let category = category.map_or_else(
        || case.intake.category.clone(),
        |known| known.name.say(lang),
    );
    let minute = |at| document::minute(at, zone(view));
    let mut times = format!(
        "{} {}",
        text::ARRIVED.get(lang),
        minute(case.intake.arrived_at)
    );
    if let Some(at) = case.received_at {
        times = format!("{times} · {} {}", text::RECEIVED.get(lang), minute(at));
    }
    let lines = [
        format!("{}  {}", case.number, case.title().as_str()),
        joined(&[
            case.stage.say(lang),
            case.kind().say(lang),
            case.channel().say(lang),
            category,
        ]),
        times,
        joined(&[case.department.clone(), people.of(&case.officer).to_owned()]),
        joined(&[mask_name(&view.party.name), mask_phone(&view.party.phone)]),
    ];
    let mut out = String::new();
    for line in lines.iter().filter(|line| !line.is_empty()) {
        out.push_str(&visible(line, Alphabet::Unicode));
        out.push('\n');
    }
    for line in visible_lines(case.intake.body.as_str(), Alphabet::Unicode) {
        out.push_str(format!("  {line}").trim_end());
        out.push('\n');
    }
    out
}

pub(super) fn joined(parts: &[String]) -> String {
    let told: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    told.join(" · ")
}

fn deadlines(view: &CaseView, now: DateTime<Utc>, lang: Lang, manner: Manner) -> String {
    deadline_table(&view.deadlines, &view.rules, (now, lang), manner)
}

/// Deadlines as a table, in the order in which they opened.
pub(super) fn deadline_table(
    deadlines: &[Deadline],
    rules: &Rules,
    (now, lang): (DateTime<Utc>, Lang),
    manner: Manner,
) -> String {
    let zone = rules.charter.office.zone;
    let names = [
        text::COLUMN_LEFT,
        text::COLUMN_DUE,
        text::COLUMN_STATUS,
        text::COLUMN_SOURCE,
        text::COLUMN_PROMISE,
        text::COLUMN_ACTION,
    ];
    let mut table = Table::new(&names.map(|name| name.get(lang)));
    for deadline in deadlines {
        let remaining = Remaining::of(deadline, now, rules.calendars.now());
        let due = match deadline.state {
            State::Paused(_) => String::new(),
            _ => due_of(deadline.due, zone),
        };
        table.row([
            remaining.say(lang),
            due,
            deadline.status(now).say(lang),
            deadline.source.say(lang),
            deadline.promise.clone(),
            document::action(deadline, rules, lang),
        ]);
    }
    table.told("  ", manner)
}

fn due_of(due: crate::domain::count::Due, zone: Tz) -> String {
    document::due(due.at, due.date, due.whole_day, zone)
}

fn steps(view: &CaseView, people: Names<'_>, manner: Manner) -> String {
    let lang = people.lang;
    let names = [text::COLUMN_STEP, text::COLUMN_AT, text::COLUMN_BY];
    let mut table = Table::new(&names.map(|name| name.get(lang)));
    for step in &view.case.steps {
        table.row([
            step.step.number().to_string(),
            document::minute(step.at, zone(view)),
            people.of(&step.by).to_owned(),
        ]);
    }
    table.told("  ", manner)
}

fn history(view: &CaseView, people: Names<'_>, manner: Manner) -> String {
    let lang = people.lang;
    let names = [
        text::COLUMN_AT,
        text::COLUMN_BY,
        text::COLUMN_FACT,
        text::COLUMN_TEXT,
    ];
    let names = names.map(|name| name.get(lang));
    let [at, by, fact, gist_name] = names;
    let mut table = Table::new(&["#", at, by, fact, gist_name]);
    let wording = Wording {
        names: people,
        at: &|at| document::minute(at, zone(view)),
        between: " / ",
    };
    for fact in &view.facts {
        let said = match &fact.kind {
            FactKind::Received(received) => received.title.as_str().to_owned(),
            other => other.gist(wording),
        };
        table.row([
            fact.seq.to_string(),
            document::minute(fact.at, zone(view)),
            people.of(&fact.by).to_owned(),
            fact.kind.say(lang),
            said,
        ]);
    }
    table.told("  ", manner)
}

fn notices(view: &CaseView, lang: Lang, manner: Manner) -> String {
    let names = [
        text::COLUMN_AT,
        text::COLUMN_KIND,
        text::COLUMN_MEDIUM,
        text::COLUMN_STATUS,
        text::COLUMN_OFFICER,
        text::COLUMN_PHONE,
    ];
    let mut table = Table::new(&names.map(|name| name.get(lang)));
    for notice in &view.notices {
        table.row([
            document::minute(notice.queued_at, zone(view)),
            notice.kind.say(lang),
            notice.medium.say(lang),
            state(notice, view, lang),
            format!("{} {}", notice.signed.department, notice.signed.name)
                .trim()
                .to_owned(),
            notice.signed.phone.clone(),
        ]);
    }
    table.told("  ", manner)
}

/// How far a notice is; of one that was told, how and when.
fn state(notice: &StoredNotice, view: &CaseView, lang: Lang) -> String {
    let said = notice.status.say(lang);
    let how = notice.how.map(|how| format!("({})", how.say(lang)));
    let at = notice.told_at.or(notice.sent_at);
    let at = at.map(|at| format!(" {}", document::minute(at, zone(view))));
    [said, how.unwrap_or_default(), at.unwrap_or_default()].concat()
}

fn links(view: &CaseView, lang: Lang) -> String {
    let kinds = [
        (text::LINK_EARLIER, view.case.links.as_slice()),
        (text::LINK_MERGED_INTO, view.case.merged_into.as_slice()),
        (text::LINK_MERGED_FROM, view.merged.as_slice()),
    ];
    let mut out = String::new();
    for number in &view.contacts {
        out.push_str("  ");
        out.push_str(text::LINK_CONTACT.get(lang));
        out.push(' ');
        out.push_str(&number.to_string());
        out.push('\n');
    }
    for (kind, numbers) in kinds {
        for number in numbers {
            out.push_str("  ");
            out.push_str(kind.get(lang));
            out.push(' ');
            out.push_str(&number.to_string());
            out.push('\n');
        }
    }
    out
}

/// Tells what stands next after something was recorded: the deadline that leads.
pub(super) fn next_due(view: &CaseView, now: DateTime<Utc>, lang: Lang) -> Option<String> {
    let deadline = lead(&view.deadlines)?;
    let remaining = Remaining::of(deadline, now, view.rules.calendars.now());
    let next = match deadline.state {
        State::Paused(_) => text::NEXT_STOPPED,
        _ => text::NEXT_DUE,
    };
    Some(next.with(
        lang,
        &[
            ("promise", &document::action(deadline, &view.rules, lang)),
            ("due", &due_of(deadline.due, zone(view))),
            ("left", &remaining.say(lang)),
        ],
    ))
}
