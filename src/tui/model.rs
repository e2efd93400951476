//! All that the screen shows: the queue beneath, the screen over it, and what both share.

use super::{
    effect::DeskReply,
    keymap::KeyContext,
    pane::Pane,
    queue::QueueList,
    restore::OnCase,
    screen::{Purpose, Screen, Shared, StatusMessage, TextInput},
    symbols::{Alphabet, Symbols},
    targets::Targets,
    theme::Theme,
    update::{DutyCheck, Jump},
};
use crate::{
    desk::Counts,
    domain::subject::{CaseNumber, Subject},
    words::{Lang, Phrase},
};
use chrono::{DateTime, Utc};
use ratatui::crossterm::event::{KeyEvent, MouseEvent};
use std::{rc::Rc, sync::Arc};

/// From that many columns on, the case stands beside the queue.
pub const WIDE: u16 = 110;

/// What came in.
#[derive(Debug)]
pub enum Msg {
    Key(KeyEvent),
    Paste(String),
    Mouse(MouseEvent),
    /// Columns and rows.
    Resize(u16, u16),
    /// Another minute has begun.
    Tick(DateTime<Utc>),
    /// Another process has committed something.
    Changed,
    /// Another process has opened or left a case.
    Presence,
    /// No key has come in for a while.
    Quiet,
    /// The outcome of a save whose screen was left meanwhile.
    LateReply(DeskReply),
    Reply(DeskReply),
    Drawn(Targets),
    /// The terminal draws box lines two cells wide.
    Ambiguous,
}

/// The whole state of the program.
#[derive(Debug)]
pub struct Model {
    pub shared: Shared,
    pub queue: QueueList,
    pub pane: Pane,
    /// The last one is shown: help and palette lie over others.
    pub screens: Vec<Box<dyn Screen>>,
    /// Counts replacements of `screens`: an answer for an earlier generation is for none of these.
    pub generation: u64,
    /// The list of results to which `Back` leads.
    pub results: Option<Box<dyn Screen>>,
    /// None before the rules are known.
    pub duty_check: Option<DutyCheck>,
    /// What opens when its case was read.
    pub pending: Option<OnCase>,
    pub jump: Option<Jump>,
    /// What other processes are told is open here.
    pub shown: Option<Subject>,
    /// The marked cases that the open form is for, each with its number of facts when it was marked.
    pub many: Vec<(CaseNumber, u32)>,
    pub clipboard: String,
    /// Shown in place of the keys.
    pub saying: Option<StatusMessage>,
    /// Of the last frame.
    pub targets: Targets,
    /// Shown where nothing else is said: the desk is waited for.
    pub waiting: Option<Phrase>,
    /// Everything is to be sent again.
    pub redraw: bool,
    pub quit: bool,
}

impl Model {
    /// An empty desk on a screen of that size.
    pub fn new(
        lang: Lang,
        theme: Theme,
        alphabet: Alphabet,
        size: (u16, u16),
        now: DateTime<Utc>,
    ) -> Self {
        let shared = Shared {
            lang,
            keys: Rc::default(),
            theme,
            symbols: Symbols::of(alphabet),
            now,
            rules: None,
            people: Arc::default(),
            actor: None,
            counts: Counts::default(),
            size,
            unmasked: false,
            thrifty: false,
        };
        let mut model = Self {
            shared,
            queue: QueueList::default(),
            pane: Pane::default(),
            screens: Vec::new(),
            generation: 0,
            results: None,
            duty_check: None,
            pending: None,
            jump: None,
            shown: None,
            many: Vec::new(),
            clipboard: String::new(),
            saying: None,
            targets: Targets::default(),
            waiting: None,
            redraw: false,
            quit: false,
        };
        model.fit();
        model
    }

    /// Shows other screens than before: what those had asked for is not for these.
    pub fn replace_screens(&mut self, screens: Vec<Box<dyn Screen>>) {
        self.screens = screens;
        self.pending = None;
        self.generation += 1;
    }

    /// The screen that is shown; none where that is the queue.
    pub fn screen(&self) -> Option<&dyn Screen> {
        self.screens.last().map(Box::as_ref)
    }

    /// The screen under help and palette; none where that is the queue.
    pub fn uncovered(&self) -> Option<&dyn Screen> {
        let mut screens = self.screens.iter().map(Box::as_ref);
        screens.find(|screen| screen.state().purpose != Purpose::Cover)
    }

    /// What the screen that is shown is for; none where that is the queue.
    pub fn purpose(&self) -> Option<Purpose> {
        Some(self.screen()?.state().purpose)
    }

    /// The fields of the screen that take text, while there are any.
    pub fn text_input(&self) -> Option<&dyn TextInput> {
        self.screen()?.state().text_input
    }

    /// The draft of the form that is shown: its name and its text.
    pub fn draft(&self) -> Option<(String, String)> {
        self.text_input()?.draft()
    }

    /// True where the queue is shown.
    pub fn in_queue(&self) -> bool {
        self.screens.is_empty()
    }

    /// Where keys are pressed now.
    pub fn key_context(&self) -> KeyContext {
        self.screen()
            .map_or(KeyContext::Queue, |screen| screen.state().key_context)
    }

    /// True where the case stands beside the queue rather than below it.
    pub fn is_wide(&self) -> bool {
        self.shared.size.0 >= WIDE
    }

    /// True where the pane is on the screen.
    pub fn has_pane(&self) -> bool {
        self.in_queue() && self.pane.shown.unwrap_or(self.is_wide())
    }

    /// True where something is left out that is to follow when no key comes in.
    pub fn lacks(&self) -> bool {
        let rows = self.shared.thrifty && self.in_queue();
        self.pane.late || (rows && self.queue.is_incomplete())
    }

    /// The search that is to go on to its end when no key comes in, with how many cases at most.
    pub fn unfinished(&self) -> Option<(&str, u32)> {
        self.screen()?.state().unfinished
    }

    /// Gives the list its height on this screen.
    pub fn fit(&mut self) {
        let rows = super::view::panes(self).rows;
        self.queue.fit(rows);
    }

    /// The case that is open, as others see it.
    pub fn open(&self) -> Option<Subject> {
        self.screen()?.state().subject
    }

    /// True while a shown value changes with every second: a timer of a visitor, or a deadline that is near.
    pub fn is_ticking(&self) -> bool {
        let of_screen = self.screen().map(|screen| screen.state().timers);
        let mut rows = of_screen.unwrap_or(self.queue.rows()).iter();
        rows.any(|row| super::queue::remaining(row, &self.shared).is_near())
    }

    /// The case on the screen or under the bar.
    pub fn selected(&self) -> Option<CaseNumber> {
        match self.purpose() {
            Some(Purpose::Case(number)) => Some(number),
            _ => self.queue.selected().and_then(|row| row.subject.case()),
        }
    }

    /// The screen that is shown, where it is of that type.
    #[cfg(test)]
    pub(super) fn shown<T: Screen>(&self) -> Option<&T> {
        let screen: &dyn std::any::Any = self.screen()?;
        screen.downcast_ref()
    }
}
