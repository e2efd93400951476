//! Where a key is pressed, which decides what it means.
//!
//! Must not know keys.

use crate::words::{Phrase, duties, find, handover, outlook, screens as text};

/// Where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyContext {
    /// In the queue.
    Queue,
    /// In a case.
    Detail,
    /// In a form: letters are text there.
    Form,
    /// In a form that may name an earlier case.
    Linking,
    /// In a text that is the whole form.
    Note,
    /// In the line of the search: letters are text there.
    Search,
    /// In the line of the palette: letters are text there.
    Palette,
    /// In the help: letters are text there, to find a key by.
    Help,
    /// In a list to choose from, or a text to scroll.
    List,
    /// In lists that are turned like pages.
    Pages,
    /// In the duties, a year at a time.
    Duties,
    /// In one duty.
    Duty,
    /// In the handover to the next shift.
    Handover,
    /// In the holidays, a year at a time.
    Years,
    /// Among visits and calls.
    Contacts,
    /// Before the load of the days ahead.
    Outlook,
    /// Among the views of the queue.
    Views,
    /// Before there is a desk.
    First,
}

impl KeyContext {
    /// Every place, in the order of the help screen.
    pub const ALL: [Self; 18] = [
        Self::Queue,
        Self::Detail,
        Self::Form,
        Self::Linking,
        Self::Note,
        Self::Search,
        Self::Palette,
        Self::Help,
        Self::List,
        Self::Pages,
        Self::Duties,
        Self::Duty,
        Self::Handover,
        Self::Years,
        Self::Contacts,
        Self::Outlook,
        Self::Views,
        Self::First,
    ];

    /// True where letters are text.
    pub const fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Form | Self::Linking | Self::Note | Self::Search | Self::Palette | Self::Help
        )
    }

    /// Returns its name in the help.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Queue => text::PLACE_QUEUE,
            Self::Detail => text::PLACE_DETAIL,
            Self::Form | Self::Linking | Self::Note => text::PLACE_FORM,
            Self::Search => text::PLACE_SEARCH,
            Self::Palette => text::PLACE_PALETTE,
            Self::Help => text::PLACE_HELP,
            Self::List => text::PLACE_LIST,
            Self::Pages => text::PLACE_PAGES,
            Self::Duties => duties::PLACE,
            Self::Duty => duties::PLACE_ONE,
            Self::Handover => handover::TITLE,
            Self::Years => text::PLACE_YEARS,
            Self::Contacts => text::PLACE_CONTACTS,
            Self::Outlook => outlook::PLACE,
            Self::Views => find::VIEWS_TITLE,
            Self::First => text::PLACE_FIRST,
        }
    }
}
