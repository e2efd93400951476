//! The chosen notice: to whom, what is to be told, and what became of it.

use super::rows::state_style;
use crate::{
    desk::{CaseView, DueNotice},
    domain::{
        fact::{FactKind, Wording},
        notice::Recipient,
        remaining::Remaining,
    },
    tui::{
        detail::told_lines,
        form::day::instant,
        page::{put, wrapped_all},
        queue,
        screen::Shared,
        targets::Drawing,
    },
    words::{Say, notices as text},
};
use ratatui::{buffer::Buffer, layout::Rect, text::Line};

/// Draws the chosen notice; what its case says of it once that was read.
pub(super) fn draw(
    (chosen, view): (&DueNotice, Option<&CaseView>),
    buffer: &mut Buffer,
    area: Rect,
    shared: &Drawing<'_>,
) {
    let cells = usize::from(area.width).saturating_sub(2);
    let lines = lines((chosen, view), cells, shared);
    for (row, mut line) in lines.into_iter().take(usize::from(area.height)).enumerate() {
        line.spans.insert(0, " ".into());
        put(buffer, area, row, &line);
    }
}

fn lines(
    (chosen, view): (&DueNotice, Option<&CaseView>),
    cells: usize,
    shared: &Shared,
) -> Vec<Line<'static>> {
    let (lang, theme, row) = (shared.lang, &shared.theme, &chosen.row);
    let (alphabet, dot) = (shared.symbols.alphabet, shared.symbols.dot);
    let kind = row.id.key.kind.say(lang);
    let title = view.map_or("", |view| view.case.intake.title.as_str());
    let head = format!("{kind} {dot} {} {title}", row.id.number);
    let mut texts = vec![(head, theme.heading)];
    let whom = match (row.recipient, view) {
        (Recipient::Complainant | Recipient::Representative, Some(view)) => {
            shared.person(&view.party).join("  ")
        }
        (Recipient::Team | Recipient::Officer, _) | (_, None) => {
            shared.display_name(&row.to).to_owned()
        }
    };
    let whom = if whom.is_empty() {
        row.to.clone()
    } else {
        whom
    };
    let role = row.recipient.say(lang);
    texts.push((format!("{role} {whom}").trim_end().to_owned(), theme.text));
    if let Some(calendar) = shared.calendar() {
        let at = instant(row.queued_at, shared.now, calendar, lang);
        let values = [("time", at), ("state", row.status.say(lang))];
        if row.status.is_pending() {
            let since = text::CALLED_FOR.of(lang, &values);
            texts.push((since, state_style(row.status, shared)));
        }
    }
    if let (Some(deadline), Some(calendar)) = (&chosen.deadline, shared.calendar()) {
        let left = Remaining::of(deadline, shared.now, calendar);
        let what = queue::requirement(&deadline.promise, shared);
        let values = [("left", left.say(lang)), ("what", what)];
        texts.push((text::DEADLINE.of(lang, &values), queue::style(left, shared)));
    }
    if let Some(said) = view.and_then(|view| to_tell(chosen, view, shared)) {
        let what = text::WHAT.get(lang);
        texts.push((format!("{what}: {said}"), theme.text));
    }
    let rows = wrapped_all(texts, cells, alphabet).into_iter();
    let mut lines: Vec<Line<'static>> = rows.map(|(row, style)| Line::styled(row, style)).collect();
    if let Some(view) = view {
        lines.extend(told_lines(view, row.id.key, (cells, 0), shared));
    }
    lines
}

/// What the fact says that called for it; `None` for a receipt, whose title stands in the head.
fn to_tell(chosen: &DueNotice, view: &CaseView, shared: &Shared) -> Option<String> {
    let mut facts = view.facts.iter();
    let fact = facts.find(|fact| fact.seq == chosen.row.id.key.seq)?;
    let calendar = view.rules.calendars.now();
    let wording = Wording {
        names: shared.names(),
        at: &|at| instant(at, shared.now, calendar, shared.lang),
        category: &|id| view.rules.charter.category_name(id, shared.lang),
        between: " / ",
    };
    let said = match &fact.kind {
        FactKind::Received(_) => String::new(),
        other => other.gist(wording),
    };
    (!said.is_empty()).then_some(said)
}
