//! Where words begin and end for moves by word.
//!
//! Must not know a caret.

use unicode_segmentation::UnicodeSegmentation;

/// The bytes from the end of a text back to the start of its last word, with the blanks behind that word.
pub(super) fn last(text: &str) -> usize {
    length(text.graphemes(true).rev())
}

/// The bytes of a text up to the end of its first word, with the blanks before that word.
pub(super) fn first(text: &str) -> usize {
    length(text.graphemes(true))
}

/// The bytes of blanks and of the graphemes of one kind that follow them.
fn length<'a>(clusters: impl Iterator<Item = &'a str>) -> usize {
    let mut bytes = 0;
    let mut kind = Kind::Blank;
    for cluster in clusters {
        let next = Kind::of(cluster);
        if kind != Kind::Blank && next != kind {
            break;
        }
        kind = next;
        bytes += cluster.len();
    }
    bytes
}

/// What a grapheme is to word moves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blank,
    Letter,
    Mark,
}

impl Kind {
    fn of(cluster: &str) -> Self {
        match cluster.chars().next() {
            Some(c) if c.is_whitespace() => Self::Blank,
            Some(c) if c.is_alphanumeric() || c == '_' => Self::Letter,
            _ => Self::Mark,
        }
    }
}
