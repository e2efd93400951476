//! What holds of every state, in every size, both languages and every number of colours.

mod broken;
mod caret;
mod color;
mod cut;
mod language;
mod shape;

use super::{SIZES, every};
use crate::{
    tui::{front::Front, model::Msg, picture::picture},
    words::{Lang, Say},
};
use ratatui::{buffer::Buffer, layout::Position};
use std::collections::BTreeSet;

pub(super) use shape::wide_characters_are_whole;

/// The largest size, in which everything has room.
const ROOM: (u16, u16) = (300, 100);

/// A screen as it is drawn.
pub(super) struct Seen<'a> {
    front: &'a Front,
    buffer: Buffer,
    cursor: Option<Position>,
    picture: String,
    wording: &'a Wording,
}

/// What the same screen tells where there is room for all of it.
pub(super) struct Wording {
    words: BTreeSet<String>,
    /// Sentences that must be readable to their end, without their blanks.
    sentences: Vec<String>,
}

impl<'a> Seen<'a> {
    fn of(front: &'a Front, wording: &'a Wording) -> Self {
        let (buffer, cursor) = front.drawn();
        Self {
            picture: picture(&buffer),
            front,
            buffer,
            cursor,
            wording,
        }
    }
}

/// What holds of a screen, with its name.
type Proof = (&'static str, fn(&Seen<'_>) -> Result<(), String>);

const PROOFS: &[Proof] = &[
    ("no wide character is split", |seen| {
        wide_characters_are_whole(&seen.buffer)
    }),
    ("frames and rules are whole", shape::frames_are_whole),
    ("what is cut says so", cut::what_is_cut_says_so),
    (
        "the line at the bottom ends with a whole label",
        cut::labels_are_whole,
    ),
    (
        "the cursor stands where the keys go",
        caret::the_cursor_is_in_its_place,
    ),
    (
        "a sentence at the bottom is whole, and told once",
        cut::what_is_said_is_whole_and_told_once,
    ),
    (
        "what went wrong can be read to its end",
        cut::what_went_wrong_is_whole,
    ),
    ("one language is spoken", language::one_language_is_spoken),
];

/// Proves it of the program as it stands; gives back how many sentences were looked for.
pub(super) fn prove(name: &str, sentence: Option<String>, front: &mut Front) -> usize {
    front.send(Msg::Resize(ROOM.0, ROOM.1));
    let wording = cut::wording(front, sentence);
    for (at, size) in SIZES.into_iter().enumerate() {
        front.send(Msg::Resize(size.0, size.1));
        let name = format!("{name} {}x{}", size.0, size.1);
        let seen = Seen::of(front, &wording);
        for (claim, proof) in PROOFS {
            if let Err(fault) = proof(&seen) {
                panic!("{name}: {claim}: {fault}\n{}", seen.picture);
            }
        }
        let plain = seen.buffer;
        color::tells_nothing_alone(&name, at, &plain, front);
    }
    color::ascii_is_enough(name, front);
    // Last, for what is typed takes the place of a text that is marked.
    for (columns, rows) in SIZES {
        front.send(Msg::Resize(columns, rows));
        let name = format!("{name} {columns}x{rows}");
        caret::what_is_typed_appears_at_it(&name, front);
    }
    wording.sentences.len()
}

fn of_every_state(lang: Lang) {
    let (mut failures, mut sentences) = (0, 0);
    for entry in every() {
        let name = format!("{} {lang:?}", entry.name);
        let sentence = entry.fails.map(|error| error().say(lang));
        failures += usize::from(sentence.is_some());
        sentences += prove(&name, sentence, &mut entry.front(lang, SIZES[0]));
    }
    assert!(sentences > failures, "no fault of a field was looked at");
}

#[test]
fn it_holds_of_every_state_in_korean() {
    of_every_state(Lang::Ko);
}

#[test]
fn it_holds_of_every_state_in_english() {
    of_every_state(Lang::En);
}
