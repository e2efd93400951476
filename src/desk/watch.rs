//! Whether others may have written or opened a case: by modification times of files, without a connection.

use super::{Desk, presence};
use crate::store::LogStamp;
use std::{path::PathBuf, time::SystemTime};

/// The files of a desk, as they were at the last look.
#[derive(Debug)]
pub struct Watch {
    path: PathBuf,
    /// Stamp of the write-ahead log at the last look.
    touched: Option<LogStamp>,
    /// True where the stamp did not change at the last look either.
    still: bool,
    /// Modification time of the presence folder at the last look.
    presence: Option<SystemTime>,
}

impl Desk {
    /// Watches the files of this desk, from any thread.
    pub fn watch(&self) -> Watch {
        let path = self.path().to_owned();
        Watch {
            presence: presence::modified(&presence::folder(&path)),
            path,
            touched: None,
            still: false,
        }
    }
}

impl Watch {
    /// True where [`Desk::other_writes`] may find something: every commit touches the write-ahead log before it can be read.
    /// Times are coarse, so it is also true once after they stopped changing.
    pub fn is_log_touched(&mut self) -> bool {
        let touched = LogStamp::at(&self.path);
        let still = touched.is_some() && touched == self.touched;
        if still && std::mem::replace(&mut self.still, true) {
            return false;
        }
        self.still = still;
        self.touched = touched;
        true
    }

    /// Looks again though the log is not touched again: a write is under way.
    pub fn look_again(&mut self) {
        self.still = false;
    }

    /// True where someone may have opened or left a case since the last call.
    pub fn is_presence_touched(&mut self) -> bool {
        let presence = presence::modified(&presence::folder(&self.path));
        std::mem::replace(&mut self.presence, presence) != presence
    }
}
