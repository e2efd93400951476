//! A story: what happened on a practice desk, when and by whom, and the telling of it to the desk in the order of time.

use crate::{
    desk::{Clock, ContactOrder, Desk, DeskError, Order},
    domain::{
        calendar::Calendar,
        case::CaseNumber,
        command::{Command, Exit, Handling, Intake, Ladder, Supplement, Visiting},
        contact::{Arrival, ContactCommand},
        count::{Count, Exclusions},
        limit::{CountingRule, Limit, Unit},
        refusal::Refusal,
        staff::Staff,
        subject::ContactNumber,
    },
};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use std::collections::BTreeMap;

/// When something happened, seen from the end of the story; while the office was open, but for what happens now.
#[derive(Clone, Copy, Debug)]
pub(super) enum When {
    /// So many working days before today, at hour and minute. Where nobody works today, the next working day stands for it.
    Day(u32, u32, u32),
    /// So many minutes of work ago.
    Ago(u32),
    /// So many seconds ago by the clock on the wall: for whoever stands at the counter now.
    Just(u32),
}

/// What was done to a case; other cases are named by their place in the story.
#[derive(Clone, Debug)]
pub(super) enum Deed {
    Do(Command),
    Link(usize),
    Merge(usize),
    /// Asks for a supplement within so many working days.
    Supplement(&'static str, u32),
    /// Books a consultation with an officer for an hour of a working day to come.
    Book(&'static str, &'static str, u32, u32),
}

enum What {
    Intake(Box<Intake>),
    Deed(Deed),
    Arrival(Box<Arrival>),
    Talk(ContactCommand),
}

struct Event {
    at: DateTime<Utc>,
    /// The place of the case, or of the visit or call, in the story.
    of: usize,
    by: &'static str,
    what: What,
}

/// Stands for whoever founds the desk.
pub(super) const ME: &str = "";

/// The story as it is told.
pub(super) struct Story<'d> {
    desk: &'d mut Desk,
    founder: Staff,
    staff: Vec<Staff>,
    calendar: Calendar,
    now: DateTime<Utc>,
    events: Vec<Event>,
    cases: usize,
    contacts: usize,
}

/// The numbers that were given out, by the place in the story.
#[derive(Default)]
struct Numbers {
    cases: BTreeMap<usize, CaseNumber>,
    contacts: BTreeMap<usize, ContactNumber>,
}

impl<'d> Story<'d> {
    pub(super) fn new(desk: &'d mut Desk, now: DateTime<Utc>) -> Result<Self, DeskError> {
        Ok(Self {
            founder: desk.actor.clone(),
            staff: desk.staff()?,
            calendar: desk.rules()?.calendars.now().clone(),
            desk,
            now,
            events: Vec::new(),
            cases: 0,
            contacts: 0,
        })
    }

    /// The login that stands in facts for a name of the story.
    pub(super) fn login(&self, name: &str) -> String {
        if name == ME {
            self.founder.login.clone()
        } else {
            name.to_owned()
        }
    }

    /// A matter comes in; what follows is told of it. Its place in the story comes back by [`Told::place`].
    pub(super) fn case(&mut self, when: When, by: &'static str, intake: Intake) -> Told<'_, 'd> {
        let at = self.at(when);
        let case = self.cases;
        self.cases += 1;
        self.events.push(Event {
            at,
            of: case,
            by,
            what: What::Intake(Box::new(intake)),
        });
        Told {
            story: self,
            case,
            last: at,
        }
    }

    /// Somebody comes or rings, and this is what was done then.
    pub(super) fn contact(
        &mut self,
        (when, by): (When, &'static str),
        arrival: Arrival,
        then: impl IntoIterator<Item = (When, &'static str, ContactCommand)>,
    ) {
        let of = self.contacts;
        self.contacts += 1;
        let mut last = self.at(when);
        let what = What::Arrival(Box::new(arrival));
        self.events.push(Event {
            at: last,
            of,
            by,
            what,
        });
        for (when, by, command) in then {
            last = self.at(when).max(last).min(self.now);
            let what = What::Talk(command);
            self.events.push(Event {
                at: last,
                of,
                by,
                what,
            });
        }
    }

    /// True where the office is open now and was so many seconds ago: somebody may stand at the counter since.
    pub(super) fn is_open_since(&self, seconds: u32) -> bool {
        self.calendar.is_open(self.now) && self.calendar.is_open(self.at(When::Just(seconds)))
    }

    /// The instant so many hours of work after a moment of the story.
    pub(super) fn later(&self, when: When, hours: u32) -> Option<DateTime<Utc>> {
        let count = Count {
            rule: CountingRule::WorkingHours,
            limit: Limit::new(hours, Unit::Hours),
            from: self.at(when),
            exclusions: &Exclusions::NONE,
            extensions: &[],
        };
        self.calendar.due(&count).ok().map(|due| due.at)
    }

    /// The instant of a moment of the story.
    pub(super) fn at(&self, when: When) -> DateTime<Utc> {
        let at = match when {
            When::Day(days, hour, minute) => {
                let date = self.working_day(days);
                date.and_hms_opt(hour, minute, 0)
                    .map_or(self.now, |local| self.calendar.instant(local))
            }
            When::Ago(minutes) => self.worked_before(minutes),
            When::Just(seconds) => self.now - TimeDelta::seconds(seconds.into()),
        };
        at.min(self.now)
    }

    fn working_day(&self, before: u32) -> NaiveDate {
        let today = self.calendar.date(self.now);
        let days = today.iter_days().take(60);
        let reference = days
            .into_iter()
            .find(|date| self.calendar.is_working_day(*date))
            .unwrap_or(today);
        let mut date = reference;
        for _ in 0..before {
            let mut earlier = (1..60).filter_map(|back| date.checked_sub_days(Days::new(back)));
            let found = earlier.find(|date| self.calendar.is_working_day(*date));
            date = found.unwrap_or(date);
        }
        date
    }

    /// The instant from which so many minutes of work lie before the end, at a full minute.
    fn worked_before(&self, minutes: u32) -> DateTime<Utc> {
        let mut left = i64::from(minutes) * 60;
        let today = self.calendar.date(self.now);
        for back in 0..400 {
            let Some(date) = today.checked_sub_days(Days::new(back)) else {
                break;
            };
            let midnight = self.calendar.instant(date.and_time(chrono::NaiveTime::MIN));
            for span in self.calendar.spans(date).iter().rev() {
                let minute = |minute: u16| midnight + TimeDelta::minutes(minute.into());
                let (start, end) = (minute(span.start), minute(span.end).min(self.now));
                let worked = (end - start).num_seconds();
                if worked >= left.max(1) {
                    let at = end.timestamp() - left;
                    return DateTime::from_timestamp(at - at.rem_euclid(60), 0).unwrap_or(start);
                }
                left -= worked.max(0);
            }
        }
        self.now
    }

    /// Plays everything to the desk in the order of time.
    pub(super) fn play(mut self) -> Result<(), DeskError> {
        let mut events = std::mem::take(&mut self.events);
        events.sort_by_key(|event| event.at);
        let mut numbers = Numbers::default();
        for event in events {
            self.sit(event.by, event.at);
            self.happen(event, &mut numbers)?;
        }
        Ok(())
    }

    fn happen(&mut self, event: Event, numbers: &mut Numbers) -> Result<(), DeskError> {
        let untold = || DeskError::Refusal(Refusal::NotAccepted);
        let (at, seen) = (None, None);
        match event.what {
            What::Intake(intake) => {
                numbers.cases.insert(event.of, self.desk.intake(&intake)?);
            }
            What::Deed(deed) => {
                let number = |case: usize| numbers.cases.get(&case).copied();
                let command = self.command(deed, event.at, number);
                let (number, command) = number(event.of).zip(command).ok_or_else(untold)?;
                self.desk.run(&Order {
                    number,
                    command,
                    at,
                    seen,
                })?;
            }
            What::Arrival(arrival) => {
                let number = self.desk.arrive(&arrival, None)?;
                numbers.contacts.insert(event.of, number);
            }
            What::Talk(command) => {
                let number = numbers.contacts.get(&event.of).copied();
                self.desk.run_contact(&ContactOrder {
                    number: number.ok_or_else(untold)?,
                    command,
                    ticked: String::new(),
                    at,
                    seen,
                })?;
            }
        }
        Ok(())
    }

    fn sit(&mut self, by: &str, at: DateTime<Utc>) {
        let member = self.staff.iter().find(|member| member.login == by);
        self.desk.actor = member.unwrap_or(&self.founder).clone();
        self.desk.clock = Clock::Fixed(at);
    }

    fn command(
        &self,
        deed: Deed,
        at: DateTime<Utc>,
        number: impl Fn(usize) -> Option<CaseNumber>,
    ) -> Option<Command> {
        Some(match deed {
            Deed::Do(command) => command,
            Deed::Link(case) => Command::Ladder(Ladder::Link {
                earlier: number(case)?,
            }),
            Deed::Merge(case) => Command::Exit(Exit::Merge {
                into: number(case)?,
            }),
            Deed::Supplement(text, days) => Command::Supplement(Supplement::Request {
                text: text.to_owned(),
                until: self.working_day_after(at, days)?,
            }),
            Deed::Book(officer, purpose, days, hour) => {
                let date = self.working_day_after(self.now, days)?;
                Command::Visit(Visiting::Book {
                    at: self.calendar.instant(date.and_hms_opt(hour, 0, 0)?),
                    officer: self.login(officer),
                    purpose: purpose.to_owned(),
                })
            }
        })
    }

    fn working_day_after(&self, at: DateTime<Utc>, days: u32) -> Option<NaiveDate> {
        let later = self.calendar.date(at).iter_days().skip(1);
        let mut working = later
            .take(60 + days as usize)
            .filter(|date| self.calendar.is_working_day(*date));
        working.nth(days.saturating_sub(1) as usize)
    }
}

/// A case of the story, while what happened to it is told in order.
pub(super) struct Told<'s, 'd> {
    story: &'s mut Story<'d>,
    case: usize,
    last: DateTime<Utc>,
}

impl Told<'_, '_> {
    /// What happened next. Early in the morning moments of today may fall together; order is kept.
    pub(super) fn then(mut self, when: When, by: &'static str, deed: Deed) -> Self {
        let at = self.story.at(when).max(self.last).min(self.story.now);
        self.last = at;
        self.story.events.push(Event {
            at,
            of: self.case,
            by,
            what: What::Deed(deed),
        });
        self
    }

    /// It is given to someone of the staff.
    pub(super) fn assigned(self, when: When, by: &'static str, to: &'static str) -> Self {
        let login = self.story.login(to);
        let member = self.story.staff.iter().find(|member| member.login == login);
        let department = member
            .map(|member| member.department.clone())
            .filter(|department| !department.is_empty());
        let command = Command::Handling(Handling::Assign {
            department: department.unwrap_or_else(|| "고객지원팀".to_owned()),
            officer: login,
        });
        self.then(when, by, Deed::Do(command))
    }

    /// Its place in the story.
    pub(super) fn place(self) -> usize {
        self.case
    }
}
