//! What stands in the palette: the actions of the place, the screens, and what can be done with the case.

use crate::{
    desk::{CaseView, EarlierCase},
    domain::case::CaseNumber,
    tui::{
        act::ActionKind,
        keymap::{Action, KeyContext},
        screen::{Go, Shared},
        text::width,
    },
    words::{Lang, Say, keys as text},
};
use chrono::Datelike;

/// One thing that can be chosen.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The entry is remembered by it.
    pub(super) id: String,
    pub(super) name: String,
    pub(super) names: Vec<String>,
    /// Empty where the action has none here.
    pub(super) key: String,
    /// Empty where the name says it.
    pub(super) does: String,
    pub(super) why_not: Option<String>,
    pub(super) go: Go,
}

/// The cells of the columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Widths {
    pub(super) name: usize,
    pub(super) key: usize,
    pub(super) said: usize,
}

impl Widths {
    /// As wide as the entries need, within so many cells.
    pub(super) fn of(entries: &[Entry], cells: usize) -> Self {
        let widest = |of: fn(&Entry) -> &str| entries.iter().map(|it| width(of(it))).max();
        let name = widest(|it| &it.name).unwrap_or(0).min(cells * 2 / 5);
        let key = widest(|it| &it.key).unwrap_or(0).min(9);
        let said = cells.saturating_sub(name + key + 2);
        Self { name, key, said }
    }
}

/// All entries in the order of the key table, then the actions on the case.
pub(super) fn all(
    place: KeyContext,
    case: Option<CaseNumber>,
    read: Option<&(Box<CaseView>, Vec<EarlierCase>)>,
    shared: &Shared,
) -> Vec<Entry> {
    let kinds = ActionKind::ALL.iter();
    let here = |action| !shared.keys.shown(place, action).is_empty();
    let known = shared.keys.actions().into_iter();
    let known = known.filter(|it| !is_idle(*it) && (here(*it) || !is_of_forms(*it)));
    let mut all: Vec<Entry> = known
        .filter(|action| {
            case.is_none() || kinds.clone().all(|kind| step_of(*kind) != Some(*action))
        })
        .map(|action| of_action(action, place, shared))
        .collect();
    if let Some(number) = case {
        all.extend(kinds.map(|kind| of_kind(*kind, number, read, shared)));
    }
    all
}

/// True for actions that make sense only with their key.
const fn is_idle(action: Action) -> bool {
    use Action::{NextField, Open, Palette, PreviousField};
    action.is_movement() || matches!(action, NextField | PreviousField | Open | Palette)
}

/// True for actions that only forms have.
const fn is_of_forms(action: Action) -> bool {
    matches!(action, Action::Submit | Action::Discard | Action::Link)
}

/// The key action that begins a kind of action on a case.
const fn step_of(kind: ActionKind) -> Option<Action> {
    match kind {
        ActionKind::StepOne => Some(Action::StepOne),
        ActionKind::StepTwo => Some(Action::StepTwo),
        ActionKind::StepThree => Some(Action::StepThree),
        _ => None,
    }
}

fn of_action(action: Action, place: KeyContext, shared: &Shared) -> Entry {
    let lang = shared.lang;
    let here = shared.keys.shown(place, action);
    let goal = Go::to(action).filter(|_| shared.rules.is_some());
    let why_not = (here.is_empty() && goal.is_none()).then(|| {
        let mut places: Vec<&str> = Vec::new();
        for (place, _) in shared.keys.contexts(action) {
            let name = place.name().get(lang);
            if !places.contains(&name) {
                places.push(name);
            }
        }
        text::PALETTE_ELSEWHERE.with(lang, &[("places", &places.join(", "))])
    });
    let go = if here.is_empty() { goal } else { None };
    Entry {
        id: action.id().to_owned(),
        name: action.say(lang),
        names: names(action),
        key: here,
        does: String::new(),
        why_not,
        go: go.unwrap_or(Go::Do(action)),
    }
}

fn names(action: Action) -> Vec<String> {
    let mut names = vec![
        action.say(Lang::Ko),
        action.say(Lang::En),
        action.id().to_owned(),
    ];
    if action == Action::Language {
        // Its name lists the languages and not the word.
        names.extend([Lang::Ko, Lang::En].map(|lang| text::LANGUAGE.get(lang).to_owned()));
    }
    names
}

fn of_kind(
    kind: ActionKind,
    number: CaseNumber,
    read: Option<&(Box<CaseView>, Vec<EarlierCase>)>,
    shared: &Shared,
) -> Entry {
    let lang = shared.lang;
    let refusal = read.and_then(|(view, _)| view.check(kind, shared.by()).err());
    let key = step_of(kind).map(|action| shared.keys.shown(KeyContext::Detail, action));
    Entry {
        id: format!("case.{kind}"),
        name: kind.say(lang),
        names: vec![kind.say(Lang::Ko), kind.say(Lang::En), kind.id().to_owned()],
        key: key.unwrap_or_default(),
        does: kind.does().get(lang).to_owned(),
        why_not: refusal.map(|refusal| refusal.say(lang)),
        go: Go::Act(number, kind),
    }
}

/// The case whose number was typed: whole, or without its year.
pub(super) fn numbered(typed: &str, shared: &Shared) -> Option<Entry> {
    let typed = typed.trim();
    let number = typed.parse::<CaseNumber>().ok().or_else(|| {
        let rules = shared.rules.as_ref()?;
        let year = rules.calendars.now().local(shared.now).year();
        format!("{year}-{typed}").parse().ok()
    })?;
    let name = text::PALETTE_CASE.with(shared.lang, &[("number", &number.to_string())]);
    Some(Entry {
        id: String::new(),
        names: vec![name.clone()],
        name,
        key: String::new(),
        does: String::new(),
        why_not: None,
        go: Go::Case(number),
    })
}
