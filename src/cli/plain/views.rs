//! Views of the queue with their numbers, and the load of the days ahead, in words.

use super::{list, talk::Talk};
use crate::{
    cli::Failure,
    desk::Desk,
    domain::{
        find::DueWindow,
        find::{BuiltinView, QueueView},
        outlook::OutlookBar,
    },
    words::{Say, grouped, outlook, plain as text},
};

/// Days of the load that are read out, today among them.
const DAYS: u16 = 14;

/// Reads the views out with how many each shows, and the one that is chosen.
pub(super) fn run(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    loop {
        let lang = talk.lang();
        // The numbers belong to one state of the file.
        let snapshot = desk.snapshot()?;
        let mut views = Vec::new();
        let mut offers = Vec::new();
        for view in BuiltinView::ALL {
            let viewed = QueueView::Known(*view);
            let count = desk.view_count(&viewed)?;
            let values = [("view", &*viewed.say(lang)), ("n", &*grouped(count))];
            offers.push(text::VIEW.with(lang, &values));
            views.push(viewed);
        }
        for saved in desk.saved_views()? {
            let values = [("name", saved.name.as_str()), ("line", saved.line.as_str())];
            offers.push(text::SAVED_VIEW.with(lang, &values));
            views.push(QueueView::Saved(saved));
        }
        drop(snapshot);
        offers.push(text::SAVE_VIEW.get(lang).to_owned());
        offers.push(text::REMOVE_VIEW.get(lang).to_owned());
        let Some(chosen) = talk.choose(&offers, text::BACK)? else {
            return Ok(());
        };
        let done = match views.get(chosen) {
            Some(viewed) => list::run(viewed, desk, talk),
            None if chosen == views.len() => save(desk, talk),
            None => remove(desk, talk),
        };
        talk.told(done)?;
    }
}

/// Saves a line of fields as a view.
fn save(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let lang = talk.lang();
    let Some(line) = talk.ask(text::VIEW_LINE.get(lang))? else {
        return Ok(());
    };
    let Some(name) = talk.ask(text::VIEW_NAME.get(lang))? else {
        return Ok(());
    };
    let saved = desk.save_view(&name, &line)?;
    talk.say(&text::VIEW_SAVED.with(lang, &[("name", &saved.name)]))
}

/// Removes a saved view by its name: typing that is confirmation enough.
fn remove(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let lang = talk.lang();
    let Some(name) = talk.ask(text::VIEW_NAME.get(lang))? else {
        return Ok(());
    };
    desk.remove_view(&name)?;
    talk.say(&text::VIEW_REMOVED.with(lang, &[("name", &name)]))
}

/// Reads out how much is over and how much falls due on each of the days ahead, and lists what stands behind a number.
pub(super) fn load(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    loop {
        let told = desk.outlook(DAYS)?;
        let lang = talk.lang();
        let rest = [
            (outlook::OPEN, told.open()),
            (outlook::PAUSED, told.paused),
            (outlook::WITHOUT, told.without),
        ];
        let rest = rest.map(|(phrase, load)| phrase.with(lang, &[("n", &grouped(load.all))]));
        talk.say(&format!(
            "{}. {}.",
            outlook::TITLE.get(lang),
            rest.join(", ")
        ))?;
        let said = |bar: &OutlookBar| {
            let mut parts = vec![bar.ends.label(told.today, lang)];
            parts.extend(bar.closed.as_ref().map(|why| why.say(lang)));
            let (all, mine) = (grouped(bar.load.all), grouped(bar.load.mine));
            parts.push(text::LOAD.with(lang, &[("n", &all), ("mine", &mine)]));
            parts.join(". ")
        };
        let offers: Vec<String> = told.bars.iter().map(said).collect();
        let Some(chosen) = talk.choose(&offers, text::BACK)? else {
            return Ok(());
        };
        let ends = told
            .bars
            .get(chosen)
            .map_or(DueWindow::Over, |bar| bar.ends);
        let done = list::run(&QueueView::Ending { ends, mine: false }, desk, talk);
        talk.told(done)?;
    }
}
