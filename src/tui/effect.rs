//! What the screens ask of the desk, as plain data, and what they are told. [`perform()`] is the only bridge.

mod duty;
mod perform;

pub use duty::{DutyAsk, DutyTold, done as ask_duties};
pub use perform::{Office, perform, search_on};

use super::{many::Outcome, pane::Glanced};
use crate::{
    desk::{
        Ask, CaseView, ContactOrder, ContactView, Counts, DeskError, EarlierCase, Found, Handover,
        HolidayRequest, Order, Present, QueueRow, Recomputed, Rules,
    },
    domain::{
        case::CaseNumber,
        command::Intake,
        contact::Arrival,
        deadline::Deadline,
        find::{Fault, SavedView, Viewed},
        holidays::{Holiday, HolidayEdit},
        outlook::Outlook,
        party::Party,
        staff::Staff,
        subject::{ContactNumber, Subject},
    },
};
use std::sync::Arc;

/// What a screen asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// A page of a view of the queue; the tag comes back with it.
    Page(Viewed, Ask, PageFor),
    /// Every view with how many it shows.
    Views,
    /// How much falls due on each of so many days.
    Outlook(u16),
    /// The first rows of what ends then.
    Ending(Viewed, u32),
    /// Save a line of fields as a view under a name.
    SaveView(String, String),
    /// Remove the view that was saved under a name.
    RemoveView(String),
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
        /// Who.
        party: Party,
        /// The category of the new case.
        category: String,
        /// Its title and text.
        text: String,
        /// Leave out this case and later ones.
        except: Option<CaseNumber>,
    },
    /// Take a matter in and link it to earlier cases, all or nothing.
    TakeIn(Box<Intake>, Vec<CaseNumber>),
    /// Carry out a command.
    Run(Box<Order>),
    /// The visits and calls that are open.
    Contacts,
    /// One visit or call.
    Contact(ContactNumber),
    /// Take a visitor or a caller in.
    Arrive(Box<Arrival>),
    /// Carry out a command about a visit or a call.
    RunContact(Box<ContactOrder>),
    /// Take in as a case what began as a visit or a call.
    ContactToCase(ContactNumber, Box<Intake>),
    /// Carry out the same on several cases, each by itself; the first is the one that the form stands on.
    RunMany(Vec<Order>),
    /// Show to others which case is open here.
    Show(Option<Subject>),
    /// Who else has a case open.
    Present,
    /// Find the row of a case by its number, whole or without its year.
    Jump(String),
    /// Find cases by words.
    Search(String, u32),
    /// Read a form's draft.
    Draft(String),
    /// Keep a form's draft.
    KeepDraft {
        /// Which form.
        form: String,
        /// Its text.
        text: String,
    },
    /// Throw a form's draft away.
    DropDraft(String),
    /// What this shift hands over.
    Handover,
    /// Write the note for the next shift.
    HandOver(String),
    /// Confirm the last note.
    TakeOver,
    /// Something about duties.
    Duties(DutyAsk),
    /// The holidays of a year with the edits.
    Holidays(i32),
    /// Change the holiday table.
    ChangeHoliday(Box<HolidayRequest>),
    /// Found a database on a charter that comes with the program.
    Found(&'static str),
    /// Found a practice desk with believable cases.
    FoundDemo,
}

impl Effect {
    /// True for what only reads the file. What it is not true of may write, which nobody can who holds a snapshot.
    pub(super) fn reads(&self) -> bool {
        matches!(
            self,
            Self::Page(..)
                | Self::Views
                | Self::Outlook(_)
                | Self::Ending(..)
                | Self::Case(_)
                | Self::Glance(_)
                | Self::Counts
                | Self::Rules
                | Self::Preview(_)
                | Self::Earlier { .. }
                | Self::Contacts
                | Self::Contact(_)
                | Self::Present
                | Self::Jump(_)
                | Self::Search(..)
                | Self::Handover
                | Self::Duties(DutyAsk::Year(_) | DutyAsk::One(_))
                | Self::Holidays(_)
        )
    }
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

/// What a screen is told.
#[derive(Debug)]
pub enum Told {
    /// The visits and calls that are open, the nearest deadline first.
    Contacts(Vec<QueueRow>),
    /// One visit or call.
    Contact(Box<ContactView>),
    /// The visitor or caller was taken in.
    Arrived(ContactNumber),
    /// The command about a visit or a call was carried out.
    ContactDone(ContactNumber),
    /// The visit or call became that case.
    Became(ContactNumber, CaseNumber),
    /// A page of the queue.
    Page(Vec<QueueRow>, PageFor),
    /// Every view with how many it shows; not counted where that is not one walk along an index.
    Views(Vec<(Viewed, Option<u64>)>),
    /// How much falls due on each of the days ahead.
    Outlook(Box<Outlook>),
    /// The first rows of what ends then.
    Ending(Viewed, Vec<QueueRow>),
    /// The view was saved.
    ViewSaved(SavedView),
    /// The view of that name was removed.
    ViewRemoved(String),
    /// One case, with earlier ones of the same person.
    Case(Box<CaseView>, Vec<EarlierCase>),
    /// What was asked for the pane beside the queue.
    Glance(Glanced),
    /// The numbers on the top line.
    Counts(Counts),
    /// The rules in force, who works here, and everyone on the staff.
    Rules(Arc<Rules>, Box<Staff>, Arc<[Staff]>),
    /// What the form would open.
    Preview(Vec<Deadline>),
    /// Earlier cases of the same person.
    Earlier(Vec<EarlierCase>),
    /// The matter was taken in under that number.
    TakenIn(CaseNumber),
    /// The command was carried out.
    Done(CaseNumber),
    /// What became of it on each.
    ManyDone(Vec<Outcome>),
    /// Who else has a case open.
    Present(Vec<Present>),
    /// The row of the case with that number, if there is one.
    Jumped(String, Option<Box<QueueRow>>),
    /// What was found by that line.
    Found(String, Found),
    /// That line cannot be searched for.
    Unsearchable(String, Fault),
    /// The draft of that form, if there was one.
    Draft(String, Option<String>),
    /// What this shift hands over.
    Handover(Box<Handover>),
    /// The note was written.
    HandedOver,
    /// The note of that clerk was confirmed.
    TakenOver(String),
    /// Something about duties.
    Duties(DutyTold),
    /// The holidays of that year, and every edit.
    Holidays(i32, Vec<Holiday>, Vec<HolidayEdit>),
    /// The holiday table was changed.
    HolidayChanged(Recomputed),
    /// A database was founded; the desk is open.
    Founded,
    /// It was not done, and why.
    Failed(Box<DeskError>),
}
