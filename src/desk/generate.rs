//! A practice desk of any size, for load tests: the same seed gives the same cases, facts and hashes.
//!
//! Facts are decided, folded, counted and recorded as for a clerk's command, but many in one transaction.

mod life;
mod matter;
mod times;

use super::{Desk, DeskError, Opening, Rules, intake::case_deadlines, staffing};
use crate::{
    domain::{
        case::{Case, CaseNumber},
        charter::Channel,
        command::{Command, Intake, NoticeCommand},
        decide::{self, Context, RelatedCase},
        fact::Fact,
        notice::{Medium, Notice, NoticeWay, notices},
        party::Party,
        staff::Role,
        subject::SubjectKind,
    },
    store::{Commit, IndexEntry, PersonChange, Write},
};
use chrono::{DateTime, Utc};
use fastrand::Rng;
use matter::Matters;
use std::{collections::VecDeque, sync::Arc};
use times::{Times, Year};

/// The fixed clock of a generated desk, where none is given.
pub const GENERATED_AT: &str = "2026-11-23 10:00";
/// Cases written in one transaction.
const BATCH: u32 = 20_000;
/// Complaints that a later one may repeat.
const REMEMBERED: usize = 256;

/// Founds a practice desk with so many cases, one fifth of them open; the same for the same seed.
///
/// # Errors
/// The file exists; the time cannot be parsed.
pub fn generate(opening: &Opening, cases: u32, seed: u64) -> Result<Desk, DeskError> {
    let matters = Matters::read()?;
    let now = opening.now.as_deref().unwrap_or(GENERATED_AT);
    let opening = Opening {
        now: Some(now.to_owned()),
        ..opening.clone()
    };
    Desk::found_practice(&opening, "gbvc", |desk| {
        let times = Times::new(desk.rules()?.calendars.now(), desk.now(), cases);
        desk.hire(times.first())?;
        let rng = Rng::with_seed(seed);
        fill(desk, times, cases, matters, rng)
    })
}

fn fill(
    desk: &mut Desk,
    mut times: Times,
    cases: u32,
    matters: Matters,
    rng: Rng,
) -> Result<(), DeskError> {
    let mut maker = Maker {
        rules: desk.rules()?,
        now: desk.now(),
        matters,
        rng,
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

/// The state of a generator.
struct Maker {
    rules: Arc<Rules>,
    now: DateTime<Utc>,
    matters: Matters,
    rng: Rng,
    /// Complaints that may be repeated, with the number of the person.
    complaints: VecDeque<(RelatedCase, u32)>,
    /// Waiting to be written to the search index.
    entries: Vec<IndexEntry>,
}

/// A case that is being made, in memory.
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
            .map_or_else(|| self.rng.u32(0..matter::PEOPLE), |(_, person)| *person);
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
        let entry = IndexEntry::of(&work.case.outline(), &intake.party, &texts);
        self.entries.push(entry);
        if intake.category == "complaint" {
            self.complaints.truncate(REMEMBERED - 1);
            let related = RelatedCase::of(&work.case);
            self.complaints.push_front((related, person));
        }
        Ok(())
    }

    /// Draws a complaint to repeat, for every eighth matter.
    fn again(&mut self) -> Option<(RelatedCase, u32)> {
        if self.rng.u8(..) >= 32 || self.complaints.is_empty() {
            return None;
        }
        let at = self.rng.usize(..self.complaints.len());
        self.complaints.get(at).cloned()
    }

    fn intake(&mut self, at: DateTime<Utc>, person: u32, again: bool, waits: bool) -> Intake {
        let category = if again {
            "complaint"
        } else {
            self.matters.category(&mut self.rng)
        };
        let channels = &self.rules.charter.channels;
        let channel = channels.get(self.rng.usize(..channels.len().max(1)));
        let channel = channel.copied().unwrap_or(Channel::Web);
        let anonymous = category == "report";
        let (title, body) = self.matters.texts(category, &mut self.rng);
        let party = if anonymous {
            Party::default()
        } else {
            matter::party(person)
        };
        Intake {
            title,
            body,
            party,
            anonymous,
            arrived_at: waits.then_some(at),
            ..Intake::new(channel, category)
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

    /// Records the facts without the search index, and returns their texts.
    fn record(
        &self,
        write: &Write<'_>,
        party: &Party,
        rng: &mut Rng,
    ) -> Result<Vec<String>, DeskError> {
        let signed = |fact: &Fact| {
            let signer = staffing::member(&fact.by);
            let notices = notices(fact, &self.case.intake).into_iter();
            let sign = move |notice: Notice| match signer {
                Some(signer) => notice.signed_by(signer, &self.case.department),
                None => notice,
            };
            notices.map(sign).collect::<Vec<_>>()
        };
        let notices: Vec<_> = self.facts.iter().flat_map(signed).collect();
        let deadlines = case_deadlines(&self.case, self.rules)?;
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
        late_reason: "",
        by,
        role: if by == staffing::HEAD {
            Role::Supervisor
        } else {
            Role::Clerk
        },
        signer: staffing::member(by),
        history: &[],
        related,
        person: None,
        staff: staffing::everyone(),
    }
}
