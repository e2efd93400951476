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
mod press;
mod proofs;
mod same_keys;

use super::SMALLEST;
use crate::tui::model::Model;
use entries::every;
use std::{collections::BTreeSet, fs, path::PathBuf};

/// The sizes in which every screen is looked at; the last is the smallest that can be read.
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), SMALLEST];

/// The names of all screens: what implements the trait, read off the source, and the queue.
fn screens() -> BTreeSet<String> {
    let mut names = BTreeSet::from(["Queue".to_owned()]);
    let mut folders = vec![concat!(env!("CARGO_MANIFEST_DIR"), "/src/tui").into()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir::<PathBuf>(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("tests.rs") {
                let text = fs::read_to_string(&path).unwrap_or_default();
                let found = text
                    .lines()
                    .filter_map(|line| line.strip_prefix("impl Screen for "));
                names.extend(found.map(short));
            }
        }
    }
    names
}

/// The name of the screen that is shown.
fn name(model: &Model) -> String {
    let shown = model.screen().map(|screen| format!("{screen:?}"));
    shown.map_or_else(|| "Queue".to_owned(), |shown| short(&shown))
}

/// The name that a type begins with, without what all of them are.
fn short(named: &str) -> String {
    let end = named.find(|c: char| !c.is_alphanumeric());
    let name = named.get(..end.unwrap_or(named.len())).unwrap();
    name.trim_end_matches("Screen").to_owned()
}
