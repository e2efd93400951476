//! What the desk works by: what to say at each moment, the charter, the holidays.

use super::{fill, talk::Talk};
use crate::{
    cli::{Failure, charter, guide, holidays},
    desk::Desk,
    domain::{charter::Moment, input},
    form::holiday,
    words::{Say, plain as text},
};
use chrono::Datelike;

/// Reads out what to say and to check at a moment, and where matters belong.
pub(super) fn guides(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    loop {
        let lang = talk.lang();
        let mut offers = vec![text::ALL_MOMENTS.get(lang).to_owned()];
        offers.extend(Moment::ALL.iter().map(|moment| moment.say(lang)));
        let Some(chosen) = talk.choose(&offers, text::BACK)? else {
            return Ok(());
        };
        let moment = chosen.checked_sub(1).and_then(|at| Moment::ALL.get(at));
        let (rules, staff) = (desk.rules()?, desk.staff()?);
        let asked = guide::GuideArgs::at(moment.copied());
        asked.tell(&rules.charter, &staff, Some(desk.actor()), talk.console())?;
    }
}

/// Reads the charter in force out.
pub(super) fn promises(desk: &mut Desk, talk: &Talk) -> Result<(), Failure> {
    let rules = desk.rules()?;
    charter::show(&rules.charter, talk.console())
}

/// Reads the holidays of this year and the next out, and changes the desk's table of them.
pub(super) fn days(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    loop {
        let lang = talk.lang();
        let this = desk.today()?.year();
        for year in [this, this + 1] {
            for day in desk.holidays(year)? {
                let date = holidays::dated(day.date, lang);
                talk.say(&format!("{date}. {}. {}", day.name, day.kind.say(lang)))?;
            }
        }
        let offers = [text::DAY_ADD, text::DAY_REMOVE].map(|one| one.get(lang).to_owned());
        let Some(chosen) = talk.choose(&offers, text::BACK)? else {
            return Ok(());
        };
        let done = change(chosen == 0, desk, talk);
        talk.told(done)?;
    }
}

/// Asks for a day, its name and who decided it, and adds or removes it.
fn change(adds: bool, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let (lang, today) = (talk.lang(), desk.today()?);
    let removed = if adds {
        None
    } else {
        let Some(typed) = talk.ask(text::DAY_DATE.get(lang))? else {
            return Ok(());
        };
        let Some(date) = input::day(&typed) else {
            return talk.say(text::NO_DAY.get(lang));
        };
        Some(date)
    };
    let mut form = match removed {
        None => holiday::adding(today.year(), today, lang),
        Some(date) => {
            let days = desk.holidays(date.year())?;
            let day = days.iter().find(|day| day.date == date);
            holiday::removing(day.map_or("", |day| &day.name), today, lang)
        }
    };
    // The draft of a removal is about one day.
    let name = removed.map_or_else(
        || holiday::DRAFT.to_owned(),
        |date| format!("{}-{date}", holiday::DRAFT),
    );
    loop {
        let asked = fill::Asked {
            name: &name,
            danger: None,
        };
        if !fill::run(&mut form, &asked, |_form| (), desk, talk)? {
            return Ok(());
        }
        let request = match holiday::read(&form, removed) {
            Ok(request) => request,
            Err(faults) => {
                fill::fault(&mut form, &faults, talk)?;
                continue;
            }
        };
        match desk.change_holiday(&request) {
            Ok(told) => {
                desk.drop_draft(&name)?;
                return holidays::recomputed(&told, talk.console());
            }
            Err(error) => fill::refused(&mut form, error, talk)?,
        }
    }
}
