//! A case as lines of text.

use super::{due, history, page_text::PageText, steps, timeline};
use crate::{
    desk::{CaseView, EarlierCase},
    domain::{
        charter::Moment,
        deadline::{is_raised, standing},
        decide::supplement_until,
        guide::{self, People},
        party::{Party, mask_name},
    },
    form::{amended, asked},
    tui::screen::Shared,
    words::{Phrase, Say, terminal as text},
};
use ratatui::text::Line;

/// Lays out a part of a case.
type Part = fn(&CaseView, PageText<'_>) -> Vec<Line<'static>>;

/// Rows of a pane from which the timeline leaves room for all else.
const TALL: u16 = 50;

/// As much of a case as fits into the pane beside the queue; the rest is not laid out.
pub fn first(view: &CaseView, (cells, rows): (u16, u16), shared: &Shared) -> Vec<Line<'static>> {
    let page = PageText {
        cells: usize::from(cells),
        shared,
    };
    let timeline: Part = if rows >= TALL {
        timeline::lines
    } else {
        |_, _| Vec::new()
    };
    let parts: [Part; 7] = [
        timeline,
        // Without the key that explains them, which works on the whole screen only.
        |view, page| due::listed(view, due::Listed::above_steps(view), false, page),
        |view, page| steps::lines(view, &[], page).0,
        due::below_steps,
        body,
        |view, page| related(view, &[], page),
        history::facts,
    ];
    let mut lines = head(view, page);
    for part in parts {
        if lines.len() < usize::from(rows) {
            lines.extend(part(view, page));
        }
    }
    lines
}

pub(super) fn head(view: &CaseView, page: PageText<'_>) -> Vec<Line<'static>> {
    let shared = page.shared;
    let case = &view.case;
    let (lang, dot) = (shared.lang, shared.symbols.dot);
    let title = if case.intake.title.as_str().is_empty() {
        page.say(text::ERASED)
    } else {
        case.intake.title.as_str()
    };
    let mut lines = vec![page.line(&format!("{}  {title}", case.number), shared.theme.heading)];
    let category = view
        .rules
        .charter
        .category_name(&case.intake.category, lang);
    let facts = [
        case.stage.say(lang),
        case.intake.channel.say(lang),
        category,
        case.intake.case_kind.say(lang),
    ];
    let mut about = facts.join(&format!(" {dot} "));
    for flag in flags(view) {
        about.extend([" [", page.say(flag), "]"]);
    }
    // What stands open on the case until it is recorded.
    for open in standing(case, &view.rules.charter) {
        let missing: Vec<String> = open.missing.iter().map(|part| part.say(lang)).collect();
        let stands = text::STANDS.with(lang, &[("what", &missing.join(", "))]);
        about.extend([" [", stands.as_str(), "]"]);
    }
    lines.extend(page.wrapped(&about, 0, shared.theme.text));
    let officer = if case.officer.is_empty() {
        page.say(text::NOBODY)
    } else {
        shared.display_name(&case.officer)
    };
    let label = page.say(text::OFFICER);
    let who = format!("{label} {} {dot} {officer}", case.department);
    let since = match case.received_at {
        Some(at) => text::RECEIVED_AT.with(lang, &[("time", &page.time(at, view))]),
        None => text::ARRIVED_AT.with(lang, &[("time", &page.time(case.intake.arrived_at, view))]),
    };
    let parts = [since, who].into_iter().chain(supplement(view, page));
    let parts: Vec<String> = parts.collect();
    lines.extend(page.packed(&parts, "   ", 0, shared.theme.text));
    let mut person = shared.person(&view.party);
    let known = person
        .first()
        .map_or(page.say(text::NO_ENTRY), String::as_str);
    let labelled = format!("{} {known}", page.say(text::PERSON));
    person.splice(..person.len().min(1), [labelled]);
    lines.extend(page.packed(&person, "  ", 0, shared.theme.text));
    let mask = |name: &str| {
        let whole = shared.unmasked.then(|| name.to_owned());
        whole.unwrap_or_else(|| mask_name(name))
    };
    let asked = asked::lines(&case.intake, &view.party, mask, lang);
    lines.extend(page.packed(&asked, "   ", 0, shared.theme.text));
    lines.extend(amended_lines(view, page));
    lines
}

/// Until when a supplement can be asked for without another reason, while that is.
fn supplement(view: &CaseView, page: PageText<'_>) -> Option<String> {
    let last = supplement_until(&view.case, &view.rules.calendars);
    let last = last.filter(|last| last.at >= page.shared.now)?;
    let time = page.time(last.at, view);
    Some(text::SUPPLEMENT_UNTIL.with(page.shared.lang, &[("time", &time)]))
}

/// What stood before it was put right.
fn amended_lines(view: &CaseView, page: PageText<'_>) -> Vec<Line<'static>> {
    let shared = page.shared;
    let mask = |party: &Party| shared.masked(party);
    let lines = amended::lines(view, mask, shared.lang).into_iter();
    lines
        .flat_map(|line| page.wrapped(&line, 0, shared.theme.dim))
        .collect()
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
    let on = flags.into_iter().filter(|(on, _)| *on);
    on.map(|(_, phrase)| phrase).collect()
}

/// The checklists of the charter for this case, with what was ticked.
pub(super) fn hints(view: &CaseView, page: PageText<'_>) -> Vec<Line<'static>> {
    let (case, charter) = (&view.case, &view.rules.charter);
    let (lang, symbols) = (page.shared.lang, &page.shared.symbols);
    let items = guide::checklist(charter)
        .into_iter()
        .filter(|(item, script)| {
            let conduct = script.moment == Moment::Conduct;
            let visited = script.moment == Moment::Appointment && case.visit().is_some();
            conduct || visited || case.ticked.contains(item)
        });
    let people = People {
        clerk: page.shared.actor.as_deref(),
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
    let mut lines = page.heading(text::HINTS);
    for hint in said {
        lines.extend(page.wrapped(&hint, 2, page.shared.theme.text));
    }
    lines
}

pub(super) fn body(view: &CaseView, page: PageText<'_>) -> Vec<Line<'static>> {
    let body = view.case.intake.body.as_str();
    if body.is_empty() {
        return Vec::new();
    }
    let mut lines = page.heading(text::BODY);
    lines.extend(page.wrapped(body, 2, page.shared.theme.text));
    lines
}

/// Links, merged cases and earlier cases of the same person.
pub(super) fn related(
    view: &CaseView,
    earlier: &[EarlierCase],
    page: PageText<'_>,
) -> Vec<Line<'static>> {
    let shared = page.shared;
    let mut lines = Vec::new();
    for (heading, numbers) in [
        (text::LINKED, &view.case.links),
        (text::SEE_ALSO, &view.case.see_also),
        (text::MERGED, &view.merged),
    ] {
        if !numbers.is_empty() {
            lines.extend(page.heading(heading));
            let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            lines.push(page.line(&format!("  {}", numbers.join("  ")), shared.theme.text));
        }
    }
    if earlier.is_empty() {
        return lines;
    }
    lines.extend(page.heading(text::EARLIER));
    for other in earlier {
        let score = format!("{:.0}", other.score * 100.0);
        let like = text::LIKE.with(shared.lang, &[("score", &score)]);
        let arrived = view.rules.calendars.now().date(other.arrived_at);
        let date = page.date(arrived, view);
        let step = shared.symbols.step(other.step);
        let step = step.unwrap_or(shared.symbols.no_step);
        let said = format!(
            "  {}  {date}  {like}  {step} {}  {}",
            other.number,
            other.stage.say(shared.lang),
            other.title
        );
        let theme = &shared.theme;
        let style = if other.alike { theme.soon } else { theme.text };
        lines.push(page.line(&said, style));
    }
    lines
}
