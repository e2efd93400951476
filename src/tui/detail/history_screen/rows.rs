//! The rows of the history: the columns, and below the first row of a fact what else is said of it, each cut to one row.

use super::HistoryScreen;
use crate::{
    domain::{
        fact::Fact,
        revocation::{entry_name, revoked_by, struck_out_by},
    },
    tui::{
        detail::{history::said, page_text::PageText},
        form::key_of,
        history::struck_out,
        keymap::Action,
        page::columns,
        screen::Shared,
        text::{cut, visible, width},
    },
    words::{Say, terminal as text},
};
use chrono::Datelike;
use ratatui::text::Line;

/// Cells of the number of a fact, with the mark of one that is struck out.
pub(super) const NUMBER: usize = 3;
/// Cells of a narrow screen.
const NARROW: usize = 72;
/// The widest name of a clerk, and of a kind of fact; and on a narrow screen.
const NAMES: [(usize, usize); 2] = [(10, 18), (6, 10)];

/// The widths of the columns before what is said of a fact.
pub(super) struct Columns {
    pub(super) when: usize,
    pub(super) who: usize,
    pub(super) kind: usize,
}

impl Columns {
    /// Cells before what is said of a fact.
    const fn indent(&self) -> usize {
        NUMBER + self.when + self.who + self.kind + 4
    }
}

impl HistoryScreen {
    /// What the columns need, and no more.
    pub(super) fn columns(&self, shared: &Shared) -> Columns {
        let facts = &self.view.facts;
        let widest = |texts: &mut dyn Iterator<Item = String>, head: &str, most: usize| {
            let widest = texts.map(|text| width(&text)).max().unwrap_or(0);
            widest.max(width(head)).min(most)
        };
        let mut when = facts.iter().map(|fact| self.when(fact, shared));
        let mut who = facts
            .iter()
            .map(|fact| shared.display_name(&fact.by).to_owned());
        let mut kind = facts.iter().map(|fact| self.kind(fact, shared));
        let narrow = usize::from(shared.size.0) < NARROW;
        let (most_who, most_kind) = NAMES[usize::from(narrow)];
        let [head_when, head_who, head_kind] =
            [text::HISTORY_WHEN, text::HISTORY_WHO, text::HISTORY_KIND]
                .map(|phrase| phrase.get(shared.lang));
        Columns {
            when: widest(&mut when, head_when, usize::MAX),
            who: widest(&mut who, head_who, most_who),
            kind: widest(&mut kind, head_kind, most_kind),
        }
    }

    /// When it is said to have happened, with the year where it is another.
    fn when(&self, fact: &Fact, shared: &Shared) -> String {
        let calendar = self.view.rules.calendars.now();
        let at = calendar.local(fact.at);
        let form = if at.year() == calendar.local(shared.now).year() {
            "%m/%d %H:%M"
        } else {
            "%Y/%m/%d %H:%M"
        };
        at.format(form).to_string()
    }

    fn kind(&self, fact: &Fact, shared: &Shared) -> String {
        let struck = revoked_by(&self.view.case.revoked, fact.seq);
        entry_name(&fact.kind.say(shared.lang), struck, shared.lang)
    }

    /// The rows of a fact in the list: its first, and below it what else is said, each cut to one row.
    pub(super) fn rows(
        &self,
        fact: &Fact,
        widths: &Columns,
        page: PageText<'_>,
    ) -> Vec<Line<'static>> {
        let (shared, theme) = (page.shared, &page.shared.theme);
        let alphabet = shared.symbols.alphabet;
        let struck = revoked_by(&self.view.case.revoked, fact.seq);
        let mark = if struck.is_some() { 'x' } else { ' ' };
        let said = said(&self.view, fact, page).join("\n");
        let mut said: Vec<String> = said.lines().map(str::to_owned).collect();
        let first = (!said.is_empty()).then(|| said.remove(0));
        let room = page.cells.saturating_sub(widths.indent());
        let number = format!("{mark}{:>2}", fact.seq);
        let head = [
            (number, NUMBER),
            (self.when(fact, shared), widths.when),
            (shared.display_name(&fact.by).to_owned(), widths.who),
            (self.kind(fact, shared), widths.kind),
            (first.unwrap_or_default(), room),
        ];
        let head = head
            .iter()
            .map(|(text, cells)| (&**text, *cells, theme.text));
        let mut rows = vec![columns(head, alphabet)];
        said.extend(self.put_right(fact, shared));
        let below = |text: &str| {
            let shown = cut(&visible(text, alphabet), room, alphabet).into_owned();
            Line::styled(format!("{:1$}{shown}", "", widths.indent()), theme.dim)
        };
        rows.extend(said.iter().map(|text| below(text)));
        if let Some(by) = struck {
            for row in &mut rows {
                *row = struck_out(row, shared);
            }
            rows.push(below(&struck_out_by(by, shared.lang)));
        }
        rows
    }

    /// Of the receipt, which facts put which of its fields right.
    fn put_right(&self, fact: &Fact, shared: &Shared) -> Vec<String> {
        if fact.kind.receipt().is_none() {
            return Vec::new();
        }
        let key = key_of(Action::Open, shared);
        let standing = self
            .view
            .facts
            .iter()
            .filter(|later| revoked_by(&self.view.case.revoked, later.seq).is_none());
        let amended = standing.filter_map(|later| {
            let fields = later.kind.amendment()?.fields();
            let fields: Vec<String> = fields.map(|field| field.say(shared.lang)).collect();
            let values = [
                ("fact", later.seq.to_string()),
                ("what", fields.join(", ")),
                ("key", key.clone()),
            ];
            Some(text::AMENDED_BY_FACT.of(shared.lang, &values))
        });
        amended.collect()
    }
}

/// The first row to show, so that the rows of the chosen fact are seen, in the middle where they can be.
pub(super) fn first_row(rows: &[(usize, usize, Line<'_>)], chosen: usize, height: usize) -> usize {
    let before = rows.iter().take_while(|(at, ..)| *at < chosen).count();
    let of = rows.iter().filter(|(at, ..)| *at == chosen).count();
    let most = rows.len().saturating_sub(height);
    let middle = before.saturating_sub(height.saturating_sub(of) / 2);
    middle.min(most)
}
