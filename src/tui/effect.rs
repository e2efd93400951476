//! What the screens ask of the desk, as plain data, and what they are told. [`perform`] is the only bridge.

mod duty;

pub use duty::{DutyAsk, DutyTold};

use super::{duties::DutyPane, many::Outcome, pane::Glanced};
use crate::{
    desk::{
        Adopt, Ask, CaseView, ContactOrder, ContactView, Counts, Desk, DeskError, EarlierCase,
        Effort, Found, Handover, HolidayRequest, Opening, Order, Present, QueueRow, Recomputed,
        Rules, found_demo,
    },
    domain::{
        case::CaseNumber,
        charter::builtin::builtin_text,
        command::Intake,
        contact::Arrival,
        deadline::Deadline,
        find::{Fault, SavedView, View, Viewed},
        holidays::{Holiday, HolidayEdit},
        outlook::Outlook,
        party::Party,
        refusal::Refusal,
        staff::Staff,
        subject::{ContactNumber, Subject, SubjectKind},
    },
};
use std::rc::Rc;

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
    /// One case, with earlier ones of the same person.
    Case(Box<CaseView>, Vec<EarlierCase>),
    /// What was asked for the pane beside the queue.
    Glance(Glanced),
    /// The numbers on the top line.
    Counts(Counts),
    /// The rules in force, and who works here.
    Rules(Rc<Rules>, Box<Staff>),
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

/// The desk behind the screens; none before the first run has founded one.
#[derive(Debug)]
pub struct Office {
    /// The desk, once there is one.
    pub desk: Option<Desk>,
    /// How a desk is opened.
    pub opening: Opening,
}

/// Does what was asked and says what came of it; `None` where there is nothing to say.
pub fn perform(effect: Effect, office: &mut Office) -> Option<Told> {
    match done(effect, office) {
        Ok(told) => told,
        Err(error) => Some(Told::Failed(Box::new(error))),
    }
}

fn done(effect: Effect, office: &mut Office) -> Result<Option<Told>, DeskError> {
    if let Effect::Found(_) | Effect::FoundDemo = effect {
        found(&effect, office)?;
        return Ok(Some(Told::Founded));
    }
    let Some(desk) = office.desk.as_mut() else {
        return Ok(None);
    };
    Ok(match effect {
        Effect::Page(viewed, ask, what) => Some(page(desk, &viewed, ask, what)?),
        Effect::Views => Some(views(desk)?),
        Effect::Outlook(_) | Effect::Ending(..) => outlook(desk, effect)?,
        Effect::SaveView(name, line) => Some(Told::ViewSaved(desk.save_view(&name, &line)?)),
        Effect::Case(number) => Some(case(desk, number)?),
        Effect::Glance(subject) => Some(Told::Glance(glanced(desk, subject)?)),
        Effect::Counts => Some(Told::Counts(desk.counts()?)),
        Effect::Rules => {
            let rules = desk.rules()?;
            Some(Told::Rules(rules, Box::new(desk.actor().clone())))
        }
        Effect::Preview(intake) => Some(Told::Preview(desk.preview(&intake)?)),
        Effect::Earlier {
            party,
            category,
            text,
            except,
        } => Some(Told::Earlier(
            desk.earlier(&party, &category, &text, except)?,
        )),
        Effect::TakeIn(intake, earlier) => {
            Some(Told::TakenIn(desk.intake_linked(&intake, &earlier)?))
        }
        Effect::Run(order) => {
            desk.run(&order)?;
            Some(Told::Done(order.number))
        }
        Effect::Contacts
        | Effect::Contact(_)
        | Effect::Arrive(_)
        | Effect::RunContact(_)
        | Effect::ContactToCase(..) => contact(desk, effect)?,
        Effect::RunMany(orders) => Some(run_many(desk, &orders)?),
        Effect::Show(subject) => {
            desk.show_open(subject);
            None
        }
        Effect::Present => Some(Told::Present(desk.present())),
        Effect::Jump(typed) => {
            let row = desk.numbered(&typed)?;
            Some(Told::Jumped(typed, row.map(Box::new)))
        }
        Effect::Search(line, limit) => Some(search(desk, line, limit)?),
        Effect::Draft(_) | Effect::KeepDraft { .. } | Effect::DropDraft(_) => draft(desk, effect)?,
        Effect::Handover | Effect::HandOver(_) | Effect::TakeOver => handover(desk, &effect)?,
        Effect::Duties(ask) => Some(Told::Duties(duty::done(desk, ask)?)),
        Effect::Holidays(year) => Some(holidays(desk, year)?),
        Effect::ChangeHoliday(request) => {
            Some(Told::HolidayChanged(desk.change_holiday(&request)?))
        }
        Effect::Found(_) | Effect::FoundDemo => None,
    })
}

fn glanced(desk: &mut Desk, subject: Subject) -> Result<Glanced, DeskError> {
    Ok(match subject {
        Subject::Case(number) => Glanced::Case(Box::new(desk.case(number)?)),
        Subject::Contact(number) => Glanced::Contact(Box::new(desk.contact(number)?)),
        Subject::Duty(number) => {
            let view = desk.duty(number)?;
            let history = desk.duty_history(&view.duty.promise)?;
            Glanced::Duty(Box::new(DutyPane::new(view, history)))
        }
    })
}

fn holidays(desk: &mut Desk, year: i32) -> Result<Told, DeskError> {
    let edits = desk.holiday_edits()?;
    Ok(Told::Holidays(year, desk.holidays(year)?, edits))
}

fn page(desk: &mut Desk, viewed: &Viewed, ask: Ask, what: PageFor) -> Result<Told, DeskError> {
    let ask = asked(ask, desk);
    Ok(Told::Page(desk.view(viewed, &ask)?, what))
}

fn outlook(desk: &mut Desk, effect: Effect) -> Result<Option<Told>, DeskError> {
    Ok(match effect {
        Effect::Outlook(days) => Some(Told::Outlook(Box::new(desk.outlook(days)?))),
        Effect::Ending(viewed, limit) => {
            let ask = Ask {
                limit,
                ..Ask::default()
            };
            let rows = desk.view(&viewed, &asked(ask, desk))?;
            Some(Told::Ending(viewed, rows))
        }
        _ => None,
    })
}

fn search(desk: &mut Desk, line: String, limit: u32) -> Result<Told, DeskError> {
    match desk.search(&line, limit, Effort::Typing) {
        Err(DeskError::Unsearchable(fault)) => Ok(Told::Unsearchable(line, fault)),
        found => Ok(Told::Found(line, found?)),
    }
}

/// Each order is a transaction of its own. What the form itself has to hear, a wrong field, is told before anything is done.
fn run_many(desk: &mut Desk, orders: &[Order]) -> Result<Told, DeskError> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    for order in orders {
        let outcome = desk.run(order).map(drop).map_err(Box::new);
        match outcome {
            Err(error) if outcomes.is_empty() && is_of_the_form(&error) => return Err(*error),
            outcome => outcomes.push((order.number, outcome)),
        }
    }
    Ok(Told::ManyDone(outcomes))
}

fn is_of_the_form(error: &DeskError) -> bool {
    matches!(error, DeskError::Refusal(Refusal::Fields(_)))
}

fn views(desk: &mut Desk) -> Result<Told, DeskError> {
    let mut views = Vec::new();
    for view in View::ALL {
        let viewed = Viewed::Known(*view);
        let count = desk.view_count(&viewed)?;
        views.push((viewed, Some(count)));
    }
    let saved = desk.saved_views()?.into_iter();
    views.extend(saved.map(|view| (Viewed::Saved(view), None)));
    Ok(Told::Views(views))
}

/// How many visits and calls are listed.
const CONTACTS: u32 = 200;

fn contact(desk: &mut Desk, effect: Effect) -> Result<Option<Told>, DeskError> {
    Ok(match effect {
        Effect::Contacts => {
            let ask = Ask {
                kind: Some(SubjectKind::Contact),
                limit: CONTACTS,
                now: desk.now(),
                ..Ask::default()
            };
            Some(Told::Contacts(desk.queue(&ask)?))
        }
        Effect::Contact(number) => Some(Told::Contact(Box::new(desk.contact(number)?))),
        Effect::Arrive(arrival) => Some(Told::Arrived(desk.arrive(&arrival, None)?)),
        Effect::RunContact(order) => {
            desk.run_contact(&order)?;
            Some(Told::ContactDone(order.number))
        }
        Effect::ContactToCase(number, intake) => {
            let case = desk.contact_to_case(number, &intake, &[])?;
            Some(Told::Became(number, case))
        }
        _ => None,
    })
}

fn draft(desk: &Desk, effect: Effect) -> Result<Option<Told>, DeskError> {
    match effect {
        Effect::Draft(form) => {
            let draft = desk.draft(&form)?;
            return Ok(Some(Told::Draft(form, draft)));
        }
        Effect::KeepDraft { form, text } => desk.keep_draft(&form, &text)?,
        Effect::DropDraft(form) => desk.drop_draft(&form)?,
        _ => {}
    }
    Ok(None)
}

fn handover(desk: &mut Desk, effect: &Effect) -> Result<Option<Told>, DeskError> {
    Ok(match effect {
        Effect::Handover => Some(Told::Handover(Box::new(desk.handover(None)?))),
        Effect::HandOver(text) => {
            desk.hand_over(text)?;
            Some(Told::HandedOver)
        }
        Effect::TakeOver => Some(Told::TakenOver(desk.take_over()?.by)),
        _ => None,
    })
}

/// A question to the queue, asked now.
fn asked(ask: Ask, desk: &Desk) -> Ask {
    Ask {
        now: desk.now(),
        ..ask
    }
}

fn case(desk: &mut Desk, number: CaseNumber) -> Result<Told, DeskError> {
    let view = desk.case(number)?;
    let text = format!(
        "{}\n{}",
        view.case.title().as_str(),
        view.case.intake.body.as_str()
    );
    let earlier = desk.earlier(&view.party, &view.case.intake.category, &text, Some(number))?;
    Ok(Told::Case(Box::new(view), earlier))
}

fn found(effect: &Effect, office: &mut Office) -> Result<(), DeskError> {
    let desk = match effect {
        Effect::Found(id) => {
            let charter = builtin_text(id).ok_or(DeskError::NoCharter)?;
            Desk::found(
                &office.opening,
                &Adopt {
                    charter,
                    practice: false,
                },
            )?
        }
        _ => found_demo(&office.opening)?,
    };
    office.desk = Some(desk);
    Ok(())
}
