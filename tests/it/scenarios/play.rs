//! Plays one variant of whatever kind: does the steps in order, looks when the scenario says so, and writes down what was
//! not as expected.

use super::{
    rules::Rules,
    story::{Expect, Scenario, Step},
};
use chrono::{DateTime, Utc};
use minwon::{
    domain::deadline::{Deadline, Left, State, lead},
    words::{Audience, Lang, Say},
};
use std::fmt::Debug;

/// A subject, or the subjects of a chain, while it is played.
pub(super) trait Play {
    type Action: Debug;
    type Of;
    type Stage: PartialEq + Debug;

    /// Learns what is known by then.
    fn reach(&mut self, _at: DateTime<Utc>) {}

    /// Does it, or is told that it is not possible.
    fn step(&mut self, step: &Step<Self::Action, Self::Of>) -> Result<(), Refused>;

    /// True where the facts so far make the same subject as the steps did.
    fn is_folded(&self) -> bool;

    fn found(&self, expect: &Expect<Self::Stage>) -> Result<Found<Self::Stage>, String>;

    fn rules(&self) -> &Rules;
}

/// What a scenario can look at; what a kind of subject does not have is never as expected.
pub(super) struct Found<S> {
    pub(super) stage: S,
    pub(super) department: Option<String>,
    pub(super) officer: Option<String>,
    pub(super) deadlines: Vec<Deadline>,
    pub(super) standing: Option<Vec<String>>,
    pub(super) notices: Option<Vec<String>>,
    pub(super) states: Option<Vec<String>>,
    pub(super) steps: Option<Vec<u8>>,
    pub(super) priority: Option<bool>,
    pub(super) duties: Option<Vec<String>>,
    /// The deadline that is meant where the scenario names none.
    pub(super) promise: Option<String>,
}

/// A refusal: its name, and its sentence in both languages.
#[derive(Debug)]
pub(super) struct Refused {
    name: String,
    says: [String; 2],
}

impl<R: Debug + Say> From<R> for Refused {
    fn from(refusal: R) -> Self {
        Self {
            name: format!("{refusal:?}"),
            says: [Lang::Ko, Lang::En].map(|lang| refusal.say_to(Audience::CommandLine, lang)),
        }
    }
}

impl Refused {
    /// True where the refusal, or the one in it, bears that name; or where it says that.
    fn is(&self, expected: &str) -> bool {
        let mut names = self.name.split([' ', '(', ')', '{']).take(2);
        names.any(|name| name == expected) || self.says.iter().any(|says| says.contains(expected))
    }
}

/// Plays steps and looks by their times, a step first where they share one, and says what was not as expected.
pub(super) fn run<P: Play>(
    mut play: P,
    steps: &[Step<P::Action, P::Of>],
    expect: &[Expect<P::Stage>],
) -> Vec<String> {
    let mut faults = Vec::new();
    let mut looks: Vec<_> = expect.iter().collect();
    looks.sort_by_key(|expect| expect.at);
    let mut looks = looks.into_iter().peekable();
    for step in steps {
        while let Some(expect) = looks.next_if(|expect| expect.at < step.recorded()) {
            faults.extend(look(&mut play, expect));
        }
        faults.extend(done(&mut play, step));
    }
    faults.extend(looks.flat_map(|expect| look(&mut play, expect)));
    faults
}

fn done<P: Play>(play: &mut P, step: &Step<P::Action, P::Of>) -> Option<String> {
    play.reach(step.recorded().0);
    let fault = match (play.step(step), &step.refused) {
        (Ok(()), None) if play.is_folded() => return None,
        (Ok(()), None) => "the fold differs".to_owned(),
        (Err(refused), Some(expected)) if refused.is(expected) => return None,
        (found, expected) => format!("{found:?}, expected to be refused as {expected:?}"),
    };
    let at = play.rules().clock(step.done.at.0);
    Some(format!("{at} {:?}: {fault}", step.done.action))
}

fn look<P: Play>(play: &mut P, expect: &Expect<P::Stage>) -> Vec<String> {
    play.reach(expect.at.0);
    let wrong = match play.found(expect) {
        Ok(found) => compare(expect, &found, play.rules()),
        Err(fault) => vec![fault],
    };
    let at = play.rules().clock(expect.at.0);
    let told = |wrong| format!("{at} {wrong}");
    wrong.into_iter().map(told).collect()
}

/// What was not as expected.
struct Wrong(Vec<String>);

impl Wrong {
    fn same<T: PartialEq + Debug>(&mut self, what: &str, expected: Option<&T>, found: Option<&T>) {
        if expected.is_some() && expected != found {
            let fault = format!("{what} is {found:?}, not {expected:?}");
            self.0.push(fault);
        }
    }
}

fn compare<S: PartialEq + Debug>(
    expect: &Expect<S>,
    found: &Found<S>,
    rules: &Rules,
) -> Vec<String> {
    let mut wrong = Wrong(Vec::new());
    for deadline in &found.deadlines {
        let explained = deadline.explain(&rules.calendars).map(|told| told.due);
        wrong.same("explained as", Some(&Ok(deadline.due)), Some(&explained));
    }
    let sorted = |ids: Vec<String>| {
        let mut ids = ids;
        ids.sort();
        ids
    };
    let all = found.deadlines.iter().map(|one| one.promise.clone());
    let all = sorted(all.collect());
    let leads = lead(&found.deadlines).map_or("none", |one| one.promise.as_str());
    let wanted = expect.deadlines.clone().map(sorted);
    wrong.same("stage", expect.stage.as_ref(), Some(&found.stage));
    wrong.same("lead", expect.lead.as_ref(), Some(&leads.to_owned()));
    wrong.same("deadlines", wanted.as_ref(), Some(&all));
    wrong.same(
        "standing",
        expect.standing.as_ref(),
        found.standing.as_ref(),
    );
    wrong.same("notices", expect.notices.as_ref(), found.notices.as_ref());
    wrong.same("states", expect.states.as_ref(), found.states.as_ref());
    wrong.same("steps", expect.steps.as_ref(), found.steps.as_ref());
    let (department, officer) = (&found.department, &found.officer);
    wrong.same(
        "department",
        expect.department.as_ref(),
        department.as_ref(),
    );
    wrong.same("officer", expect.officer.as_ref(), officer.as_ref());
    let priority = expect.priority.as_ref();
    wrong.same("priority", priority, found.priority.as_ref());
    wrong.same("duties", expect.duties.as_ref(), found.duties.as_ref());
    let promise = expect.promise.as_ref().or(found.promise.as_ref());
    let of_it = found.deadlines.iter().rev().find(|deadline| {
        Some(&deadline.promise) == promise && expect.nth.is_none_or(|nth| nth == deadline.nth)
    });
    match (of_it, &expect.promise) {
        (Some(deadline), _) => compare_deadline(expect, deadline, rules, &mut wrong),
        (None, Some(promise)) if found.duties.is_none() => wrong.0.push(format!("no {promise}")),
        (None, _) if expect.due.is_some() || expect.status.is_some() || expect.left.is_some() => {
            wrong
                .0
                .push("due, status or left of no deadline".to_owned());
        }
        (None, _) => {}
    }
    wrong.0
}

fn compare_deadline<S>(expect: &Expect<S>, deadline: &Deadline, rules: &Rules, wrong: &mut Wrong) {
    let due = if deadline.due.whole_day {
        deadline.due.date.to_string()
    } else {
        rules.clock(deadline.due.at)
    };
    let left = match deadline.state {
        State::Paused(Left::Days(days)) => format!("{days} days"),
        State::Paused(Left::Seconds(seconds)) => format!("{} hours", seconds / 3600),
        _ => "none".to_owned(),
    };
    let of = |what: &str| format!("{}: {what}", deadline.promise);
    wrong.same(&of("due"), expect.due.as_ref(), Some(&due));
    wrong.same(&of("left"), expect.left.as_ref(), Some(&left));
    let status = deadline.status(expect.at.0);
    wrong.same(&of("status"), expect.status.as_ref(), Some(&status));
    let (late, is_late) = (expect.recorded_late, deadline.is_recorded_late());
    wrong.same(&of("recorded late"), late.as_ref(), Some(&is_late));
    let missing = expect.missing.as_ref();
    wrong.same(&of("missing"), missing, Some(&deadline.missing));
    let (wanted, announced) = (expect.announced.as_ref(), deadline.announced.as_ref());
    wrong.same(&of("announced"), wanted, announced);
}

/// Fails where a story does not come out as its file says, and tells all that is wrong.
pub(super) fn all_hold<V, B>(
    scenarios: &[(String, Scenario<V, B>)],
    name: impl Fn(&V) -> &str,
    play: impl Fn(&Scenario<V, B>, &V) -> Vec<String>,
) {
    assert!(!scenarios.is_empty(), "no scenario was read");
    let mut wrong = Vec::new();
    for (file, scenario) in scenarios {
        assert!(!scenario.name.is_empty(), "{file} has no name");
        for variant in &scenario.variants {
            let place = |fault| format!("{file} [{}]\n    {fault}", name(variant));
            wrong.extend(play(scenario, variant).into_iter().map(place));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
