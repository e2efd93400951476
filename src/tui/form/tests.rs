//! The form by itself: keys in, values out, and where the cursor stands.

use super::{bench::key, *};
use crate::tui::targets::Drawing;
use crate::tui::{
    backend::ColorDepth,
    picture::picture,
    screen::Shared,
    symbols::{Alphabet, Symbols},
    theme::Theme,
};
use crate::{
    domain::{
        party::Field,
        refusal::{FieldFault, ValueFault},
    },
    form::{FormField, Pick},
    words::Lang,
};
use ratatui::{Terminal, backend::TestBackend, layout::Position};

fn shared(lang: Lang) -> Shared {
    Shared {
        lang,
        keys: std::rc::Rc::default(),
        theme: Theme::new(ColorDepth::Ansi16, crate::config::Look::Terminal),
        symbols: Symbols::of(Alphabet::Unicode),
        now: chrono::DateTime::UNIX_EPOCH,
        rules: None,
        people: std::sync::Arc::default(),
        actor: None,
        counts: crate::desk::Counts::default(),
        size: (80, 24),
        unmasked: false,
        thrifty: false,
    }
}

fn form() -> Form {
    let picks = ["전화", "방문", "인터넷", "우편", "팩스"];
    let ids = ["phone", "visit", "web", "post", "fax"];
    let picks = ids.into_iter().zip(picks);
    let ko = Lang::Ko;
    Form::new(
        vec![
            FormField::choice(
                Field::Channel,
                picks.map(|(id, name)| Pick::new(id, name)).collect(),
                ko,
            ),
            FormField::line(Field::Title, 10, "한 줄로", ko).required(),
            FormField::text(Field::Body, 100, 2, "", ko),
            FormField::line(Field::Name, 10, "", ko),
            FormField::line(Field::Phone, 10, "", ko).beside(),
            FormField::toggle("anonymous", "익명"),
        ],
        ko,
    )
}

fn write(form: &mut Form, text: &str) {
    for c in text.chars() {
        form.key(key(KeyCode::Char(c)));
    }
}

fn drawn(form: &Form, width: u16, height: u16) -> (String, Position) {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    let shared = shared(Lang::Ko);
    terminal
        .draw(|frame| form.view(frame, frame.area(), &Drawing::of(&shared)))
        .unwrap();
    let at = terminal.get_cursor_position().unwrap();
    (picture(terminal.backend().buffer()), at)
}

#[test]
fn a_choice_is_cycled_and_jumped_to() {
    for (code, chosen) in [
        (KeyCode::Right, "visit"),
        (KeyCode::Char(' '), "visit"),
        (KeyCode::Left, "fax"),
        (KeyCode::End, "fax"),
        (KeyCode::Char('4'), "post"),
        (KeyCode::Char('9'), "phone"),
        (KeyCode::Char('w'), "web"),
        (KeyCode::Char('ㅇ'), "web"),
        (KeyCode::Char('ㅍ'), "fax"),
        (KeyCode::Char('우'), "post"),
        (KeyCode::Char('z'), "phone"),
    ] {
        let mut form = form();
        form.key(key(code));
        assert_eq!(form.value("channel"), chosen, "{code:?}");
    }
}

#[test]
fn keys_go_on_and_back_and_up_and_down() {
    let mut form = form();
    let mut walk = |codes: &[KeyCode]| {
        for code in codes {
            form.key(key(*code));
        }
        form.focused()
    };
    assert_eq!(walk(&[KeyCode::Enter]), "title");
    assert_eq!(walk(&[KeyCode::Down]), "body");
    // Enter is a line break in a text, and Down goes through its rows first.
    assert_eq!(walk(&[KeyCode::Enter, KeyCode::Up, KeyCode::Down]), "body");
    assert_eq!(walk(&[KeyCode::Down]), "name");
    assert_eq!(walk(&[KeyCode::Enter]), "phone");
    assert_eq!(walk(&[KeyCode::Down]), "anonymous");
    assert_eq!(walk(&[KeyCode::Enter]), "anonymous");
    assert_eq!(walk(&[KeyCode::Up, KeyCode::Up]), "body");
    form.focus("anonymous");
    form.next();
    assert_eq!(form.focused(), "channel");
    form.previous();
    assert_eq!(form.focused(), "anonymous");
}

#[test]
fn the_caret_stands_behind_wide_characters() {
    let mut form = form();
    assert_eq!(drawn(&form, 80, 10).1, Position::new(12, 0));
    form.next();
    write(&mut form, "민원a");
    assert_eq!(drawn(&form, 80, 10).1, Position::new(15, 1));
    form.next();
    form.paste("가나\n다");
    assert_eq!(drawn(&form, 80, 10).1, Position::new(12, 3));
    form.focus("anonymous");
    assert_eq!(drawn(&form, 80, 10).1.x, 11);
}

#[test]
fn the_field_with_the_keys_is_in_view_with_its_fault() {
    for height in 2..10 {
        for width in [12, 40, 80] {
            let mut form = form();
            for _ in 0..6 {
                form.set_faults(&[]);
                let (picture, at) = drawn(&form, width, height);
                assert!(at.y < height && at.x < width);
                assert!(
                    picture.contains('▌'),
                    "{} {height}\n{picture}",
                    form.focused()
                );
                form.next();
            }
        }
    }
    let mut form = form();
    let fault = FieldFault {
        field: Field::Name,
        fault: ValueFault::Missing,
    };
    form.set_faults(std::slice::from_ref(&fault));
    assert_eq!(form.focused(), "name");
    let (picture, _) = drawn(&form, 80, 3);
    assert!(
        picture.contains("이름: 비어 있습니다. 입력해 주세요."),
        "{picture}"
    );
    form.key(key(KeyCode::Char('가')));
    assert!(!drawn(&form, 80, 3).0.contains("비어"));
}

#[test]
fn an_open_list_shows_every_pick_and_closes() {
    let mut form = form();
    form.key(key(KeyCode::Right));
    insta::assert_snapshot!(drawn(&form, 80, 10).0, @"
    ▌접수경로 < 방문 > 2/5
     제목*    ┌──────────┐
     내용     │ 1 전화   │
              │▌2 방문   │
              │ 3 인터넷 │
              │ 4 우편   │
              │ 5 팩스   │
              └──────────┘
     이름                                    전화번호
     익명     [ ] 아니요
    ");
    form.key(key(KeyCode::Down));
    assert_eq!(form.value("channel"), "web");
    assert!(form.close());
    assert!(!form.close());
    assert!(!drawn(&form, 80, 10).0.contains("팩스"));
}

#[test]
fn too_much_and_control_characters_do_not_get_in() {
    let mut form = form();
    form.focus("title");
    assert_eq!(form.paste("\u{1b}[31m가\u{7}\n나"), InputOutcome::Changed);
    assert_eq!(form.value("title"), "[31m가 나");
    assert_eq!(form.paste("12345678901"), InputOutcome::Moved);
    assert_eq!(form.value("title"), "[31m가 나");
    assert!(drawn(&form, 80, 10).0.contains("10자까지"));
}

/// A pick is found by its first letter with the input method on or off, however the terminal sends it.
#[test]
fn a_pick_is_found_in_either_input_mode() {
    for (typed, found) in [
        ('ㅂ', "visit"),
        ('q', "visit"),
        ('\u{1107}', "visit"),
        ('바', "visit"),
        ('w', "web"),
        ('ㅈ', "phone"),
        ('ㅇ', "web"),
        ('d', "web"),
        ('２', "visit"),
        ('5', "fax"),
        ('　', "visit"),
    ] {
        let mut form = form();
        write(&mut form, &typed.to_string());
        assert_eq!(form.value("channel"), found, "{typed}");
    }
}
