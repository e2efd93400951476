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
    Page(Vec<QueueRow>, PageFor),
    Counts(Counts),
    /// The rules in force, the signed-in clerk, and the whole staff.
    Rules(Arc<Rules>, Box<Staff>, Arc<[Staff]>),
    DutiesBegun(usize),
    Present(Vec<Viewer>),
    /// What was typed, and the row of that case.
    Jumped(String, Option<Box<QueueRow>>),
    Glance(PaneContent),
    ManyDone(Vec<Outcome>),
    /// The name of the form, and its draft.
    Draft(String, Option<String>),
    Founded,
    Failed(Box<DeskError>),
    Case(CaseReply),
    Intake(IntakeReply),
    Contact(ContactReply),
    Views(ViewsReply),
    Outlook(OutlookReply),
    Search(SearchReply),
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
    Read(Box<CaseView>, Vec<EarlierCase>),
    Done(CaseNumber),
}

/// About a matter that is being taken in.
#[derive(Debug)]
pub enum IntakeReply {
    /// The deadlines of a half-filled form.
    Opens(Vec<Deadline>),
    Earlier(Vec<EarlierCase>),
    TakenIn(CaseNumber),
}

/// About visits and calls.
#[derive(Debug)]
pub enum ContactReply {
    /// The nearest deadline first.
    Open(Vec<QueueRow>),
    One(Box<ContactView>),
    Arrived(ContactNumber),
    Done(ContactNumber),
    Became(ContactNumber, CaseNumber),
}

/// About the views of the queue.
#[derive(Debug)]
pub enum ViewsReply {
    /// `None` where the count is more than one walk along an index.
    Counted(Vec<(QueueView, Option<u64>)>),
    Removed(String),
}

/// About the days ahead.
#[derive(Debug)]
pub enum OutlookReply {
    Load(Box<Outlook>),
    Ending(QueueView, Vec<QueueRow>),
}

/// About a search.
#[derive(Debug)]
pub enum SearchReply {
    /// The line, and what it found.
    Found(String, SearchResults),
    Unsearchable(String, QueryError),
    Saved(SavedView),
}

/// About the handover.
#[derive(Debug)]
pub enum HandoverReply {
    Read(Box<Handover>),
    Written,
    /// Who wrote the note.
    Confirmed(String),
}

/// What the desk answers about duties.
#[derive(Debug)]
pub enum DutyReply {
    Year(Box<DutyYear>),
    /// One duty, every period of its promise, and the report that helps with it.
    One(Box<DutyView>, Vec<DutyView>, Option<Arc<Report>>),
    Changed(DutyOutcome),
}

/// What the desk answers about holidays.
#[derive(Debug)]
pub enum HolidayReply {
    /// The holidays of the year, and every edit.
    Year(i32, Vec<Holiday>, Vec<HolidayEdit>),
    Changed(CalendarImpact),
}
