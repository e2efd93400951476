//! The scenarios of cases, `tests/scenarios/`: what is taken in, and what is done to it until its end.

use super::{
    ledger,
    others::{Other, Shared},
    play::{self, Found, Play, Refused},
    rules::{Rules, calendars},
    story::{self, Time},
};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Asia::Seoul;
use minwon::domain::{
    calendar::{Calendars, NightReceipt},
    case::{Case, CaseNumber, Stage},
    charter::Charter,
    deadline::{Status, deadlines, is_raised, standing},
    decide::{self, Context, RelatedCase, decide, decide_notice, receive},
    fact::Fact,
    holidays::{HolidayChange, HolidayEdit, HolidayKind},
    notice::NoticeKey,
    party::Party,
    staff::{Role, Staff},
    story::{CaseAction, CaseDeed, CaseStart, Telling},
};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

type Scenario = story::Scenario<Variant, toml::Table>;
type Step = story::Step<CaseAction>;
type Expect = story::Expect<Stage>;

/// One story.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Variant {
    name: String,
    /// What differs from the file's intake.
    #[serde(default)]
    intake: toml::Table,
    /// The office counts a receipt at night from the next opening.
    #[serde(default, rename = "next-open")]
    next_open: bool,
    /// The front desk, which takes it in.
    #[serde(default)]
    front: String,
    /// All departments are far from the front desk.
    #[serde(default)]
    far: bool,
    /// Complainants are told beforehand that they can follow the progress online.
    #[serde(default, rename = "progress-online")]
    progress_online: bool,
    #[serde(default)]
    others: Vec<Other>,
    #[serde(default)]
    shared: Vec<Shared>,
    #[serde(default, rename = "holiday")]
    holidays: Vec<Holiday>,
    #[serde(default, rename = "step")]
    steps: Vec<Step>,
    #[serde(default)]
    expect: Vec<Expect>,
}

/// A change of the table of holidays, entered in between.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Holiday {
    /// When it is entered.
    at: Time,
    date: NaiveDate,
    name: String,
    /// What it becomes; nothing: it is no holiday any more.
    kind: Option<HolidayKind>,
}

/// The number of the case that is played; other cases are earlier or later than it.
const NUMBER: CaseNumber = CaseNumber {
    year: 2026,
    serial: 100,
};

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

/// Who can be put in charge, and who has left.
static STAFF: LazyLock<[Staff; 7]> = LazyLock::new(|| {
    let member = |login: &str, name: &str, department: &str| Staff {
        login: login.into(),
        name: name.into(),
        department: department.into(),
        ..SIGNER.clone()
    };
    [
        SIGNER.clone(),
        member("jung", "정보기", "경영지원팀"),
        member("lee", "이표본", "활동지원팀"),
        member("park", "박가상", "활동지원팀"),
        member("han", "한감사", "감사실"),
        // Somebody of any department.
        member("dam", "담당", ""),
        Staff {
            retired_at: Some(DateTime::UNIX_EPOCH),
            ..member("oh", "오가명", "고객지원팀")
        },
    ]
});

struct Played<'a> {
    variant: &'a Variant,
    rules: Rules,
    /// How many of the holidays were entered.
    entered: usize,
    /// How many of the results were shared.
    shared: usize,
    facts: Vec<Fact>,
    case: Case,
    /// Who brought it, by the fact that introduced or changed the person.
    parties: BTreeMap<u32, Party>,
}

fn play(scenario: &Scenario, variant: &Variant) -> Vec<String> {
    let mut intake = scenario.intake.clone();
    intake.extend(variant.intake.clone());
    let named = intake.contains_key("name");
    let receipt: CaseStart<Time> = match intake.try_into() {
        Ok(receipt) => receipt,
        Err(error) => return vec![format!("the intake: {error}")],
    };
    let mut rules = Rules::of(&scenario.charter);
    if variant.next_open {
        rules.charter.office.night_receipt = NightReceipt::NextOpen;
    }
    rules.charter.progress_online = variant.progress_online;
    rules.charter.front_desk = Some(variant.front.clone()).filter(|front| !front.is_empty());
    for counter in &mut rules.charter.counters {
        counter.far = variant.far;
    }
    rules.calendars = known(&rules.charter, variant, receipt.at.0).1;
    let taker = Staff {
        department: variant.front.clone(),
        ..SIGNER.clone()
    };
    let context = Context {
        signer: Some(&taker),
        ..rules.context(receipt.at, &receipt.by)
    };
    let mut intake = receipt.intake(&variant.name, |time| time.0);
    // Most scenarios are not about who brings it: somebody with a name.
    if !intake.anonymous && !named {
        intake.party.name = "홍길동".to_owned();
    }
    let facts = match receive(NUMBER, &intake, &context) {
        Ok(facts) => facts,
        Err(refusal) => return vec![format!("the intake was refused: {refusal}")],
    };
    let (mut case, mut facts) = (Case::fold(NUMBER, &facts).unwrap(), facts);
    if let Err(refused) = tell(&mut case, &mut facts, (1, receipt.telling), &context) {
        return vec![format!("the receipt cannot be told: {refused:?}")];
    }
    let played = Played {
        case,
        parties: BTreeMap::from([(1, intake.party.clean())]),
        variant,
        rules,
        entered: 0,
        shared: 0,
        facts,
    };
    play::run(played, &variant.steps, &variant.expect)
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

/// Tells at once what a fact called for.
fn tell(
    case: &mut Case,
    facts: &mut Vec<Fact>,
    (seq, telling): (u32, Telling),
    context: &Context<'_>,
) -> Result<(), Refused> {
    for (key, command) in telling.of(case, seq) {
        let fact = decide_notice(case, key, &command, context)?;
        case.apply(&fact);
        facts.push(fact);
    }
    Ok(())
}

impl Played<'_> {
    /// The case into which it was merged is answered.
    fn share(&mut self, shared: &Shared) {
        let context = Context {
            signer: Some(&SIGNER),
            ..self.rules.context(shared.at, "kim")
        };
        let result = shared.result();
        let from = self.case.merged_into.unwrap_or(NUMBER);
        let told = decide::follow(&self.case, (from, &result), &context).unwrap();
        if let Some(fact) = told {
            self.case.apply(&fact);
            self.facts.push(fact);
        }
    }
}

impl Play for Played<'_> {
    type Action = CaseAction;
    type Of = ();
    type Stage = Stage;

    fn reach(&mut self, at: DateTime<Utc>) {
        let (entered, calendars) = known(&self.rules.charter, self.variant, at);
        if entered != self.entered {
            (self.entered, self.rules.calendars) = (entered, calendars);
        }
        while let Some(shared) = self
            .variant
            .shared
            .get(self.shared)
            .filter(|one| one.at.0 <= at)
        {
            self.shared += 1;
            self.share(shared);
        }
    }

    fn step(&mut self, step: &Step) -> Result<(), Refused> {
        let related: Vec<RelatedCase> = self.variant.others.iter().map(Other::related).collect();
        let history = self.facts.clone();
        let party = self.parties[&self.case.person].clone();
        let context = Context {
            signer: Some(&SIGNER),
            staff: &*STAFF,
            related: &related,
            history: &history,
            person: Some(&party),
            ..self.rules.of_step(step, Role::Clerk)
        };
        let typed = |_: &_, typed: &str| typed.to_owned();
        let action = &step.done.action;
        let command = match action.deed(Seoul, typed)? {
            CaseDeed::Command(command) => command,
            CaseDeed::Notice(kind, command) => {
                let first = NoticeKey { seq: 1, kind, n: 1 };
                let key = self.case.last_notice(kind).unwrap_or(first);
                let fact = decide_notice(&self.case, key, &command, &context)?;
                self.case.apply(&fact);
                self.facts.push(fact);
                return Ok(());
            }
        };
        let decided = decide(&self.case, &command, &context)?;
        let after = command.person_after(party.clone());
        for fact in decided {
            let seq = fact.seq;
            self.case = self.case.with(&self.facts, std::slice::from_ref(&fact));
            self.facts.push(fact);
            let telling = (seq, action.telling);
            tell(&mut self.case, &mut self.facts, telling, &context)?;
        }
        self.parties.entry(self.case.person).or_insert(after);
        Ok(())
    }

    fn is_folded(&self) -> bool {
        Case::fold(NUMBER, &self.facts).as_ref() == Some(&self.case)
    }

    fn found(&self, expect: &Expect) -> Result<Found<Stage>, String> {
        let case = &self.case;
        let mut deadlines = deadlines(case, &self.rules.charter, &self.rules.calendars).unwrap();
        // As a desk shows them.
        deadlines.retain(|deadline| deadline.has_begun(expect.at.0));
        let notices = case.notices.iter();
        let told = notices.map(|notice| format!("{} by {}", notice.key.kind, notice.medium));
        let notices = case.notices.iter();
        let states =
            notices.map(|notice| format!("{} {}", notice.key.kind, case.notice_state(notice)));
        let standing = standing(case, &self.rules.charter).into_iter().map(|open| {
            let missing: Vec<&str> = open.missing.iter().map(|part| part.id()).collect();
            format!("{}: {}", open.promise, missing.join(" "))
        });
        let steps = case.steps.iter().map(|one| one.step.number());
        Ok(Found {
            stage: case.stage,
            department: Some(case.department.clone()),
            officer: Some(case.officer.clone()),
            standing: Some(standing.collect()),
            notices: Some(told.collect()),
            states: Some(states.collect()),
            steps: Some(steps.collect()),
            priority: Some(is_raised(case, &deadlines, &self.rules.charter)),
            deadlines,
            duties: None,
            promise: None,
        })
    }

    fn rules(&self) -> &Rules {
        &self.rules
    }
}

fn scenarios() -> Vec<(String, Scenario)> {
    super::read("")
}

#[test]
fn every_expectation_holds() {
    play::all_hold(&scenarios(), |variant| &variant.name, play);
}

/// The rows of the ledger that work on a case from its receipt to its result.
fn promised() -> BTreeSet<String> {
    let triggers = [
        "received",
        "result",
        "review_needed",
        "extension_cause",
        "recurrence",
        "refused",
        "objection",
        "not_reflected",
        "misconduct",
        "overdue",
        "improvable",
        "appointment",
    ];
    ledger(&["deadline", "escalation"], |trigger| {
        triggers.contains(&trigger)
    })
}

#[test]
fn every_promise_on_a_case_has_a_scenario() {
    let proved: BTreeSet<String> = scenarios()
        .into_iter()
        .flat_map(|(_, scenario)| scenario.promises)
        .collect();
    let mut promised = promised();
    assert!(
        promised.len() >= 19,
        "the ledger was not read: {promised:?}"
    );
    let law = ["accept", "supplement", "representatives"]
        .into_iter()
        .chain([
            "grievance",
            "grievance-again",
            "inquiry-law",
            "inquiry-procedure",
            "proposal",
            "other",
            "statutory",
        ]);
    promised.extend(law.map(|kind| format!("act.{kind}")));
    let bare: Vec<_> = promised.difference(&proved).collect();
    assert!(bare.is_empty(), "no scenario names {bare:?}");
}

/// A promise that a scenario names must be looked at in it: it is kept in one variant and broken in another, unless its
/// nature forbids that, which the file has to say.
#[test]
fn what_a_scenario_names_is_kept_once_and_broken_once() {
    let mut wrong = Vec::new();
    for (file, scenario) in scenarios() {
        for id in &scenario.promises {
            let seen: BTreeSet<_> = scenario
                .variants
                .iter()
                .flat_map(|variant| &variant.expect)
                .filter(|expect| expect.promise.as_ref() == Some(id))
                .filter_map(|expect| expect.status)
                .collect();
            let kept = seen.contains(&Status::Met);
            let broken = seen.contains(&Status::Missed) || seen.contains(&Status::MetLate);
            let may_hold = broken || scenario.never_broken.contains(id);
            // The third step has no date: that it is done, or refused, is all there is.
            if !(id == "gbvc.step.3" || kept && may_hold) {
                wrong.push(format!("{file}: {id} is seen only as {seen:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_slip_of_the_pen_is_an_error() {
    let fine = "name = 'n'\ncharter = 'gbvc'\n[[variant]]\nname = 'v'\n";
    assert!(toml::from_str::<Scenario>(fine).is_ok());
    let step = |text: &str| format!("{fine}[[variant.step]]\nat = '2026-11-02 10:00'\n{text}");
    assert!(toml::from_str::<Scenario>(&step("do = 'accept'")).is_ok());
    for wrong in [
        format!("nam = 'n'\n{fine}"),
        format!("{fine}expec = []"),
        format!("{fine}expect = [{{ at = '2026-11-02 10:00', stat = 'met' }}]"),
        format!("{fine}expect = [{{ at = '2026-11-02', status = 'met' }}]"),
        format!("{fine}expect = [{{ at = '-2d 10:00', status = 'met' }}]"),
        format!("{fine}expect = [{{ at = '2026-11-02 10:00', status = 'kept' }}]"),
        step("do = 'accept'\ntext = 'x'"),
        step("do = 'accept'\npromise = 'x'"),
        step("do = 'reply'\noutcome = 'informed'"),
        step("do = 'object'\ntext = 'x'\nrefusal = 'y'"),
        step("do = 'sing'"),
    ] {
        assert!(toml::from_str::<Scenario>(&wrong).is_err(), "{wrong}");
    }
    let intake = "at = '2026-11-02 10:00'\nchannel = 'web'\ncategory = 'question'\n";
    assert!(toml::from_str::<CaseStart<Time>>(intake).is_ok());
    for wrong in ["anonymus = true", "anonymous = 'yes'", "arrived = '-9h'"] {
        let wrong = format!("{intake}{wrong}");
        assert!(
            toml::from_str::<CaseStart<Time>>(&wrong).is_err(),
            "{wrong}"
        );
    }
}
