//! What a message changes, and what is asked of the desk then. No I/O here.

mod day;
pub(super) mod jump;
mod many;
pub(super) mod mouse;
mod replies;
pub(super) mod restore;
mod unmask;

pub use day::DutyCheck;
pub use jump::Jump;
pub(super) use replies::unsaved;

use super::{
    act::ActionKind,
    clipboard,
    contacts::ContactsScreen,
    duties::DutyScreen,
    effect::{Effect, Query},
    help::HelpScreen,
    keymap::{Action, KeyContext},
    model::{Model, Msg},
    palette::PaletteScreen,
    pane::PaneContent,
    restore::OnCase,
    screen::{Go, News, Purpose, Screen, ScreenAnswer, ScreenEvent, StatusMessage, opening},
    symbols::{Alphabet, Symbols},
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
        Msg::Paste(pasted) => jump::pasted(model, &pasted)
            .unwrap_or_else(|| dispatch(model, &ScreenEvent::Paste(&pasted))),
        Msg::Resize(columns, rows) => resize(model, (columns, rows)),
        Msg::Tick(now) => {
            model.shared.now = now;
            // On the day on which a revised charter takes effect, the form offers what that one has.
            let rules = model.shared.rules.as_ref();
            let outdated = rules.is_some_and(|rules| rules.outdated(now));
            let rules = outdated.then_some(Effect::Read(Query::Rules));
            let mut effects: Vec<Effect> = day::turned(model).into_iter().chain(rules).collect();
            effects.extend([Effect::Read(Query::Counts), Effect::Read(Query::Present)]);
            effects.extend(dispatch(model, &ScreenEvent::Outdated(News::Minute)));
            effects
        }
        Msg::Changed => replies::changed(model),
        Msg::Presence => vec![Effect::Read(Query::Present)],
        Msg::Quiet => {
            if std::mem::take(&mut model.pane.late) {
                return other_one(model).into_iter().collect();
            }
            model.queue.complete_next();
            Vec::new()
        }
        Msg::LateReply(reply) => replies::late(model, &reply),
        Msg::Reply(reply) => replies::take(model, reply),
        Msg::Drawn(targets) => {
            model.targets = targets;
            Vec::new()
        }
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
    let Some(action) = model.shared.keys.action(model.key_context(), key) else {
        return dispatch(model, &ScreenEvent::Key(key));
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
        Action::Back if model.purpose() == Some(Purpose::Cover) => uncover(model),
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
        _ if model.in_queue() => in_queue(model, action),
        _ => dispatch(model, &ScreenEvent::Action(action)),
    }
}

fn help(model: &mut Model) -> Vec<Effect> {
    let help = HelpScreen::new(model.key_context());
    model.screens.push(Box::new(help));
    dispatch(model, &ScreenEvent::Opened)
}

/// Opens the palette; a second press closes it. From the help it is that of the screen beneath.
fn palette(model: &mut Model) -> Vec<Effect> {
    if model.key_context() == KeyContext::Palette {
        return uncover(model);
    }
    if model.key_context() == KeyContext::Help {
        let effects = uncover(model);
        if model.key_context() == KeyContext::Palette {
            return effects;
        }
    }
    // In a form it would not be sure which case is meant: the form's or the one under the bar.
    let marked = many::marked(model).len();
    let (case, together) = match model.purpose() {
        None => (many::first(model).or_else(|| model.selected()), marked),
        Some(Purpose::Case(number)) => (Some(number), 0),
        Some(Purpose::Act | Purpose::Results | Purpose::Cover | Purpose::Other) => (None, 0),
    };
    let screen = PaletteScreen::new(model.key_context(), case, together);
    let effects = screen.begin();
    model.screens.push(Box::new(screen));
    effects
}

/// Shows the screen beneath again.
fn uncover(model: &mut Model) -> Vec<Effect> {
    model.screens.pop();
    // Its size may have changed meanwhile.
    dispatch(model, &ScreenEvent::Opened)
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
        Action::PageUp => model.queue.scroll_rows_up(usize::MAX),
        Action::PageDown => model.queue.scroll_rows_down(usize::MAX),
        Action::First => Some(model.queue.top()),
        Action::Last => Some(model.queue.bottom()),
        Action::ByDeadline => Some(model.queue.toggle_order()),
        Action::Overdue => Some(model.queue.toggle_overdue()),
        Action::Mine => Some(model.queue.toggle_mine()),
        Action::MarkCase if model.queue.rows().is_empty() => return nothing_listed(model),
        Action::MarkCase => model.queue.mark(),
        Action::Unmark => {
            if model.queue.marks.marked().is_empty() {
                let said = text::NOTHING_MARKED.get(model.shared.lang).to_owned();
                model.saying = Some(StatusMessage::Done(said));
            }
            model.queue.marks.clear();
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
                Action::StepOne => on_case(|number| Go::Act(number, ActionKind::StepOne)),
                Action::StepTwo => on_case(|number| Go::Act(number, ActionKind::StepTwo)),
                Action::StepThree => on_case(|number| Go::Act(number, ActionKind::StepThree)),
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
    model.saying = Some(StatusMessage::Refused(said));
    Vec::new()
}

fn toggle_pane(model: &mut Model) -> Vec<Effect> {
    let shown = model.has_pane();
    model.pane.shown = Some(!shown);
    model.fit();
    // The rows bring the case under the bar with them.
    vec![model.queue.reload()]
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
        model.pane.content = None;
        return None;
    };
    let shown = model.pane.content.as_ref().map(PaneContent::state);
    (shown != Some((row.subject, row.facts))).then_some(Effect::Read(Query::Glance(row.subject)))
}

/// Lets the screen hear something and does what it answers.
pub(super) fn dispatch(model: &mut Model, event: &ScreenEvent<'_>) -> Vec<Effect> {
    let Some(screen) = model.screens.last_mut() else {
        return Vec::new();
    };
    let reply = screen.update(event, &model.shared);
    answer(model, reply)
}

fn answer(model: &mut Model, reply: ScreenAnswer) -> Vec<Effect> {
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
    match go {
        Go::Queue => leave(model),
        Go::View(viewed) => {
            model.replace_screens(Vec::new());
            model.results = None;
            vec![model.queue.show_view(viewed), Effect::Read(Query::Counts)]
        }
        Go::Subject(Subject::Case(number)) => travel(model, Go::Case(number)),
        Go::Subject(Subject::Duty(number)) => open(model, Box::new(DutyScreen::on(number))),
        Go::Subject(Subject::Contact(number)) => {
            open(model, Box::new(ContactsScreen::new(Some(number))))
        }
        // Whoever leaves the menu or the form for many was in the queue, and has opened none of them.
        Go::Case(_) if !model.many.is_empty() && model.purpose() == Some(Purpose::Act) => {
            leave(model)
        }
        Go::Case(number) => {
            model.many.clear();
            read_case(model, number, OnCase::Detail)
        }
        Go::Menu(number) => act_on(model, number, OnCase::Menu),
        Go::Act(number, kind) => act_on(model, number, OnCase::Act(kind)),
        Go::Screen(key) => {
            let Some(opening) = opening(key) else {
                return Vec::new();
            };
            let screen = opening(&model.queue.viewed);
            let effects = open(model, screen);
            // It was not found in any list.
            model.results = None;
            effects
        }
        Go::Do(action) => {
            let mut effects = uncover(model);
            effects.extend(act(model, action));
            effects
        }
    }
}

/// Asks for a case, on which something opens once it was read.
fn read_case(model: &mut Model, number: CaseNumber, on: OnCase) -> Vec<Effect> {
    model.pending = Some(on);
    vec![Effect::Read(Query::Case(number))]
}

fn act_on(model: &mut Model, number: CaseNumber, on: OnCase) -> Vec<Effect> {
    if many::chosen_over_the_queue(model) {
        many::begin(model);
    }
    read_case(model, number, on)
}

/// Opens a screen in place of all others; a list of results is kept to come back to.
fn open(model: &mut Model, screen: Box<dyn Screen>) -> Vec<Effect> {
    model.results = match model.purpose() {
        Some(Purpose::Results) => model.screens.pop(),
        None | Some(_) => None,
    };
    model.replace_screens(vec![screen]);
    dispatch(model, &ScreenEvent::Opened)
}

/// Leaves a screen: for the list in which what it shows was found, else for the queue.
fn leave(model: &mut Model) -> Vec<Effect> {
    model.many.clear();
    model.replace_screens(Vec::new());
    if let Some(results) = model.results.take() {
        model.screens.push(results);
        return dispatch(model, &ScreenEvent::Opened);
    }
    if model.shared.rules.is_none() {
        return begin(model);
    }
    vec![model.queue.reload(), Effect::Read(Query::Counts)]
}

fn resize(model: &mut Model, size: (u16, u16)) -> Vec<Effect> {
    model.shared.size = size;
    model.fit();
    let mut effects = dispatch(model, &ScreenEvent::Opened);
    effects.push(model.queue.reload());
    effects
}

#[cfg(test)]
mod tests;
