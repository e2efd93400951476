//! Questions out, answers in, line by line; and what the clerk has seen in this conversation.

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

/// The most characters of an answer that are read: more than any field takes.
const MOST: usize = 100_000;

/// What was answered to offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Chosen {
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
    /// It was said that drafts cannot be kept.
    warned: bool,
}

impl Talk {
    /// Begins to listen.
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

    /// Goes on in the other language.
    pub(super) fn switch_language(&mut self) {
        self.console.config.lang = match self.console.config.lang {
            Lang::Ko => Lang::En,
            Lang::En => Lang::Ko,
        };
    }

    /// Notes that a subject was read out as it stands with so many facts.
    pub(super) fn has_seen(&mut self, subject: impl Into<Subject>, facts: u32) {
        self.seen.insert(subject.into(), facts);
    }

    /// True where someone has written to it since it was read out; one that never was is as it is.
    pub(super) fn changed(&mut self, row: &QueueRow) -> bool {
        *self.seen.entry(row.subject).or_insert(row.facts) != row.facts
    }

    /// Says a line; what steers a terminal is spelt out.
    pub(super) fn say(&self, said: &str) -> Result<(), Failure> {
        self.console.line(&visible(said, Alphabet::Ascii))
    }

    /// Says several lines, and nothing for none.
    pub(super) fn say_all(&self, said: &[String]) -> Result<(), Failure> {
        said.iter().try_for_each(|line| self.say(line))
    }

    /// Asks and waits for a line; `None` when nobody is there any more, or for an empty answer.
    pub(super) fn ask(&mut self, prompt: &str) -> Result<Option<String>, Failure> {
        Ok(self.line(prompt)?.filter(|answer| !answer.is_empty()))
    }

    /// Asks and waits for a line, which may be empty; `None` when nobody is there any more.
    ///
    /// Where the line erases by bytes, Backspace leaves half a syllable, and an arrow key leaves its sequence: neither was
    /// meant, and what stands in a field must not be lost to it. That is asked for again.
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
                _ => self.say(text::BROKEN_LINE.get(self.lang()))?,
            }
        }
    }

    /// Says that a draft could not be kept, once and not after every answer.
    pub(super) fn kept(&mut self, done: Result<(), DeskError>) -> Result<(), Failure> {
        let warned = std::mem::replace(&mut self.warned, done.is_err());
        match done {
            Err(error) if !warned => self.say(&error.say_to(Audience::CommandLine, self.lang())),
            _ => Ok(()),
        }
    }

    /// Lets one of these be chosen by its number; `None` for going back.
    pub(super) fn choose(
        &mut self,
        offers: &[String],
        back: Phrase,
    ) -> Result<Option<usize>, Failure> {
        self.offer(offers, back)?;
        loop {
            match self.chosen(offers)? {
                None => return Ok(None),
                Some(Chosen::Offer(at)) => return Ok(Some(at)),
                Some(Chosen::Typed(_)) => self.not_one(offers.len())?,
            }
        }
    }

    /// The same where a receipt number may be typed in place of the number of an offer.
    pub(super) fn choose_or_type(
        &mut self,
        offers: &[String],
        back: Phrase,
    ) -> Result<Option<Chosen>, Failure> {
        self.offer(offers, back)?;
        loop {
            match self.chosen(offers)? {
                Some(Chosen::Typed(typed)) if typed.chars().all(|c| !c.is_ascii_digit()) => {
                    self.not_one(offers.len())?;
                }
                chosen => return Ok(chosen),
            }
        }
    }

    fn offer(&self, offers: &[String], back: Phrase) -> Result<(), Failure> {
        for (number, offer) in (1..).zip(offers) {
            self.say(&format!("{number}. {offer}"))?;
        }
        self.say(&format!("0. {}", back.get(self.lang())))
    }

    /// What was answered; `None` for 0, or where nobody is there any more.
    fn chosen(&mut self, offers: &[String]) -> Result<Option<Chosen>, Failure> {
        let prompt = text::CHOOSE.get(self.lang());
        let Some(answer) = self.line(prompt)? else {
            return Ok(None);
        };
        let number = answer.parse::<usize>().ok();
        Ok(match number {
            Some(0) => None,
            Some(number) if number <= offers.len() => Some(Chosen::Offer(number - 1)),
            _ => Some(Chosen::Typed(answer)),
        })
    }

    fn not_one(&self, most: usize) -> Result<(), Failure> {
        let most = most.to_string();
        self.say(&text::NOT_ONE.with(self.lang(), &[("most", &most)]))
    }

    /// Lets several of so many be chosen by their numbers, such as `1,3-5`; `None` for going back.
    pub(super) fn several(&mut self, many: usize) -> Result<Option<Vec<usize>>, Failure> {
        loop {
            let prompt = text::WHICH.get(self.lang());
            let Some(answer) = self.ask(prompt)? else {
                return Ok(None);
            };
            if let Some(chosen) = numbers(&answer, many) {
                return Ok(Some(chosen));
            }
            self.not_one(many)?;
        }
    }

    /// Says what was refused; only what ends the conversation goes on as an error.
    pub(super) fn told(&self, done: Result<(), Failure>) -> Result<(), Failure> {
        match done {
            Err(Failure::Desk(error)) => {
                self.say(&error.say_to(Audience::CommandLine, self.lang()))
            }
            Err(Failure::Said(_, said)) => self.say(&said),
            other => other,
        }
    }
}

/// The places, counted from 0, that numbers and stretches of them name; nothing where one of them is none of so many.
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
    fn several_are_named_by_numbers_and_stretches() {
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
