//! Views of the queue with their counts, and the load of the days ahead, in words.

use super::{list, talk::Talk};
use crate::{
    cli::{Failure, outlook::totals},
    desk::Desk,
    domain::find::{BuiltinView, QueueView},
    words::{self, Say, grouped, plain as text},
};

/// Days of the load that are read out, today among them.
const DAYS: u16 = 14;

/// Reads the views out with their counts, and the rows of the chosen one.
pub(super) fn run(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    loop {
        let lang = talk.lang();
        // All counts share one snapshot.
        let snapshot = desk.snapshot()?;
        let mut views = Vec::new();
        let mut offers = Vec::new();
        for view in BuiltinView::ALL {
            let view = QueueView::Known(*view);
            let count = desk.view_count(&view)?;
            let values = [("view", &*view.say(lang)), ("n", &*grouped(count))];
            offers.push(text::VIEW.with(lang, &values));
            views.push(view);
        }
        for saved in desk.saved_views()? {
            let values = [("name", saved.name.as_str()), ("line", saved.line.as_str())];
            offers.push(text::SAVED_VIEW.with(lang, &values));
            views.push(QueueView::Saved(saved));
        }
        drop(snapshot);
        offers.extend(talk.offers([text::SAVE_VIEW, text::REMOVE_VIEW]));
        let Some(chosen) = talk.choose(&offers)? else {
            return Ok(());
        };
        let result = match views.get(chosen) {
            Some(view) => list::run(view, desk, talk),
            None if chosen == views.len() => save(desk, talk),
            None => remove(desk, talk),
        };
        talk.report(result)?;
    }
}

/// Saves a line of fields as a view.
fn save(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let Some(line) = talk.ask(text::VIEW_LINE)? else {
        return Ok(());
    };
    let Some(name) = talk.ask(text::VIEW_NAME)? else {
        return Ok(());
    };
    let saved = desk.save_view(&name, &line)?;
    talk.say(text::VIEW_SAVED, &[("name", &saved.name)])
}

/// Removes a saved view; typing its name is the confirmation.
fn remove(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let Some(name) = talk.ask(text::VIEW_NAME)? else {
        return Ok(());
    };
    desk.remove_view(&name)?;
    talk.say(text::VIEW_REMOVED, &[("name", &name)])
}

/// Reads out how much is overdue and falls due on each of the days ahead, and lists the rows of the chosen day.
pub(super) fn load(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    loop {
        let outlook = desk.outlook(DAYS)?;
        let lang = talk.lang();
        let title = words::outlook::TITLE.get(lang);
        talk.print(&format!("{title}. {}.", totals(&outlook, lang)))?;
        let bars = outlook.bars.iter().map(|bar| {
            let mut parts = vec![bar.ends.label(outlook.today, lang)];
            parts.extend(bar.closed.as_ref().map(|why| why.say(lang)));
            let (all, mine) = (grouped(bar.load.all), grouped(bar.load.mine));
            parts.push(text::LOAD.with(lang, &[("n", &all), ("mine", &mine)]));
            parts.join(". ")
        });
        let offers: Vec<String> = bars.collect();
        let chosen = talk.choose(&offers)?;
        let Some(bar) = chosen.and_then(|chosen| outlook.bars.get(chosen)) else {
            return Ok(());
        };
        let (ends, mine) = (bar.ends, false);
        let result = list::run(&QueueView::Ending { ends, mine }, desk, talk);
        talk.report(result)?;
    }
}
