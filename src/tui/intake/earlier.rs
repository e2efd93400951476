//! Earlier cases of the same person: when to search for them, which comes next, and how they are shown.
//!
//! The intake form and the forms of actions both show them; must not know forms.

use crate::{
    desk::EarlierCase,
    domain::{
        case::CaseNumber,
        command::Intake,
        party::{Field, Party},
    },
    form::earlier::{head, rest},
    tui::{
        effect::{Effect, Query},
        screen::Shared,
        text::{pad, visible, width},
    },
};
use ratatui::text::{Line, Span};

/// The search for earlier cases; `None` while neither telephone nor e-mail is valid.
pub(super) fn search(intake: &Intake) -> Option<Effect> {
    let party = findable(intake);
    if party.is_empty() {
        return None;
    }
    Some(Effect::Read(Query::Earlier {
        party,
        category: intake.category.clone(),
        text: format!("{}\n{}", intake.title, intake.body)
            .trim()
            .to_owned(),
        except: None,
    }))
}

/// The search for recent cases of other people; `None` without a title.
pub(super) fn compare(intake: &Intake) -> Option<Effect> {
    let title = intake.title.trim().to_owned();
    (!title.is_empty()).then(|| {
        Effect::Read(Query::Similar {
            party: findable(intake),
            category: intake.category.clone(),
            title,
        })
    })
}

/// The part of the person that cases are found by, where it is valid: a change of the rest must not ask the desk again.
fn findable(intake: &Intake) -> Party {
    let party = intake.party.clean();
    let faults = party.faults();
    let right = |field| !faults.iter().any(|fault| fault.field == field);
    let phone = right(Field::Phone) && party.phone_key().is_some();
    let email = right(Field::Email);
    Party {
        phone: if phone { party.phone } else { String::new() },
        email: if email { party.email } else { String::new() },
        ..Party::default()
    }
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
    cells: u16,
    shared: &Shared,
) -> Line<'static> {
    let [head, rest] = parts(case, linked, shared);
    let room = usize::from(cells).saturating_sub(width(&head) + 2);
    let rest = format!(" {}", pad(&rest, room, shared.symbols.alphabet));
    let mut line = head_line(head, linked, shared);
    line.push_span(Span::styled(rest, shared.theme.text));
    line
}

/// A case on two rows, for a narrow pane.
pub(super) fn rows(
    case: &EarlierCase,
    linked: bool,
    cells: u16,
    shared: &Shared,
) -> [Line<'static>; 2] {
    let [head, rest] = parts(case, linked, shared);
    let room = usize::from(cells).saturating_sub(2);
    let rest = pad(&rest, room, shared.symbols.alphabet);
    [
        head_line(head, linked, shared),
        Line::from(vec![Span::raw("  "), Span::styled(rest, shared.theme.text)]),
    ]
}

fn head_line(head: String, linked: bool, shared: &Shared) -> Line<'static> {
    let (mark, style) = if linked {
        (shared.symbols.selected, shared.theme.focus)
    } else {
        (shared.symbols.unselected, shared.theme.text)
    };
    Line::from(vec![Span::styled(mark, style), Span::styled(head, style)])
}

/// The head of a case, and the rest in one text.
fn parts(case: &EarlierCase, linked: bool, shared: &Shared) -> [String; 2] {
    let rest = rest(case, shared.calendar(), shared.now, shared.lang);
    let rest = rest.join(&format!(" {} ", shared.symbols.dot));
    let rest = visible(&rest, shared.symbols.alphabet).into_owned();
    [head(case, linked, shared.lang), rest]
}
