//! A practice desk of any size, made fast: the same seed gives the same cases, facts and hashes.
//!
//! Facts are decided, folded, counted and recorded by the functions that a clerk's command goes through; what is saved
//! is the transaction for each of them.

mod life;
mod matter;
mod times;

use super::{
    Desk, DeskError, Foundation, Opening, Rules, identity, intake::counted, opening::finished,
    staffing,
};
use crate::{
    domain::{
        case::{Case, CaseNumber, Stage},
        charter::builtin::builtin_text,
        command::{Command, Intake, NoticeCommand},
        decide::{self, Context, RelatedCase},
        fact::Fact,
        notice::{Medium, NoticeWay, notices},
        party::Party,
        staff::Role,
        subject::SubjectKind,
    },
    store::{Commit, IndexEntry, PersonChange, Texts, Write},
};
use chrono::{DateTime, Utc};
use fastrand::Rng;
use std::{collections::VecDeque, sync::Arc};
use times::{Times, Year};

/// When the clock of a generated desk stands still, where no time is given.
pub const GENERATED_AT: &str = "2026-11-23 10:00";
/// Cases written in one transaction.
const BATCH: u32 = 20_000;
/// Earlier complaints that a new one may come back to.
const REMEMBERED: usize = 256;

/// Founds a practice desk with so many cases, one fifth of them open; the same for the same seed.
///
/// # Errors
/// The file exists or cannot be written; the time cannot be read.
pub fn generate(opening: &Opening, cases: u32, seed: u64) -> Result<Desk, DeskError> {
    let founding = Opening {
        path: opening.path.clone(),
        acting: None,
        now: Some(
            opening
                .now
                .clone()
                .unwrap_or_else(|| GENERATED_AT.to_owned()),
        ),
    };
    let adopt = Foundation {
        charter: builtin_text("gbvc").ok_or(DeskError::NoCharter)?,
        practice: true,
    };
    let desk = Desk::found(&founding, &adopt)?;
    finished(&opening.path, filled(desk, opening, cases, seed))
}

/// Fills a new desk, and lets that one sit down at it who is to act.
fn filled(mut desk: Desk, opening: &Opening, cases: u32, seed: u64) -> Result<Desk, DeskError> {
    let times = Times::new(desk.rules()?.calendars.now(), desk.now(), cases);
    desk.hire(times.first())?;
    desk.store.begin_load()?;
    fill(&mut desk, times, cases, seed)?;
    desk.store.end_load()?;
    desk.actor = identity::actor(&desk.store, opening.acting.as_deref(), true)?;
    desk.seen = desk.store.version()?;
    Ok(desk)
}

fn fill(desk: &mut Desk, mut times: Times, cases: u32, seed: u64) -> Result<(), DeskError> {
    let rules = desk.rules()?;
    let mut maker = Maker {
        rules,
        now: desk.now(),
        rng: Rng::with_seed(seed),
        complaints: VecDeque::with_capacity(REMEMBERED),
        entries: Vec::new(),
    };
    let mut left = cases;
    while left > 0 {
        let batch = left.min(BATCH);
        let write = desk.store.write_unasked()?;
        for (year, at, open) in times.by_ref().take(batch as usize) {
            maker.case(&write, year, at, open)?;
        }
        write.index(&maker.entries)?;
        maker.entries.clear();
        write.commit()?;
        left -= batch;
    }
    Ok(())
}

/// A complaint that the same person may bring again.
struct Complaint {
    number: CaseNumber,
    person: u32,
    stage: Stage,
    results: u32,
}

struct Maker {
    rules: Arc<Rules>,
    now: DateTime<Utc>,
    rng: Rng,
    complaints: VecDeque<Complaint>,
    /// What the search index still has to be told.
    entries: Vec<IndexEntry>,
}

/// One case while it is made, in memory.
struct Work<'a> {
    rules: &'a Rules,
    now: DateTime<Utc>,
    case: Case,
    facts: Vec<Fact>,
    at: DateTime<Utc>,
    by: &'static str,
}

impl Maker {
    fn case(
        &mut self,
        write: &Write<'_>,
        year: Year,
        at: DateTime<Utc>,
        open: bool,
    ) -> Result<(), DeskError> {
        let rules = Arc::clone(&self.rules);
        let serial = write.next_serial(SubjectKind::Case, year)?;
        let number = CaseNumber { year, serial };
        let again = self.again();
        let person = again
            .as_ref()
            .map_or_else(|| self.rng.u32(0..matter::PEOPLE), |related| related.1);
        let waits = open && self.rng.u8(..) < 6;
        let intake = self.intake(at, person, again.is_some(), waits);
        let (by, _) = staffing::clerk(self.rng.usize(..6));
        let facts = decide::receive(number, &intake, &context(&rules, at, by, &[]))?;
        let case = Case::fold(number, &facts).ok_or(DeskError::NoSuchCase(number))?;
        let mut work = Work {
            rules: &rules,
            now: self.now,
            case,
            facts,
            at,
            by,
        };
        work.tell(1)?;
        if !waits {
            self.work(&mut work, open, again.map(|(related, _)| related))?;
        }
        let texts = work.record(write, &intake.party, &mut self.rng)?;
        let entry = IndexEntry::of(&work.case.outline(), &intake.party, texts.texts());
        self.entries.push(entry);
        if intake.category == "complaint" {
            self.complaints.truncate(REMEMBERED - 1);
            self.complaints.push_front(Complaint {
                number,
                person,
                stage: work.case.stage,
                results: work.case.results(),
            });
        }
        Ok(())
    }

    /// Every eighth matter is an earlier complaint come back.
    fn again(&mut self) -> Option<(RelatedCase, u32)> {
        if self.rng.u8(..) >= 32 || self.complaints.is_empty() {
            return None;
        }
        let at = self.rng.usize(..self.complaints.len());
        self.complaints.get(at).map(|earlier| {
            let related = RelatedCase {
                number: earlier.number,
                stage: earlier.stage,
                results: earlier.results,
            };
            (related, earlier.person)
        })
    }

    fn intake(&mut self, at: DateTime<Utc>, person: u32, again: bool, waits: bool) -> Intake {
        let category = if again {
            "complaint"
        } else {
            matter::category(&mut self.rng)
        };
        let channels = &self.rules.charter.channels;
        let channel = channels.get(self.rng.usize(..channels.len().max(1)));
        let anonymous = category == "report";
        let (title, body) = matter::texts(category, &mut self.rng);
        Intake {
            title,
            body,
            party: if anonymous {
                Party::default()
            } else {
                matter::party(person)
            },
            anonymous,
            arrived_at: waits.then_some(at),
            ..Intake::new(
                channel
                    .copied()
                    .unwrap_or(crate::domain::charter::Channel::Web),
                category,
            )
        }
    }
}

impl Work<'_> {
    /// Does something, and tells at once what it calls for.
    fn run(&mut self, command: &Command, related: &[RelatedCase]) -> Result<(), DeskError> {
        self.run_untold(command, related)?;
        self.tell(self.case.seq)
    }

    fn run_untold(&mut self, command: &Command, related: &[RelatedCase]) -> Result<(), DeskError> {
        let context = context(self.rules, self.at.min(self.now), self.by, related);
        for fact in decide::decide(&self.case, command, &context)? {
            self.case.apply(&fact);
            self.facts.push(fact);
        }
        Ok(())
    }

    /// Tells at once what a fact called for, by mail or by a document.
    fn tell(&mut self, seq: u32) -> Result<(), DeskError> {
        let called = self.case.notices.iter();
        let called = called.filter(|notice| notice.act.seq == seq);
        let called: Vec<_> = called.map(|notice| (notice.key, notice.medium)).collect();
        for (key, medium) in called {
            let command = match medium {
                Medium::Email => NoticeCommand::Send,
                Medium::Staff => NoticeCommand::Tell {
                    how: Some(NoticeWay::Document),
                    text: "문서로 알렸습니다.".into(),
                    why: None,
                    document_number: String::new(),
                },
            };
            let context = context(self.rules, self.at.min(self.now), self.by, &[]);
            let fact = decide::decide_notice(&self.case, key, &command, &context)?;
            self.case.apply(&fact);
            self.facts.push(fact);
        }
        Ok(())
    }

    fn record(&self, write: &Write<'_>, party: &Party, rng: &mut Rng) -> Result<Texts, DeskError> {
        let notices: Vec<_> = self
            .facts
            .iter()
            .flat_map(|fact| {
                let signer = staffing::member(&fact.by);
                let told = notices(fact, &self.case.intake);
                told.into_iter().map(move |notice| {
                    signer.map_or(notice.clone(), |signer| {
                        notice.signed_by(signer, &self.case.department)
                    })
                })
            })
            .collect();
        let deadlines = counted(&self.case, self.rules)?;
        let commit = Commit {
            facts: &self.facts,
            outline: &self.case.outline(),
            deadlines: &deadlines,
            party,
            person: PersonChange::Unchanged,
            notices: &notices,
        };
        Ok(write.record_unindexed(&commit, || rng.u128(..).to_le_bytes())?)
    }
}

fn context<'a>(
    rules: &'a Rules,
    at: DateTime<Utc>,
    by: &'a str,
    related: &'a [RelatedCase],
) -> Context<'a> {
    Context {
        charter: &rules.charter,
        charter_version: rules.version,
        calendars: &rules.calendars,
        at,
        now: at,
        by,
        role: if by == staffing::HEAD {
            Role::Supervisor
        } else {
            Role::Clerk
        },
        signer: staffing::member(by),
        related,
    }
}
