//! The chosen visit or call on the whole screen, scrolled: what its pane shows, and its history.

use super::{
    super::{
        form::day::instant,
        history::history_rows,
        keymap::{Action, KeyContext},
        page::{Pick, body_rows, headed, heading, more, put},
        screen::Shared,
    },
    pane,
};
use crate::tui::targets::Drawing;
use crate::{
    desk::ContactView,
    domain::revocation::{entry_name, revoked_by},
    words::{Say, contacts as text},
};
use ratatui::{buffer::Buffer, layout::Rect, text::Line};

/// Rows of the title and the rule.
const HEAD: usize = 2;

/// The first row shown after an action scrolled.
pub(super) fn scrolled(at: usize, action: Action, view: &ContactView, shared: &Shared) -> usize {
    let room = body_rows(shared).saturating_sub(HEAD).max(1);
    let rows = lines(view, shared.size.0, shared).len();
    let mut first = Pick { at };
    first.moved(action, rows.saturating_sub(room) + 1, room);
    first.at
}

/// Draws it from row `at` on.
pub(super) fn draw(
    (view, at): (&ContactView, usize),
    buffer: &mut Buffer,
    area: Rect,
    shared: &Drawing<'_>,
) {
    let number = view.contact.number.to_string();
    let title = (text::TITLE.get(shared.lang), number.as_str());
    let rest = headed(buffer, area, title, shared);
    let lines = lines(view, area.width, shared);
    let room = usize::from(rest.height);
    let at = at.min(lines.len().saturating_sub(room));
    for (row, line) in lines.iter().skip(at).take(room).enumerate() {
        put(buffer, rest, row, line);
    }
    more(buffer, rest, (at > 0, lines.len() > at + room), shared);
}

fn lines(view: &ContactView, width: u16, shared: &Shared) -> Vec<Line<'static>> {
    let cells = usize::from(width);
    let mut lines = pane::lines(view, KeyContext::Contacts, cells, shared);
    lines.push(heading(text::HISTORY.get(shared.lang), shared));
    let calendar = view.rules.calendars.now();
    let zone = view.rules.charter.office.zone;
    for fact in &view.facts {
        let at = instant(fact.at, shared.now, calendar, shared.lang);
        let gist = fact.kind.gist(zone, shared.names());
        let kind = fact.kind.say(shared.lang);
        let by = shared.display_name(&fact.by);
        let struck = revoked_by(&view.contact.revoked, fact.seq);
        let kind = entry_name(&kind, struck, shared.lang);
        let row = format!("{}. {at}  {by}  {kind}  {gist}", fact.seq);
        let shown = |at| instant(at, shared.now, calendar, shared.lang);
        let late = fact.lateness(shown, shared.lang);
        lines.extend(history_rows(&row, (struck, late), cells, shared));
    }
    lines
}
