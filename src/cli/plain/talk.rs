//! Questions out, answers in, line by line.

use crate::{
    cli::{Failure, console::Console},
    tui::{symbols::Alphabet, text::visible},
    words::{Lang, Phrase, Say, plain as text},
};
use std::io::{self, BufRead, Lines, StdinLock};

/// The most characters of an answer that are read: more than any field takes.
const MOST: usize = 100_000;

/// A conversation on stdin and stdout.
pub(super) struct Talk<'a> {
    console: &'a Console,
    input: Lines<StdinLock<'static>>,
}

impl<'a> Talk<'a> {
    /// Begins to listen.
    pub(super) fn new(console: &'a Console) -> Self {
        Self {
            console,
            input: io::stdin().lock().lines(),
        }
    }

    pub(super) fn console(&self) -> &'a Console {
        self.console
    }

    pub(super) fn lang(&self) -> Lang {
        self.console.lang()
    }

    /// Says a line; what steers a terminal is spelt out.
    pub(super) fn say(&self, said: &str) -> Result<(), Failure> {
        self.console.line(&visible(said, Alphabet::Ascii))
    }

    /// Asks and waits for a line; `None` when nobody is there any more, or for an empty answer.
    pub(super) fn ask(&mut self, prompt: &str) -> Result<Option<String>, Failure> {
        Ok(self.line(prompt)?.filter(|answer| !answer.is_empty()))
    }

    /// Asks and waits for a line, which may be empty; `None` when nobody is there any more.
    pub(super) fn line(&mut self, prompt: &str) -> Result<Option<String>, Failure> {
        self.console.print(prompt)?;
        let Some(answer) = self.input.next() else {
            self.console.line("")?;
            return Ok(None);
        };
        let answer = answer.map_err(Failure::Output)?;
        Ok(Some(answer.trim().chars().take(MOST).collect()))
    }

    /// Lets one of these be chosen by its number; `None` for going back.
    pub(super) fn choose(
        &mut self,
        offers: &[String],
        back: Phrase,
    ) -> Result<Option<usize>, Failure> {
        for (number, offer) in (1..).zip(offers) {
            self.say(&format!("{number}. {offer}"))?;
        }
        self.say(&format!("0. {}", back.get(self.lang())))?;
        loop {
            let Some(answer) = self.line(text::CHOOSE.get(self.lang()))? else {
                return Ok(None);
            };
            match answer.parse::<usize>() {
                Ok(0) => return Ok(None),
                Ok(number) if number <= offers.len() => return Ok(Some(number - 1)),
                _ => {
                    let most = offers.len().to_string();
                    self.say(&text::NOT_ONE.with(self.lang(), &[("most", &most)]))?;
                }
            }
        }
    }

    /// Says what was refused; only what ends the conversation goes on as an error.
    pub(super) fn told(&self, done: Result<(), Failure>) -> Result<(), Failure> {
        match done {
            Err(Failure::Desk(error)) => self.say(&error.say(self.lang())),
            other => other,
        }
    }
}
