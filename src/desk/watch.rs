//! Whether others may have written here or opened a case: a look at times of files, which needs no connection.

use super::{Desk, presence};
use crate::store::LogStamp;
use std::{path::PathBuf, time::SystemTime};

/// Looks at the files of a desk from outside.
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
            presence: presence::touched(&presence::folder(&path)),
            path,
            touched: None,
            still: false,
        }
    }
}

impl Watch {
    /// True where [`Desk::changed`] is worth asking.
    ///
    /// Every commit touches the write-ahead log. Times are coarse: it is worth asking once more after they stood still.
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

    /// True where someone may have opened or left a case since this was asked last.
    pub fn is_presence_touched(&mut self) -> bool {
        let presence = presence::touched(&presence::folder(&self.path));
        std::mem::replace(&mut self.presence, presence) != presence
    }
}
