//! What a message changes, and what is asked of the desk then. No I/O here.

mod day;
pub(super) mod jump;
mod many;
pub(super) mod mouse;
mod replies;
pub(super) mod resume;
mod unmask;

pub use day::Begun;
pub use jump::Jump;

use super::{
    clipboard,
    contacts::ContactsScreen,
    duties::DutyScreen,
    effect::{Effect, Query},
    help::HelpScreen,
    keymap::Action,
    model::{Model, Msg},
    outlook::OutlookScreen,
    palette::PaletteScreen,
    pane::Glanced,
    screen::{Go, Heard, Reply, Saying, Screen},
    symbols::{Alphabet, Symbols},
    views::ViewsScreen,
};
use crate::{
    domain::subject::{CaseNumber, Subject},
    words::{Lang, find as text, terminal},
};
use ratatui::crossterm::event::{KeyEvent, KeyEventKind};

/// What is asked for when a desk is opened.
pub fn begin(model: &Model) -> Vec<Effect> {
    vec![
        Effect::Read(Query::Rules),
        model.queue.top(),
        Effect::Read(Query::Counts),
        Effect::Read(Query::Present),
    ]
}

/// Takes a message in.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let mut effects = take(model, msg);
    let open = model.open();
    if open != model.shown {
        model.shown = open;
        effects.push(Effect::Show(open));
    }
    effects
}

fn take(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(key) if key.kind == KeyEventKind::Release => Vec::new(),
        Msg::Key(key) => press(model, key),
        Msg::Mouse(event) => mouse::used(model, event),
        Msg::Paste(pasted) => {
            jump::pasted(model, &pasted).unwrap_or_else(|| hear(model, &Heard::Paste(&pasted)))
        }
        Msg::Resize(columns, rows) => resize(model, (columns, rows)),
        Msg::Tick(now) => {
            model.shared.now = now;
            // On the day on which a revised charter takes effect, the form offers what that one has.
            let rules = model.shared.rules.as_ref();
            let outdated = rules.is_some_and(|rules| rules.outdated(now));
            let rules = outdated.then_some(Effect::Read(Query::Rules));
            let mut effects: Vec<Effect> = day::turned(model).into_iter().chain(rules).collect();
            effects.extend([Effect::Read(Query::Counts), Effect::Read(Query::Present)]);
            // With every minute more of today's is over.
            if matches!(model.screen, Screen::Outlook(_)) {
                effects.extend(hear(model, &Heard::Opened));
            }
            effects
        }
        Msg::Changed => replies::changed(model),
        Msg::Presence => vec![Effect::Read(Query::Present)],
        Msg::Quiet => {
            if std::mem::take(&mut model.pane.late) {
                return other_one(model).into_iter().collect();
            }
            model.queue.follow();
            Vec::new()
        }
        Msg::Reply(reply) => replies::take(model, reply),
        Msg::Ambiguous => {
            model.shared.symbols = Symbols::of(Alphabet::Ascii);
            model.redraw = true;
            Vec::new()
        }
    }
}

fn press(model: &mut Model, key: KeyEvent) -> Vec<Effect> {
    model.saying = None;
    if let Some(effects) = jump::typed(model, key) {
        return effects;
    }
    if clipboard::copies(model, key) {
        return act(model, Action::Copy);
    }
    if jump::begin(model, key) {
        return Vec::new();
    }
    let Some(action) = model.shared.keys.action(model.place(), key) else {
        return hear(model, &Heard::Key(key));
    };
    act(model, action)
}

/// Does what a key or the palette asks for.
fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    if let Some(effects) = clipboard::edit(model, action) {
        return effects;
    }
    match action {
        Action::Quit => {
            model.quit = true;
            Vec::new()
        }
        Action::Redraw => {
            model.redraw = true;
            Vec::new()
        }
        Action::Help => help(model),
        Action::Palette => palette(model),
        Action::Back if matches!(model.screen, Screen::Help(_) | Screen::Palette(_)) => {
            uncover(model)
        }
        Action::Language => {
            model.shared.lang = if model.shared.lang == Lang::Ko {
                Lang::En
            } else {
                Lang::Ko
            };
            Vec::new()
        }
        Action::Unmask => {
            unmask::toggle(model);
            Vec::new()
        }
        _ if matches!(model.screen, Screen::Queue) => in_queue(model, action),
        _ => hear(model, &Heard::Action(action)),
    }
}

fn help(model: &mut Model) -> Vec<Effect> {
    let help = HelpScreen::new(model.place());
    cover(model, Screen::Help(Box::new(help)));
    hear(model, &Heard::Opened)
}

/// Opens the palette; a second press closes it. From the help it is that of the screen beneath.
fn palette(model: &mut Model) -> Vec<Effect> {
    if matches!(model.screen, Screen::Palette(_)) {
        return uncover(model);
    }
    if matches!(model.screen, Screen::Help(_)) {
        let effects = uncover(model);
        if matches!(model.screen, Screen::Palette(_)) {
            return effects;
        }
    }
    // In a form it would not be sure which case is meant: the form's or the one under the bar.
    let marked = many::marked(model).len();
    let (case, together) = match model.screen {
        Screen::Queue => (many::first(model).or_else(|| model.selected()), marked),
        Screen::Detail(_) => (model.selected(), 0),
        _ => (None, 0),
    };
    let screen = PaletteScreen::new(model.place(), case, together);
    let effects = screen.begin();
    cover(model, Screen::Palette(Box::new(screen)));
    effects
}

/// Puts a screen over the one that is shown.
fn cover(model: &mut Model, screen: Screen) {
    let beneath = std::mem::replace(&mut model.screen, screen);
    model.beneath.push(beneath);
}

/// Shows the screen beneath again.
fn uncover(model: &mut Model) -> Vec<Effect> {
    model.screen = model.beneath.pop().unwrap_or(Screen::Queue);
    // Its size may have changed meanwhile.
    hear(model, &Heard::Opened)
}

/// The keys of the queue.
fn in_queue(model: &mut Model, action: Action) -> Vec<Effect> {
    let selected = model.queue.selected().map(|row| row.subject);
    let starts = matches!(
        action,
        Action::Act | Action::StepOne | Action::StepTwo | Action::StepThree
    );
    let marked = if starts { many::begin(model) } else { None };
    let selected = marked.map(Subject::Case).or(selected);
    let on_case = |go: fn(CaseNumber) -> Go| match selected {
        Some(Subject::Case(number)) => Some(go(number)),
        Some(other) => Some(Go::Subject(other)),
        None => None,
    };
    let moved = match action {
        Action::Up => model.queue.up(),
        Action::Down => model.queue.down(),
        Action::PageUp => model.queue.page_up(),
        Action::PageDown => model.queue.page_down(),
        Action::First => Some(model.queue.top()),
        Action::Last => Some(model.queue.bottom()),
        Action::ByDeadline => Some(model.queue.toggle_order()),
        Action::Overdue => Some(model.queue.toggle_overdue()),
        Action::Mine => Some(model.queue.toggle_mine()),
        Action::MarkCase if model.queue.rows().is_empty() => return nothing_listed(model),
        Action::MarkCase => model.queue.mark(),
        Action::Unmark => {
            if model.queue.noted.marked().is_empty() {
                let said = text::NOTHING_MARKED.get(model.shared.lang).to_owned();
                model.saying = Some(Saying::Done(said));
            }
            model.queue.noted.clear();
            return Vec::new();
        }
        Action::Jump => {
            model.jump = Some(Jump::asked());
            return Vec::new();
        }
        Action::Pane => return toggle_pane(model),
        _ => {
            let go = match action {
                Action::Open => selected.map(Go::Subject),
                Action::Act => on_case(Go::Menu),
                Action::StepOne => on_case(|number| Go::Act(number, super::act::Kind::StepOne)),
                Action::StepTwo => on_case(|number| Go::Act(number, super::act::Kind::StepTwo)),
                Action::StepThree => on_case(|number| Go::Act(number, super::act::Kind::StepThree)),
                other => Go::to(other),
            };
            return match go {
                Some(go) => travel(model, go),
                None if model.queue.rows().is_empty() => nothing_listed(model),
                None => Vec::new(),
            };
        }
    };
    let mut effects: Vec<Effect> = moved.into_iter().collect();
    if effects.is_empty() {
        effects.extend(glance(model));
    }
    effects
}

/// Says why nothing happens on a list without rows.
fn nothing_listed(model: &mut Model) -> Vec<Effect> {
    let said = terminal::NOTHING_LISTED.get(model.shared.lang).to_owned();
    model.saying = Some(Saying::Refused(said));
    Vec::new()
}

fn toggle_pane(model: &mut Model) -> Vec<Effect> {
    let shown = model.has_pane();
    model.pane.shown = Some(!shown);
    model.fit();
    // The rows bring the case under the bar with them.
    vec![model.queue.again()]
}

/// What is under the bar, for the pane, where that shows another one; on a slow line it is asked for later.
fn glance(model: &mut Model) -> Option<Effect> {
    let other = other_one(model);
    model.pane.late = other.is_some() && model.shared.thrifty;
    other.filter(|_| !model.pane.late)
}

fn other_one(model: &mut Model) -> Option<Effect> {
    if !model.has_pane() {
        return None;
    }
    let Some(row) = model.queue.selected() else {
        model.pane.glanced = None;
        return None;
    };
    let shown = model.pane.glanced.as_ref().map(Glanced::state);
    (shown != Some((row.subject, row.facts))).then_some(Effect::Read(Query::Glance(row.subject)))
}

/// Lets the screen hear something and does what it answers.
pub(super) fn hear(model: &mut Model, heard: &Heard<'_>) -> Vec<Effect> {
    let reply = model.screen.update(heard, &model.shared);
    answer(model, reply)
}

fn answer(model: &mut Model, reply: Reply) -> Vec<Effect> {
    let mut effects = many::spread(model, reply.effects);
    if let Some(go) = reply.go {
        effects.extend(travel(model, go));
    }
    if let Some(say) = reply.say {
        model.saying = Some(say);
    }
    effects
}

/// Goes to another screen; what needs a case opens when that was read.
fn travel(model: &mut Model, go: Go) -> Vec<Effect> {
    let found = matches!(go, Go::Subject(_)) && matches!(model.screen, Screen::Search(_));
    let screen = match go {
        Go::Do(action) => {
            let mut effects = uncover(model);
            effects.extend(act(model, action));
            return effects;
        }
        Go::Queue => return leave(model),
        Go::Subject(Subject::Case(number)) => return travel(model, Go::Case(number)),
        Go::Subject(Subject::Duty(number)) => Screen::Duties(Box::new(DutyScreen::on(number))),
        Go::Subject(Subject::Contact(number)) => {
            Screen::Contacts(Box::new(ContactsScreen::new(Some(number))))
        }
        // Whoever leaves the menu or the form for many was in the queue, and has opened none of them.
        Go::Case(_)
            if !model.many.is_empty()
                && matches!(model.screen, Screen::Menu(_) | Screen::Act(_)) =>
        {
            return travel(model, Go::Queue);
        }
        Go::Case(number) | Go::Menu(number) | Go::Act(number, _) => {
            if matches!(go, Go::Case(_)) {
                model.many.clear();
            } else if many::chosen_over_the_queue(model) {
                many::begin(model);
            }
            model.pending = Some(go);
            return vec![Effect::Read(Query::Case(number))];
        }
        Go::Intake => Screen::Intake(Box::default()),
        Go::View(viewed) => {
            model.screen = Screen::Queue;
            model.beneath.clear();
            model.searched = None;
            return vec![model.queue.look(viewed), Effect::Read(Query::Counts)];
        }
        Go::Views => Screen::Views(Box::new(ViewsScreen::new(model.queue.viewed().clone()))),
        Go::Outlook => Screen::Outlook(Box::new(OutlookScreen::new(model.queue.viewed()))),
        Go::Search => Screen::Search(Box::default()),
        Go::Duties => Screen::Duties(Box::default()),
        Go::Contacts(chosen) => Screen::Contacts(Box::new(ContactsScreen::new(chosen))),
        Go::Handover => Screen::Handover(Box::default()),
        Go::Holidays => Screen::Holidays(Box::default()),
        Go::Charter => Screen::Charter(Box::default()),
    };
    let left = std::mem::replace(&mut model.screen, screen);
    model.beneath.clear();
    model.searched = match left {
        Screen::Search(search) if found => Some(search),
        _ => None,
    };
    hear(model, &Heard::Opened)
}

/// Leaves a screen: for the search in which what it shows was found, else for the queue.
fn leave(model: &mut Model) -> Vec<Effect> {
    model.many.clear();
    model.beneath.clear();
    model.pending = None;
    if let Some(search) = model.searched.take() {
        model.screen = Screen::Search(search);
        return hear(model, &Heard::Opened);
    }
    model.screen = Screen::Queue;
    if model.shared.rules.is_none() {
        return begin(model);
    }
    vec![model.queue.again(), Effect::Read(Query::Counts)]
}

fn resize(model: &mut Model, size: (u16, u16)) -> Vec<Effect> {
    model.shared.size = size;
    model.fit();
    let mut effects = hear(model, &Heard::Opened);
    effects.push(model.queue.again());
    effects
}

#[cfg(test)]
mod tests;
