//! The one bridge from what the screens ask for to the desk, and back.
//!
//! Must not know screens, and must not decide anything.

use super::{Effect, PageFor, Told, duty};
use crate::{
    desk::{Adopt, Ask, Desk, DeskError, Effort, Opening, Order, Snapshot, Stop, found_demo},
    domain::{
        case::CaseNumber,
        charter::builtin::builtin_text,
        find::{View, Viewed},
        refusal::Refusal,
        subject::{Subject, SubjectKind},
    },
    tui::{duties::DutyPane, many::Outcome, pane::Glanced},
};
use std::{collections::VecDeque, time::Duration};

/// The desk behind the screens; none before the first run has founded one.
#[derive(Debug)]
pub struct Office {
    /// The desk, once there is one.
    pub desk: Option<Desk>,
    /// How a desk is opened.
    pub opening: Opening,
    /// How long the clerk waits for an answer between two letters of a search; without it, as long as it takes.
    pub patience: Option<Duration>,
}

impl Office {
    /// Performs effects in order, and what their answers ask for, until nothing is asked any more; `perform` does one and
    /// gives what its answer asks for. What is read in a row is shown together: it is read as the file stood at one moment.
    pub fn settle(
        &mut self,
        effects: Vec<Effect>,
        mut perform: impl FnMut(Effect, &mut Self) -> Vec<Effect>,
    ) {
        let mut queue = VecDeque::from(effects);
        let mut snapshot: Option<Snapshot> = None;
        while let Some(effect) = queue.pop_front() {
            if !effect.reads() {
                snapshot = None;
            } else if snapshot.is_none() {
                // Where that fails, so does the reading, and says why.
                let desk = self.desk.as_ref();
                snapshot = desk.and_then(|desk| desk.snapshot().ok());
            }
            queue.extend(perform(effect, self));
        }
    }
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
    let patience = office.patience;
    let Some(desk) = office.desk.as_mut() else {
        return Ok(None);
    };
    Ok(match effect {
        Effect::Page(viewed, ask, what) => Some(page(desk, &viewed, ask, what)?),
        Effect::Views | Effect::SaveView(..) | Effect::RemoveView(_) => Some(views(desk, effect)?),
        Effect::Outlook(_) | Effect::Ending(..) => outlook(desk, effect)?,
        Effect::Case(number) => Some(case(desk, number)?),
        Effect::Glance(subject) => Some(Told::Glance(glanced(desk, subject)?)),
        Effect::Counts => Some(Told::Counts(desk.counts()?)),
        Effect::Rules => Some(rules(desk)?),
        Effect::Preview(intake) => Some(Told::Preview(desk.preview(&intake)?.after)),
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
        Effect::Search(line, limit) => Some(search_typed(desk, line, limit, patience)?),
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

fn rules(desk: &mut Desk) -> Result<Told, DeskError> {
    let rules = desk.rules()?;
    let actor = Box::new(desk.actor().clone());
    Ok(Told::Rules(rules, actor, desk.staff()?.into()))
}

fn case(desk: &mut Desk, number: CaseNumber) -> Result<Told, DeskError> {
    let (view, earlier) = desk.case_with_earlier(number)?;
    Ok(Told::Case(Box::new(view), earlier))
}

fn glanced(desk: &mut Desk, subject: Subject) -> Result<Glanced, DeskError> {
    Ok(match subject {
        Subject::Case(number) => Glanced::Case(Box::new(desk.case(number)?)),
        Subject::Contact(number) => Glanced::Contact(Box::new(desk.contact(number)?)),
        Subject::Duty(number) => {
            let _snapshot = desk.snapshot()?;
            let view = desk.duty(number)?;
            let history = desk.duty_history(&view.duty.promise)?;
            Glanced::Duty(Box::new(DutyPane::new(view, history)))
        }
    })
}

fn holidays(desk: &mut Desk, year: i32) -> Result<Told, DeskError> {
    let _snapshot = desk.snapshot()?;
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

fn search_typed(
    desk: &mut Desk,
    line: String,
    limit: u32,
    patience: Option<Duration>,
) -> Result<Told, DeskError> {
    let stop = patience.map(Stop::after);
    search(
        desk,
        line,
        limit,
        &stop.map_or(Effort::Waiting, Effort::Until),
    )
}

/// Searches on to the end for what a search as one types has not found whole; `None` where `stop` has told before that
/// something else is to be done, and where there is no desk.
pub fn search_on(line: &str, limit: u32, stop: Stop, office: &mut Office) -> Option<Told> {
    let desk = office.desk.as_mut()?;
    match search(desk, line.to_owned(), limit, &Effort::Until(stop)) {
        // There may be less in it than on the screen.
        Ok(Told::Found(_, found)) if !found.whole => None,
        told => Some(told.unwrap_or_else(|error| Told::Failed(Box::new(error)))),
    }
}

fn search(desk: &mut Desk, line: String, limit: u32, effort: &Effort) -> Result<Told, DeskError> {
    match desk.search(&line, limit, effort) {
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

fn views(desk: &mut Desk, effect: Effect) -> Result<Told, DeskError> {
    match effect {
        Effect::SaveView(name, line) => return Ok(Told::ViewSaved(desk.save_view(&name, &line)?)),
        Effect::RemoveView(name) => {
            desk.remove_view(&name)?;
            return Ok(Told::ViewRemoved(name));
        }
        _ => {}
    }
    let _snapshot = desk.snapshot()?;
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

fn draft(desk: &mut Desk, effect: Effect) -> Result<Option<Told>, DeskError> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{charter::Channel, contact::Arrival},
        tui::form::bench::Bench,
    };

    fn settled(bench: &mut Bench, effects: Vec<Effect>) -> Vec<Told> {
        let mut told = Vec::new();
        bench.office.settle(effects, |effect, office| {
            told.extend(perform(effect, office));
            Vec::new()
        });
        told
    }

    fn page() -> Effect {
        let ask = Ask {
            limit: 200,
            ..Ask::default()
        };
        Effect::Page(Viewed::default(), ask, PageFor::Top)
    }

    #[test]
    fn a_page_and_the_numbers_over_it_are_of_one_moment() {
        let mut bench = Bench::new((80, 24));
        let mut other = Desk::open(&bench.office.opening).unwrap();
        let desk = bench.office.desk.as_mut().unwrap();
        desk.meanwhile(move || {
            let visitor = Arrival::new(Channel::Visit);
            other.arrive(&visitor, None).unwrap();
        });
        let mut before = 0;
        for _ in 0..2 {
            let told = settled(&mut bench, vec![page(), Effect::Counts]);
            let [Told::Page(rows, _), Told::Counts(counts)] = told.as_slice() else {
                panic!("{told:?}");
            };
            assert_eq!(i64::try_from(rows.len()), Ok(counts.open));
            assert!(before < rows.len(), "others went on writing");
            before = rows.len();
        }
    }

    #[test]
    fn what_is_done_between_is_done_and_read() {
        let mut bench = Bench::new((80, 24));
        let call = Effect::Arrive(Box::new(Arrival::new(Channel::Phone)));
        let effects = vec![page(), Effect::Counts, call, page(), Effect::Counts];
        let told = settled(&mut bench, effects);
        let [
            _,
            Told::Counts(before),
            Told::Arrived(_),
            _,
            Told::Counts(after),
        ] = told.as_slice()
        else {
            panic!("{told:?}");
        };
        assert_eq!(before.open + 1, after.open);
    }
}
