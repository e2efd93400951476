//! The scenarios of duties, `tests/scenarios/duties/`: what opens, when it is due, what becomes of it; without a store.

use super::{
    rules::{Rules, same},
    story::{self, Seen, Time, Turn, turns},
};
use chrono::NaiveDate;
use minwon::domain::{
    deadline::{Deadline, Status},
    decide::Context,
    duty::{
        Begun, Duty, DutyCommand, DutyFact, DutyStage, Opening, Period, deadlines, decide,
        followers, plan_date, plans,
    },
    fact::Fact,
    staff::Role,
    subject::DutyNumber,
};
use serde::Deserialize;
use std::{collections::BTreeSet, fs, path::Path};

/// One story: a duty that opens with its period, or one that is planned for a day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Variant {
    name: String,
    promise: String,
    period: Option<Period>,
    planned: Option<Planned>,
    #[serde(default, rename = "step")]
    steps: Vec<Step>,
    expect: Vec<Expect>,
}

/// A day that staff give to a training or the like.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Planned {
    at: Time,
    on: NaiveDate,
}

/// What a clerk does.
#[derive(Debug, Deserialize)]
struct Step {
    at: Time,
    /// To which duty of the chain; to the first where it is left out.
    promise: Option<String>,
    /// It is refused: a part of the sentence in one of the languages.
    refused: Option<String>,
    #[serde(flatten)]
    action: Action,
}

/// The actions, named as on the command line.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
enum Action {
    Done,
    Announce,
    Schedule { on: NaiveDate },
    Skip { reason: String },
}

/// What is looked at, as it stands at a moment.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    at: Time,
    /// Which duty of the chain; the first where it is left out.
    promise: Option<String>,
    due: Option<NaiveDate>,
    status: Option<Status>,
    stage: Option<DutyStage>,
    /// Every duty there is by then.
    duties: Option<Vec<String>>,
}

impl Expect {
    fn of<'a>(&'a self, variant: &'a Variant) -> &'a str {
        self.promise.as_deref().unwrap_or(&variant.promise)
    }
}

struct Play {
    rules: Rules,
    duties: Vec<Duty>,
    faults: Vec<String>,
}

/// Duties are done by whoever leads the office.
fn directed(rules: &Rules, at: Time) -> Context<'_> {
    Context {
        role: Role::Supervisor,
        ..rules.context(at.0, at.0)
    }
}

fn play(scenario: &Scenario, variant: &Variant) -> Vec<String> {
    let mut play = Play {
        rules: Rules::of(&scenario.charter),
        duties: Vec::new(),
        faults: Vec::new(),
    };
    if !play.begin(variant) {
        return vec![format!("{} does not begin", variant.promise)];
    }
    for turn in turns(
        &variant.steps,
        |step| step.at,
        &variant.expect,
        |expect| expect.at,
    ) {
        match turn {
            Turn::Step(step) => {
                let promise = step.promise.as_deref().unwrap_or(&variant.promise);
                play.step(step, promise);
            }
            Turn::Look(expect) => play.look(expect, expect.of(variant)),
        }
    }
    play.faults
}

impl Play {
    fn number(&self) -> DutyNumber {
        let serial = u32::try_from(self.duties.len() + 1).unwrap();
        DutyNumber { year: 2026, serial }
    }

    /// Opens the duty of the story, by its period or by its plan.
    fn begin(&mut self, variant: &Variant) -> bool {
        if let Some(planned) = variant.planned {
            let context = directed(&self.rules, planned.at);
            let facts = plan_date(&variant.promise, planned.on, "", 1, &context);
            let duty = facts
                .ok()
                .and_then(|facts| Duty::fold(self.number(), &facts));
            self.duties.extend(duty);
        }
        if let Some(period) = variant.period {
            let first = period.first_day();
            let openings = Begun {
                plans: &plans(&self.rules.charter),
                charter: 1,
                since: first,
                today: first,
                calendar: self.rules.calendars.now(),
            }
            .openings(|_, _| false);
            let is_it = |one: &&Opening| {
                one.opened.promise == variant.promise && one.opened.period == period
            };
            if let Some(opening) = openings.iter().find(is_it) {
                self.open(opening);
            }
        }
        self.duties.len() == 1
    }

    fn open(&mut self, opening: &Opening) {
        let fact = Fact {
            seq: 1,
            at: opening.at,
            recorded_at: opening.at,
            by: "minwon".to_owned(),
            kind: DutyFact::Opened(Box::new(opening.opened.clone())),
            announced: Vec::new(),
        };
        self.duties.extend(Duty::begin(self.number(), &fact));
    }

    fn step(&mut self, step: &Step, promise: &str) {
        let command = match &step.action {
            Action::Done => DutyCommand::Finish(Box::default()),
            Action::Announce => DutyCommand::Announce {
                text: String::new(),
            },
            Action::Schedule { on } => DutyCommand::Schedule { on: *on },
            Action::Skip { reason } => DutyCommand::Skip {
                reason: reason.clone(),
            },
        };
        let place = format!(
            "{} {promise} {:?}",
            self.rules.clock(step.at.0),
            step.action
        );
        let Some(duty) = self.duties.iter_mut().find(|duty| duty.promise == promise) else {
            self.faults.push(format!("{place}: there is no such duty"));
            return;
        };
        let context = directed(&self.rules, step.at);
        match (decide(duty, &command, &context), &step.refused) {
            (Ok(fact), None) => {
                duty.apply(&fact);
                if matches!(fact.kind, DutyFact::Done(_)) {
                    for opening in followers(&plans(&self.rules.charter), &duty.clone(), fact.at) {
                        self.open(&opening);
                    }
                }
            }
            (Err(refusal), Some(expected)) if story::says(&refusal, expected) => {}
            (found, expected) => self
                .faults
                .push(format!("{place}: {found:?}, refused as {expected:?}")),
        }
    }

    fn deadline(&self, duty: &Duty) -> Option<Deadline> {
        let mut found = deadlines(duty, &self.rules.charter, &self.rules.calendars).unwrap();
        found.pop()
    }

    fn look(&mut self, expect: &Expect, promise: &str) {
        let mut wrong = Vec::new();
        let ids: Vec<String> = self.duties.iter().map(|one| one.promise.clone()).collect();
        same("duties", expect.duties.as_ref(), Some(&ids), &mut wrong);
        if let Some(duty) = self.duties.iter().find(|duty| duty.promise == promise) {
            let deadline = self.deadline(duty);
            let deadline = deadline.as_ref();
            let due = deadline.map(|deadline| deadline.due.date);
            let status = deadline.map(|deadline| deadline.status(expect.at.0));
            let explained =
                deadline.map(|deadline| deadline.explain(&self.rules.calendars).unwrap().due);
            if explained != deadline.map(|deadline| deadline.due) {
                wrong.push(format!("explained as {explained:?}"));
            }
            same("due", expect.due.as_ref(), due.as_ref(), &mut wrong);
            same(
                "status",
                expect.status.as_ref(),
                status.as_ref(),
                &mut wrong,
            );
            same(
                "stage",
                expect.stage.as_ref(),
                Some(&duty.stage),
                &mut wrong,
            );
        } else {
            wrong.push("there is no such duty".to_owned());
        }
        let at = self.rules.clock(expect.at.0);
        let wrong = wrong.into_iter();
        self.faults
            .extend(wrong.map(|wrong| format!("{at} {promise}: {wrong}")));
    }
}

type Scenario = story::Scenario<Variant>;

fn scenarios() -> Vec<(String, Scenario)> {
    super::read("duties")
}

#[test]
fn every_expectation_about_a_duty_holds() {
    story::all_hold(&scenarios(), |variant| &variant.name, play);
}

/// How each promise that a scenario names is seen in it.
fn seen() -> Seen {
    let mut seen = Seen::new();
    for (_, scenario) in scenarios() {
        for promise in &scenario.promises {
            let looks = scenario.variants.iter().flat_map(|variant| {
                let looks = variant.expect.iter();
                looks.filter(|expect| expect.of(variant) == promise)
            });
            let words = looks.filter_map(|expect| expect.status).map(Status::id);
            seen.entry(promise.clone()).or_default().extend(words);
        }
    }
    seen
}

/// Every duty of the ledger and of the law, and what a scenario names beside them, is kept once and missed once.
#[test]
fn every_duty_is_kept_once_and_missed_once() {
    let ledger = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ledger.tsv");
    let ledger = fs::read_to_string(ledger).unwrap();
    let rows = ledger.lines().skip(1).map(|line| line.split('\t'));
    let duties = rows.filter_map(|mut cells| {
        let id = cells.next()?;
        (cells.nth(1)? == "duty").then(|| id.to_owned())
    });
    let mut promised: BTreeSet<String> = duties.collect();
    assert_eq!(promised.len(), 14, "the ledger was read");
    promised.insert("act.monthly-check".to_owned());
    let seen = seen();
    promised.extend(seen.keys().cloned());
    story::kept_and_broken(promised, &seen);
}
