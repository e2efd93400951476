//! What is noted beside the rows: marks with one action on many, another clerk's changes, a number that is typed.

use super::*;
use crate::{
    desk::Viewer,
    domain::{
        find::{BuiltinView, QueueView},
        late::EntryTime,
        subject::Subject,
    },
    tui::effect::Change,
};

fn letters(front: &mut Front, typed: &str) -> Vec<Effect> {
    let mut last = Vec::new();
    for letter in typed.chars() {
        last = front.press(KeyCode::Char(letter));
    }
    last
}

#[test]
fn a_number_is_gone_to_by_typing_it() {
    let mut front = Front::new(30, SMALL);
    letters(&mut front, "#24");
    assert!(
        front.picture().contains("접수번호 24_"),
        "{}",
        front.picture()
    );
    front.press(KeyCode::Enter);
    assert_eq!((front.at(), front.window()[0]), (24, 24));
    letters(&mut front, "4");
    front.press(KeyCode::Enter);
    assert_eq!(
        front.at(),
        4,
        "a digit that means nothing else begins by itself"
    );
    letters(&mut front, "#2026-000009");
    front.press(KeyCode::Enter);
    assert_eq!(front.at(), 9);
    letters(&mut front, "#77");
    front.press(KeyCode::Enter);
    assert_eq!(front.at(), 9);
    assert!(front.picture().contains("'77'인 민원이 없습니다"));
    letters(&mut front, "#5");
    front.press(KeyCode::Esc);
    assert_eq!((front.at(), front.model.jump.clone()), (9, None));
    // Where the view does not show it, the case itself opens.
    front
        .model
        .queue
        .show_view(QueueView::Known(BuiltinView::Paused));
    letters(&mut front, "#5");
    front.press(KeyCode::Enter);
    assert_eq!(front.model.key_context(), KeyContext::Detail);
}

#[test]
fn a_number_begins_with_any_digit_and_a_digit_alone_does_what_it_means() {
    let mut front = Front::new(30, SMALL);
    for (typed, at) in [
        ("2026-000024", 24),
        ("#3", 3),
        ("03", 3),
        ("12", 12),
        ("2026-7", 7),
    ] {
        letters(&mut front, typed);
        front.press(KeyCode::Enter);
        assert_eq!(
            (front.model.key_context(), front.at()),
            (KeyContext::Queue, at),
            "{typed}"
        );
    }
    for (digit, title) in [('1', "1차 조치"), ('2', "2차 조치"), ('3', "3차 조치")] {
        let mut front = Front::new(3, SMALL);
        assert_eq!(front.press(KeyCode::Char(digit)), []);
        let said = front.picture();
        assert!(
            said.contains(&format!("{digit}_  Enter: {title}")),
            "{said}"
        );
        front.press(KeyCode::Enter);
        assert_eq!(front.model.key_context(), KeyContext::Form, "{digit}");
        assert!(front.picture().contains(title), "{}", front.picture());
    }
    // The letter of a visit or a duty is part of its number, however the input method sends it.
    for typed in ["C2026-000003", "c2026-000003", "ㅊ2026-000003"] {
        let effects = letters(&mut Front::new(30, SMALL), typed);
        assert_eq!(effects, []);
        let mut front = Front::new(30, SMALL);
        letters(&mut front, typed);
        front.press(KeyCode::Enter);
        assert!(
            front.picture().contains("'C2026-000003'인 민원이 없습니다"),
            "{}",
            front.picture()
        );
    }
    // With the input method on, or at full width; letters that are no part of a number do what they mean.
    let mut front = Front::new(30, SMALL);
    letters(&mut front, "２０２６-9");
    front.press(KeyCode::Enter);
    assert_eq!(front.at(), 9);
    letters(&mut front, "2x");
    assert_eq!(front.model.queue.marks.marked().len(), 1);
    assert_eq!(front.model.jump, None);
}

#[test]
fn a_number_that_is_pasted_is_gone_to() {
    let mut front = Front::new(30, SMALL);
    front.send(Msg::Paste(" 2026-000011\n".to_owned()));
    assert_eq!(front.at(), 11);
    // As other programs copy it: a row, a letter, a text of full width.
    for (pasted, at) in [
        ("접수번호 2026-000009의 처리", 9),
        ("2026\u{2013}000007", 7),
        ("２０２６－０００００８", 8),
        ("접수번호: 2026-000012, 2026-000012", 12),
        ("2026-000011", 11),
    ] {
        front.send(Msg::Paste(pasted.to_owned()));
        assert_eq!(front.at(), at, "{pasted}");
    }
    for pasted in [
        "소음 2026",
        "2026-000003, 2026-000004",
        "010-0000-1234로",
        "",
    ] {
        front.send(Msg::Paste(pasted.to_owned()));
        assert_eq!(
            (front.at(), front.model.key_context()),
            (11, KeyContext::Queue)
        );
        let picture = front.picture();
        assert!(
            picture.contains("붙여 넣은 글에 접수번호가 없습니다"),
            "{picture}"
        );
    }
    // Elsewhere it is a text like any other.
    front.press(KeyCode::F(3));
    front.send(Msg::Paste("2026-000012".to_owned()));
    assert_eq!(
        (front.at(), front.model.key_context()),
        (11, KeyContext::Search)
    );
}

#[test]
fn one_action_on_many_is_done_on_each_by_itself_and_what_was_refused_stays_marked() {
    let mut front = Front::new(5, SMALL);
    letters(&mut front, "xxx");
    assert_eq!((front.at(), front.model.queue.marks.marked().len()), (4, 3));
    assert!(
        front.picture().contains("[표시 3건]"),
        "{}",
        front.picture()
    );
    // Meanwhile someone else works on one of them.
    front.run(number(2), note());
    front.press(KeyCode::F(9));
    assert_eq!(front.model.many.len(), 3);
    let effects = many::spread(
        &front.model,
        vec![Effect::Write(Change::Run(Box::new(Order {
            number: number(1),
            command: note(),
            time: EntryTime::NOW,
            seen: Some(front.facts_of(1)),
        })))],
    );
    front.perform(effects);
    let picture = front.picture();
    assert!(picture.contains("처리함 2, 처리하지 못함 1"), "{picture}");
    let left: Vec<Subject> = front.model.queue.marks.marked().keys().copied().collect();
    assert_eq!(left, [Subject::Case(number(2))]);
    assert!(front.model.many.is_empty());
    front.press(KeyCode::Esc);
    assert_eq!(front.model.key_context(), KeyContext::Queue);
    front.press(KeyCode::Esc);
    assert!(front.model.queue.marks.marked().is_empty());
}

/// With the bar on one that is not marked.
#[test]
fn what_is_chosen_among_the_commands_is_done_on_what_is_marked() {
    let mut front = Front::new(5, SMALL);
    letters(&mut front, "xx:메모");
    let picture = front.picture();
    assert!(picture.contains("명령: 목록, 표시 2건"), "{picture}");
    front.press(KeyCode::Enter);
    assert_eq!((front.model.many.len(), front.at()), (2, 3));
    let picture = front.picture();
    assert!(picture.contains("2026-000001 · 메모"), "{picture}");
    assert!(picture.contains("[2건에 함께]"), "{picture}");
    letters(&mut front, "함께");
    front.press(KeyCode::F(9));
    let picture = front.picture();
    assert!(picture.contains("처리함 2, 처리하지 못함 0"), "{picture}");
}

#[test]
fn whoever_leaves_what_was_meant_for_many_is_back_in_the_queue() {
    let mut front = Front::new(5, SMALL);
    letters(&mut front, "xx");
    for keys in [&[KeyCode::F(9)][..], &[KeyCode::F(9), KeyCode::Enter]] {
        for key in keys {
            front.press(*key);
        }
        assert_eq!(front.model.many.len(), 2);
        let title = front.picture();
        let title = title.lines().nth(1).unwrap_or_default().to_owned();
        assert!(title.contains("[2건에 함께]"), "{title}");
        let cut = title
            .find('[')
            .and_then(|at| title[..at].chars().next_back());
        assert!(!cut.is_some_and(|c| c.is_ascii_digit()), "{title}");
        front.press(KeyCode::Esc);
        assert_eq!(front.model.key_context(), KeyContext::Queue);
        let marked = front.model.queue.marks.marked().len();
        assert_eq!((marked, front.model.many.len()), (2, 0));
    }
    // One that was only begun on is opened, as ever.
    front.press(KeyCode::Esc);
    front.press(KeyCode::F(9));
    front.press(KeyCode::Esc);
    assert_eq!(front.model.key_context(), KeyContext::Detail);
}

#[test]
fn an_action_on_the_case_that_is_open_is_done_on_that_one_alone() {
    let mut front = Front::new(5, SMALL);
    letters(&mut front, "xx");
    front.press(KeyCode::F(9));
    assert_eq!(front.model.many.len(), 2);
    front.press(KeyCode::Esc);
    assert!(front.model.many.is_empty(), "back from the menu");
    let run = Effect::Write(Change::Run(Box::new(Order {
        number: number(3),
        command: note(),
        time: EntryTime::NOW,
        seen: None,
    })));
    assert_eq!(many::spread(&front.model, vec![run.clone()]), [run]);
}

#[test]
fn what_someone_else_changes_is_marked_until_the_bar_has_been_there() {
    let mut front = Front::new(5, SMALL);
    front.run(number(3), note());
    front.send(Msg::Changed);
    let changed = |front: &Front| -> Vec<u32> {
        let rows = front.model.queue.rows().iter();
        rows.filter(|row| front.model.queue.marks.is_changed(row.subject))
            .map(|row| row.subject.serial())
            .collect()
    };
    assert_eq!(changed(&front), [3]);
    assert!(front.picture().contains('*'), "{}", front.picture());
    letters(&mut front, "jjj");
    assert_eq!(changed(&front), [0; 0]);
    // What is read again for another reason marks nothing.
    front.run(number(2), note());
    let again = front.model.queue.reload();
    front.perform(vec![again]);
    assert_eq!(changed(&front), [0; 0]);
}

/// The page was scrolled away from: the mark is there when it comes back.
#[test]
fn what_someone_else_changes_out_of_sight_is_marked_when_it_is_seen_again() {
    let mut front = Front::new(60, SMALL);
    let changed = |front: &Front| -> Vec<u32> {
        let rows = front.model.queue.rows().iter();
        rows.filter(|row| front.model.queue.marks.is_changed(row.subject))
            .map(|row| row.subject.serial())
            .collect()
    };
    front.press(KeyCode::End);
    front.run(number(3), note());
    front.send(Msg::Changed);
    front.run(number(4), note());
    front.send(Msg::Changed);
    assert_eq!(changed(&front), [0; 0]);
    front.press(KeyCode::Home);
    assert_eq!(changed(&front), [3, 4]);
    letters(&mut front, "jjjjj");
    front.press(KeyCode::End);
    front.press(KeyCode::Home);
    assert_eq!(changed(&front), [0; 0]);
    // What who works here has done is no news, whoever else writes meanwhile.
    letters(&mut front, "j");
    front.press(KeyCode::Enter);
    front.run(number(2), note());
    front.send(Msg::Changed);
    front.press(KeyCode::Esc);
    front.press(KeyCode::End);
    front.run(number(5), note());
    front.send(Msg::Changed);
    front.press(KeyCode::Home);
    assert_eq!(changed(&front), [5]);
}

#[test]
fn who_has_a_case_open_stands_in_the_list() {
    let mut front = Front::new(3, SMALL);
    let present = Viewer {
        subject: Subject::Case(number(2)),
        name: "이가상".to_owned(),
    };
    front.model.queue.marks.set_viewers(&[present]);
    assert!(
        front.picture().contains("[이가상] 민원 2"),
        "{}",
        front.picture()
    );
    let effects = front.press(KeyCode::Enter);
    let shown = Effect::Show(Some(Subject::Case(number(1))));
    assert!(effects.contains(&shown), "{effects:?}");
    let effects = front.press(KeyCode::Esc);
    assert!(effects.contains(&Effect::Show(None)), "{effects:?}");
    let folder = format!("{}.open", front.other().path().display());
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 0);
}

#[test]
fn views_are_chosen_from_a_list_and_named_below() {
    let mut front = Front::new(3, SMALL);
    letters(&mut front, "v");
    assert!(front.picture().contains("미배정"), "{}", front.picture());
    for _ in 0..3 {
        front.press(KeyCode::Down);
    }
    front.press(KeyCode::Enter);
    assert_eq!(
        front.model.queue.viewed,
        QueueView::Known(BuiltinView::Unassigned)
    );
    assert!(front.picture().contains("[미배정]"), "{}", front.picture());
    assert_eq!(front.window(), [1, 2, 3]);
    letters(&mut front, "m");
    assert_eq!(front.window(), [0; 0]);
    letters(&mut front, "m");
    assert_eq!(front.window(), [1, 2, 3]);
}

/// Whoever waits before the handover for the next clerk's confirmation must see it come.
#[test]
fn a_note_that_another_writes_or_confirms_is_seen_in_the_handover() {
    let mut front = Front::new(5, SMALL);
    for title in ["하나", "둘", "셋"] {
        front.intake(title, "2026-10-12T01:00:00Z");
    }
    letters(&mut front, "hj");
    let bar = |front: &mut Front| {
        let picture = front.picture();
        let row = picture.lines().find(|line| line.starts_with('▌'));
        row.unwrap_or_default().to_owned()
    };
    let before = bar(&mut front);
    assert!(before.contains("2026-000007"), "{before}");
    front.other().hand_over("밤에 다시 전화 바람").unwrap();
    front.run(number(6), withdraw());
    front.send(Msg::Changed);
    let picture = front.picture();
    assert!(picture.contains("밤에 다시 전화 바람"), "{picture}");
    assert_eq!(bar(&mut front), before);
    // A note that is being written stays.
    front.press(KeyCode::Insert);
    letters(&mut front, "나도");
    front.send(Msg::Changed);
    assert_eq!(front.model.key_context(), KeyContext::Note);
}
