//! Choosing a view: what it asks, where it leads, how it looks.

use super::*;
use crate::{
    domain::find::{BuiltinView, SavedView},
    tui::fixture::shared,
    words::Lang,
};

fn views() -> Vec<(QueueView, Option<u64>)> {
    let known = BuiltinView::ALL.iter().zip([
        200_000, 25_513, 77_007, 47_288, 312, 95, 4_021, 1_413, 1_458,
    ]);
    let mut views: Vec<_> = known
        .map(|(view, count)| (QueueView::Known(*view), Some(count)))
        .collect();
    let saved = SavedView {
        name: "내 전화".to_owned(),
        line: "담당:나 경로:전화".to_owned(),
    };
    views.push((QueueView::Saved(saved), None));
    views
}

#[test]
fn the_bar_begins_on_the_view_that_is_shown_and_enter_shows_another() {
    let shared = shared(Lang::Ko, (80, 24));
    let mut screen = ViewsScreen::new(QueueView::Known(BuiltinView::Today));
    assert_eq!(
        screen.update(&ScreenEvent::Opened, &shared),
        ScreenAnswer::ask(Query::Views)
    );
    screen.update(
        &ScreenEvent::Reply(&DeskReply::Views(ViewsReply::Counted(views()))),
        &shared,
    );
    let open = ScreenEvent::Action(Action::Open);
    let go = |view| ScreenAnswer::go(Go::View(QueueView::Known(view)));
    assert_eq!(screen.update(&open, &shared), go(BuiltinView::Today));
    screen.update(&ScreenEvent::Action(Action::Down), &shared);
    assert_eq!(screen.update(&open, &shared), go(BuiltinView::Paused));
    let back = screen.update(&ScreenEvent::Action(Action::Back), &shared);
    assert_eq!(back, ScreenAnswer::go(Go::Queue));
}

#[test]
fn a_saved_view_is_removed_by_another_key_than_the_one_that_asked() {
    use crate::tui::{front::Front, model::Msg};
    use ratatui::crossterm::event::KeyCode;
    let mut front = Front::new(3, (80, 24));
    front.press(KeyCode::F(3));
    front.send(Msg::Paste("전화만=경로:전화".to_owned()));
    let save = ratatui::crossterm::event::KeyModifiers::CONTROL;
    let save = ratatui::crossterm::event::KeyEvent::new(KeyCode::Char('s'), save);
    front.send(Msg::Key(save));
    front.press(KeyCode::Esc);
    front.press(KeyCode::Char('v'));
    // One that every desk has stays.
    front.press(KeyCode::Delete);
    assert!(front.picture().contains("모든 창구에 있는 보기"));
    front.press(KeyCode::F(9));
    front.press(KeyCode::End);
    let asks = "보기 '전화만'을 지우려면 F9";
    for other in [KeyCode::Delete, KeyCode::Down, KeyCode::Char('-')] {
        front.press(KeyCode::Delete);
        assert!(front.picture().contains(asks), "{}", front.picture());
        front.press(other);
        front.press(KeyCode::Esc);
        front.press(KeyCode::Char('v'));
        front.press(KeyCode::End);
        assert!(front.picture().contains("▌ 전화만"), "{other:?}");
    }
    front.press(KeyCode::F(9));
    assert!(front.picture().contains("▌ 전화만"), "nothing was asked");
    front.press(KeyCode::Delete);
    front.press(KeyCode::F(9));
    let picture = front.picture();
    assert!(picture.contains("보기 '전화만'을 지웠습니다"), "{picture}");
    assert!(!picture.contains("경로:전화"), "{picture}");
    assert!(
        picture.contains("▌ 3차 조치"),
        "the bar stays on the list: {picture}"
    );
}
