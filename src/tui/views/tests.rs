//! Choosing a view: what it asks, where it leads, how it looks.

use super::*;
use crate::{
    domain::find::{SavedView, View},
    tui::fixture::{SIZES, drawn, shared},
    words::Lang,
};

fn views() -> Vec<(Viewed, Option<u64>)> {
    let known = View::ALL.iter().zip([
        200_000, 25_513, 77_007, 47_288, 312, 95, 4_021, 1_413, 1_458,
    ]);
    let mut views: Vec<_> = known
        .map(|(view, count)| (Viewed::Known(*view), Some(count)))
        .collect();
    let saved = SavedView {
        name: "내 전화".to_owned(),
        line: "담당:나 경로:전화".to_owned(),
    };
    views.push((Viewed::Saved(saved), None));
    views
}

#[test]
fn the_bar_begins_on_the_view_that_is_shown_and_enter_shows_another() {
    let shared = shared(Lang::Ko, (80, 24));
    let mut screen = ViewsScreen::new(Viewed::Known(View::Today));
    assert_eq!(
        screen.update(&Heard::Opened, &shared),
        Reply::ask(Effect::Views)
    );
    screen.update(&Heard::Told(&Told::Views(views())), &shared);
    let open = Heard::Action(Action::Open);
    let go = |view| Reply::go(Go::View(Viewed::Known(view)));
    assert_eq!(screen.update(&open, &shared), go(View::Today));
    screen.update(&Heard::Action(Action::Down), &shared);
    assert_eq!(screen.update(&open, &shared), go(View::Paused));
    let back = screen.update(&Heard::Action(Action::Back), &shared);
    assert_eq!(back, Reply::go(Go::Queue));
}

#[test]
fn it_looks_so() {
    for lang in [Lang::Ko, Lang::En] {
        for size in SIZES {
            let shared = shared(lang, size);
            let mut screen = ViewsScreen::new(Viewed::default());
            screen.update(&Heard::Told(&Told::Views(views())), &shared);
            let name = format!("{lang:?}_{}", size.0).to_lowercase();
            let picture = drawn(&shared, |frame, area| screen.view(frame, area, &shared));
            insta::assert_snapshot!(name, picture);
        }
    }
}
