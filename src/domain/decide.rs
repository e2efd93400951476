//! Whether a command is possible now, and which facts it makes: pure.

mod amend;
mod check;
mod entry;
mod escalation;
mod exits;
mod handling;
mod notice;
mod redress;
mod representatives;
pub(super) mod revoke;
mod stages;
mod supplement;
mod timing;
mod visit;

pub use check::check;
pub(super) use entry::{entry_faults, in_order, passed};
pub use escalation::{StepBox, steps};
pub use notice::decide_notice;
pub use revoke::{merged_into, needed_elsewhere, revocable};
pub use timing::longest as longest_extension;

use super::{
    calendar::Calendars,
    case::{Case, CaseNumber, Stage},
    charter::{Channel, Charter},
    command::{Command, Intake},
    deadline::{Deadline, State, deadlines, lead},
    fact::{Announcement, Fact, FactKind, Prose, Receipt},
    guide::{self, ChecklistItem},
    input,
    notice::{NoticeKind, tells},
    party::{Field, Party},
    petitioner::Petitioner,
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
    /// The department that has or had it in charge; empty where none was named.
    pub department: String,
    /// How many results were told.
    pub results: u32,
    /// The highest step of the ladder recorded there.
    pub step: u8,
    /// How it compares with the case that is linked to it; `None` where nothing is linked.
    pub sameness: Option<Sameness>,
}

/// Returns the facts of an intake: the receipt, and what was ticked with it.
///
/// # Errors
/// [`Refusal::Fields`] with every wrong field.
pub fn receive(
    number: CaseNumber,
    intake: &Intake,
    context: &Context<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let intake = intake.clean();
    let faults = intake.faults(context.charter, context.now);
    if !faults.is_empty() {
        return Err(Refusal::Fields(faults));
    }
    let mut fact = receipt(&intake, context).ok_or(Refusal::Fields(faults))?;
    let case = Case::begin(number, &fact, None).ok_or(Refusal::AlreadyDone)?;
    fact.announced = announcements(&count(&case, context)?, &[], false);
    let ticked = ticked_at_intake(&fact, &intake, context)?;
    Ok(std::iter::once(fact).chain(ticked).collect())
}

/// Returns the fact of what was ticked during intake, at the time of the receipt.
fn ticked_at_intake(
    receipt: &Fact,
    intake: &Intake,
    context: &Context<'_>,
) -> Result<Option<Fact>, Refusal> {
    if intake.ticked.trim().is_empty() {
        return Ok(None);
    }
    let items = ticks(context.charter, intake.channel, &intake.ticked, &[])?;
    Ok(Some(Fact {
        seq: receipt.seq + 1,
        kind: FactKind::ChecklistTicked { items },
        announced: Vec::new(),
        late_reason: None,
        ..receipt.clone()
    }))
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

/// Returns the deadlines that an intake would open; its form may be incomplete.
///
/// # Errors
/// The category is unknown, or a limit cannot be counted.
pub fn preview_receipt(intake: &Intake, context: &Context<'_>) -> Result<Preview, Refusal> {
    let Some(fact) = receipt(intake, context) else {
        let fault = intake.category_fault(context.charter);
        let fault = fault.unwrap_or(ValueFault::Missing);
        return Err(Refusal::field(Field::Category, fault));
    };
    let first = CaseNumber { year: 1, serial: 1 };
    let case = Case::begin(first, &fact, None).ok_or(Refusal::AlreadyDone)?;
    Ok(Preview {
        before: Vec::new(),
        after: count(&case, context)?,
    })
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

/// The fact of a receipt; `None` where the charter has no such category.
fn receipt(intake: &Intake, context: &Context<'_>) -> Option<Fact> {
    let category = context.charter.category(&intake.category)?;
    let received_at = match (intake.arrived_at, intake.received_at) {
        (None, None) => Some(context.now),
        (_, received) => received,
    };
    let arrived_at = intake.arrived_at.or(received_at).unwrap_or(context.now);
    let counter = context.charter.counter(&category.counter);
    let received = Receipt {
        charter: context.charter_version,
        channel: intake.channel,
        category: intake.category.clone(),
        case_kind: intake.kind.unwrap_or(category.kind),
        topics: category.topics.clone(),
        department: counter
            .map(|counter| counter.department.clone())
            .unwrap_or_default(),
        title: Prose::new(intake.title.as_str()),
        body: Prose::new(intake.body.as_str()),
        arrived_at,
        received_at,
        needs_review: intake.needs_review,
        on_behalf: intake.on_behalf,
        assistance: intake.assistance,
        anonymous: intake.is_anonymous(),
        has_email: !intake.party.email.is_empty(),
        result_mail: !intake.party.email.is_empty()
            && !intake.is_anonymous()
            && context.charter.mails_results(),
        happened: intake.happened,
        misconduct: intake.misconduct,
        petitioner: Petitioner {
            represented: !intake.party.behalf.representative.is_empty(),
            ..intake.petitioner.clone()
        },
        period: intake.period(context.charter).unwrap_or_default(),
    };
    Some(Fact {
        seq: 1,
        at: received_at.unwrap_or(arrived_at),
        recorded_at: context.now,
        by: context.by.to_owned(),
        kind: FactKind::Received(Box::new(received)),
        announced: Vec::new(),
        late_reason: None,
    })
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
        Command::Redress(redress) => redress::decide(redress, context)?,
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
        // The progress notice is itself a notice, not a date to announce.
        .filter(|deadline| deadline.promise != statute::PROGRESS)
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
