//! Plays one variant: takes the matter in, does the steps in order, and looks when the scenario says so.

use super::{
    form::{Expect, Form, Other, Scenario, Step, Variant},
    rules::{Rules, calendars, same},
    story::{Turn, says, turns},
};
use chrono::{DateTime, NaiveDate, Utc};
use minwon::domain::{
    calendar::{Calendars, NightReceipt},
    case::{Case, CaseNumber},
    charter::Charter,
    command::Intake,
    deadline::{Deadline, Left, State, deadlines, is_raised},
    decide::{Context, Related, decide, receive},
    fact::Fact,
    holidays::{HolidayChange, HolidayEdit},
    notice::notice,
    refusal::Refusal,
    staff::{Role, Staff},
};
use std::sync::LazyLock;

/// The number of the case that is played; other cases are earlier or later than it.
const NUMBER: CaseNumber = CaseNumber {
    year: 2026,
    serial: 100,
};

/// What went wrong.
type Faults = Vec<String>;

struct Play<'a> {
    variant: &'a Variant,
    rules: Rules,
    /// How many of the holidays were entered.
    entered: usize,
    facts: Vec<Fact>,
    case: Case,
    faults: Faults,
}

/// Plays a variant and says what was not as expected.
pub(super) fn play(scenario: &Scenario, variant: &Variant) -> Faults {
    let form = joined(&scenario.intake, &variant.intake);
    let mut rules = Rules::of(&scenario.charter);
    if form.next_open {
        rules.charter.office.night_receipt = NightReceipt::NextOpen;
    }
    let at = form.at.expect("the intake has no time").0;
    rules.calendars = known(&rules.charter, variant, at).1;
    let context = Context {
        signer: Some(&SIGNER),
        ..rules.context(at, at)
    };
    let facts = match receive(NUMBER, &intake(&form), &context) {
        Ok(facts) => facts,
        Err(refusal) => return vec![format!("the intake was refused: {refusal}")],
    };
    let case = Case::fold(NUMBER, &facts).unwrap();
    let mut play = Play {
        variant,
        rules,
        entered: 0,
        facts,
        case,
        faults: Vec::new(),
    };
    play.run();
    play.faults
}

fn joined(base: &Form, own: &Form) -> Form {
    Form {
        at: own.at.or(base.at),
        channel: own.channel.or(base.channel),
        category: own.category.clone().or_else(|| base.category.clone()),
        kind: own.kind.or(base.kind),
        title: own.title.clone().or_else(|| base.title.clone()),
        email: own.email.clone().or_else(|| base.email.clone()),
        needs_review: own.needs_review || base.needs_review,
        anonymous: own.anonymous || base.anonymous,
        arrived: own.arrived.or(base.arrived),
        received: own.received.or(base.received),
        next_open: own.next_open || base.next_open,
    }
}

fn intake(form: &Form) -> Intake {
    let channel = form.channel.expect("the intake has no channel");
    let category = form.category.clone().expect("the intake has no category");
    let mut intake = Intake::new(channel, category);
    intake.kind = form.kind;
    intake.title = form.title.clone().unwrap_or_else(|| "제목".to_owned());
    intake.party.email = form.email.clone().unwrap_or_default();
    intake.needs_review = form.needs_review;
    intake.anonymous = form.anonymous;
    intake.arrived_at = form.arrived.map(|time| time.0);
    intake.received_at = form.received.map(|time| time.0);
    intake
}

/// The calendars as they are known at a moment, and from how many entries.
fn known(charter: &Charter, variant: &Variant, at: DateTime<Utc>) -> (usize, Calendars) {
    let known = variant.holidays.iter().filter(|holiday| holiday.at.0 <= at);
    let edits: Vec<HolidayEdit> = known
        .map(|holiday| HolidayEdit {
            date: holiday.date,
            name: holiday.name.clone(),
            change: holiday
                .kind
                .map_or(HolidayChange::Removed, HolidayChange::Added),
            source: "관보".to_owned(),
            decided_on: holiday.date,
            entered_at: holiday.at.0,
        })
        .collect();
    let entered = edits.len();
    (entered, calendars(charter, edits))
}

/// Who signs: somebody with a number.
static SIGNER: LazyLock<Staff> = LazyLock::new(|| Staff {
    login: "kim".into(),
    name: "김가상".into(),
    department: "고객지원팀".into(),
    phone: "054-000-1365".into(),
    mobile: String::new(),
    deputy: String::new(),
    role: Role::Clerk,
    retired_at: None,
});

impl Play<'_> {
    fn run(&mut self) {
        let variant = self.variant;
        let clock = |step: &Step| step.recorded.unwrap_or(step.at);
        for turn in turns(&variant.steps, clock, &variant.expect, |expect| expect.at) {
            match turn {
                Turn::Step(step) => self.step(step, clock(step).0),
                Turn::Look(expect) => self.look(expect),
            }
        }
    }

    fn know(&mut self, at: DateTime<Utc>) {
        let (entered, calendars) = known(&self.rules.charter, self.variant, at);
        if entered != self.entered {
            (self.entered, self.rules.calendars) = (entered, calendars);
        }
    }

    fn step(&mut self, step: &Step, now: DateTime<Utc>) {
        self.know(now);
        let related: Vec<Related> = self.variant.others.iter().map(other).collect();
        let context = Context {
            role: step.role.unwrap_or(Role::Clerk),
            signer: Some(&SIGNER),
            related: &related,
            ..self.rules.context(step.at.0, now)
        };
        let command = step.action.command();
        let decided = command.and_then(|command| decide(&self.case, &command, &context));
        let place = format!("{} {:?}", self.rules.clock(step.at.0), step.action);
        match (decided, &step.refused) {
            (Ok(facts), None) => {
                for fact in facts {
                    self.case.apply(&fact);
                    self.facts.push(fact);
                }
                let folded = Case::fold(NUMBER, &self.facts);
                if folded.as_ref() != Some(&self.case) {
                    self.faults.push(format!("{place}: the fold differs"));
                }
            }
            (Err(refusal), Some(expected)) if is(&refusal, expected) => {}
            (Ok(_), Some(expected)) => self
                .faults
                .push(format!("{place}: done, not refused as {expected}")),
            (Err(refusal), expected) => self.faults.push(format!(
                "{place}: refused as {refusal:?} ({refusal}), expected {expected:?}"
            )),
        }
    }

    fn look(&mut self, expect: &Expect) {
        self.know(expect.at.0);
        let found = deadlines(&self.case, &self.rules.charter, &self.rules.calendars).unwrap();
        let mut wrong = Vec::new();
        for deadline in &found {
            let explained = deadline.explain(&self.rules.calendars);
            if explained.as_ref().map(|told| told.due) != Ok(deadline.due) {
                wrong.push(format!("{}: explained as {explained:?}", deadline.promise));
            }
        }
        self.look_at_case(expect, &found, &mut wrong);
        if let Some(promise) = &expect.promise {
            let of_it = found.iter().rev().find(|deadline| {
                deadline.promise == *promise && expect.nth.is_none_or(|nth| nth == deadline.nth)
            });
            match of_it {
                Some(deadline) => self.look_at_deadline(expect, deadline, &mut wrong),
                None => wrong.push(format!("no {promise}")),
            }
        } else if expect.due.is_some() || expect.status.is_some() || expect.left.is_some() {
            wrong.push("due, status or left without a promise".to_owned());
        }
        let at = self.rules.clock(expect.at.0);
        let wrong = wrong.into_iter().map(|wrong| format!("{at} {wrong}"));
        self.faults.extend(wrong);
    }

    fn look_at_case(&self, expect: &Expect, found: &[Deadline], wrong: &mut Faults) {
        let told = self.facts.iter().flat_map(|fact| {
            let told = notice(fact, &self.case.intake);
            told.into_iter()
                .map(|notice| format!("{} by {}", notice.kind, notice.medium))
        });
        let mut of_all: Vec<String> = found.iter().map(|one| one.promise.clone()).collect();
        of_all.sort();
        let expected_all = expect.deadlines.clone().map(|mut ids| {
            ids.sort();
            ids
        });
        let lead = minwon::domain::deadline::lead(found);
        let lead = lead.map_or("none", |one| one.promise.as_str());
        let steps: Vec<u8> = self
            .case
            .steps
            .iter()
            .map(|one| one.step.number())
            .collect();
        let raised = is_raised(&self.case, found, &self.rules.charter);
        same("priority", expect.priority.as_ref(), Some(&raised), wrong);
        same(
            "stage",
            expect.stage.as_ref(),
            Some(&self.case.stage),
            wrong,
        );
        same("lead", expect.lead.as_ref(), Some(&lead.to_owned()), wrong);
        same("deadlines", expected_all.as_ref(), Some(&of_all), wrong);
        same(
            "notices",
            expect.notices.as_ref(),
            Some(&told.collect()),
            wrong,
        );
        same("steps", expect.steps.as_ref(), Some(&steps), wrong);
        same(
            "department",
            expect.department.as_ref(),
            Some(&self.case.department),
            wrong,
        );
        same(
            "officer",
            expect.officer.as_ref(),
            Some(&self.case.officer),
            wrong,
        );
    }

    fn look_at_deadline(&self, expect: &Expect, deadline: &Deadline, wrong: &mut Faults) {
        let due = if deadline.due.whole_day {
            deadline.due.date.to_string()
        } else {
            self.rules.clock(deadline.due.at)
        };
        let left = match deadline.state {
            State::Paused(Left::Days(days)) => format!("{days} days"),
            State::Paused(Left::Seconds(seconds)) => format!("{} hours", seconds / 3600),
            _ => "none".to_owned(),
        };
        let mut mine = Vec::new();
        same("due", expect.due.as_ref(), Some(&due), &mut mine);
        same("left", expect.left.as_ref(), Some(&left), &mut mine);
        same(
            "status",
            expect.status.as_ref(),
            Some(&deadline.status(expect.at.0)),
            &mut mine,
        );
        let (wanted, missing) = (expect.missing.as_ref(), &deadline.missing);
        same("missing", wanted, Some(missing), &mut mine);
        let announced: Option<NaiveDate> = deadline.announced;
        if expect.announced.is_some() && expect.announced != announced {
            mine.push(format!(
                "announced {announced:?}, not {:?}",
                expect.announced
            ));
        }
        wrong.extend(
            mine.into_iter()
                .map(|one| format!("{}: {one}", deadline.promise)),
        );
    }
}

fn other(other: &Other) -> Related {
    Related {
        number: other.number,
        stage: other.stage,
        results: other.results,
    }
}

/// True where the refusal bears that name, or says that.
fn is(refusal: &Refusal, expected: &str) -> bool {
    let debug = format!("{refusal:?}");
    let name = debug.split([' ', '(', '{']).next();
    name == Some(expected) || says(refusal, expected)
}
