//! Carries out all stories at a desk, merged in chronological order.

use super::{Practice, times::Times};
use crate::{
    desk::{Clock, ContactOrder, Desk, DeskError, NoticeOrder, Order},
    domain::{
        case::CaseNumber,
        command::{Slot, Takes},
        late::EntryTime,
        party::Field,
        staff::Staff,
        story::{
            CaseAction, CaseDeed, CaseStart, ContactAction, ContactStart, Story, StoryStep,
            StoryTime, Telling, days,
        },
        subject::ContactNumber,
    },
};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// Stands for the founder of the desk, in the place of an officer's login.
const ME: &str = "me";

/// One event of a story.
struct Event<'s> {
    at: DateTime<Utc>,
    /// Name of the story.
    of: &'s str,
    by: &'s str,
    what: What<'s>,
}

#[derive(Clone, Copy)]
enum What<'s> {
    Intake(&'s CaseStart<StoryTime>),
    Action(&'s CaseAction),
    Arrival(&'s ContactStart<StoryTime>),
    Talk(&'s ContactAction<StoryTime>),
}

/// The numbers of cases and contacts, by the name of the story.
#[derive(Default)]
struct Numbers<'s> {
    cases: BTreeMap<&'s str, CaseNumber>,
    contacts: BTreeMap<&'s str, ContactNumber>,
}

/// The state of a performance.
pub(super) struct Play<'d> {
    desk: &'d mut Desk,
    founder: Staff,
    staff: Vec<Staff>,
    times: Times,
}

impl<'d> Play<'d> {
    pub(super) fn new(desk: &'d mut Desk) -> Result<Self, DeskError> {
        Ok(Self {
            founder: desk.actor.clone(),
            staff: desk.staff()?,
            times: Times {
                calendar: desk.rules()?.calendars.now().clone(),
                now: desk.now(),
            },
            desk,
        })
    }

    pub(super) fn all(mut self, practice: &Practice) -> Result<(), DeskError> {
        let mut events = Vec::new();
        for variant in practice.cases.iter().flat_map(|file| &file.variants) {
            let receipt = &variant.beginning;
            let first = (receipt.at, receipt.by.as_str(), What::Intake(receipt));
            events.extend(self.events(variant, first, What::Action));
        }
        for variant in &practice.contacts.variants {
            let visitor = &variant.beginning;
            let first = (visitor.at, visitor.by.as_str(), What::Arrival(visitor));
            events.extend(self.events(variant, first, What::Talk));
        }
        events.sort_by_key(|event| event.at);
        let mut numbers = Numbers::default();
        for event in &events {
            self.act_as(event.by, event.at);
            self.carry_out(event, &mut numbers)?;
        }
        Ok(())
    }

    /// The events of a story in their order, none after now; no events where the story cannot begin now.
    fn events<'s, B, A>(
        &self,
        variant: &'s Story<B, A>,
        first: (StoryTime, &'s str, What<'s>),
        what: impl Fn(&'s A) -> What<'s>,
    ) -> Vec<Event<'s>> {
        let now = self.times.now;
        let mut last = DateTime::UNIX_EPOCH;
        let step =
            |step: &'s StoryStep<StoryTime, A>| (step.at, step.by.as_str(), what(&step.action));
        let all = std::iter::once(first).chain(variant.steps.iter().map(step));
        let event = |(when, by, what)| {
            last = self.times.instant(when, last).max(last).min(now);
            Event {
                at: last,
                of: &variant.name,
                by,
                what,
            }
        };
        if self.times.may_begin(first.0) {
            all.map(event).collect()
        } else {
            Vec::new()
        }
    }

    /// Sets actor and clock of the desk; an unknown login means the founder.
    fn act_as(&mut self, by: &str, at: DateTime<Utc>) {
        let member = self.staff.iter().find(|member| member.login == by);
        self.desk.actor = member.unwrap_or(&self.founder).clone();
        self.desk.store.clock = Clock::Fixed(at);
    }

    fn carry_out<'s>(
        &mut self,
        event: &Event<'s>,
        numbers: &mut Numbers<'s>,
    ) -> Result<(), DeskError> {
        let instant = |when| self.times.instant(when, event.at);
        let (at, seen) = (None, None);
        match event.what {
            What::Intake(receipt) => {
                let number = self.desk.intake(&receipt.intake(event.of, instant))?;
                numbers.cases.insert(event.of, number);
                self.tell(number, 1, receipt.telling)?;
            }
            What::Action(action) => {
                let zone = self.desk.rules()?.charter.office.zone;
                let typed = |slot: &Slot, typed: &str| self.typed(slot, typed, event, numbers);
                let number = self::number(numbers.cases.get(event.of), event)?;
                match action.deed(zone, typed)? {
                    CaseDeed::Command(command) => {
                        let facts = self.desk.run(&Order {
                            number,
                            command,
                            time: at.into(),
                            seen,
                        })?;
                        for fact in facts {
                            self.tell(number, fact.seq, action.telling)?;
                        }
                    }
                    CaseDeed::Notice(kind, command) => {
                        let key = self.desk.case(number)?.case.last_notice(kind);
                        let id = self::number(key.as_ref(), event)?.of(number);
                        self.desk.run_notice(&NoticeOrder {
                            id,
                            command,
                            time: at.into(),
                        })?;
                    }
                }
            }
            What::Arrival(visitor) => {
                let number = self.desk.arrive(&visitor.arrival, &EntryTime::NOW)?;
                numbers.contacts.insert(event.of, number);
            }
            What::Talk(talk) => {
                let command = talk.command(instant);
                self.desk.run_contact(&ContactOrder {
                    number: number(numbers.contacts.get(event.of), event)?,
                    command,
                    ticked: String::new(),
                    time: at.into(),
                    seen,
                })?;
            }
        }
        Ok(())
    }

    /// Tells at once what a fact called for.
    fn tell(&mut self, number: CaseNumber, seq: u32, telling: Telling) -> Result<(), DeskError> {
        let told = telling.of(&self.desk.case(number)?.case, seq);
        for (key, command) in told {
            self.desk.run_notice(&NoticeOrder {
                id: key.of(number),
                command,
                time: EntryTime::NOW,
            })?;
        }
        Ok(())
    }

    /// The text that a clerk would type for a value of a story: a login, the number of another case, a date, a time.
    fn typed(&self, slot: &Slot, value: &str, event: &Event<'_>, numbers: &Numbers<'_>) -> String {
        let typed = match slot.takes {
            Takes::Name => {
                (slot.field == Field::Officer && value == ME).then(|| self.founder.login.clone())
            }
            Takes::Case(_) => numbers.cases.get(value).map(ToString::to_string),
            Takes::Day => {
                days(value).map(|days| self.times.working_day_after(event.at, days).to_string())
            }
            Takes::Moment => value
                .parse()
                .ok()
                .map(|when| self.times.instant(when, event.at).to_rfc3339()),
            Takes::Text
            | Takes::Word(_)
            | Takes::Mark
            | Takes::Days
            | Takes::Count
            | Takes::Fact => None,
        };
        typed.unwrap_or_else(|| value.to_owned())
    }
}

/// The number of the story's case or contact.
fn number<N: Copy>(number: Option<&N>, event: &Event<'_>) -> Result<N, DeskError> {
    number.copied().ok_or_else(|| DeskError::UnreadableStory {
        story: event.of.to_owned(),
        what: "not begun".to_owned(),
    })
}
