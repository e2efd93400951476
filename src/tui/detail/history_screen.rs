//! The history of a case on a screen of its own: the facts, the newest first, and the keys that put one right.
//!
//! Must not decide: whether a fact can be struck out is asked of the domain.

mod rows;

use super::{history::entry, page_text::PageText};
use crate::{
    desk::CaseView,
    domain::{case::CaseNumber, command::ActionKind, fact::Fact},
    form::amended,
    tui::{
        effect::{CaseReply, DeskReply, Query},
        keymap::{Action, KeyContext},
        page::{Pick, below, body_rows, cell, columns, more, put, put_text, rule, top},
        restore::{Bookmark, OnCase, Step},
        screen::{Go, News, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared},
        targets::{Drawing, Target},
        text::width,
    },
    words::{Say, terminal as text},
};
use ratatui::{
    Frame,
    buffer::Buffer,
    layout::Rect,
    style::{Color, Style},
    text::{Line, Span},
};
use rows::{NUMBER, first_row};
use serde_json::json;

/// Rows above the entries: title, names of the columns, rule.
const HEAD: usize = 3;
/// The row below the entries, which says that nothing is deleted.
const FOOT: usize = 1;
/// The facts of a case, of which one is chosen.
#[derive(Debug)]
pub struct HistoryScreen {
    view: Box<CaseView>,
    /// Among the facts, the newest first.
    pick: Pick,
    /// The first row shown of the chosen fact, where that alone is shown, with all that is said of it.
    whole: Option<usize>,
}

impl HistoryScreen {
    /// Opens the history with the newest fact chosen.
    pub fn new(view: Box<CaseView>) -> Self {
        Self {
            view,
            pick: Pick::default(),
            whole: None,
        }
    }

    const fn number(&self) -> CaseNumber {
        self.view.case.number
    }

    fn chosen(&self) -> Option<&Fact> {
        self.view.facts.iter().rev().nth(self.pick.at)
    }

    /// Takes in the case as it stands now; the chosen fact stays chosen.
    fn renew(&mut self, view: &CaseView) {
        let chosen = self.chosen().map(|fact| fact.seq);
        *self.view = view.clone();
        self.choose(chosen);
    }

    fn choose(&mut self, seq: Option<u32>) {
        let mut facts = self.view.facts.iter().rev();
        self.pick.at = facts.position(|fact| Some(fact.seq) == seq).unwrap_or(0);
    }

    fn act(&mut self, action: Action, shared: &Shared) -> ScreenAnswer {
        let number = self.number();
        match action {
            Action::Open => self.whole = self.whole.is_none().then_some(0),
            Action::Back if self.whole.is_some() => self.whole = None,
            Action::Back => return ScreenAnswer::go(Go::Case(number)),
            Action::Correct => return ScreenAnswer::go(Go::Act(number, ActionKind::Amend)),
            Action::Revoke => return self.strike(shared),
            other => return self.moved(other, shared),
        }
        ScreenAnswer::none()
    }

    /// Opens the form that strikes out the chosen fact, or says why it stands.
    fn strike(&self, shared: &Shared) -> ScreenAnswer {
        let Some(fact) = self.chosen() else {
            return ScreenAnswer::none();
        };
        match self.view.revocable(fact.seq, shared.by()) {
            Ok(()) => ScreenAnswer::go(Go::Strike(self.number(), fact.seq)),
            Err(why) => ScreenAnswer::refused(why.say(shared.lang)),
        }
    }

    fn moved(&mut self, action: Action, shared: &Shared) -> ScreenAnswer {
        let room = body_rows(shared).saturating_sub(HEAD + FOOT);
        let Some(at) = self.whole else {
            self.pick.moved(action, self.view.facts.len(), room / 2);
            return Go::to(action).map(ScreenAnswer::go).unwrap_or_default();
        };
        let rows = self.whole_rows(shared).len();
        let mut first = Pick { at };
        if first.moved(action, rows.saturating_sub(room) + 1, room) {
            self.whole = Some(first.at);
        }
        ScreenAnswer::none()
    }

    /// All that is said of the chosen fact; of a receipt, what it said before it was put right too.
    fn whole_rows(&self, shared: &Shared) -> Vec<Line<'static>> {
        let cells = usize::from(shared.size.0.saturating_sub(2));
        let page = PageText { cells, shared };
        let Some(fact) = self.chosen() else {
            return Vec::new();
        };
        let mut rows = entry(&self.view, fact, page);
        if fact.kind.receipt().is_some() {
            let mask = |party: &_| shared.masked(party);
            for line in amended::lines(&self.view, mask, shared.lang) {
                rows.extend(page.wrapped(&line, 5, shared.theme.text));
            }
        }
        rows
    }

    fn restore(&mut self, bookmark: &Bookmark, step: Step) {
        if let (Step::Ready, Some((seq, whole))) = (step, bookmark.place()) {
            self.choose(Some(seq));
            self.whole = whole;
        }
    }

    /// Draws the rows of the facts around the chosen one; gives back the first and the last fact seen.
    fn draw_list(&self, buffer: &mut Buffer, area: Rect, shared: &Drawing<'_>) -> (usize, usize) {
        let cells = usize::from(area.width.saturating_sub(3));
        let page = PageText { cells, shared };
        let widths = self.columns(shared);
        let mut rows = Vec::new();
        for (at, fact) in self.view.facts.iter().rev().enumerate() {
            let lines = self.rows(fact, &widths, page);
            rows.extend(
                lines
                    .into_iter()
                    .enumerate()
                    .map(|(row, line)| (at, row, line)),
            );
        }
        let height = usize::from(area.height);
        let first = first_row(&rows, self.pick.at, height);
        let mut seen = rows.iter().skip(first).take(height);
        for (row, (at, of, line)) in seen.clone().enumerate() {
            self.draw_row(buffer, (area, row), (*at, *of, line), shared);
        }
        more(
            buffer,
            area,
            (first > 0, first + height < rows.len()),
            shared,
        );
        let at = |row: Option<&(usize, usize, Line<'_>)>| row.map_or(0, |(at, ..)| at + 1);
        (at(seen.clone().next()), at(seen.next_back()))
    }

    fn draw_row(
        &self,
        buffer: &mut Buffer,
        (area, row): (Rect, usize),
        (at, of, line): (usize, usize, &Line<'static>),
        shared: &Drawing<'_>,
    ) {
        let chosen = at == self.pick.at;
        let symbols = &shared.symbols;
        let mark = if chosen {
            symbols.selected
        } else {
            symbols.unselected
        };
        let mut line = line.clone();
        if chosen && of == 0 {
            for span in &mut line.spans {
                span.style.fg = None::<Color>;
                span.style.bg = None::<Color>;
            }
        }
        line.spans.insert(0, Span::raw(mark));
        let inner = Rect {
            width: area.width.saturating_sub(1),
            ..area
        };
        put(buffer, inner, row, &line);
        if chosen && of == 0 {
            let bar = top(below(area, row), 1).intersection(buffer.area);
            buffer.set_style(bar, shared.theme.bar);
        }
    }

    fn draw_head(&self, buffer: &mut Buffer, area: Rect, note: &str, shared: &Drawing<'_>) {
        let alphabet = shared.symbols.alphabet;
        let title = format!(
            " {}  {} {}",
            text::HISTORY.get(shared.lang),
            self.number(),
            self.view.case.intake.title.as_str()
        );
        let room = usize::from(area.width).saturating_sub(width(note) + 2);
        let spans = [
            (cell(&title, room, alphabet), shared.theme.heading),
            (format!(" {note}"), shared.theme.dim),
        ];
        let title = spans.map(|(text, style)| Span::styled(text, style));
        put(buffer, area, 0, &Line::from(title.to_vec()));
        let widths = self.columns(shared);
        let names = [
            ("  #", NUMBER + 1),
            (text::HISTORY_WHEN.get(shared.lang), widths.when),
            (text::HISTORY_WHO.get(shared.lang), widths.who),
            (text::HISTORY_KIND.get(shared.lang), widths.kind),
            (text::HISTORY_SAID.get(shared.lang), 8),
        ];
        let names = names.map(|(name, cells)| (name, cells, shared.theme.dim));
        put(buffer, area, 1, &columns(names, alphabet));
        rule(buffer, area, 2, shared);
    }
}

impl Screen for HistoryScreen {
    fn state(&self) -> ScreenState<'_> {
        ScreenState {
            subject: Some(self.number().into()),
            ..ScreenState::at(KeyContext::History, Purpose::Other, None)
        }
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        match event {
            ScreenEvent::Action(action) => return self.act(*action, shared),
            ScreenEvent::Reply(DeskReply::Case(CaseReply::Read(view, _)))
                if view.case.number == self.number() =>
            {
                self.renew(view);
            }
            ScreenEvent::Outdated(News::Written) => {
                return ScreenAnswer::ask(Query::Case(self.number()));
            }
            ScreenEvent::Restore(bookmark, step) => self.restore(bookmark, *step),
            ScreenEvent::Key(_)
            | ScreenEvent::Paste(_)
            | ScreenEvent::Pointer(_)
            | ScreenEvent::Draft(..)
            | ScreenEvent::Failed(_)
            | ScreenEvent::Reply(_)
            | ScreenEvent::Opened
            | ScreenEvent::Outdated(News::Minute | News::Duties)
            | ScreenEvent::Caret(..) => {}
        }
        ScreenAnswer::none()
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let area = area.intersection(frame.area());
        let buffer = frame.buffer_mut();
        shared.target(area, Target::Text);
        let body = below(area, HEAD);
        let facts = Rect {
            height: body.height.saturating_sub(1),
            ..body
        };
        let total = self.view.facts.len();
        let note = if let Some(at) = self.whole {
            let rows = self.whole_rows(shared);
            let room = usize::from(facts.height);
            let at = at.min(rows.len().saturating_sub(room));
            let inner = Rect {
                x: facts.x + 1,
                width: facts.width.saturating_sub(2),
                ..facts
            };
            for (row, line) in rows.iter().skip(at).take(room).enumerate() {
                put(buffer, inner, row, line);
            }
            more(buffer, facts, (at > 0, rows.len() > at + room), shared);
            format!("{}/{total}", self.pick.at + 1)
        } else {
            let (first, last) = self.draw_list(buffer, facts, shared);
            format!("{first}-{last}/{total}")
        };
        self.draw_head(buffer, area, &note, shared);
        let kept = format!(" {}", text::HISTORY_KEPT.get(shared.lang));
        let style: Style = shared.theme.dim;
        let alphabet = shared.symbols.alphabet;
        put_text(
            buffer,
            below(area, HEAD + usize::from(facts.height)),
            0,
            (&kept, style),
            alphabet,
        );
    }

    fn bookmark(&self) -> Option<Bookmark> {
        let at = json!((self.chosen().map_or(0, |fact| fact.seq), self.whole));
        Some(Bookmark::on_case(self.number(), OnCase::History, 2, at))
    }
}
