//! Every screen of the program, brought up on the practice desk by keys, and what holds for all of them.
//!
//! [`entries`] says how each state is reached; a screen or a place without one fails in [`pictures`], as does a state without
//! its picture. What must hold in every size, language and colour is asked of all by [`proofs`].

mod entries;
mod keys;
mod kinds;
mod odd;
mod paint;
mod pictures;
mod proofs;

use super::SMALLEST;
use crate::tui::screen::Screen;
use entries::every;

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
