//! The duties of a year, one of them, and what is recorded about it.

use super::{Clerk, fill, talk::Talk};
use crate::{
    cli::{Failure, duty},
    desk::{Desk, DutyOutcome, DutyView},
    domain::{
        duty::{OpeningRule, plans},
        subject::DutyNumber,
    },
    form::duty::{DutyEntry, DutyTarget},
    words::{Lang, Say, duties, plain as text},
};
use chrono::{DateTime, Datelike, Utc};
use std::sync::Arc;

/// Entries about one duty.
const ENTRIES: [DutyEntry; 7] = [
    DutyEntry::Finish,
    DutyEntry::Schedule,
    DutyEntry::Announce,
    DutyEntry::Remind,
    DutyEntry::Correct,
    DutyEntry::Skip,
    DutyEntry::Revoke,
];

/// Reads the duties of a year out, this one first.
pub(super) fn all(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let mut year = u16::try_from(desk.today()?.year()).unwrap_or_default();
    loop {
        let (now, lang) = (desk.now(), talk.lang());
        let duties = desk.duty_year(year)?.duties;
        let (this, n) = (year.to_string(), duties.len().to_string());
        talk.say(text::DUTIES_OF, &[("year", &this), ("n", &n)])?;
        let sentence = |view: &DutyView| sentence(view, now, lang);
        let mut offers: Vec<String> = duties.iter().map(sentence).collect();
        let other_years = [text::YEAR_BEFORE, text::YEAR_AFTER];
        offers.extend(talk.offers(other_years));
        offers.extend(talk.offers([text::PLAN, text::ENTER_EARLIER]));
        let Some(chosen) = talk.choose(&offers)? else {
            return Ok(());
        };
        let result = match (duties.get(chosen), chosen.saturating_sub(duties.len())) {
            (Some(view), _) => super::list::open(view.duty.number.into(), desk, talk),
            (None, 0) => {
                year = year.saturating_sub(1);
                Ok(())
            }
            (None, 1) => {
                year = year.saturating_add(1);
                Ok(())
            }
            (None, 2) => begin(DutyEntry::Plan, desk, talk),
            (None, _) => begin(DutyEntry::Earlier, desk, talk),
        };
        talk.report(result)?;
    }
}

/// A duty on a line: its mark, number, title, period and last day.
fn sentence(view: &DutyView, now: DateTime<Utc>, lang: Lang) -> String {
    let day = view
        .deadline
        .as_ref()
        .map(|deadline| deadline.due.date.to_string());
    let due = day.map(|day| text::DUE_ON.with(lang, &[("day", &day)]));
    let mut parts = vec![
        view.mark(now).say(lang),
        view.duty.number.to_string(),
        view.title(lang),
        view.duty.period.say(lang),
        due.unwrap_or_default(),
    ];
    parts.retain(|part| !part.is_empty());
    parts.join(". ")
}

/// Reads a duty out and records what is done about it, until the clerk goes back.
pub(super) fn run(number: DutyNumber, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    loop {
        talk.console().line("")?;
        duty::show(talk.console(), desk, number)?;
        let view = desk.duty(number)?;
        talk.mark_read(number, view.duty.seq);
        let report = desk.duty_report(&view)?.map(Arc::new);
        let clerk = Clerk::new(desk, talk)?;
        let mut entries = ENTRIES.to_vec();
        entries.retain(|entry| {
            let about = (&view, report.as_deref());
            entry.check(about, clerk.context()).is_ok()
        });
        let titles = entries.iter().map(|entry| entry.title());
        let titles = titles.chain([duties::PERIODS]);
        let offers: Vec<String> = titles
            .map(|title| title.get(clerk.lang).to_owned())
            .collect();
        let Some(chosen) = talk.choose(&offers)? else {
            return Ok(());
        };
        let result = match entries.get(chosen) {
            Some(entry) => {
                let target = DutyTarget::Duty(Box::new(view), report);
                fill_in(*entry, &target, desk, talk)
            }
            None => read_periods(&view, desk, talk),
        };
        talk.report(result)?;
    }
}

/// Reads out every period of the promise of a duty.
fn read_periods(view: &DutyView, desk: &mut Desk, talk: &Talk) -> Result<(), Failure> {
    let history = desk.duty_history(&view.duty.promise)?;
    let (now, lang) = (desk.now(), talk.lang());
    let lines = history.iter().map(|view| sentence(view, now, lang));
    talk.print_all(&lines.collect::<Vec<_>>())
}

/// Has a promise chosen and begins a duty of it: a planned one, or one from before the desk.
fn begin(entry: DutyEntry, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let rules = desk.rules()?;
    let mut plans = plans(&rules.charter);
    plans.retain(|plan| {
        entry == DutyEntry::Earlier || (plan.begins == OpeningRule::Planned && plan.dated.is_some())
    });
    if plans.is_empty() {
        return talk.say(text::NONE_TO_PLAN, &[]);
    }
    let offers: Vec<String> = plans.iter().map(|plan| plan.say(talk.lang())).collect();
    let chosen = talk.choose(&offers)?;
    let Some(plan) = chosen.and_then(|chosen| plans.into_iter().nth(chosen)) else {
        return Ok(());
    };
    let target = DutyTarget::Promise(Box::new(plan), rules);
    fill_in(entry, &target, desk, talk)
}

fn fill_in(
    entry: DutyEntry,
    target: &DutyTarget,
    desk: &mut Desk,
    talk: &mut Talk,
) -> Result<(), Failure> {
    let clerk = Clerk::new(desk, talk)?;
    let mut form = entry.form(target, clerk.context());
    let now = desk.now();
    let name = entry.draft(target);
    let title = entry.title().get(clerk.lang).to_owned();
    let draft = fill::Draft {
        name: &name,
        danger: (entry == DutyEntry::Skip).then(|| (title, text::SKIPS.get(clerk.lang))),
    };
    let outcome = fill::submit(
        &mut form,
        &draft,
        |form| entry.follow(form, target, now),
        desk,
        talk,
        |form, desk, _talk| {
            let change = entry.ask(target, form, clerk.context());
            let change = change.map_err(|fault| fill::rejected(vec![fault]))?;
            Ok(desk.change_duty(change)?)
        },
    )?;
    let (number, next) = match outcome {
        None => return Ok(()),
        Some(DutyOutcome::Done(number, next)) => (number, next),
        Some(DutyOutcome::Entered(number)) => (number, None),
    };
    desk.drop_draft(&name)?;
    talk.say(text::DUTY_DONE, &[("number", &number.to_string())])?;
    match next {
        Some(next) => talk.say(text::DUTY_BEGAN, &[("number", &next.to_string())]),
        None => Ok(()),
    }
}
