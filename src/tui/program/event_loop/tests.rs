//! What is held back while letters wait, what is read ahead, and what follows the first frame.

mod late;

use super::{
    pace::{IDLE_DELAY, OPENING_DELAY, POLL_INTERVAL},
    *,
};
use crate::{
    config::{LineSpeed, Look},
    desk::{Desk, Opening, Order, SearchResults},
    domain::{
        command::{Command, Handling},
        late::EntryTime,
        subject::Subject,
    },
    tui::{
        backend::ColorDepth,
        effect::{DeskReply, DeskSession, DraftEffect, Query, SearchReply},
        fixture,
        intake::IntakeScreen,
        pane::PaneContent,
        queue::NextRow,
        search::SearchScreen,
        terminal::MeasuredSpeed,
        theme::Theme,
    },
    words::Lang,
};
use ratatui::crossterm::event::{KeyCode, KeyModifiers};
use std::time::Duration;
use tempfile::TempDir;

fn key(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

/// The program with what a worker has opened.
fn started(opening: &Opening) -> (EventLoop, DeskHandles) {
    let theme = Theme::new(ColorDepth::None, Look::Terminal);
    let opening = opening.clone();
    let open = move || {
        let mut session = DeskSession::open(opening, SEARCH_LIMIT)?;
        session.patience = None;
        Ok(session)
    };
    let (worker, opened) = Worker::start(open).unwrap();
    let opened = opened.unwrap();
    let now = opened.clock.now();
    let model = Model::new(Lang::Ko, theme, Alphabet::Unicode, (80, 24), now);
    (EventLoop::new(model, worker, (false, false)), opened)
}

/// The program with the queue of a desk.
fn begun(opening: &Opening) -> EventLoop {
    let (mut program, opened) = started(opening);
    let position = program.begin(Ok(opened));
    program.restore(position);
    program
}

/// A desk without a case.
fn founded(folder: &TempDir) -> Opening {
    let desk = fixture::desk(folder);
    Opening {
        path: desk.path().to_owned(),
        acting: None,
        now: Some("2026-11-23 14:03".to_owned()),
    }
}

/// The practice desk.
fn practice(folder: &TempDir) -> Opening {
    let path = folder.path().join("desk.db");
    std::fs::write(&path, crate::tui::front::practice()).unwrap();
    let acting = Some("kim".to_owned());
    let now = Some("2026-11-23 14:03".to_owned());
    Opening { path, acting, now }
}

impl EventLoop {
    /// Waits for what is done in the background, too.
    fn rest(&mut self) {
        while !self.pending.is_empty() {
            self.worker.wait(START_LIMIT).unwrap();
            self.take_answers();
            assert!(self.failure.is_none());
        }
    }

    /// Reads ahead, to the end.
    fn prefetch_whole(&mut self) {
        self.prefetch_next();
        self.rest();
    }
}

#[test]
fn letters_that_wait_are_searched_for_once() {
    let folder = TempDir::new().unwrap();
    let mut program = begun(&founded(&folder));
    program.process(Msg::Key(key(KeyCode::F(3))));
    for letter in "소음이".chars() {
        program.process_deferring(Msg::Key(key(KeyCode::Char(letter))));
    }
    assert!(
        matches!(&program.deferred[..], [Effect::Read(Query::Search(line, _))] if line == "소음이")
    );
    // What changes nothing takes no search away.
    program.process_deferring(Msg::Key(key(KeyCode::Char(' '))));
    assert_eq!(program.deferred.len(), 1);
    program.flush_deferred();
    assert_eq!(program.deferred, []);
    program.process(Msg::Key(key(KeyCode::Backspace)));
    program.process(Msg::Key(key(KeyCode::Backspace)));
    assert_eq!(program.deferred, [], "what comes alone waits for nothing");
}

#[test]
fn a_draft_is_kept_once_for_letters_that_wait() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let draft = Desk::open(&opening).unwrap().draft_path("intake");
    let mut program = begun(&opening);
    for code in [KeyCode::F(2), KeyCode::Tab, KeyCode::Tab, KeyCode::Tab] {
        program.process(Msg::Key(key(code)));
    }
    for letter in "소음".chars() {
        program.process_deferring(Msg::Key(key(KeyCode::Char(letter))));
    }
    assert!(!draft.exists());
    program.flush_deferred();
    assert!(std::fs::read_to_string(&draft).unwrap().contains("소음"));
    // Typed and deleted at once: nothing is left, whichever came last.
    for code in [KeyCode::Char('!'), KeyCode::Backspace, KeyCode::Backspace] {
        program.process_deferring(Msg::Key(key(code)));
    }
    program.process_deferring(Msg::Key(key(KeyCode::Backspace)));
    program.flush_deferred();
    assert!(!draft.exists());
}

/// The practice desk on a quick line, with the pane.
fn practising(opening: &Opening) -> EventLoop {
    let mut program = begun(opening);
    program.model.shared.thrifty = false;
    program.process(Msg::Key(key(KeyCode::Tab)));
    program
}

#[test]
fn what_was_read_ahead_is_shown_only_where_it_is_what_the_bar_came_to() {
    let folder = TempDir::new().unwrap();
    let opening = practice(&folder);
    let mut program = practising(&opening);
    program.prefetch_whole();
    assert!(program.prefetch.content.is_none(), "the bar has not moved");
    program.process(Msg::Key(key(KeyCode::Down)));
    program.prefetch_whole();
    let next = program.model.queue.rows().get(2).unwrap().clone();
    let ahead = program.prefetch.content.as_ref().map(PaneContent::state);
    assert_eq!(ahead, Some((next.subject, next.facts)));
    program.process(Msg::Key(key(KeyCode::Down)));
    assert!(program.prefetch.content.is_none(), "it was taken");
    let shown = |program: &EventLoop| program.model.pane.content.as_ref().map(PaneContent::state);
    assert_eq!(shown(&program), Some((next.subject, next.facts)));
    // Back up: what lies ahead is what lies above.
    program.prefetch_whole();
    program.process(Msg::Key(key(KeyCode::Up)));
    program.prefetch_whole();
    let first = program.model.queue.rows().first().unwrap().clone();
    assert_eq!(
        program.prefetch.content.as_ref().map(PaneContent::state),
        Some((first.subject, first.facts))
    );
    // What is of another row is left alone.
    let first_row = program.prefetch.content.take();
    program.process(Msg::Key(key(KeyCode::Up)));
    program.process(Msg::Key(key(KeyCode::Down)));
    program.prefetch.content = first_row;
    program.process(Msg::Key(key(KeyCode::Down)));
    assert!(
        program.prefetch.content.is_some(),
        "another one is under the bar"
    );
    assert_eq!(shown(&program), Some((next.subject, next.facts)));
    // What has had another fact since is read again.
    for code in [KeyCode::Up, KeyCode::Up, KeyCode::Down] {
        program.process(Msg::Key(key(code)));
    }
    program.prefetch_whole();
    let ahead = program.prefetch.content.as_ref().map(PaneContent::state);
    assert_eq!(ahead, Some((next.subject, next.facts)));
    let Subject::Case(number) = next.subject else {
        panic!("the third row is a case");
    };
    let mut other = Desk::open(&opening).unwrap();
    let command = Command::Handling(Handling::Note {
        text: "현장을 확인함".to_owned(),
    });
    let order = Order {
        number,
        command,
        time: EntryTime::NOW,
        seen: None,
    };
    other.run(&order).unwrap();
    program.poll_changes();
    program.wait();
    assert!(program.answered, "another process has written");
    program.process(Msg::Key(key(KeyCode::Down)));
    assert_eq!(shown(&program), Some((next.subject, next.facts + 1)));
}

#[test]
fn every_key_of_a_composed_syllable_counts_where_it_falls() {
    let folder = TempDir::new().unwrap();
    let opening = practice(&folder);
    let strike = |text: &str| {
        let mut program = begun(&opening);
        for c in text.chars() {
            match hangul::shortcuts(key(KeyCode::Char(c))).len() {
                0 | 1 => program.process(Msg::Key(key(KeyCode::Char(c)))),
                _ => program.press_syllable(key(KeyCode::Char(c))),
            }
        }
        program
    };
    // x and j, three times: composed, decomposed, in letters, and with the input method off.
    for text in [
        "터터터",
        "\u{1110}\u{1165}\u{1110}\u{1165}\u{1110}\u{1165}",
        "ㅌㅓㅌㅓㅌㅓ",
        "xjxjxj",
    ] {
        let program = strike(text);
        assert_eq!(program.model.queue.marks.marked().len(), 3, "{text}");
    }
    // n opens the intake form; what was typed on with it is no text of the form.
    let program = strike("눠");
    assert!(program.model.shown::<IntakeScreen>().is_some());
    assert_eq!(program.model.text_input().unwrap().draft(), None);
}

#[test]
fn the_row_that_scrolls_in_is_read_ahead_with_what_the_pane_shows_of_it() {
    let folder = TempDir::new().unwrap();
    let mut program = practising(&practice(&folder));
    let last = program.model.queue.rows().len() - 1;
    for _ in 0..last {
        program.process(Msg::Key(key(KeyCode::Down)));
    }
    assert!(matches!(
        program.model.queue.next_row(),
        Some(NextRow::Page(_))
    ));
    program.prefetch_whole();
    // What is there is taken instead of being read.
    let requested = program.requested;
    program.process(Msg::Key(key(KeyCode::Down)));
    assert_eq!(program.requested, requested);
    let bar = program.model.queue.selected().unwrap().clone();
    let shown = program.model.pane.content.as_ref().map(PaneContent::state);
    assert_eq!(shown, Some((bar.subject, bar.facts)));
    // And what was written here meanwhile makes it worthless.
    program.prefetch_whole();
    let Some(NextRow::Page(below)) = program.model.queue.next_row() else {
        panic!("the list goes on");
    };
    let note = Effect::Draft(DraftEffect::Drop("none".to_owned()));
    assert!(program.prefetch.take(&note, &program.model).is_none());
    assert!(program.prefetch.take(&below, &program.model).is_none());
}

#[test]
fn the_first_frame_leaves_out_what_can_wait_until_a_key_comes_in_or_none_for_a_while() {
    let folders = [(); 4].map(|()| TempDir::new().unwrap());
    let mut folders = folders.iter();
    let answer = Input::Answer { row: 1, column: 3 };
    let mut begun = |line: LineSpeed| {
        let folder = folders.next().unwrap();
        let (mut program, opened) = started(&founded(folder));
        program.open(line);
        let position = program.begin(Ok(opened));
        program.restore(position);
        program
    };
    let mut quiet = begun(LineSpeed::Auto);
    assert!(!quiet.keep_pace(MeasuredSpeed::Quick) && quiet.model.shared.thrifty);
    assert_eq!(
        quiet.pause(false, Duration::ZERO, MeasuredSpeed::Quick),
        OPENING_DELAY
    );
    quiet.note_input(&[answer], false);
    assert!(
        !quiet.keep_pace(MeasuredSpeed::Quick),
        "nobody has touched it"
    );
    quiet.note_input(&[], true);
    assert!(quiet.keep_pace(MeasuredSpeed::Quick) && !quiet.model.lacks());
    assert_eq!(
        quiet.pause(false, Duration::ZERO, MeasuredSpeed::Quick),
        POLL_INTERVAL
    );
    let mut typed = begun(LineSpeed::Auto);
    typed.note_input(&[Input::Key(key(KeyCode::Down))], false);
    assert!(typed.keep_pace(MeasuredSpeed::Quick) && !typed.model.shared.thrifty);
    let mut slow = begun(LineSpeed::Auto);
    let busy = Duration::from_millis(900);
    assert_eq!(
        slow.pause(false, busy, MeasuredSpeed::Slow),
        busy + IDLE_DELAY
    );
    slow.note_input(&[], true);
    assert!(!slow.keep_pace(MeasuredSpeed::Slow) && slow.model.shared.thrifty);
    assert!(slow.model.lacks(), "it follows row by row");
    assert!(
        !begun(LineSpeed::Quick).model.shared.thrifty,
        "as the clerk says"
    );
}

#[test]
fn a_search_goes_on_to_its_end_until_something_comes_in() {
    let folder = TempDir::new().unwrap();
    let mut program = begun(&practice(&folder));
    program.complete_search();
    assert!(program.search_cancel.is_none(), "nothing is searched for");
    program.process(Msg::Key(key(KeyCode::F(3))));
    for letter in "교육".chars() {
        program.process(Msg::Key(key(KeyCode::Char(letter))));
    }
    assert_eq!(program.model.unfinished(), None);
    // As if the letters had followed each other too fast.
    let stopped = || {
        DeskReply::Search(SearchReply::Found(
            "교육".to_owned(),
            SearchResults::default(),
        ))
    };
    program.process(Msg::Reply(stopped()));
    assert!(program.model.unfinished().is_some());
    program.complete_search();
    program.rest();
    assert_eq!(program.model.unfinished(), None);
    assert!(program.model.shown::<SearchScreen>().unwrap().found() > 0);
    assert!(program.search_cancel.is_none());
    // What comes of it once the screen was left is for no other.
    program.process(Msg::Reply(stopped()));
    program.complete_search();
    program.process(Msg::Key(key(KeyCode::Esc)));
    program.process(Msg::Key(key(KeyCode::F(3))));
    program.rest();
    assert_eq!(program.model.shown::<SearchScreen>().unwrap().found(), 0);
}
