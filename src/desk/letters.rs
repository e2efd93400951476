//! The letters of the office: those of the program, and its own in their place.

mod compose;

pub use compose::NoticeView;
pub(in crate::desk) use compose::Written;

use super::{Desk, DeskError};
use crate::{
    domain::{
        letter::{self, LetterEdit, LetterKind, Mark, Template, TemplateFault, Unfilled},
        rights::Operation,
    },
    words::{Lang, Say, letters as words},
};

/// A letter with its marks, as it goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterText {
    pub kind: LetterKind,
    pub text: String,
    /// By whom it was made the office's own; `None` for the letter of the program.
    pub own: Option<LetterEdit>,
}

/// Why a letter stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LetterError {
    #[error("the letter has {} fault(s)", .0.len())]
    Faulty(Vec<TemplateFault>),
    #[error("the letter {0} says this already")]
    Unchanged(LetterKind),
    /// Written anew, it does not say any more what the law asks for.
    #[error("the letter has lost {} value(s)", .0.len())]
    Lost(Vec<Mark>),
    #[error("the letter lacks {} value(s)", .0.0.len())]
    Unfilled(Unfilled),
}

impl Say for LetterError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Faulty(faults) => {
                let lines: Vec<String> = faults.iter().map(|fault| fault.say(lang)).collect();
                lines.join("\n")
            }
            Self::Lost(marks) => {
                let marks: Vec<String> = marks.iter().map(|mark| mark.say(lang)).collect();
                words::LOST.of(lang, &[("marks", marks.join(", "))])
            }
            Self::Unfilled(unfilled) => unfilled.say(lang),
            Self::Unchanged(kind) => words::UNCHANGED.of(lang, &[("letter", kind.say(lang))]),
        }
    }
}

impl Desk {
    /// The letter in force.
    pub fn letter_text(&self, kind: LetterKind) -> Result<LetterText, DeskError> {
        let edit = self.store.reader().letter_edit(kind)?;
        let own = edit.filter(|edit| edit.text.is_some());
        let text = own.as_ref().and_then(|edit| edit.text.clone());
        Ok(LetterText {
            kind,
            text: text.unwrap_or_else(|| letter::text(kind)),
            own,
        })
    }

    /// Every letter in force.
    pub fn letter_texts(&self) -> Result<Vec<LetterText>, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let kinds = LetterKind::ALL.iter();
        kinds.map(|kind| self.letter_text(*kind)).collect()
    }

    /// Makes a text the office's own letter.
    ///
    /// # Errors
    /// What is wrong with it or missing in it; the actor is no administrator.
    pub fn edit_letter(&mut self, kind: LetterKind, text: &str) -> Result<(), DeskError> {
        self.enter_letter(kind, Some(text.to_owned()))
    }

    /// Puts the letter of the program back in force.
    ///
    /// # Errors
    /// It is in force; the actor is no administrator.
    pub fn reset_letter(&mut self, kind: LetterKind) -> Result<(), DeskError> {
        self.enter_letter(kind, None)
    }

    fn enter_letter(&mut self, kind: LetterKind, text: Option<String>) -> Result<(), DeskError> {
        let write = self.store.write(&self.actor, Operation::Letters)?;
        if let Some(text) = &text {
            Template::check(kind, text).map_err(LetterError::Faulty)?;
        }
        let before = write.reader().letter_edit(kind)?;
        if before.and_then(|edit| edit.text) == text {
            return Err(LetterError::Unchanged(kind).into());
        }
        write.add_letter_edit(&LetterEdit {
            kind,
            text,
            entered_at: write.now,
            entered_by: self.actor.login.clone(),
        })?;
        Ok(write.commit()?)
    }

    /// Every fault of a letter that is not entered yet, also what the law asks for in it where the kind is known.
    pub fn letter_faults(kind: Option<LetterKind>, text: &str) -> Vec<TemplateFault> {
        let read = match kind {
            Some(kind) => Template::check(kind, text),
            None => Template::parse(text),
        };
        read.err().unwrap_or_default()
    }
}
