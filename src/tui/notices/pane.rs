//! The chosen notice: to whom, what is to be told, and what became of it.

use super::rows::state_style;
use crate::{
    desk::{DueNotice, NoticeView},
    domain::{
        fact::{FactKind, Wording},
        notice::Recipient,
        remaining::Remaining,
    },
    tui::{
        detail::told_lines,
        form::day::instant,
        page::{more, put, wrapped_all},
        queue,
        screen::Shared,
        targets::Drawing,
    },
    words::{Say, notices as text},
};
use ratatui::{buffer::Buffer, layout::Rect, style::Style, text::Line};

/// Draws the chosen notice; what its case says of it once that was read.
pub(super) fn draw(
    (chosen, read): (&DueNotice, Option<&NoticeView>),
    buffer: &mut Buffer,
    area: Rect,
    shared: &Drawing<'_>,
) {
    let cells = usize::from(area.width).saturating_sub(2);
    let lines = lines((chosen, read), cells, shared);
    let goes_on = lines.len() > usize::from(area.height);
    for (row, mut line) in lines.into_iter().take(usize::from(area.height)).enumerate() {
        line.spans.insert(0, " ".into());
        put(buffer, area, row, &line);
    }
    more(buffer, area, (false, goes_on), shared);
}

fn lines(
    (chosen, read): (&DueNotice, Option<&NoticeView>),
    cells: usize,
    shared: &Shared,
) -> Vec<Line<'static>> {
    let view = read.map(|read| &read.view);
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
    if let Some(said) = read.and_then(|read| to_tell(read, shared)) {
        let what = text::WHAT.get(lang);
        texts.push((format!("{what}: {said}"), theme.text));
    }
    let styled = |texts: Vec<(String, Style)>| {
        let rows = wrapped_all(texts, cells, alphabet).into_iter();
        rows.map(|(row, style)| Line::styled(row, style))
    };
    let mut lines: Vec<Line<'static>> = styled(texts).collect();
    if let Some(read) = read {
        lines.extend(told_lines(&read.view, row.id.key, (cells, 0), shared));
        lines.push(Line::default());
        lines.extend(styled(letter(read, shared)));
    }
    lines
}

/// The letter as it goes out; else why there is none.
fn letter(read: &NoticeView, shared: &Shared) -> Vec<(String, Style)> {
    let (lang, theme) = (shared.lang, &shared.theme);
    match &read.letter {
        Ok(letter) => {
            let head = (text::LETTER.get(lang).to_owned(), theme.heading);
            let lines = letter.text.lines();
            let lines = lines.map(|line| (line.to_owned(), theme.text));
            std::iter::once(head).chain(lines).collect()
        }
        Err(error) => vec![(error.say(lang), theme.dim)],
    }
}

/// What the fact says that called for it; `None` for a receipt, whose title stands in the head.
fn to_tell(read: &NoticeView, shared: &Shared) -> Option<String> {
    let view = &read.view;
    let mut facts = view.facts.iter();
    let fact = facts.find(|fact| fact.seq == read.id.key.seq)?;
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
