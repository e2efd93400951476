//! The first fact of a case.

use super::Prose;
use crate::domain::{
    charter::{CaseKind, Channel, Detail, Happened, Topic},
    limit::Limit,
    petitioner::Petitioner,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What was taken in: the fact behind [`FactKind::Received`](super::FactKind::Received).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent marks of the form: each may stand with any other"
)]
pub struct Receipt {
    /// The version of the charter that holds for the case.
    pub charter: i64,
    pub channel: Channel,
    /// The category's id in the charter.
    pub category: String,
    pub case_kind: CaseKind,
    /// The topics of the category at that time.
    pub topics: Vec<Topic>,
    /// The department of the counter that took it in.
    pub department: String,
    pub title: Prose,
    pub body: Prose,
    pub arrived_at: DateTime<Utc>,
    /// When it was accepted; `None` while it waits to be.
    pub received_at: Option<DateTime<Utc>>,
    pub needs_review: bool,
    /// An officer wrote it for a customer who cannot write.
    pub on_behalf: bool,
    /// The customer needs help on the spot.
    pub assistance: bool,
    /// The complainant is unknown: by law no petition (decree art. 2).
    pub anonymous: bool,
    pub has_email: bool,
    /// The charter promises a mail beside the letter with the result.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub result_mail: bool,
    /// Where the fault happened that it complains of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub happened: Option<Happened>,
    /// The misconduct of staff that it complains of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub misconduct: Option<Detail>,
    #[serde(default, skip_serializing_if = "Petitioner::is_empty")]
    pub petitioner: Petitioner,
    /// The period of handling of a statutory petition, where it is not that of its category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Limit>,
}

impl Receipt {
    /// True where it was not accepted on arrival, so that its acceptance has a limit (decree art. 6(8)); not where somebody
    /// who came or called was taken in.
    pub fn waited(&self) -> bool {
        let in_person = matches!(self.channel, Channel::Visit | Channel::Phone);
        self.received_at
            .is_none_or(|at| at > self.arrived_at && !in_person)
    }

    /// True where the law gives it a period: the person is known (decree art. 2), and what must be written was not said
    /// alone (act art. 8). What was written down for the customer and signed is written (decree art. 10(4)).
    pub fn is_petition(&self) -> bool {
        !self.anonymous && !self.lacks_writing()
    }

    /// True where it was only said, though the law wants it in writing: the desk offers to write it down.
    pub fn lacks_writing(&self) -> bool {
        self.petitioner.oral && !self.on_behalf && self.case_kind != CaseKind::Other
    }
}
