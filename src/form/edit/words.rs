//! Word boundaries for moves by word. Must not know carets.

use unicode_segmentation::UnicodeSegmentation;

/// The length in bytes of the last word of a text with the blanks after it.
pub(super) fn last(text: &str) -> usize {
    length(text.graphemes(true).rev())
}

/// The length in bytes of the first word of a text with the blanks before it.
pub(super) fn first(text: &str) -> usize {
    length(text.graphemes(true))
}

/// The length in bytes of the leading blanks and the graphemes of one kind after them.
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

/// The kind of a grapheme for moves by word.
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
