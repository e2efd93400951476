//! A screen that exists here alone: the trait is all that a screen needs.

use super::*;
use crate::tui::targets::Drawing;
use crate::tui::{
    effect::{DraftEffect, Query},
    field::LineField,
    front::Front,
    model::Msg,
    page::put_text,
    restore::Position,
};
use ratatui::crossterm::event::{KeyCode, KeyModifiers};
use serde_json::json;

/// Counts how often it heard of news, and has a field.
#[derive(Debug, Default)]
struct Toy {
    news: usize,
    drafts: usize,
    field: LineField,
    failed: bool,
    timers: Vec<QueueRow>,
}

impl Screen for Toy {
    fn state(&self) -> ScreenState<'_> {
        ScreenState {
            subject: Some(Subject::Case(number())),
            failures: Failures::OnScreen,
            unfinished: Some((self.field.text(), 7)),
            timers: &self.timers,
            ..ScreenState::at(KeyContext::Note, Purpose::Other, Some(&self.field))
        }
    }

    fn update(&mut self, event: &ScreenEvent<'_>, _shared: &Shared) -> ScreenAnswer {
        match event {
            ScreenEvent::Action(Action::Back) => return ScreenAnswer::go(Go::Queue),
            ScreenEvent::Key(key) => {
                self.field.handle(*key);
            }
            ScreenEvent::Paste(pasted) => {
                self.field.paste(pasted);
            }
            ScreenEvent::Draft(..) => self.drafts += 1,
            ScreenEvent::Failed(_) => self.failed = true,
            ScreenEvent::Opened => return ScreenAnswer::ask(DraftEffect::Read("toy".to_owned())),
            ScreenEvent::Outdated(news) => {
                self.news += 1;
                return match news {
                    News::Written => ScreenAnswer::ask(Query::Views),
                    News::Minute | News::Duties => ScreenAnswer::none(),
                };
            }
            ScreenEvent::Restore(bookmark, _) => {
                self.news = bookmark.place().unwrap_or_default();
            }
            ScreenEvent::Action(_)
            | ScreenEvent::Pointer(_)
            | ScreenEvent::Reply(_)
            | ScreenEvent::Caret(..) => {}
        }
        ScreenAnswer::none()
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let said = format!("toy {} {}", self.news, self.field.text());
        let text = (said.as_str(), shared.theme.text);
        put_text(frame.buffer_mut(), area, 0, text, shared.symbols.alphabet);
    }

    fn bookmark(&self) -> Option<Bookmark> {
        Some(Bookmark::of(Action::Redraw, json!(self.news)))
    }
}

fn number() -> CaseNumber {
    "2026-000001".parse().unwrap()
}

fn toy(front: &Front) -> &Toy {
    front.model.shown().unwrap()
}

#[test]
fn a_screen_needs_the_trait_and_nothing_else() {
    let mut front = Front::new(3, (80, 24));
    let mut due = front.model.queue.rows()[0].clone();
    (due.due_at, due.whole_day) = (Some(front.model.shared.now), false);
    let toy_screen = Toy {
        timers: vec![due],
        ..Toy::default()
    };
    front.model.screens.push(Box::new(toy_screen));
    // It is heard, drawn, and known to the others.
    let asked = front.send(Msg::Resize(80, 20));
    assert!(asked.contains(&Effect::Draft(DraftEffect::Read("toy".to_owned()))));
    assert!(asked.contains(&Effect::Show(Some(Subject::Case(number())))));
    front.send(Msg::Paste("소음".to_owned()));
    front.press(KeyCode::Char('!'));
    assert!(
        front.picture().contains("toy 0 소음!"),
        "{}",
        front.picture()
    );
    let keep = DraftEffect::Keep {
        form: "toy".to_owned(),
        text: "kept".to_owned(),
    };
    front.perform(vec![keep.into()]);
    front.send(Msg::Resize(80, 24));
    assert_eq!(toy(&front).drafts, 1);
    // News and failures reach it, and what it asks for then is asked for.
    let effects = front.send(Msg::Changed);
    assert!(effects.contains(&Effect::Read(Query::Views)), "{effects:?}");
    assert!(front.picture().contains("toy 1 소음!"));
    let failed = DeskReply::Failed(Box::new(DeskError::NoCharter));
    front.send(Msg::Reply(failed));
    assert!(toy(&front).failed && front.model.saying.is_none());
    // So do the keys of fields, the clock, the search that goes on, the help over it and the bookmark.
    let held = |c| Msg::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL));
    front.send(held('a'));
    front.send(held('c'));
    assert_eq!(front.model.clipboard, "소음!");
    assert!(front.model.is_ticking());
    assert_eq!(front.model.unfinished(), Some(("소음!", 7)));
    front.press(KeyCode::F(1));
    assert_eq!(front.model.key_context(), KeyContext::Help);
    let there = Position::of(&front.model).screen.unwrap();
    assert_eq!(there.at, json!(1));
    front.press(KeyCode::Esc);
    front.press(KeyCode::Esc);
    assert!(front.model.in_queue());
    let mut again = Toy::default();
    let event = ScreenEvent::Restore(&there, Step::Ready);
    again.update(&event, &front.model.shared);
    assert_eq!(again.news, 1);
}
