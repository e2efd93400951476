//! The words of an explanation, in Korean and English.

use super::{DayNote, ExclusionReason, ExplainedDay};
use crate::words::{Lang, Phrase, Say, weekday};
use chrono::{Datelike, NaiveDate, NaiveTime};

impl Say for ExclusionReason {
    fn say(&self, lang: Lang) -> String {
        let phrase = match self {
            Self::Saturday => Phrase::new("토요일", "Saturday"),
            Self::Sunday => Phrase::new("일요일", "Sunday"),
            Self::Holiday(name) => {
                return Phrase::new("공휴일({name})", "holiday ({name})")
                    .with(lang, &[("name", name)]);
            }
            Self::Closure(reason) => {
                return Phrase::new("휴무({reason})", "office closed ({reason})")
                    .with(lang, &[("reason", reason)]);
            }
            Self::NoHours => Phrase::new("근무시간 없음", "no office hours"),
            Self::DayOut => Phrase::new("처리기간 불산입", "excluded from the period"),
            Self::Paused => Phrase::new("멈춤", "paused"),
            Self::FirstDay => Phrase::new("첫날 불산입", "the first day is left out"),
            Self::AfterHours => Phrase::new("근무시간 끝난 뒤", "after office hours"),
            Self::AfterCutoff => Phrase::new("당일 마감 시각 지남", "after the day's cutoff"),
        };
        phrase.get(lang).to_owned()
    }
}

impl Say for ExplainedDay {
    fn say(&self, lang: Lang) -> String {
        format!("{} {}", day(self.date, lang), self.note.say(lang))
    }
}

impl Say for DayNote {
    fn say(&self, lang: Lang) -> String {
        self.phrase().of(lang, &self.values(lang))
    }
}

impl DayNote {
    const fn phrase(&self) -> Phrase {
        match self {
            Self::Start { .. } => Phrase::new("{time} 시작 ({rule})", "{time} start ({rule})"),
            Self::NightReceipt { .. } => Phrase::new(
                "근무시간 밖 접수: {day} {time}부터 셈",
                "received outside hours: counts from {day} {time}",
            ),
            Self::Opens { .. } => Phrase::new(
                "아직 근무 전: {time}부터 셈",
                "not yet open: counts from {time}",
            ),
            Self::Counted { .. } => Phrase::new("{nth}일째", "day {nth}"),
            Self::Worked { .. } => Phrase::new(
                "근무 {worked}, 남은 시간 {left}",
                "{worked} worked, {left} left",
            ),
            Self::NotCounted(_) => Phrase::new("제외: {why}", "not counted: {why}"),
            Self::Period { .. } => Phrase::new(
                "기산일, 역에 따라 {day}까지",
                "first day; by the calendar to {day}",
            ),
            Self::Rolled(_) => Phrase::new(
                "기간의 말일이나 {why}: 다음 날로",
                "would end here, but {why}: next day",
            ),
            Self::Clock { .. } => {
                Phrase::new("{worked} 동안 계속 셈", "the clock runs for {worked}")
            }
            Self::Stopped { .. } => {
                Phrase::new("그동안 {worked} 멈춤", "the clock stood still for {worked}")
            }
            Self::Folded { .. } => Phrase::new(
                "... {day}까지 {lines}줄 줄임",
                "... {lines} lines to {day} left out",
            ),
            Self::Due { time: Some(_) } => Phrase::new("{time} 기한", "due at {time}"),
            Self::Due { time: None } => Phrase::new("기한 (24:00까지)", "due (until 24:00)"),
        }
    }

    fn values(&self, lang: Lang) -> Vec<(&'static str, String)> {
        match self {
            Self::Start { rule, time } => vec![("time", clock(*time)), ("rule", rule.say(lang))],
            Self::NightReceipt { opens } => vec![
                ("day", day(opens.date(), lang)),
                ("time", clock(opens.time())),
            ],
            Self::Opens { at: time } | Self::Due { time: Some(time) } => {
                vec![("time", clock(*time))]
            }
            Self::Counted { nth } => vec![("nth", nth.to_string())],
            Self::Worked { seconds, left } => vec![
                ("worked", duration(*seconds, lang)),
                ("left", duration(*left, lang)),
            ],
            Self::NotCounted(why) | Self::Rolled(why) => vec![("why", why.say(lang))],
            Self::Period { last } => vec![("day", day(*last, lang))],
            Self::Clock { seconds } | Self::Stopped { seconds } => {
                vec![("worked", duration(*seconds, lang))]
            }
            Self::Folded { lines, until } => {
                vec![("day", day(*until, lang)), ("lines", lines.to_string())]
            }
            Self::Due { time: None } => Vec::new(),
        }
    }
}

/// "09:00", with seconds only where there are any.
fn clock(time: NaiveTime) -> String {
    let text = time.format("%H:%M:%S").to_string();
    text.strip_suffix(":00").map_or(text.clone(), str::to_owned)
}

/// "2026-11-02 (월)".
fn day(date: NaiveDate, lang: Lang) -> String {
    let name = weekday(date.weekday(), lang);
    format!("{date} ({name})")
}

/// "8시간", "3시간 20분", "45초": only the parts that are there.
fn duration(seconds: i64, lang: Lang) -> String {
    let parts = [
        (seconds / 3600, Phrase::new("{n}시간", "{n} h")),
        (seconds / 60 % 60, Phrase::new("{n}분", "{n} min")),
        (seconds % 60, Phrase::new("{n}초", "{n} s")),
    ];
    let said: Vec<_> = parts
        .iter()
        .filter(|(n, _)| *n != 0)
        .map(|(n, phrase)| phrase.with(lang, &[("n", &n.to_string())]))
        .collect();
    if said.is_empty() {
        Phrase::new("0분", "0 min").get(lang).to_owned()
    } else {
        said.join(" ")
    }
}
