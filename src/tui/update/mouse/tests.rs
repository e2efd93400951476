//! Clicks and turns of the wheel on what is drawn, before a real desk.

use super::*;
use crate::{
    tui::{
        front::Front,
        keymap::KeyContext,
        model::Msg,
        text::{visible, width},
    },
    words::Lang,
};
use ratatui::crossterm::event::{KeyCode, KeyModifiers};

const SIZES: [(u16, u16); 2] = [(60, 16), (120, 40)];

fn event(kind: MouseEventKind, (column, row): (u16, u16)) -> Msg {
    Msg::Mouse(MouseEvent {
        kind,
        column,
        row,
        modifiers: KeyModifiers::NONE,
    })
}

const LEFT: MouseEventKind = MouseEventKind::Down(MouseButton::Left);

/// Clicks a cell of what is drawn now.
fn click(front: &mut Front, place: (u16, u16)) -> Vec<Effect> {
    front.click(place.0, place.1)
}

/// The cell in which a text begins on the screen.
fn place_of(front: &Front, text: &str) -> (u16, u16) {
    let picture = front.picture();
    let rows = picture.lines().zip(0..);
    let mut found = rows.filter_map(|(row, y)| {
        let (before, _) = row.split_once(text)?;
        let shown = visible(before, crate::tui::symbols::Alphabet::Unicode);
        Some((u16::try_from(width(&shown)).unwrap(), y))
    });
    found
        .next()
        .unwrap_or_else(|| panic!("no {text:?}:\n{picture}"))
}

fn click_on(front: &mut Front, text: &str) {
    let place = place_of(front, text);
    click(front, place);
}

#[test]
fn a_row_of_the_queue_is_chosen_by_one_click_and_opened_by_another() {
    for size in SIZES {
        let mut front = Front::new(30, size);
        click(&mut front, (20, 5));
        assert_eq!(
            (front.at(), front.model.key_context()),
            (4, KeyContext::Queue)
        );
        click(&mut front, (2, 5));
        assert_eq!(front.model.key_context(), KeyContext::Detail, "{size:?}");
        front.press(KeyCode::Esc);
        // The heading, and what lies behind the last row.
        let mut few = Front::new(2, size);
        few.press(KeyCode::Down);
        for place in [(3, 1), (3, 5), (3, 0)] {
            click(&mut few, place);
            assert_eq!(
                (few.at(), few.model.key_context()),
                (2, KeyContext::Queue),
                "{place:?}"
            );
        }
    }
}

#[test]
fn the_wheel_scrolls_the_queue_and_stops_at_its_ends() {
    let mut front = Front::new(60, (80, 24));
    front.press(KeyCode::Down);
    let rows = front.window().len();
    front.picture();
    front.send(event(MouseEventKind::ScrollDown, (5, 5)));
    assert_eq!((front.window()[0], front.at()), (4, 5));
    for _ in 0..40 {
        front.picture();
        front.send(event(MouseEventKind::ScrollDown, (5, 5)));
    }
    assert_eq!(front.window().last(), Some(&60));
    assert_eq!(front.window().len(), rows);
    for _ in 0..40 {
        front.picture();
        front.send(event(MouseEventKind::ScrollUp, (5, 5)));
    }
    assert_eq!(front.window()[0], 1);
}

#[test]
fn the_line_at_the_bottom_does_what_it_names() {
    for size in SIZES {
        let mut front = Front::new(3, size);
        click_on(&mut front, "F2 접수");
        assert_eq!(front.model.key_context(), KeyContext::Linking, "{size:?}");
        click_on(&mut front, "Esc 나가기");
        assert_eq!(front.model.key_context(), KeyContext::Queue);
        // On the name of the key's work as well, and not between two of them.
        let (x, y) = place_of(&front, "찾기");
        click(&mut front, (x + 3, y));
        assert_eq!(front.model.key_context(), KeyContext::Search);
        front.press(KeyCode::Esc);
        let (x, y) = place_of(&front, "F3 찾기");
        click(&mut front, (x - 1, y));
        assert_eq!(front.model.key_context(), KeyContext::Queue);
    }
}

#[test]
fn lists_are_chosen_from_everywhere_alike() {
    for size in SIZES {
        // Another view, by two clicks.
        let mut front = Front::demo(Lang::Ko, size);
        front.press(KeyCode::Char('v'));
        click_on(&mut front, "오늘  ");
        click_on(&mut front, "오늘  ");
        assert_eq!(front.model.key_context(), KeyContext::Queue);
        assert!(front.picture().contains("[오늘]"), "{}", front.picture());
        // The menu of a case.
        let mut front = Front::new(3, size);
        front.press(KeyCode::F(9));
        click_on(&mut front, "민원인 연락");
        assert_eq!(front.model.key_context(), KeyContext::List);
        click_on(&mut front, "민원인 연락");
        assert_eq!(
            front.model.key_context(),
            KeyContext::Form,
            "{}",
            front.picture()
        );
        // A case that was found.
        let mut front = Front::new(9, size);
        front.press(KeyCode::F(3));
        front.send(Msg::Paste("민원".to_owned()));
        click_on(&mut front, "2026-000005");
        click_on(&mut front, "2026-000005");
        assert_eq!(front.model.key_context(), KeyContext::Detail);
        assert!(front.picture().contains("민원 5"));
    }
}

#[test]
fn pages_are_turned_and_texts_are_read_on() {
    let mut front = Front::demo(Lang::Ko, (80, 24));
    front.press(KeyCode::F(8));
    click_on(&mut front, "근무시간");
    assert!(front.picture().contains("[근무시간]"));
    click_on(&mut front, "이행기준 ");
    assert!(front.picture().contains("[이행기준]"));
    front.press(KeyCode::Esc);
    front.press(KeyCode::Enter);
    let before = front.picture();
    front.send(event(MouseEventKind::ScrollDown, (5, 5)));
    let after = front.picture();
    assert_ne!(before, after);
    front.send(event(MouseEventKind::ScrollUp, (5, 5)));
    assert_eq!(front.picture(), before);
}

#[test]
fn the_box_of_a_step_opens_its_form() {
    for (case, within, form) in [
        ("#47", "지정 안 됨", "1차 조치"),
        ("#31", "작성 안 됨", "2차 조치"),
    ] {
        let mut front = Front::demo(Lang::Ko, (120, 50));
        for letter in case.chars() {
            front.press(KeyCode::Char(letter));
        }
        front.press(KeyCode::Enter);
        front.press(KeyCode::Enter);
        // The line above only tells.
        click_on(&mut front, "3차 조치");
        assert_eq!(front.model.key_context(), KeyContext::Detail);
        click_on(&mut front, within);
        assert_eq!(front.model.key_context(), KeyContext::Form);
        assert!(front.picture().contains(&format!("· {form} ·")), "{form}");
    }
}

/// Blank rows part the weeks: they are passed by.
#[test]
fn a_day_ahead_is_chosen_from_the_chart() {
    let mut front = Front::demo(Lang::Ko, (120, 40));
    front.press(KeyCode::Char('w'));
    let place = place_of(&front, "12/01");
    click(&mut front, place);
    let picture = front.picture();
    let chosen = picture.lines().find(|row| row.starts_with('▌'));
    assert!(chosen.is_some_and(|row| row.contains("12/01")), "{picture}");
    click(&mut front, place);
    assert_eq!(front.model.key_context(), KeyContext::Queue);
}

/// Where the real cursor stands: the picture says so on its last line, or not at all.
fn cursor(front: &Front) -> (u16, u16) {
    let (width, height) = front.model.shared.size;
    let backend = ratatui::backend::TestBackend::new(width, height);
    let mut terminal = ratatui::Terminal::new(backend).unwrap();
    terminal
        .draw(|frame| {
            crate::tui::view::view(&front.model, frame);
        })
        .unwrap();
    let at = terminal.get_cursor_position().unwrap();
    (at.x, at.y)
}

/// The intake form with a title, and where that begins.
fn titled(size: (u16, u16)) -> (Front, (u16, u16)) {
    let mut front = Front::new(3, size);
    front.press(KeyCode::F(2));
    click_on(&mut front, "제목");
    front.send(Msg::Paste("가a나🇰🇷다".to_owned()));
    let place = place_of(&front, "가a나");
    (front, place)
}

#[test]
fn the_caret_goes_to_the_cell_and_stands_before_wide_characters() {
    for size in SIZES {
        let (mut front, (x, y)) = titled(size);
        // The cells are: 가 가 a 나 나 🇰🇷 🇰🇷 다 다, and then nothing.
        for (cell, caret) in [
            (0, 0),
            (1, 0),
            (2, 2),
            (3, 3),
            (4, 3),
            (5, 5),
            (6, 5),
            (7, 7),
            (9, 9),
            (15, 9),
        ] {
            click(&mut front, (x + cell, y));
            assert_eq!(cursor(&front), (x + caret, y), "{size:?} {cell}");
        }
        // In a text of several rows: the row that was clicked, or the end behind the last one.
        click_on(&mut front, "내용");
        front.send(Msg::Paste("첫째 줄\n둘째 줄은 더 길다\n셋째".to_owned()));
        let (x, y) = place_of(&front, "둘째");
        click(&mut front, (x + 3, y));
        assert_eq!(cursor(&front), (x + 2, y));
        click(&mut front, (x + 2, y - 1));
        assert_eq!(cursor(&front), (x + 2, y - 1));
        click(&mut front, (x + 30, y));
        assert_eq!(cursor(&front), (x + 17, y));
        front.press(KeyCode::Char('!'));
        assert!(front.picture().contains("더 길다!"));
    }
}

#[test]
fn choices_and_toggles_are_clicked() {
    let mut front = Front::new(3, (80, 24));
    front.press(KeyCode::F(2));
    let (x, y) = place_of(&front, "< 방문 >");
    click(&mut front, (x + 2, y));
    assert!(front.picture().contains("2 전화"), "{}", front.picture());
    click_on(&mut front, "2 전화");
    assert!(front.picture().contains("< 전화 >"), "{}", front.picture());
    assert!(!front.picture().contains("3 우편"));
    // Opened and closed again without a choice.
    let (x, y) = place_of(&front, "< 전화 >");
    click(&mut front, (x + 2, y));
    click(&mut front, (x + 2, y));
    assert!(front.picture().contains("< 전화 >"));
    let (x, y) = place_of(&front, "더 적기   [ ]");
    click(&mut front, (x + 11, y));
    assert!(
        front.picture().contains("더 적기   [x]"),
        "{}",
        front.picture()
    );
    assert!(front.model.text_input().unwrap().draft().is_some());
}

const DRAG: MouseEventKind = MouseEventKind::Drag(MouseButton::Left);

#[test]
fn a_drag_selects_what_lies_between_and_only_in_its_field() {
    for size in SIZES {
        let (mut front, (x, y)) = titled(size);
        click(&mut front, (x, y));
        // The second cell of a wide character is that character.
        for (cell, selected) in [(1, None), (4, Some("가a")), (5, Some("가a나")), (0, None)] {
            front.send(event(DRAG, (x + cell, y)));
            assert_eq!(
                front.model.text_input().unwrap().selected(),
                selected,
                "{size:?} {cell}"
            );
            front.picture();
        }
        click(&mut front, (x + 7, y));
        front.send(event(DRAG, (x + 2, y)));
        assert_eq!(front.model.text_input().unwrap().selected(), Some("a나🇰🇷"));
        front.picture();
        // Over another field, and where nothing is dragged.
        for other in [(x, y - 2), (x, y + 1), (3, 0), (3, size.1 - 1)] {
            front.send(event(DRAG, other));
            assert_eq!(
                front.model.text_input().unwrap().selected(),
                Some("a나🇰🇷"),
                "{other:?}"
            );
            front.picture();
        }
        front.press(KeyCode::Char('-'));
        assert!(front.picture().contains("가-다"), "{}", front.picture());
        // From one row of a text to another, and a drag that went nowhere leaves nothing to close.
        click_on(&mut front, "내용");
        front.send(Msg::Paste("첫째 줄\n둘째 줄".to_owned()));
        let (x, y) = place_of(&front, "첫째");
        click(&mut front, (x + 5, y));
        front.send(event(DRAG, (x + 4, y + 1)));
        assert_eq!(
            front.model.text_input().unwrap().selected(),
            Some("줄\n둘째")
        );
        front.picture();
        click(&mut front, (x, y));
        front.send(event(DRAG, (x + 1, y)));
        front.press(KeyCode::Esc);
        assert_eq!(
            front.model.key_context(),
            KeyContext::Queue,
            "{}",
            front.picture()
        );
    }
}

/// On a small screen neither the list nor the form is seen whole.
#[test]
fn the_wheel_goes_through_an_open_list_and_through_a_long_form() {
    let turn = |front: &mut Front, text: &str, kind| {
        let place = place_of(front, text);
        front.send(event(kind, place));
    };
    let mut front = Front::demo(Lang::Ko, (60, 16));
    front.press(KeyCode::F(2));
    let shut = front.picture();
    click_on(&mut front, "< 서비스 불만 >");
    turn(&mut front, "1 서비스 불만", MouseEventKind::ScrollDown);
    turn(&mut front, "2 불친절", MouseEventKind::ScrollDown);
    assert!(
        front.picture().contains("4 제안·건의"),
        "{}",
        front.picture()
    );
    turn(&mut front, "2 불친절", MouseEventKind::ScrollUp);
    front.press(KeyCode::Enter);
    assert!(
        front.picture().contains("< 불친절 >"),
        "{}",
        front.picture()
    );
    for _ in 0..9 {
        turn(&mut front, "민원 유형", MouseEventKind::ScrollUp);
    }
    assert_eq!(cursor(&front), (13, 2), "{shut}");
    for _ in 0..20 {
        let place = cursor(&front);
        front.send(event(MouseEventKind::ScrollDown, place));
    }
    assert!(front.picture().contains("일어난 곳"), "{}", front.picture());
    // A form that is seen whole does not move, nor does the field that has the keys.
    let mut front = Front::demo(Lang::Ko, (120, 40));
    front.press(KeyCode::F(2));
    turn(&mut front, "민원 유형", MouseEventKind::ScrollDown);
    turn(&mut front, "접수경로", MouseEventKind::ScrollDown);
    assert_eq!(cursor(&front), (13, 2));
}

#[test]
fn nothing_else_does_anything() {
    let mut front = Front::new(30, (80, 24));
    let before = front.picture();
    for kind in [
        MouseEventKind::Up(MouseButton::Left),
        MouseEventKind::Down(MouseButton::Right),
        MouseEventKind::Down(MouseButton::Middle),
        DRAG,
        MouseEventKind::Drag(MouseButton::Right),
        MouseEventKind::Moved,
        MouseEventKind::ScrollLeft,
        MouseEventKind::ScrollRight,
    ] {
        front.send(event(kind, (5, 6)));
        assert_eq!(front.picture(), before, "{kind:?}");
    }
    for place in [(0, 0), (79, 0), (80, 5), (5, 24), (u16::MAX, u16::MAX)] {
        click(&mut front, place);
        assert_eq!(front.picture(), before, "{place:?}");
    }
}

/// Every cell of every screen, clicked and turned at: nothing breaks.
#[test]
fn every_cell_bears_every_gesture() {
    for keys in [
        &[KeyCode::Enter][..],
        &[KeyCode::F(9)],
        &[KeyCode::Char('v')],
        &[KeyCode::Char('w')],
        &[KeyCode::F(3)],
        &[KeyCode::F(4)],
        &[KeyCode::F(5), KeyCode::Enter],
        &[KeyCode::F(7), KeyCode::Insert],
        &[KeyCode::F(8)],
        &[KeyCode::Char('H'), KeyCode::Insert],
        &[KeyCode::F(1)],
        &[KeyCode::Char(':')],
        &[KeyCode::F(2)],
    ] {
        let mut front = Front::demo(Lang::Ko, (60, 16));
        for key in keys {
            front.press(*key);
        }
        for y in 0..16 {
            for x in (0..60).step_by(11) {
                for kind in [
                    MouseEventKind::ScrollDown,
                    LEFT,
                    DRAG,
                    MouseEventKind::ScrollUp,
                ] {
                    front.picture();
                    front.send(event(kind, (x, y)));
                }
            }
        }
        front.picture();
    }
}
