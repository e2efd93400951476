//! What must hold for every case, whatever clerks do to it and whenever.

pub(super) mod agreement;
mod amend;
mod redress;
mod revoked;
mod turns;

use super::*;
use crate::domain::{
    calendar::Calendars,
    charter::{Channel, builtin},
    command::{Exit, Handling, Intake, Ladder, Supplement, Timing},
    deadline::{Source, Status, deadlines},
    fact::{
        Competence, ContactWay, ExtensionReason, FactContent, Outcome, ReopenCause,
        SuspensionReason,
    },
    holidays::{HolidayChange, HolidayEdit, HolidayKind, Holidays},
    staff::sample_staff,
};
use chrono::{Days, NaiveDate, TimeDelta, TimeZone};
use proptest::{collection::vec, prelude::*, sample::select};
use std::{collections::BTreeMap, sync::LazyLock};
use turns::{intake, text, turn};

static CHARTERS: LazyLock<Vec<Charter>> = LazyLock::new(|| {
    let charters = builtin::BUILTIN.iter();
    charters
        .map(|(id, _)| builtin::builtin(id).unwrap().unwrap())
        .collect()
});

/// What happens next, and how long after what came before.
#[derive(Clone, Debug)]
enum Turn {
    Command(Command),
    /// The day so many days ahead becomes a holiday.
    Holiday(u64),
    Elsewhere(Elsewhere),
}

/// What happens to the case into which this one was merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Elsewhere {
    Accepted,
    Declined,
    /// The result that was shared last is struck out.
    Revoked,
    /// The result that was shared last is corrected.
    Corrected,
}

impl Elsewhere {
    const ALL: &[Self] = &[
        Self::Accepted,
        Self::Declined,
        Self::Revoked,
        Self::Corrected,
    ];

    /// The fact of the other case, and which case that is.
    fn fact(self, case: &Case, context: &Context<'_>) -> Option<(CaseNumber, Fact)> {
        let answered = |outcome| FactKind::Answered {
            outcome,
            text: Prose::new("결과"),
            remedy: None,
            ground: None,
        };
        let revoked = |one: &&Fact| case.revoked.iter().all(|struck| struck.fact != one.seq);
        let mut standing = context.history.iter().rev().filter(revoked);
        let shared = standing.find_map(|fact| match fact.kind {
            FactKind::ResultShared { from, seq, .. } => Some((from, seq)),
            _ => None,
        });
        let text = Prose::new("착오");
        let (from, kind) = match self {
            Self::Accepted => (case.merged_into?, answered(Outcome::Accepted)),
            Self::Declined => (case.merged_into?, answered(Outcome::Declined)),
            Self::Revoked => (
                shared?.0,
                FactKind::Revoked {
                    fact: shared?.1,
                    text,
                },
            ),
            Self::Corrected => {
                let (from, fact) = shared?;
                (
                    from,
                    FactKind::Corrected {
                        fact,
                        text,
                        notifies: false,
                    },
                )
            }
        };
        // Each result has a number of its own.
        Some((from, context.fact(case.seq + 1_000, kind)))
    }
}

fn number(serial: u32) -> CaseNumber {
    CaseNumber { year: 2026, serial }
}

fn related() -> Vec<RelatedCase> {
    [
        (1, Stage::Closed, 1),
        (2, Stage::Answered, 2),
        (3, Stage::Received, 0),
    ]
    .map(|(serial, stage, results)| RelatedCase {
        number: number(serial),
        stage,
        mistaken: false,
        department: String::new(),
        told_at: (results > 0).then_some(DateTime::UNIX_EPOCH),
        people: 1,
        persons: 5,
        step: 0,
        sameness: None,
    })
    .to_vec()
}

fn start(minute: i64) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 0, 0, 0).unwrap() + TimeDelta::minutes(minute)
}

/// A case at work, with what was seen of it.
struct Watch<'a> {
    charter: &'a Charter,
    edits: Vec<HolidayEdit>,
    facts: Vec<Fact>,
    case: Case,
    /// By the fact that introduced or changed the person.
    parties: BTreeMap<u32, Party>,
    now: DateTime<Utc>,
    /// Deadlines that were seen settled in time, or missed.
    kept: BTreeMap<(String, u16), bool>,
}

impl Watch<'_> {
    fn party(&self) -> &Party {
        &self.parties[&self.case.person]
    }

    fn calendars(&self) -> Calendars {
        let office = self.charter.office.clone();
        Calendars::new(office, Holidays::korean(), self.edits.clone()).unwrap()
    }

    fn turn(&mut self, later: i64, turn: &Turn) -> Result<(), TestCaseError> {
        let now = self.now + TimeDelta::minutes(later);
        let calendars = self.calendars();
        match turn {
            Turn::Holiday(days) => {
                self.now = self.now.max(now);
                self.edits.push(HolidayEdit {
                    date: calendars.now().date(self.now) + Days::new(*days),
                    name: "임시공휴일".to_owned(),
                    change: HolidayChange::Added(HolidayKind::Temporary),
                    source: String::new(),
                    decided_on: calendars.now().date(self.now),
                    entered_at: self.now,
                });
                // A calendar that changed may move what is overdue, as the law has it: only what was settled stays.
                self.kept.retain(|_, kept| *kept);
            }
            Turn::Command(_) | Turn::Elsewhere(_) => {
                let (related, signer) = (related(), sample_staff());
                let staff = [sample_staff()];
                let context = Context {
                    charter: self.charter,
                    charter_version: 1,
                    calendars: &calendars,
                    at: now,
                    now,
                    late_reason: "",
                    by: "kim",
                    role: Role::Supervisor,
                    signer: Some(&signer),
                    history: &self.facts,
                    related: &related,
                    person: Some(self.party()),
                    staff: &staff,
                };
                let before = self.case.clone();
                let decided = match turn {
                    Turn::Command(command) => decide(&self.case, command, &context),
                    Turn::Elsewhere(what) => what
                        .fact(&self.case, &context)
                        .filter(|_| now >= self.case.last_at)
                        .map_or(Ok(Vec::new()), |(from, fact)| {
                            let follows = follow(&self.case, (from, &fact), &context);
                            follows.map(|fact| fact.into_iter().collect())
                        }),
                    Turn::Holiday(_) => return Ok(()),
                };
                if let Ok(facts) = decided {
                    let mut party = self.party().clone();
                    if let Turn::Command(command) = turn {
                        party = command.person_after(party);
                    }
                    if let Turn::Command(Command::Handling(Handling::Amend(_))) = turn {
                        // Deadlines are counted anew from the first receipt.
                        self.kept.clear();
                    }
                    self.take(&before, facts, now)?;
                    self.parties.entry(self.case.person).or_insert(party);
                }
            }
        }
        self.look()
    }

    fn take(
        &mut self,
        before: &Case,
        facts: Vec<Fact>,
        now: DateTime<Utc>,
    ) -> Result<(), TestCaseError> {
        self.now = now;
        for fact in facts {
            prop_assert_eq!(fact.seq, self.case.seq + 1);
            let json = serde_json::to_string(&fact).unwrap();
            prop_assert_eq!(
                &serde_json::from_str::<Fact>(&json).unwrap(),
                &fact,
                "{}",
                json
            );
            // What an amendment took away may be opened and told again.
            let stood = deadlines(before, self.charter, &self.calendars()).unwrap();
            for told in &fact.announced {
                let known = stood.iter().any(|other| {
                    other.nth == told.nth && statute::is_one_period(&other.promise, &told.promise)
                });
                prop_assert!(
                    !known || fact.kind.moves_dates(),
                    "{:?} was told anew by {:?}",
                    told,
                    fact.kind
                );
            }
            if fact.kind.revokes().is_some() {
                // What it kept or missed is open again.
                self.kept.clear();
            }
            self.case = self.case.with(&self.facts, std::slice::from_ref(&fact));
            self.facts.push(fact);
        }
        let folded = Case::fold(self.case.number, &self.facts);
        prop_assert_eq!(folded.as_ref(), Some(&self.case));
        let steps: Vec<u8> = self
            .case
            .steps
            .iter()
            .map(|one| one.step.number())
            .collect();
        prop_assert!([1, 2, 3].starts_with(&steps), "{:?}", steps);
        Ok(())
    }

    /// What was kept stays kept, what was missed stays missed.
    ///
    /// An open deadline is missed once the last fact lies behind its end: only then nothing can be recorded any more that
    /// happened in time.
    fn look(&mut self) -> Result<(), TestCaseError> {
        let found = deadlines(&self.case, self.charter, &self.calendars()).unwrap();
        for deadline in &found {
            // The period of a grievance stays one, whatever it is called.
            let id = match &*deadline.promise {
                statute::GRIEVANCE_AGAIN => "act.grievance".to_owned(),
                other => other.to_owned(),
            };
            let key = (id, deadline.nth);
            let status = deadline.status(self.case.last_at);
            let kept = match status {
                Status::Met => Some(true),
                Status::MetLate | Status::Missed => Some(false),
                Status::Running | Status::Paused | Status::Void => None,
            };
            if let Some(was) = self.kept.get(&key) {
                prop_assert_eq!(Some(*was), kept, "{:?} is {:?}", deadline, status);
            }
            if let Some(kept) = kept {
                self.kept.insert(key.clone(), kept);
            }
            let told = self.case.announced.iter().rev();
            let told = told.filter(|(seq, _)| !self.case.awaits_telling(*seq));
            let last = told
                .map(|(_, told)| told)
                .find(|told| told.nth == key.1 && statute::is_one_period(&told.promise, &key.0));
            // Beside a period of the law stands what was told of that of the kind before.
            let amended = self
                .facts
                .iter()
                .any(|fact| fact.kind.amendment().is_some());
            let of_the_law = deadline.source == Source::Statute && deadline.is_handling();
            let beside = last.is_none() && amended && of_the_law;
            prop_assert!(
                beside || last.map(|told| told.date) == deadline.announced,
                "{:?} {:?}",
                last,
                deadline
            );
        }
        Ok(())
    }
}

/// The case that an intake makes.
fn watch(charter: usize, intake: &Intake, minute: i64) -> Watch<'static> {
    let charter = &CHARTERS[charter];
    let now = start(minute);
    let calendars = Calendars::new(charter.office.clone(), Holidays::korean(), Vec::new()).unwrap();
    let context = Context {
        charter,
        charter_version: 1,
        calendars: &calendars,
        at: now,
        now,
        late_reason: "",
        by: "kim",
        role: Role::Clerk,
        signer: None,
        history: &[],
        related: &[],
        person: None,
        staff: &[],
    };
    let facts = receive(number(5), intake, &context).unwrap();
    let case = Case::fold(number(5), &facts).unwrap();
    Watch {
        charter,
        edits: Vec::new(),
        facts,
        case,
        parties: BTreeMap::from([(1, intake.party.clean())]),
        now,
        kept: BTreeMap::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_a_case_stays_sound(
        (charter, intake, minute) in intake(),
        turns in vec(turn(), 0..30),
    ) {
        let mut watch = watch(charter, &intake, minute);
        watch.look()?;
        for (later, turn) in &turns {
            watch.turn(*later, turn)?;
        }
    }
}
