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
    words::{Lang, Say, plain as text, timeline},
};
use chrono::{DateTime, Utc};

/// What happened when, when its time stood still, and where its deadlines end or ended: in order of time, up to now and on.
pub(super) fn life(view: &CaseView, now: DateTime<Utc>, lang: Lang) -> Vec<String> {
    let told = Timeline::of(
        &view.case,
        &view.facts,
        &view.deadlines,
        (view.rules.calendars.now(), now),
    );
    let zone = view.rules.charter.office.zone;
    let at = |at: DateTime<Utc>| document::minute(at, zone);
    let mut lines: Vec<(DateTime<Utc>, String)> = Vec::new();
    lines.extend(told.marks.iter().map(|(at, mark)| (*at, mark.say(lang))));
    for gap in &told.gaps {
        lines.push((gap.from, text::STOPS.get(lang).to_owned()));
        lines.extend(gap.to.map(|to| (to, text::GOES_ON.get(lang).to_owned())));
    }
    for deadline in &view.deadlines {
        let ends = told.ends.iter().find(|(at, _)| *at == deadline.due.at);
        let Some((_, ends)) = ends else { continue };
        let action = document::action(deadline, &view.rules, lang);
        let phrase = match ends {
            DeadlineEnd::Met => text::ENDS_MET,
            DeadlineEnd::Ahead => text::ENDS_AHEAD,
            DeadlineEnd::Missed => text::ENDS_MISSED,
        };
        lines.push((deadline.due.at, phrase.with(lang, &[("promise", &action)])));
    }
    if told.over.is_none() {
        lines.push((now, timeline::NOW.get(lang).to_owned()));
    }
    lines.sort_by_key(|(at, _)| *at);
    let lines = lines
        .into_iter()
        .map(|(when, said)| format!("{}: {said}", at(when)));
    lines.collect()
}

/// How the date of each deadline was counted, the one that leads first.
pub(super) fn why(view: &CaseView, lang: Lang) -> Vec<String> {
    let leading = lead(&view.deadlines);
    let leads = |deadline: &_| leading.is_some_and(|lead| std::ptr::eq(lead, deadline));
    let mut deadlines: Vec<_> = view.deadlines.iter().collect();
    deadlines.sort_by_key(|deadline| !leads(deadline));
    let mut lines = Vec::new();
    for deadline in deadlines {
        let action = document::action(deadline, &view.rules, lang);
        let source = deadline.source.say(lang);
        lines.push(format!("{source}. {action} ({})", deadline.promise));
        match deadline.explain(&view.rules.calendars) {
            Ok(told) => lines.extend(told.lines.iter().map(|line| line.say(lang))),
            Err(error) => lines.push(error.say(lang)),
        }
    }
    lines
}
