//! What a message changes in the model, and the effects that follow. No I/O here.

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
    notices::NoticesScreen,
    palette::PaletteScreen,
    pane::PaneContent,
    restore::OnCase,
    screen::{Go, News, Purpose, Screen, ScreenEvent, StatusMessage, opening},
    symbols::{Alphabet, Symbols},
};
use crate::{
    domain::subject::{CaseNumber, Subject},
    words::{Lang, find as text, terminal},
};
use ratatui::crossterm::event::{KeyEvent, KeyEventKind};

/// The effects of opening a desk.
pub fn begin(model: &Model) -> Vec<Effect> {
    vec![
        Effect::Read(Query::Rules),
        model.queue.top(),
        Effect::Read(Query::Counts),
        Effect::Read(Query::Present),
    ]
}

/// Processes a message.
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
        Msg::Mouse(event) => mouse::handle(model, event),
        Msg::Paste(pasted) => jump::pasted(model, &pasted)
            .unwrap_or_else(|| dispatch(model, &ScreenEvent::Paste(&pasted))),
        Msg::Resize(columns, rows) => resize(model, (columns, rows)),
        Msg::Tick(now) => {
            model.shared.now = now;
            let mut effects = Vec::from_iter(day::check_duties(model));
            // A revised charter takes effect on its day.
            let rules = model.shared.rules.as_ref();
            if rules.is_some_and(|rules| rules.outdated(now)) {
                effects.push(Effect::Read(Query::Rules));
            }
            effects.extend([Effect::Read(Query::Counts), Effect::Read(Query::Present)]);
            effects.extend(dispatch(model, &ScreenEvent::Outdated(News::Minute)));
            effects
        }
        Msg::Changed => replies::changed(model),
        Msg::Presence => vec![Effect::Read(Query::Present)],
        Msg::Quiet => {
            if std::mem::take(&mut model.pane.late) {
                return stale_pane(model).into_iter().collect();
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

/// Carries out the action of a key or of the palette.
fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    if let Some(effects) = clipboard::edit(model, action) {
        return effects;
    }
    match action {
        Action::Quit => model.quit = true,
        Action::Redraw => model.redraw = true,
        Action::Unmask => unmask::toggle(model),
        Action::Language => {
            model.shared.lang = match model.shared.lang {
                Lang::Ko => Lang::En,
                Lang::En => Lang::Ko,
            }
        }
        Action::Help => return help(model),
        Action::Palette => return palette(model),
        Action::Back if model.purpose() == Some(Purpose::Cover) => return uncover(model),
        _ if model.in_queue() => return in_queue(model, action),
        _ => return dispatch(model, &ScreenEvent::Action(action)),
    }
    Vec::new()
}

fn help(model: &mut Model) -> Vec<Effect> {
    let help = HelpScreen::new(model.key_context());
    model.screens.push(Box::new(help));
    dispatch(model, &ScreenEvent::Opened)
}

/// Opens the palette; a second press closes it. Over the help it is the palette of the screen beneath.
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
    // In a form it would be ambiguous which case is meant: the form's or the one under the bar.
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

fn uncover(model: &mut Model) -> Vec<Effect> {
    model.screens.pop();
    // The size may have changed meanwhile.
    dispatch(model, &ScreenEvent::Opened)
}

fn in_queue(model: &mut Model, action: Action) -> Vec<Effect> {
    let selected = model.queue.selected().map(|row| row.subject);
    let marked = match action {
        Action::Act | Action::StepOne | Action::StepTwo | Action::StepThree => many::begin(model),
        _ => None,
    };
    let selected = marked.map(Subject::Case).or(selected);
    let on_case = |go: fn(CaseNumber) -> Go| {
        selected.map(|subject| subject.case().map_or(Go::Subject(subject), go))
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
            model.jump = Some(Jump::requested());
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
                Action::Revoke => on_case(|number| Go::Act(number, ActionKind::Revoke)),
                other => Go::to(other),
            };
            return match go {
                Some(go) => travel(model, go),
                None if model.queue.rows().is_empty() => nothing_listed(model),
                None => Vec::new(),
            };
        }
    };
    moved.or_else(|| glance(model)).into_iter().collect()
}

fn nothing_listed(model: &mut Model) -> Vec<Effect> {
    let said = terminal::NOTHING_LISTED.get(model.shared.lang).to_owned();
    model.saying = Some(StatusMessage::Refused(said));
    Vec::new()
}

fn toggle_pane(model: &mut Model) -> Vec<Effect> {
    let shown = model.has_pane();
    model.pane.shown = Some(!shown);
    model.fit();
    // With the rows comes the case under the bar.
    vec![model.queue.reload()]
}

/// The query for a pane that shows another row than the one under the bar; on a slow line it is made later.
fn glance(model: &mut Model) -> Option<Effect> {
    let query = stale_pane(model);
    model.pane.late = query.is_some() && model.shared.thrifty;
    query.filter(|_| !model.pane.late)
}

fn stale_pane(model: &mut Model) -> Option<Effect> {
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

/// Sends an event to the screen that is shown, and carries out its answer.
pub(super) fn dispatch(model: &mut Model, event: &ScreenEvent<'_>) -> Vec<Effect> {
    let Some(screen) = model.screens.last_mut() else {
        return Vec::new();
    };
    let answer = screen.update(event, &model.shared);
    let mut effects = many::spread(model, answer.effects);
    if let Some(go) = answer.go {
        effects.extend(travel(model, go));
    }
    model.saying = answer.say.or(model.saying.take());
    effects
}

/// Goes to another screen; a screen on a case opens when the case was read.
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
        // The menu and the form for several cases were opened from the queue, not from one of the cases.
        Go::Case(_) if !model.many.is_empty() && model.purpose() == Some(Purpose::Act) => {
            leave(model)
        }
        Go::Case(number) => {
            model.many.clear();
            read_case(model, number, OnCase::Detail)
        }
        Go::Menu(number) => act_on(model, number, OnCase::Menu),
        Go::Act(number, kind) => act_on(model, number, OnCase::Act(kind)),
        Go::History(number) => read_case(model, number, OnCase::History),
        Go::Papers(number) => read_case(model, number, OnCase::Papers),
        Go::Strike(number, fact) => read_case(model, number, OnCase::Strike(fact)),
        Go::Notices(number) => {
            // Results from which the case was opened are kept.
            model.replace_screens(vec![Box::new(NoticesScreen::of(number))]);
            dispatch(model, &ScreenEvent::Opened)
        }
        Go::Screen(key) => {
            let Some(opening) = opening(key) else {
                return Vec::new();
            };
            let screen = opening(&model.queue.viewed);
            let effects = open(model, screen);
            // It was not opened from the results.
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

/// Reads a case, on which a screen opens then.
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
    let results = model.purpose() == Some(Purpose::Results);
    model.results = model.screens.pop().filter(|_| results);
    model.replace_screens(vec![screen]);
    dispatch(model, &ScreenEvent::Opened)
}

/// Leaves a screen for the results from which it was opened, else for the queue.
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
