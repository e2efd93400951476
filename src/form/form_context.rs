//! What every form needs to know besides its subject.

use crate::{
    domain::staff::{Names, Role, Staff},
    words::Lang,
};
use chrono::{DateTime, Utc};

/// What every form depends on besides its subject.
#[derive(Clone, Copy, Debug)]
pub struct FormContext<'a> {
    pub lang: Lang,
    pub now: DateTime<Utc>,
    /// The clerk who fills it in; `None` before a desk is open.
    pub actor: Option<&'a Staff>,
    pub people: &'a [Staff],
}

impl<'a> FormContext<'a> {
    /// The role of who fills it in: the least before a desk is open.
    pub(crate) fn role(self) -> Role {
        self.actor.map_or(Role::Clerk, |actor| actor.role)
    }

    /// The names of the staff.
    pub fn names(self) -> Names<'a> {
        Names {
            staff: self.people,
            lang: self.lang,
        }
    }
}
