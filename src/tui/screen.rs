//! The screens: one at a time, each with its own state; what they hear, and what they answer.

mod caret;

use super::{
    act::{ActScreen, MenuScreen},
    charter::CharterScreen,
    contacts::ContactsScreen,
    detail::DetailScreen,
    duties::DutyScreen,
    effect::{DeskReply, Effect},
    first_run::FirstRun,
    handover::HandoverScreen,
    help::HelpScreen,
    holidays::HolidayScreen,
    intake::IntakeScreen,
    keymap::{Action, Keymap, Place},
    many::ManyScreen,
    outlook::OutlookScreen,
    palette::PaletteScreen,
    search::SearchScreen,
    symbols::Symbols,
    targets::{Pointed, Targets},
    theme::Theme,
    views::ViewsScreen,
};
use crate::{
    desk::{Counts, Rules},
    domain::{
        find::Viewed,
        staff::{Names, Staff},
        subject::{CaseNumber, ContactNumber, Subject},
    },
    form::FormContext,
    words::Lang,
};
use chrono::{DateTime, Utc};
use ratatui::{Frame, crossterm::event::KeyEvent, layout::Rect};
use std::rc::Rc;

/// What every screen may look at and none may change.
#[derive(Clone, Debug)]
pub struct Shared {
    /// The language.
    pub lang: Lang,
    /// The keys in force.
    pub keys: Rc<Keymap>,
    /// How things look.
    pub theme: Theme,
    /// What they are drawn with.
    pub symbols: Symbols,
    /// Now.
    pub now: DateTime<Utc>,
    /// The rules in force; none before a desk is open.
    pub rules: Option<Rc<Rules>>,
    /// Who works here.
    pub actor: Option<Box<Staff>>,
    /// Everyone on the staff, retired ones too; none before a desk is open.
    pub people: Rc<[Staff]>,
    /// The numbers on the top line.
    pub counts: Counts,
    /// The size of the screen in cells.
    pub size: (u16, u16),
    /// Personal data is shown in full.
    pub unmasked: bool,
    /// The line is slow or not known yet, or the first frame is to be drawn: a mark stands before the chosen row in place
    /// of a bar, and what can wait follows when no key comes in.
    pub thrifty: bool,
    /// What can be clicked on the frame that was drawn last.
    pub targets: Targets,
}

impl Shared {
    /// The names of who works here.
    pub fn names(&self) -> Names<'_> {
        Names {
            staff: &self.people,
            lang: self.lang,
        }
    }

    /// What a login is called on the screens.
    pub fn called<'a>(&'a self, login: &'a str) -> &'a str {
        self.names().of(login)
    }

    /// What forms may look at.
    pub fn context(&self) -> FormContext<'_> {
        FormContext {
            lang: self.lang,
            now: self.now,
            actor: self.actor.as_deref(),
            people: &self.people,
        }
    }
}

/// What reaches a screen.
#[derive(Debug)]
pub enum Heard<'a> {
    /// A key that means something at the screen's place.
    Action(Action),
    /// Any other key: text, where the place takes text.
    Key(KeyEvent),
    /// Pasted text.
    Paste(&'a str),
    /// The mouse, on what only the screen knows.
    Pointed(Pointed),
    /// The desk's answer.
    Told(&'a DeskReply),
    /// The screen was just opened, or its size changed.
    Opened,
}

/// Where to go.
#[derive(Clone, Debug, PartialEq)]
pub enum Go {
    /// To the queue.
    Queue,
    /// To a subject of any kind.
    Subject(Subject),
    /// To a case.
    Case(CaseNumber),
    /// To the intake form.
    Intake,
    /// To the menu of what can be done with a case.
    Menu(CaseNumber),
    /// To the form of an action on a case.
    Act(CaseNumber, super::act::Kind),
    /// To the views of the queue.
    Views,
    /// To the queue in another view.
    View(Viewed),
    /// To the load of the days ahead.
    Outlook,
    /// To the search.
    Search,
    /// To the duties.
    Duties,
    /// To the visits and calls; to that one where one is named.
    Contacts(Option<ContactNumber>),
    /// To the handover.
    Handover,
    /// To the holidays.
    Holidays,
    /// To the charter.
    Charter,
    /// Back to the screen beneath, to do that there.
    Do(Action),
}

impl Go {
    /// The screen that an action opens from anywhere.
    pub const fn to(action: Action) -> Option<Self> {
        match action {
            Action::Intake => Some(Self::Intake),
            Action::Search => Some(Self::Search),
            Action::Duties => Some(Self::Duties),
            Action::Handover => Some(Self::Handover),
            Action::Views => Some(Self::Views),
            Action::Outlook => Some(Self::Outlook),
            Action::Contacts => Some(Self::Contacts(None)),
            Action::Holidays => Some(Self::Holidays),
            Action::Charter => Some(Self::Charter),
            _ => None,
        }
    }
}

/// What a screen answers: what it asks of the desk, where to go, what to say on the line at the bottom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reply {
    /// What it asks for, in order.
    pub effects: Vec<Effect>,
    /// Where to go.
    pub go: Option<Go>,
    /// What to say.
    pub say: Option<Saying>,
}

/// A sentence on the line at the bottom; it stays until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saying {
    /// Something was done.
    Done(String),
    /// Something was not.
    Refused(String),
}

impl Reply {
    /// Nothing to do.
    pub fn none() -> Self {
        Self::default()
    }

    /// Asks for one thing.
    pub fn ask(effect: impl Into<Effect>) -> Self {
        Self {
            effects: vec![effect.into()],
            ..Self::default()
        }
    }

    /// Goes somewhere.
    pub fn go(go: Go) -> Self {
        Self {
            go: Some(go),
            ..Self::default()
        }
    }

    /// Says something.
    pub fn say(saying: Saying) -> Self {
        Self {
            say: Some(saying),
            ..Self::default()
        }
    }

    /// Asks for one more thing.
    #[must_use]
    pub fn and(mut self, effect: impl Into<Effect>) -> Self {
        self.effects.push(effect.into());
        self
    }
}

/// The screen over the queue; the queue itself is always there beneath.
#[derive(Debug)]
pub enum Screen {
    /// The queue.
    Queue,
    /// A case on the whole screen.
    Detail(Box<DetailScreen>),
    /// The intake form.
    Intake(Box<IntakeScreen>),
    /// What can be done with a case.
    Menu(Box<MenuScreen>),
    /// The form of an action.
    Act(Box<ActScreen>),
    /// Finding cases.
    Search(Box<SearchScreen>),
    /// The duties.
    Duties(Box<DutyScreen>),
    /// The handover to the next shift.
    Handover(Box<HandoverScreen>),
    /// Choosing a view of the queue.
    Views(Box<ViewsScreen>),
    /// The load of the days ahead.
    Outlook(Box<OutlookScreen>),
    /// What became of one action on many cases.
    Many(Box<ManyScreen>),
    /// The holidays.
    Holidays(Box<HolidayScreen>),
    /// Visits and calls.
    Contacts(Box<ContactsScreen>),
    /// The charter.
    Charter(Box<CharterScreen>),
    /// The keys.
    Help(Box<HelpScreen>),
    /// Everything that can be done, by name.
    Palette(Box<PaletteScreen>),
    /// Before there is a desk.
    FirstRun(Box<FirstRun>),
}

impl Screen {
    /// True where the screen itself says what failed, beside what it is about: then the line at the bottom need not.
    pub fn tells_failures(&self) -> bool {
        match self {
            Self::FirstRun(_) => true,
            Self::Holidays(screen) => screen.takes_a_day(),
            _ => false,
        }
    }

    /// Where keys are pressed; `None` for the queue, which is not here.
    pub fn place(&self) -> Place {
        match self {
            Self::Queue => Place::Queue,
            Self::Detail(_) => Place::Detail,
            Self::Intake(screen) => screen.place(),
            Self::Act(screen) => screen.place(),
            Self::Holidays(screen) => screen.place(),
            Self::Duties(screen) => screen.place(),
            Self::Contacts(screen) => screen.place(),
            Self::Handover(screen) => screen.place(),
            Self::Search(_) => Place::Search,
            Self::Palette(_) => Place::Palette,
            Self::Help(_) => Place::Help,
            Self::Charter(_) => Place::Pages,
            Self::Outlook(_) => Place::Outlook,
            Self::Views(_) => Place::Views,
            Self::Menu(_) | Self::Many(_) => Place::List,
            Self::FirstRun(_) => Place::First,
        }
    }

    /// Lets the screen hear something.
    pub fn update(&mut self, heard: &Heard<'_>, shared: &Shared) -> Reply {
        match self {
            Self::Queue => Reply::none(),
            Self::Detail(screen) => screen.update(heard, shared),
            Self::Intake(screen) => screen.update(heard, shared),
            Self::Menu(screen) => screen.update(heard, shared),
            Self::Act(screen) => screen.update(heard, shared),
            Self::Search(screen) => screen.update(heard, shared),
            Self::Duties(screen) => screen.update(heard, shared),
            Self::Handover(screen) => screen.update(heard, shared),
            Self::Views(screen) => screen.update(heard, shared),
            Self::Outlook(screen) => screen.update(heard, shared),
            Self::Many(screen) => screen.update(heard, shared),
            Self::Holidays(screen) => screen.update(heard, shared),
            Self::Contacts(screen) => screen.update(heard, shared),
            Self::Charter(screen) => screen.update(heard, shared),
            Self::Help(screen) => screen.update(heard, shared),
            Self::Palette(screen) => screen.update(heard, shared),
            Self::FirstRun(screen) => screen.update(heard, shared),
        }
    }

    /// Draws the screen between the line on top and the line at the bottom.
    pub fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Shared) {
        match self {
            Self::Queue => {}
            Self::Detail(screen) => screen.view(frame, area, shared),
            Self::Intake(screen) => screen.view(frame, area, shared),
            Self::Menu(screen) => screen.view(frame, area, shared),
            Self::Act(screen) => screen.view(frame, area, shared),
            Self::Search(screen) => screen.view(frame, area, shared),
            Self::Duties(screen) => screen.view(frame, area, shared),
            Self::Handover(screen) => screen.view(frame, area, shared),
            Self::Views(screen) => screen.view(frame, area, shared),
            Self::Outlook(screen) => screen.view(frame, area, shared),
            Self::Many(screen) => screen.view(frame, area, shared),
            Self::Holidays(screen) => screen.view(frame, area, shared),
            Self::Contacts(screen) => screen.view(frame, area, shared),
            Self::Charter(screen) => screen.view(frame, area, shared),
            Self::Help(screen) => screen.view(frame, area, shared),
            Self::Palette(screen) => screen.view(frame, area, shared),
            Self::FirstRun(screen) => screen.view(frame, area, shared),
        }
    }

    /// The text that is selected in its field.
    pub fn selected(&self) -> Option<&str> {
        match self {
            Self::Intake(screen) => screen.selected(),
            Self::Act(screen) => screen.selected(),
            Self::Duties(screen) => screen.selected(),
            Self::Holidays(screen) => screen.selected(),
            Self::Contacts(screen) => screen.selected(),
            Self::Search(screen) => screen.selected(),
            Self::Palette(screen) => screen.selected(),
            Self::Handover(screen) => screen.selected(),
            Self::Help(screen) => screen.selected(),
            _ => None,
        }
    }

    /// The draft that would be lost if the line dropped now: the form's name and its text.
    pub fn draft(&self) -> Option<(String, String)> {
        match self {
            Self::Intake(screen) => screen.draft(),
            Self::Act(screen) => screen.draft(),
            Self::Holidays(screen) => screen.draft(),
            Self::Duties(screen) => screen.draft(),
            Self::Contacts(screen) => screen.draft(),
            Self::Handover(screen) => screen.draft(),
            _ => None,
        }
    }
}
