//! The list of the screens that a key opens from anywhere: a new one is added here.

use super::Screen;
use crate::{
    domain::find::QueueView,
    tui::{
        charter::CharterScreen, contacts::ContactsScreen, duties::DutyScreen,
        handover::HandoverScreen, holidays::HolidayScreen, intake::IntakeScreen, keymap::Action,
        notices::NoticesScreen, outlook::OutlookScreen, search::SearchScreen, views::ViewsScreen,
    },
};

/// Opens a screen over the queue, which shows that view.
type Open = fn(&QueueView) -> Box<dyn Screen>;

/// The key of each screen, and how it is opened.
const SCREENS: [(Action, Open); 10] = [
    (Action::Intake, |_| Box::<IntakeScreen>::default()),
    (Action::Search, |_| Box::<SearchScreen>::default()),
    (Action::Duties, |_| Box::<DutyScreen>::default()),
    (Action::Contacts, |_| Box::<ContactsScreen>::default()),
    (Action::Notices, |_| Box::<NoticesScreen>::default()),
    (Action::Handover, |_| Box::<HandoverScreen>::default()),
    (Action::Holidays, |_| Box::<HolidayScreen>::default()),
    (Action::Charter, |_| Box::<CharterScreen>::default()),
    (Action::Views, |shown| {
        Box::new(ViewsScreen::new(shown.clone()))
    }),
    (Action::Outlook, |shown| Box::new(OutlookScreen::new(shown))),
];

/// How the screen of a key is opened; `None` for a key that opens none.
pub fn opening(key: Action) -> Option<Open> {
    let mut screens = SCREENS.iter();
    screens.find(|(of, _)| *of == key).map(|(_, open)| *open)
}
