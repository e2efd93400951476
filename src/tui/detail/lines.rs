//! A case as lines of text.

use super::{due, history, paper::Paper, steps, timeline};
use crate::{
    desk::{CaseView, EarlierCase},
    domain::{
        charter::Moment,
        deadline::is_raised,
        guide::{self, People},
        party::{mask_email, mask_name, mask_phone},
    },
    tui::screen::Shared,
    words::{Phrase, Say, terminal as text},
};
use ratatui::text::Line;

/// What writes a part of a case.
type Part = fn(&CaseView, Paper<'_>) -> Vec<Line<'static>>;

/// In so many rows of a pane the life of a case pushes out nothing.
const TALL: u16 = 50;

/// As much of a case as fits into a pane of that size, without looking at what does not.
pub(super) fn first(
    view: &CaseView,
    (cells, rows): (u16, u16),
    shared: &Shared,
) -> Vec<Line<'static>> {
    let paper = Paper {
        cells: usize::from(cells),
        shared,
    };
    let life: Part = if rows >= TALL {
        timeline::lines
    } else {
        |_, _| Vec::new()
    };
    let parts: [Part; 6] = [
        life,
        // The key that explains them works in the case alone.
        |view, paper| due::listed(view, false, paper),
        |view, paper| steps::boxes(view, paper).0,
        body,
        |view, paper| related(view, &[], paper),
        history::facts,
    ];
    let mut lines = head(view, paper);
    for part in parts {
        if lines.len() < usize::from(rows) {
            lines.extend(part(view, paper));
        }
    }
    lines
}

pub(super) fn head(view: &CaseView, paper: Paper<'_>) -> Vec<Line<'static>> {
    let shared = paper.shared;
    let case = &view.case;
    let (lang, dot) = (shared.lang, shared.symbols.dot);
    let title = if case.intake.title.as_str().is_empty() {
        paper.say(text::ERASED)
    } else {
        case.intake.title.as_str()
    };
    let mut lines = vec![paper.line(&format!("{}  {title}", case.number), shared.theme.heading)];
    let category = view.rules.charter.category(&case.intake.category);
    let category = category.map_or_else(
        || case.intake.category.clone(),
        |category| category.name.say(lang),
    );
    let facts = [
        case.stage.say(lang),
        case.intake.channel.say(lang),
        category,
        case.intake.case_kind.say(lang),
    ];
    let mut about = facts.join(&format!(" {dot} "));
    for flag in flags(view) {
        about.extend([" [", paper.say(flag), "]"]);
    }
    lines.extend(paper.wrapped(&about, 0, shared.theme.text));
    let officer = if case.officer.is_empty() {
        paper.say(text::NOBODY)
    } else {
        shared.display_name(&case.officer)
    };
    let who = format!(
        "{} {} {dot} {officer}",
        paper.say(text::OFFICER),
        case.department
    );
    let since = match case.received_at {
        Some(at) => text::RECEIVED_AT.with(lang, &[("time", &paper.time(at, view))]),
        None => text::ARRIVED_AT.with(lang, &[("time", &paper.time(case.intake.arrived_at, view))]),
    };
    lines.extend(paper.packed(&[since, who], "   ", 0, shared.theme.text));
    let mut person = person(view, shared);
    if let Some(first) = person.first_mut() {
        *first = format!("{} {first}", paper.say(text::PERSON));
    }
    lines.extend(paper.packed(&person, "  ", 0, shared.theme.text));
    lines
}

fn flags(view: &CaseView) -> Vec<Phrase> {
    let intake = &view.case.intake;
    let raised = is_raised(&view.case, &view.deadlines, &view.rules.charter);
    let flags = [
        (raised, text::FLAGS_PRIORITY),
        (view.case.needs_review, text::FLAGS_REVIEW),
        (intake.on_behalf, text::FLAGS_ON_BEHALF),
        (intake.assistance, text::FLAGS_ASSISTANCE),
        (intake.anonymous, text::FLAGS_ANONYMOUS),
    ];
    flags
        .into_iter()
        .filter(|(on, _)| *on)
        .map(|(_, phrase)| phrase)
        .collect()
}

/// The complainant, masked unless the clerk asked to see.
fn person(view: &CaseView, shared: &Shared) -> Vec<String> {
    let party = &view.party;
    let shown = if shared.unmasked {
        [
            party.name.clone(),
            party.phone.clone(),
            party.email.clone(),
            party.address.clone(),
        ]
    } else {
        let email = if party.email.is_empty() {
            String::new()
        } else {
            mask_email(&party.email)
        };
        [
            mask_name(&party.name),
            mask_phone(&party.phone),
            email,
            String::new(),
        ]
    };
    let known: Vec<String> = shown.into_iter().filter(|part| !part.is_empty()).collect();
    if known.is_empty() {
        vec![text::NO_ENTRY.get(shared.lang).to_owned()]
    } else {
        known
    }
}

/// How the charter wants the matter handled, and what of its checklists was ticked.
pub(super) fn hints(view: &CaseView, paper: Paper<'_>) -> Vec<Line<'static>> {
    let (case, charter) = (&view.case, &view.rules.charter);
    let (lang, symbols) = (paper.shared.lang, &paper.shared.symbols);
    let items = guide::checklist(charter)
        .into_iter()
        .filter(|(item, script)| {
            let conduct = script.moment == Moment::Conduct;
            let visited = script.moment == Moment::Appointment && case.visit().is_some();
            conduct || visited || case.ticked.contains(item)
        });
    let people = People {
        clerk: paper.shared.actor.as_deref(),
        counter: charter.counter_of(&case.intake.category),
        ..People::default()
    };
    let said: Vec<String> = items
        .map(|(item, script)| {
            let ticked = case.ticked.contains(&item);
            let mark = if ticked { symbols.done } else { symbols.open };
            format!("{mark} {}", people.fill(&script.text, lang))
        })
        .collect();
    if said.is_empty() {
        return Vec::new();
    }
    let mut lines = paper.heading(text::HINTS);
    for hint in said {
        lines.extend(paper.wrapped(&hint, 2, paper.shared.theme.text));
    }
    lines
}

pub(super) fn body(view: &CaseView, paper: Paper<'_>) -> Vec<Line<'static>> {
    let body = view.case.intake.body.as_str();
    if body.is_empty() {
        return Vec::new();
    }
    let mut lines = paper.heading(text::BODY);
    lines.extend(paper.wrapped(body, 2, paper.shared.theme.text));
    lines
}

/// Links, merged cases and earlier cases of the same person.
pub(super) fn related(
    view: &CaseView,
    earlier: &[EarlierCase],
    paper: Paper<'_>,
) -> Vec<Line<'static>> {
    let shared = paper.shared;
    let mut lines = Vec::new();
    for (heading, numbers) in [
        (text::LINKED, &view.case.links),
        (text::MERGED, &view.merged),
    ] {
        if !numbers.is_empty() {
            lines.extend(paper.heading(heading));
            let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            lines.push(paper.line(&format!("  {}", numbers.join("  ")), shared.theme.text));
        }
    }
    if earlier.is_empty() {
        return lines;
    }
    lines.extend(paper.heading(text::EARLIER));
    for other in earlier {
        let score = format!("{:.0}", other.score * 100.0);
        let like = text::LIKE.with(shared.lang, &[("score", &score)]);
        let arrived = view.rules.calendars.now().date(other.arrived_at);
        let date = paper.date(arrived, view);
        let step = usize::from(other.step)
            .checked_sub(1)
            .and_then(|at| shared.symbols.steps.get(at));
        let step = step.copied().unwrap_or(shared.symbols.no_step);
        let said = format!(
            "  {}  {date}  {like}  {step} {}  {}",
            other.number,
            other.stage.say(shared.lang),
            other.title
        );
        let style = if other.alike {
            shared.theme.soon
        } else {
            shared.theme.text
        };
        lines.push(paper.line(&said, style));
    }
    lines
}
