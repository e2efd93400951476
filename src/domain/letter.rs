//! Letters: what the desk writes to complainants and departments, as text from facts.
//!
//! Pure. Must not know how a letter leaves.

mod builtin;
mod date;
mod edit;
mod fill;
mod html;
mod kind;
mod mark;
mod sms;
mod source;
mod template;

use crate::{
    domain::{party::Party, subject::Prose},
    words::{Lang, Say, closed_set},
};

pub use builtin::{Remedy, template, text};
pub use date::{day, moment, plain_day};
pub use edit::LetterEdit;
pub use fill::{Unfilled, Values};
pub(in crate::domain) use html::escaped;
pub use kind::{LetterKind, Readership};
pub use mark::{Mark, MarkClass};
pub use sms::message;
pub use source::{Addressed, EarlierResult, Source};
pub use template::{MOST_BYTES, Template, TemplateFault};

closed_set! {
    /// The form in which a letter is written.
    LetterFormat {
        Text = "text", "글", "text";
        Html = "html", "HTML", "HTML";
    }
}

/// A letter as it goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub kind: LetterKind,
    /// What a mail is headed by: the body, what it is, the receipt number; nobody's name and nothing of the matter.
    pub subject: String,
    pub text: String,
}

impl Letter {
    /// Reads what was kept of one that left; `None` where it was erased.
    pub fn as_it_left(kind: LetterKind, kept: &Prose) -> Option<Self> {
        let (subject, text) = kept.as_str().split_once("\n\n")?;
        Some(Self {
            kind,
            subject: subject.to_owned(),
            text: text.to_owned(),
        })
    }

    /// The same letter with another text.
    #[must_use]
    pub fn saying(mut self, text: &Prose) -> Self {
        text.as_str().clone_into(&mut self.text);
        self
    }

    /// The same with what it says of a person masked.
    #[must_use]
    pub fn masked(mut self, party: &Party) -> Self {
        let masked = party.masked_with_behalf();
        for (part, shown) in [
            (&party.name, &masked.name),
            (&party.phone, &masked.phone),
            (&party.email, &masked.email),
            (&party.address, &masked.address),
            (&party.behalf.proxy, &masked.behalf.proxy),
            (&party.behalf.representative, &masked.behalf.representative),
        ] {
            if !part.trim().is_empty() {
                self.text = self.text.replace(part.as_str(), shown);
            }
        }
        self
    }

    /// What is kept of it: what it is headed by, and its text.
    pub fn as_it_leaves(&self) -> Prose {
        Prose::new(format!("{}\n\n{}", self.subject, self.text))
    }

    /// Fills a letter with values.
    ///
    /// # Errors
    /// The marks without a value.
    pub fn write(kind: LetterKind, template: &Template, values: &Values) -> Result<Self, Unfilled> {
        let heads = [Mark::Office, Mark::Number];
        let missing: Vec<Mark> = heads
            .into_iter()
            .filter(|mark| values.get(*mark).is_none())
            .collect();
        if !missing.is_empty() {
            return Err(Unfilled(missing));
        }
        let [office, number] = heads.map(|mark| values.get(mark).unwrap_or_default());
        Ok(Self {
            kind,
            subject: format!("[{office}] {} (접수번호 {number})", kind.say(Lang::Ko)),
            text: template.fill(values)?,
        })
    }
}

#[cfg(test)]
mod tests;
