//! What stands beside and below the form: the deadlines that it will open and why, earlier cases, what to say.
//!
//! Must not ask the desk for anything.

use super::{earlier, places::Places, why};
use crate::tui::targets::Drawing;
use crate::{
    desk::{EarlierCase, Rules},
    domain::{
        case::CaseNumber,
        command::Intake,
        deadline::{Deadline, Source, lead},
        guide::{self, People},
        remaining::Remaining,
        statute,
    },
    tui::{
        form::{day, key_of, wrap::wrap},
        keymap::Action,
        screen::Shared,
        text::{broken_off, pad},
    },
    words::{Say, forms as text},
};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
    widgets::{Block, Borders, Widget},
};

/// What is shown.
pub(super) struct Beside<'a> {
    pub(super) intake: &'a Intake,
    pub(super) preview: &'a [Deadline],
    pub(super) earlier: &'a [EarlierCase],
    pub(super) link: Option<CaseNumber>,
    pub(super) rules: &'a Rules,
}

/// A heading with entries of one row or more.
struct Section {
    heading: String,
    note: String,
    entries: Vec<Vec<Line<'static>>>,
}

impl Section {
    /// Cuts its first entry to what so many rows hold with the heading; the last row says that more is left out.
    fn shorten(&mut self, rows: u16, shared: &Shared) {
        let room = usize::from(rows).saturating_sub(1);
        if let Some(entry) = self.entries.first_mut()
            && entry.len() > room
            && room > 1
        {
            let more = broken_off("  ", 3, shared.symbols.alphabet);
            entry.truncate(room - 1);
            entry.push(Line::styled(more, shared.theme.dim));
        }
    }
}

impl Beside<'_> {
    /// Draws it where it stands: in rows below the form, in blocks beside it.
    pub(super) fn view(&self, buffer: &mut Buffer, places: Places, shared: &Drawing<'_>) {
        let cells = |area: Rect| area.width.saturating_sub(3);
        let below = |area: Rect| area.width.saturating_sub(2);
        match places {
            Places::Stacked { below: area, .. } => {
                let sections = vec![
                    self.deadlines(below(area), true, shared),
                    self.cases(below(area), true, shared),
                    self.scripts(below(area), shared),
                ];
                draw(sections, buffer, area, Borders::TOP, shared);
            }
            Places::Beside { side, under, .. } => {
                let sections = vec![
                    self.deadlines(cells(side), false, shared),
                    self.cases(cells(side), false, shared),
                    self.scripts(cells(side), shared),
                ];
                draw(sections, buffer, side, Borders::LEFT, shared);
                let why = vec![self.why(below(under), shared)];
                draw(why, buffer, under, Borders::TOP, shared);
            }
            Places::Twice {
                side, last, under, ..
            } => {
                let sections = vec![
                    self.deadlines(cells(side), false, shared),
                    self.why(cells(side), shared),
                ];
                draw(sections, buffer, side, Borders::LEFT, shared);
                let cases = vec![self.cases(cells(last), false, shared)];
                draw(cases, buffer, last, Borders::LEFT, shared);
                let scripts = vec![self.scripts(below(under), shared)];
                draw(scripts, buffer, under, Borders::TOP, shared);
            }
        }
    }

    /// The deadlines that will open, the one that leads first.
    fn opening(&self) -> Vec<&Deadline> {
        let leads = lead(self.preview);
        let mut open: Vec<&Deadline> = self.preview.iter().collect();
        open.sort_by_key(|deadline| (leads != Some(*deadline), deadline.due.at));
        open
    }

    fn why(&self, width: u16, shared: &Shared) -> Section {
        Section {
            heading: text::WHY.get(shared.lang).to_owned(),
            note: String::new(),
            entries: why::entries(&self.opening(), self.rules, width, shared),
        }
    }

    fn deadlines(&self, width: u16, below: bool, shared: &Shared) -> Section {
        let leads = lead(self.preview);
        let open = self.opening();
        let entries = open
            .into_iter()
            .map(|deadline| self.deadline(deadline, leads == Some(deadline), width, below, shared));
        let mut entries: Vec<_> = entries.collect();
        if entries.is_empty() {
            let none = Span::styled(text::OPENS_NONE.get(shared.lang), shared.theme.dim);
            entries.push(vec![Line::from(none)]);
        }
        Section {
            heading: text::OPENS.get(shared.lang).to_owned(),
            note: String::new(),
            entries,
        }
    }

    fn deadline(
        &self,
        deadline: &Deadline,
        leads: bool,
        width: u16,
        below: bool,
        shared: &Shared,
    ) -> Vec<Line<'static>> {
        let (lang, theme) = (shared.lang, &shared.theme);
        let alphabet = shared.symbols.alphabet;
        let calendar = self.rules.calendars.now();
        let due = if deadline.due.whole_day {
            day::day(deadline.due.date, calendar.date(shared.now), lang)
        } else {
            day::instant(deadline.due.at, shared.now, calendar, lang)
        };
        let left = Remaining::of(deadline, shared.now, calendar).say(lang);
        let first = if leads { text::LEADS.get(lang) } else { "" };
        let mark = if leads {
            shared.symbols.selected
        } else {
            shared.symbols.unselected
        };
        let column = |text: &str, ko: usize, en: usize| {
            let cells = match lang {
                crate::words::Lang::Ko => ko,
                crate::words::Lang::En => en,
            };
            pad(text, cells, alphabet)
        };
        let mut head = format!(
            "{mark}{} {} {} ",
            column(&deadline.source.say(lang), 4, 7),
            column(first, 4, 5),
            column(&due, 16, 17),
        );
        let room = usize::from(width).saturating_sub(crate::tui::text::width(&head));
        // Half a bracket says nothing.
        let fits = below || crate::tui::text::width(&left) <= room;
        let short = left.split_once(" (").map_or(&*left, |(days, _)| days);
        head.push_str(&column(if fits { &left } else { short }, 14, 22));
        let style = if leads { theme.focus } else { theme.text };
        let action = self.action(deadline, shared);
        if below {
            let room = usize::from(width).saturating_sub(crate::tui::text::width(&head) + 1);
            let action = pad(&action, room, alphabet);
            return vec![Line::from(vec![
                Span::styled(head, style),
                Span::raw(" "),
                Span::styled(action, theme.text),
            ])];
        }
        let mut rows = vec![Line::from(Span::styled(head.trim_end().to_owned(), style))];
        let action = wrap(&action, usize::from(width).saturating_sub(2), alphabet);
        rows.extend(indented(action, "  ", theme.text));
        rows
    }

    /// What must be done until then, in the charter's words or the law's.
    fn action(&self, deadline: &Deadline, shared: &Shared) -> String {
        let promise = self.rules.charter.promise(&deadline.promise);
        match (deadline.source, promise) {
            (Source::Charter, Some(promise)) => promise.action.get(shared.lang).to_owned(),
            _ => statute::asked(&deadline.promise, shared.lang),
        }
    }

    fn cases(&self, width: u16, below: bool, shared: &Shared) -> Section {
        let entries = self.earlier.iter().map(|case| {
            let linked = self.link == Some(case.number);
            if below {
                vec![earlier::row(case, linked, width, shared)]
            } else {
                earlier::rows(case, linked, width, shared).to_vec()
            }
        });
        Section {
            heading: text::EARLIER.get(shared.lang).to_owned(),
            note: text::EARLIER_KEY.with(shared.lang, &[("key", &key_of(Action::Link, shared))]),
            entries: entries.collect(),
        }
    }

    fn scripts(&self, width: u16, shared: &Shared) -> Section {
        let Intake {
            channel,
            category,
            assistance,
            ..
        } = self.intake;
        let charter = &self.rules.charter;
        let scripts = guide::scripts_at_receipt(charter, (*channel, category), *assistance);
        let entries = scripts
            .into_iter()
            // What is to be checked stands in the form, where it is ticked.
            .filter(|script| !script.checklist)
            .map(|script| {
                let said = self.people(shared).fill(&script.text, shared.lang);
                let moment = script.moment.say(shared.lang);
                let said = format!("{moment}: {said}");
                let rows = wrap(
                    &said,
                    usize::from(width).saturating_sub(1),
                    shared.symbols.alphabet,
                );
                indented(rows, " ", shared.theme.text).collect()
            })
            .collect();
        Section {
            heading: text::SCRIPT.get(shared.lang).to_owned(),
            note: String::new(),
            entries,
        }
    }

    /// Who speaks, and the counter the matter belongs to.
    fn people<'p>(&'p self, shared: &'p Shared) -> People<'p> {
        People {
            clerk: shared.actor.as_deref(),
            counter: self.rules.charter.counter_of(&self.intake.category),
            ..People::default()
        }
    }
}

/// Draws sections in an area, a line at the edge on which it borders the form.
fn draw(
    mut sections: Vec<Section>,
    buffer: &mut Buffer,
    area: Rect,
    edge: Borders,
    shared: &Drawing<'_>,
) {
    let area = area.intersection(buffer.area);
    sections.retain(|section| !section.entries.is_empty());
    let block = Block::new()
        .borders(edge)
        .border_set(shared.symbols.border)
        .border_style(shared.theme.frame);
    let inner = block.inner(area);
    let inner = Rect {
        x: inner.x + 1,
        width: inner.width.saturating_sub(2),
        ..inner
    };
    let airy = edge == Borders::LEFT;
    for section in &mut sections {
        section.shorten(inner.height, shared);
    }
    let rows = laid(&sections, inner.height, airy, shared);
    if rows.is_empty() && !airy {
        return;
    }
    block.render(area, buffer);
    for (row, place) in rows.iter().zip(inner.rows()) {
        buffer.set_line(place.x, place.y, row, place.width);
    }
}

fn indented(
    rows: Vec<String>,
    by: &'static str,
    style: Style,
) -> impl Iterator<Item = Line<'static>> {
    rows.into_iter()
        .map(move |row| Line::from(vec![Span::raw(by), Span::styled(row, style)]))
}

/// The rows of the sections in `height` rows. Each first gets its heading and one entry, then the earlier ones fill up;
/// a heading says how many of how many are shown.
fn laid(sections: &[Section], height: u16, airy: bool, shared: &Shared) -> Vec<Line<'static>> {
    let mut left = usize::from(height);
    let mut shown = vec![0_usize; sections.len()];
    for first in [true, false] {
        for (section, shown) in sections.iter().zip(&mut shown) {
            if first {
                let least = section.entries.first().map_or(0, Vec::len) + 1;
                if least <= left {
                    (left, *shown) = (left - least, 1);
                }
                continue;
            }
            while *shown > 0
                && let Some(next) = section.entries.get(*shown)
                && next.len() <= left
            {
                (left, *shown) = (left - next.len(), *shown + 1);
            }
        }
    }
    let mut rows = Vec::new();
    for (section, shown) in sections.iter().zip(shown).filter(|(_, shown)| *shown > 0) {
        if airy && left > 0 && !rows.is_empty() {
            left -= 1;
            rows.push(Line::default());
        }
        let all = section.entries.len();
        rows.push(heading(section, shown, all, shared));
        rows.extend(section.entries.iter().take(shown).flatten().cloned());
    }
    rows
}

fn heading(section: &Section, shown: usize, all: usize, shared: &Shared) -> Line<'static> {
    let mut spans = vec![Span::styled(section.heading.clone(), shared.theme.heading)];
    if shown < all {
        let (shown, all) = (shown.to_string(), all.to_string());
        let told = text::SHOWN_OF.with(shared.lang, &[("shown", &shown), ("all", &all)]);
        spans.push(Span::styled(format!("  {told}"), shared.theme.dim));
    }
    if !section.note.is_empty() {
        spans.push(Span::styled(
            format!("  {}", section.note),
            shared.theme.key,
        ));
    }
    Line::from(spans)
}
