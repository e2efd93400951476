//! What the desk works by: what to say at each moment, the charter, the holidays.

use super::talk::Talk;
use crate::{
    cli::{Failure, charter, guide, holidays},
    desk::{Desk, HolidayRequest},
    domain::{
        charter::Moment,
        holidays::{HolidayChange, HolidayKind},
        input,
    },
    words::{Lang, Say, plain as text},
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
    let lang = talk.lang();
    let Some(date) = talk.ask(text::DAY_DATE.get(lang))? else {
        return Ok(());
    };
    let Some(date) = input::day(&date) else {
        return talk.say(text::NO_DAY.get(lang));
    };
    let Some(name) = talk.ask(text::DAY_NAME.get(lang))? else {
        return Ok(());
    };
    let change = if adds {
        let Some(kind) = kind(lang, talk)? else {
            return Ok(());
        };
        HolidayChange::Added(kind)
    } else {
        HolidayChange::Removed
    };
    let source = talk.ask(text::DAY_SOURCE.get(lang))?;
    let today = desk.today()?;
    let told = desk.change_holiday(&HolidayRequest {
        date,
        name,
        change,
        source: source.unwrap_or_default(),
        decided_on: Some(today),
    })?;
    holidays::recomputed(&told, talk.console())
}

fn kind(lang: Lang, talk: &mut Talk) -> Result<Option<HolidayKind>, Failure> {
    let offers: Vec<String> = HolidayKind::ALL.iter().map(|kind| kind.say(lang)).collect();
    let chosen = talk.choose(&offers, text::BACK)?;
    Ok(chosen.and_then(|at| HolidayKind::ALL.get(at)).copied())
}
