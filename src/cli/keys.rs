//! `minwon keys`: the keys of the terminal program, and whether those of the configuration file hold.

use super::{Failure, console::Console, table::Table};
use crate::{
    desk::FailureKind,
    tui::keymap::{Action, Keymap},
    words::{Lang, Say, keys as text},
};
use clap::{Args, Subcommand};
use serde::Serialize;

#[derive(Debug, Args)]
pub(super) struct KeysArgs {
    #[command(subcommand)]
    action: Option<KeysAction>,
}

#[derive(Debug, Subcommand)]
enum KeysAction {
    /// List every action with its keys
    List,
    /// Check the keys of the configuration file
    Check,
}

#[derive(Serialize)]
struct KeysDocument {
    action: &'static str,
    name: String,
    keys: Vec<String>,
    places: Vec<&'static str>,
}

impl KeysArgs {
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        let keymap = in_force(console)?;
        if let Some(KeysAction::Check) = self.action {
            return console.line(text::FINE.get(console.lang()));
        }
        let documents: Vec<KeysDocument> = keymap
            .actions()
            .into_iter()
            .map(|action| document(&keymap, action, console.lang()))
            .collect();
        if console.json {
            return console.document(&documents);
        }
        let names = [
            text::COLUMN_ACTION,
            text::COLUMN_KEYS,
            text::COLUMN_NAME,
            text::COLUMN_PLACES,
        ];
        let mut table = Table::new(&names.map(|name| name.get(console.lang())));
        for it in documents {
            table.row([
                it.action.to_owned(),
                it.keys.join(" "),
                it.name,
                it.places.join(", "),
            ]);
        }
        console.print(&table.render(""))
    }
}

fn document(keymap: &Keymap, action: Action, lang: Lang) -> KeysDocument {
    let mut keys = Vec::new();
    let mut places = Vec::new();
    for (place, bound) in keymap.places(action) {
        for name in bound.keys.iter().map(|key| key.name()) {
            if !keys.contains(&name) {
                keys.push(name);
            }
        }
        let place = place.name().get(lang);
        if !places.contains(&place) {
            places.push(place);
        }
    }
    KeysDocument {
        action: action.id(),
        name: action.say(lang),
        keys,
        places,
    }
}

/// The keys with what the configuration file gives other keys.
pub(super) fn in_force(console: &Console) -> Result<Keymap, Failure> {
    let wishes = &console.config.screen;
    let standard = if wishes.vi {
        Keymap::default()
    } else {
        Keymap::default().without_vi()
    };
    standard.with(&wishes.keys).map_err(|faults| {
        let file = console.config.file.as_deref();
        let file = file.map(|file| file.display().to_string());
        let file = file.unwrap_or_default();
        let said = faults.iter().map(|fault| fault.located(console.lang()));
        let lines: Vec<String> = said.map(|said| format!("{file}:{said}")).collect();
        Failure::Said(FailureKind::Configuration, lines.join("\n"))
    })
}
