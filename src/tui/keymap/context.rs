//! The contexts in which keys have their meanings.
//!
//! Must not know keys.

use crate::words::{Phrase, duties, find, handover, outlook, screens as text};

/// Where a key is pressed, which decides what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyContext {
    Queue,
    Detail,
    /// Letters are text.
    Form,
    /// A form that may name an earlier case.
    Linking,
    /// A text that is the whole form.
    Note,
    /// Letters are text.
    Search,
    /// Letters are text.
    Palette,
    /// Letters are text, to find a key by.
    Help,
    /// A list to choose from, or a text to scroll.
    List,
    /// Lists that are turned like pages.
    Pages,
    Duties,
    Duty,
    Handover,
    Years,
    Contacts,
    Outlook,
    Views,
    /// Before there is a desk.
    First,
}

impl KeyContext {
    /// In the order of the help screen.
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
