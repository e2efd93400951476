//! How the list of holidays and the chosen day are drawn.

use super::{HolidayScreen, days};
use crate::{
    tui::{
        page::{below, list, put, put_text, rule, wrapped},
        targets::Drawing,
    },
    words::{screens as text, weekday},
};
use chrono::Datelike;
use ratatui::{buffer::Buffer, layout::Rect, text::Line};

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
        let pick = (self.pick, self.days().len());
        list(buffer, below(area, 1), pick, shared, |at| {
            self.days()
                .get(at)
                .map_or_else(Line::default, |day| days::line(day, cells, shared))
        });
    }

    /// The chosen day with what its row has no room for.
    pub(super) fn view_chosen(&self, buffer: &mut Buffer, area: Rect, shared: &Drawing<'_>) {
        rule(buffer, area, 0, shared);
        let Some(day) = self.days().get(self.pick.at) else {
            return;
        };
        let (lang, alphabet) = (shared.lang, shared.symbols.alphabet);
        let date = format!("{} ({})", day.date, weekday(day.date.weekday(), lang));
        let mut facts = vec![date, day.name.clone(), days::kind(day, lang)];
        let changed = days::changed(day, lang);
        facts.extend((!changed.is_empty()).then_some(changed));
        let said = facts.join(&format!(" {} ", shared.symbols.dot));
        let cells = usize::from(area.width).saturating_sub(2);
        for (row, line) in wrapped(&said, cells, alphabet).iter().enumerate() {
            let line = format!(" {line}");
            put_text(buffer, area, row + 1, (&line, shared.theme.text), alphabet);
        }
    }
}
