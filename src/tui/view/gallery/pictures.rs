//! The pictures that are kept under `tests/pictures`: one of each state, at 80x24 in Korean without colours, and a few of
//! what else there is to see. What must hold of every size, language and colour is not looked at but proven.

use super::{SIZES, entries::every, kinds, name, paint, screens};
use crate::{
    config::Look,
    tui::{backend::ColorDepth, front::Front, keymap::KeyContext, theme::Theme, view::SMALLEST},
    words::Lang,
};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

const FOLDER: &str = "tests/pictures";

/// What is drawn of a state.
enum Shown {
    Text,
    Ascii,
    /// The styles of the cells instead of their text.
    Styles(ColorDepth, Look),
}

/// A picture of a state besides its own.
struct Chosen {
    name: &'static str,
    state: &'static str,
    lang: Lang,
    size: (u16, u16),
    shown: Shown,
}

const fn chosen(
    name: &'static str,
    state: &'static str,
    lang: Lang,
    size: (u16, u16),
    shown: Shown,
) -> Chosen {
    Chosen {
        name,
        state,
        lang,
        size,
        shown,
    }
}

const CHOSEN: [Chosen; 10] = {
    use {
        ColorDepth::{Ansi16, None, True},
        Lang::{En, Ko},
        Shown::{Ascii, Styles, Text},
    };
    [
        chosen("smallest_queue", "queue", Ko, SMALLEST, Text),
        chosen("wide_queue", "queue_pane", Ko, (120, 40), Text),
        chosen("english_queue", "queue", En, SIZES[0], Text),
        chosen("ascii_queue", "queue", En, SIZES[0], Ascii),
        chosen(
            "plain_styles_queue",
            "queue",
            Ko,
            SIZES[0],
            Styles(None, Look::Terminal),
        ),
        chosen(
            "colors_queue",
            "queue",
            Ko,
            SIZES[0],
            Styles(Ansi16, Look::Terminal),
        ),
        chosen(
            "contrast_queue",
            "queue",
            Ko,
            SIZES[0],
            Styles(True, Look::Contrast),
        ),
        chosen("english_detail", "detail", En, (120, 40), Text),
        chosen("wide_intake", "intake_filled", Ko, (200, 60), Text),
        chosen("widest_outlook", "outlook", En, (300, 100), Text),
    ]
};

/// Compares with the picture that was accepted.
pub(super) fn keep(name: &str, shown: &str) {
    let rows = shown.lines().map(|row| without_login(row, &founder()));
    let shown = rows.collect::<Vec<_>>().join("\n") + "\n";
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join(FOLDER));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, shown));
}

/// A row without the login of who runs the tests, who founds the practice desk: at the end of the row, or of a row of a box.
fn without_login(row: &str, login: &str) -> String {
    const SHOWN: &str = "(login)";
    let Some((before, after)) = row.split_once(&format!(" {login}")) else {
        return row.to_owned();
    };
    let rest = after.trim_start();
    match rest {
        "" => format!("{before} {SHOWN}"),
        "│" => {
            let room = login.len() + after.len() - rest.len();
            format!("{before} {SHOWN:room$}{rest}")
        }
        _ => row.to_owned(),
    }
}

/// The login of the user of the operating system.
fn founder() -> String {
    let user = nix::unistd::User::from_uid(nix::unistd::Uid::effective());
    user.unwrap().unwrap().name
}

fn root() -> PathBuf {
    env!("CARGO_MANIFEST_DIR").into()
}

#[test]
fn every_state_looks_so() {
    let (mut seen, mut places) = (BTreeSet::new(), Vec::new());
    for entry in every() {
        let front = entry.front(Lang::Ko, SIZES[0]);
        assert_eq!(name(&front.model), entry.screen, "{}", entry.name);
        seen.insert(entry.screen.to_owned());
        places.push(front.model.key_context());
        keep(entry.name, &front.picture());
    }
    assert_eq!(seen, screens(), "a screen without a state");
    for place in KeyContext::ALL {
        assert!(places.contains(&place), "{place:?}");
    }
}

#[test]
fn what_was_chosen_besides_looks_so() {
    for Chosen {
        name,
        state,
        lang,
        size,
        shown,
    } in &CHOSEN
    {
        let entry = every().find(|entry| entry.name == *state).unwrap();
        let mut front = entry.front(*lang, *size);
        let shown = match shown {
            Shown::Text => front.picture(),
            Shown::Ascii => {
                front.in_ascii();
                front.picture()
            }
            Shown::Styles(depth, look) => styles(&mut front, *depth, *look),
        };
        keep(name, &shown);
    }
}

fn styles(front: &mut Front, depth: ColorDepth, look: Look) -> String {
    front.model.shared.theme = Theme::new(depth, look);
    paint::runs(&front.buffer())
}

/// The pictures in a folder and all that are in it.
fn pictures_in(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            pictures_in(&path, found);
        } else if path.extension().is_some_and(|end| end == "snap") {
            found.push(path);
        }
    }
}

/// A picture that nothing is compared with any more would be kept for ever.
#[test]
fn there_is_no_picture_but_of_a_state() {
    let names = every().map(|entry| entry.name.to_owned());
    let names = names.chain(CHOSEN.iter().map(|chosen| chosen.name.to_owned()));
    let names: Vec<String> = names.chain(kinds::pictures()).collect();
    let wanted: BTreeSet<PathBuf> = names
        .iter()
        .map(|name| root().join(FOLDER).join(format!("{name}.snap")))
        .collect();
    assert_eq!(wanted.len(), names.len(), "one name for two: {names:?}");
    let mut found = Vec::new();
    for folder in ["src", "tests"] {
        pictures_in(&root().join(folder), &mut found);
    }
    let other: Vec<_> = found
        .iter()
        .filter(|path| !wanted.contains(*path))
        .collect();
    assert!(other.is_empty(), "pictures of nothing: {other:?}");
    assert_eq!(found.len(), wanted.len(), "a state without a picture");
}
