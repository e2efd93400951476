//! Why what was taken in was not put right.

use super::Refusal;
use crate::words::{Lang, refusals as text};

/// Why an amendment was not recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmendRefusal {
    /// Every value given is the one that stands.
    Same,
    /// It is answered: the complainant can no longer change the matter.
    Answered,
    /// It has ended.
    Ended,
}

impl From<AmendRefusal> for Refusal {
    fn from(refusal: AmendRefusal) -> Self {
        Self::Amend(refusal)
    }
}

impl AmendRefusal {
    /// The sentence, with the words of its actions still open.
    pub(super) fn sentence(self, lang: Lang) -> String {
        let phrase = match self {
            Self::Same => text::AMEND_SAME,
            Self::Answered => text::AMEND_ANSWERED,
            Self::Ended => text::AMEND_ENDED,
        };
        phrase.get(lang).to_owned()
    }
}
