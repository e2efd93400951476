//! The days ahead as a chart: a bar for what is over, one for each day, one's own part and the others', with exact numbers.
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
    page::{Pick, below, body_rows, headed, put, put_text},
    queue::{left_text, remaining, style_of},
    restore::{Bookmark, Step},
    screen::{
        Go, News, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared, TextInput, Ticks,
    },
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

/// Rows beside the days: heading, rule, names of the columns, what is over, what comes later.
const BESIDE_DAYS: usize = 5;
/// The fewest days.
const FEWEST: usize = 7;
/// From that many rows on, weeks stand apart: each takes its days and a blank row.
const APART: usize = 32;
/// The most weeks that stand apart.
const WEEKS: usize = 10;
/// From that many cells on, the list behind the chosen bar stands beside the chart.
const WIDE: u16 = 110;
/// Cells of the time left.
const LEFT: usize = 16;

/// The days ahead.
#[derive(Debug)]
pub struct OutlookScreen {
    outlook: Option<Box<Outlook>>,
    pick: Pick,
    mine: bool,
    /// What the bar is to stand on once the days are known.
    sought: Option<DueWindow>,
    /// The first rows of the list behind a bar, and which.
    listed: Option<(QueueView, Vec<QueueRow>)>,
}

impl OutlookScreen {
    /// Opens the screen, on the day that the queue shows now where it shows one.
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

    /// Puts the bar on the day it stood on, which may have moved up as days went by.
    fn stand(&mut self) {
        let Some(outlook) = &self.outlook else { return };
        let place = |ends: DueWindow| outlook.bars.iter().position(|bar| bar.ends == ends);
        let last = outlook.bars.len().saturating_sub(1);
        let found = self.sought.and_then(place);
        self.pick.at = found.unwrap_or(self.pick.at).min(last);
    }

    fn total(&self) -> usize {
        self.outlook
            .as_ref()
            .map_or(0, |outlook| outlook.bars.len())
    }

    fn ends(&self) -> Option<DueWindow> {
        let bars = self.outlook.as_ref().map(|outlook| &outlook.bars);
        bars.and_then(|bars| bars.get(self.pick.at))
            .map(|bar| bar.ends)
    }

    /// The view of the queue behind the chosen bar.
    fn chosen(&self) -> Option<QueueView> {
        let mine = self.mine;
        self.ends().map(|ends| QueueView::Ending { ends, mine })
    }

    /// Asks for the list behind the chosen bar where there is room for it, and the line is quick enough.
    fn list_behind(&self, shared: &Shared) -> ScreenAnswer {
        let shown = shared.size.0 >= WIDE && !shared.thrifty;
        let rows = u32::try_from(body_rows(shared)).unwrap_or(u32::MAX);
        self.chosen()
            .filter(|_| shown)
            .map_or_else(ScreenAnswer::none, |viewed| {
                ScreenAnswer::ask(Query::Ending(viewed, rows))
            })
    }

    /// What stands in no bar, as much of it as fits.
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
        let border = shared.symbols.border.vertical_left;
        for place in area.intersection(buffer.area).rows() {
            buffer.set_string(place.x, place.y, border, shared.theme.frame);
        }
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
        let fitting = if all > height as u64 {
            height.saturating_sub(1)
        } else {
            height
        };
        for (at, row) in rows.iter().take(fitting).enumerate() {
            put(
                buffer,
                rest,
                at,
                &line(row, usize::from(rest.width), shared),
            );
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
        ScreenState::at(KeyContext::Outlook, Purpose::Other)
    }

    fn ticks(&self, _shared: &Shared) -> Ticks {
        Ticks::Minute
    }

    fn text_input(&self) -> Option<&dyn TextInput> {
        None
    }

    fn text_input_mut(&mut self) -> Option<&mut dyn TextInput> {
        None
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        match event {
            ScreenEvent::Opened => {
                return ScreenAnswer::ask(Query::Outlook(days(body_rows(shared))));
            }
            ScreenEvent::Reply(DeskReply::Outlook(OutlookReply::Load(outlook))) => {
                self.outlook = Some(outlook.clone());
                self.stand();
                return self.list_behind(shared);
            }
            ScreenEvent::Reply(DeskReply::Outlook(OutlookReply::Ending(viewed, rows))) => {
                self.listed = Some((viewed.clone(), rows.clone()));
            }
            ScreenEvent::Action(Action::Open) => {
                let chosen = self.chosen();
                return chosen.map_or_else(ScreenAnswer::none, |viewed| {
                    ScreenAnswer::go(Go::View(viewed))
                });
            }
            ScreenEvent::Action(Action::Mine) => {
                self.mine = !self.mine;
                return self.list_behind(shared);
            }
            ScreenEvent::Action(Action::Back) => return ScreenAnswer::go(Go::Queue),
            ScreenEvent::Action(action) => {
                let page = body_rows(shared).saturating_sub(3).max(1);
                if self.pick.moved(*action, self.total(), page) {
                    self.sought = self.ends();
                    return self.list_behind(shared);
                }
                return Go::to(*action).map_or_else(ScreenAnswer::none, ScreenAnswer::go);
            }
            ScreenEvent::Key(_)
            | ScreenEvent::Paste(_)
            | ScreenEvent::Pointer(_)
            | ScreenEvent::Draft(..)
            | ScreenEvent::Failed(_)
            | ScreenEvent::Reply(_) => {}
        }
        ScreenAnswer::none()
    }

    fn outdated(&mut self, news: News, shared: &Shared) -> ScreenAnswer {
        match news {
            // With every minute more of today's is over.
            News::Written | News::Minute => self.update(&ScreenEvent::Opened, shared),
            News::Duties => ScreenAnswer::none(),
        }
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
        let shown = shared.size.0 >= WIDE && !shared.thrifty;
        let pick = (self.pick, self.mine);
        if !shown {
            chart::draw(outlook, pick, buffer, body, shared);
            return;
        }
        let most = body.width - body.width * 2 / 5;
        let left = chart::cells(outlook, most, shared);
        let chart = Rect {
            width: left,
            ..body
        };
        chart::draw(outlook, pick, buffer, chart, shared);
        let beside = Rect {
            x: body.x + left,
            width: body.width - left,
            ..body
        };
        self.draw_list(outlook, buffer, beside, shared);
    }

    fn bookmark(&self) -> Option<Bookmark> {
        let at = (self.ends().or(self.sought), self.mine);
        Some(Bookmark::of(Action::Outlook, json!(at)))
    }

    fn restore(&mut self, bookmark: &Bookmark, step: Step, _shared: &Shared) -> ScreenAnswer {
        if let (Step::Opened, Some((ends, mine))) = (step, bookmark.place()) {
            (self.sought, self.mine) = (ends, mine);
        }
        ScreenAnswer::none()
    }
}

/// The days that a screen of so many rows shows.
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
    let wide = LEFT
        + match shared.lang {
            Lang::Ko => 0,
            Lang::En => 7,
        };
    let officer = if row.officer.is_empty() {
        String::new()
    } else {
        format!("  {}", shared.display_name(&row.officer))
    };
    let told = format!("{}  {}{officer}", row.subject, row.title);
    let told = visible(&told, alphabet);
    let told = cut(&told, cells.saturating_sub(wide + 1), alphabet);
    Line::from(vec![
        Span::styled(left_text(left, wide, shared), style_of(left, shared)),
        Span::styled(format!(" {told}"), shared.theme.text),
    ])
}
