//! The rules of the desk: guides to each moment, and the holidays.

use super::{fill, talk::Talk};
use crate::{
    cli::{
        Failure, guide,
        holidays::{dated, print_impact},
    },
    desk::Desk,
    domain::{charter::Moment, input},
    form::holiday,
    words::{Say, plain as text},
};
use chrono::Datelike;

/// Reads out scripts and checklists of a moment, and the counters.
pub(super) fn guides(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    loop {
        let mut offers = talk.offers([text::ALL_MOMENTS]).to_vec();
        offers.extend(Moment::ALL.iter().map(|moment| moment.say(talk.lang())));
        let Some(chosen) = talk.choose(&offers)? else {
            return Ok(());
        };
        let moment = chosen.checked_sub(1).and_then(|at| Moment::ALL.get(at));
        let (rules, staff) = (desk.rules()?, desk.staff()?);
        let guide = guide::GuideArgs::at(moment.copied());
        guide.print(&rules.charter, &staff, Some(desk.actor()), talk.console())?;
    }
}

/// Reads the holidays of this year and the next out, and changes the desk's table of them.
pub(super) fn holidays(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    loop {
        let lang = talk.lang();
        let this = desk.today()?.year();
        for year in [this, this + 1] {
            for day in desk.holidays(year)? {
                let (date, kind) = (dated(day.date, lang), day.kind.say(lang));
                talk.print(&format!("{date}. {}. {kind}", day.name))?;
            }
        }
        let offers = talk.offers([text::DAY_ADD, text::DAY_REMOVE]);
        let Some(chosen) = talk.choose(&offers)? else {
            return Ok(());
        };
        let result = change(chosen == 0, desk, talk);
        talk.report(result)?;
    }
}

/// Asks for a day, its name and the decision, and adds or removes it.
fn change(adds: bool, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let (lang, today) = (talk.lang(), desk.today()?);
    let (removed, mut form) = if adds {
        (None, holiday::adding(today.year(), today, lang))
    } else {
        let Some(typed) = talk.ask(text::DAY_DATE)? else {
            return Ok(());
        };
        let Some(date) = input::day(&typed) else {
            return talk.say(text::NO_DAY, &[]);
        };
        let days = desk.holidays(date.year())?;
        let day = days.iter().find(|day| day.date == date);
        let name = day.map_or("", |day| &day.name);
        (Some(date), holiday::removing(name, today, lang))
    };
    // Each day has its own draft of a removal.
    let name = removed.map_or_else(
        || holiday::DRAFT.to_owned(),
        |date| format!("{}-{date}", holiday::DRAFT),
    );
    let draft = fill::Draft::of(&name);
    let impact = fill::submit(
        &mut form,
        &draft,
        |_form| (),
        desk,
        talk,
        |form, desk, _talk| {
            let request = holiday::read(form, removed).map_err(fill::rejected)?;
            Ok(desk.change_holiday(&request)?)
        },
    )?;
    let Some(impact) = impact else {
        return Ok(());
    };
    desk.drop_draft(&name)?;
    print_impact(&impact, talk.console())
}
