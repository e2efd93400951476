//! What is beside and below the form: the deadlines that it will open and why, earlier cases, scripts.
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
        form::{key_of, wrap::wrap},
        keymap::Action,
        screen::Shared,
        text::{broken_off, pad, width},
    },
    words::{Lang, Phrase, Say, forms as text},
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
    pub(super) similar: &'a [EarlierCase],
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
    /// Shortens the first entry to fit with the heading into so many rows; a mark in the last row says so.
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
    /// Draws it in rows below the form, or in blocks beside it.
    pub(super) fn view(&self, buffer: &mut Buffer, places: Places, shared: &Drawing<'_>) {
        let cells = |area: Rect| area.width.saturating_sub(3);
        let wide = |area: Rect| area.width.saturating_sub(2);
        match places {
            Places::Stacked { below: area, .. } => {
                let cells = wide(area);
                let sections = vec![
                    self.deadlines(cells, true, shared),
                    self.cases(cells, true, shared),
                    self.others(cells, true, shared),
                    self.scripts(cells, shared),
                ];
                draw(sections, buffer, area, Borders::TOP, shared);
            }
            Places::Beside { side, under, .. } => {
                let sections = vec![
                    self.deadlines(cells(side), false, shared),
                    self.cases(cells(side), false, shared),
                    self.others(cells(side), false, shared),
                    self.scripts(cells(side), shared),
                ];
                draw(sections, buffer, side, Borders::LEFT, shared);
                let why = vec![self.why(wide(under), shared)];
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
                let cases = vec![
                    self.cases(cells(last), false, shared),
                    self.others(cells(last), false, shared),
                ];
                draw(cases, buffer, last, Borders::LEFT, shared);
                let scripts = vec![self.scripts(wide(under), shared)];
                draw(scripts, buffer, under, Borders::TOP, shared);
            }
        }
    }

    /// The deadlines that will open, the leading one first.
    fn opening(&self) -> Vec<&Deadline> {
        let leads = lead(self.preview);
        let mut open: Vec<&Deadline> = self.preview.iter().collect();
        open.sort_by_key(|deadline| (leads != Some(*deadline), deadline.due.at));
        open
    }

    fn why(&self, width: u16, shared: &Shared) -> Section {
        let entries = why::entries(&self.opening(), self.rules, width, shared);
        section(text::WHY, entries, shared)
    }

    fn deadlines(&self, width: u16, below: bool, shared: &Shared) -> Section {
        let leads = lead(self.preview);
        let open = self.opening().into_iter();
        let mut entries: Vec<_> = open
            .map(|deadline| self.deadline(deadline, leads == Some(deadline), width, below, shared))
            .collect();
        if entries.is_empty() {
            let none = Span::styled(text::OPENS_NONE.get(shared.lang), shared.theme.dim);
            entries.push(vec![Line::from(none)]);
        }
        section(text::OPENS, entries, shared)
    }

    fn deadline(
        &self,
        deadline: &Deadline,
        leads: bool,
        cells: u16,
        below: bool,
        shared: &Shared,
    ) -> Vec<Line<'static>> {
        let (lang, theme) = (shared.lang, &shared.theme);
        let alphabet = shared.symbols.alphabet;
        let calendar = self.rules.calendars.now();
        let due = why::due(deadline, self.rules, shared);
        let left = Remaining::of(deadline, shared.now, calendar).say(lang);
        let first = if leads { text::LEADS.get(lang) } else { "" };
        let (mark, style) = if leads {
            (shared.symbols.selected, theme.focus)
        } else {
            (shared.symbols.unselected, theme.text)
        };
        let column = |text: &str, ko: usize, en: usize| {
            let cells = if lang == Lang::Ko { ko } else { en };
            pad(text, cells, alphabet)
        };
        let mut head = format!(
            "{mark}{} {} {} ",
            column(&deadline.source.say(lang), 4, 7),
            column(first, 4, 5),
            column(&due, 16, 17),
        );
        let cells = usize::from(cells);
        // Where it does not fit whole, without its bracket.
        let fits = below || width(&left) <= cells.saturating_sub(width(&head));
        let short = left.split_once(" (").map_or(&*left, |(days, _)| days);
        head.push_str(&column(if fits { &left } else { short }, 14, 22));
        let action = self.action(deadline, shared);
        if below {
            let room = cells.saturating_sub(width(&head) + 1);
            let action = pad(&action, room, alphabet);
            return vec![Line::from(vec![
                Span::styled(head, style),
                Span::raw(" "),
                Span::styled(action, theme.text),
            ])];
        }
        let mut rows = vec![Line::from(Span::styled(head.trim_end().to_owned(), style))];
        let action = wrap(&action, cells.saturating_sub(2), alphabet);
        rows.extend(indented(action, "  ", theme.text));
        rows
    }

    /// What must be done until then, in the words of the charter or the law.
    fn action(&self, deadline: &Deadline, shared: &Shared) -> String {
        let promise = self.rules.charter.promise(&deadline.promise);
        match (deadline.source, promise) {
            (Source::Charter | Source::House, Some(promise)) => {
                promise.action.get(shared.lang).to_owned()
            }
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
            note: text::EARLIER_KEY.with(shared.lang, &[("key", &key_of(Action::Link, shared))]),
            ..section(text::EARLIER, entries.collect(), shared)
        }
    }

    /// Recent cases of other people, which cannot be linked.
    fn others(&self, width: u16, below: bool, shared: &Shared) -> Section {
        let entries = self.similar.iter().map(|case| {
            if below {
                vec![earlier::row(case, false, width, shared)]
            } else {
                earlier::rows(case, false, width, shared).to_vec()
            }
        });
        section(text::SIMILAR, entries.collect(), shared)
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
            // The form itself has the items to tick.
            .filter(|script| !script.checklist)
            .map(|script| {
                let said = self.people(shared).fill(&script.text, shared.lang);
                let moment = script.moment.say(shared.lang);
                let said = format!("{moment}: {said}");
                let cells = usize::from(width).saturating_sub(1);
                let rows = wrap(&said, cells, shared.symbols.alphabet);
                indented(rows, " ", shared.theme.text).collect()
            })
            .collect();
        section(text::SCRIPT, entries, shared)
    }

    /// The clerk who speaks, and the counter of the matter.
    fn people<'p>(&'p self, shared: &'p Shared) -> People<'p> {
        People {
            clerk: shared.actor.as_deref(),
            counter: self.rules.charter.counter_of(&self.intake.category),
            ..People::default()
        }
    }
}

fn section(title: Phrase, entries: Vec<Vec<Line<'static>>>, shared: &Shared) -> Section {
    Section {
        heading: title.get(shared.lang).to_owned(),
        note: String::new(),
        entries,
    }
}

/// Draws sections in an area, with a line at the edge towards the form.
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
    let rows = section_rows(&sections, inner.height, airy, shared);
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

/// The rows of the sections in `height` rows. Each first gets its heading and one entry, then the first ones fill up; a
/// heading says how many of how many entries are shown.
fn section_rows(
    sections: &[Section],
    height: u16,
    airy: bool,
    shared: &Shared,
) -> Vec<Line<'static>> {
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
        let said = text::SHOWN_OF.with(shared.lang, &[("shown", &shown), ("all", &all)]);
        spans.push(Span::styled(format!("  {said}"), shared.theme.dim));
    }
    if !section.note.is_empty() {
        let note = format!("  {}", section.note);
        spans.push(Span::styled(note, shared.theme.key));
    }
    Line::from(spans)
}
