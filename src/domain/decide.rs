//! Whether a command is possible now, and which facts it makes: pure.

mod amend;
mod check;
mod entry;
mod escalation;
mod exits;
mod handling;
mod notice;
mod receipt;
mod redress;
mod representatives;
pub(super) mod revoke;
mod share;
mod stages;
mod supplement;
mod team;
mod timing;
mod visit;

pub use check::check;
pub(super) use entry::{entry_faults, in_order, passed};
pub use escalation::{StepBox, steps};
pub use notice::{decide_notice, keep_letter};
pub use receipt::{preview_receipt, receive};
pub use revoke::{merged_into, needed_elsewhere, revocable};
pub use share::{follow, waits_in_vain};
pub use supplement::supplement_until;
pub use team::departments;
pub(super) use team::{charged, officer};
pub use timing::longest as longest_extension;

use super::{
    calendar::Calendars,
    case::{Case, CaseNumber, Stage},
    charter::{Channel, Charter},
    command::Command,
    deadline::{Deadline, State, deadlines, lead},
    fact::{Announcement, Fact, FactKind, Prose},
    guide::{self, ChecklistItem},
    input,
    notice::{NoticeKind, tells},
    party::{Field, Party},
    refusal::{Refusal, ValueFault},
    sameness::Sameness,
    staff::{Role, Staff},
    statute,
};
use chrono::{DateTime, Utc};

/// What a decision depends on apart from the case itself.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The charter the case was received under.
    pub charter: &'a Charter,
    pub charter_version: i64,
    pub calendars: &'a Calendars,
    /// When it happens, as the clerk says.
    pub at: DateTime<Utc>,
    /// What the clock says.
    pub now: DateTime<Utc>,
    /// Why it is recorded so late, as typed; empty where nothing asks for it.
    pub late_reason: &'a str,
    /// The actor's login.
    pub by: &'a str,
    pub role: Role,
    /// Who signs the notices: the officer in charge if on the staff, else the actor.
    pub signer: Option<&'a Staff>,
    /// The facts of the case, where the command strikes one out; else they may be left out.
    pub history: &'a [Fact],
    /// Other cases that the command names or the case is linked to.
    pub related: &'a [RelatedCase],
    /// The complainant; `None` where nobody is known, or the decision does not depend on them.
    pub person: Option<&'a Party>,
    /// Current and former members of staff, where the command names a team or an officer.
    pub staff: &'a [Staff],
}

impl Context<'_> {
    /// The fact that something happened at the time of the decision.
    pub(super) fn fact<K>(&self, seq: u32, kind: K) -> Fact<K> {
        Fact {
            seq,
            at: self.at,
            recorded_at: self.now,
            by: self.by.to_owned(),
            kind,
            announced: Vec::new(),
            late_reason: entry::late_reason(self),
        }
    }
}

/// What a decision needs to know of another case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelatedCase {
    pub number: CaseNumber,
    pub stage: Stage,
    /// It was closed as entered by mistake.
    pub mistaken: bool,
    /// The department that has or had it in charge; empty where none was named.
    pub department: String,
    /// When a result was told there first.
    pub told_at: Option<DateTime<Utc>>,
    /// How many brought it together.
    pub people: u32,
    /// Of a case that a merge names: how many different persons bring its purport, those of the merged case included.
    pub persons: u32,
    /// The highest step of the ladder recorded there.
    pub step: u8,
    /// How it compares with the case for which it is asked; `None` where nobody compared.
    pub sameness: Option<Sameness>,
}

impl RelatedCase {
    /// What the case tells of itself; nobody compared it.
    pub fn of(case: &Case) -> Self {
        Self {
            number: case.number,
            stage: case.stage,
            mistaken: case.mistaken.is_some(),
            department: case.department.clone(),
            told_at: case.first_told(),
            people: case.intake.petitioner.count(),
            persons: 0,
            step: case.step(),
            sameness: None,
        }
    }
}

/// The deadlines before and after something would be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Empty for an intake.
    pub before: Vec<Deadline>,
    pub after: Vec<Deadline>,
}

impl Preview {
    /// The leading period of handling, before and after.
    pub fn handling(&self) -> Option<(&Deadline, &Deadline)> {
        let open = |deadline: &&Deadline| deadline.is_open() && deadline.is_handling();
        let open: Vec<Deadline> = self.before.iter().filter(open).cloned().collect();
        let leads = lead(&open)?;
        let same = |one: &&Deadline| (&one.promise, one.nth) == (&leads.promise, leads.nth);
        Some((
            self.before.iter().find(same)?,
            self.after.iter().find(same)?,
        ))
    }
}

/// Returns the deadlines of a case before and after a command; its texts may be missing.
///
/// # Errors
/// Why it is not possible, whatever its texts say; or a limit cannot be counted.
pub fn preview(case: &Case, command: &Command, context: &Context<'_>) -> Result<Preview, Refusal> {
    check(case, command.kind(), context)?;
    let before = count(case, context)?;
    let fact = fact(case, command, context, &before)?;
    let after = count(&applied(case, &fact, context), context)?;
    Ok(Preview { before, after })
}

/// The facts that a command makes of a case.
///
/// # Errors
/// A [`Refusal`] that says what is missing; nothing is changed.
pub fn decide(case: &Case, command: &Command, context: &Context<'_>) -> Result<Vec<Fact>, Refusal> {
    match command.revokes() {
        None => in_order(case.last_at, context)?,
        // It has no time of its own that others could stand before or after.
        Some(_) => passed(context)?,
    }
    check(case, command.kind(), context)?;
    let faults = command.faults();
    if !faults.is_empty() {
        return Err(Refusal::Fields(faults));
    }
    let before = count(case, context)?;
    let mut fact = fact(case, command, context, &before)?;
    let after = count(&applied(case, &fact, context), context)?;
    if let FactKind::Amended(amendment) = &mut fact.kind {
        amend::sound(case, amendment)?;
        amendment.notifies = amend::notifies(amendment, &before, &after);
    }
    if let Some(NoticeKind::Amendment | NoticeKind::Correction) = tells(&fact.kind) {
        check::signable(&applied(case, &fact, context), context)?;
    }
    // What was announced before the struck-out fact holds again.
    if command.revokes().is_none() {
        fact.announced = announcements(&after, &before, fact.kind.moves_dates());
    }
    Ok(vec![fact])
}

/// Returns the fact of a command without checking its texts; refuses days, dates and cases that do not fit.
fn fact(
    case: &Case,
    command: &Command,
    context: &Context<'_>,
    before: &[Deadline],
) -> Result<Fact, Refusal> {
    let kind = match command {
        Command::Handling(handling) => handling::decide(case, handling, context, before)?,
        Command::Timing(timing) => timing::decide(case, timing, context, before)?,
        Command::Supplement(supplement) => supplement::decide(case, supplement, context, before)?,
        Command::Exit(exit) => exits::decide(case, exit, context)?,
        Command::Ladder(ladder) => escalation::decide(case, ladder, context)?,
        Command::Redress(redress) => redress::decide(case, redress, context)?,
        Command::Visit(appointment) => visit::decide(case, appointment, context)?,
    };
    Ok(context.fact(case.seq + 1, kind))
}

fn applied(case: &Case, fact: &Fact, context: &Context<'_>) -> Case {
    case.with(context.history, std::slice::from_ref(fact))
}

fn count(case: &Case, context: &Context<'_>) -> Result<Vec<Deadline>, Refusal> {
    deadlines(case, context.charter, context.calendars)
        .map_err(|error| Refusal::NotCountable(error.promise))
}

/// Returns the dates to announce to the complainant: of deadlines that opened and, if `moved` (an extension, a moved visit),
/// of those that moved.
fn announcements(now: &[Deadline], before: &[Deadline], moved: bool) -> Vec<Announcement> {
    let is_new = |deadline: &&Deadline| {
        let same = before.iter().find(|other| {
            other.nth == deadline.nth && statute::is_one_period(&other.promise, &deadline.promise)
        });
        same.is_none_or(|same| moved && same.due != deadline.due && deadline.is_open())
    };
    now.iter()
        .filter(|deadline| !matches!(deadline.state, State::Void { .. }))
        .filter(|deadline| statute::is_announced(&deadline.promise))
        .filter(is_new)
        .map(|deadline| Announcement {
            promise: deadline.promise.clone(),
            nth: deadline.nth,
            // The named day is announced, even where it rolls to the next working day.
            date: match deadline.announced {
                Some(named) if !deadline.is_owed_by_desk() => named,
                _ => deadline.due.date,
            },
        })
        .collect()
}

/// A text normalised by [`input::clean`]; its faults were refused before.
fn cleaned(text: &str) -> Prose {
    Prose::new(input::clean(text))
}

/// Checks a required text.
pub(super) fn required(field: Field, text: &str) -> Result<Prose, Refusal> {
    prose(field, text, true)
}

/// Checks a text.
pub(super) fn prose(field: Field, text: &str, required: bool) -> Result<Prose, Refusal> {
    checked(field, text, required, input::Shape::Lines(input::TEXT_MAX)).map(Prose::new)
}

/// Checks the name of a department, an officer or an agency.
pub(super) fn name(field: Field, text: &str, required: bool) -> Result<String, Refusal> {
    checked(field, text, required, input::Shape::Line(input::NAME_MAX))
}

fn checked(
    field: Field,
    text: &str,
    required: bool,
    shape: input::Shape,
) -> Result<String, Refusal> {
    let text = input::clean(text);
    match input::fault(&text, required, shape) {
        Some(fault) => Err(Refusal::field(field, fault)),
        None => Ok(text),
    }
}

/// Returns the items of a list that are not ticked yet; refuses where there is none.
pub(super) fn ticks(
    charter: &Charter,
    channel: Channel,
    list: &str,
    before: &[ChecklistItem],
) -> Result<Vec<ChecklistItem>, Refusal> {
    let mut items = guide::parse_items(charter, channel, list).map_err(|(given, allowed)| {
        Refusal::field(Field::Items, ValueFault::NotAllowed { given, allowed })
    })?;
    if items.is_empty() {
        return Err(Refusal::field(Field::Items, ValueFault::Missing));
    }
    items.retain(|item| !before.contains(item));
    if items.is_empty() {
        return Err(Refusal::AlreadyDone);
    }
    Ok(items)
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
