//! Due dates by dated vectors and the worked examples of the law.

use super::*;
use crate::domain::{
    calendar::{OfficeHours, Span},
    holidays::Holidays,
};
use chrono::{NaiveDateTime, NaiveTime};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Ruled {
    id: String,
    rule: CountingRule,
    received: NaiveDateTimeText,
    amount: serde_json::Number,
    unit: String,
    expect_due: String,
    #[serde(default)]
    extend: Vec<u32>,
    #[serde(default)]
    suspend: Vec<Suspended>,
    night_receipt: Option<String>,
    cutoff: Option<String>,
    work_hours: Option<Vec<(String, String)>>,
}

#[derive(Deserialize)]
struct Suspended {
    from: NaiveDate,
    to: NaiveDate,
}

#[derive(Deserialize)]
#[serde(from = "String")]
struct NaiveDateTimeText(NaiveDateTime);

impl From<String> for NaiveDateTimeText {
    fn from(text: String) -> Self {
        Self(local(&text))
    }
}

fn local(text: &str) -> NaiveDateTime {
    ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
        .unwrap()
}

fn spans(hours: &[(String, String)]) -> Vec<Span> {
    let minute = |text: &str| {
        let (hour, minute) = text.split_once(':').unwrap();
        hour.parse::<u16>().unwrap() * 60 + minute.parse::<u16>().unwrap()
    };
    let span = |(start, end): &(String, String)| Span {
        start: minute(start),
        end: minute(end),
    };
    hours.iter().map(span).collect()
}

fn limit(amount: &serde_json::Number, unit: &str) -> Limit {
    let whole = amount
        .as_u64()
        .and_then(|amount| u32::try_from(amount).ok());
    let unit = match unit {
        "immediate" => Unit::Immediate,
        "hour" if whole.is_none() => {
            assert_eq!(amount.as_f64(), Some(0.5));
            return Limit::new(30, Unit::Minutes);
        }
        "hour" => Unit::Hours,
        "day" => Unit::Days,
        "week" => Unit::Weeks,
        "month" => Unit::Months,
        "year" => Unit::Years,
        other => panic!("{other}"),
    };
    Limit::new(whole.unwrap(), unit)
}

/// The answer as the vectors write it: a date, or a minute.
fn written(calendar: &Calendar, due: Due) -> String {
    if due.whole_day {
        let ends = calendar.local(due.at);
        assert_eq!(Some(ends.date()), due.date.succ_opt());
        return due.date.to_string();
    }
    let local = calendar.local(due.at);
    assert_eq!(local.date(), due.date);
    local.format("%Y-%m-%dT%H:%M").to_string()
}

/// Answers with and without explanation, which must agree.
fn answer(calendar: &Calendar, count: &Count) -> String {
    let due = calendar.due(count).unwrap();
    let explanation = calendar.explain(count).unwrap();
    assert_eq!(explanation.due, due);
    assert!(explanation.lines.len() >= 2);
    written(calendar, due)
}

#[test]
fn the_counting_vectors_hold() {
    let rows: Vec<Ruled> =
        serde_json::from_str(include_str!("../../../tests/vectors/counting_rules.json")).unwrap();
    assert_eq!(rows.len(), 44);
    for row in rows {
        let mut office = OfficeHours::korean();
        if row.night_receipt.as_deref() == Some("next_open") {
            office.night_receipt = NightReceipt::NextOpen;
        }
        office.cutoff = row.cutoff.map(|text| text.parse::<NaiveTime>().unwrap());
        if let Some(hours) = &row.work_hours {
            office.week[..5].fill(spans(hours));
        }
        let calendar = Calendar::new(office, Holidays::korean()).unwrap();
        let exclusions = Exclusions {
            days_out: row.suspend.iter().map(|out| (out.from, out.to)).collect(),
            ..Exclusions::NONE
        };
        let count = Count {
            rule: row.rule,
            limit: limit(&row.amount, &row.unit),
            from: calendar.instant(row.received.0),
            exclusions: &exclusions,
            extensions: &row.extend,
        };
        assert_eq!(answer(&calendar, &count), row.expect_due, "{}", row.id);
    }
}

#[derive(Deserialize)]
struct Timed {
    id: u32,
    tz: String,
    week: BTreeMap<String, Vec<(String, String)>>,
    holidays: Vec<NaiveDate>,
    start: NaiveDateTimeText,
    add_seconds: Option<u32>,
    expect_due: Option<String>,
    expect_due_close_policy: Option<String>,
    expect_due_utc: Option<String>,
    end: Option<NaiveDateTimeText>,
    expect_seconds: Option<i64>,
    #[serde(default)]
    breaks: Vec<(NaiveDateTimeText, NaiveDateTimeText)>,
    #[serde(default)]
    shifts: BTreeMap<NaiveDate, Vec<(String, String)>>,
}

#[test]
fn the_working_time_vectors_hold() {
    let rows: Vec<Timed> =
        serde_json::from_str(include_str!("../../../tests/vectors/working_time.json")).unwrap();
    assert_eq!(rows.len(), 59);
    for row in rows {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let office = OfficeHours {
            zone: row.tz.parse().unwrap(),
            week: names.map(|name| row.week.get(name).map_or(Vec::new(), |hours| spans(hours))),
            shifts: row
                .shifts
                .iter()
                .map(|(date, hours)| (*date, spans(hours)))
                .collect(),
            ..OfficeHours::korean()
        };
        let calendar = Calendar::new(office, Holidays::listed(row.holidays)).unwrap();
        let pauses = row.breaks.iter();
        let exclusions = Exclusions {
            pauses: pauses
                .map(|(from, to)| (calendar.instant(from.0), calendar.instant(to.0)))
                .collect(),
            ..Exclusions::NONE
        };
        let from = calendar.instant(row.start.0);
        if let (Some(end), Some(seconds)) = (row.end, row.expect_seconds) {
            let worked = calendar.working_seconds(from, calendar.instant(end.0), &exclusions);
            assert_eq!(worked, seconds, "{}", row.id);
            continue;
        }
        let count = Count {
            rule: CountingRule::WorkingHours,
            limit: Limit::new(row.add_seconds.unwrap(), Unit::Seconds),
            from,
            exclusions: &exclusions,
            extensions: &[],
        };
        let due = calendar.due(&count).unwrap();
        let expected = row.expect_due_close_policy.or(row.expect_due).unwrap();
        assert_eq!(calendar.local(due.at), local(&expected), "{}", row.id);
        if let Some(utc) = row.expect_due_utc {
            assert_eq!(due.at, utc.parse::<DateTime<Utc>>().unwrap(), "{}", row.id);
        }
        assert_eq!(calendar.explain(&count).unwrap().due, due);
    }
}

/// The worked examples of the law: received, rule, limit, due. The first column is the number they go by.
const EXAMPLES: &str = "
v002 | petition_act | 2026-11-02 14:00 | 3일 | 2026-11-05 14:00
v005 | petition_act | 2026-11-02 12:30 | 1일 | 2026-11-03 12:00
v007 | petition_act | 2026-11-02 17:59 | 1일 | 2026-11-03 17:59
v008 | petition_act | 2026-11-02 18:00 | 1일 | 2026-11-03 18:00
v009 | petition_act | 2026-11-02 22:10 | 2일 | 2026-11-04 18:00
v014 | petition_act | 2026-02-13 15:00 | 3일 | 2026-02-23 15:00
v015 | petition_act | 2026-02-17 11:00 | 1일 | 2026-02-19 18:00
v018 | petition_act | 2026-10-02 13:30 | 2일 | 2026-10-07 13:30
v019 | petition_act | 2026-04-30 16:30 | 3일 | 2026-05-07 16:30
v025 | petition_act | 2026-11-02 17:59 | 즉시 | 2026-11-03 11:59
v029 | petition_act | 2026-11-02 17:59 | 7일 | 2026-11-10
v030 | petition_act | 2026-11-02 18:00 | 7일 | 2026-11-10
v033 | petition_act | 2026-11-06 22:10 | 7일 | 2026-11-17
v034 | petition_act | 2026-11-07 10:00 | 7일 | 2026-11-17
v037 | petition_act | 2026-02-12 17:59 | 7일 | 2026-02-25
v038 | petition_act | 2026-02-16 10:00 | 7일 | 2026-02-27
v039 | petition_act | 2026-04-29 09:30 | 7일 | 2026-05-11
v043 | petition_act | 2026-09-21 10:00 | 14일 | 2026-10-14
v045 | petition_act | 2027-04-30 10:00 | 7일 | 2027-05-12
v051 | petition_act | 2017-09-22 10:00 | 7일 | 2017-10-10
v061 | petition_act | 2026-11-02 10:00 | 1주 | 2026-11-09
v063 | petition_act | 2026-02-11 10:00 | 1주 | 2026-02-19
v064 | petition_act | 2026-01-30 10:00 | 1개월 | 2026-03-03
v055 | petition_act | 2026-11-02 10:00 | 7일+7 | 2026-11-19
v056 | petition_act | 2026-11-02 10:00 | 7일+7+7 | 2026-11-30
v058 | petition_act | 2026-11-02 10:00 | 7일 | 2026-11-17
v059 | petition_act | 2026-11-02 14:00 | 3일 | 2026-11-10 14:00
v068 | working_hours | 2026-11-02 17:30 | 1시간 | 2026-11-03 09:30
v069 | working_hours | 2026-11-02 11:30 | 1시간 | 2026-11-02 13:30
v071 | working_hours | 2026-11-06 22:00 | 8시간 | 2026-11-09 18:00
v072 | working_hours | 2026-02-13 17:00 | 8시간 | 2026-02-19 17:00
v073 | working_hours | 2026-11-02 18:00 | 1시간 | 2026-11-03 10:00
v077 | working_days | 2026-11-02 10:00 | 3일 | 2026-11-05
v078 | working_days | 2026-11-02 23:00 | 3일 | 2026-11-05
v079 | working_days | 2026-11-07 10:00 | 3일 | 2026-11-11
v080 | working_days | 2026-02-13 10:00 | 3일 | 2026-02-23
v081 | working_days | 2026-10-02 18:00 | 1일 | 2026-10-06
v083 | civil | 2026-11-02 10:00 | 7일 | 2026-11-09
v085 | civil | 2026-11-07 10:00 | 7일 | 2026-11-16
v086 | civil | 2026-02-09 10:00 | 7일 | 2026-02-19
v088 | civil | 2026-09-22 09:00 | 10일 | 2026-10-02
v089 | civil | 2026-10-01 09:00 | 60일 | 2026-11-30
v092 | elapsed | 2026-11-02 17:30 | 1시간 | 2026-11-02 18:30
v093 | elapsed | 2026-11-06 15:00 | 24시간 | 2026-11-07 15:00
v094 | elapsed | 2026-02-16 09:00 | 24시간 | 2026-02-17 09:00
v095 | elapsed | 2026-11-02 12:30 | 30분 | 2026-11-02 13:00
v096 | elapsed | 2026-11-06 18:00 | 72시간 | 2026-11-09 18:00
v098 | same_day | 2026-11-02 17:59 | 1일 | 2026-11-02 18:00
v099 | same_day | 2026-11-02 18:00 | 1일 | 2026-11-03 18:00
v100 | same_day | 2026-11-06 20:00 | 1일 | 2026-11-09 18:00
v101 | same_day | 2026-02-14 10:00 | 1일 | 2026-02-19 18:00
v102 | same_day | 2026-11-02 17:20 | 1일 | 2026-11-03 18:00
";

#[test]
fn the_worked_examples_of_the_law_hold() {
    let mut seen = 0;
    for line in EXAMPLES.trim().lines() {
        let [id, rule, received, amount, due] = line
            .split('|')
            .map(str::trim)
            .collect::<Vec<_>>()
            .try_into()
            .unwrap();
        let mut amounts = amount.split('+');
        let limit = amounts.next().unwrap().parse().unwrap();
        let extensions: Vec<u32> = amounts.map(|days| days.parse().unwrap()).collect();
        let mut office = OfficeHours::korean();
        let mut exclusions = Exclusions::NONE;
        let date = |text: &str| text.parse::<NaiveDate>().unwrap();
        match id {
            "v033" => office.night_receipt = NightReceipt::NextOpen,
            "v102" => office.cutoff = NaiveTime::from_hms_opt(17, 0, 0),
            "v058" => exclusions
                .days_out
                .push((date("2026-11-04"), date("2026-11-10"))),
            "v059" => exclusions
                .days_out
                .push((date("2026-11-03"), date("2026-11-05"))),
            _ => {}
        }
        let calendar = Calendar::new(office, Holidays::korean()).unwrap();
        let count = Count {
            rule: rule.parse().unwrap(),
            limit,
            from: calendar.instant(local(received)),
            exclusions: &exclusions,
            extensions: &extensions,
        };
        assert_eq!(answer(&calendar, &count), due.replace(' ', "T"), "{id}");
        seen += 1;
    }
    assert_eq!(seen, 52);
}
