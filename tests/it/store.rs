//! The database file from outside: opening, sharing, damage, verification.

mod amend;
mod ends;
mod lifting;
mod log;
mod migration;
mod opening;
mod proof;
mod sharing;

use minwon::{
    desk::{Desk, DeskError, Foundation, Opening, Order, OtherWrites},
    domain::{
        case::CaseNumber,
        charter::{Channel, builtin::builtin_text},
        command::{Command, Exit, Handling, Intake},
        fact::Outcome,
        party::Party,
    },
};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The duties of the charter `gbvc` and the law in November 2026, which open automatically.
const DUTIES: u64 = 7;

/// A folder with a practice desk in it.
struct Office {
    folder: TempDir,
}

impl Office {
    fn new() -> Self {
        let office = Self {
            folder: TempDir::new().unwrap(),
        };
        let adopt = Foundation {
            charter: builtin_text("gbvc").unwrap(),
            practice: true,
        };
        Desk::found(&opening(&office.path(), "2026-11-02 10:00"), &adopt).unwrap();
        office
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("desk.db")
    }

    fn desk(&self, now: &str) -> Desk {
        Desk::open(&opening(&self.path(), now)).unwrap()
    }

    /// A plain SQLite connection.
    fn raw(&self) -> Connection {
        Connection::open(self.path()).unwrap()
    }
}

fn opening(path: &Path, now: &str) -> Opening {
    Opening {
        path: path.to_owned(),
        acting: None,
        now: Some(now.to_owned()),
    }
}

fn complaint(title: &str) -> Intake {
    Intake {
        title: title.into(),
        body: "교육장 에어컨이 나오지 않습니다.".into(),
        party: Party {
            name: "홍길동".into(),
            phone: "010-0000-1234".into(),
            ..Party::default()
        },
        ..Intake::new(Channel::Phone, "complaint")
    }
}

fn run(desk: &mut Desk, number: CaseNumber, command: Command) -> Result<(), DeskError> {
    let (at, seen) = (None, None);
    let order = Order {
        number,
        command,
        time: at.into(),
        seen,
    };
    desk.run(&order).map(drop)
}

fn answer() -> Command {
    Command::Handling(Handling::Answer {
        outcome: Outcome::Accepted,
        text: "고쳤습니다.".into(),
        ground: String::new(),
        remedy: String::new(),
    })
}

fn problems(desk: &mut Desk) -> Vec<String> {
    desk.verify().unwrap().problems
}
