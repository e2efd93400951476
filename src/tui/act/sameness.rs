//! Two cases side by side before a link: their texts, and what agrees, contradicts, is not known or is missing.
//!
//! It shows and never ticks: that they are the same, a person confirms.

use crate::{
    desk::{CaseView, EarlierCase},
    domain::{
        party::Field, refusal::LadderRefusal, refusal::Refusal, rights::Operation,
        sameness::Agreement,
    },
    form::day,
    tui::{
        form::wrap::wrap,
        screen::Shared,
        text::{pad, visible},
    },
    words::{Say, forms as text},
};
use ratatui::{style::Style, text::Line};

/// Rows of each text.
const TEXT_ROWS: usize = 3;
/// Columns of the mark and the name of a row.
const NAMES: usize = 15;
/// On fewer rows only what contradicts or is missing is shown, without the texts.
const ALL_ROWS: u16 = 24;

/// A row of the comparison: its mark, its name, what is known of this case and of the earlier one.
struct Compared {
    mark: &'static str,
    name: String,
    this: String,
    earlier: String,
}

/// The comparison in `width` cells.
pub(super) fn rows(
    view: &CaseView,
    earlier: &EarlierCase,
    width: u16,
    shared: &Shared,
) -> Vec<Line<'static>> {
    let whole = shared.size.1 >= ALL_ROWS;
    let theme = &shared.theme;
    let mut rows = Vec::new();
    if whole {
        rows.extend(texts(view, earlier, width, shared));
    }
    let half = (half(width) + 1).saturating_sub(NAMES);
    let between = if whole {
        bar(shared)
    } else {
        shared.symbols.dot
    };
    for row in compared(view, earlier, shared) {
        let weighs = ["x", "!"].contains(&row.mark);
        if whole || weighs {
            let alphabet = shared.symbols.alphabet;
            let name = pad(&format!(" {}  {}", row.mark, row.name), NAMES, alphabet);
            let this = pad(&visible(&row.this, alphabet), half, alphabet);
            let earlier = visible(&row.earlier, alphabet).into_owned();
            let style = if weighs { theme.soon } else { theme.text };
            let line = format!("{name}{this} {between} {earlier}");
            rows.push(Line::styled(line, style));
        }
    }
    let doubts = earlier.sameness.doubts();
    if !doubts.is_empty() {
        let supervises = shared.by().0.may(Operation::DoubtfulLink);
        let refusal = if supervises {
            LadderRefusal::LinkReasonMissing(doubts)
        } else {
            LadderRefusal::LinkDoubted(doubts)
        };
        let said = Refusal::from(refusal).say(shared.lang);
        rows.extend(wrapped(&said, width, theme.error, shared));
    }
    rows
}

/// Columns of one of the two cases.
fn half(width: u16) -> usize {
    usize::from(width).saturating_sub(5) / 2
}

fn bar(shared: &Shared) -> &'static str {
    shared.symbols.border.vertical_left
}

fn wrapped(said: &str, width: u16, style: Style, shared: &Shared) -> Vec<Line<'static>> {
    let room = usize::from(width).saturating_sub(2);
    let said = wrap(said, room, shared.symbols.alphabet).into_iter();
    said.map(|row| Line::styled(format!(" {row}"), style))
        .collect()
}

/// Number, title and body of both, side by side.
fn texts(
    view: &CaseView,
    earlier: &EarlierCase,
    width: u16,
    shared: &Shared,
) -> Vec<Line<'static>> {
    let (lang, alphabet) = (shared.lang, shared.symbols.alphabet);
    let half = half(width);
    let column = |name: &str, number: String, title: &str, body: &str| {
        let mut rows = vec![format!("{name}  {number}"), title.to_owned()];
        let body = visible(&body.replace('\n', " "), alphabet).into_owned();
        rows.extend(wrap(&body, half, alphabet).into_iter().take(TEXT_ROWS));
        rows
    };
    let intake = &view.case.intake;
    let (title, body) = (intake.title.as_str(), intake.body.as_str());
    let number = view.case.number.to_string();
    let this = column(text::THIS_CASE.get(lang), number, title, body);
    let number = earlier.number.to_string();
    let other = column(
        text::EARLIER_CASE.get(lang),
        number,
        &earlier.title,
        &earlier.body,
    );
    let blank = String::new();
    (0..this.len().max(other.len()))
        .map(|at| {
            let [this, other] = [&this, &other].map(|rows| rows.get(at).unwrap_or(&blank));
            let this = pad(&visible(this, alphabet), half, alphabet);
            let other = pad(&visible(other, alphabet), half, alphabet);
            let line = format!(" {this} {} {other}", bar(shared));
            Line::styled(line.trim_end().to_owned(), shared.theme.dim)
        })
        .collect()
}

fn known(value: &str, shared: &Shared) -> String {
    let none = text::NOT_GIVEN.get(shared.lang);
    if value.is_empty() { none } else { value }.to_owned()
}

fn compared(view: &CaseView, earlier: &EarlierCase, shared: &Shared) -> Vec<Compared> {
    let lang = shared.lang;
    let (party, other, found) = (view.party.masked(), &earlier.party, &earlier.sameness);
    let row = |agreement, field: Field, this: &str, earlier: &str| Compared {
        mark: match agreement {
            Agreement::Same => "=",
            Agreement::Differs => "x",
            Agreement::Unknown => "?",
        },
        name: field.say(lang),
        this: known(this, shared),
        earlier: known(earlier, shared),
    };
    let category = |id: &str| {
        let known = view.rules.charter.category(id);
        known.map_or_else(|| id.to_owned(), |known| known.name.say(lang))
    };
    // That the clerk chose another category says nothing of the customer.
    let same = if view.case.intake.category == earlier.category {
        Agreement::Same
    } else {
        Agreement::Unknown
    };
    let [this, that] = [&view.case.intake.category, &earlier.category].map(|id| category(id));
    let likeness = text::LIKENESS.with(lang, &[("n", &found.likeness.to_string())]);
    let told = earlier.last_result_told.map(|at| {
        let day = day::instant(at, shared.now, view.rules.calendars.now(), lang);
        text::RESULT_TOLD.with(lang, &[("day", &day)])
    });
    // Until somebody was told a result, where the case stands is what there is to know of it.
    let outcome = told.unwrap_or_else(|| earlier.stage.say(lang));
    vec![
        row(found.phone, Field::Phone, &party.phone, &other.phone),
        row(found.name, Field::Name, &party.name, &other.name),
        row(found.email, Field::Email, &party.email, &other.email),
        row(same, Field::Category, &this, &that),
        row(Agreement::Unknown, Field::Body, &likeness, &outcome),
        first_step(view.case.step(), earlier.step, shared),
    ]
}

/// A missing first step of the earlier case is made up for by that of this one.
fn first_step(this: u8, earlier: u8, shared: &Shared) -> Compared {
    let step = |step: u8, none: String| match step {
        0 => none,
        step => text::STEP.with(shared.lang, &[("step", &step.to_string())]),
    };
    Compared {
        mark: if earlier == 0 { "!" } else { "=" },
        name: text::FIRST_STEP.get(shared.lang).to_owned(),
        this: step(this, known("", shared)),
        earlier: step(earlier, text::MADE_UP.get(shared.lang).to_owned()),
    }
}
