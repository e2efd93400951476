//! Reads one promise and checks that its keys fit its kind and its count.

use super::{
    error::Problem, hours::digits, reader::Section, sentence, start::starts, value::Value,
};
use crate::domain::{
    charter::{CountFrom, DutyRule, Every, MetBy, Promise, PromiseKind},
    limit::{CountingRule, Limit, Unit},
};

/// Reads a promise.
pub(super) fn promise(section: &Section<'_>) -> Option<Promise> {
    section.only(
        "id kind channels trigger action limit count by_default from met_by stands replaces beside priority step duty",
    );
    let id = section.id("id");
    let kind = section.word("kind");
    let channels = section.words("channels");
    let starts = starts(section);
    let action = section.bilingual("action");
    let limit = section.optional("limit", |value| value.read(sentence::NO_LIMIT));
    let count = section.optional("count", |value| value.word());
    let by_default = section.flag("by_default");
    let from = section.optional("from", |value| value.word());
    let met_by = section.word_or_words::<MetBy>("met_by");
    let stands = section.word_or_words::<MetBy>("stands");
    let replaces = section.optional("replaces", |value| value.id());
    let beside = section.optional("beside", |value| value.id());
    let priority = section.flag("priority");
    let step = section.optional("step", |value| step(&value));
    let duty = section.optional("duty", |value| duty(&value));
    if let (Some(limit), Some(count)) = (limit, count) {
        check_count(section, limit, count);
    }
    if let Some(kind) = kind {
        check_kind(section, kind);
    }
    Some(Promise {
        id: id?,
        kind: kind?,
        channels: channels?,
        starts: starts?,
        action: action?,
        limit: limit?,
        count: count?,
        by_default: by_default?,
        from: from?.unwrap_or(CountFrom::Trigger),
        met_by: met_by?,
        stands: stands?,
        replaces: replaces?,
        beside: beside?,
        priority: priority?,
        step: step?,
        duty: duty?,
    })
}

fn step(value: &Value<'_>) -> Option<u8> {
    let text = value.number()?;
    let step = text.parse().ok().filter(|step| (1..=3).contains(step));
    if step.is_none() {
        value.report(Problem::new(sentence::NO_STEP).given(text));
    }
    step
}

fn duty(value: &Value<'_>) -> Option<DutyRule> {
    let section = value.section()?;
    section.only("every by after dated scored published report");
    let every = section.optional("every", |value| value.word());
    let by = section.optional("by", |value| {
        value.read_with(sentence::NO_DAY, day_of_every_year)
    });
    let after = section.optional("after", |value| value.id());
    let (dated, scored) = (section.flag("dated"), section.flag("scored"));
    let published = section.flag("published");
    let report = section.optional("report", |value| value.word());
    let rule = DutyRule {
        every: every?,
        by: by?,
        after: after?,
        dated: dated?,
        scored: scored?,
        published: published?,
        report: report?,
    };
    if rule.every.is_none() && rule.after.is_none() && !rule.dated {
        section.report(Problem::new(sentence::DUTY_RULE));
    }
    if rule.by.is_some() && rule.every != Some(Every::Year) {
        let needed = Problem::new(sentence::NEEDED).given("by");
        section.report_at("by", needed.allowed(["every = \"year\""]));
    }
    Some(rule)
}

/// "12-31"; 02-29 is no day of every year.
fn day_of_every_year(text: &str) -> Option<(u8, u8)> {
    const COMMON_YEAR: i32 = 2026;
    let (month, day) = digits(text, '-')?;
    chrono::NaiveDate::from_ymd_opt(COMMON_YEAR, month.into(), day.into())?;
    Some((month.try_into().ok()?, day.try_into().ok()?))
}

/// A limit must be one that its count can count.
fn check_count(section: &Section<'_>, limit: Option<Limit>, count: Option<CountingRule>) {
    let (limit, count) = match (limit, count) {
        (None, None) => return,
        (Some(_), None) => {
            let problem = Problem::new(sentence::UNCOUNTED)
                .allowed(CountingRule::ALL.iter().map(|rule| rule.id()));
            return section.report_at("limit", problem);
        }
        (limit, Some(count)) => (limit, count),
    };
    let units = units_of(count);
    match limit {
        Some(_) if units.is_empty() => {
            section.report_at("limit", Problem::new(sentence::NO_AMOUNT).given(count.id()));
        }
        Some(limit) if !units.contains(&limit.unit) => section.report_at(
            "limit",
            Problem::new(sentence::WRONG_UNIT)
                .given(&limit.to_string())
                .allowed(units.iter().map(|unit| unit.id())),
        ),
        None if !(units.is_empty() || count == CountingRule::Before) => {
            section.report_at("count", Problem::new(sentence::UNLIMITED).given(count.id()));
        }
        _ => {}
    }
}

const fn units_of(count: CountingRule) -> &'static [Unit] {
    use Unit::{Days, Hours, Immediate, Minutes, Months, Seconds, Weeks, Years};
    match count {
        CountingRule::PetitionAct => &[Immediate, Hours, Days, Weeks, Months, Years],
        CountingRule::WorkingHours => &[Minutes, Hours, Days],
        CountingRule::WorkingDays | CountingRule::Before => &[Days],
        CountingRule::Civil => &[Days, Weeks, Months, Years],
        CountingRule::Elapsed => &[Seconds, Minutes, Hours, Days, Weeks],
        CountingRule::SameDay | CountingRule::Immediate => &[],
    }
}

/// Each kind has keys that it needs and keys that mean nothing to it.
fn check_kind(section: &Section<'_>, kind: PromiseKind) {
    let needed = match kind {
        PromiseKind::Deadline => "trigger count met_by",
        PromiseKind::Clock => "trigger limit count met_by",
        PromiseKind::Escalation => "trigger step met_by",
        PromiseKind::Duty => "duty",
        PromiseKind::Guide | PromiseKind::Policy => "",
    };
    let unused = match kind {
        PromiseKind::Deadline => "step duty",
        PromiseKind::Clock => "step duty replaces beside from stands",
        PromiseKind::Escalation => "duty replaces beside stands",
        PromiseKind::Duty => "trigger channels step replaces beside from priority stands",
        PromiseKind::Guide | PromiseKind::Policy => {
            "limit count by_default met_by step duty replaces beside from"
        }
    };
    // A limit without a count was already reported at the limit.
    let reported = |key: &str| key == "count" && section.value("limit").is_some();
    for key in needed.split_whitespace() {
        if section.value(key).is_none() && !reported(key) {
            let problem = Problem::new(sentence::NEEDED).given(kind.id());
            section.report(problem.allowed([key]));
        }
    }
    for key in unused.split_whitespace() {
        if let Some(value) = section.value(key) {
            value.report(Problem::new(sentence::UNUSED).given(kind.id()));
        }
    }
}
