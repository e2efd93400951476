//! Performs effects on the desk. Must not know screens, and must not decide anything.

use super::{
    CaseReply, Change, ContactReply, DeskReply, DraftEffect, DutyReply, Effect, Founding,
    HandoverReply, HolidayReply, IntakeReply, NoticeReply, OutlookReply, Query, SearchReply,
    ViewsReply,
};
use crate::{
    config::PrintSettings,
    desk::{
        CancelToken, Desk, DeskError, Effort, Foundation, KEY_PATIENCE, Opening, Order, QueueQuery,
        Snapshot, StoreError, found_demo,
    },
    domain::{
        case::CaseNumber,
        charter::builtin::builtin_text,
        find::{BuiltinView, QueueView},
        late::EntryTime,
        notice::NoticeState,
        paper::PaperKind,
        refusal::Refusal,
        subject::{DutyNumber, Subject, SubjectKind},
    },
    printer::{Printer, PrinterError},
    tui::{duties::DutySheet, many::Outcome, pane::PaneContent},
};
use std::{path::PathBuf, sync::Arc, time::Duration};

/// The desk behind the screens, and how it is opened.
#[derive(Debug)]
pub struct DeskSession {
    /// None before the first run.
    pub desk: Option<Desk>,
    pub opening: Opening,
    /// How long a search may take between two letters; without a limit where `None`.
    pub patience: Option<Duration>,
    /// The office's own printing program, and the configuration file that names it.
    pub printing: Option<(PrintSettings, PathBuf)>,
}

impl DeskSession {
    /// Opens the desk, where the file exists.
    ///
    /// # Errors
    /// Those of [`Desk::open`].
    pub fn open(opening: Opening, patience: Duration) -> Result<Self, DeskError> {
        let exists = opening.path.exists();
        Ok(Self {
            desk: exists.then(|| Desk::open(&opening)).transpose()?,
            opening,
            patience: Some(patience),
            printing: None,
        })
    }

    /// Performs effects and those that `take` returns for their replies, until none is left.
    #[cfg(test)]
    pub fn settle(
        &mut self,
        effects: Vec<Effect>,
        mut take: impl FnMut(Effect, Option<DeskReply>) -> Vec<Effect>,
    ) {
        let mut queue = std::collections::VecDeque::from(effects);
        let mut snapshot = ReadSnapshot::default();
        while let Some(effect) = queue.pop_front() {
            let reply = snapshot.perform(effect.clone(), self);
            queue.extend(take(effect, reply));
        }
    }
}

/// The snapshot of consecutive reads; any other effect ends it.
#[derive(Debug, Default)]
pub struct ReadSnapshot(Option<Snapshot>);

impl ReadSnapshot {
    /// True while it keeps other processes from truncating their log: it must not outlive a turn for long.
    pub fn is_held(&self) -> bool {
        self.0.is_some()
    }

    /// Performs one effect, as [`perform`] does.
    pub fn perform(&mut self, effect: Effect, session: &mut DeskSession) -> Option<DeskReply> {
        if !matches!(effect, Effect::Read(_)) {
            self.0 = None;
        } else if self.0.is_none() {
            // Where this fails, the read fails too, and reports it.
            let desk = session.desk.as_ref();
            self.0 = desk.and_then(|desk| desk.snapshot().ok());
        }
        perform(effect, session)
    }
}

/// Performs one effect; `None` where it has no reply.
pub fn perform(effect: Effect, session: &mut DeskSession) -> Option<DeskReply> {
    let reply = try_perform(effect, session);
    reply.unwrap_or_else(|error| Some(DeskReply::Failed(Box::new(error))))
}

fn try_perform(effect: Effect, session: &mut DeskSession) -> Result<Option<DeskReply>, DeskError> {
    if let Effect::Found(founding) = effect {
        session.desk = Some(found(founding, &session.opening)?);
        return Ok(Some(DeskReply::Founded));
    }
    let patience = session.patience;
    if let Effect::Print(kind, number) = effect {
        return print(session, kind, number);
    }
    let Some(desk) = session.desk.as_mut() else {
        return Ok(None);
    };
    Ok(match effect {
        Effect::Read(query) => Some(read(desk, query, patience)?),
        Effect::Write(change) => Some(write(desk, change)?),
        Effect::Draft(effect) => draft(desk, effect)?,
        Effect::Show(subject) => {
            desk.show_open(subject);
            None
        }
        Effect::Found(_) | Effect::Print(..) => None,
    })
}

/// Prints a paper as the configuration names it.
fn print(
    session: &mut DeskSession,
    kind: PaperKind,
    number: CaseNumber,
) -> Result<Option<DeskReply>, DeskError> {
    let Some(desk) = session.desk.as_mut() else {
        return Ok(None);
    };
    let paper = desk.paper(kind, number)?;
    let printed = match &session.printing {
        None => Err(PrinterError::NotConfigured),
        Some((settings, file)) => Printer::new(settings, file, desk.path())
            .and_then(|printer| printer.print(&paper.write(settings.format))),
    };
    Ok(Some(DeskReply::Printed(printed)))
}

fn read(desk: &mut Desk, query: Query, patience: Option<Duration>) -> Result<DeskReply, DeskError> {
    Ok(match query {
        Query::Page(viewed, ask, what) => {
            let now = desk.now();
            DeskReply::Page(desk.view(&viewed, &QueueQuery { now, ..ask })?, what)
        }
        Query::Views => DeskReply::Views(views(desk)?),
        Query::Outlook(days) => {
            DeskReply::Outlook(OutlookReply::Load(Box::new(desk.outlook(days)?)))
        }
        Query::Ending(viewed, limit) => DeskReply::Outlook(ending(desk, viewed, limit)?),
        Query::Case(number) => {
            let (view, earlier) = desk.case_with_earlier(number)?;
            DeskReply::Case(CaseReply::Read(Box::new(view), earlier))
        }
        Query::Glance(subject) => DeskReply::Glance(pane_content(desk, subject)?),
        Query::Counts => DeskReply::Counts(desk.counts()?),
        Query::Rules => rules(desk)?,
        Query::Preview(intake) => {
            DeskReply::Intake(IntakeReply::Opens(desk.preview(&intake)?.after))
        }
        Query::Earlier {
            party,
            category,
            text,
            except,
        } => {
            let earlier = desk.earlier(&party, &category, &text, except)?;
            DeskReply::Intake(IntakeReply::Earlier(earlier))
        }
        Query::Similar {
            party,
            category,
            title,
        } => {
            let similar = desk.similar(&party, &category, &title, KEY_PATIENCE)?;
            DeskReply::Intake(IntakeReply::Similar(similar))
        }
        Query::Contacts => DeskReply::Contact(contacts(desk)?),
        Query::Contact(number) => {
            DeskReply::Contact(ContactReply::One(Box::new(desk.contact(number)?)))
        }
        Query::Present => DeskReply::Present(desk.present()),
        Query::Jump(typed) => {
            let row = desk.numbered(&typed)?;
            DeskReply::Jumped(typed, row.map(Box::new))
        }
        Query::Search(line, limit) => {
            let limited = |patience| Effort::Until(CancelToken::after(patience));
            let effort = patience.map_or(Effort::Waiting, limited);
            DeskReply::Search(search(desk, line, limit, &effort)?)
        }
        Query::Handover => DeskReply::Handover(HandoverReply::Read(Box::new(desk.handover(None)?))),
        Query::Duties(year) => DeskReply::Duty(DutyReply::Year(Box::new(desk.duty_year(year)?))),
        Query::Duty(number) => DeskReply::Duty(duty(desk, number)?),
        Query::Holidays(year) => DeskReply::Holiday(holidays(desk, year)?),
        Query::Notices { status, mine } => notices(desk, status, mine)?.into(),
        Query::NoticesOf(number) => NoticeReply::Listed(desk.notices_of(number)?).into(),
        Query::Notice(id) => NoticeReply::Of(Box::new(desk.notice(id)?)).into(),
    })
}

fn write(desk: &mut Desk, change: Change) -> Result<DeskReply, DeskError> {
    Ok(match change {
        Change::SaveView(name, line) => {
            DeskReply::Search(SearchReply::Saved(desk.save_view(&name, &line)?))
        }
        Change::RemoveView(name) => {
            desk.remove_view(&name)?;
            DeskReply::Views(ViewsReply::Removed(name))
        }
        Change::TakeIn(intake, earlier) => {
            let number = desk.intake_linked(&intake, &earlier)?;
            DeskReply::Intake(IntakeReply::TakenIn(number))
        }
        Change::Run(order) => {
            desk.run(&order)?;
            DeskReply::Case(CaseReply::Done(order.number))
        }
        Change::RunMany(orders) => run_many(desk, &orders)?,
        Change::Arrive(arrival) => DeskReply::Contact(ContactReply::Arrived(
            desk.arrive(&arrival, &EntryTime::NOW)?,
        )),
        Change::RunContact(order) => {
            desk.run_contact(&order)?;
            DeskReply::Contact(ContactReply::Done(order.number))
        }
        Change::ContactToCase(number, intake) => {
            let case = desk.contact_to_case(number, &intake, &[])?;
            DeskReply::Contact(ContactReply::Became(number, case))
        }
        Change::HandOver(text) => {
            desk.hand_over(&text)?;
            DeskReply::Handover(HandoverReply::Written)
        }
        Change::TakeOver => DeskReply::Handover(HandoverReply::Confirmed(desk.take_over()?.by)),
        Change::BeginDuties => DeskReply::DutiesBegun(begin_duties(desk)?),
        Change::Duty(change) => DeskReply::Duty(DutyReply::Changed(desk.change_duty(change)?)),
        Change::Holiday(request) => {
            DeskReply::Holiday(HolidayReply::Changed(desk.change_holiday(&request)?))
        }
        Change::Notices(orders) => {
            desk.run_notices(&orders)?;
            NoticeReply::Recorded(orders).into()
        }
    })
}

fn draft(desk: &mut Desk, effect: DraftEffect) -> Result<Option<DeskReply>, DeskError> {
    match effect {
        DraftEffect::Read(form) => {
            let draft = desk.draft(&form)?;
            return Ok(Some(DeskReply::Draft(form, draft)));
        }
        DraftEffect::Keep { form, text } => desk.keep_draft(&form, &text)?,
        DraftEffect::Drop(form) => desk.drop_draft(&form)?,
    }
    Ok(None)
}

fn rules(desk: &mut Desk) -> Result<DeskReply, DeskError> {
    let rules = desk.rules()?;
    let actor = Box::new(desk.actor().clone());
    Ok(DeskReply::Rules(rules, actor, desk.staff()?.into()))
}

fn pane_content(desk: &mut Desk, subject: Subject) -> Result<PaneContent, DeskError> {
    Ok(match subject {
        Subject::Case(number) => PaneContent::Case(Box::new(desk.case(number)?)),
        Subject::Contact(number) => PaneContent::Contact(Box::new(desk.contact(number)?)),
        Subject::Duty(number) => {
            let _snapshot = desk.snapshot()?;
            let view = desk.duty(number)?;
            let history = desk.duty_history(&view.duty.promise)?;
            PaneContent::Duty(Box::new(DutySheet::in_pane(view, history)))
        }
    })
}

fn duty(desk: &mut Desk, number: DutyNumber) -> Result<DutyReply, DeskError> {
    let _snapshot = desk.snapshot()?;
    let view = desk.duty(number)?;
    let history = desk.duty_history(&view.duty.promise)?;
    let report = desk.duty_report(&view)?;
    Ok(DutyReply::One(
        Box::new(view),
        history,
        report.map(Arc::new),
    ))
}

/// On a read-only file nothing begins: a process that can write opens the duties.
fn begin_duties(desk: &mut Desk) -> Result<usize, DeskError> {
    match desk.begin_duties() {
        Err(DeskError::Store(StoreError::ReadOnly { .. })) => Ok(0),
        begun => begun,
    }
}

fn holidays(desk: &mut Desk, year: i32) -> Result<HolidayReply, DeskError> {
    let _snapshot = desk.snapshot()?;
    let edits = desk.holiday_edits()?;
    Ok(HolidayReply::Year(year, desk.holidays(year)?, edits))
}

fn ending(desk: &mut Desk, viewed: QueueView, limit: u32) -> Result<OutlookReply, DeskError> {
    let query = QueueQuery {
        limit,
        now: desk.now(),
        ..QueueQuery::default()
    };
    let rows = desk.view(&viewed, &query)?;
    Ok(OutlookReply::Ending(viewed, rows))
}

/// Completes a search; `None` where it was cancelled, and without a desk.
pub fn search_on(
    line: &str,
    limit: u32,
    stop: CancelToken,
    session: &mut DeskSession,
) -> Option<DeskReply> {
    let desk = session.desk.as_mut()?;
    match search(desk, line.to_owned(), limit, &Effort::Until(stop)) {
        // A cancelled search may have found less than is shown.
        Ok(SearchReply::Found(_, found)) if !found.whole => None,
        Ok(reply) => Some(DeskReply::Search(reply)),
        Err(error) => Some(DeskReply::Failed(Box::new(error))),
    }
}

fn search(
    desk: &mut Desk,
    line: String,
    limit: u32,
    effort: &Effort,
) -> Result<SearchReply, DeskError> {
    match desk.search(&line, limit, effort) {
        Err(DeskError::Unsearchable(fault)) => Ok(SearchReply::Unsearchable(line, fault)),
        found => Ok(SearchReply::Found(line, found?)),
    }
}

/// Runs each order in a transaction of its own. A faulty field in the first one is an error, before anything is done.
fn run_many(desk: &mut Desk, orders: &[Order]) -> Result<DeskReply, DeskError> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for order in orders {
        let outcome = desk.run(order).map(drop).map_err(Box::new);
        match outcome {
            Err(error) if outcomes.is_empty() && is_of_the_form(&error) => return Err(*error),
            outcome => outcomes.push((order.number, outcome)),
        }
    }
    Ok(DeskReply::ManyDone(outcomes))
}

fn is_of_the_form(error: &DeskError) -> bool {
    matches!(error, DeskError::Refusal(Refusal::Fields(_)))
}

fn views(desk: &mut Desk) -> Result<ViewsReply, DeskError> {
    let _snapshot = desk.snapshot()?;
    let mut views = Vec::new();
    for view in BuiltinView::ALL.iter().copied().map(QueueView::Known) {
        let count = desk.view_count(&view)?;
        views.push((view, Some(count)));
    }
    let saved = desk.saved_views()?.into_iter();
    views.extend(saved.map(|view| (QueueView::Saved(view), None)));
    Ok(ViewsReply::Counted(views))
}

/// The most visits and calls that are listed.
const CONTACTS: u32 = 200;

fn contacts(desk: &mut Desk) -> Result<ContactReply, DeskError> {
    let query = QueueQuery {
        kind: Some(SubjectKind::Contact),
        limit: CONTACTS,
        now: desk.now(),
        ..QueueQuery::default()
    };
    Ok(ContactReply::Open(desk.queue(&query)?))
}

/// The most notices that are listed.
pub const NOTICES: u32 = 200;

fn notices(
    desk: &mut Desk,
    status: Option<NoticeState>,
    mine: bool,
) -> Result<NoticeReply, DeskError> {
    let mut listed = desk.due_notices(status, mine, NOTICES)?;
    listed.retain(|one| status.is_some() || one.row.status.is_pending());
    Ok(NoticeReply::Listed(listed))
}

fn found(founding: Founding, opening: &Opening) -> Result<Desk, DeskError> {
    match founding {
        Founding::Charter(id) => {
            let foundation = Foundation {
                charter: builtin_text(id).ok_or(DeskError::NoCharter)?,
                practice: false,
            };
            Desk::found(opening, &foundation)
        }
        Founding::Practice => found_demo(opening),
    }
}

#[cfg(test)]
mod tests;
