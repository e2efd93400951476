//! The scenarios of visits and calls, `tests/scenarios/contacts/`: dated steps against the rules, without a store.

mod form;

use super::{
    rules::{Rules, same},
    story::{self, Seen, Turn, turns},
};
use chrono::{DateTime, Utc};
use form::{Expect, Step, Variant};
use minwon::domain::{
    contact::{self, Arrival, Contact, ContactFact, deadlines},
    deadline::{Deadline, Status, lead},
    fact::Fact,
    party::Party,
    subject::ContactNumber,
};
use std::{collections::BTreeSet, fs, path::Path};

const NUMBER: ContactNumber = ContactNumber {
    year: 2026,
    serial: 12,
};

struct Play {
    rules: Rules,
    party: Party,
    facts: Vec<Fact<ContactFact>>,
    contact: Contact,
    faults: Vec<String>,
}

fn play(scenario: &Scenario, variant: &Variant) -> Vec<String> {
    let rules = Rules::of(&scenario.charter);
    let at = variant.arrive.at.0;
    let arrival = Arrival {
        channel: variant.arrive.channel,
        party: Party {
            name: variant.arrive.name.clone(),
            phone: variant.arrive.phone.clone(),
            ..Party::default()
        },
        matter: variant.arrive.matter.clone(),
        category: variant.arrive.category.clone(),
        officer: variant.arrive.officer.clone(),
        assistance: variant.arrive.assistance,
    };
    let fact = match contact::arrive(NUMBER, &arrival, &rules.context(at, at)) {
        Ok(fact) => fact,
        Err(refusal) => return vec![format!("the arrival was refused: {refusal}")],
    };
    let mut play = Play {
        contact: Contact::begin(NUMBER, &fact).unwrap(),
        party: arrival.party,
        facts: vec![fact],
        rules,
        faults: Vec::new(),
    };
    let clock = |step: &Step| step.recorded.unwrap_or(step.at);
    for turn in turns(&variant.steps, clock, &variant.expect, |expect| expect.at) {
        match turn {
            Turn::Step(step) => play.step(step, clock(step).0),
            Turn::Look(expect) => play.look(expect),
        }
    }
    play.faults
}

impl Play {
    fn step(&mut self, step: &Step, now: DateTime<Utc>) {
        let command = step.action.clone().command();
        let party = contact::person(&self.party, &command);
        let context = self.rules.context(step.at.0, now);
        let place = format!("{} {:?}", self.rules.clock(step.at.0), step.action);
        match (
            contact::decide(&self.contact, &command, &party, &context),
            &step.refused,
        ) {
            (Ok(fact), None) => {
                self.contact.apply(&fact);
                self.facts.push(fact);
                self.party = party;
                if Contact::fold(NUMBER, &self.facts).as_ref() != Some(&self.contact) {
                    self.faults.push(format!("{place}: the fold differs"));
                }
            }
            (Ok(_), Some(expected)) => self
                .faults
                .push(format!("{place}: done, not refused as {expected}")),
            (Err(refusal), Some(expected)) if story::says(&refusal, expected) => {}
            (Err(refusal), expected) => self.faults.push(format!(
                "{place}: refused as {refusal:?} ({refusal}), expected {expected:?}"
            )),
        }
    }

    fn look(&mut self, expect: &Expect) {
        let found = deadlines(&self.contact, &self.rules.charter, &self.rules.calendars).unwrap();
        let mut wrong = Vec::new();
        for deadline in &found {
            let explained = deadline.explain(&self.rules.calendars);
            if explained.as_ref().map(|told| told.due) != Ok(deadline.due) {
                wrong.push(format!("{}: explained as {explained:?}", deadline.promise));
            }
        }
        let mut ids: Vec<String> = found.iter().map(|one| one.promise.clone()).collect();
        ids.sort();
        let wanted = expect.deadlines.clone().map(|mut ids| {
            ids.sort();
            ids
        });
        let leads = lead(&found).map_or("none", |one| one.promise.as_str());
        same(
            "stage",
            expect.stage.as_ref(),
            Some(&self.contact.stage),
            &mut wrong,
        );
        same(
            "lead",
            expect.lead.as_ref(),
            Some(&leads.to_owned()),
            &mut wrong,
        );
        same("deadlines", wanted.as_ref(), Some(&ids), &mut wrong);
        let (department, officer) = (&self.contact.department, &self.contact.officer);
        same(
            "department",
            expect.department.as_ref(),
            Some(department),
            &mut wrong,
        );
        same(
            "officer",
            expect.officer.as_ref(),
            Some(officer),
            &mut wrong,
        );
        if let Some(promise) = &expect.promise {
            let of_it = found.iter().rev().find(|deadline| {
                deadline.promise == *promise && expect.nth.is_none_or(|nth| nth == deadline.nth)
            });
            match of_it {
                Some(deadline) => self.look_at(expect, deadline, &mut wrong),
                None => wrong.push(format!("no {promise}")),
            }
        } else if expect.due.is_some() || expect.status.is_some() {
            wrong.push("due or status without a promise".to_owned());
        }
        let at = self.rules.clock(expect.at.0);
        self.faults
            .extend(wrong.into_iter().map(|wrong| format!("{at} {wrong}")));
    }

    fn look_at(&self, expect: &Expect, deadline: &Deadline, wrong: &mut Vec<String>) {
        let due = if deadline.due.whole_day {
            deadline.due.date.to_string()
        } else {
            self.rules.clock(deadline.due.at)
        };
        let (at, id) = (expect.at.0, &deadline.promise);
        same(
            &format!("{id}: due"),
            expect.due.as_ref(),
            Some(&due),
            wrong,
        );
        let status = deadline.status(at);
        same(
            &format!("{id}: status"),
            expect.status.as_ref(),
            Some(&status),
            wrong,
        );
    }
}

type Scenario = story::Scenario<Variant>;

fn scenarios() -> Vec<(String, Scenario)> {
    super::read("contacts")
}

#[test]
fn every_expectation_about_a_contact_holds() {
    story::all_hold(&scenarios(), |variant| &variant.name, play);
}

/// The rows of the ledger that work on a contact and have a limit.
fn promised() -> BTreeSet<String> {
    let ledger = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ledger.tsv");
    let text = fs::read_to_string(ledger).unwrap();
    let triggers = [
        "visitor_arrived",
        "call",
        "question",
        "officer_absent",
        "answer_later",
    ];
    let rows = text.lines().skip(1).filter(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let trigger = cells[4].split(':').next().unwrap();
        matches!(cells[2], "clock" | "deadline") && triggers.contains(&trigger)
    });
    rows.map(|line| line.split('\t').next().unwrap().to_owned())
        .collect()
}

#[test]
fn every_promise_on_a_contact_is_kept_once_and_broken_once() {
    let mut seen = Seen::new();
    for (_, scenario) in scenarios() {
        for promise in &scenario.promises {
            let looks = scenario.variants.iter().flat_map(|variant| &variant.expect);
            let looks = looks.filter(|expect| expect.promise.as_ref() == Some(promise));
            let words = looks.filter_map(|expect| expect.status);
            seen.entry(promise.clone())
                .or_default()
                .extend(words.map(Status::id));
        }
    }
    let promised = promised();
    assert!(
        promised.len() >= 14,
        "the ledger was not read: {promised:?}"
    );
    story::kept_and_broken(promised, &seen);
}
