//! What a charter or the law asks for by the calendar: how its duties open and when each is due.

use super::Period;
use crate::{
    domain::{
        charter::{Bilingual, Charter, DutyReport, DutyRule, Every, Promise, PromiseKind},
        deadline::Source,
        limit::{CountingRule, Limit},
        statute,
    },
    words::{Lang, Say},
};
use chrono::NaiveDate;

/// How a duty opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpeningRule {
    /// By itself, with each period.
    Each(Every),
    /// When the duty of this promise is completed.
    After(String),
    /// When staff plan its date.
    Planned,
}

/// When a duty is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueRule {
    PeriodEnd,
    /// On that (month, day) of its year: a date, not a period, so that it does not roll off a holiday.
    DayOfYear(u8, u8),
    /// So many days after its period, as a date too; it cannot be done before the period is over.
    DaysAfterPeriod(u32),
    /// So long after its period, counted by a rule; it cannot be done before the period is over.
    CountedAfterPeriod(Limit, CountingRule),
    /// So long after it opened.
    Counted(Limit, CountingRule),
    /// With the year in which it opened, where the charter gives no limit.
    YearEnd,
}

/// One promise of the charter, or article of the law, that asks for duties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The promise's id, or the article's (`act.monthly-check`).
    pub promise: String,
    pub source: Source,
    pub action: Bilingual,
    pub begins: OpeningRule,
    /// When each is due; for one with a date, until that is known.
    pub due: DueRule,
    /// How long before its date it is due, where staff give it one.
    pub dated: Option<Limit>,
    pub scored: bool,
    /// Its result is published: day and place are asked for, and what was put right.
    pub published: bool,
    /// The charter gives no frequency; the organisation chose it.
    pub by_default: bool,
    pub report: Option<DutyReport>,
}

impl Plan {
    fn of(promise: &Promise, rule: &DutyRule) -> Self {
        let counted = promise.limit.zip(promise.count);
        let (begins, due) = match (&rule.after, rule.every, counted) {
            (Some(after), _, None) => (OpeningRule::After(after.clone()), DueRule::YearEnd),
            (Some(after), _, Some((limit, count))) => (
                OpeningRule::After(after.clone()),
                DueRule::Counted(limit, count),
            ),
            (None, None, _) => (OpeningRule::Planned, DueRule::YearEnd),
            (None, Some(every), Some((limit, count))) if !rule.dated => (
                OpeningRule::Each(every),
                DueRule::CountedAfterPeriod(limit, count),
            ),
            (None, Some(every), _) => {
                let due = rule.by.map_or(DueRule::PeriodEnd, |(month, day)| {
                    DueRule::DayOfYear(month, day)
                });
                (OpeningRule::Each(every), due)
            }
        };
        let nothing = Limit::new(0, crate::domain::limit::Unit::Days);
        Self {
            promise: promise.id.clone(),
            source: Source::Charter,
            action: promise.action.clone(),
            begins,
            due,
            dated: rule.dated.then(|| promise.limit.unwrap_or(nothing)),
            scored: rule.scored,
            published: rule.published,
            by_default: promise.by_default,
            report: rule.report,
        }
    }

    /// The check of all cases of a month, by the fifth of the next (act art. 25, decree art. 22, rules art. 7).
    fn monthly_check() -> Self {
        Self {
            promise: statute::MONTHLY_CHECK.to_owned(),
            source: Source::Statute,
            action: Bilingual {
                ko: statute::action(statute::MONTHLY_CHECK, Lang::Ko),
                en: statute::action(statute::MONTHLY_CHECK, Lang::En),
            },
            begins: OpeningRule::Each(Every::Month),
            due: DueRule::DaysAfterPeriod(statute::MONTHLY_CHECK_DAY),
            dated: None,
            scored: false,
            published: false,
            by_default: false,
            report: Some(DutyReport::Overdue),
        }
    }

    /// The title of a duty that was given none.
    pub fn title(&self, period: Period, lang: Lang) -> String {
        let action = self.action.get(lang).trim_end_matches('.');
        format!("{action} ({})", period.say(lang))
    }

    /// The last of its periods that is over on a day: the default for what is entered from before the desk.
    pub fn last_over(&self, today: NaiveDate) -> Period {
        let every = match self.begins {
            OpeningRule::Each(every) => every,
            OpeningRule::After(_) | OpeningRule::Planned => Every::Year,
        };
        let running = Period::of(every, today);
        let eve = running.first_day().pred_opt();
        eve.map_or(running, |eve| Period::of(every, eve))
    }

    /// True where it can only be done once its period is over.
    pub const fn looks_back(&self) -> bool {
        matches!(
            self.due,
            DueRule::DaysAfterPeriod(_) | DueRule::CountedAfterPeriod(..)
        )
    }
}

impl Say for Plan {
    fn say(&self, lang: Lang) -> String {
        self.action.get(lang).to_owned()
    }
}

/// Every plan of a charter, in its order, and the law's after them.
pub fn plans(charter: &Charter) -> Vec<Plan> {
    let of_the_charter = charter
        .promises
        .iter()
        .filter(|promise| promise.kind == PromiseKind::Duty)
        .filter_map(|promise| Some(Plan::of(promise, promise.duty.as_ref()?)));
    of_the_charter.chain([Plan::monthly_check()]).collect()
}

/// The plan of one promise.
pub fn plan(charter: &Charter, promise: &str) -> Option<Plan> {
    plans(charter)
        .into_iter()
        .find(|plan| plan.promise == promise)
}
