//! What stands on the record of an officer: cautions, trainings, praise.

use crate::words::closed_set;
use chrono::{DateTime, Utc};

closed_set! {
    /// What stands on the record of an officer.
    ConductKind {
        Caution = "caution", "주의", "caution";
        Training = "training", "교육", "training";
        /// A case of praise in that officer's charge.
        Praise = "praise", "칭찬", "praise";
    }
}

/// An entry on the record of an officer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conduct {
    pub kind: ConductKind,
    /// A login, or a name of nobody on the staff.
    pub officer: String,
    pub at: DateTime<Utc>,
    /// The fact of the case.
    pub seq: u32,
}
