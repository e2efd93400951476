//! The chosen visit or call: person and wishes, timers, what was handed over, what to say and to check now.
//!
//! It has all that a call-back needs. Must not know the list beside it.

use super::super::{
    form::day::instant,
    keymap::{Action, KeyContext},
    page::{after_head, heading, more, put, put_text, wrapped},
    queue,
    screen::Shared,
    text::{pad, width},
};
use crate::tui::targets::Drawing;
use crate::{
    desk::ContactView,
    domain::{
        charter::{MetBy, Moment},
        contact::{CallBack, ContactStage},
        deadline::Deadline,
        guide::{self, People},
        party::Field,
        remaining::Remaining,
    },
    words::{Phrase, Say, contacts as text},
};
use chrono::{DateTime, Utc};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

/// Least cells of the time left of a timer.
const LEFT: usize = 12;

/// Draws as much of the chosen contact as fits, and the key that shows the rest.
pub(super) fn draw(view: &ContactView, buffer: &mut Buffer, area: Rect, shared: &Drawing<'_>) {
    let lines = lines(view, KeyContext::Contacts, usize::from(area.width), shared);
    let height = usize::from(area.height);
    let goes_on = lines.len() > height;
    let shown = height.saturating_sub(usize::from(goes_on));
    for (row, line) in lines.iter().take(shown).enumerate() {
        put(buffer, area, row, line);
    }
    if goes_on {
        let key = shared.keys.shown(KeyContext::Contacts, Action::Open);
        let said = format!("  {}", text::MORE.with(shared.lang, &[("key", &key)]));
        let said = (said.as_str(), shared.theme.key);
        put_text(buffer, area, shown, said, shared.symbols.alphabet);
        more(buffer, area, (false, true), shared);
    }
}

/// The lines of a visit or call, the most needed first; `place` is where keys are pressed beside it.
pub(super) fn lines(
    view: &ContactView,
    place: KeyContext,
    cells: usize,
    shared: &Shared,
) -> Vec<Line<'static>> {
    let sheet = ContactLines {
        view,
        place,
        // A blank at the right.
        cells: cells.saturating_sub(1),
        shared,
    };
    let mut lines = sheet.about();
    lines.extend(sheet.wishes());
    lines.extend(sheet.gists());
    lines.extend(sheet.timers());
    lines.extend(sheet.scripts());
    lines.extend(sheet.checklist());
    lines
}

/// What the lines are made from.
struct ContactLines<'a> {
    view: &'a ContactView,
    place: KeyContext,
    cells: usize,
    shared: &'a Shared,
}

impl ContactLines<'_> {
    fn heading(&self, phrase: Phrase) -> Line<'static> {
        heading(phrase.get(self.shared.lang), self.shared)
    }

    fn said(&self, text: &str) -> Vec<Line<'static>> {
        self.styled(text, self.shared.theme.text)
    }

    fn dim(&self, text: &str) -> Vec<Line<'static>> {
        self.styled(text, self.shared.theme.dim)
    }

    fn styled(&self, text: &str, style: Style) -> Vec<Line<'static>> {
        let rows = self.wrapped(text, 2).into_iter();
        rows.map(|row| Line::styled(format!("  {row}"), style))
            .collect()
    }

    /// A text in rows that are narrower than the pane by so many cells.
    fn wrapped(&self, text: &str, narrower: usize) -> Vec<String> {
        let cells = self.cells.saturating_sub(narrower);
        wrapped(text, cells, self.shared.symbols.alphabet)
    }

    fn time(&self, at: DateTime<Utc>) -> String {
        let calendar = self.view.rules.calendars.now();
        instant(at, self.shared.now, calendar, self.shared.lang)
    }

    /// Number and state, matter, person and officer.
    fn about(&self) -> Vec<Line<'static>> {
        let (lang, dot) = (self.shared.lang, self.shared.symbols.dot);
        let contact = &self.view.contact;
        let since = self.time(contact.arrived_at);
        let mut state = vec![
            contact.arrival.channel.say(lang),
            contact.stage.say(lang),
            text::SINCE.with(lang, &[("time", &since)]),
        ];
        if contact.arrival.assistance {
            state.push(text::ASSISTANCE.get(lang).to_owned());
        }
        let mut lines = vec![heading(&contact.number.to_string(), self.shared)];
        lines.extend(self.dim(&state.join(&format!(" {dot} "))));
        let matter = contact.matter.as_str();
        lines.extend(if matter.is_empty() {
            self.dim(text::UNKNOWN.get(lang))
        } else {
            self.said(matter)
        });
        lines.extend(self.person());
        lines.extend(self.officer().iter().flat_map(|said| self.said(said)));
        if let Some(case) = contact.became {
            let case = case.to_string();
            lines.extend(self.said(&text::TO_CASE.with(lang, &[("case", &case)])));
        }
        if let Some(ended) = contact.ended_for {
            let zone = self.view.rules.charter.office.zone;
            lines.extend(self.said(&ended.said(zone, lang)));
        }
        lines
    }

    /// The person, masked unless the clerk unmasked them; where a call-back is owed, with the key that shows the number.
    fn person(&self) -> Vec<Line<'static>> {
        let (party, shared) = (&self.view.party, self.shared);
        let known = shared.person(party);
        if known.is_empty() {
            return Vec::new();
        }
        let mut lines = self.said(&known.join("  "));
        if !shared.unmasked && !party.is_empty() && self.view.contact.owes_call_back() {
            let key = shared.keys.shown(self.place, Action::Unmask);
            let hint = format!("({})", text::UNMASK.with(shared.lang, &[("key", &key)]));
            // On the same row where all of it fits.
            match lines.last_mut() {
                Some(last) if last.width() + width(&hint) + 2 <= self.cells => {
                    last.push_span(Span::raw(format!("  {hint}")));
                }
                _ => lines.extend(self.said(&hint)),
            }
        }
        lines
    }

    /// The officer in charge with telephone numbers, and the deputy of an officer who is away.
    fn officer(&self) -> Option<String> {
        let lang = self.shared.lang;
        let (contact, known) = (&self.view.contact, self.view.officer.as_ref());
        let name = known.map_or(contact.officer.as_str(), |officer| &officer.name);
        let department = known.map_or(contact.department.as_str(), |officer| &officer.department);
        let mut parts = vec![[department, name].join(" ").trim().to_owned()];
        if let Some(officer) = known {
            parts.push(officer.phone.clone());
            if !officer.mobile.is_empty() {
                parts.push(text::MOBILE.with(lang, &[("number", &officer.mobile)]));
            }
        }
        if let Some(deputy) = &self.view.deputy {
            let name = format!("{} {}", deputy.name, deputy.phone);
            parts.push(text::DEPUTY.with(lang, &[("name", name.trim_end())]));
        }
        parts.retain(|part| !part.is_empty());
        let said = || text::OFFICER_IS.with(lang, &[("officer", &parts.join(", "))]);
        (!parts.is_empty()).then(said)
    }

    /// What the customer wishes of each call-back, the last first.
    fn wishes(&self) -> Vec<Line<'static>> {
        let contact = &self.view.contact;
        let mut lines = Vec::new();
        for call_back in contact.call_backs.iter().rev() {
            lines.push(self.heading(text::CALL_BACK));
            lines.extend(self.wish(call_back));
        }
        if contact.stage == ContactStage::CallBack && !contact.owes_call_back() {
            lines.push(self.heading(text::CALL_BACK));
            lines.extend(self.said(text::NO_REPLY.get(self.shared.lang)));
        }
        lines
    }

    fn wish(&self, call_back: &CallBack) -> Vec<Line<'static>> {
        let lang = self.shared.lang;
        let wish = &call_back.wish;
        let at = wish.wanted_at.map(|at| self.time(at));
        let wishes = [
            (Field::How, wish.way.map(|way| way.say(lang))),
            (Field::Wanted, at),
            (Field::Place, Some(wish.place.as_str().to_owned())),
        ];
        let mut lines = Vec::new();
        for (field, value) in wishes {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                lines.extend(self.said(&format!("{}: {value}", field.say(lang))));
            }
        }
        if lines.is_empty() {
            lines.extend(self.dim(text::NO_WISH.get(lang)));
        }
        if call_back.done.is_some() {
            lines.extend(self.dim(text::CALLED_BACK.get(lang)));
        }
        lines
    }

    /// What was handed over with it, the last first.
    fn gists(&self) -> Vec<Line<'static>> {
        let gists = &self.view.contact.gists;
        let mut lines = Vec::new();
        lines.extend((!gists.is_empty()).then(|| self.heading(text::GISTS)));
        for gist in gists.iter().rev() {
            lines.extend(self.said(gist.as_str()));
        }
        lines
    }

    /// The timers, those that run first.
    fn timers(&self) -> Vec<Line<'static>> {
        let mut lines = vec![self.heading(text::TIMERS)];
        let mut all: Vec<&Deadline> = self.view.deadlines.iter().collect();
        all.sort_by_key(|deadline| (!deadline.is_open(), deadline.due.at));
        if all.is_empty() {
            lines.extend(self.dim(text::NO_TIMERS.get(self.shared.lang)));
        }
        let widest = all.iter().map(|deadline| width(&self.left(deadline)));
        // One column for all, so that what is asked for is aligned.
        let beside = widest.max().unwrap_or(0).max(LEFT);
        lines.extend(all.iter().flat_map(|deadline| self.timer(deadline, beside)));
        lines
    }

    /// The time left of a timer, or its outcome.
    fn left(&self, deadline: &Deadline) -> String {
        let (lang, now) = (self.shared.lang, self.shared.now);
        if deadline.is_open() {
            Remaining::of(deadline, now, self.view.rules.calendars.now()).say(lang)
        } else {
            deadline.said_status(now, lang)
        }
    }

    /// A timer: the time left in `beside` cells, and what it asks for.
    fn timer(&self, deadline: &Deadline, beside: usize) -> Vec<Line<'static>> {
        let shared = self.shared;
        let (lang, alphabet) = (shared.lang, shared.symbols.alphabet);
        let calendar = self.view.rules.calendars.now();
        let remaining = Remaining::of(deadline, shared.now, calendar);
        let mut required = queue::requirement(&deadline.promise, shared);
        if deadline.is_open() && deadline.met_by.contains(&MetBy::CallBack) {
            let by = text::BY.with(lang, &[("time", &self.time(deadline.due.at))]);
            required = format!("{required} ({by})");
        }
        let (left, style) = (self.left(deadline), queue::style(remaining, shared));
        // In a narrow pane the sentence is below the time left.
        if beside + 40 > self.cells {
            let mut lines = vec![Line::from(vec![Span::raw("  "), Span::styled(left, style)])];
            lines.extend(self.said(&required));
            return lines;
        }
        let head = format!("  {} ", pad(&left, beside, alphabet));
        let rows = self.wrapped(&required, beside + 3);
        after_head(&Span::styled(head, style), rows, shared.theme.text).collect()
    }

    fn people(&self) -> People<'_> {
        let charter = &self.view.rules.charter;
        People {
            clerk: self.shared.actor.as_deref(),
            counter: charter.counter_of(&self.view.contact.arrival.category),
            officer: self.view.officer.as_ref(),
            deputy: self.view.deputy.as_ref(),
        }
    }

    /// What to say while the customer is at the counter or on the telephone.
    fn scripts(&self) -> Vec<Line<'static>> {
        let contact = &self.view.contact;
        if !matches!(contact.stage, ContactStage::Waiting | ContactStage::Serving) {
            return Vec::new();
        }
        let channel = Some(contact.arrival.channel);
        let mut scripts = guide::scripts(&self.view.rules.charter, channel, None);
        scripts.retain(|script| !script.checklist && script.moment != Moment::Privacy);
        let mut lines = Vec::new();
        lines.extend((!scripts.is_empty()).then(|| self.heading(text::SCRIPT)));
        let (people, lang) = (self.people(), self.shared.lang);
        for script in scripts {
            let moment = script.moment.say(lang);
            let spoken = people.fill(&script.text, lang);
            lines.extend(self.said(&format!("{moment}: {spoken}")));
        }
        lines
    }

    /// The checklist of the charter, with what was ticked.
    fn checklist(&self) -> Vec<Line<'static>> {
        let (contact, shared) = (&self.view.contact, self.shared);
        let charter = &self.view.rules.charter;
        let scripts = guide::scripts(charter, Some(contact.arrival.channel), None);
        let items = guide::items(charter, &scripts);
        if items.is_empty() {
            return Vec::new();
        }
        let mut lines = vec![self.heading(text::CHECKLIST)];
        if let (KeyContext::Contacts, Some(head)) = (self.place, lines.first_mut()) {
            let key = shared.keys.shown(KeyContext::Contacts, Action::Tick);
            let ticks = text::TICKS.with(shared.lang, &[("key", &key)]);
            head.push_span(Span::styled(format!("  {ticks}"), shared.theme.dim));
        }
        let people = self.people();
        for (item, script) in items {
            let ticked = contact.ticked.contains(&item);
            let mark = if ticked { "  [x] " } else { "  [ ] " };
            let rows = self.wrapped(&people.fill(&script.text, shared.lang), 6);
            let style = shared.theme.text;
            lines.extend(after_head(&Span::styled(mark, style), rows, style));
        }
        lines
    }
}
