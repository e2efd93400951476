//! The scenarios of visits and calls, `tests/scenarios/contacts/`: dated steps against the rules, without a store.

use super::{
    Seen, kept_and_broken, ledger,
    play::{self, Found, Play, Refused},
    rules::Rules,
    story::{self, Time},
};
use minwon::domain::{
    contact::{self, Contact, ContactFact, ContactStage, deadlines},
    decide::Context,
    fact::Fact,
    party::Party,
    staff::{Role, Staff},
    story::{ContactAction, ContactStart},
    subject::ContactNumber,
};
use serde::Deserialize;
use std::sync::LazyLock;

type Scenario = story::Scenario<Variant>;
type Step = story::Step<ContactAction<Time>>;
type Expect = story::Expect<ContactStage>;

/// One story.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Variant {
    name: String,
    arrive: ContactStart<Time>,
    #[serde(default, rename = "step")]
    steps: Vec<Step>,
    expect: Vec<Expect>,
}

const NUMBER: ContactNumber = ContactNumber {
    year: 2026,
    serial: 12,
};

/// Somebody of a department that the charters do not name.
static STAFF: LazyLock<[Staff; 1]> = LazyLock::new(|| {
    [Staff {
        login: "lee".into(),
        name: "이담당".into(),
        department: "연수팀".into(),
        phone: "02-000-0001".into(),
        mobile: String::new(),
        deputy: String::new(),
        role: Role::Clerk,
        retired_at: None,
    }]
});

struct Played {
    rules: Rules,
    party: Party,
    facts: Vec<Fact<ContactFact>>,
    contact: Contact,
}

fn play(scenario: &Scenario, variant: &Variant) -> Vec<String> {
    let rules = Rules::of(&scenario.charter);
    let ContactStart { at, by, arrival } = &variant.arrive;
    let fact = match contact::arrive(NUMBER, arrival, &rules.context(*at, by)) {
        Ok(fact) => fact,
        Err(refusal) => return vec![format!("the arrival was refused: {refusal}")],
    };
    let played = Played {
        contact: Contact::begin(NUMBER, &fact).unwrap(),
        party: arrival.party.clone(),
        facts: vec![fact],
        rules,
    };
    play::run(played, &variant.steps, &variant.expect)
}

impl Play for Played {
    type Action = ContactAction<Time>;
    type Of = ();
    type Stage = ContactStage;

    fn step(&mut self, step: &Step) -> Result<(), Refused> {
        let command = step.done.action.command(|time| time.0);
        let party = contact::merged_party(&self.party, &command);
        let context = Context {
            staff: &*STAFF,
            ..self.rules.of_step(step, Role::Clerk)
        };
        let fact = contact::decide((&self.contact, &self.facts), &command, &party, &context)?;
        let further = std::slice::from_ref(&fact);
        self.contact = self.contact.clone().with(&self.facts, further);
        self.facts.push(fact);
        self.party = party;
        Ok(())
    }

    fn is_folded(&self) -> bool {
        Contact::fold(NUMBER, &self.facts).as_ref() == Some(&self.contact)
    }

    fn found(&self, _: &Expect) -> Result<Found<ContactStage>, String> {
        let contact = &self.contact;
        let deadlines = deadlines(contact, &self.rules.charter, &self.rules.calendars);
        Ok(Found {
            stage: contact.stage,
            department: Some(contact.department.clone()),
            officer: Some(contact.officer.clone()),
            deadlines: deadlines.unwrap(),
            standing: None,
            notices: None,
            states: None,
            steps: None,
            priority: None,
            duties: None,
            promise: None,
        })
    }

    fn rules(&self) -> &Rules {
        &self.rules
    }
}

fn scenarios() -> Vec<(String, Scenario)> {
    super::read("contacts")
}

#[test]
fn every_expectation_about_a_contact_holds() {
    play::all_hold(&scenarios(), |variant| &variant.name, play);
}

#[test]
fn every_promise_on_a_contact_is_kept_once_and_broken_once() {
    let mut seen = Seen::new();
    for (_, scenario) in scenarios() {
        for promise in &scenario.promises {
            let looks = scenario.variants.iter().flat_map(|variant| &variant.expect);
            let looks = looks.filter(|expect| expect.promise.as_ref() == Some(promise));
            let seen = seen.entry(promise.clone()).or_default();
            seen.extend(looks.filter_map(|expect| expect.status));
        }
    }
    let triggers = [
        "visitor_arrived",
        "call",
        "question",
        "officer_absent",
        "answer_later",
    ];
    // The rows of the ledger that work on a contact and have a limit.
    let promised = ledger(&["clock", "deadline"], |trigger| {
        triggers.contains(&trigger)
    });
    assert!(
        promised.len() >= 14,
        "the ledger was not read: {promised:?}"
    );
    kept_and_broken(promised, &seen);
}
