//! A screen's surroundings, for tests: what it may look at, a desk with a few cases, and its picture.

use super::{
    backend::ColorDepth,
    picture::picture,
    screen::Shared,
    symbols::{Alphabet, Symbols},
    theme::Theme,
};
use crate::tui::targets::Drawing;
use crate::{
    desk::{Counts, Desk, Foundation, Opening, Rules},
    domain::{
        charter::{Channel, builtin::builtin_text},
        command::Intake,
        party::Party,
    },
    words::Lang,
};
use chrono::{DateTime, Utc};
use ratatui::{Frame, Terminal, backend::TestBackend, layout::Rect};
use std::{rc::Rc, sync::Arc};
use tempfile::TempDir;

/// The sizes in which screens are looked at.
pub(crate) const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// Monday 2026-11-23, 14:03 in Seoul.
pub(crate) fn now() -> DateTime<Utc> {
    "2026-11-23T05:03:00Z".parse().unwrap()
}

/// What a screen may look at: a desk on the charter `gbvc`, no colours.
pub(crate) fn shared(lang: Lang, size: (u16, u16)) -> Shared {
    let text = builtin_text("gbvc").unwrap();
    Shared {
        lang,
        keys: Rc::default(),
        theme: Theme::new(ColorDepth::None, crate::config::Look::Terminal),
        symbols: Symbols::of(Alphabet::Unicode),
        now: now(),
        rules: Some(Arc::new(Rules::new(1, text, Vec::new()).unwrap())),
        people: Arc::default(),
        actor: None,
        counts: Counts::default(),
        size,
        unmasked: false,
        thrifty: false,
    }
}

/// The picture of what is drawn between the line on top and the line at the bottom, and where the cursor stands.
pub(crate) fn drawn(
    shared: &Shared,
    draw: impl FnOnce(&mut Frame<'_>, Rect, &Drawing<'_>),
) -> String {
    let (width, height) = shared.size;
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal
        .draw(|frame| {
            let area = Rect::new(0, 1, width, height - 2);
            draw(frame, area, &Drawing::of(shared));
        })
        .unwrap();
    picture(terminal.backend().buffer())
}

/// A practice desk at [`now`] without an open duty.
pub(crate) fn desk(folder: &TempDir) -> Desk {
    desk_under(builtin_text("gbvc").unwrap(), folder)
}

/// The same under another charter.
pub(crate) fn desk_under(charter: &str, folder: &TempDir) -> Desk {
    let opening = Opening {
        path: folder.path().join("desk.db"),
        acting: None,
        now: Some("2026-11-23 14:03".to_owned()),
    };
    let practice = true;
    let desk = Desk::found(&opening, &Foundation { charter, practice }).unwrap();
    desk.leave_duties_out()
}

/// A matter that came days before [`now`].
pub(crate) fn matter(title: &str, name: &str, channel: Channel, category: &str) -> Intake {
    Intake {
        title: title.into(),
        body: "내용".into(),
        party: Party {
            name: name.into(),
            phone: "010-0000-1234".into(),
            ..Party::default()
        },
        received_at: Some("2026-11-19T01:00:00Z".parse().unwrap()),
        ..Intake::new(channel, category)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::find::QueueView;
    use crate::tui::{
        charter::CharterScreen,
        detail::DetailScreen,
        effect::{DeskReply, HolidayReply, OutlookReply, SearchReply},
        first_run::FirstRun,
        help::HelpScreen,
        holidays::HolidayScreen,
        keymap::{Action, KeyContext},
        outlook::OutlookScreen,
        screen::{Screen, ScreenEvent},
        search::SearchScreen,
    };

    /// The screens in states with much to show.
    fn screens(shared: &Shared) -> Vec<Box<dyn Screen>> {
        let folder = TempDir::new().unwrap();
        let mut desk = desk(&folder);
        let long = "소음 \u{202E}\u{200B}".repeat(40);
        for _ in 0..40 {
            let matter = matter(&long, "홍길동", Channel::Web, "complaint");
            desk.intake(&matter).unwrap();
        }
        let mut search = Box::<SearchScreen>::default();
        search.update(&ScreenEvent::Paste("소음"), shared);
        let found = desk.search("소음", 50, &crate::desk::Effort::Waiting);
        let found = DeskReply::Search(SearchReply::Found("소음".into(), found.unwrap()));
        search.update(&ScreenEvent::Reply(&found), shared);
        let days = desk.holidays(2026).unwrap();
        let mut holidays = Box::<HolidayScreen>::default();
        holidays.update(&ScreenEvent::Opened, shared);
        holidays.update(
            &ScreenEvent::Reply(&DeskReply::Holiday(HolidayReply::Year(
                2026,
                days.clone(),
                Vec::new(),
            ))),
            shared,
        );
        let mut form = Box::<HolidayScreen>::default();
        form.update(&ScreenEvent::Opened, shared);
        form.update(
            &ScreenEvent::Reply(&DeskReply::Holiday(HolidayReply::Year(
                2026,
                days,
                Vec::new(),
            ))),
            shared,
        );
        form.update(&ScreenEvent::Action(Action::Add), shared);
        form.update(&ScreenEvent::Action(Action::Submit), shared);
        let mut outlook = Box::new(OutlookScreen::new(&QueueView::default()));
        let load = DeskReply::Outlook(OutlookReply::Load(Box::new(desk.outlook(20).unwrap())));
        outlook.update(&ScreenEvent::Reply(&load), shared);
        let number = "2026-000001".parse().unwrap();
        let view = Box::new(desk.case(number).unwrap());
        let mut case = Box::new(DetailScreen::new(view, Vec::new()));
        case.update(&ScreenEvent::Action(Action::Timeline), shared);
        let path = "/srv/\u{1b}[2J/desk.db";
        vec![
            outlook,
            case,
            search,
            holidays,
            form,
            Box::<SearchScreen>::default(),
            Box::<CharterScreen>::default(),
            Box::new(HelpScreen::new(KeyContext::Queue)),
            Box::new(FirstRun::new(path)),
        ]
    }

    #[test]
    fn every_screen_bears_every_size_and_every_key() {
        let shared_at = |size| shared(Lang::Ko, size);
        let mut screens = screens(&shared_at((80, 24)));
        for screen in &mut screens {
            for (width, height) in [
                (1, 2),
                (2, 3),
                (10, 4),
                (20, 8),
                (40, 12),
                (79, 23),
                (200, 60),
                (300, 100),
            ] {
                let shared = shared_at((width, height));
                for action in [
                    Action::Last,
                    Action::PageUp,
                    Action::Right,
                    Action::PageDown,
                    Action::First,
                ] {
                    screen.update(&ScreenEvent::Action(action), &shared);
                    screen.update(&ScreenEvent::Opened, &shared);
                    let shown = drawn(&shared, |frame, area, shared| {
                        screen.view(frame, area, shared);
                    });
                    assert!(!shown.contains(['\u{1b}', '\u{202E}']), "{shown}");
                }
            }
        }
    }

    #[test]
    fn in_ascii_nothing_of_uncertain_width_is_drawn() {
        let mut shared = shared(Lang::En, (80, 40));
        shared.symbols = Symbols::of(Alphabet::Ascii);
        for screen in screens(&shared) {
            let shown = drawn(&shared, |frame, area, shared| {
                screen.view(frame, area, shared);
            });
            let plain = |c: char| c.is_ascii() || matches!(c, '가'..='힣' | 'ㄱ'..='ㅣ');
            assert!(shown.chars().all(plain), "{shown}");
        }
    }
}
