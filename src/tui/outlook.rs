//! The days ahead as a chart: a bar for what is overdue and one for each day, one's own part and the others'.
//!
//! ```text
//!  기한 끝나는 날   쉬는 날        모두 내 것 █ 내 것, ░ 다른 담당
//!  이미 초과                          8     3 ███████░░░░░░░░░░░░
//! ▌오늘 11/23 (월)                    6     1 ██░░░░░░░░░░░
//!  11/28 (토)       토요일            0     0
//! ```
//! Must not count anything itself.

mod chart;
#[cfg(test)]
mod tests;

use super::{
    effect::{DeskReply, OutlookReply, Query},
    keymap::{Action, KeyContext},
    page::{Pick, below, beside, body_rows, column_rule, headed, put, put_text},
    queue::{left_text, remaining, style},
    restore::{Bookmark, Step},
    screen::{Go, News, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared},
    targets::Drawing,
    text::{cut, visible, width},
};
use crate::{
    desk::QueueRow,
    domain::{find::DueWindow, find::QueueView, outlook::Outlook},
    words::{Lang, Say, grouped, outlook as text},
};
use ratatui::{
    Frame,
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};
use serde_json::json;

/// Rows beside the days: heading, rule, names of the columns, what is overdue, what comes later.
const BESIDE_DAYS: usize = 5;
/// The fewest days shown.
const FEWEST: usize = 7;
/// Rows from which a blank row separates the weeks.
const APART: usize = 32;
/// The most weeks shown with a blank row between them.
const WEEKS: usize = 10;
/// Width from which the list behind the chosen bar is beside the chart.
const WIDE: u16 = 110;

/// The days ahead.
#[derive(Debug)]
pub struct OutlookScreen {
    outlook: Option<Box<Outlook>>,
    pick: Pick,
    mine: bool,
    /// What is to be chosen once the days are known.
    sought: Option<DueWindow>,
    /// A bar's view, and the first rows of its list.
    listed: Option<(QueueView, Vec<QueueRow>)>,
}

impl OutlookScreen {
    /// Opens the screen, on the day that the queue shows where it shows one.
    pub fn new(shown: &QueueView) -> Self {
        let (sought, mine) = match shown {
            QueueView::Ending { ends, mine } => (Some(*ends), *mine),
            _ => (None, false),
        };
        Self {
            outlook: None,
            pick: Pick { at: 1 },
            mine,
            sought,
            listed: None,
        }
    }

    /// Chooses the sought day again, which may be on another row as days went by.
    fn choose_sought(&mut self) {
        let Some(outlook) = &self.outlook else { return };
        let place = |ends: DueWindow| outlook.bars.iter().position(|bar| bar.ends == ends);
        let last = outlook.bars.len().saturating_sub(1);
        let found = self.sought.and_then(place);
        self.pick.at = found.unwrap_or(self.pick.at).min(last);
    }

    fn ends(&self) -> Option<DueWindow> {
        let bar = self.outlook.as_ref()?.bars.get(self.pick.at)?;
        Some(bar.ends)
    }

    /// The view of the queue behind the chosen bar.
    fn chosen(&self) -> Option<QueueView> {
        let mine = self.mine;
        self.ends().map(|ends| QueueView::Ending { ends, mine })
    }

    /// Asks for the list behind the chosen bar where it is shown.
    fn ask_list(&self, shared: &Shared) -> ScreenAnswer {
        let rows = u32::try_from(body_rows(shared)).unwrap_or(u32::MAX);
        let chosen = self.chosen().filter(|_| shows_list(shared));
        let query = chosen.map(|viewed| ScreenAnswer::ask(Query::Ending(viewed, rows)));
        query.unwrap_or_default()
    }

    /// The cases in no bar, as many kinds as fit.
    fn note(&self, outlook: &Outlook, cells: usize, shared: &Shared) -> String {
        let mut note = String::new();
        for (phrase, load) in [
            (text::OPEN, outlook.open()),
            (text::PAUSED, outlook.paused),
            (text::WITHOUT, outlook.without),
        ] {
            let said = phrase.with(shared.lang, &[("n", &grouped(load.of(self.mine)))]);
            let more = match note.as_str() {
                "" => said,
                _ => format!(" {} {said}", shared.symbols.dot),
            };
            if width(&note) + width(&more) > cells {
                break;
            }
            note.push_str(&more);
        }
        note
    }

    fn draw_list(&self, outlook: &Outlook, buffer: &mut Buffer, area: Rect, shared: &Drawing<'_>) {
        column_rule(buffer, area, shared);
        let inner = Rect {
            x: area.x + 2,
            width: area.width.saturating_sub(3),
            ..area
        };
        let (Some(viewed), Some(bar)) = (self.chosen(), outlook.bars.get(self.pick.at)) else {
            return;
        };
        let (lang, alphabet) = (shared.lang, shared.symbols.alphabet);
        let all = bar.load.of(self.mine);
        let said = text::COUNT.with(lang, &[("ends", &viewed.say(lang)), ("n", &grouped(all))]);
        put_text(buffer, inner, 0, (&said, shared.theme.heading), alphabet);
        let rows = self.listed.as_ref().filter(|(of, _)| *of == viewed);
        let Some((_, rows)) = rows else { return };
        let rest = below(inner, 1);
        if rows.is_empty() {
            let none = text::NOTHING.get(lang);
            put_text(buffer, rest, 0, (none, shared.theme.dim), alphabet);
        }
        let height = usize::from(rest.height);
        // Where not all fit, the last row says how many more there are.
        let fitting = height.saturating_sub(usize::from(all > height as u64));
        for (at, row) in rows.iter().take(fitting).enumerate() {
            let line = line(row, usize::from(rest.width), shared);
            put(buffer, rest, at, &line);
        }
        let more = all.saturating_sub(fitting as u64);
        if more > 0 && !rows.is_empty() {
            let said = text::MORE.with(lang, &[("n", &grouped(more))]);
            put_text(buffer, rest, fitting, (&said, shared.theme.dim), alphabet);
        }
    }
}

impl Screen for OutlookScreen {
    fn state(&self) -> ScreenState<'_> {
        ScreenState::at(KeyContext::Outlook, Purpose::Other, None)
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        match event {
            // With every minute more of today's is overdue.
            ScreenEvent::Opened | ScreenEvent::Outdated(News::Written | News::Minute) => {
                return ScreenAnswer::ask(Query::Outlook(days(body_rows(shared))));
            }
            ScreenEvent::Reply(DeskReply::Outlook(OutlookReply::Load(outlook))) => {
                self.outlook = Some(outlook.clone());
                self.choose_sought();
                return self.ask_list(shared);
            }
            ScreenEvent::Reply(DeskReply::Outlook(OutlookReply::Ending(viewed, rows))) => {
                self.listed = Some((viewed.clone(), rows.clone()));
            }
            ScreenEvent::Action(Action::Open) => {
                let go = self.chosen().map(Go::View);
                return go.map(ScreenAnswer::go).unwrap_or_default();
            }
            ScreenEvent::Action(Action::Mine) => {
                self.mine = !self.mine;
                return self.ask_list(shared);
            }
            ScreenEvent::Action(Action::Back) => return ScreenAnswer::go(Go::Queue),
            ScreenEvent::Action(action) => {
                let page = body_rows(shared).saturating_sub(3).max(1);
                let total = self.outlook.as_ref().map_or(0, |it| it.bars.len());
                if self.pick.moved(*action, total, page) {
                    self.sought = self.ends();
                    return self.ask_list(shared);
                }
                return Go::to(*action).map(ScreenAnswer::go).unwrap_or_default();
            }
            ScreenEvent::Restore(bookmark, step) => {
                if let (Step::Opened, Some((ends, mine))) = (step, bookmark.place()) {
                    (self.sought, self.mine) = (ends, mine);
                }
            }
            ScreenEvent::Key(_)
            | ScreenEvent::Paste(_)
            | ScreenEvent::Pointer(_)
            | ScreenEvent::Draft(..)
            | ScreenEvent::Failed(_)
            | ScreenEvent::Reply(_)
            | ScreenEvent::Outdated(News::Duties)
            | ScreenEvent::Caret(..) => {}
        }
        ScreenAnswer::none()
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let Some(outlook) = &self.outlook else {
            return;
        };
        let buffer = frame.buffer_mut();
        let title = if self.mine {
            text::TITLE_MINE
        } else {
            text::TITLE
        };
        let title = title.get(shared.lang);
        let room = usize::from(area.width).saturating_sub(width(title) + 4);
        let note = format!("{} ", self.note(outlook, room, shared));
        let body = headed(buffer, area, (title, &note), shared);
        let pick = (self.pick, self.mine);
        if !shows_list(shared) {
            chart::draw(outlook, pick, buffer, body, shared);
            return;
        }
        let most = body.width - body.width * 2 / 5;
        let left = chart::cells(outlook, most, shared);
        let (chart, list) = beside(body, left);
        chart::draw(outlook, pick, buffer, chart, shared);
        self.draw_list(outlook, buffer, list, shared);
    }

    fn bookmark(&self) -> Option<Bookmark> {
        let at = (self.ends().or(self.sought), self.mine);
        Some(Bookmark::of(Action::Outlook, json!(at)))
    }
}

/// True where the list behind the chosen bar has room, and the line is quick enough for it.
fn shows_list(shared: &Shared) -> bool {
    shared.size.0 >= WIDE && !shared.thrifty
}

/// How many days a screen of so many rows shows.
fn days(rows: usize) -> u16 {
    let room = rows.saturating_sub(BESIDE_DAYS);
    let days = if room < APART {
        room.max(FEWEST)
    } else {
        (room / 8).min(WEEKS) * 7
    };
    u16::try_from(days).unwrap_or(u16::MAX)
}

/// A row of the queue beside the chart.
fn line(row: &QueueRow, cells: usize, shared: &Shared) -> Line<'static> {
    let alphabet = shared.symbols.alphabet;
    let left = remaining(row, shared);
    let wide = match shared.lang {
        Lang::Ko => 16,
        Lang::En => 23,
    };
    let text = format!("{}  {}", row.subject, row.title);
    let text = match row.officer.as_str() {
        "" => text,
        officer => format!("{text}  {}", shared.display_name(officer)),
    };
    let text = visible(&text, alphabet);
    let text = cut(&text, cells.saturating_sub(wide + 1), alphabet);
    Line::from(vec![
        Span::styled(left_text(left, wide, shared), style(left, shared)),
        Span::styled(format!(" {text}"), shared.theme.text),
    ])
}
