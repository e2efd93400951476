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
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        let toml = template(&self.id, console.lang());
        // The template is valid: any error is in the id.
        if self.id.len() > 32 || parse(&toml).is_err() {
            let values = [("given", self.id.as_str())];
            return Err(console.failure(FailureKind::Usage, text::NO_CHARTER_ID, &values));
        }
        let Some(file) = &self.file else {
            return console.print(&toml);
        };
        let path = file.display().to_string();
        let created = OpenOptions::new().write(true).create_new(true).open(file);
        let written = created.and_then(|mut file| file.write_all(toml.as_bytes()));
        written.map_err(|error| {
            let values = [("path", path.as_str()), ("what", &error.to_string())];
            let phrase = match error.kind() {
                std::io::ErrorKind::AlreadyExists => text::FILE_EXISTS,
                _ => text::UNWRITABLE,
            };
            console.failure(FailureKind::Refused, phrase, &values)
        })?;
        if console.json {
            return console.document(&serde_json::json!({ "path": path, "id": self.id }));
        }
        console.say(text::CHARTER_WRITTEN, &[("path", &path)])
    }
}
