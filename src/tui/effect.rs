//! What the screens ask of the desk, as plain data, and what it replies. [`perform()`] is the only bridge.

mod perform;
mod reply;

pub use perform::{DeskSession, ReadSnapshot, perform, search_on};
pub use reply::{
    CaseReply, ContactReply, DeskReply, DutyReply, HandoverReply, HolidayReply, IntakeReply,
    OutlookReply, SearchReply, ViewsReply,
};

use crate::{
    desk::{ContactOrder, DutyChange, HolidayRequest, Order, QueueQuery},
    domain::{
        case::CaseNumber,
        command::Intake,
        contact::Arrival,
        find::QueueView,
        party::Party,
        subject::{ContactNumber, DutyNumber, Subject},
    },
};

/// What a screen asks for.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "one or two live at a time, and a box would cost every read an allocation"
)]
pub enum Effect {
    /// Reads the database: what is read in a row is read in one snapshot.
    Read(Query),
    /// Writes to the database.
    Write(Change),
    /// Reads or writes a draft, which lies in a file of its own.
    Draft(DraftEffect),
    /// Shows to others which case is open here.
    Show(Option<Subject>),
    /// Creates the database.
    Found(Founding),
}

impl From<Query> for Effect {
    fn from(query: Query) -> Self {
        Self::Read(query)
    }
}

impl From<Change> for Effect {
    fn from(change: Change) -> Self {
        Self::Write(change)
    }
}

impl From<DraftEffect> for Effect {
    fn from(draft: DraftEffect) -> Self {
        Self::Draft(draft)
    }
}

/// What can be read.
#[derive(Clone, Debug, PartialEq)]
pub enum Query {
    /// A page of a view of the queue; the tag comes back with it.
    Page(QueueView, QueueQuery, PageFor),
    /// Every view with how many it shows.
    Views,
    /// How much falls due on each of so many days.
    Outlook(u16),
    /// The first rows of what ends then.
    Ending(QueueView, u32),
    /// One case for the pane or the full screen.
    Case(CaseNumber),
    /// A case, a visit or call, or a duty for the pane beside the queue, without looking for earlier cases.
    Glance(Subject),
    /// The numbers on the top line.
    Counts,
    /// The rules in force.
    Rules,
    /// What a half-filled form would open.
    Preview(Box<Intake>),
    /// Earlier cases of the same person.
    Earlier {
        party: Party,
        /// The category of the new case.
        category: String,
        /// Its title and text.
        text: String,
        /// Leave out this case and later ones.
        except: Option<CaseNumber>,
    },
    /// The visits and calls that are open.
    Contacts,
    /// One visit or call.
    Contact(ContactNumber),
    /// Who else has a case open.
    Present,
    /// The row of a case by its number, whole or without its year.
    Jump(String),
    /// Cases by words.
    Search(String, u32),
    /// What this shift hands over.
    Handover,
    /// The duties of a year.
    Duties(u16),
    /// One duty, with every period of its promise and what helps with it.
    Duty(DutyNumber),
    /// The holidays of a year with the edits.
    Holidays(i32),
}

/// What can be written.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Save a line of fields as a view under a name.
    SaveView(String, String),
    /// Remove the view that was saved under a name.
    RemoveView(String),
    /// Take a matter in and link it to earlier cases, all or nothing.
    TakeIn(Box<Intake>, Vec<CaseNumber>),
    /// Carry out a command.
    Run(Box<Order>),
    /// Carry out the same on several cases, each by itself; the first is the one that the form stands on.
    RunMany(Vec<Order>),
    /// Take a visitor or a caller in.
    Arrive(Box<Arrival>),
    /// Carry out a command about a visit or a call.
    RunContact(Box<ContactOrder>),
    /// Take in as a case what began as a visit or a call.
    ContactToCase(ContactNumber, Box<Intake>),
    /// Write the note for the next shift.
    HandOver(String),
    /// Confirm the last note.
    TakeOver,
    /// Open the duties that have begun since anyone looked.
    BeginDuties,
    /// Change a duty.
    Duty(DutyChange),
    /// Change the holiday table.
    Holiday(Box<HolidayRequest>),
}

/// What is done with the draft of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftEffect {
    Read(String),
    Keep {
        form: String,
        text: String,
    },
    /// Throw it away.
    Drop(String),
}

/// What a database is founded with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Founding {
    /// A charter that comes with the program.
    Charter(&'static str),
    /// A practice desk with believable cases.
    Practice,
}

/// What a page of the queue is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageFor {
    /// To stand in place of all rows; the bar goes to the first row.
    Top,
    /// To stand in place of all rows; the bar goes to the last row.
    Bottom,
    /// To stand in place of all rows; the bar stays on its case, or near.
    Again,
    /// To stand in place of all rows after the list became shorter; the bar stays on its case, or near.
    AgainFromEnd,
    /// To stand in place of all rows, as the window stood when the line was lost.
    Resume,
    /// To stand in place of all rows, with the bar on that one if it comes first.
    Jump(Subject),
    /// To come after the rows: the list scrolls down by so many.
    Below,
    /// To come before the rows: the list scrolls up by so many. One row more tells that the list does not begin there.
    Above(usize),
}
