//! The charter on the screen: every page of every charter that comes with the program.

use super::*;
use crate::{
    domain::charter::builtin::BUILTIN,
    domain::{charter::Version, guide::People},
    tui::fixture::{drawn, shared},
    words::Lang,
};
use std::sync::Arc;

fn picture_of(screen: &CharterScreen, shared: &Shared) -> String {
    drawn(shared, |frame, area, shared| {
        screen.view(frame, area, shared);
    })
}

fn press(screen: &mut CharterScreen, action: Action, shared: &Shared) -> ScreenAnswer {
    screen.update(&ScreenEvent::Action(action), shared)
}

#[test]
fn left_and_right_turn_the_pages_round_and_each_keeps_its_place() {
    let shared = shared(Lang::Ko, (80, 24));
    let mut screen = CharterScreen::default();
    press(&mut screen, Action::Down, &shared);
    press(&mut screen, Action::Left, &shared);
    assert_eq!(screen.page(), Page::Versions);
    press(&mut screen, Action::Right, &shared);
    assert_eq!(screen.page(), Page::Promises);
    assert_eq!(screen.picks[0].at, 1);
    assert_eq!(screen.picks[4].at, 0);
    let back = press(&mut screen, Action::Back, &shared);
    assert_eq!(back, ScreenAnswer::go(Go::Queue));
}

#[test]
fn without_rules_they_are_asked_for_and_nothing_fails() {
    let mut shared = shared(Lang::Ko, (80, 24));
    shared.rules = None;
    let mut screen = CharterScreen::default();
    assert_eq!(
        screen.update(&ScreenEvent::Opened, &shared),
        ScreenAnswer::ask(Query::Rules)
    );
    press(&mut screen, Action::Last, &shared);
    assert!(picture_of(&screen, &shared).contains("불러오는 중"));
}

#[test]
fn the_whole_text_of_every_promise_and_script_is_shown() {
    for (id, toml) in BUILTIN {
        let mut shared = shared(Lang::En, (80, 24));
        shared.rules = Some(Arc::new(Rules::new(1, toml, Vec::new()).unwrap()));
        let charter = &shared.rules.clone().unwrap().charter;
        for (page, texts) in [
            (0, charter.promises.iter().map(|of| &of.action).collect()),
            (
                3,
                charter
                    .scripts
                    .iter()
                    .map(|of| &of.text)
                    .collect::<Vec<_>>(),
            ),
        ] {
            let mut screen = CharterScreen {
                page,
                ..CharterScreen::default()
            };
            for text in texts {
                let shown = picture_of(&screen, &shared);
                let under = shown.rsplit("────").next().unwrap_or_default();
                let words: Vec<&str> = under.split_whitespace().collect();
                let words = words.join(" ");
                let whole = People::default().fill(text, Lang::En);
                assert!(words.contains(&whole), "{id} {text:?}\n{shown}");
                press(&mut screen, Action::Down, &shared);
            }
        }
    }
}

#[test]
fn a_limit_that_is_the_bodys_own_is_marked_and_told() {
    let shared = shared(Lang::Ko, (80, 24));
    let charter = &shared.rules.clone().unwrap().charter;
    let at = charter.promises.iter().position(|of| of.by_default);
    let mut screen = CharterScreen::default();
    screen.picks[0].at = at.unwrap();
    let shown = picture_of(&screen, &shared);
    assert!(shown.contains("* 헌장에 수가 없어"), "{shown}");
}

#[test]
fn every_counter_is_listed_even_one_without_a_category() {
    let toml = BUILTIN[4].1;
    let rules = Rules::new(1, toml, Vec::new()).unwrap();
    let entries = Page::Categories.entries(&rules, Lang::Ko);
    for counter in &rules.charter.counters {
        let name = &counter.name.ko;
        assert!(
            entries.iter().any(|entry| entry.columns.contains(name)),
            "{}",
            counter.id
        );
    }
}

/// The same rules with a revision for the coming year.
fn rules(rules: Option<Arc<Rules>>) -> Arc<Rules> {
    let mut rules = Arc::into_inner(rules.unwrap()).unwrap();
    let version = |number, since: &str, adopted: &str| Version {
        number,
        id: "gbvc".into(),
        since: since.parse().unwrap(),
        adopted_at: adopted.parse().unwrap(),
        adopted_by: "kim".into(),
    };
    rules.versions = Arc::new([
        version(1, "2026-03-02", "2026-03-01T23:30:00Z"),
        version(2, "2027-01-01", "2026-11-20T05:00:00Z"),
    ]);
    Arc::new(rules)
}

#[test]
fn on_a_narrow_screen_no_page_loses_its_first_column() {
    for lang in [Lang::Ko, Lang::En] {
        let mut shared = shared(lang, (60, 16));
        shared.rules = Some(self::rules(shared.rules.take()));
        let mut screen = CharterScreen::default();
        for page in Page::ALL {
            let shown = picture_of(&screen, &shared);
            for (name, cells) in widths(page.columns(60), 60) {
                let told = cells >= 5 && shown.contains(name.get(lang));
                assert!(cells == 0 || told, "{page:?} {} {cells}\n{shown}", name.en);
            }
            press(&mut screen, Action::Right, &shared);
        }
    }
}

#[test]
fn on_a_wide_screen_the_chosen_row_is_told_beside_the_list() {
    for lang in [Lang::Ko, Lang::En] {
        let shared = shared(lang, (200, 60));
        let mut screen = CharterScreen::default();
        press(&mut screen, Action::Down, &shared);
        let picture = picture_of(&screen, &shared);
        let mut rows = picture.lines();
        let chosen = rows.find(|row| row.starts_with("▌gbvc.meetings"));
        assert!(chosen.is_some(), "{picture}");
        assert!(picture.contains("│ gbvc.meetings · "), "{picture}");
    }
}
