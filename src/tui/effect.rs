//! What the screens ask of the desk, as plain data, and what they are told. [`perform`] is the only bridge.

use crate::{
    desk::{
        Adopt, Ask, CaseView, Counts, Desk, DeskError, EarlierCase, Effort, Found, Handover,
        HolidayRequest, Opening, Order, QueueRow, Recomputed, Rules, found_demo,
    },
    domain::{
        case::CaseNumber,
        charter::builtin::builtin_text,
        command::Intake,
        deadline::Deadline,
        find::Fault,
        holidays::{Holiday, HolidayEdit},
        party::Party,
        staff::Staff,
    },
};
use std::rc::Rc;

/// What a screen asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// A page of the queue; the tag comes back with it.
    Page(Ask, PageFor),
    /// A page of the cases of who works here.
    OwnPage(Ask, PageFor),
    /// One case for the pane or the full screen.
    Case(CaseNumber),
    /// One case for the pane beside the queue, without looking for earlier ones.
    Glance(CaseNumber),
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
    /// To come after the rows: the list scrolls down by so many.
    Below,
    /// To come before the rows: the list scrolls up by so many. One row more tells that the list does not begin there.
    Above(usize),
}

/// What a screen is told.
#[derive(Debug)]
pub enum Told {
    /// A page of the queue.
    Page(Vec<QueueRow>, PageFor),
    /// One case, with earlier ones of the same person.
    Case(Box<CaseView>, Vec<EarlierCase>),
    /// One case for the pane beside the queue.
    Glance(Box<CaseView>),
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
        Effect::Page(ask, what) => Some(Told::Page(desk.queue(&asked(ask, desk))?, what)),
        Effect::OwnPage(ask, what) => Some(Told::Page(desk.own_queue(&asked(ask, desk))?, what)),
        Effect::Case(number) => Some(case(desk, number)?),
        Effect::Glance(number) => Some(Told::Glance(Box::new(desk.case(number)?))),
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
        Effect::Search(line, limit) => match desk.search(&line, limit, Effort::Typing) {
            Err(DeskError::Unsearchable(fault)) => Some(Told::Unsearchable(line, fault)),
            found => Some(Told::Found(line, found?)),
        },
        Effect::Draft(_) | Effect::KeepDraft { .. } | Effect::DropDraft(_) => draft(desk, effect)?,
        Effect::Handover => Some(Told::Handover(Box::new(desk.handover(None)?))),
        Effect::HandOver(text) => {
            desk.hand_over(&text)?;
            Some(Told::HandedOver)
        }
        Effect::TakeOver => Some(Told::TakenOver(desk.take_over()?.by)),
        Effect::Holidays(year) => Some(Told::Holidays(
            year,
            desk.holidays(year)?,
            desk.holiday_edits()?,
        )),
        Effect::ChangeHoliday(request) => {
            Some(Told::HolidayChanged(desk.change_holiday(&request)?))
        }
        Effect::Found(_) | Effect::FoundDemo => None,
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
