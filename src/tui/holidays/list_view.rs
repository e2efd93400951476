//! Draws the list of holidays and the chosen day.

use super::{HolidayScreen, days};
use crate::{
    tui::{
        page::{below, list, put, put_text, put_texts, rule},
        targets::Drawing,
    },
    words::{screens as text, weekday},
};
use chrono::Datelike;
use ratatui::{buffer::Buffer, layout::Rect};

impl HolidayScreen {
    pub(super) fn view_list(&self, buffer: &mut Buffer, area: Rect, shared: &Drawing<'_>) {
        let cells = usize::from(area.width);
        if self.days().is_empty() {
            let said = if self.days.is_some() {
                text::HOLIDAY_NONE
            } else {
                text::HOLIDAY_WAIT
            };
            let said = format!(" {}", said.get(shared.lang));
            let alphabet = shared.symbols.alphabet;
            put_text(buffer, area, 1, (&said, shared.theme.dim), alphabet);
            return;
        }
        put(buffer, area, 0, &days::heading(cells, shared));
        let rows = (self.pick, self.days());
        list(buffer, below(area, 1), rows, shared, |day| {
            days::line(day, cells, shared)
        });
    }

    /// Draws the chosen day in full.
    pub(super) fn view_chosen(&self, buffer: &mut Buffer, area: Rect, shared: &Drawing<'_>) {
        rule(buffer, area, 0, shared);
        let Some(day) = self.days().get(self.pick.at) else {
            return;
        };
        let (lang, alphabet) = (shared.lang, shared.symbols.alphabet);
        let date = format!("{} ({})", day.date, weekday(day.date.weekday(), lang));
        let mut facts = vec![date, day.name.clone(), days::kind_text(day, lang)];
        let change = days::change_text(day, lang);
        facts.extend((!change.is_empty()).then_some(change));
        let said = facts.join(&format!(" {} ", shared.symbols.dot));
        put_texts(buffer, area, 1, [(said, shared.theme.text)], alphabet);
    }
}
