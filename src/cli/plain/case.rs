//! A case read out, and what can be done with it.

use super::{fill, shared, talk::Talk};
use crate::{
    cli::{Failure, show},
    desk::{CaseView, Desk, EarlierCase},
    domain::case::CaseNumber,
    tui::act::{self, Kind, possible, why_not},
    words::{Say, plain as text},
};

/// Reads a case out and records what is done with it, until the clerk goes back.
pub(super) fn run(number: CaseNumber, desk: &mut Desk, talk: &mut Talk<'_>) -> Result<(), Failure> {
    loop {
        let (view, earlier) = desk.case_with_earlier(number)?;
        talk.console().line("")?;
        let told = show::told(&view, desk.now(), talk.lang());
        talk.console().print(&told)?;
        let shared = shared(desk, talk.console())?;
        let kinds = Kind::ALL.iter().copied();
        let (can, cannot): (Vec<_>, Vec<_>) = kinds
            .map(|kind| (kind, possible(kind, &view, &earlier, &shared).err()))
            .partition(|(_, refusal)| refusal.is_none());
        let lang = talk.lang();
        let mut offers: Vec<String> = can
            .iter()
            .map(|(kind, _)| format!("{}: {}", kind.say(lang), kind.does().get(lang)))
            .collect();
        offers.push(text::NOT_NOW.get(lang).to_owned());
        talk.say(text::ACTIONS.get(lang))?;
        let Some(chosen) = talk.choose(&offers, text::BACK)? else {
            return Ok(());
        };
        let Some((kind, _)) = can.get(chosen) else {
            for (kind, refusal) in &cannot {
                let why = refusal.as_ref().map(|refusal| why_not(refusal, lang));
                talk.say(&format!("{}: {}", kind.say(lang), why.unwrap_or_default()))?;
            }
            continue;
        };
        let done = record(*kind, &view, &earlier, desk, talk);
        talk.told(done)?;
    }
}

fn record(
    kind: Kind,
    view: &CaseView,
    earlier: &[EarlierCase],
    desk: &mut Desk,
    talk: &mut Talk<'_>,
) -> Result<(), Failure> {
    let shared = shared(desk, talk.console())?;
    let lang = talk.lang();
    let mut form = act::form(kind, view, earlier, &shared);
    let name = act::draft_name(kind, view.case.number);
    let does = kind.does().get(lang);
    loop {
        let asked = fill::Asked {
            name: &name,
            danger: kind.is_dangerous().then(|| (kind.say(lang), does)),
        };
        if !fill::run(&mut form, &asked, |_form| (), desk, talk)? {
            return Ok(());
        }
        let order = match act::order(kind, &form, view) {
            Ok(order) => order,
            Err(faults) => {
                fill::fault(&mut form, &faults, talk)?;
                continue;
            }
        };
        match desk.run(&order) {
            Ok(_) => {
                desk.drop_draft(&name)?;
                let number = view.case.number.to_string();
                let values = [("number", number.as_str()), ("what", &kind.say(lang))];
                return talk.say(&text::RECORDED.with(lang, &values));
            }
            Err(error) => fill::refused(&mut form, error, talk)?,
        }
    }
}
