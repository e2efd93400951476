//! The three steps on one line: by whom and when, or what is missing; and a box for a step that is due.

use super::page_text::{PageText, wrap};
use crate::tui::{
    keymap::{Action, KeyContext},
    text::{cut, pad, visible, width},
};
use crate::{
    desk::{CaseView, EarlierCase},
    domain::{
        case::StepRecord,
        decide::{StepBox, steps},
        fact::{FactKind, Linkage, Step},
        refusal::{LadderRefusal, Refusal},
    },
    words::{Phrase, Say, terminal as text},
};
use ratatui::{
    style::Style,
    text::{Line, Span},
};
use std::ops::Range;

/// The line of the steps with the boxes of those that are due under it, and the rows that each box takes.
pub(super) fn lines(
    view: &CaseView,
    earlier: &[EarlierCase],
    page: PageText<'_>,
) -> (Vec<Line<'static>>, Vec<Range<usize>>) {
    let theme = &page.shared.theme;
    let heading = if view.rules.charter.has_steps_of_house() {
        text::STEPS_OF_HOUSE
    } else {
        text::STEPS
    };
    let mut lines = page.heading(heading);
    let found = steps(&view.case, &view.rules.charter, &view.related);
    if let Some(refusal) = of_all_three(&found) {
        lines.extend(page.wrapped(&refusal.say(page.shared.lang), 2, theme.dim));
        return (lines, vec![0..0; found.len()]);
    }
    let numbered = || (1_u8..).zip(&found);
    let parts: Vec<String> = numbered()
        .map(|(n, step)| part(n, step, view, page))
        .collect();
    let between = format!(" {} ", page.shared.symbols.dot);
    lines.extend(page.packed(&parts, &between, 2, theme.text));
    let mut places = Vec::new();
    for (number, step) in numbered() {
        let start = lines.len();
        if is_due(number, step, view) {
            lines.extend(framed((number, step), view, earlier, page));
        }
        places.push(start..lines.len());
    }
    (lines, places)
}

/// True where a step of the case is due, so that it has a box.
pub(super) fn any_is_due(view: &CaseView) -> bool {
    let found = steps(&view.case, &view.rules.charter, &view.related);
    let mut numbered = (1_u8..).zip(&found);
    of_all_three(&found).is_none() && numbered.any(|(n, step)| is_due(n, step, view))
}

/// What holds of all three, and is said once: there is no ladder, it is no complaint, or the case has ended.
fn of_all_three<'a>(found: &'a [StepBox<'_>; 3]) -> Option<&'a Refusal> {
    match found {
        [
            StepBox::Missing(first),
            StepBox::Missing(second),
            StepBox::Missing(third),
        ] if first == second && second == third => Some(first),
        _ => None,
    }
}

/// True for a step that a deadline waits for and that is not recorded.
fn is_due(number: u8, step: &StepBox<'_>, view: &CaseView) -> bool {
    let mut open = view.deadlines.iter().filter(|one| one.is_open());
    !matches!(step, StepBox::Done(_)) && open.any(|one| one.step == Some(number))
}

fn key(number: u8, page: PageText<'_>) -> String {
    let action = match number {
        1 => Action::StepOne,
        2 => Action::StepTwo,
        _ => Action::StepThree,
    };
    page.shared.keys.shown(KeyContext::Detail, action)
}

/// What the line says of one step.
fn part(number: u8, step: &StepBox<'_>, view: &CaseView, page: PageText<'_>) -> String {
    let (lang, symbols) = (page.shared.lang, &page.shared.symbols);
    let mark = symbols.step(number).unwrap_or(symbols.open);
    let n = number.to_string();
    match step {
        StepBox::Done(record) => format!("{mark} {}", done(record, view, page)),
        _ if is_due(number, step, view) => text::STEP_DUE.with(lang, &[("step", mark)]),
        StepBox::Ready => text::STEP_POSSIBLE.with(lang, &[("n", &n), ("key", &key(number, page))]),
        StepBox::Missing(refusal) => {
            let needs = needs(refusal).map_or("-", |needs| page.say(needs));
            text::STEP_NEEDS.with(lang, &[("n", &n), ("needs", needs)])
        }
    }
}

/// What a step waits for, in a word or two; `None` where another step comes before.
fn needs(refusal: &Refusal) -> Option<Phrase> {
    let Refusal::Ladder(refusal) = refusal else {
        return None;
    };
    match refusal {
        LadderRefusal::LinkNeeded => Some(text::NEEDS_LINK),
        LadderRefusal::LinkUnconfirmed(_) => Some(text::NEEDS_CONFIRMED),
        LadderRefusal::FirstStepMissing => Some(text::NEEDS_FIRST),
        LadderRefusal::LettersUntold => Some(text::NEEDS_TOLD),
        _ => None,
    }
}

/// When a step was recorded, for whom, and whether it was told.
fn done(record: &StepRecord, view: &CaseView, page: PageText<'_>) -> String {
    let (case, lang) = (&view.case, page.shared.lang);
    let whom = match &record.step {
        Step::One {
            department,
            officer,
            ..
        }
        | Step::Three {
            department,
            officer,
            ..
        } => format!("{department} {}", page.shared.display_name(officer)),
        Step::Two { .. } => page.say(text::LETTERS).to_owned(),
    };
    let when = page.time(record.at, view);
    let own = case.notices.iter().filter(|one| one.act.seq == record.seq);
    let waiting = own
        .filter(|one| case.notice_state(one).is_pending())
        .count();
    let told = match (waiting, case.told_step(record)) {
        (1.., _) => text::STEP_UNTOLD.with(lang, &[("n", &waiting.to_string())]),
        (0, Some(told)) if told.seq > record.seq => {
            let calendar = view.rules.calendars.now();
            let same_day = calendar.date(told.at) == calendar.date(record.at);
            let time = if same_day {
                calendar.local(told.at).format("%H:%M").to_string()
            } else {
                page.time(told.at, view)
            };
            text::STEP_TOLD.with(lang, &[("time", &time)])
        }
        (0, _) => return format!("{when} {whom}"),
    };
    format!("{when} {whom}, {told}")
}

fn framed(
    (number, step): (u8, &StepBox<'_>),
    view: &CaseView,
    earlier: &[EarlierCase],
    page: PageText<'_>,
) -> Vec<Line<'static>> {
    let theme = &page.shared.theme;
    let (name, mut rows) = if number == 1 {
        (text::STEP_ONE_DUE, first_step(page))
    } else {
        (text::STEP_TWO_DUE, second_step(view, earlier, page))
    };
    if let StepBox::Missing(refusal) = step {
        rows.push((text::BOX_MISSING, refusal.say(page.shared.lang)));
    }
    let labels = rows.iter().map(|(label, _)| width(page.say(*label)));
    let labels = labels.max().unwrap_or(0) + 2;
    let mut lines = vec![edge(page.say(name), true, theme.soon, page)];
    for (label, said) in &rows {
        let alphabet = page.shared.symbols.alphabet;
        let said = fit(said, page.cells.saturating_sub(4 + labels).max(4), page);
        for (at, row) in said.iter().enumerate() {
            let label = if at == 0 { page.say(*label) } else { "" };
            let line = format!("{}{row}", pad(label, labels, alphabet));
            lines.push(side(&line, theme.text, page));
        }
    }
    let key = text::BOX_KEY.with(page.shared.lang, &[("key", &key(number, page))]);
    lines.push(edge(&key, false, theme.key, page));
    lines
}

/// What the box of the first step says.
fn first_step(page: PageText<'_>) -> Vec<(Phrase, String)> {
    vec![
        (text::BOX_TEAM, page.say(text::NOT_NAMED).to_owned()),
        (text::BOX_MET, page.say(text::MET_WHEN_TEAM_TOLD).to_owned()),
    ]
}

/// What the box of the second step says: the earlier case and who confirmed it, what is not written, and what meets it.
fn second_step(
    view: &CaseView,
    earlier: &[EarlierCase],
    page: PageText<'_>,
) -> Vec<(Phrase, String)> {
    let confirmed = view.facts.iter().rev().find_map(|fact| match fact.kind {
        FactKind::Linked {
            earlier,
            how: Linkage::Confirmed,
            ..
        } => Some((fact, earlier)),
        _ => None,
    });
    let mut rows = Vec::new();
    if let Some((fact, number)) = confirmed {
        let known = earlier.iter().find(|one| one.number == number);
        let named = known.map(|one| {
            let arrived = view.rules.calendars.now().date(one.arrived_at);
            format!("{number} {} {}", page.date(arrived, view), one.title)
        });
        let (time, by) = (page.time(fact.at, view), page.shared.display_name(&fact.by));
        let by = [("time", &*time), ("by", by)];
        rows.push((text::BOX_EARLIER, named.unwrap_or(number.to_string())));
        rows.push((
            text::BOX_SAME,
            text::CONFIRMED_BY.with(page.shared.lang, &by),
        ));
    }
    let unwritten = || page.say(text::NOT_WRITTEN).to_owned();
    rows.push((text::BOX_RESULT, unwritten()));
    rows.push((text::BOX_APOLOGY, unwritten()));
    rows.push((
        text::BOX_MET,
        page.say(text::MET_WHEN_LETTERS_TOLD).to_owned(),
    ));
    rows
}

/// At most two lines of a text in so many cells.
fn fit(said: &str, room: usize, page: PageText<'_>) -> Vec<String> {
    let alphabet = page.shared.symbols.alphabet;
    let flat = said.replace('\n', " ");
    let shown = visible(&flat, alphabet).into_owned();
    let mut pieces = wrap(&shown, room);
    if pieces.len() > 2 {
        let first = pieces.swap_remove(0);
        let rest = shown.get(first.len()..).unwrap_or_default().trim_start();
        pieces = vec![first, cut(rest, room, alphabet).into_owned()];
    }
    pieces
}

/// The upper edge with a name at its left, or the lower edge with a key at its right.
fn edge(said: &str, top: bool, style: Style, page: PageText<'_>) -> Line<'static> {
    let border = page.shared.symbols.border;
    let frame = page.shared.theme.frame;
    let said = format!(" {} ", visible(said, page.shared.symbols.alphabet));
    let rest = page.cells.saturating_sub(width(&said) + 3);
    if top {
        let (left, line, right) = (border.top_left, border.horizontal_top, border.top_right);
        return Line::from(vec![
            Span::styled(format!("{left}{line}"), frame),
            Span::styled(said, style),
            Span::styled(format!("{}{right}", line.repeat(rest)), frame),
        ]);
    }
    let line = border.horizontal_bottom;
    let (left, right) = (border.bottom_left, border.bottom_right);
    Line::from(vec![
        Span::styled(format!("{left}{}", line.repeat(rest)), frame),
        Span::styled(said, style),
        Span::styled(format!("{line}{right}"), frame),
    ])
}

fn side(said: &str, style: Style, page: PageText<'_>) -> Line<'static> {
    let border = page.shared.symbols.border;
    let frame = page.shared.theme.frame;
    let room = page.cells.saturating_sub(4);
    Line::from(vec![
        Span::styled(format!("{} ", border.vertical_left), frame),
        Span::styled(pad(said, room, page.shared.symbols.alphabet), style),
        Span::styled(format!(" {}", border.vertical_right), frame),
    ])
}
