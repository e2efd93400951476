//! The duties of a year, one of them, and what is recorded about it.

use super::{clerk, fill, talk::Talk};
use crate::{
    cli::{Failure, duty},
    desk::{Desk, DeskError, DutyOutcome, DutyView},
    domain::{
        duty::{OpeningRule, Plan, plans},
        refusal::Refusal,
        subject::{DutyNumber, Subject},
    },
    form::duty::{DutyEntry, DutyTarget},
    words::{Say, duties, plain as text},
};
use chrono::Datelike;
use std::sync::Arc;

/// What can be recorded about one duty.
const DEEDS: [DutyEntry; 6] = [
    DutyEntry::Finish,
    DutyEntry::Schedule,
    DutyEntry::Announce,
    DutyEntry::Remind,
    DutyEntry::Correct,
    DutyEntry::Skip,
];

/// Reads the duties of a year out, this one first.
pub(super) fn all(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let mut year = u16::try_from(desk.today()?.year()).unwrap_or_default();
    loop {
        let lang = talk.lang();
        let found = desk.duty_year(year)?;
        let (now, n) = (desk.now(), found.duties.len().to_string());
        let values = [("year", &*year.to_string()), ("n", &*n)];
        talk.say(&text::DUTIES_OF.with(lang, &values))?;
        let said = |view: &DutyView| sentence(view, now, lang);
        let mut offers: Vec<String> = found.duties.iter().map(said).collect();
        let beneath = [
            text::YEAR_BEFORE,
            text::YEAR_AFTER,
            text::PLAN,
            text::ENTER_EARLIER,
        ];
        offers.extend(beneath.map(|phrase| phrase.get(lang).to_owned()));
        let Some(chosen) = talk.choose(&offers, text::BACK)? else {
            return Ok(());
        };
        let done = match (
            found.duties.get(chosen),
            chosen - found.duties.len().min(chosen),
        ) {
            (Some(view), _) => run(view.duty.number, desk, talk),
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
        talk.told(done)?;
    }
}

/// A duty on a line: how it stands, its number, title, period and last day.
fn sentence(
    view: &DutyView,
    now: chrono::DateTime<chrono::Utc>,
    lang: crate::words::Lang,
) -> String {
    let due = view.deadline.as_ref();
    let due =
        due.map(|deadline| text::DUE_ON.with(lang, &[("day", &deadline.due.date.to_string())]));
    let parts = [
        view.mark(now).say(lang),
        view.duty.number.to_string(),
        view.title(lang),
        view.duty.period.say(lang),
        due.unwrap_or_default(),
    ];
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(". ")
}

/// Reads a duty out and records what is done about it, until the clerk goes back.
pub(super) fn run(number: DutyNumber, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    desk.show_open(Some(Subject::Duty(number)));
    let done = stay(number, desk, talk);
    desk.show_open(None);
    done
}

fn stay(number: DutyNumber, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    loop {
        let lang = talk.lang();
        talk.console().line("")?;
        duty::show(talk.console(), desk, number)?;
        let view = desk.duty(number)?;
        talk.has_seen(number, view.duty.seq);
        let report = desk.duty_report(&view)?.map(Arc::new);
        let clerk = clerk(desk, talk)?;
        let can: Vec<DutyEntry> = DEEDS
            .into_iter()
            .filter(|deed| {
                deed.check((&view, report.as_deref()), clerk.context())
                    .is_ok()
            })
            .collect();
        let mut offers: Vec<String> = can
            .iter()
            .map(|deed| deed.title().get(lang).to_owned())
            .collect();
        offers.push(duties::PERIODS.get(lang).to_owned());
        let Some(chosen) = talk.choose(&offers, text::BACK)? else {
            return Ok(());
        };
        let done = match can.get(chosen) {
            Some(deed) => {
                let about = DutyTarget::Duty(Box::new(view), report);
                fill_in(*deed, &about, desk, talk)
            }
            None => periods(&view, desk, talk),
        };
        talk.told(done)?;
    }
}

/// Every period of what asks for a duty.
fn periods(view: &DutyView, desk: &mut Desk, talk: &Talk) -> Result<(), Failure> {
    let history = desk.duty_history(&view.duty.promise)?;
    let (now, lang) = (desk.now(), talk.lang());
    let said = history.iter().map(|view| sentence(view, now, lang));
    talk.say_all(&said.collect::<Vec<_>>())
}

/// Lets one promise be chosen, and begins a duty of it: a planned one, or one from before the desk.
fn begin(deed: DutyEntry, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let rules = desk.rules()?;
    let lang = talk.lang();
    let mut known = plans(&rules.charter);
    known.retain(|plan| {
        deed == DutyEntry::Earlier || (plan.begins == OpeningRule::Planned && plan.dated.is_some())
    });
    let offers: Vec<String> = known.iter().map(|plan: &Plan| plan.say(lang)).collect();
    if offers.is_empty() {
        return talk.say(text::NONE_TO_PLAN.get(lang));
    }
    let Some(chosen) = talk.choose(&offers, text::BACK)? else {
        return Ok(());
    };
    let Some(plan) = known.into_iter().nth(chosen) else {
        return Ok(());
    };
    let about = DutyTarget::Promise(Box::new(plan), rules);
    fill_in(deed, &about, desk, talk)
}

fn fill_in(
    deed: DutyEntry,
    about: &DutyTarget,
    desk: &mut Desk,
    talk: &mut Talk,
) -> Result<(), Failure> {
    let lang = talk.lang();
    let clerk = clerk(desk, talk)?;
    let mut form = deed.form(about, clerk.context());
    let name = deed.draft(about);
    loop {
        let title = deed.title().get(lang);
        let danger = (deed == DutyEntry::Skip).then(|| (title.to_owned(), text::SKIPS.get(lang)));
        let asked = fill::Asked {
            name: &name,
            danger,
        };
        if !fill::run(&mut form, &asked, |_form| (), desk, talk)? {
            return Ok(());
        }
        let ask = match deed.ask(about, &form, clerk.context()) {
            Ok(ask) => ask,
            Err(fault) => {
                fill::fault(&mut form, &[fault], talk)?;
                continue;
            }
        };
        match desk.change_duty(ask) {
            Ok(changed) => {
                desk.drop_draft(&name)?;
                return recorded(changed, talk);
            }
            Err(DeskError::Refusal(Refusal::Fields(faults))) => {
                fill::fault(&mut form, &faults, talk)?;
            }
            Err(error) => return Err(error.into()),
        }
    }
}

fn recorded(changed: DutyOutcome, talk: &Talk) -> Result<(), Failure> {
    let (number, next) = match changed {
        DutyOutcome::Done(number, next) => (number, next),
        DutyOutcome::Entered(number) => (number, None),
    };
    talk.say(&text::DUTY_DONE.with(talk.lang(), &[("number", &number.to_string())]))?;
    match next {
        Some(next) => {
            talk.say(&text::DUTY_BEGAN.with(talk.lang(), &[("number", &next.to_string())]))
        }
        None => Ok(()),
    }
}
