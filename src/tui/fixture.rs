//! A screen's surroundings, for tests: what it may look at, a desk with a few cases, and its picture.

use super::{
    backend::ColorDepth,
    picture::picture,
    screen::Shared,
    symbols::Symbols,
    theme::{Contrast, Theme},
};
use crate::{
    desk::{Adopt, Counts, Desk, Opening, Rules},
    domain::{
        charter::{Channel, builtin::builtin_text},
        command::Intake,
        party::Party,
    },
    words::Lang,
};
use chrono::{DateTime, Utc};
use ratatui::{Frame, Terminal, backend::TestBackend, layout::Rect};
use std::rc::Rc;
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
        theme: Theme::new(ColorDepth::None, Contrast::Normal),
        symbols: Symbols::unicode(),
        now: now(),
        rules: Some(Rc::new(Rules::new(1, text, Vec::new()).unwrap())),
        actor: None,
        counts: Counts::default(),
        size,
        unmasked: false,
    }
}

/// The picture of what is drawn between the line on top and the line at the bottom, and where the cursor stands.
pub(crate) fn drawn(shared: &Shared, draw: impl FnOnce(&mut Frame<'_>, Rect)) -> String {
    let (width, height) = shared.size;
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal
        .draw(|frame| draw(frame, Rect::new(0, 1, width, height - 2)))
        .unwrap();
    picture(terminal.backend().buffer())
}

/// A practice desk at [`now`].
pub(crate) fn desk(folder: &TempDir) -> Desk {
    let opening = Opening {
        path: folder.path().join("desk.db"),
        acting: None,
        now: Some("2026-11-23 14:03".to_owned()),
    };
    let charter = builtin_text("gbvc").unwrap();
    let practice = true;
    Desk::found(&opening, &Adopt { charter, practice }).unwrap()
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
