//! A practice desk of any size, made fast: the same seed gives the same cases, facts and hashes.
//!
//! Facts are decided, folded, counted and recorded by the functions that a clerk's command goes through; what is saved
//! is the transaction for each of them.

mod matter;
mod times;

use super::{Adopt, Desk, DeskError, Opening, Rules, identity, intake::counted, staffing};
use crate::{
    domain::{
        case::{Case, CaseNumber, Stage},
        charter::builtin::builtin_text,
        command::{Command, Intake},
        decide::{self, Context, Related},
        fact::{ContactWay, ExtensionReason, Fact, Outcome},
        notice::notices,
        party::Party,
        staff::Role,
        subject::SubjectKind,
    },
    store::{Commit, Entry, Person, Texts, Write},
};
use chrono::{DateTime, Days, Utc};
use fastrand::Rng;
use std::{collections::VecDeque, rc::Rc};
use times::{Times, Year};

/// The time of a generated desk where none is given.
const NOW: &str = "2026-11-23 10:00";
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
        now: Some(opening.now.clone().unwrap_or_else(|| NOW.to_owned())),
    };
    let adopt = Adopt {
        charter: builtin_text("gbvc").ok_or(DeskError::NoCharter)?,
        practice: true,
    };
    let mut desk = Desk::found(&founding, &adopt)?;
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
        let write = desk.store.write()?;
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
    rules: Rc<Rules>,
    now: DateTime<Utc>,
    rng: Rng,
    complaints: VecDeque<Complaint>,
    /// What the search index still has to be told.
    entries: Vec<Entry>,
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
        let rules = Rc::clone(&self.rules);
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
        if !waits {
            self.work(&mut work, open, again.map(|(related, _)| related))?;
        }
        let texts = work.record(write, &intake.party, &mut self.rng)?;
        let entry = Entry::of(&work.case.outline(), &intake.party, texts.texts());
        self.entries.push(entry);
        if intake.category == "complaint" {
            self.complaints.truncate(REMEMBERED - 1);
            self.complaints.push_front(Complaint {
                number,
                person,
                stage: work.case.stage,
                results: work.case.results,
            });
        }
        Ok(())
    }

    /// Every eighth matter is an earlier complaint come back.
    fn again(&mut self) -> Option<(Related, u32)> {
        if self.rng.u8(..) >= 32 || self.complaints.is_empty() {
            return None;
        }
        let at = self.rng.usize(..self.complaints.len());
        self.complaints.get(at).map(|earlier| {
            let related = Related {
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

    fn work(
        &mut self,
        work: &mut Work<'_>,
        open: bool,
        again: Option<Related>,
    ) -> Result<(), DeskError> {
        if self.rng.u8(..) < if open { 200 } else { 240 } {
            self.pass(work, 0, 3);
            let (officer, department) = staffing::clerk(self.rng.usize(..6));
            work.run(
                &Command::Assign {
                    department: department.to_owned(),
                    officer: officer.to_owned(),
                },
                &[],
            )?;
            work.by = officer;
        }
        if let Some(earlier) = again {
            self.pass(work, 0, 2);
            let earlier_number = earlier.number;
            work.run(
                &Command::Link {
                    earlier: earlier_number,
                },
                &[earlier],
            )?;
        }
        if open {
            self.leave_open(work)
        } else {
            self.finish(work)
        }
    }

    fn leave_open(&mut self, work: &mut Work<'_>) -> Result<(), DeskError> {
        match self.rng.u8(..100) {
            0..20 => {
                self.pass(work, 1, 20);
                let most = if work.case.intake.category == "suggestion" {
                    14
                } else {
                    7
                };
                work.run(
                    &Command::Extend {
                        reason: ExtensionReason::FactFinding,
                        days: self.rng.u32(3..=most),
                        text: "현장 확인에 시간이 더 필요하여 처리기간을 연장합니다.".into(),
                        consent: false,
                    },
                    &[],
                )
            }
            20..30 => {
                self.pass(work, 1, 20);
                let today = self.rules.calendars.now().date(work.at);
                let until = today
                    .checked_add_days(Days::new(self.rng.u64(5..20)))
                    .unwrap_or(today);
                let text = "확인할 수 있는 사진이나 서류를 보내 주십시오.".into();
                work.run(&Command::RequestSupplement { text, until }, &[])
            }
            30..42
                if work
                    .case
                    .intake
                    .topics
                    .contains(&crate::domain::charter::Topic::Complaint) =>
            {
                self.climb(work)
            }
            42..50 => {
                self.pass(work, 1, 30);
                work.run(&contact(), &[])
            }
            50..58 => {
                self.pass(work, 2, 40);
                work.run(&answer(), &[])
            }
            _ => Ok(()),
        }
    }

    /// Steps of the ladder, as far as the case allows.
    fn climb(&mut self, work: &mut Work<'_>) -> Result<(), DeskError> {
        self.pass(work, 0, 4);
        let (officer, department) = staffing::clerk(0);
        let (officer, department) = (officer.to_owned(), department.to_owned());
        work.run(
            &Command::StepOne {
                department: department.clone(),
                officer: officer.clone(),
                instruction: "지적받은 일을 확인하고 오늘 안에 조치하기 바랍니다.".into(),
            },
            &[],
        )?;
        if work.case.links.is_empty() {
            return Ok(());
        }
        self.pass(work, 8, 30);
        work.run(
            &Command::StepTwo {
                result: "담당 팀을 교육하고 안내 절차를 고쳤습니다.".into(),
                apology: "거듭 불편을 드려 진심으로 사과드립니다.".into(),
            },
            &[],
        )?;
        if self.rng.bool() {
            return Ok(());
        }
        self.pass(work, 8, 30);
        work.by = staffing::HEAD;
        work.run(
            &Command::StepThree {
                reason: "약속한 조치가 현장에 반영되지 않았습니다.".into(),
                department,
                officer,
            },
            &[],
        )
    }

    fn finish(&mut self, work: &mut Work<'_>) -> Result<(), DeskError> {
        if self.rng.u8(..) < 40 {
            self.pass(work, 1, 6);
            work.run(&contact(), &[])?;
        }
        // Most within the seven days of the charter, some after them.
        let slow = if self.rng.u8(..) < 20 { 400 } else { 120 };
        self.pass(work, 2, slow);
        work.run(&answer(), &[])?;
        self.pass(work, 1, 60);
        work.run(&Command::Close { as_repeat: false }, &[])
    }

    /// Lets some hours go by, to a moment at which the office is open, and never into the future.
    fn pass(&mut self, work: &mut Work<'_>, least: i64, most: i64) {
        let seconds = self.rng.i64(least * 3600..most * 3600);
        let later = work.at + chrono::TimeDelta::seconds(seconds);
        let open = self.rules.calendars.now().next_opening(later);
        work.at = open.unwrap_or(later).min(self.now);
    }
}

impl Work<'_> {
    fn run(&mut self, command: &Command, related: &[Related]) -> Result<(), DeskError> {
        let context = context(self.rules, self.at.min(self.now), self.by, related);
        for fact in decide::decide(&self.case, command, &context)? {
            self.case.apply(&fact);
            self.facts.push(fact);
        }
        Ok(())
    }

    fn record(&self, write: &Write<'_>, party: &Party, rng: &mut Rng) -> Result<Texts, DeskError> {
        let has_email = self.case.intake.has_email;
        let notices: Vec<_> = self
            .facts
            .iter()
            .flat_map(|fact| {
                let signer = staffing::member(&fact.by);
                let told = notices(fact, has_email);
                told.into_iter().map(move |notice| {
                    signer.map_or(notice.clone(), |signer| notice.signed_by(signer))
                })
            })
            .collect();
        let deadlines = counted(&self.case, self.rules)?;
        let commit = Commit {
            facts: &self.facts,
            outline: &self.case.outline(),
            deadlines: &deadlines,
            party,
            person: Person::Kept,
            notices: &notices,
        };
        Ok(write.record_unindexed(&commit, || rng.u128(..).to_le_bytes())?)
    }
}

fn context<'a>(
    rules: &'a Rules,
    at: DateTime<Utc>,
    by: &'a str,
    related: &'a [Related],
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

fn contact() -> Command {
    Command::Contact {
        how: ContactWay::Phone,
        text: "전화로 사정을 듣고 처리 절차를 안내했습니다.".into(),
    }
}

fn answer() -> Command {
    Command::Answer {
        outcome: Outcome::Accepted,
        text: "확인하여 바로잡았습니다. 불편을 드려 죄송합니다.".into(),
    }
}
