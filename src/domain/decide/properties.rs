//! What must hold for every case, whatever clerks do to it and whenever.

pub(super) mod agreement;
mod amend;
mod redress;
mod revoked;

use super::*;
use crate::domain::{
    calendar::Calendars,
    charter::{Channel, builtin},
    command::{Exit, Handling, Ladder, Supplement, Timing},
    deadline::{Status, deadlines},
    fact::{ContactWay, ExtensionReason, FactContent, Outcome, SuspensionReason},
    holidays::{HolidayChange, HolidayEdit, HolidayKind, Holidays},
    staff::sample_staff,
};
use chrono::{Days, NaiveDate, TimeDelta, TimeZone};
use proptest::{collection::vec, prelude::*, sample::select};
use std::{collections::BTreeMap, sync::LazyLock};

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
        department: String::new(),
        results,
        step: 0,
        sameness: None,
    })
    .to_vec()
}

fn text() -> impl Strategy<Value = String> {
    // Mostly fine; now and then missing, with blanks, or with a control character.
    prop_oneof![
        8 => Just("내용".to_owned()),
        1 => Just(" ".to_owned()),
        1 => Just("a\u{7}".to_owned()),
    ]
}

fn about_time() -> impl Strategy<Value = Command> {
    let reason = || select(ExtensionReason::ALL);
    prop_oneof![
        (reason(), text())
            .prop_map(|(reason, text)| Command::Timing(Timing::NeedExtension { reason, text })),
        (reason(), 0_u32..16, text(), any::<bool>()).prop_map(|(reason, days, text, consent)| {
            Command::Timing(Timing::Extend {
                reason,
                days,
                text,
                consent,
            })
        }),
        text().prop_map(|text| Command::Timing(Timing::ReplyInterim { text })),
        (text(), 0_u64..90).prop_map(|(text, days)| Command::Supplement(Supplement::Request {
            text,
            until: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(days),
        })),
        (text(), 0_u64..90).prop_map(|(text, days)| Command::Supplement(Supplement::Extend {
            text,
            until: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(days),
        })),
        Just(Command::Supplement(Supplement::Receive)),
        (select(SuspensionReason::ALL), text())
            .prop_map(|(reason, text)| Command::Timing(Timing::Suspend { reason, text })),
        Just(Command::Timing(Timing::Resume)),
        Just(Command::Handling(Handling::NeedReview)),
    ]
}

fn work() -> impl Strategy<Value = Command> {
    prop_oneof![
        Just(Command::Handling(Handling::Accept)),
        (text(), text()).prop_map(|(department, officer)| Command::Handling(Handling::Assign {
            department,
            officer
        })),
        Just(Command::Handling(Handling::Acknowledge)),
        text().prop_map(|text| Command::Handling(Handling::Note { text })),
        (text(), any::<bool>())
            .prop_map(|(text, prevents)| Command::Handling(Handling::Action { text, prevents })),
        (select(ContactWay::ALL), text())
            .prop_map(|(how, text)| Command::Handling(Handling::Contact { how, text })),
        text().prop_map(|text| Command::Handling(Handling::Apologise { text })),
        (select(Outcome::ALL), text(), text()).prop_map(|(outcome, text, remedy)| {
            Command::Handling(Handling::Answer {
                outcome,
                text,
                remedy,
            })
        }),
        (text(), text())
            .prop_map(|(ground, remedy)| Command::Handling(Handling::Refuse { ground, remedy })),
        (0_u32..9, text())
            .prop_map(|(fact, text)| Command::Handling(Handling::Correct { fact, text })),
        (0_u32..20, text())
            .prop_map(|(fact, reason)| Command::Handling(Handling::Revoke { fact, reason })),
        (text(), text(), prop::option::of(0_u64..90)).prop_map(|(department, text, days)| {
            Command::Handling(Handling::Consult {
                department,
                text,
                until: days
                    .map(|days| NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(days)),
            })
        }),
        (text(), text()).prop_map(|(department, text)| Command::Handling(
            Handling::AnswerConsultation { department, text }
        )),
    ]
}

fn way_out() -> impl Strategy<Value = Command> {
    let other = || (1_u32..6).prop_map(number);
    prop_oneof![
        2 => text().prop_map(|text| Command::Exit(Exit::Object { text })),
        2 => text().prop_map(|text| Command::Exit(Exit::Reopen { text })),
        1 => text().prop_map(|text| Command::Exit(Exit::Withdraw { text })),
        1 => text().prop_map(|text| Command::Exit(Exit::Return { text })),
        1 => (text(), text()).prop_map(|(agency, text)| Command::Exit(Exit::Transfer { agency, text })),
        1 => other().prop_map(|into| Command::Exit(Exit::Merge { into })),
        1 => Just(Command::Exit(Exit::Close { untold: String::new() })),
        1 => Just(Command::Exit(Exit::CloseAsRepeat)),
    ]
}

fn ladder() -> impl Strategy<Value = Command> {
    prop_oneof![
        text().prop_map(|instruction| Command::Ladder(Ladder::StepOne {
            department: "고객지원팀".to_owned(),
            officer: "kim".to_owned(),
            instruction,
        })),
        (text(), text())
            .prop_map(|(result, apology)| Command::Ladder(Ladder::StepTwo { result, apology })),
        text().prop_map(|reason| Command::Ladder(Ladder::StepThree {
            reason,
            department: "고객지원팀".to_owned(),
            officer: "kim".to_owned(),
        })),
        (1_u32..6, any::<bool>()).prop_map(|(serial, see_also)| Command::Ladder(Ladder::Link {
            earlier: number(serial),
            see_also,
            reason: String::new(),
        })),
    ]
}

fn turn() -> impl Strategy<Value = (i64, Turn)> {
    // Boxed: side by side they do not fit on the stack of a test.
    let command = prop_oneof![5 => work().boxed(), 5 => about_time().boxed(), 2 => way_out().boxed(),
        2 => ladder().boxed(), 2 => redress::made_up_for().boxed(), 2 => redress::visit().boxed(),
        2 => amend::put_right().boxed()];
    let turn = prop_oneof![
        12 => command.prop_map(Turn::Command),
        1 => (0_u64..12).prop_map(Turn::Holiday),
    ];
    // Now and then the clock stands, or is set back.
    let minutes =
        prop_oneof![1 => Just(0_i64), 1 => Just(-5), 6 => 1_i64..600, 4 => 600_i64..6_000];
    (minutes, turn)
}

fn intake() -> impl Strategy<Value = (usize, Intake, i64)> {
    let parts = (
        0..CHARTERS.len(),
        select(Channel::ALL),
        any::<prop::sample::Index>(),
        (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()),
        0_i64..60 * 24 * 60,
    );
    parts.prop_map(
        |(charter, channel, category, (review, anonymous, mail, waits), minute)| {
            let of = &CHARTERS[charter];
            let mut intake = Intake::new(
                if of.channels.contains(&channel) {
                    channel
                } else {
                    of.channels[0]
                },
                category.get(&of.categories).id.clone(),
            );
            intake.title = "제목".to_owned();
            intake.needs_review = review;
            intake.anonymous = anonymous;
            intake.petitioner.identifiable = !anonymous;
            if mail {
                intake.party.email = "gil@example.org".to_owned();
            }
            let at = start(minute);
            intake.arrived_at = waits.then_some(at);
            (charter, intake, minute)
        },
    )
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
            Turn::Command(command) => {
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
                let decided = decide(&self.case, command, &context);
                if let Ok(facts) = decided {
                    let party = command.person_after(self.party().clone());
                    if let Command::Handling(Handling::Amend(_)) = command {
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
            let beside = last.is_none() && amended && statute::is_handling(&deadline.promise);
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
