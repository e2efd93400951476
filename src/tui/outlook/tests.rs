//! The days ahead: what is asked, where it leads, how it looks.

use super::*;
use crate::{
    domain::{find::BuiltinView, outlook::Load},
    tui::{
        effect::Effect,
        fixture::{drawn, shared},
        front::Front,
        keymap::KeyContext,
        model::Msg,
        symbols::{Alphabet, Symbols},
    },
};
use ratatui::crossterm::event::KeyCode;

/// The practice desk with the days ahead on the screen.
fn front(lang: Lang, size: (u16, u16)) -> Front {
    let mut front = Front::demo_of("park", lang, size);
    front.press(KeyCode::Char('w'));
    assert_eq!(front.model.key_context(), KeyContext::Outlook);
    front
}

fn screen(front: &Front) -> &OutlookScreen {
    front.model.shown().unwrap()
}

#[test]
fn in_ascii_and_with_ones_own_alone_the_bars_are_those_of_ones_own() {
    let mut front = front(Lang::Ko, (80, 24));
    front.in_ascii();
    front.press(KeyCode::Char('m'));
    let picture = front.picture();
    let plain = |c: char| c.is_ascii() || matches!(c, '가'..='힣' | 'ㄱ'..='ㅣ');
    assert!(picture.chars().all(plain), "{picture}");
    let rows = [
        " 앞으로의 업무량: 내 것만                   처리할 것 4 - 멈춤 0 - 기한 없음 1\n",
        " 이미 초과                  8     1 ###########################################\n",
        ">오늘 11/23 (월)           11     0\n",
    ];
    for row in rows {
        assert!(picture.contains(row), "{row}{picture}");
    }
}

#[test]
fn a_key_opens_it_on_today_and_enter_lists_exactly_what_was_counted() {
    let mut front = front(Lang::Ko, (80, 24));
    for (moves, mine) in [(0, false), (1, false), (1, true)] {
        if mine {
            front.press(KeyCode::Char('m'));
        }
        for _ in 0..moves {
            front.press(KeyCode::Down);
        }
        let screen = screen(&front);
        let ends = screen.ends().unwrap();
        let bars = &screen.outlook.as_ref().unwrap().bars;
        let load = bars.iter().find(|bar| bar.ends == ends).unwrap().load;
        front.press(KeyCode::Enter);
        assert_eq!(front.model.key_context(), KeyContext::Queue);
        let viewed = QueueView::Ending { ends, mine };
        assert_eq!(front.model.queue.viewed, viewed);
        let rows = front.model.queue.rows().len() as u64;
        assert_eq!(rows, load.of(mine), "{ends:?}");
        // Back again it stands on the same day.
        front.press(KeyCode::Char('w'));
        assert_eq!(self::screen(&front).chosen(), Some(viewed));
    }
    front.press(KeyCode::Esc);
    assert_eq!(front.model.key_context(), KeyContext::Queue);
}

#[test]
fn it_stays_on_its_day_and_counts_again_as_time_goes_by_and_others_write() {
    let mut front = front(Lang::Ko, (80, 24));
    front.press(KeyCode::Down);
    let (ends, open) = {
        let screen = screen(&front);
        let open = screen.outlook.as_ref().unwrap().open().all;
        (screen.ends(), open)
    };
    front.intake("새 민원", "2026-11-23T05:00:00Z");
    front.send(Msg::Changed);
    let after = screen(&front);
    assert_eq!(after.outlook.as_ref().unwrap().open().all, open + 1);
    assert_eq!(after.ends(), ends);
    let now = front.model.shared.now;
    let effects = front.send(Msg::Tick(now + chrono::TimeDelta::minutes(1)));
    let asked = |effect: &Effect| matches!(effect, Effect::Read(Query::Outlook(_)));
    assert!(effects.iter().any(asked), "{effects:?}");
}

#[test]
fn the_list_is_read_where_it_is_shown_alone() {
    for (size, listed) in [((80, 24), false), ((120, 40), true)] {
        let mut front = front(Lang::Ko, size);
        let effects = front.press(KeyCode::Down);
        let asked = effects
            .iter()
            .any(|effect| matches!(effect, Effect::Read(Query::Ending(..))));
        assert_eq!(asked, listed, "{size:?}");
    }
}

#[test]
fn every_size_shows_whole_numbers() {
    let mut desk = shared(Lang::En, (80, 24));
    let outlook = Outlook {
        today: desk.now.date_naive(),
        bars: DueWindow::chart(desk.now.date_naive(), 20)
            .into_iter()
            .map(|ends| crate::domain::outlook::OutlookBar {
                ends,
                load: Load {
                    all: 123_456,
                    mine: 1_234,
                },
                closed: None,
            })
            .collect(),
        ..Outlook::default()
    };
    let viewed = QueueView::Known(BuiltinView::Open);
    let mut screen = OutlookScreen::new(&viewed);
    screen.update(
        &ScreenEvent::Reply(&DeskReply::Outlook(OutlookReply::Load(Box::new(outlook)))),
        &desk,
    );
    for alphabet in [Alphabet::Unicode, Alphabet::Ascii] {
        desk.symbols = Symbols::of(alphabet);
        for size in [(1, 3), (20, 8), (59, 15), (60, 16), (110, 30), (250, 80)] {
            desk.size = size;
            screen.update(&ScreenEvent::Action(Action::Down), &desk);
            let picture = drawn(&desk, |frame, area, shared| {
                screen.view(frame, area, shared);
            });
            let whole = picture.lines().filter(|row| row.contains("123,456 1,234"));
            if size.0 >= 60 {
                assert!(whole.count() >= 5, "{picture}");
            }
        }
    }
}
