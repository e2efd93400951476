//! Questions out, answers in, line by line; and what was read out in this conversation.

use crate::{
    cli::{Failure, console::Console},
    desk::{DeskError, QueueRow},
    domain::subject::Subject,
    form::text::{Alphabet, visible},
    words::{Audience, Lang, Phrase, Say, plain as text},
};
use std::{
    collections::HashMap,
    io::{self, BufRead, Split, StdinLock},
};

/// The most characters read of an answer: more than any field takes.
const MOST: usize = 100_000;

/// An answer to a numbered list of offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum MenuChoice {
    /// One of them, counted from 0.
    Offer(usize),
    Typed(String),
}

/// A conversation on stdin and stdout.
pub(super) struct Talk {
    console: Console,
    input: Split<StdinLock<'static>>,
    /// How many facts a subject had when it was last read out.
    seen: HashMap<Subject, u32>,
    /// The warning that drafts cannot be saved was given.
    warned: bool,
}

impl Talk {
    pub(super) fn new(console: Console) -> Self {
        Self {
            console,
            input: io::stdin().lock().split(b'\n'),
            seen: HashMap::new(),
            warned: false,
        }
    }

    pub(super) fn console(&self) -> &Console {
        &self.console
    }

    pub(super) fn lang(&self) -> Lang {
        self.console.lang()
    }

    pub(super) fn switch_language(&mut self) {
        self.console.config.lang = match self.console.config.lang {
            Lang::Ko => Lang::En,
            Lang::En => Lang::Ko,
        };
    }

    /// Remembers how many facts a subject had when it was read out.
    pub(super) fn mark_read(&mut self, subject: impl Into<Subject>, facts: u32) {
        self.seen.insert(subject.into(), facts);
    }

    /// True where a fact was added since the subject was read out; false on its first appearance.
    pub(super) fn is_changed(&mut self, row: &QueueRow) -> bool {
        *self.seen.entry(row.subject).or_insert(row.facts) != row.facts
    }

    /// Prints a line; control characters are spelt out.
    pub(super) fn print(&self, line: &str) -> Result<(), Failure> {
        self.console.line(&visible(line, Alphabet::Ascii))
    }

    /// Prints several lines, or none.
    pub(super) fn print_all(&self, lines: &[String]) -> Result<(), Failure> {
        lines.iter().try_for_each(|line| self.print(line))
    }

    /// Prints a phrase filled with values, as a line.
    pub(super) fn say(&self, phrase: Phrase, values: &[(&str, &str)]) -> Result<(), Failure> {
        self.print(&phrase.with(self.lang(), values))
    }

    /// The phrases as offers.
    pub(super) fn offers<const N: usize>(&self, phrases: [Phrase; N]) -> [String; N] {
        phrases.map(|phrase| phrase.get(self.lang()).to_owned())
    }

    /// Asks and waits for a line; `None` at the end of the input, or for an empty answer.
    pub(super) fn ask(&mut self, prompt: Phrase) -> Result<Option<String>, Failure> {
        let answer = self.line(prompt.get(self.lang()))?;
        Ok(answer.filter(|answer| !answer.is_empty()))
    }

    /// Asks and waits for a line, which may be empty; `None` at the end of the input.
    ///
    /// A terminal that erases by bytes leaves half a syllable after Backspace, and an arrow key leaves its sequence. Neither
    /// was meant, and a field must not be overwritten with it: the question is asked again.
    pub(super) fn line(&mut self, prompt: &str) -> Result<Option<String>, Failure> {
        loop {
            self.console.print(prompt)?;
            let Some(answer) = self.input.next() else {
                self.console.line("")?;
                return Ok(None);
            };
            match String::from_utf8(answer.map_err(Failure::Output)?) {
                Ok(answer) if !answer.contains('\u{1b}') => {
                    return Ok(Some(answer.trim().chars().take(MOST).collect()));
                }
                _ => self.say(text::BROKEN_LINE, &[])?,
            }
        }
    }

    /// Warns once that drafts cannot be saved, not after every answer.
    pub(super) fn warn_unsaved(&mut self, saved: Result<(), DeskError>) -> Result<(), Failure> {
        let warned = std::mem::replace(&mut self.warned, saved.is_err());
        match saved {
            Err(error) if !warned => self.print(&error.say_to(Audience::CommandLine, self.lang())),
            _ => Ok(()),
        }
    }

    /// Lets one of these be chosen by its number, counted from 0; `None` for going back.
    pub(super) fn choose(&mut self, offers: &[String]) -> Result<Option<usize>, Failure> {
        self.print_offers(offers, text::BACK)?;
        loop {
            match self.choice(offers)? {
                None => return Ok(None),
                Some(MenuChoice::Offer(at)) => return Ok(Some(at)),
                Some(MenuChoice::Typed(_)) => self.say_range(offers.len())?,
            }
        }
    }

    /// The same at the top level, where a receipt number may be typed in place of the number of an offer.
    pub(super) fn choose_or_type(
        &mut self,
        offers: &[String],
    ) -> Result<Option<MenuChoice>, Failure> {
        self.print_offers(offers, text::LEAVE)?;
        loop {
            match self.choice(offers)? {
                Some(MenuChoice::Typed(typed)) if typed.chars().all(|c| !c.is_ascii_digit()) => {
                    self.say_range(offers.len())?;
                }
                choice => return Ok(choice),
            }
        }
    }

    fn print_offers(&self, offers: &[String], back: Phrase) -> Result<(), Failure> {
        for (number, offer) in (1..).zip(offers) {
            self.print(&format!("{number}. {offer}"))?;
        }
        self.print(&format!("0. {}", back.get(self.lang())))
    }

    /// Reads one answer; `None` for 0, or at the end of the input.
    fn choice(&mut self, offers: &[String]) -> Result<Option<MenuChoice>, Failure> {
        let prompt = text::CHOOSE.get(self.lang());
        let answer = self.line(prompt)?;
        Ok(answer.and_then(|answer| match answer.parse::<usize>() {
            Ok(0) => None,
            Ok(number) if number <= offers.len() => Some(MenuChoice::Offer(number - 1)),
            _ => Some(MenuChoice::Typed(answer)),
        }))
    }

    fn say_range(&self, most: usize) -> Result<(), Failure> {
        self.say(text::NOT_ONE, &[("most", &most.to_string())])
    }

    /// Lets several of so many be chosen by their numbers, such as `1,3-5`; `None` for going back.
    pub(super) fn choose_several(&mut self, many: usize) -> Result<Option<Vec<usize>>, Failure> {
        loop {
            let Some(answer) = self.ask(text::WHICH)? else {
                return Ok(None);
            };
            if let Some(chosen) = numbers(&answer, many) {
                return Ok(Some(chosen));
            }
            self.say_range(many)?;
        }
    }

    /// Reports a refusal; only an error that ends the conversation is returned.
    pub(super) fn report(&self, result: Result<(), Failure>) -> Result<(), Failure> {
        match result {
            Err(Failure::Desk(error)) => {
                self.print(&error.say_to(Audience::CommandLine, self.lang()))
            }
            Err(Failure::Sentence(_, sentence)) => self.print(&sentence),
            other => other,
        }
    }
}

/// Parses numbers and ranges into indexes from 0; `None` where one of them is out of range.
fn numbers(answer: &str, many: usize) -> Option<Vec<usize>> {
    let mut chosen = Vec::new();
    for part in answer.split([',', ' ']).filter(|part| !part.is_empty()) {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let place = |typed: &str| {
            let place = typed.parse::<usize>().ok()?.checked_sub(1)?;
            (place < many).then_some(place)
        };
        chosen.extend(place(first)?..=place(last)?);
    }
    chosen.sort_unstable();
    chosen.dedup();
    (!chosen.is_empty()).then_some(chosen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_are_named_by_numbers_and_ranges() {
        for (answer, chosen) in [
            ("1", Some(vec![0])),
            ("3,1", Some(vec![0, 2])),
            ("1-3, 5", Some(vec![0, 1, 2, 4])),
            ("2 2-3", Some(vec![1, 2])),
            ("", None),
            ("0", None),
            ("6", None),
            ("4-6", None),
            ("3-1", None),
            ("둘", None),
        ] {
            assert_eq!(numbers(answer, 5), chosen, "{answer:?}");
        }
    }
}
