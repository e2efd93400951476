//! The contexts in which keys have their meanings. Must not know keys.

use crate::words::{Phrase, duties, find, handover, outlook, screens as text};
use KeyContext::{
    Contacts, Detail, Duties, Duty, First, Form, Handover, Help, Linking, List, Note, Outlook,
    Pages, Palette, Queue, Search, Views, Years,
};

/// Where a key is pressed, which decides what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyContext {
    Queue,
    Detail,
    Form,
    /// A form that may name an earlier case.
    Linking,
    /// A text that is the whole form.
    Note,
    Search,
    Palette,
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
        Queue, Detail, Form, Linking, Note, Search, Palette, Help, List, Pages, Duties, Duty,
        Handover, Years, Contacts, Outlook, Views, First,
    ];

    /// True where letters are text.
    pub const fn takes_text(self) -> bool {
        matches!(self, Form | Linking | Note | Search | Palette | Help)
    }

    /// Returns its name in the help.
    pub const fn name(self) -> Phrase {
        match self {
            Queue => text::PLACE_QUEUE,
            Detail => text::PLACE_DETAIL,
            Form | Linking | Note => text::PLACE_FORM,
            Search => text::PLACE_SEARCH,
            Palette => text::PLACE_PALETTE,
            Help => text::PLACE_HELP,
            List => text::PLACE_LIST,
            Pages => text::PLACE_PAGES,
            Duties => duties::PLACE,
            Duty => duties::PLACE_ONE,
            Handover => handover::TITLE,
            Years => text::PLACE_YEARS,
            Contacts => text::PLACE_CONTACTS,
            Outlook => outlook::PLACE,
            Views => find::VIEWS_TITLE,
            First => text::PLACE_FIRST,
        }
    }
}
