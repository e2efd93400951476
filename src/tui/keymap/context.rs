//! The contexts in which keys have their meanings. Must not know keys.

use crate::words::{Phrase, duties, find, handover, notices, outlook, screens as text};
/// Declares the contexts once, each with its name in the help: one that is left out of [`KeyContext::ALL`] would have no keys.
macro_rules! contexts {
    ($($(#[$doc:meta])* $context:ident $name:expr;)+) => {
        /// Where a key is pressed, which decides what it means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum KeyContext {
            $($(#[$doc])* $context,)+
        }

        impl KeyContext {
            /// In the order of the help screen.
            pub const ALL: [Self; [$(stringify!($context)),+].len()] = [$(Self::$context),+];

            /// Returns its name in the help.
            pub const fn name(self) -> Phrase {
                match self { $(Self::$context => $name),+ }
            }
        }
    };
}

contexts! {
    Queue text::PLACE_QUEUE;
    Detail text::PLACE_DETAIL;
    /// The facts of a case, of which one is chosen.
    History text::PLACE_HISTORY;
    Form text::PLACE_FORM;
    /// A form that may name an earlier case.
    Linking text::PLACE_FORM;
    /// The form in which a person confirms an earlier case.
    Sameness text::PLACE_FORM;
    /// A text that is the whole form.
    Note text::PLACE_FORM;
    Search text::PLACE_SEARCH;
    Palette text::PLACE_PALETTE;
    Help text::PLACE_HELP;
    /// A list to choose from, or a text to scroll.
    List text::PLACE_LIST;
    /// Lists that are turned like pages.
    Pages text::PLACE_PAGES;
    Duties duties::PLACE;
    Duty duties::PLACE_ONE;
    Handover handover::TITLE;
    Years text::PLACE_YEARS;
    Contacts text::PLACE_CONTACTS;
    Outlook outlook::PLACE;
    Notices notices::PLACE;
    Views find::VIEWS_TITLE;
    /// Before there is a desk.
    First text::PLACE_FIRST;
}

impl KeyContext {
    /// True where letters are text.
    pub const fn takes_text(self) -> bool {
        match self {
            Self::Form
            | Self::Linking
            | Self::Sameness
            | Self::Note
            | Self::Search
            | Self::Palette
            | Self::Help => true,
            Self::Queue
            | Self::Detail
            | Self::History
            | Self::List
            | Self::Pages
            | Self::Duties
            | Self::Duty
            | Self::Handover
            | Self::Years
            | Self::Contacts
            | Self::Outlook
            | Self::Notices
            | Self::Views
            | Self::First => false,
        }
    }
}
