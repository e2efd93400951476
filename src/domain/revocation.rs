//! Facts that were struck out: they stay on record, and what they did is as if it had not been.
//!
//! Revoking is a fact too. A fold passes over what is revoked; it must know of it before it begins, so that what follows a
//! revocation is the fold of all facts and not one step more.

use super::fact::{Fact, FactContent};
use crate::words::{Lang, Phrase};

/// A fact that was struck out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revocation {
    /// The number of the fact.
    pub fact: u32,
    /// The number of the fact that struck it out.
    pub by: u32,
}

/// What is struck out among the facts of a subject, in the order in which that was done.
pub fn revocations<K: FactContent>(facts: &[Fact<K>]) -> Vec<Revocation> {
    let revoked = facts.iter().filter_map(|fact| {
        Some(Revocation {
            fact: fact.kind.revokes()?,
            by: fact.seq,
        })
    });
    revoked.collect()
}

/// The fact that struck out the fact `seq`; `None` where it stands.
pub fn revoked_by(revoked: &[Revocation], seq: u32) -> Option<u32> {
    let mut revoked = revoked.iter();
    revoked.find(|one| one.fact == seq).map(|one| one.by)
}

/// The first fact is struck out: the subject itself was entered by mistake, and its number stays.
pub const RECEIPT: u32 = 1;

/// The name of a fact in a list: marked where it was struck out.
pub fn entry_name(name: &str, struck: Option<u32>, lang: Lang) -> String {
    match struck {
        None => name.to_owned(),
        Some(_) => Phrase::new("[취소] {name}", "[revoked] {name}").with(lang, &[("name", name)]),
    }
}

/// What stands under a fact that was struck out: by which it was.
pub fn struck_out_by(by: u32, lang: Lang) -> String {
    let by = by.to_string();
    Phrase::new("{by}번으로 취소됨", "struck out by no. {by}").with(lang, &[("by", &by)])
}
