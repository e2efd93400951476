//! What is held back while letters wait, what is read ahead, and what follows the first frame.

mod late;

use super::{
    pace::{LOOK, OPENING, QUIET},
    *,
};
use crate::{
    config::{LineSpeed, Look},
    desk::{Desk, Opening, Order, SearchResults},
    domain::{
        command::{Command, Handling},
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
fn started(opening: &Opening) -> (Work, Opened) {
    let theme = Theme::new(ColorDepth::None, Look::Terminal);
    let opening = opening.clone();
    let open = move || {
        let mut office = DeskSession::open(opening, LETTER)?;
        office.patience = None;
        Ok(office)
    };
    let (worker, opened) = Worker::start(open).unwrap();
    let opened = opened.unwrap();
    let now = opened.clock.now();
    let model = Model::new(Lang::Ko, theme, Alphabet::Unicode, (80, 24), now);
    (Work::new(model, worker, (false, false)), opened)
}

/// The program with the queue of a desk.
fn begun(opening: &Opening) -> Work {
    let (mut work, opened) = started(opening);
    let position = work.begin(Ok(opened));
    work.restore(position);
    work
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

impl Work {
    /// Waits for what is done in the background, too.
    fn rest(&mut self) {
        while !self.pending.is_empty() {
            self.worker.wait(BEGINNING).unwrap();
            self.take_answers();
            assert!(self.ended.is_none());
        }
    }

    /// Reads ahead, to the end.
    fn look_ahead(&mut self) {
        self.read_ahead();
        self.rest();
    }
}

#[test]
fn letters_that_wait_are_searched_for_once() {
    let folder = TempDir::new().unwrap();
    let mut work = begun(&founded(&folder));
    work.take(Msg::Key(key(KeyCode::F(3))));
    for letter in "소음이".chars() {
        work.hold(Msg::Key(key(KeyCode::Char(letter))));
    }
    assert!(matches!(&work.held[..], [Effect::Read(Query::Search(line, _))] if line == "소음이"));
    // What changes nothing takes no search away.
    work.hold(Msg::Key(key(KeyCode::Char(' '))));
    assert_eq!(work.held.len(), 1);
    work.release();
    assert_eq!(work.held, []);
    work.take(Msg::Key(key(KeyCode::Backspace)));
    work.take(Msg::Key(key(KeyCode::Backspace)));
    assert_eq!(work.held, [], "what comes alone waits for nothing");
}

#[test]
fn a_draft_is_kept_once_for_letters_that_wait() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let draft = Desk::open(&opening).unwrap().draft_path("intake");
    let mut work = begun(&opening);
    for code in [KeyCode::F(2), KeyCode::Tab, KeyCode::Tab, KeyCode::Tab] {
        work.take(Msg::Key(key(code)));
    }
    for letter in "소음".chars() {
        work.hold(Msg::Key(key(KeyCode::Char(letter))));
    }
    assert!(!draft.exists());
    work.release();
    assert!(std::fs::read_to_string(&draft).unwrap().contains("소음"));
    // InputDecoder and taken back at once: nothing is left, whichever came last.
    for code in [KeyCode::Char('!'), KeyCode::Backspace, KeyCode::Backspace] {
        work.hold(Msg::Key(key(code)));
    }
    work.hold(Msg::Key(key(KeyCode::Backspace)));
    work.release();
    assert!(!draft.exists());
}

/// The practice desk on a quick line, with the pane.
fn practising(opening: &Opening) -> Work {
    let mut work = begun(opening);
    work.model.shared.thrifty = false;
    work.take(Msg::Key(key(KeyCode::Tab)));
    work
}

#[test]
fn what_was_read_ahead_is_shown_only_where_it_is_what_the_bar_came_to() {
    let folder = TempDir::new().unwrap();
    let opening = practice(&folder);
    let mut work = practising(&opening);
    work.look_ahead();
    assert!(work.prefetch.content().is_none(), "the bar has not moved");
    work.take(Msg::Key(key(KeyCode::Down)));
    work.look_ahead();
    let next = work.model.queue.rows().get(2).unwrap().clone();
    let ahead = work.prefetch.content().as_ref().map(PaneContent::state);
    assert_eq!(ahead, Some((next.subject, next.facts)));
    work.take(Msg::Key(key(KeyCode::Down)));
    assert!(work.prefetch.content().is_none(), "it was taken");
    let shown = |work: &Work| work.model.pane.content.as_ref().map(PaneContent::state);
    assert_eq!(shown(&work), Some((next.subject, next.facts)));
    // Back up: what lies ahead is what lies above.
    work.look_ahead();
    work.take(Msg::Key(key(KeyCode::Up)));
    work.look_ahead();
    let first = work.model.queue.rows().first().unwrap().clone();
    assert_eq!(
        work.prefetch.content().as_ref().map(PaneContent::state),
        Some((first.subject, first.facts))
    );
    // What is of another row is left alone.
    let first_row = work.prefetch.content().take();
    work.take(Msg::Key(key(KeyCode::Up)));
    work.take(Msg::Key(key(KeyCode::Down)));
    *work.prefetch.content() = first_row;
    work.take(Msg::Key(key(KeyCode::Down)));
    assert!(
        work.prefetch.content().is_some(),
        "another one is under the bar"
    );
    assert_eq!(shown(&work), Some((next.subject, next.facts)));
    // What has had another fact since is read again.
    for code in [KeyCode::Up, KeyCode::Up, KeyCode::Down] {
        work.take(Msg::Key(key(code)));
    }
    work.look_ahead();
    let ahead = work.prefetch.content().as_ref().map(PaneContent::state);
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
        at: None,
        seen: None,
    };
    other.run(&order).unwrap();
    work.look();
    work.wait();
    assert!(work.answered, "another process has written");
    work.take(Msg::Key(key(KeyCode::Down)));
    assert_eq!(shown(&work), Some((next.subject, next.facts + 1)));
}

#[test]
fn every_key_of_a_composed_syllable_counts_where_it_falls() {
    let folder = TempDir::new().unwrap();
    let opening = practice(&folder);
    let strike = |text: &str| {
        let mut work = begun(&opening);
        for c in text.chars() {
            match hangul::shortcuts(key(KeyCode::Char(c))).len() {
                0 | 1 => work.take(Msg::Key(key(KeyCode::Char(c)))),
                _ => work.press_syllable(key(KeyCode::Char(c))),
            }
        }
        work
    };
    // x and j, three times: composed, decomposed, in letters, and with the input method off.
    for text in [
        "터터터",
        "\u{1110}\u{1165}\u{1110}\u{1165}\u{1110}\u{1165}",
        "ㅌㅓㅌㅓㅌㅓ",
        "xjxjxj",
    ] {
        let work = strike(text);
        assert_eq!(work.model.queue.marks.marked().len(), 3, "{text}");
    }
    // n opens the intake form; what was typed on with it is no text of the form.
    let work = strike("눠");
    assert!(work.model.shown::<IntakeScreen>().is_some());
    assert_eq!(work.model.text_input().unwrap().draft(), None);
}

#[test]
fn the_row_that_scrolls_in_is_read_ahead_with_what_the_pane_shows_of_it() {
    let folder = TempDir::new().unwrap();
    let mut work = practising(&practice(&folder));
    let last = work.model.queue.rows().len() - 1;
    for _ in 0..last {
        work.take(Msg::Key(key(KeyCode::Down)));
    }
    assert!(matches!(
        work.model.queue.next_row(),
        Some(NextRow::Page(_))
    ));
    work.look_ahead();
    // What is there is taken instead of being read.
    let requested = work.requested;
    work.take(Msg::Key(key(KeyCode::Down)));
    assert_eq!(work.requested, requested);
    let bar = work.model.queue.selected().unwrap().clone();
    let shown = work.model.pane.content.as_ref().map(PaneContent::state);
    assert_eq!(shown, Some((bar.subject, bar.facts)));
    // And what was written here meanwhile makes it worthless.
    work.look_ahead();
    let Some(NextRow::Page(below)) = work.model.queue.next_row() else {
        panic!("the list goes on");
    };
    let note = Effect::Draft(DraftEffect::Drop("none".to_owned()));
    assert!(work.prefetch.take(&note, &work.model).is_none());
    assert!(work.prefetch.take(&below, &work.model).is_none());
}

#[test]
fn the_first_frame_leaves_out_what_can_wait_until_a_key_comes_in_or_none_for_a_while() {
    let folders = [(); 4].map(|()| TempDir::new().unwrap());
    let mut folders = folders.iter();
    let answer = Input::Answer { row: 1, column: 3 };
    let mut begun = |line: LineSpeed| {
        let folder = folders.next().unwrap();
        let (mut work, opened) = started(&founded(folder));
        work.open(line);
        let position = work.begin(Ok(opened));
        work.restore(position);
        work
    };
    let mut quiet = begun(LineSpeed::Auto);
    assert!(!quiet.keep_pace(MeasuredSpeed::Quick) && quiet.model.shared.thrifty);
    assert_eq!(
        quiet.pause(false, Duration::ZERO, MeasuredSpeed::Quick),
        OPENING
    );
    quiet.came(&[answer], false);
    assert!(
        !quiet.keep_pace(MeasuredSpeed::Quick),
        "nobody has touched it"
    );
    quiet.came(&[], true);
    assert!(quiet.keep_pace(MeasuredSpeed::Quick) && !quiet.model.lacks());
    assert_eq!(
        quiet.pause(false, Duration::ZERO, MeasuredSpeed::Quick),
        LOOK
    );
    let mut typed = begun(LineSpeed::Auto);
    typed.came(&[Input::Key(key(KeyCode::Down))], false);
    assert!(typed.keep_pace(MeasuredSpeed::Quick) && !typed.model.shared.thrifty);
    let mut slow = begun(LineSpeed::Auto);
    let busy = Duration::from_millis(900);
    assert_eq!(slow.pause(false, busy, MeasuredSpeed::Slow), busy + QUIET);
    slow.came(&[], true);
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
    let mut work = begun(&practice(&folder));
    work.search_on();
    assert!(work.searching.is_none(), "nothing is searched for");
    work.take(Msg::Key(key(KeyCode::F(3))));
    for letter in "교육".chars() {
        work.take(Msg::Key(key(KeyCode::Char(letter))));
    }
    assert_eq!(work.model.unfinished(), None);
    // As if the letters had followed each other too fast.
    let stopped = || {
        DeskReply::Search(SearchReply::Found(
            "교육".to_owned(),
            SearchResults::default(),
        ))
    };
    work.take(Msg::Reply(stopped()));
    assert!(work.model.unfinished().is_some());
    work.search_on();
    work.rest();
    assert_eq!(work.model.unfinished(), None);
    assert!(work.model.shown::<SearchScreen>().unwrap().found() > 0);
    assert!(work.searching.is_none());
    // What comes of it once the screen was left is for no other.
    work.take(Msg::Reply(stopped()));
    work.search_on();
    work.take(Msg::Key(key(KeyCode::Esc)));
    work.take(Msg::Key(key(KeyCode::F(3))));
    work.rest();
    assert_eq!(work.model.shown::<SearchScreen>().unwrap().found(), 0);
}
