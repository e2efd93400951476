//! Before there is a desk: choose a charter, or the practice desk.
//!
//! Knows the charters that come with the program by name only. Must not know files: where the desk will be made is a text.

use super::{
    effect::{DeskReply, Effect, Founding},
    keymap::{Action, KeyContext},
    page::{Pick, below, body_rows, columns, headed, list, put_text, top, wrapped},
    restore::Bookmark,
    screen::{Failures, Go, Purpose, Screen, ScreenAnswer, ScreenEvent, ScreenState, Shared},
    targets::Drawing,
};
use crate::{
    domain::charter::{Bilingual, builtin::BUILTIN_NAMES},
    words::{Lang, Phrase, Say, screens as text},
};
use ratatui::{Frame, layout::Rect, text::Line};

const CHOICES: usize = BUILTIN_NAMES.len() + 1;
const DEMO: &str = "demo";

/// Before there is a desk: choose a charter, or the practice desk.
#[derive(Debug, Default)]
pub struct FirstRun {
    path: String,
    pick: Pick,
    waiting: bool,
    failed: Option<Bilingual>,
}

impl FirstRun {
    /// Opens the screen; `path` is where the file will be made, as it is shown.
    pub fn new(path: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            ..Self::default()
        }
    }

    fn chosen(&self) -> Effect {
        let charter = BUILTIN_NAMES.get(self.pick.at);
        Effect::Found(charter.map_or(Founding::Practice, |(id, _)| Founding::Charter(id)))
    }
}

impl Screen for FirstRun {
    fn state(&self) -> ScreenState<'_> {
        ScreenState {
            failures: Failures::OnScreen,
            ..ScreenState::at(KeyContext::First, Purpose::Other, None)
        }
    }

    fn update(&mut self, event: &ScreenEvent<'_>, shared: &Shared) -> ScreenAnswer {
        match event {
            // A second Enter before the reply would found a second desk.
            ScreenEvent::Action(Action::Open) if self.waiting => ScreenAnswer::none(),
            ScreenEvent::Action(Action::Open) => {
                self.waiting = true;
                self.failed = None;
                ScreenAnswer::ask(self.chosen())
            }
            ScreenEvent::Action(action) => {
                self.pick.moved(*action, CHOICES, body_rows(shared));
                ScreenAnswer::none()
            }
            ScreenEvent::Reply(DeskReply::Founded) => {
                self.waiting = false;
                ScreenAnswer::go(Go::Queue)
            }
            ScreenEvent::Failed(error) => {
                self.waiting = false;
                self.failed = Some(Bilingual {
                    ko: error.say(Lang::Ko),
                    en: error.say(Lang::En),
                });
                ScreenAnswer::none()
            }
            ScreenEvent::Key(_)
            | ScreenEvent::Paste(_)
            | ScreenEvent::Pointer(_)
            | ScreenEvent::Draft(..)
            | ScreenEvent::Reply(_)
            | ScreenEvent::Opened
            | ScreenEvent::Outdated(_)
            | ScreenEvent::Restore(..)
            | ScreenEvent::Caret(..) => ScreenAnswer::none(),
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let (lang, theme, alphabet) = (shared.lang, &shared.theme, shared.symbols.alphabet);
        let mut said = Vec::new();
        said.extend((self.waiting).then(|| (text::FIRST_BUSY.get(lang), theme.dim)));
        if let Some(failed) = &self.failed {
            said.push((failed.get(lang), theme.error));
            said.push((text::FIRST_AGAIN.get(lang), theme.text));
        }
        let buffer = frame.buffer_mut();
        let body = headed(buffer, area, (text::FIRST_TITLE.get(lang), ""), shared);
        let body = inset(body);
        let cells = usize::from(body.width);
        let mut row = 0;
        let mut say = |said: &str, style, gap: usize| {
            for line in wrapped(said, cells, alphabet) {
                put_text(buffer, body, row, (&line, style), alphabet);
                row += 1;
            }
            row += gap;
        };
        // What went wrong must have room on the smallest screen too.
        if self.failed.is_none() || body.height >= 20 {
            say(text::FIRST_WHAT.get(lang), theme.text, 1);
        }
        let place = text::FIRST_WHERE.with(lang, &[("path", &self.path)]);
        say(&place, theme.text, 1);
        say(text::FIRST_ASK.get(lang), theme.heading, 0);
        let lines: Vec<_> = said
            .into_iter()
            .flat_map(|(said, style)| {
                let lines = wrapped(said, cells, alphabet);
                lines.into_iter().map(move |line| (line, style))
            })
            .collect();
        let room = usize::from(body.height).saturating_sub(row + 1 + lines.len());
        let shown = CHOICES.min(room.max(1));
        let choices = top(below(body, row), shown);
        let all: Vec<usize> = (0..CHOICES).collect();
        list(buffer, choices, (self.pick, &all), shared, |at| {
            line_of(*at, cells, shared)
        });
        let rest = below(body, row + shown + 1);
        for (row, (line, style)) in lines.iter().enumerate() {
            put_text(buffer, rest, row, (line, *style), alphabet);
        }
    }

    fn bookmark(&self) -> Option<Bookmark> {
        None
    }
}

fn inset(area: Rect) -> Rect {
    Rect {
        x: area.x + area.width.min(1),
        width: area.width.saturating_sub(2),
        ..area
    }
}

fn line_of(at: usize, cells: usize, shared: &Shared) -> Line<'static> {
    let demo = (DEMO, text::FIRST_DEMO);
    let (id, name) = BUILTIN_NAMES.get(at).unwrap_or(&demo);
    let name_cells = (cells / 2).min(34);
    let (lang, theme) = (shared.lang, &shared.theme);
    let rest = cells.saturating_sub(name_cells + 10);
    let texts = [
        (name.get(lang), name_cells, theme.text),
        (id, 6, theme.dim),
        (what(id).get(lang), rest, theme.text),
    ];
    columns(texts, shared.symbols.alphabet)
}

/// The organisation of a charter in a few words.
fn what(id: &str) -> Phrase {
    match id {
        "jndc" => text::FIRST_JNDC,
        "kpf" => text::FIRST_KPF,
        "koreha" => text::FIRST_KOREHA,
        "gbvc" => text::FIRST_GBVC,
        "wonju" => text::FIRST_WONJU,
        _ => text::FIRST_DEMO_WHAT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        desk::DeskError,
        store::StoreError,
        tui::fixture::{drawn, shared},
    };

    fn press(screen: &mut FirstRun, action: Action) -> ScreenAnswer {
        screen.update(&ScreenEvent::Action(action), &shared(Lang::Ko, (80, 24)))
    }

    fn failed() -> DeskReply {
        DeskReply::Failed(Box::new(DeskError::Store(StoreError::NoFolder {
            path: "/srv/nowhere".into(),
        })))
    }

    #[test]
    fn enter_founds_on_the_chosen_charter_or_the_practice_desk() {
        for (at, (id, _)) in BUILTIN_NAMES.iter().enumerate() {
            let mut screen = FirstRun::new("a.db");
            for _ in 0..at {
                press(&mut screen, Action::Down);
            }
            assert_eq!(
                press(&mut screen, Action::Open),
                ScreenAnswer::ask(Effect::Found(Founding::Charter(id)))
            );
        }
        let mut screen = FirstRun::new("a.db");
        press(&mut screen, Action::Last);
        assert_eq!(
            press(&mut screen, Action::Open),
            ScreenAnswer::ask(Effect::Found(Founding::Practice))
        );
        assert_eq!(press(&mut screen, Action::Open), ScreenAnswer::none());
        let founded = screen.update(
            &ScreenEvent::Reply(&DeskReply::Founded),
            &shared(Lang::Ko, (80, 24)),
        );
        assert_eq!(founded, ScreenAnswer::go(Go::Queue));
    }

    #[test]
    fn after_a_failure_one_can_choose_again() {
        let shared = shared(Lang::Ko, (80, 24));
        let mut screen = FirstRun::new("/srv/nowhere/a.db");
        press(&mut screen, Action::Open);
        let reply = screen.update(&ScreenEvent::of(&failed()), &shared);
        assert_eq!(reply, ScreenAnswer::none());
        let shown = drawn(&shared, |frame, area, shared| {
            screen.view(frame, area, shared);
        });
        assert!(shown.contains("/srv/nowhere 폴더가 없습니다"), "{shown}");
        assert_eq!(
            press(&mut screen, Action::Open),
            ScreenAnswer::ask(Effect::Found(Founding::Charter("jndc")))
        );
    }

    #[test]
    fn every_charter_says_what_the_body_is() {
        for (id, _) in BUILTIN_NAMES {
            assert_ne!(what(id), text::FIRST_DEMO_WHAT, "{id}");
        }
    }
}
