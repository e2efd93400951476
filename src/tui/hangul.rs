//! The two-set Korean keyboard: which Latin key lies under a Hangul letter, and back.
//!
//! With the Korean input method on, a terminal sends ㅓ where the shortcut is j, or a whole syllable when several keys were
//! composed first. Must not know which keys mean what.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// Letters of the two-set layout with the keys that type them, compound letters with two.
const KEYS: [(char, &str); 51] = [
    ('ㅂ', "q"),
    ('ㅈ', "w"),
    ('ㄷ', "e"),
    ('ㄱ', "r"),
    ('ㅅ', "t"),
    ('ㅛ', "y"),
    ('ㅕ', "u"),
    ('ㅑ', "i"),
    ('ㅐ', "o"),
    ('ㅔ', "p"),
    ('ㅁ', "a"),
    ('ㄴ', "s"),
    ('ㅇ', "d"),
    ('ㄹ', "f"),
    ('ㅎ', "g"),
    ('ㅗ', "h"),
    ('ㅓ', "j"),
    ('ㅏ', "k"),
    ('ㅣ', "l"),
    ('ㅋ', "z"),
    ('ㅌ', "x"),
    ('ㅊ', "c"),
    ('ㅍ', "v"),
    ('ㅠ', "b"),
    ('ㅜ', "n"),
    ('ㅡ', "m"),
    ('ㅃ', "Q"),
    ('ㅉ', "W"),
    ('ㄸ', "E"),
    ('ㄲ', "R"),
    ('ㅆ', "T"),
    ('ㅒ', "O"),
    ('ㅖ', "P"),
    ('ㅘ', "hk"),
    ('ㅙ', "ho"),
    ('ㅚ', "hl"),
    ('ㅝ', "nj"),
    ('ㅞ', "np"),
    ('ㅟ', "nl"),
    ('ㅢ', "ml"),
    ('ㄳ', "rt"),
    ('ㄵ', "sw"),
    ('ㄶ', "sg"),
    ('ㄺ', "fr"),
    ('ㄻ', "fa"),
    ('ㄼ', "fq"),
    ('ㄽ', "ft"),
    ('ㄾ', "fx"),
    ('ㄿ', "fv"),
    ('ㅀ', "fg"),
    ('ㅄ', "qt"),
];

/// First consonants in the order of Unicode.
const FIRST: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
/// Vowels in the order of Unicode.
const VOWELS: &str = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
/// Last consonants in the order of Unicode; the first place, no last consonant, is left out.
const LAST: &str = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

const SYLLABLES: u32 = 0xAC00;
const VOWEL_COUNT: u32 = 21;
const LAST_COUNT: u32 = 28;

fn nth(letters: &str, n: u32) -> Option<char> {
    letters.chars().nth(usize::try_from(n).ok()?)
}

fn place(letters: &str, letter: char) -> Option<u32> {
    let at = letters.chars().position(|c| c == letter)?;
    u32::try_from(at).ok()
}

/// The letters of one character: those of a syllable, or the letter itself, in compatibility form.
fn letters(c: char) -> [Option<char>; 3] {
    let code = u32::from(c);
    match c {
        '가'..='힣' => {
            let index = code - SYLLABLES;
            let last = index % LAST_COUNT;
            [
                nth(FIRST, index / (VOWEL_COUNT * LAST_COUNT)),
                nth(VOWELS, index / LAST_COUNT % VOWEL_COUNT),
                last.checked_sub(1).and_then(|last| nth(LAST, last)),
            ]
        }
        '\u{1100}'..='\u{1112}' => [nth(FIRST, code - 0x1100), None, None],
        '\u{1161}'..='\u{1175}' => [nth(VOWELS, code - 0x1161), None, None],
        '\u{11A8}'..='\u{11C2}' => [nth(LAST, code - 0x11A8), None, None],
        'ㄱ'..='ㅣ' => [Some(c), None, None],
        _ => [None; 3],
    }
}

fn typed_by(letter: char) -> Option<&'static str> {
    KEYS.iter()
        .find(|(known, _)| *known == letter)
        .map(|(_, keys)| *keys)
}

/// The keys that were pressed for a Hangul character, in order; none for any other character.
///
/// Takes letters (ㅓ is `j`, ㅃ is `Q`), composed syllables (러 is `fj`) and the conjoining letters of decomposed text.
pub fn keys(c: char) -> impl Iterator<Item = char> {
    letters(c)
        .into_iter()
        .flatten()
        .filter_map(typed_by)
        .flat_map(str::chars)
}

/// The key events that a shortcut table is to be asked for: the Latin keys under a Hangul character, else the event.
///
/// Control, Alt and the like stay; Shift is set where the layout needs it (ㅃ is Shift and `Q`).
pub fn shortcuts(event: KeyEvent) -> Vec<KeyEvent> {
    let KeyCode::Char(c) = event.code else {
        return vec![event];
    };
    let latin: Vec<KeyEvent> = keys(c)
        .map(|key| {
            let mut latin = event;
            latin.code = KeyCode::Char(key);
            latin
                .modifiers
                .set(KeyModifiers::SHIFT, key.is_ascii_uppercase());
            latin
        })
        .collect();
    if latin.is_empty() { vec![event] } else { latin }
}

/// The Hangul that someone meant who typed it with the input method off (`thdma` is 소음).
///
/// Nothing unless every word comes out as whole syllables: most English words do not.
pub fn typed_in_wrong_mode(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    for (n, word) in text.split(' ').enumerate() {
        if n > 0 {
            out.push(' ');
        }
        let letters: Option<Vec<char>> = word.chars().map(letter_on).collect();
        let mut syllable = Syllable::default();
        for letter in letters? {
            syllable.add(letter, &mut out);
        }
        syllable.end(&mut out);
    }
    let whole = |c: char| c == ' ' || matches!(c, '가'..='힣');
    (!out.trim().is_empty() && out.chars().all(whole)).then_some(out)
}

/// The Hangul on the keys of a text typed with the input method off, joined to syllables where that goes: `wt` is ㅈㅅ.
///
/// Nothing where a key has none. Unlike [`typed_in_wrong_mode`] it takes letters that make no syllable: initials are such.
pub fn with_method_on(text: &str) -> Option<String> {
    let letters: Option<Vec<char>> = text.chars().filter(|c| *c != ' ').map(letter_on).collect();
    let mut out = String::new();
    let mut syllable = Syllable::default();
    for letter in letters? {
        syllable.add(letter, &mut out);
    }
    syllable.end(&mut out);
    Some(out)
}

/// The Latin letters that someone meant who typed them with the input method on; nothing where none were.
pub fn with_method_off(text: &str) -> Option<String> {
    let mut latin = String::with_capacity(text.len());
    for c in text.chars() {
        let before = latin.len();
        latin.extend(keys(c));
        if latin.len() == before {
            latin.push(c);
        }
    }
    (latin != text).then_some(latin)
}

/// True where a letter is another, its first consonant, or a syllable on its way to it: ㅈ, 저 and 접 all begin 접.
pub fn begins(typed: char, letter: char) -> bool {
    if typed == letter {
        return true;
    }
    let ([first, vowel, last], [whole_first, whole_vowel, _]) = (letters(typed), letters(letter));
    let same_first = first.is_some() && first == whole_first;
    same_first && last.is_none() && (vowel.is_none() || vowel == whole_vowel)
}

/// The letter on a key; a capital without a letter of its own types the small one's.
fn letter_on(key: char) -> Option<char> {
    let on = |key: char| {
        let mut buffer = [0; 4];
        let key = &*key.encode_utf8(&mut buffer);
        KEYS.iter().find(|(_, keys)| *keys == key).map(|(c, _)| *c)
    };
    on(key).or_else(|| on(key.to_ascii_lowercase()))
}

/// The letter that two letters make together.
fn joined(a: char, b: char) -> Option<char> {
    let (a, b) = (typed_by(a)?, typed_by(b)?);
    KEYS.iter()
        .find(|(_, keys)| keys.len() == 2 && keys.strip_prefix(a) == Some(b))
        .map(|(c, _)| *c)
}

/// The two letters that a letter was joined from.
fn parted(letter: char) -> Option<(char, char)> {
    let mut keys = typed_by(letter)?.chars();
    let (Some(a), Some(b)) = (keys.next(), keys.next()) else {
        return None;
    };
    Some((letter_on(a)?, letter_on(b)?))
}

/// A syllable in the making.
#[derive(Clone, Copy, Default)]
struct Syllable {
    first: Option<char>,
    vowel: Option<char>,
    last: Option<char>,
}

impl Syllable {
    fn add(&mut self, letter: char, out: &mut String) {
        if VOWELS.contains(letter) {
            self.add_vowel(letter, out);
        } else {
            self.add_consonant(letter, out);
        }
    }

    fn add_vowel(&mut self, vowel: char, out: &mut String) {
        if let Some(last) = self.last.take() {
            // The last consonant, or its second half, begins the next syllable.
            let (stays, goes) = parted(last).map_or((None, last), |(a, b)| (Some(a), b));
            self.last = stays;
            self.end(out);
            self.first = Some(goes);
            self.vowel = Some(vowel);
        } else if let Some(before) = self.vowel {
            if let Some(both) = joined(before, vowel) {
                self.vowel = Some(both);
            } else {
                self.end(out);
                self.vowel = Some(vowel);
            }
        } else {
            self.vowel = Some(vowel);
        }
    }

    fn add_consonant(&mut self, consonant: char, out: &mut String) {
        if self.first.is_some() && self.vowel.is_some() {
            let last = match self.last {
                None => Some(consonant),
                Some(last) => joined(last, consonant),
            };
            if let Some(last) = last.filter(|last| LAST.contains(*last)) {
                self.last = Some(last);
                return;
            }
        }
        self.end(out);
        self.first = Some(consonant);
    }

    fn end(&mut self, out: &mut String) {
        let made = std::mem::take(self);
        if let (Some(first), Some(vowel)) = (made.first, made.vowel)
            && let Some(syllable) = compose(first, vowel, made.last)
        {
            out.push(syllable);
            return;
        }
        out.extend([made.first, made.vowel, made.last].into_iter().flatten());
    }
}

fn compose(first: char, vowel: char, last: Option<char>) -> Option<char> {
    let last = match last {
        None => 0,
        Some(last) => place(LAST, last)? + 1,
    };
    let index = (place(FIRST, first)? * VOWEL_COUNT + place(VOWELS, vowel)?) * LAST_COUNT + last;
    char::from_u32(SYLLABLES + index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hangul_character_gives_the_keys_that_typed_it() {
        for (c, expected) in [
            ('ㅓ', "j"),
            ('ㅏ', "k"),
            ('ㅂ', "q"),
            ('ㅃ', "Q"),
            ('ㅖ', "P"),
            ('러', "fj"),
            ('과', "rhk"),
            ('닭', "ekfr"),
            ('꽉', "Rhkr"),
            ('ㄺ', "fr"),
            ('\u{1105}', "f"),
            ('\u{1165}', "j"),
            ('\u{11B0}', "fr"),
            ('j', ""),
            ('1', ""),
            ('漢', ""),
        ] {
            assert_eq!(keys(c).collect::<String>(), expected, "{c}");
        }
    }

    #[test]
    fn every_syllable_is_typed_back_to_itself() {
        for c in '가'..='힣' {
            let typed: String = keys(c).collect();
            assert_eq!(
                typed_in_wrong_mode(&typed),
                Some(c.to_string()),
                "{c} {typed}"
            );
        }
    }

    #[test]
    fn a_shortcut_keeps_its_modifiers() {
        let event = KeyEvent::new(KeyCode::Char('ㅃ'), KeyModifiers::ALT);
        let expected = KeyEvent::new(KeyCode::Char('Q'), KeyModifiers::ALT | KeyModifiers::SHIFT);
        assert_eq!(shortcuts(event), [expected]);
        let latin = KeyEvent::new(KeyCode::Char('J'), KeyModifiers::SHIFT);
        assert_eq!(shortcuts(latin), [latin]);
        let f2 = KeyEvent::new(KeyCode::F(2), KeyModifiers::NONE);
        assert_eq!(shortcuts(f2), [f2]);
        let two = KeyEvent::new(KeyCode::Char('러'), KeyModifiers::NONE);
        assert_eq!(shortcuts(two).len(), 2);
    }

    #[test]
    fn a_letter_begins_what_it_may_become() {
        for (typed, letter, begins_it) in [
            ('접', '접', true),
            ('저', '접', true),
            ('ㅈ', '접', true),
            ('ㅈ', 'ㅈ', true),
            ('자', '접', false),
            ('접', '저', false),
            ('절', '접', false),
            ('a', 'a', true),
            ('a', '접', false),
            ('1', '접', false),
        ] {
            assert_eq!(begins(typed, letter), begins_it, "{typed} {letter}");
        }
    }

    #[test]
    fn the_other_mode_is_read_letter_by_letter() {
        for (typed, on, off) in [
            ("wt", Some("ㅈㅅ"), None),
            ("wjqtn", Some("접수"), None),
            ("ㅑㅜㅅ", None, Some("int")),
            ("접수", None, Some("wjqtn")),
            ("3차", None, Some("3ck")),
            ("1", None, None),
        ] {
            assert_eq!(with_method_on(typed).as_deref(), on, "{typed}");
            assert_eq!(with_method_off(typed).as_deref(), off, "{typed}");
        }
    }

    #[test]
    fn latin_typed_for_hangul_is_recognised() {
        for (typed, meant) in [
            ("thdma", Some("소음")),
            ("cmdrks thdma", Some("층간 소음")),
            ("alsdnjs", Some("민원")),
            ("ekfrdl", Some("닭이")),
            ("rkqtdl", Some("값이")),
            ("dhkTek", Some("왔다")),
            ("noise", None),
            ("call 1", None),
            ("", None),
        ] {
            assert_eq!(typed_in_wrong_mode(typed).as_deref(), meant, "{typed}");
        }
    }
}
