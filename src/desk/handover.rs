//! Handing over from one shift to the next: what came in, what was done, what falls due, and a note that the next clerk
//! confirms.

use super::{Desk, DeskError, QueueQuery, QueueRow};
use crate::{
    domain::{input, party::Field, refusal::Refusal, rights::Operation},
    store::HandoverNote,
};
use chrono::{DateTime, TimeDelta, Utc};

/// How far deadlines are listed ahead, and facts counted back without an earlier note.
const SHIFT: TimeDelta = TimeDelta::hours(12);
/// How many rows are listed as falling due.
const MOST: u32 = 200;

/// The summary for the next shift.
#[derive(Clone, Debug, PartialEq)]
pub struct Handover {
    /// Start of the count: the last confirmed note, or a shift ago.
    pub since: DateTime<Utc>,
    pub until: DateTime<Utc>,
    pub came_in: u64,
    /// How many facts of each other kind were recorded, by the id of the kind.
    pub done: Vec<(String, u64)>,
    /// Due by `until` or overdue, the nearest first: at most [`MOST`].
    pub due: Vec<QueueRow>,
    /// All that are due, listed or not.
    pub due_count: u64,
    pub note: Option<HandoverNote>,
}

impl Desk {
    /// Reads what this shift hands over, with deadlines up to `until`, or half a day ahead.
    pub fn handover(&self, until: Option<DateTime<Utc>>) -> Result<Handover, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let now = self.now();
        let until = until.unwrap_or(now + SHIFT);
        let reader = self.store.reader();
        let notes = reader.handovers(20)?;
        let confirmed = notes.iter().find(|note| note.confirmed.is_some());
        let since = confirmed.map_or(now - SHIFT, |note| note.at);
        let (came, done): (Vec<_>, Vec<_>) = reader
            .recorded_between(since, now)?
            .into_iter()
            .partition(|(kind, _)| kind == "received");
        let mut due = self.queue(&QueueQuery {
            limit: MOST,
            now,
            ..QueueQuery::default()
        })?;
        due.retain(|row| row.due_at.is_some_and(|due| due <= until));
        Ok(Handover {
            since,
            until,
            came_in: came.iter().map(|(_, count)| count).sum(),
            done,
            due,
            due_count: reader.due_by(until)?,
            note: notes.into_iter().next(),
        })
    }

    /// Records the note for the next shift.
    ///
    /// # Errors
    /// The text is missing or too long.
    pub fn hand_over(&mut self, text: &str) -> Result<i64, DeskError> {
        let write = self.store.write(&self.actor, Operation::HandOver)?;
        let now = write.now;
        let text = input::clean(text);
        if let Some(fault) = input::fault(&text, true, input::Shape::Lines(input::TEXT_MAX)) {
            return Err(Refusal::field(Field::Text, fault).into());
        }
        let id = write.add_handover(&text, &self.actor.login, now)?;
        write.commit()?;
        Ok(id)
    }

    /// Confirms the last note as the next shift.
    ///
    /// # Errors
    /// There is no unconfirmed note; its author cannot confirm it.
    pub fn take_over(&mut self) -> Result<HandoverNote, DeskError> {
        let write = self.store.write(&self.actor, Operation::TakeOver)?;
        let now = write.now;
        let last = write.reader().handovers(1)?.into_iter().next();
        let Some(note) = last.filter(|note| note.confirmed.is_none()) else {
            return Err(DeskError::NoHandover);
        };
        if note.by == self.actor.login {
            return Err(DeskError::OwnHandover);
        }
        write.confirm_handover(note.id, &self.actor.login, now)?;
        write.commit()?;
        let confirmed = Some((now, self.actor.login.clone()));
        Ok(HandoverNote { confirmed, ..note })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        desk::{Foundation, Opening},
        domain::{
            charter::{Channel, builtin::builtin_text},
            command::Intake,
            staff::{Role, Staff},
        },
    };
    use tempfile::TempDir;

    fn opening(folder: &TempDir, acting: Option<&str>, now: &str) -> Opening {
        Opening {
            path: folder.path().join("desk.db"),
            acting: acting.map(str::to_owned),
            now: Some(now.to_owned()),
        }
    }

    #[test]
    fn the_next_clerk_confirms_the_note_and_counting_begins_anew() {
        let folder = TempDir::new().unwrap();
        let charter = builtin_text("gbvc").unwrap();
        let practice = true;
        let first = opening(&folder, None, "2026-11-23 14:00");
        let mut desk = Desk::found(&first, &Foundation { charter, practice }).unwrap();
        let park = Staff {
            login: "park".into(),
            name: "박예시".into(),
            department: String::new(),
            phone: String::new(),
            mobile: String::new(),
            deputy: String::new(),
            role: Role::Clerk,
            retired_at: None,
        };
        desk.add_staff(&park).unwrap();
        let mut matter = Intake::new(Channel::Phone, "complaint");
        matter.title = "복도 소음".into();
        desk.intake(&matter).unwrap();
        let handed = desk.handover(None).unwrap();
        assert_eq!((handed.came_in, handed.note), (1, None));
        assert!(matches!(desk.take_over(), Err(DeskError::NoHandover)));
        assert!(matches!(desk.hand_over(" "), Err(DeskError::Refusal(_))));
        desk.hand_over("소음 민원은 내일 다시 전화하기로 함")
            .unwrap();
        assert!(matches!(desk.take_over(), Err(DeskError::OwnHandover)));
        drop(desk);
        let next = opening(&folder, Some("park"), "2026-11-23 18:00");
        let mut desk = Desk::open(&next).unwrap();
        assert_eq!(desk.handover(None).unwrap().came_in, 1);
        let taken = desk.take_over().unwrap();
        assert_eq!(taken.confirmed.unwrap().1, "park");
        assert!(matches!(desk.take_over(), Err(DeskError::NoHandover)));
        let handed = desk.handover(None).unwrap();
        assert_eq!((handed.came_in, handed.done.len()), (0, 0));
        assert_eq!(
            handed.note.unwrap().text,
            "소음 민원은 내일 다시 전화하기로 함"
        );
        assert!(desk.verify().unwrap().problems.is_empty());
    }

    #[test]
    fn only_what_falls_due_in_time_is_listed() {
        let folder = TempDir::new().unwrap();
        let charter = builtin_text("gbvc").unwrap();
        let practice = true;
        let first = opening(&folder, None, "2026-11-23 14:00");
        let mut desk = Desk::found(&first, &Foundation { charter, practice }).unwrap();
        let mut matter = Intake::new(Channel::Phone, "suggestion");
        matter.title = "복도 소음".into();
        matter.party.name = "홍길동".into();
        desk.intake(&matter).unwrap();
        let cases = |until| {
            let due = desk.handover(until).unwrap().due;
            due.iter()
                .filter(|row| row.subject.case().is_some())
                .count()
        };
        let later = "2027-01-20T00:00:00Z".parse().unwrap();
        assert_eq!((cases(None), cases(Some(later))), (0, 1));
    }
}
