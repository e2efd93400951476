//! `minwon charter new`: a commented template for a charter of one's own.

use super::{Console, Failure};
use crate::{
    desk::FailureKind,
    domain::charter::{parse, template},
    words::cli as text,
};
use clap::Args;
use std::{fs::OpenOptions, io::Write, path::PathBuf};

#[derive(Debug, Args)]
pub(super) struct NewArgs {
    /// The charter's id; every promise's begins with it
    #[arg(long, default_value = "ours")]
    id: String,
    /// Where to write it; a file that exists is left as it is [default: stdout]
    file: Option<PathBuf>,
}

impl NewArgs {
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        let lang = console.lang();
        let toml = template(&self.id, lang);
        // The template is sound, so that nothing but the id can be wrong.
        if self.id.len() > 32 || parse(&toml).is_err() {
            let sentence = text::NO_CHARTER_ID.with(lang, &[("given", &self.id)]);
            return Err(Failure::Said(FailureKind::Usage, sentence));
        }
        let Some(file) = &self.file else {
            return console.print(&toml);
        };
        let path = file.display().to_string();
        let made = OpenOptions::new().write(true).create_new(true).open(file);
        made.and_then(|mut made| made.write_all(toml.as_bytes()))
            .map_err(|error| {
                let values = [("path", path.as_str()), ("what", &error.to_string())];
                let sentence = match error.kind() {
                    std::io::ErrorKind::AlreadyExists => text::FILE_EXISTS.with(lang, &values),
                    _ => text::UNWRITABLE.with(lang, &values),
                };
                Failure::Said(FailureKind::Refused, sentence)
            })?;
        if console.json {
            return console.document(&serde_json::json!({ "path": path, "id": self.id }));
        }
        console.line(&text::CHARTER_WRITTEN.with(lang, &[("path", &path)]))
    }
}
