//! What the desk replies, in families: the screen that asks for something matches its family exhaustively.

use super::PageFor;
use crate::{
    desk::{
        CalendarImpact, CaseView, ContactView, Counts, DeskError, DutyOutcome, DutyView, DutyYear,
        EarlierCase, Handover, QueueRow, Report, Rules, SearchResults, Viewer,
    },
    domain::{
        case::CaseNumber,
        deadline::Deadline,
        find::{QueryError, QueueView, SavedView},
        holidays::{Holiday, HolidayEdit},
        outlook::Outlook,
        staff::Staff,
        subject::ContactNumber,
    },
    tui::{many::Outcome, pane::PaneContent},
};
use std::sync::Arc;

/// What the desk replies.
#[derive(Debug)]
pub enum DeskReply {
    /// A page of the queue.
    Page(Vec<QueueRow>, PageFor),
    /// The numbers on the top line.
    Counts(Counts),
    /// The rules in force, who works here, and everyone on the staff.
    Rules(Arc<Rules>, Box<Staff>, Arc<[Staff]>),
    /// So many duties were opened that had begun.
    DutiesBegun(usize),
    /// Who else has a case open.
    Present(Vec<Viewer>),
    /// The row of the case with that number, if there is one.
    Jumped(String, Option<Box<QueueRow>>),
    /// What was asked for the pane beside the queue.
    Glance(PaneContent),
    /// What became of a command on each of several cases.
    ManyDone(Vec<Outcome>),
    /// The draft of that form, if there was one.
    Draft(String, Option<String>),
    /// A database was founded; the desk is open.
    Founded,
    /// It was not done, and why.
    Failed(Box<DeskError>),
    /// About a case.
    Case(CaseReply),
    /// About a matter that is being taken in.
    Intake(IntakeReply),
    /// About visits and calls.
    Contact(ContactReply),
    /// About the views of the queue.
    Views(ViewsReply),
    /// About the days ahead.
    Outlook(OutlookReply),
    /// About a search.
    Search(SearchReply),
    /// About the handover.
    Handover(HandoverReply),
    Duty(DutyReply),
    Holiday(HolidayReply),
}

impl DeskReply {
    /// True for what only the screen that asked can use, and not the queue or what is shown around the screens.
    pub fn is_for_screen(&self) -> bool {
        match self {
            Self::Page(..)
            | Self::Counts(_)
            | Self::Rules(..)
            | Self::DutiesBegun(_)
            | Self::Present(_)
            | Self::Jumped(..)
            | Self::Glance(_) => false,
            Self::ManyDone(_)
            | Self::Draft(..)
            | Self::Founded
            | Self::Failed(_)
            | Self::Case(_)
            | Self::Intake(_)
            | Self::Contact(_)
            | Self::Views(_)
            | Self::Outlook(_)
            | Self::Search(_)
            | Self::Handover(_)
            | Self::Duty(_)
            | Self::Holiday(_) => true,
        }
    }
}

/// About a case.
#[derive(Debug)]
pub enum CaseReply {
    /// The case, with earlier ones of the same person.
    Read(Box<CaseView>, Vec<EarlierCase>),
    /// The command was carried out.
    Done(CaseNumber),
}

/// About a matter that is being taken in.
#[derive(Debug)]
pub enum IntakeReply {
    /// What the form would open.
    Opens(Vec<Deadline>),
    /// Earlier cases of the same person.
    Earlier(Vec<EarlierCase>),
    /// It was taken in under that number.
    TakenIn(CaseNumber),
}

/// About visits and calls.
#[derive(Debug)]
pub enum ContactReply {
    /// Those that are open, the nearest deadline first.
    Open(Vec<QueueRow>),
    /// One of them.
    One(Box<ContactView>),
    /// The visitor or caller was taken in.
    Arrived(ContactNumber),
    /// The command was carried out.
    Done(ContactNumber),
    /// The visit or call became that case.
    Became(ContactNumber, CaseNumber),
}

/// About the views of the queue.
#[derive(Debug)]
pub enum ViewsReply {
    /// Every view with how many it shows; not counted where that is not one walk along an index.
    Counted(Vec<(QueueView, Option<u64>)>),
    /// The view of that name was removed.
    Removed(String),
}

/// About the days ahead.
#[derive(Debug)]
pub enum OutlookReply {
    /// How much falls due on each of them.
    Load(Box<Outlook>),
    /// The first rows of what ends then.
    Ending(QueueView, Vec<QueueRow>),
}

/// About a search.
#[derive(Debug)]
pub enum SearchReply {
    /// What was found by that line.
    Found(String, SearchResults),
    /// That line cannot be searched for.
    Unsearchable(String, QueryError),
    /// The line was saved as a view.
    Saved(SavedView),
}

/// About the handover.
#[derive(Debug)]
pub enum HandoverReply {
    /// What this shift hands over.
    Read(Box<Handover>),
    /// The note was written.
    Written,
    /// The note of that clerk was confirmed.
    Confirmed(String),
}

/// What the desk answers about duties.
#[derive(Debug)]
pub enum DutyReply {
    /// Those of a year.
    Year(Box<DutyYear>),
    /// One, with every period of its promise, and what helps with it.
    One(Box<DutyView>, Vec<DutyView>, Option<Arc<Report>>),
    /// One was changed.
    Changed(DutyOutcome),
}

/// What the desk answers about holidays.
#[derive(Debug)]
pub enum HolidayReply {
    /// The holidays of that year, and every edit.
    Year(i32, Vec<Holiday>, Vec<HolidayEdit>),
    /// The holiday table was changed.
    Changed(CalendarImpact),
}
