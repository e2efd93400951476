//! What the desk says, as a screen says it.
//!
//! The desk names an action by its word on the command line as well, `보완 요구(supplement)`. On a screen actions are chosen by
//! their names, and the word is noise that pushes the rest of the sentence off the row.

use crate::domain::command::Kind;

/// Words of the command line that are no actions on a case: verbs of visits and of duties, and an option.
const OTHERS: [&str; 9] = [
    "absent", "callback", "correct", "done", "intake", "later", "question", "schedule", "text",
];

/// The sentence without the words that its actions have on the command line.
pub(super) fn spoken(said: &str) -> String {
    let mut shown = String::with_capacity(said.len());
    let mut rest = said;
    while let Some((before, after)) = rest.split_once('(') {
        shown.push_str(before);
        let word = after.split_once(')').filter(|(word, _)| is_word(word));
        if let Some((_, behind)) = word {
            // In English a blank stands before the bracket.
            shown.truncate(shown.trim_end().len());
            rest = behind;
        } else {
            shown.push('(');
            rest = after;
        }
    }
    shown.push_str(rest);
    shown
}

fn is_word(word: &str) -> bool {
    word.parse::<Kind>().is_ok() || OTHERS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::refusal::Refusal,
        words::{Lang, Say},
    };

    #[test]
    fn the_words_of_the_command_line_are_left_out_and_nothing_else() {
        for (said, shown) in [
            ("보완 요구(supplement)를 먼저", "보완 요구를 먼저"),
            (
                "Ask for it (supplement) first (decree art. 24).",
                "Ask for it first (decree art. 24).",
            ),
            ("답변(reply)하거나 반려(return)해", "답변하거나 반려해"),
            ("질의민원(제도·절차) (x", "질의민원(제도·절차) (x"),
            (
                "매월 확인·점검(act.monthly-check)",
                "매월 확인·점검(act.monthly-check)",
            ),
        ] {
            assert_eq!(spoken(said), shown);
        }
    }

    #[test]
    fn a_refusal_shows_no_word_of_the_command_line() {
        for refusal in [
            Refusal::NoMisconduct,
            Refusal::NotPaused,
            Refusal::NotAnswered,
            Refusal::LinkNeeded,
            Refusal::NoVisit,
        ] {
            let said = refusal.say(Lang::Ko);
            assert!(said.contains('('), "{said}");
            let shown = spoken(&said);
            assert!(!shown.contains(|c: char| c.is_ascii_lowercase()), "{shown}");
        }
    }
}
