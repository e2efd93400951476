//! A case's life and the count of its dates, as sentences.
//!
//! Must not ask the desk.

use crate::{
    cli::document,
    desk::CaseView,
    domain::{
        deadline::lead,
        timeline::{DeadlineEnd, Timeline},
    },
    words::{self, Lang, Say, plain as text},
};
use chrono::{DateTime, Utc};

/// Events, pauses and deadlines of a case in order of time, up to now and beyond.
pub(super) fn life(view: &CaseView, now: DateTime<Utc>, lang: Lang) -> Vec<String> {
    let calendar = view.rules.calendars.now();
    let timeline = Timeline::of(&view.case, &view.facts, &view.deadlines, (calendar, now));
    let marks = timeline
        .marks
        .iter()
        .map(|(at, mark)| (*at, mark.say(lang)));
    let mut lines: Vec<(DateTime<Utc>, String)> = marks.collect();
    for gap in &timeline.gaps {
        lines.push((gap.from, text::STOPS.get(lang).to_owned()));
        lines.extend(gap.to.map(|to| (to, text::GOES_ON.get(lang).to_owned())));
    }
    for deadline in &view.deadlines {
        let mut ends = timeline.ends.iter();
        let Some((at, end)) = ends.find(|(at, _)| *at == deadline.due.at) else {
            continue;
        };
        let action = document::said(&deadline.promise, &view.rules, lang);
        let phrase = match end {
            DeadlineEnd::Met => text::ENDS_MET,
            DeadlineEnd::Ahead => text::ENDS_AHEAD,
            DeadlineEnd::Missed => text::ENDS_MISSED,
        };
        lines.push((*at, phrase.with(lang, &[("promise", &action)])));
    }
    if timeline.over.is_none() {
        lines.push((now, words::timeline::NOW.get(lang).to_owned()));
    }
    lines.sort_by_key(|(at, _)| *at);
    let zone = view.rules.charter.office.zone;
    let lines = lines.into_iter();
    lines
        .map(|(at, line)| format!("{}: {line}", document::minute(at, zone)))
        .collect()
}

/// How the date of each deadline was counted, the leading one first.
pub(super) fn why(view: &CaseView, lang: Lang) -> Vec<String> {
    let leading = lead(&view.deadlines);
    let leads = |deadline: &_| leading.is_some_and(|lead| std::ptr::eq(lead, deadline));
    let mut deadlines: Vec<_> = view.deadlines.iter().collect();
    deadlines.sort_by_key(|deadline| !leads(deadline));
    let mut lines = Vec::new();
    for deadline in deadlines {
        let action = document::action(&deadline.promise, &view.rules, lang);
        let source = deadline.source.say(lang);
        lines.push(format!("{source}. {action} ({})", deadline.promise));
        lines.extend(document::explain(deadline, &view.rules, lang));
    }
    lines
}
