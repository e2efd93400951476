//! Taking matters in: the receipt, what it would open, and earlier cases of the same person.

use super::{Desk, DeskError, Rules};
use crate::{
    domain::{
        case::{Case, CaseNumber, Stage},
        command::{Command, Intake, Ladder},
        deadline::{Deadline, deadlines},
        decide::{self, Context, Preview},
        notice::notices,
        party::Party,
        rights::Operation,
        similarity::{THRESHOLD, score},
        staff::Staff,
        subject::SubjectKind,
    },
    store::{Commit, PersonChange, Write},
};
use chrono::{DateTime, Utc};

/// How many cases of a person are looked at.
const LOOKED_AT: u32 = 50;

/// An earlier case of the same person.
#[derive(Clone, Debug, PartialEq)]
pub struct EarlierCase {
    pub number: CaseNumber,
    pub title: String,
    pub category: String,
    /// When it came.
    pub arrived_at: DateTime<Utc>,
    /// Where it stands.
    pub stage: Stage,
    /// The highest step recorded.
    pub step: u8,
    /// How often a result was told.
    pub results: u32,
    /// The likeness of the texts, 0 to 1.
    pub score: f32,
    /// True for the same matter: the same category and a like text.
    pub alike: bool,
}

impl Desk {
    /// Takes a matter in and returns its receipt number.
    ///
    /// # Errors
    /// Every wrong field; or the file cannot be written. No number is used up then.
    pub fn intake(&mut self, intake: &Intake) -> Result<CaseNumber, DeskError> {
        self.intake_linked(intake, &[])
    }

    /// Takes a matter in and links it to earlier cases, all or nothing.
    ///
    /// # Errors
    /// As [`Desk::intake`]; or an earlier case does not exist.
    pub fn intake_linked(
        &mut self,
        intake: &Intake,
        earlier: &[CaseNumber],
    ) -> Result<CaseNumber, DeskError> {
        let now = self.now();
        let write = self.store.write(&self.actor, Operation::Intake)?;
        let rules = self.rules.in_force(write.reader(), came(intake, now))?;
        let number = take_in(&write, &rules, (&self.actor, now), intake, earlier)?;
        write.commit()?;
        Ok(number)
    }

    /// What a half-filled form would open.
    ///
    /// # Errors
    /// The category is unknown, or the file cannot be read.
    pub fn preview(&mut self, intake: &Intake) -> Result<Preview, DeskError> {
        let now = self.now();
        let reader = self.store.reader();
        let rules = self.rules.in_force(reader, came(intake, now))?;
        let context = rules.context(now, &self.actor);
        Ok(decide::preview_receipt(&intake.clean(), &context)?)
    }

    /// Earlier cases of the same person by telephone or e-mail: the same matter first, then the newest.
    ///
    /// `except` leaves out the case that is being looked at and every later one.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn earlier(
        &self,
        party: &Party,
        category: &str,
        text: &str,
        except: Option<CaseNumber>,
    ) -> Result<Vec<EarlierCase>, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let reader = self.store.reader();
        let party = party.clean();
        let mut found = Vec::new();
        for number in reader.cases_of(&party, LOOKED_AT)? {
            if except.is_some_and(|except| number >= except) {
                continue;
            }
            let Some((case, _)) = reader.case(number)? else {
                continue;
            };
            let (title, body) = (case.title().as_str(), case.intake.body.as_str());
            let score = score(text, &format!("{title}\n{body}")).max(score(text, title));
            found.push(EarlierCase {
                number,
                title: title.to_owned(),
                category: case.intake.category.clone(),
                arrived_at: case.intake.arrived_at,
                stage: case.stage,
                step: case.step(),
                results: case.results(),
                score,
                alike: score >= THRESHOLD && case.intake.category == category,
            });
        }
        found.sort_by(|one, other| {
            (other.alike, other.score)
                .partial_cmp(&(one.alike, one.score))
                .unwrap_or(std::cmp::Ordering::Equal)
        });
        Ok(found)
    }
}

/// Takes a matter in within a write, and links it to earlier cases.
pub(super) fn take_in(
    write: &Write<'_>,
    rules: &Rules,
    (actor, now): (&Staff, DateTime<Utc>),
    intake: &Intake,
    earlier: &[CaseNumber],
) -> Result<CaseNumber, DeskError> {
    let intake = intake.clean();
    let context = rules.context(now, actor);
    let received = intake.received_at.or(intake.arrived_at).unwrap_or(now);
    let year = rules.year(received);
    let serial = write.next_serial(SubjectKind::Case, year)?;
    let number = CaseNumber { year, serial };
    let mut facts = decide::receive(number, &intake, &context)?;
    let since = write.reader().followed_since()?;
    let mut case = Case::fold_since(number, &facts, since).ok_or(DeskError::NoSuchCase(number))?;
    for earlier in earlier {
        let related = write.reader().related(*earlier)?;
        let context = Context {
            related: related.as_slice(),
            ..context
        };
        let linked = decide::decide(
            &case,
            &Command::Ladder(Ladder::Link { earlier: *earlier }),
            &context,
        )?;
        for fact in &linked {
            case.apply(fact);
        }
        facts.extend(linked);
    }
    let deadlines = counted(&case, rules)?;
    let notices: Vec<_> = facts
        .iter()
        .flat_map(|fact| notices(fact, &case.intake))
        .map(|notice| notice.signed_by(actor, &case.department))
        .collect();
    write.record(&Commit {
        facts: &facts,
        outline: &case.outline(),
        deadlines: &deadlines,
        party: &intake.party,
        person: PersonChange::Unchanged,
        notices: &notices,
    })?;
    Ok(number)
}

/// When a matter came in: the charter of that date holds for it, however late it is typed in or accepted.
fn came(intake: &Intake, now: DateTime<Utc>) -> DateTime<Utc> {
    intake.arrived_at.or(intake.received_at).unwrap_or(now)
}

/// A case's deadlines under the rules it was received under.
pub(super) fn counted(case: &Case, rules: &Rules) -> Result<Vec<Deadline>, DeskError> {
    let found = deadlines(case, &rules.charter, &rules.calendars);
    found.map_err(|error| crate::domain::refusal::Refusal::NotCountable(error.promise).into())
}
