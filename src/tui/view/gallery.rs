//! Every screen of the program, brought up on the practice desk by keys, and what holds for all of them.
//!
//! [`entries`] says how each is reached; a screen or a place without an entry fails here. A picture for each screen and
//! language holds the three sizes and the colours; what must hold of any screen is asked of all by [`proofs`].

mod entries;
mod keys;
mod kinds;
mod odd;
mod paint;
mod proofs;

use super::SMALLEST;
use crate::{
    tui::{keymap::Place, model::Msg, picture::picture, screen::Screen},
    words::Lang,
};
use entries::every;
use std::collections::BTreeSet;

/// The sizes in which every screen is looked at; the last is the smallest that can be read.
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), SMALLEST];

/// The names of the screens, and the name of one: a screen that is added is added here or nothing compiles.
macro_rules! screens {
    ($($name:ident),+ $(,)?) => {
        const SCREENS: &[&str] = &[$(stringify!($name)),+];

        fn name(screen: &Screen) -> &'static str {
            match screen {
                $(Screen::$name { .. } => stringify!($name),)+
            }
        }
    };
}

screens! {
    Queue, Detail, Intake, Menu, Act, Search, Duties, Handover, Views, Outlook, Many, Holidays, Contacts, Charter, Help,
    Palette, FirstRun,
}

/// Compares with the picture that was accepted.
fn keep(name: &str, shown: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src/tui/view/gallery/snapshots"
    ));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, shown));
}

fn looks_so(lang: Lang) {
    let language = format!("{lang:?}").to_lowercase();
    for entry in every() {
        let mut front = entry.front(lang, SIZES[0]);
        let mut shown = String::new();
        for (columns, rows) in SIZES {
            front.send(Msg::Resize(columns, rows));
            let size = format!("════ {columns}x{rows}\n");
            shown.extend([size, picture(&front.buffer())]);
            shown += "──── without colour\n";
            shown += &paint::runs(&front.buffer());
            shown += "──── with 16 colours\n";
            paint::color(&mut front);
            shown += &paint::runs(&front.buffer());
            paint::no_color(&mut front);
        }
        keep(&format!("{}_{language}", entry.name), &shown);
    }
}

#[test]
fn every_screen_looks_so_in_korean() {
    looks_so(Lang::Ko);
}

#[test]
fn every_screen_looks_so_in_english() {
    looks_so(Lang::En);
}

#[test]
fn every_screen_and_every_place_has_an_entry() {
    let (mut seen, mut places) = (BTreeSet::new(), Vec::new());
    for entry in every() {
        let front = entry.front(Lang::Ko, SIZES[0]);
        assert_eq!(name(&front.model.screen), entry.screen, "{}", entry.name);
        seen.insert(entry.screen);
        places.push(front.model.place());
    }
    let all: BTreeSet<&str> = SCREENS.iter().copied().collect();
    assert_eq!(seen, all);
    for place in Place::ALL {
        assert!(places.contains(&place), "{place:?}");
    }
}
