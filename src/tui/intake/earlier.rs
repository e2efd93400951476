//! Earlier cases of the same person: when to look for them, which comes next, and how they are shown.
//!
//! Must not know forms; the intake form and the forms of actions both show them.

use crate::{
    desk::EarlierCase,
    domain::{case::CaseNumber, command::Intake, party::Field},
    form::earlier::{head, rest},
    tui::{
        effect::{Effect, Query},
        screen::Shared,
        text::{pad, visible},
    },
};
use ratatui::text::{Line, Span};

/// The search for earlier cases; `None` while neither telephone nor e-mail could be one.
pub(super) fn search(intake: &Intake) -> Option<Effect> {
    let mut party = intake.party.clean();
    let faults = party.faults();
    let wrong = |field| faults.iter().any(|fault| fault.field == field);
    if wrong(Field::Phone) || party.phone_key().is_none() {
        party.phone.clear();
    }
    if wrong(Field::Email) {
        party.email.clear();
    }
    if party.phone.is_empty() && party.email.is_empty() {
        return None;
    }
    // The name and the address play no part, and must not ask the desk again.
    party.name.clear();
    party.address.clear();
    Some(Effect::Read(Query::Earlier {
        party,
        category: intake.category.clone(),
        text: format!("{}\n{}", intake.title, intake.body)
            .trim()
            .to_owned(),
        except: None,
    }))
}

/// The case after `chosen`, in the order in which they are shown; `None` after the last.
pub(in crate::tui) fn next(
    cases: &[EarlierCase],
    chosen: Option<CaseNumber>,
) -> Option<CaseNumber> {
    let at = chosen.and_then(|chosen| cases.iter().position(|case| case.number == chosen));
    cases.get(at.map_or(0, |at| at + 1)).map(|case| case.number)
}

/// A case on one row: number, likeness, date, stage, step, title.
pub(in crate::tui) fn row(
    case: &EarlierCase,
    linked: bool,
    width: u16,
    shared: &Shared,
) -> Line<'static> {
    let [head, rest] = parts(case, linked, shared);
    let alphabet = shared.symbols.alphabet;
    let used = crate::tui::text::width(&head) + 2;
    let rest = pad(&rest, usize::from(width).saturating_sub(used), alphabet);
    line(head, linked, shared, Some(rest))
}

/// A case on two rows, for a narrow pane.
pub(super) fn rows(
    case: &EarlierCase,
    linked: bool,
    width: u16,
    shared: &Shared,
) -> [Line<'static>; 2] {
    let [head, rest] = parts(case, linked, shared);
    let rest = pad(
        &rest,
        usize::from(width).saturating_sub(2),
        shared.symbols.alphabet,
    );
    [
        line(head, linked, shared, None),
        Line::from(vec![Span::raw("  "), Span::styled(rest, shared.theme.text)]),
    ]
}

fn line(head: String, linked: bool, shared: &Shared, rest: Option<String>) -> Line<'static> {
    let (mark, style) = if linked {
        (shared.symbols.selected, shared.theme.focus)
    } else {
        (shared.symbols.unselected, shared.theme.text)
    };
    let mut spans = vec![Span::styled(mark, style), Span::styled(head, style)];
    if let Some(rest) = rest {
        spans.push(Span::raw(" "));
        spans.push(Span::styled(rest, shared.theme.text));
    }
    Line::from(spans)
}

/// What tells a case apart, and what it was.
fn parts(case: &EarlierCase, linked: bool, shared: &Shared) -> [String; 2] {
    let calendar = shared.rules.as_deref().map(|rules| rules.calendars.now());
    let rest = rest(case, calendar, shared.now, shared.lang);
    let rest = rest.join(&format!(" {} ", shared.symbols.dot));
    let rest = visible(&rest, shared.symbols.alphabet).into_owned();
    [head(case, linked, shared.lang), rest]
}
