//! The keys that work where one came from, and what the marks mean.
//!
//! Every key is read from the table that dispatches it. Going back is not this screen's: the screen beneath is shown again.

use super::{
    field::{Edit, LineField},
    fuzzy::FuzzyQuery,
    keymap::{Action, KeyContext},
    page::{below, body_rows, cell, headed, more, put, typed_line, wrapped},
    restore::Bookmark,
    screen::{Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared},
    symbols::{Bar, left_bar},
    targets::{Drawing, Target},
    text::width,
};
use crate::words::{Lang, Say, screens as text};
use ratatui::{
    Frame,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

const HEADING: usize = 3;
const MOST: usize = 60;
/// Widths from which on the keys stand in two, three and four columns.
const COLUMNS: [usize; 3] = [76, 170, 230];
/// The most cells of an action's name, so that it stays near its key.
const LABEL: usize = 40;
const KEYS: usize = 17;
const MARK: usize = 10;

/// The keys of the screen that lies beneath.
#[derive(Debug)]
pub struct HelpScreen {
    from: KeyContext,
    field: LineField,
    first: usize,
}

impl HelpScreen {
    /// Opens the keys of a place.
    pub fn new(from: KeyContext) -> Self {
        Self {
            from,
            field: LineField::limited(MOST),
            first: 0,
        }
    }

    fn lines(&self, cells: usize, shared: &Shared) -> Vec<Line<'static>> {
        let typed = self.field.text().trim();
        if typed.is_empty() {
            return self.all(cells, shared);
        }
        let query = FuzzyQuery::new(typed);
        let found: Vec<Key> = keys(self.from, shared)
            .into_iter()
            .filter(|key| query.best_match(&key.names).is_some() || key.is_named(typed))
            .collect();
        let mut lines = key_lines(&found, cells, shared);
        let typed = typed.to_lowercase();
        let mut marks = mark_lines(shared);
        marks.retain(|line| line.to_string().to_lowercase().contains(&typed));
        lines.extend(marks);
        if lines.is_empty() {
            let key = shared.keys.shown(self.from, Action::Palette);
            let none = text::HELP_NONE.with(shared.lang, &[("key", &key)]);
            lines.extend(text_lines(&none, cells, shared));
        }
        lines
    }

    fn all(&self, cells: usize, shared: &Shared) -> Vec<Line<'static>> {
        let (lang, style) = (shared.lang, shared.theme.heading);
        let heading = |text: String| Line::from(vec![Span::raw(" "), Span::styled(text, style)]);
        let mut lines = vec![heading(text::HELP_KEYS.get(lang).to_owned())];
        lines.extend(key_lines(&keys(self.from, shared), cells, shared));
        if !self.from.takes_text() {
            lines.push(text_line(text::HELP_HANGUL.get(lang), shared));
        }
        lines.push(Line::default());
        lines.push(heading(text::HELP_MARKS.get(lang).to_owned()));
        lines.extend(mark_lines(shared));
        lines.push(Line::default());
        let key = shared.keys.shown(KeyContext::Queue, Action::Search);
        lines.push(heading(text::HELP_SEARCH.with(lang, &[("key", &key)])));
        lines.extend(text_lines(text::HELP_SEARCH_TEXT.get(lang), cells, shared));
        lines
    }
}

impl Screen for HelpScreen {
    fn state(&self) -> ScreenState<'_> {
        ScreenState::at(KeyContext::Help, Purpose::Cover, Some(&self.field))
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        let edit = match event {
            ScreenEvent::Key(key) => self.field.handle(*key),
            ScreenEvent::Paste(pasted) => self.field.paste(pasted),
            ScreenEvent::Action(_)
            | ScreenEvent::Pointer(_)
            | ScreenEvent::Draft(..)
            | ScreenEvent::Failed(_)
            | ScreenEvent::Reply(_)
            | ScreenEvent::Opened
            | ScreenEvent::Outdated(_)
            | ScreenEvent::Restore(..)
            | ScreenEvent::Caret(..) => Edit::Ignored,
        };
        if edit == Edit::Changed {
            self.first = 0;
        }
        let height = body_rows(shared).saturating_sub(HEADING);
        let total = self.lines(usize::from(shared.size.0), shared).len();
        let last = total.saturating_sub(height);
        let page = height.saturating_sub(1).max(1);
        if let ScreenEvent::Action(action) = event {
            self.first = match action {
                Action::Up => self.first.saturating_sub(1),
                Action::Down => self.first + 1,
                Action::PageUp => self.first.saturating_sub(page),
                Action::PageDown => self.first + page,
                _ => self.first,
            };
        }
        self.first = self.first.min(last);
        ScreenAnswer::none()
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let place = self.from.name().get(shared.lang);
        let title = text::HELP_TITLE.with(shared.lang, &[("place", place)]);
        let note = text::HELP_NOTE.get(shared.lang);
        let body = headed(frame.buffer_mut(), area, (&title, note), shared);
        typed_line(&self.field, frame, body, shared);
        let body = below(body, 1);
        let buffer = frame.buffer_mut();
        let lines = self.lines(usize::from(body.width), shared);
        let height = usize::from(body.height);
        shared.target(body, Target::Text);
        for (row, line) in lines.iter().skip(self.first).take(height).enumerate() {
            put(buffer, body, row, line);
        }
        let after = lines.len() > self.first + height;
        more(buffer, body, (self.first > 0, after), shared);
    }

    fn bookmark(&self) -> Option<Bookmark> {
        None
    }
}

fn text_line(text: &str, shared: &Shared) -> Line<'static> {
    Line::styled(format!("  {text}"), shared.theme.text)
}

fn text_lines(text: &str, cells: usize, shared: &Shared) -> Vec<Line<'static>> {
    let rows = wrapped(text, cells.saturating_sub(4), shared.symbols.alphabet);
    rows.iter().map(|row| text_line(row, shared)).collect()
}

struct Key {
    keys: String,
    label: &'static str,
    /// Everything the action is found by.
    names: Vec<String>,
}

impl Key {
    fn is_named(&self, typed: &str) -> bool {
        let mut names = self.keys.split(' ');
        names.any(|name| name.eq_ignore_ascii_case(typed))
    }
}

fn keys(place: KeyContext, shared: &Shared) -> Vec<Key> {
    let bindings = shared.keys.bindings(place).iter();
    let keys = bindings.map(|bound| {
        let keys: Vec<String> = bound.keys.iter().map(|key| key.name()).collect();
        let names = [Lang::Ko, Lang::En]
            .map(|lang| [bound.label.get(lang).to_owned(), bound.action.say(lang)]);
        Key {
            keys: keys.join(" "),
            label: bound.label.get(shared.lang),
            names: names.concat(),
        }
    });
    keys.collect()
}

fn key_lines(found: &[Key], cells: usize, shared: &Shared) -> Vec<Line<'static>> {
    let columns = 1 + COLUMNS.iter().filter(|from| cells >= **from).count();
    let rows = found.len().div_ceil(columns);
    let label = (cells.saturating_sub(3) / columns).saturating_sub(KEYS + 1);
    let label = label.min(LABEL);
    let alphabet = shared.symbols.alphabet;
    (0..rows)
        .map(|row| {
            let mut spans = vec![Span::raw("  ")];
            for key in found.iter().skip(row).step_by(rows) {
                let keys = cell(&key.keys, KEYS, alphabet);
                spans.push(Span::styled(keys, shared.theme.key));
                let label = cell(key.label, label, alphabet);
                spans.push(Span::styled(label, shared.theme.text));
                spans.push(Span::raw(" "));
            }
            Line::from(spans)
        })
        .collect()
}

fn mark_lines(shared: &Shared) -> Vec<Line<'static>> {
    let (theme, symbols, lang) = (&shared.theme, &shared.symbols, shared.lang);
    let unmask = shared.keys.shown(KeyContext::Queue, Action::Unmask);
    let masked = text::HELP_MASKED.with(lang, &[("key", &unmask)]);
    let [running, paused] = [Bar::Running, Bar::Paused].map(|bar| left_bar(0.6, 8, bar, symbols));
    let (overdue, steps) = (text::HELP_OVERDUE_MARK.get(lang), symbols.steps.join(" "));
    let (charter, law) = (
        text::HELP_CHARTER_MARK.get(lang),
        text::HELP_LAW_MARK.get(lang),
    );
    let line = |(mark, style, meaning): (&str, Style, &str)| {
        let blanks = " ".repeat(MARK.saturating_sub(width(mark)));
        Line::from(vec![
            Span::raw("  "),
            Span::styled(mark.to_owned(), style),
            Span::raw(blanks),
            Span::styled(meaning.to_owned(), theme.text),
        ])
    };
    [
        (&*running, theme.text, text::HELP_RUNNING.get(lang)),
        (&paused, theme.paused, text::HELP_PAUSED.get(lang)),
        (overdue, theme.overdue, text::HELP_OVERDUE.get(lang)),
        (&steps, theme.text, text::HELP_STEPS.get(lang)),
        (symbols.no_step, theme.text, text::HELP_NO_STEP.get(lang)),
        (symbols.selected, theme.text, text::HELP_CHOSEN.get(lang)),
        (charter, theme.text, text::HELP_CHARTER.get(lang)),
        (law, theme.text, text::HELP_LAW.get(lang)),
        ("홍*동", theme.text, &masked),
    ]
    .map(line)
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::{
        fixture::{drawn, shared},
        symbols::{Alphabet, Symbols},
    };

    fn picture_of(screen: &HelpScreen, shared: &Shared) -> String {
        drawn(shared, |frame, area, shared| {
            screen.view(frame, area, shared);
        })
    }

    #[test]
    fn every_key_of_every_place_is_shown_whole() {
        for place in KeyContext::ALL {
            for lang in [Lang::Ko, Lang::En] {
                let shared = shared(lang, (80, 90));
                let shown = picture_of(&HelpScreen::new(place), &shared);
                for binding in shared.keys.bindings(place) {
                    for key in &binding.keys {
                        assert!(shown.contains(&key.name()), "{place:?} {}", key.name());
                    }
                    assert!(
                        shown.contains(binding.label.get(lang)),
                        "{place:?} {}",
                        binding.label.get(lang)
                    );
                }
            }
        }
    }

    #[test]
    fn it_scrolls_to_its_last_line_and_no_further() {
        let shared = shared(Lang::Ko, (80, 24));
        let mut screen = HelpScreen::new(KeyContext::Queue);
        assert!(!picture_of(&screen, &shared).contains("thdma"));
        for _ in 0..100 {
            screen.update(&ScreenEvent::Action(Action::Down), &shared);
        }
        let down = screen.first;
        assert!(picture_of(&screen, &shared).contains("thdma"));
        screen.update(&ScreenEvent::Action(Action::Up), &shared);
        assert_eq!(screen.first + 1, down);
    }

    #[test]
    fn a_higher_screen_leaves_no_blank_at_the_end() {
        let mut screen = HelpScreen::new(KeyContext::Queue);
        for _ in 0..9 {
            screen.update(
                &ScreenEvent::Action(Action::PageDown),
                &shared(Lang::Ko, (80, 24)),
            );
        }
        assert!(screen.first > 0);
        screen.update(&ScreenEvent::Opened, &shared(Lang::Ko, (80, 90)));
        assert_eq!(screen.first, 0);
    }

    #[test]
    fn the_marks_are_those_of_the_alphabet() {
        let mut shared = shared(Lang::En, (80, 60));
        shared.symbols = Symbols::of(Alphabet::Ascii);
        let shown = picture_of(&HelpScreen::new(KeyContext::List), &shared);
        assert!(shown.contains("####...."), "{shown}");
        assert!(!shown.contains(['─', '①', '█']), "{shown}");
    }

    #[test]
    fn what_is_typed_finds_keys_by_name_by_initials_and_by_the_key() {
        let shared = shared(Lang::Ko, (80, 24));
        for (typed, shown, hidden) in [
            ("접수", "F2 n", "F3"),
            ("ㅈㅅ", "F2 n", "F3"),
            ("wjqtn", "F2 n", "F3"),
            ("intake", "F2 n", "F3"),
            ("f7", "공휴일", "헌장"),
            ("멈춤", "▒", "공휴일"),
            ("zzz", "명령도 찾을 수", "F2"),
        ] {
            let mut screen = HelpScreen::new(KeyContext::Queue);
            screen.update(&ScreenEvent::Paste(typed), &shared);
            let picture = picture_of(&screen, &shared);
            assert!(picture.contains(shown), "{typed} {picture}");
            assert!(!picture.contains(hidden), "{typed} {picture}");
        }
    }
}
