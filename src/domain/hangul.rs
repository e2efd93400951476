//! The two-set Korean keyboard: the Latin key of a Hangul letter and back; the initial consonant of a syllable.

#[cfg(test)]
mod tests;

/// Letters of the two-set layout, each before the key that types it; compound letters before two.
const KEYS: [&str; 51] = [
    "ㅂq", "ㅈw", "ㄷe", "ㄱr", "ㅅt", "ㅛy", "ㅕu", "ㅑi", "ㅐo", "ㅔp", "ㅁa", "ㄴs", "ㅇd",
    "ㄹf", "ㅎg", "ㅗh", "ㅓj", "ㅏk", "ㅣl", "ㅋz", "ㅌx", "ㅊc", "ㅍv", "ㅠb", "ㅜn", "ㅡm",
    "ㅃQ", "ㅉW", "ㄸE", "ㄲR", "ㅆT", "ㅒO", "ㅖP", "ㅘhk", "ㅙho", "ㅚhl", "ㅝnj", "ㅞnp",
    "ㅟnl", "ㅢml", "ㄳrt", "ㄵsw", "ㄶsg", "ㄺfr", "ㄻfa", "ㄼfq", "ㄽft", "ㄾfx", "ㄿfv", "ㅀfg",
    "ㅄqt",
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
    KEYS.iter().find_map(|row| row.strip_prefix(letter))
}

/// The letter that keys type together.
fn letter_of(keys: &str) -> Option<char> {
    let mut letters = KEYS.iter().filter_map(|row| row.chars().next());
    letters.find(|letter| typed_by(*letter) == Some(keys))
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

/// The consonant that begins a syllable, as the letter of the keyboard; `None` for any other character.
pub fn initial(syllable: char) -> Option<char> {
    matches!(syllable, '가'..='힣')
        .then(|| letters(syllable)[0])
        .flatten()
}

/// True for a single consonant that can begin a syllable; in a search it matches every such syllable.
pub fn is_initial(c: char) -> bool {
    FIRST.contains(c)
}

/// Reads a text that was typed with the input method in the wrong mode: `thdma` is 소음, `td` is ㅅㅇ, `ㅗ디ㅔ` is help.
///
/// Each word is read by itself, also on either side of a colon: as Hangul where it gives whole syllables or consonants alone
/// (most English words do not), as Latin where it has a vowel without a consonant. `None` where no word changes.
pub fn typed_in_wrong_mode(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut changed = false;
    for part in text.split_inclusive([' ', ':']) {
        let word = part.trim_end_matches([' ', ':']);
        let meant = meant(word);
        changed |= meant.is_some();
        out.push_str(meant.as_deref().unwrap_or(word));
        out.push_str(part.get(word.len()..).unwrap_or_default());
    }
    changed.then_some(out)
}

/// Returns a word as typed in the other mode, if that is likely; digits and marks are the same in both.
fn meant(word: &str) -> Option<String> {
    let letters: Vec<char> = word.chars().collect();
    let typed = |c: char| c.is_ascii_alphabetic() || is_hangul(c);
    let mut out = String::with_capacity(word.len() * 3);
    let mut changed = false;
    for run in letters.chunk_by(|one, next| typed(*one) == typed(*next)) {
        let run: String = run.iter().collect();
        let read = meant_run(&run);
        changed |= read.is_some();
        out.push_str(&read.unwrap_or(run));
    }
    changed.then_some(out)
}

/// True for a letter or syllable of Hangul.
fn is_hangul(c: char) -> bool {
    letters(c).iter().any(Option::is_some)
}

/// A run of letters as typed in the other mode, if that is likely.
fn meant_run(word: &str) -> Option<String> {
    if word.chars().any(|c| VOWELS.contains(c)) {
        let typed: Option<Vec<String>> = word.chars().map(latin).collect();
        return typed.map(|keys| keys.concat());
    }
    let letters: Vec<char> = word.chars().map(letter_on).collect::<Option<_>>()?;
    if letters.len() > 1 && letters.iter().all(|c| is_initial(*c)) {
        return Some(letters.into_iter().collect());
    }
    let out = composed(letters);
    let whole = |c: char| matches!(c, '가'..='힣');
    (!out.is_empty() && out.chars().all(whole)).then_some(out)
}

/// The keys of a Hangul character; ASCII as it is.
fn latin(c: char) -> Option<String> {
    let keys: String = keys(c).collect();
    match keys.is_empty() {
        true if c.is_ascii() => Some(c.to_string()),
        true => None,
        false => Some(keys),
    }
}

/// The Hangul on the keys of a text typed with the input method off, joined to syllables where that goes: `wt` is ㅈㅅ.
///
/// `None` where a key has none. Unlike [`typed_in_wrong_mode`] it takes letters that make no syllable, such as initials.
pub fn with_method_on(text: &str) -> Option<String> {
    let letters: Option<Vec<char>> = text.chars().filter(|c| *c != ' ').map(letter_on).collect();
    letters.map(composed)
}

/// The Latin letters of a text typed with the input method on; `None` where it has no Hangul.
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

/// True where what is typed is a letter or its beginning: ㅈ, 저 and 접 all begin 접.
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
    let mut buffer = [0; 4];
    letter_of(key.encode_utf8(&mut buffer))
        .or_else(|| letter_of(key.to_ascii_lowercase().encode_utf8(&mut buffer)))
}

/// The letter that two letters make together.
fn joined(a: char, b: char) -> Option<char> {
    letter_of(&[typed_by(a)?, typed_by(b)?].concat())
}

/// The two letters that a letter was joined from.
fn parted(letter: char) -> Option<(char, char)> {
    let mut keys = typed_by(letter)?.chars();
    Some((letter_on(keys.next()?)?, letter_on(keys.next()?)?))
}

/// Letters joined to syllables where that goes.
fn composed(letters: Vec<char>) -> String {
    let mut out = String::with_capacity(letters.len() * 3);
    let mut syllable = Syllable::default();
    for letter in letters {
        syllable.add(letter, &mut out);
    }
    syllable.end(&mut out);
    out
}

/// The syllable being composed.
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
            let both = joined(before, vowel);
            if both.is_none() {
                self.end(out);
            }
            self.vowel = both.or(Some(vowel));
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
