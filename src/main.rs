//! minwon, a complaint desk in a terminal.

use minwon::{desk::Opening, tui, words::Lang};

fn main() {
    let path = std::env::args().nth(1).unwrap_or_default().into();
    let opening = Opening {
        path,
        acting: None,
        now: None,
    };
    if let Err(error) = tui::program::run(opening, Lang::Ko, tui::terminal::Switches::default()) {
        drop(error);
    }
}
