//! The scenarios of duties, `tests/scenarios/duties/`: what opens, when it is due, what becomes of it; without a store.

use super::{
    Seen, kept_and_broken, ledger,
    play::{self, Found, Play, Refused},
    rules::Rules,
    story::{self, Time},
};
use chrono::NaiveDate;
use minwon::domain::{
    decide::Context,
    duty::{
        CompletionInput, Duty, DutyCalendar, DutyCommand, DutyFact, DutyStage, NewDuty, Period,
        deadlines, decide, followers, plan_date, plans,
    },
    fact::Fact,
    staff::Role,
    subject::DutyNumber,
};
use serde::Deserialize;

type Scenario = story::Scenario<Variant>;
type Step = story::Step<Action, String>;
type Expect = story::Expect<DutyStage>;

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

/// The actions, named as on the command line.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
enum Action {
    Done {
        published: Option<NaiveDate>,
        #[serde(default)]
        evidence: String,
        #[serde(default, rename = "put-right")]
        put_right: String,
    },
    Announce {},
    Schedule {
        on: NaiveDate,
    },
    Skip {
        reason: String,
    },
}

struct Played<'a> {
    /// The promise of the first duty.
    promise: &'a str,
    rules: Rules,
    duties: Vec<(Vec<Fact<DutyFact>>, Duty)>,
}

fn play(scenario: &Scenario, variant: &Variant) -> Vec<String> {
    let mut played = Played {
        promise: &variant.promise,
        rules: Rules::of(&scenario.charter),
        duties: Vec::new(),
    };
    if !played.begin(variant) {
        return vec![format!("{} does not begin", variant.promise)];
    }
    play::run(played, &variant.steps, &variant.expect)
}

impl Played<'_> {
    fn number(&self) -> DutyNumber {
        let serial = u32::try_from(self.duties.len() + 1).unwrap();
        DutyNumber { year: 2026, serial }
    }

    /// Opens the duty of the story, by its period or by its plan.
    fn begin(&mut self, variant: &Variant) -> bool {
        if let Some(planned) = variant.planned {
            let context = Context {
                role: Role::Supervisor,
                ..self.rules.context(planned.at, "")
            };
            if let Ok(facts) = plan_date(&variant.promise, planned.on, "", 1, &context) {
                self.open(facts);
            }
        }
        if let Some(period) = variant.period {
            let first = period.first_day();
            let openings = DutyCalendar {
                plans: &plans(&self.rules.charter),
                charter: 1,
                since: first,
                today: first,
                calendar: self.rules.calendars.now(),
            }
            .openings(|_, _| false);
            let is_it = |one: &&NewDuty| {
                one.opened.promise == variant.promise && one.opened.period == period
            };
            if let Some(opening) = openings.iter().find(is_it) {
                self.open(vec![opened(opening)]);
            }
        }
        self.duties.len() == 1
    }

    fn open(&mut self, facts: Vec<Fact<DutyFact>>) {
        let duty = Duty::fold(self.number(), &facts);
        self.duties.extend(duty.map(|duty| (facts, duty)));
    }
}

/// The fact with which a duty opens.
fn opened(opening: &NewDuty) -> Fact<DutyFact> {
    Fact {
        seq: 1,
        at: opening.at,
        recorded_at: opening.at,
        by: "minwon".to_owned(),
        kind: DutyFact::Opened(Box::new(opening.opened.clone())),
        announced: Vec::new(),
        late_reason: None,
    }
}

impl Play for Played<'_> {
    type Action = Action;
    type Of = String;
    type Stage = DutyStage;

    fn step(&mut self, step: &Step) -> Result<(), Refused> {
        let command = match &step.done.action {
            Action::Done {
                published,
                evidence,
                put_right,
            } => DutyCommand::Finish(Box::new(CompletionInput {
                published: published.map(|day| day.to_string()).unwrap_or_default(),
                evidence: evidence.clone(),
                put_right: put_right.clone(),
                ..CompletionInput::default()
            })),
            Action::Announce {} => DutyCommand::Announce {
                text: String::new(),
            },
            Action::Schedule { on } => DutyCommand::Schedule { on: *on },
            Action::Skip { reason } => DutyCommand::Skip {
                reason: reason.clone(),
            },
        };
        let promise = step.promise.as_deref().unwrap_or(self.promise);
        let mut duties = self.duties.iter_mut();
        let of_it = duties.find(|(_, duty)| duty.promise == promise);
        let (facts, duty) = of_it.unwrap_or_else(|| panic!("there is no {promise}"));
        // Duties are done by whoever leads the office.
        let context = self.rules.of_step(step, Role::Supervisor);
        let fact = decide((duty, facts), &command, &context)?;
        duty.apply(&fact);
        facts.push(fact.clone());
        if matches!(fact.kind, DutyFact::Done(_)) {
            for opening in followers(&plans(&self.rules.charter), &duty.clone(), fact.at) {
                self.open(vec![opened(&opening)]);
            }
        }
        Ok(())
    }

    fn is_folded(&self) -> bool {
        let is =
            |(facts, duty): &(Vec<_>, Duty)| Duty::fold(duty.number, facts).as_ref() == Some(duty);
        self.duties.iter().all(is)
    }

    fn found(&self, expect: &Expect) -> Result<Found<DutyStage>, String> {
        let promise = expect.promise.as_deref().unwrap_or(self.promise);
        let mut duties = self.duties.iter().map(|(_, duty)| duty);
        let duty = duties.find(|duty| duty.promise == promise);
        let duty = duty.ok_or_else(|| format!("there is no {promise}"))?;
        let mut deadlines = deadlines(duty, &self.rules.charter, &self.rules.calendars).unwrap();
        let ids = self.duties.iter().map(|(_, one)| one.promise.clone());
        Ok(Found {
            stage: duty.stage,
            department: None,
            officer: None,
            promise: deadlines.last().map(|deadline| deadline.promise.clone()),
            deadlines: deadlines.pop().into_iter().collect(),
            standing: None,
            notices: None,
            states: None,
            steps: None,
            priority: None,
            duties: Some(ids.collect()),
        })
    }

    fn rules(&self) -> &Rules {
        &self.rules
    }
}

fn scenarios() -> Vec<(String, Scenario)> {
    super::read("duties")
}

#[test]
fn every_expectation_about_a_duty_holds() {
    play::all_hold(&scenarios(), |variant| &variant.name, play);
}

/// Every duty of the ledger and of the law, and what a scenario names beside them, is kept once and missed once.
#[test]
fn every_duty_is_kept_once_and_missed_once() {
    let mut seen = Seen::new();
    for (_, scenario) in scenarios() {
        for promise in &scenario.promises {
            let looks = scenario.variants.iter().flat_map(|variant| {
                let of = |expect: &&Expect| {
                    expect.promise.as_ref().unwrap_or(&variant.promise) == promise
                };
                variant.expect.iter().filter(of)
            });
            let seen = seen.entry(promise.clone()).or_default();
            seen.extend(looks.filter_map(|expect| expect.status));
        }
    }
    let mut promised = ledger(&["duty"], |_| true);
    assert_eq!(promised.len(), 20, "the ledger was read");
    promised.insert("act.monthly-check".to_owned());
    promised.extend(seen.keys().cloned());
    kept_and_broken(promised, &seen);
}
