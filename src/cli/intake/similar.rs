//! What `minwon intake` says of earlier cases: those of the person, and recent ones of other people.

use crate::{
    cli::{document::stamp, failure},
    desk::{ANSWER_PATIENCE, Desk, DeskError, EarlierCase},
    domain::{
        case::{CaseNumber, Stage},
        command::Intake,
    },
    form::earlier,
    words::{Lang, Phrase, forms as text},
};
use chrono_tz::Tz;
use serde::Serialize;
use std::io::IsTerminal;

/// Cases like the one that is taken in.
pub(super) struct Likeness {
    pub(super) earlier: Vec<EarlierCase>,
    pub(super) similar: Vec<EarlierCase>,
}

impl Likeness {
    /// Looks for them before the case itself is recorded.
    pub(super) fn of(intake: &Intake, desk: &Desk) -> Result<Self, DeskError> {
        let words = format!("{}\n{}", intake.title, intake.body);
        let Intake {
            party,
            category,
            title,
            ..
        } = intake;
        Ok(Self {
            earlier: desk.earlier(party, category, words.trim(), None)?,
            similar: desk.similar(party, category, title, ANSWER_PATIENCE)?,
        })
    }

    /// Names them on stderr for people; programs read `similar` in the document.
    pub(super) fn note(&self, lang: Lang) {
        if !std::io::stderr().is_terminal() {
            return;
        }
        let parts = [
            (text::EARLIER, &self.earlier),
            (text::SIMILAR, &self.similar),
        ];
        for (heading, cases) in parts.into_iter().filter(|(_, cases)| !cases.is_empty()) {
            failure::on_stderr(&line(heading, cases, lang));
        }
    }

    /// Recent cases of other people, as other programs read them.
    pub(super) fn documents(&self, zone: Tz) -> Vec<SimilarDocument<'_>> {
        let cases = self.similar.iter();
        cases
            .map(|case| SimilarDocument {
                number: case.number,
                score: case.score,
                title: &case.title,
                category: &case.category,
                stage: case.stage,
                arrived_at: stamp(case.arrived_at, zone),
            })
            .collect()
    }
}

fn line(heading: Phrase, cases: &[EarlierCase], lang: Lang) -> String {
    let heads = cases.iter().map(|case| {
        let head = earlier::head(case, false, lang);
        let head = head.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{head} {}", case.title)
    });
    let heads = heads.collect::<Vec<_>>().join("; ");
    format!("{}: {heads}", heading.get(lang))
}

#[derive(Debug, Serialize)]
pub(super) struct SimilarDocument<'a> {
    number: CaseNumber,
    score: f32,
    title: &'a str,
    category: &'a str,
    stage: Stage,
    arrived_at: String,
}
