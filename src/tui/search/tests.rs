//! The search: what it asks, which answers count, and how it looks.

use super::*;
use crate::{
    desk::Effort,
    domain::{charter::Channel, find::SearchPart, subject::Subject},
    tui::{
        fixture::{desk, drawn, matter, shared},
        model::Msg,
        screen::StatusMessage,
    },
};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tempfile::TempDir;

fn korean() -> Shared {
    shared(Lang::Ko, (80, 24))
}

fn typed(screen: &mut SearchScreen, words: &str) -> ScreenAnswer {
    screen.update(&ScreenEvent::Paste(words), &korean())
}

fn told(screen: &mut SearchScreen, line: &str, found: &SearchResults) -> ScreenAnswer {
    let told = DeskReply::Search(SearchReply::Found(line.to_owned(), found.clone()));
    screen.update(&ScreenEvent::Reply(&told), &korean())
}

fn asked(words: &str) -> ScreenAnswer {
    ScreenAnswer::ask(Query::Search(words.to_owned(), LIMIT))
}

fn press(screen: &mut SearchScreen, action: Action) -> ScreenAnswer {
    screen.update(&ScreenEvent::Action(action), &korean())
}

fn subject(row: Option<&SearchRow>) -> Option<Subject> {
    row.map(|row| row.row.subject)
}

/// Cases of a practice desk, found by the line.
fn found(line: &str) -> SearchResults {
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
    desk.search(line, LIMIT, &Effort::Waiting).unwrap()
}

fn picture_of(screen: &SearchScreen, shared: &Shared) -> String {
    drawn(shared, |frame, area, shared| {
        screen.view(frame, area, shared);
    })
}

#[test]
fn every_change_is_asked_once_and_trimmed() {
    let mut screen = SearchScreen::default();
    assert_eq!(typed(&mut screen, "소음"), asked("소음"));
    let space = KeyEvent::new(KeyCode::Char(' '), KeyModifiers::NONE);
    assert_eq!(
        screen.update(&ScreenEvent::Key(space), &korean()),
        ScreenAnswer::none()
    );
    let left = KeyEvent::new(KeyCode::Left, KeyModifiers::NONE);
    assert_eq!(
        screen.update(&ScreenEvent::Key(left), &korean()),
        ScreenAnswer::none()
    );
    let kill = KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL);
    screen.update(&ScreenEvent::Key(kill), &korean());
    assert!(screen.rows().is_empty());
}

#[test]
fn an_answer_for_older_words_is_passed_by() {
    let found = found("소음");
    let mut screen = SearchScreen::default();
    typed(&mut screen, "소");
    typed(&mut screen, "음");
    told(&mut screen, "소", &found);
    assert!(screen.rows().is_empty());
    told(&mut screen, "소음", &found);
    assert_eq!(screen.rows().len(), 3);
}

#[test]
fn words_typed_with_the_input_method_off_are_searched_for_as_meant() {
    let found = found("thdma");
    assert_eq!(found.meant.as_deref(), Some("소음"));
    let mut screen = SearchScreen::default();
    typed(&mut screen, "thdma");
    told(&mut screen, "thdma", &found);
    let shown = picture_of(&screen, &korean());
    assert!(shown.contains("'thdma'로는 없어 '소음'으로"), "{shown}");
    // Typing on starts from the words as typed.
    assert_eq!(typed(&mut screen, "x"), asked("thdmax"));
}

#[test]
fn nothing_found_is_said_with_the_words_as_typed_and_a_wrong_field_as_a_sentence() {
    let mut screen = SearchScreen::default();
    typed(&mut screen, "thdmax");
    told(&mut screen, "thdmax", &found("thdmax"));
    assert!(picture_of(&screen, &korean()).contains("'thdmax'에 맞는 민원이 없습니다"));
    let mut screen = SearchScreen::default();
    typed(&mut screen, "담임:김");
    let told = DeskReply::Search(SearchReply::Unsearchable(
        "담임:김".to_owned(),
        QueryError::NoField("담임".to_owned()),
    ));
    screen.update(&ScreenEvent::Reply(&told), &korean());
    assert!(picture_of(&screen, &korean()).contains("담당, 부서"));
}

#[test]
fn what_is_found_by_a_name_stays_masked() {
    let mut screen = SearchScreen::default();
    typed(&mut screen, "남궁민수");
    told(&mut screen, "남궁민수", &found("남궁민수"));
    let shown = picture_of(&screen, &korean());
    assert!(shown.contains("민원인: 이 민원인의 것과"), "{shown}");
    assert_eq!(
        shown.matches("남궁민수").count(),
        1,
        "only where it was typed: {shown}"
    );
}

#[test]
fn enter_opens_the_case_under_the_bar() {
    let found = found("소음");
    let mut screen = SearchScreen::default();
    let said = press(&mut screen, Action::Open).say;
    let nothing = text::SEARCH_OPEN.ko.to_owned();
    assert_eq!(said, Some(StatusMessage::Refused(nothing)));
    typed(&mut screen, "소음");
    told(&mut screen, "소음", &found);
    press(&mut screen, Action::Down);
    let second = found.rows[1].row.subject;
    assert_eq!(
        press(&mut screen, Action::Open),
        ScreenAnswer::go(Go::Subject(second))
    );
    // Asked again after the case, the bar stays on it, wherever it stands now.
    assert_eq!(
        screen.update(&ScreenEvent::Opened, &korean()),
        asked("소음")
    );
    let mut turned = found.clone();
    turned.rows.reverse();
    told(&mut screen, "소음", &turned);
    assert_eq!(subject(screen.chosen()), Some(second));
    press(&mut screen, Action::PageDown);
    assert_eq!(screen.pick.at, 2);
    assert_eq!(
        press(&mut screen, Action::Back),
        ScreenAnswer::go(Go::Queue)
    );
}

#[test]
fn the_cursor_stands_in_the_field_and_found_words_stand_out() {
    let shared = korean();
    let mut screen = SearchScreen::default();
    typed(&mut screen, "소음");
    told(&mut screen, "소음", &found("소음"));
    let backend = ratatui::backend::TestBackend::new(120, 24);
    let mut terminal = ratatui::Terminal::new(backend).unwrap();
    terminal
        .draw(|frame| screen.view(frame, Rect::new(0, 1, 120, 22), &Drawing::of(&shared)))
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
fn whose_a_case_is_stands_where_the_queue_tells_it_too() {
    let mut found = found("불친절");
    for row in &mut found.rows {
        row.row.officer = "kim".to_owned();
    }
    for (columns, told) in [(80, false), (115, false), (116, true), (300, true)] {
        let shared = shared(Lang::Ko, (columns, 24));
        let mut screen = SearchScreen::default();
        typed(&mut screen, "불친절");
        self::told(&mut screen, "불친절", &found);
        let picture = drawn(&shared, |frame, area, shared| {
            screen.view(frame, area, shared);
        });
        assert_eq!(picture.contains("담당"), told, "{picture}");
        assert_eq!(
            picture.contains(shared.display_name("kim")),
            told,
            "{picture}"
        );
    }
}

#[test]
fn where_the_words_stand_is_told_of_every_row_on_the_widest_screens() {
    let mut found = found("소음");
    for row in &mut found.rows {
        (row.part, row.excerpt) = (
            Some(SearchPart::Body),
            Some("밤마다 소음이 큽니다".to_owned()),
        );
    }
    for (columns, rows) in [(160, 1), (200, found.rows.len() + 1)] {
        let shared = shared(Lang::Ko, (columns, 24));
        let mut screen = SearchScreen::default();
        typed(&mut screen, "소음");
        told(&mut screen, "소음", &found);
        let picture = drawn(&shared, |frame, area, shared| {
            screen.view(frame, area, shared);
        });
        // That of the chosen one stands under the list in any case.
        assert_eq!(picture.matches("밤마다 소음이").count(), rows, "{picture}");
    }
}

#[test]
fn many_are_told_as_so_many_or_more() {
    let all = found("소음");
    let told = |rows: usize, whole, lang| {
        let rows = all.rows.iter().cycle().take(rows).cloned().collect();
        let found = SearchResults {
            rows,
            whole,
            ..SearchResults::default()
        };
        count(&found, lang)
    };
    assert_eq!(told(0, true, Lang::Ko), "0건");
    assert_eq!(told(0, false, Lang::Ko), "");
    assert_eq!(told(1, true, Lang::En), "1 case");
    assert_eq!(told(49, true, Lang::Ko), "49건");
    assert_eq!(told(3, false, Lang::Ko), "3건, 더 찾는 중");
    assert_eq!(told(50, false, Lang::Ko), "50건 이상");
    assert_eq!(told(50, true, Lang::Ko), "50건 이상");
}

#[test]
fn a_line_that_asks_for_nothing_is_answered_and_not_searched_on() {
    for line in ["-", "\"", "%", "담당:"] {
        let mut screen = SearchScreen::default();
        typed(&mut screen, line);
        told(&mut screen, line, &found(line));
        assert_eq!(screen.unfinished(), None, "{line}");
        let shown = picture_of(&screen, &korean());
        assert!(!shown.contains("찾고 있습니다"), "{shown}");
    }
}

#[test]
fn what_is_not_whole_is_searched_to_its_end_and_said_meanwhile() {
    let shared = shared(Lang::Ko, (80, 24));
    let mut screen = SearchScreen::default();
    typed(&mut screen, "소음");
    assert_eq!(screen.unfinished(), None);
    let few = SearchResults {
        rows: Vec::new(),
        ..found("소음")
    };
    for (found, goes_on) in [
        (
            SearchResults {
                whole: false,
                ..few.clone()
            },
            true,
        ),
        (SearchResults { whole: true, ..few }, false),
    ] {
        told(&mut screen, "소음", &found);
        assert_eq!(screen.unfinished(), goes_on.then_some(("소음", LIMIT)));
        let shown = picture_of(&screen, &shared);
        assert_eq!(
            shown.contains("모든 민원에서 찾고 있습니다"),
            goes_on,
            "{shown}"
        );
    }
}

/// Results are read one after another: each leads back to where the bar stood.
#[test]
fn whoever_leaves_what_was_found_is_back_among_the_results() {
    use crate::tui::{front::Front, keymap::KeyContext};
    let mut front = Front::demo(Lang::Ko, (80, 24));
    front.press(KeyCode::F(3));
    for letter in "봉사".chars() {
        front.press(KeyCode::Char(letter));
    }
    front.press(KeyCode::Down);
    front.press(KeyCode::Down);
    let results = front.picture();
    // Also by way of its menu.
    for keys in [
        &[KeyCode::Enter, KeyCode::Esc][..],
        &[KeyCode::Enter, KeyCode::F(9), KeyCode::Esc, KeyCode::Esc][..],
    ] {
        front.press(keys[0]);
        assert_eq!(front.model.key_context(), KeyContext::Detail);
        for key in &keys[1..] {
            front.press(*key);
        }
        assert_eq!(front.picture(), results);
    }
    front.press(KeyCode::Esc);
    assert_eq!(front.model.key_context(), KeyContext::Queue);
    // From the case on to another screen, the search is over.
    front.press(KeyCode::F(3));
    front.send(Msg::Paste("봉사".to_owned()));
    for key in [KeyCode::Enter, KeyCode::F(5), KeyCode::Esc] {
        front.press(key);
    }
    assert_eq!(front.model.key_context(), KeyContext::Queue);
    // A visit is a screen of its own.
    front.press(KeyCode::F(3));
    front.send(Msg::Paste("C2026-000002".to_owned()));
    for key in [KeyCode::Enter, KeyCode::Esc] {
        front.press(key);
    }
    assert_eq!(front.model.key_context(), KeyContext::Search);
}
