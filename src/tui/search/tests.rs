//! The search: what it asks, which answers count, and how it looks.

use super::*;
use crate::{
    domain::charter::Channel,
    tui::fixture::{SIZES, desk, drawn, matter, shared},
};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tempfile::TempDir;

fn korean() -> Shared {
    shared(Lang::Ko, (80, 24))
}

fn typed(screen: &mut SearchScreen, words: &str) -> Reply {
    screen.update(&Heard::Paste(words), &korean())
}

fn told(screen: &mut SearchScreen, words: &str, rows: &[QueueRow]) -> Reply {
    let told = Told::Found(words.to_owned(), rows.to_vec());
    screen.update(&Heard::Told(&told), &korean())
}

fn asked(words: &str) -> Reply {
    Reply::ask(Effect::Search(words.to_owned(), LIMIT))
}

fn press(screen: &mut SearchScreen, action: Action) -> Reply {
    screen.update(&Heard::Action(action), &korean())
}

/// Cases of a practice desk, found by the words.
fn rows(words: &str) -> Vec<QueueRow> {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder);
    for (title, name, channel, category) in [
        (
            "교육장 소음이 너무 심해서 강의를 들을 수 없습니다",
            "홍길동",
            Channel::Phone,
            "facility",
        ),
        ("봉사시간 인정 기준", "김철", Channel::Web, "hours-credit"),
        (
            "층간소음 \u{202E}상담",
            "남궁민수",
            Channel::Post,
            "complaint",
        ),
        (
            "직원이 불친절합니다: 소음 문의",
            "이영희",
            Channel::Visit,
            "discourtesy",
        ),
    ] {
        desk.intake(&matter(title, name, channel, category))
            .unwrap();
    }
    desk.search(words, LIMIT).unwrap().rows
}

fn picture_of(screen: &SearchScreen, shared: &Shared) -> String {
    drawn(shared, |frame, area| screen.view(frame, area, shared))
}

#[test]
fn every_change_is_asked_once_and_trimmed() {
    let mut screen = SearchScreen::new();
    assert_eq!(typed(&mut screen, "소음"), asked("소음"));
    let space = KeyEvent::new(KeyCode::Char(' '), KeyModifiers::NONE);
    assert_eq!(screen.update(&Heard::Key(space), &korean()), Reply::none());
    let left = KeyEvent::new(KeyCode::Left, KeyModifiers::NONE);
    assert_eq!(screen.update(&Heard::Key(left), &korean()), Reply::none());
    let kill = KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL);
    screen.update(&Heard::Key(kill), &korean());
    assert!(screen.found.is_none());
}

#[test]
fn an_answer_for_older_words_is_passed_by() {
    let found = rows("소음");
    let mut screen = SearchScreen::new();
    typed(&mut screen, "소");
    typed(&mut screen, "음");
    told(&mut screen, "소", &found);
    assert!(screen.found.is_none());
    told(&mut screen, "소음", &found);
    assert_eq!(screen.rows().len(), 3);
}

#[test]
fn words_typed_with_the_input_method_off_are_searched_for_as_meant() {
    let found = rows("소음");
    let mut screen = SearchScreen::new();
    assert_eq!(typed(&mut screen, "thdma"), asked("thdma"));
    assert_eq!(told(&mut screen, "thdma", &[]), asked("소음"));
    assert_eq!(told(&mut screen, "소음", &found), Reply::none());
    let shown = picture_of(&screen, &korean());
    assert!(
        shown.contains("'thdma'(으)로는 없어 '소음'(으)로"),
        "{shown}"
    );
    // Typing on starts from the words as typed.
    assert_eq!(typed(&mut screen, "x"), asked("thdmax"));
}

#[test]
fn nothing_found_is_said_with_the_words_as_typed() {
    let mut screen = SearchScreen::new();
    typed(&mut screen, "thdma");
    told(&mut screen, "thdma", &[]);
    assert_eq!(told(&mut screen, "소음", &[]), Reply::none());
    assert!(picture_of(&screen, &korean()).contains("'thdma'에 맞는 민원이 없습니다"));
    let mut screen = SearchScreen::new();
    typed(&mut screen, "noise");
    assert_eq!(told(&mut screen, "noise", &[]), Reply::none());
}

#[test]
fn enter_opens_the_case_under_the_bar() {
    let found = rows("소음");
    let mut screen = SearchScreen::new();
    assert_eq!(press(&mut screen, Action::Open), Reply::none());
    typed(&mut screen, "소음");
    told(&mut screen, "소음", &found);
    press(&mut screen, Action::Down);
    let second = found[1].subject;
    assert_eq!(
        press(&mut screen, Action::Open),
        Reply::go(Go::Subject(second))
    );
    // Asked again after the case, the bar stays on it, wherever it stands now.
    assert_eq!(screen.update(&Heard::Opened, &korean()), asked("소음"));
    let turned: Vec<QueueRow> = found.iter().rev().cloned().collect();
    told(&mut screen, "소음", &turned);
    assert_eq!(screen.chosen().map(|row| row.subject), Some(second));
    press(&mut screen, Action::PageDown);
    assert_eq!(screen.pick.at, 2);
    assert_eq!(press(&mut screen, Action::Back), Reply::go(Go::Queue));
}

#[test]
fn the_cursor_stands_in_the_field_and_found_words_stand_out() {
    let shared = korean();
    let mut screen = SearchScreen::new();
    typed(&mut screen, "소음");
    told(&mut screen, "소음", &rows("소음"));
    let backend = ratatui::backend::TestBackend::new(120, 24);
    let mut terminal = ratatui::Terminal::new(backend).unwrap();
    terminal
        .draw(|frame| screen.view(frame, Rect::new(0, 1, 120, 22), &shared))
        .unwrap();
    terminal.backend_mut().assert_cursor_position((6, 3));
    let buffer = terminal.backend().buffer();
    let styled: String = buffer
        .content()
        .iter()
        .filter(|cell| cell.modifier.contains(shared.theme.hit.add_modifier))
        .map(ratatui::buffer::Cell::symbol)
        .collect();
    assert_eq!(styled.matches("소음").count(), 4, "{styled}");
}

#[test]
fn many_are_told_as_so_many_or_more() {
    assert_eq!(count(0, Lang::Ko), "0건");
    assert_eq!(count(1, Lang::En), "1 case");
    assert_eq!(count(49, Lang::Ko), "49건");
    assert_eq!(count(50, Lang::Ko), "50건 이상");
}

#[test]
fn it_looks_so() {
    let found = rows("소음");
    for lang in [Lang::Ko, Lang::En] {
        for size in SIZES {
            let shared = shared(lang, size);
            let name = format!("{lang:?}_{}", size.0).to_lowercase();
            let mut screen = SearchScreen::new();
            insta::assert_snapshot!(format!("{name}_empty"), picture_of(&screen, &shared));
            typed(&mut screen, "소음");
            told(&mut screen, "소음", &found);
            insta::assert_snapshot!(format!("{name}_found"), picture_of(&screen, &shared));
        }
    }
}
