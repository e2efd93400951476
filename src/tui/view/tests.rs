//! Pictures of the queue and of a case, whole screens of the practice desk.

use crate::tui::{
    backend::ColorDepth, effect::PageFor, fixture, front::Front, model::Msg, queue::left_text,
    text::width as cells, theme::Theme,
};
use crate::{domain::remaining::Remaining, words::Lang};
use ratatui::{
    crossterm::event::KeyCode,
    style::{Modifier, Style},
};

/// The practice desk on a screen with the bar on the third row.
fn front(lang: Lang, size: (u16, u16)) -> Front {
    let mut front = Front::demo(lang, size);
    front.press(KeyCode::Down);
    front.press(KeyCode::Down);
    front
}

/// Its first line names whoever took the picture.
#[test]
fn the_readme_shows_the_practice_desk_as_it_is() {
    let readme = include_str!("../../../README.md");
    let (_, after) = readme.split_once("```text\n").unwrap();
    let (shown, _) = after.split_once("\n```").unwrap();
    let mut front = Front::demo(Lang::Ko, (80, 24));
    for _ in 0..3 {
        front.press(KeyCode::Down);
    }
    let picture = front.picture();
    let rows = |text: &str| -> Vec<String> {
        let rows = text.lines().skip(1).map(str::trim_end);
        rows.map(str::to_owned).collect()
    };
    assert_eq!(rows(shown), rows(&picture));
}

#[test]
fn who_works_here_stands_beside_numbers_of_any_size() {
    for (lang, size, untold, numbers) in [
        (Lang::Ko, (60, 16), 0, "초과 160,196  오늘 2,949"),
        (Lang::En, (60, 16), 0, "overdue 160,196  today 2,949"),
        (
            Lang::Ko,
            (80, 24),
            0,
            "초과 160,196  오늘 2,949  3일 안 2,136",
        ),
        // What can wait gives way to what nobody was told.
        (Lang::Ko, (60, 16), 1_204, "초과 160,196  미통지 1,204"),
        (
            Lang::Ko,
            (80, 24),
            1_204,
            "초과 160,196  오늘 2,949  미통지 1,204",
        ),
        (
            Lang::En,
            (80, 24),
            1_204,
            "overdue 160,196  today 2,949  untold 1,204",
        ),
    ] {
        let mut front = front(lang, size);
        let counts = &mut front.model.shared.counts;
        (counts.overdue, counts.today, counts.soon) = (160_196, 2_949, 2_136);
        (counts.untold, counts.second_step, counts.unsent) = (untold, 0, 0);
        let picture = front.picture();
        let top = picture.lines().next().unwrap();
        assert!(top.contains("김가상 상담"), "{top}");
        assert!(top.trim_end().ends_with(numbers), "{top}");
    }
}

#[test]
fn the_life_of_a_case_is_shown_by_its_key_and_hidden_again() {
    for (size, unasked) in [((80, 24), false), ((120, 40), true)] {
        let mut front = front(Lang::En, size);
        front.press(KeyCode::Enter);
        let shown = |front: &Front| front.picture().contains("Timeline");
        assert_eq!(shown(&front), unasked, "{size:?}");
        front.press(KeyCode::Char('t'));
        assert_eq!(shown(&front), !unasked, "{size:?}");
        front.press(KeyCode::Char('t'));
        assert_eq!(shown(&front), unasked, "{size:?}");
    }
}

#[test]
fn in_ascii_they_look_so() {
    let mut front = front(Lang::En, (80, 24));
    front.in_ascii();
    let queue = front.picture();
    front.press(KeyCode::Enter);
    front.press(KeyCode::Char('t'));
    let case = front.picture();
    let plain = |c: char| c.is_ascii() || matches!(c, '가'..='힣' | 'ㄱ'..='ㅣ');
    assert!(
        queue.chars().chain(case.chars()).all(plain),
        "{queue}{case}"
    );
}

/// The style of the first cell of a row that begins so.
fn style_of(buffer: &ratatui::buffer::Buffer, text: &str) -> Style {
    let picture = crate::tui::picture::picture(buffer);
    let row = picture
        .lines()
        .position(|line| line.contains(text))
        .unwrap();
    let row = u16::try_from(row).unwrap();
    buffer.cell((1, row)).unwrap().style()
}

/// A third of the screens in an office have no colour: there overdue must be told by more than its words.
#[test]
fn without_colour_overdue_still_stands_out() {
    let front = front(Lang::Ko, (80, 24));
    let buffer = front.buffer();
    let overdue = style_of(&buffer, "2026-000004");
    let later = style_of(&buffer, "D-1");
    assert!(overdue.add_modifier.contains(Modifier::BOLD), "{overdue:?}");
    assert!(!later.add_modifier.contains(Modifier::BOLD), "{later:?}");
}

#[test]
fn with_colour_overdue_has_its_own() {
    for colors in [ColorDepth::Ansi16, ColorDepth::Indexed, ColorDepth::True] {
        for contrast in [crate::config::Look::Terminal, crate::config::Look::Contrast] {
            let mut front = front(Lang::Ko, (80, 24));
            front.model.shared.theme = Theme::new(colors, contrast);
            let buffer = front.buffer();
            let overdue = style_of(&buffer, "2026-000004");
            let later = style_of(&buffer, "D-1");
            assert_ne!(overdue.fg, later.fg, "{colors:?} {contrast:?}");
        }
    }
}

/// Odd text neither splits a wide character nor reaches the terminal as it came, at any width.
#[test]
fn odd_titles_keep_the_columns_and_send_nothing_of_their_own() {
    let titles = [
        "붉은\u{1b}[31m색\u{7}과 종",
        "거꾸로\u{202E}쓴 제목\u{200B}\u{FEFF}",
        "가족 👨‍👩‍👧‍👦 봉사 🇰🇷 ❤️ 좋아요👍🏽",
        "분해된 한글과 e\u{301}\u{301}\u{301}",
        "줄\r\n바꿈\t탭",
        "가나다라마바사아자차카타파하가나다라마바사아자차카타파하가나다라마바사아자차카타파하가나다라마바사",
    ];
    let mut front = Front::new(titles.len(), (80, 24));
    let mut rows = front.model.queue.rows().to_vec();
    for (row, title) in rows.iter_mut().zip(titles) {
        row.title = title.to_owned();
    }
    for width in 60..=130 {
        front.send(Msg::Resize(width, 24));
        front.model.queue.take(rows.clone(), PageFor::Top);
        let buffer = front.buffer();
        for y in 0..24 {
            let mut x = 0;
            while x < width {
                let symbol = buffer.cell((x, y)).unwrap().symbol();
                let control =
                    |c: char| c.is_control() || matches!(c, '\u{202E}' | '\u{200B}' | '\u{FEFF}');
                assert!(!symbol.chars().any(control), "{symbol:?}");
                x += u16::try_from(cells(symbol).max(1)).unwrap();
            }
            assert_eq!(x, width, "a wide character over the edge");
        }
        let picture = front.picture();
        let names = picture.lines().filter(|row| row.contains("2026-0000"));
        let names: Vec<_> = names
            .filter_map(|row| row.split_once("홍*동"))
            .map(|(before, _)| cells(before))
            .collect();
        let aligned = names.windows(2).all(|pair| pair[0] == pair[1]);
        assert!(aligned && names.len() == titles.len(), "{picture}");
    }
}

/// Where there is no room for the whole time, its smaller unit goes, and never the word for what is over.
#[test]
fn a_time_that_is_over_never_reads_as_time_that_is_left() {
    for (lang, over) in [(Lang::Ko, "초과"), (Lang::En, "over")] {
        let shared = fixture::shared(lang, (60, 16));
        for seconds in (0..40).map(|n| 7 * 3_i64.pow(n / 4) + i64::from(n)) {
            let text = left_text(Remaining::Overdue { seconds }, 15, &shared);
            assert!(text.contains(over) && cells(&text) == 15, "{text:?}");
            let bare = text.trim_end().ends_with(|c: char| c.is_ascii_digit());
            assert!(!bare, "{text:?}");
        }
    }
}
