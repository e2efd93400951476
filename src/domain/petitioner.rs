//! What intake asks about who brings a matter, beyond the person: how they want to be told, who speaks for them, how many
//! they are.
//!
//! It stands in the receipt, so it holds no personal data: the names are in [`Behalf`](super::party::Behalf).

use crate::words::closed_set;
use serde::{Deserialize, Serialize};

/// From so many on, people without a representative are asked for one (decree art. 8).
const ASKED_FOR_REPRESENTATIVE: u32 = 3;
/// From so many people and households on, a petition concerns many people (act art. 2): its list of names is kept in the
/// original.
pub const MANY: u32 = 5;

closed_set! {
    /// How the person wants to be told of the result.
    ReplyWay {
        Mail = "mail", "이메일", "e-mail";
        Sms = "sms", "문자", "text message";
        Phone = "phone", "전화", "phone";
        Post = "post", "우편", "letter";
        Counter = "counter", "직접 수령", "at the counter";
    }
}

/// What intake asked about the petitioner. Empty where nothing was answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Petitioner {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_by: Option<ReplyWay>,
    /// `None` where the person speaks for themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy: Option<Proxy>,
    /// How many bring it together; `None` for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// How many households they are; asked where many people bring it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub households: Option<u32>,
    /// They, or the body, named who represents them.
    #[serde(default, skip_serializing_if = "is_false")]
    pub represented: bool,
    /// No name was given, but the clerk says that the person can be identified.
    #[serde(default, skip_serializing_if = "is_false")]
    pub identifiable: bool,
    /// It was brought by word of mouth alone.
    #[serde(default, skip_serializing_if = "is_false")]
    pub oral: bool,
}

/// Someone else speaks for the petitioner (decree art. 6(6), rule art. 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proxy {
    /// The clerk saw who they are and their power of attorney.
    pub authority_seen: bool,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
const fn is_false(mark: &bool) -> bool {
    !*mark
}

impl Petitioner {
    /// True where nothing was answered.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many bring it.
    pub fn count(&self) -> u32 {
        self.people.unwrap_or(1).max(1)
    }

    /// True where many people of many households bring it together (act arts. 2 and 24).
    pub fn are_many(&self) -> bool {
        let many = |number: Option<u32>| number.is_some_and(|number| number >= MANY);
        many(self.people) && many(self.households)
    }

    /// True where it depends on the number of households whether many bring it.
    pub fn lacks_households(&self) -> bool {
        self.people.is_some_and(|people| people >= MANY) && self.households.is_none()
    }

    /// True where they are to be asked for a representative (decree art. 8).
    pub fn lacks_representative(&self) -> bool {
        let several = self
            .people
            .is_some_and(|people| people >= ASKED_FOR_REPRESENTATIVE);
        several && !self.represented
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_answered_is_not_written() {
        let empty = serde_json::to_string(&Petitioner::default()).unwrap();
        assert_eq!(empty, "{}");
        assert!(Petitioner::default().is_empty());
    }
}
