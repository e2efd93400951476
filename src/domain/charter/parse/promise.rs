//! Reads one promise and checks that its keys fit its kind and its count.

use super::{
    error::Problem, hours::digits, reader::Section, sentence, start::starts, value::Value,
};
use crate::domain::{
    charter::{CountFrom, DutyRule, MetBy, Promise, PromiseKind},
    limit::{CountingRule, Limit, Unit},
};

/// Reads a promise.
pub(super) fn promise(section: &Section<'_>) -> Option<Promise> {
    section.only(&[
        "id",
        "kind",
        "channels",
        "trigger",
        "action",
        "limit",
        "count",
        "by_default",
        "from",
        "met_by",
        "stands",
        "replaces",
        "beside",
        "priority",
        "step",
        "duty",
    ]);
    let id = section.id("id");
    let kind = section.word("kind");
    let channels = section.words("channels");
    let starts = starts(section);
    let action = section.bilingual("action");
    let limit = optional(section, "limit", |value| value.read(sentence::NO_LIMIT));
    let count = optional(section, "count", |value| count(&value));
    let by_default = section.flag("by_default");
    let from = optional(section, "from", |value| value.word());
    let met_by = section.word_or_words::<MetBy>("met_by");
    let stands = section.word_or_words::<MetBy>("stands");
    let replaces = optional(section, "replaces", |value| value.id());
    let beside = optional(section, "beside", |value| value.id());
    let priority = section.flag("priority");
    let step = optional(section, "step", |value| step(&value));
    let duty = optional(section, "duty", |value| duty(&value));
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

/// The value of a key: `Some(None)` where the key is absent, `None` where its value is wrong.
#[expect(
    clippy::option_option,
    reason = "absent and wrong are different answers, and wrong has been reported already"
)]
fn optional<'a, T>(
    section: &Section<'a>,
    key: &str,
    read: impl FnOnce(Value<'a>) -> Option<T>,
) -> Option<Option<T>> {
    match section.value(key) {
        None => Some(None),
        Some(value) => read(value).map(Some),
    }
}

fn count(value: &Value<'_>) -> Option<CountingRule> {
    let text = value.raw_text()?;
    let count = text.parse().ok();
    if count.is_none() {
        value.report(
            Problem::new(sentence::NOT_ALLOWED)
                .given(text)
                .allowed(CountingRule::ALL.map(CountingRule::id)),
        );
    }
    count
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
    section.only(&["every", "by", "after", "dated", "scored", "report"]);
    let every = optional(&section, "every", |value| value.word());
    let by = optional(&section, "by", |value| {
        value.read_with(sentence::NO_DAY, day_of_every_year)
    });
    let after = optional(&section, "after", |value| value.id());
    let (dated, scored) = (section.flag("dated"), section.flag("scored"));
    let report = optional(&section, "report", |value| value.word());
    let rule = DutyRule {
        every: every?,
        by: by?,
        after: after?,
        dated: dated?,
        scored: scored?,
        report: report?,
    };
    if rule.every.is_none() && rule.after.is_none() && !rule.dated {
        section.report(Problem::new(sentence::DUTY_RULE));
    }
    if rule.by.is_some()
        && rule
            .every
            .is_none_or(|every| every != crate::domain::charter::Every::Year)
    {
        section.report_at(
            "by",
            Problem::new(sentence::NEEDED)
                .given("by")
                .allowed(["every = \"year\""]),
        );
    }
    Some(rule)
}

/// "12-31"; 02-29 is no day of every year.
fn day_of_every_year(text: &str) -> Option<(u8, u8)> {
    const COMMON_YEAR: i32 = 2026;
    let (month, day) = digits(text, '-', 2)?;
    chrono::NaiveDate::from_ymd_opt(COMMON_YEAR, month.into(), day.into())?;
    Some((month.try_into().ok()?, day.try_into().ok()?))
}

/// A limit must be one that its count can count.
fn check_count(section: &Section<'_>, limit: Option<Limit>, count: Option<CountingRule>) {
    let (limit, count) = match (limit, count) {
        (None, None) => return,
        (Some(_), None) => {
            let problem =
                Problem::new(sentence::UNCOUNTED).allowed(CountingRule::ALL.map(CountingRule::id));
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
    match count {
        CountingRule::PetitionAct => &[
            Unit::Immediate,
            Unit::Hours,
            Unit::Days,
            Unit::Weeks,
            Unit::Months,
            Unit::Years,
        ],
        CountingRule::WorkingHours => &[Unit::Minutes, Unit::Hours, Unit::Days],
        CountingRule::WorkingDays | CountingRule::Before => &[Unit::Days],
        CountingRule::Civil => &[Unit::Days, Unit::Weeks, Unit::Months, Unit::Years],
        CountingRule::Elapsed => &[
            Unit::Seconds,
            Unit::Minutes,
            Unit::Hours,
            Unit::Days,
            Unit::Weeks,
        ],
        CountingRule::SameDay | CountingRule::Immediate => &[],
    }
}

/// Each kind has keys that it needs and keys that mean nothing to it.
fn check_kind(section: &Section<'_>, kind: PromiseKind) {
    let needed: &[&str] = match kind {
        PromiseKind::Deadline => &["trigger", "count", "met_by"],
        PromiseKind::Clock => &["trigger", "limit", "count", "met_by"],
        PromiseKind::Escalation => &["trigger", "step", "met_by"],
        PromiseKind::Duty => &["duty"],
        PromiseKind::Guide | PromiseKind::Policy => &[],
    };
    let unused: &[&str] = match kind {
        PromiseKind::Deadline => &["step", "duty"],
        PromiseKind::Clock => &["step", "duty", "replaces", "beside", "from", "stands"],
        PromiseKind::Escalation => &["duty", "replaces", "beside", "stands"],
        PromiseKind::Duty => &[
            "trigger", "channels", "step", "replaces", "beside", "from", "priority", "stands",
        ],
        PromiseKind::Guide | PromiseKind::Policy => &[
            "limit",
            "count",
            "by_default",
            "met_by",
            "step",
            "duty",
            "replaces",
            "beside",
            "from",
        ],
    };
    // A limit without a count was already reported at the limit.
    let told = |key| key == "count" && section.value("limit").is_some();
    for key in needed
        .iter()
        .filter(|key| section.value(key).is_none() && !told(**key))
    {
        section.report(
            Problem::new(sentence::NEEDED)
                .given(kind.id())
                .allowed([key]),
        );
    }
    for key in unused {
        if let Some(value) = section.value(key) {
            value.report(Problem::new(sentence::UNUSED).given(kind.id()));
        }
    }
}
