//! Intake of cases: the receipt, its preview, and earlier cases of the same person.

mod similar;

pub use similar::{ANSWER_PATIENCE, KEY_PATIENCE};

use super::{Desk, DeskError, Rules, related, work};
use crate::{
    domain::{
        case::{Case, CaseNumber, Stage},
        command::{Command, Intake, Ladder},
        deadline::{Deadline, deadlines},
        decide::{self, Context, Preview},
        party::Party,
        refusal::Refusal,
        rights::Operation,
        sameness::Sameness,
        similarity::{THRESHOLD, of_matter},
        staff::Staff,
        subject::SubjectKind,
    },
    store::Write,
};
use chrono::{DateTime, Utc};

/// How many cases of a person are compared.
const COMPARED: u32 = 50;

/// An earlier case of the same person.
#[derive(Clone, Debug, PartialEq)]
pub struct EarlierCase {
    pub number: CaseNumber,
    pub title: String,
    pub category: String,
    pub arrived_at: DateTime<Utc>,
    pub stage: Stage,
    pub step: u8,
    /// How many results the complainant was given.
    pub results: u32,
    pub last_result_told: Option<DateTime<Utc>>,
    /// Similarity of the texts, 0 to 1.
    pub score: f32,
    /// Same category and a similar text.
    pub alike: bool,
    pub body: String,
    /// As it is shown: masked.
    pub party: Party,
    /// Compared before masking.
    pub sameness: Sameness,
}

impl Desk {
    /// Records a case and returns its receipt number.
    ///
    /// # Errors
    /// Every wrong field; no number is used up then.
    pub fn intake(&mut self, intake: &Intake) -> Result<CaseNumber, DeskError> {
        self.intake_linked(intake, &[])
    }

    /// Records a case and links it to earlier ones, all or nothing.
    ///
    /// # Errors
    /// As [`Desk::intake`]; or an earlier case does not exist.
    pub fn intake_linked(
        &mut self,
        intake: &Intake,
        earlier: &[CaseNumber],
    ) -> Result<CaseNumber, DeskError> {
        let write = self.store.write(&self.actor, Operation::Intake)?;
        let now = write.now;
        let rules = self.rules.in_force(write.reader(), arrival(intake, now))?;
        let number = take_in(&write, &rules, (&self.actor, now), intake, earlier)?;
        write.commit()?;
        Ok(number)
    }

    /// The deadlines that a partly filled form would open.
    ///
    /// # Errors
    /// The category is unknown.
    pub fn preview(&mut self, intake: &Intake) -> Result<Preview, DeskError> {
        let now = self.now();
        let reader = self.store.reader();
        let rules = self.rules.in_force(reader, arrival(intake, now))?;
        let context = rules.context(now, &self.actor);
        Ok(decide::preview_receipt(&intake.clean(), &context)?)
    }

    /// Cases of the same person by telephone or e-mail: the same matter first, then the most similar; with `except`
    /// only those before that case.
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
        for number in reader.cases_of(&party, COMPARED)? {
            if except.is_some_and(|except| number >= except) {
                continue;
            }
            let Some((case, _)) = reader.case(number)? else {
                continue;
            };
            if case.mistaken.is_some() {
                continue;
            }
            let (title, body) = (case.intake.title.as_str(), case.intake.body.as_str());
            let score = of_matter(text, title, body);
            let other = reader.party(number)?;
            found.push(EarlierCase {
                body: body.to_owned(),
                sameness: Sameness::of(&party, &other, score),
                party: other.masked(),
                number,
                title: title.to_owned(),
                category: case.intake.category.clone(),
                arrived_at: case.intake.arrived_at,
                stage: case.stage,
                step: case.step(),
                results: case.results(),
                last_result_told: case.last_result_told(),
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

/// Records a case within a write, and links it to earlier ones.
pub(super) fn take_in(
    write: &Write<'_>,
    rules: &Rules,
    (actor, now): (&Staff, DateTime<Utc>),
    intake: &Intake,
    earlier: &[CaseNumber],
) -> Result<CaseNumber, DeskError> {
    let intake = intake.clean();
    let context = rules.context(now, actor);
    // What arrived before and is not received yet is numbered as it is entered.
    let year = rules.year(intake.received_at.unwrap_or(now));
    let serial = write.next_serial(SubjectKind::Case, year)?;
    let number = CaseNumber { year, serial };
    let mut facts = decide::receive(number, &intake, &context)?;
    let since = write.reader().followed_since()?;
    let mut case = Case::fold_since(number, &facts, since).ok_or(DeskError::NoSuchCase(number))?;
    for earlier in earlier {
        let related = related::one(write.reader(), (&case, &intake.party), *earlier)?;
        let found = related.as_ref().and_then(|related| related.sameness);
        let doubted = found.is_some_and(|found| !found.doubts().is_empty());
        let context = Context {
            related: related.as_slice(),
            ..context
        };
        // Against the program's doubt it only points there, until a supervisor confirms it.
        let link = Command::Ladder(Ladder::Link {
            earlier: *earlier,
            see_also: doubted,
            reason: String::new(),
        });
        let linked = decide::decide(&case, &link, &context)?;
        for fact in &linked {
            case.apply(fact);
        }
        facts.extend(linked);
    }
    work::record(write, &case, &facts, &intake.party, rules, Some(actor))?;
    Ok(number)
}

/// The time of arrival, whose charter applies however late a case is typed in or accepted.
fn arrival(intake: &Intake, now: DateTime<Utc>) -> DateTime<Utc> {
    intake.arrived_at.or(intake.received_at).unwrap_or(now)
}

/// Counts a case's deadlines under the rules it was received under.
pub(super) fn case_deadlines(case: &Case, rules: &Rules) -> Result<Vec<Deadline>, DeskError> {
    let deadlines = deadlines(case, &rules.charter, &rules.calendars);
    deadlines.map_err(|error| Refusal::NotCountable(error.promise).into())
}
