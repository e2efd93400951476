//! Safe display, width and truncation of text.
//!
//! Foreign text (a complaint, an import, a paste) may hold characters that control a terminal or reverse the reading order.
//! They are shown by name and never sent. Must not know widgets, fields or screens.

pub use crate::domain::character::narrow;

use std::borrow::Cow;
use std::fmt::Write;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Which characters a terminal can be trusted to draw one cell wide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Alphabet {
    /// Box lines, blocks and circled digits.
    #[default]
    Unicode,
    /// ASCII only: for terminals that draw the others two cells wide, not at all, or read them aloud.
    Ascii,
}

/// The text in NFC, the form of all stored text: a syllable is one character, for search and editing.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// The text for display on one line: control and invisible characters are spelt out.
///
/// A line break or a tab becomes one space, ESC `␛` (`<ESC>` in ASCII), any other control, bidirectional,
/// zero-width or private character its code as `<U+202E>`.
pub fn visible(text: &str, alphabet: Alphabet) -> Cow<'_, str> {
    let adrift = |cluster: &str| cluster.width() == 0;
    let whole = text.chars().all(|c| width_alone(c).is_some())
        || text.chars().all(is_plain) && !text.graphemes(true).any(adrift);
    if whole {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for cluster in text.graphemes(true) {
        push_visible(cluster, alphabet, &mut out);
    }
    Cow::Owned(out)
}

/// The lines of a text for display.
pub fn visible_lines(text: &str, alphabet: Alphabet) -> impl Iterator<Item = Cow<'_, str>> {
    text.lines().map(move |line| visible(line, alphabet))
}

fn push_visible(cluster: &str, alphabet: Alphabet, out: &mut String) {
    // A combining mark or vowel of old Hangul without a base would be drawn over its neighbour, or not at all.
    let adrift = cluster.chars().all(is_plain) && cluster.width() == 0;
    if adrift {
        for c in cluster.chars() {
            spell(c, out);
        }
        return;
    }
    let pictorial = cluster.chars().next().is_some_and(is_pictorial);
    for c in cluster.chars() {
        if is_plain(c) {
            out.push(c);
            continue;
        }
        match c {
            '\n' | '\t' => out.push(' '),
            '\r' if cluster == "\r\n" => {}
            '\x1b' if alphabet == Alphabet::Unicode => out.push('␛'),
            '\x1b' => out.push_str("<ESC>"),
            // Without joiners and selectors a pictogram is shown in its parts, whose width is certain.
            '\u{200D}' | '\u{FE0E}' | '\u{FE0F}' if pictorial => {}
            c => spell(c, out),
        }
    }
}

/// A character as its code.
fn spell(c: char, out: &mut String) {
    // Writing into a String cannot fail.
    let _written = write!(out, "<U+{:04X}>", u32::from(c));
}

fn is_pictorial(c: char) -> bool {
    matches!(c, '#' | '*' | '0'..='9' | '©' | '®' | '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// True for characters that are displayed as they are.
fn is_plain(c: char) -> bool {
    if matches!(c, ' '..='~' | '\u{AC00}'..='\u{D7A3}') {
        return true;
    }
    let steers = matches!(c,
        // Controls; zero-width, line and paragraph separators, bidirectional marks, overrides and isolates.
        '\0'..='\x1f' | '\x7f'..='\u{9f}'
        | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}');
    let hides = matches!(c,
        // Invisible: soft hyphen, joiners, selectors, byte order mark, annotations.
        '\u{AD}' | '\u{34F}' | '\u{180B}'..='\u{180F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFF0}'..='\u{FFFB}'
        // Fillers look like a space or like nothing, and their width is uncertain.
        | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}'
        // Private use, tags and further selectors.
        | '\u{E000}'..='\u{F8FF}' | '\u{E0000}'..='\u{10FFFF}');
    !steers && !hides
}

/// The expected width of a text in cells.
pub fn width(text: &str) -> usize {
    let alone: Option<usize> = text.chars().map(width_alone).sum();
    alone.unwrap_or_else(|| text.graphemes(true).map(UnicodeWidthStr::width).sum())
}

/// The width of a character that never joins its neighbours. Most text of the desk consists of these; a screen measures
/// hundreds of texts per frame.
pub fn width_alone(c: char) -> Option<usize> {
    match c {
        ' '..='~' | '…' | '·' | '①'..='⑨' | '─'..='╿' | '▀'..='▟' => Some(1),
        '\u{AC00}'..='\u{D7A3}' => Some(2),
        _ => None,
    }
}

/// The beginning of a text in at most `cells` cells, with an ellipsis when something was left out.
///
/// A wide character or a cluster is never split, so the result may be one cell narrower than asked.
pub fn cut(text: &str, cells: usize, alphabet: Alphabet) -> Cow<'_, str> {
    if width(text) <= cells {
        return Cow::Borrowed(text);
    }
    Cow::Owned(broken_off(text, cells, alphabet))
}

/// The beginning of a text in at most `cells` cells, always with an ellipsis.
pub fn broken_off(text: &str, cells: usize, alphabet: Alphabet) -> String {
    let ellipsis = match alphabet {
        Alphabet::Unicode => "…",
        Alphabet::Ascii => "..",
    };
    let dots = ellipsis.width();
    let head = head(text, cells.saturating_sub(dots));
    let ellipsis = self::head(ellipsis, cells);
    format!("{head}{ellipsis}")
}

/// The longest beginning of a text that is at most `cells` cells wide.
pub fn head(text: &str, cells: usize) -> &str {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        let Some(width) = width_alone(c) else {
            return head_of_clusters(text, cells);
        };
        used += width;
        if used > cells {
            return text.get(..at).unwrap_or_default();
        }
    }
    text
}

fn head_of_clusters(text: &str, cells: usize) -> &str {
    let mut used = 0;
    for (at, cluster) in text.grapheme_indices(true) {
        used += cluster.width();
        if used > cells {
            return text.get(..at).unwrap_or_default();
        }
    }
    text
}

/// A text in exactly `cells` cells: cut when longer, filled with blanks on the right when shorter.
pub fn pad(text: &str, cells: usize, alphabet: Alphabet) -> String {
    let cut = cut(text, cells, alphabet);
    let blanks = cells.saturating_sub(width(&cut));
    format!("{cut}{}", " ".repeat(blanks))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Alphabet::{Ascii, Unicode};

    #[test]
    fn what_steers_or_hides_is_spelt_out() {
        for (given, unicode, ascii) in [
            ("민원 abc é ─", "민원 abc é ─", "민원 abc é ─"),
            ("\x1b[2J", "␛[2J", "<ESC>[2J"),
            ("a\u{202E}b", "a<U+202E>b", "a<U+202E>b"),
            ("a\u{200B}b", "a<U+200B>b", "a<U+200B>b"),
            ("\u{9b}31m", "<U+009B>31m", "<U+009B>31m"),
            ("\u{E000}\u{FEFF}", "<U+E000><U+FEFF>", "<U+E000><U+FEFF>"),
            ("a\tb\r\nc", "a b c", "a b c"),
            ("x\ry\x07", "x<U+000D>y<U+0007>", "x<U+000D>y<U+0007>"),
            ("👨\u{200D}👩", "👨👩", "👨👩"),
            ("\u{3164}", "<U+3164>", "<U+3164>"),
            ("\u{30b}x", "<U+030B>x", "<U+030B>x"),
            ("e\u{30b}", "e\u{30b}", "e\u{30b}"),
            ("가 \u{116e}나", "가 <U+116E>나", "가 <U+116E>나"),
            (
                "\u{1112}\u{119e}\u{11ab}",
                "\u{1112}\u{119e}\u{11ab}",
                "\u{1112}\u{119e}\u{11ab}",
            ),
        ] {
            assert_eq!(visible(given, Unicode), unicode);
            assert_eq!(visible(given, Ascii), ascii);
        }
    }

    #[test]
    fn a_cut_never_splits_a_wide_character_or_a_cluster() {
        for (text, cells, unicode, ascii) in [
            ("가나다", 6, "가나다", "가나다"),
            ("가나다", 5, "가나…", "가.."),
            ("가나다", 4, "가…", "가.."),
            ("가나다", 1, "…", "."),
            ("가나다", 0, "", ""),
            ("abcdef", 4, "abc…", "ab.."),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…", ".."),
        ] {
            assert_eq!(cut(text, cells, Unicode), unicode, "{text} {cells}");
            assert_eq!(cut(text, cells, Ascii), ascii, "{text} {cells}");
        }
        assert_eq!(pad("가나다", 6, Ascii), "가나다");
        assert_eq!(pad("가나다", 5, Ascii), "가.. ");
    }

    #[test]
    fn a_decomposed_syllable_is_composed() {
        assert_eq!(nfc("\u{1112}\u{1161}\u{11AB}"), "한");
        assert!(matches!(nfc("한글"), Cow::Borrowed(_)));
    }
}
