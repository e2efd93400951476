//! Recent cases of other people like the one that is being taken in.

use super::{COMPARED, Desk, DeskError, EarlierCase};
use crate::{
    domain::{
        party::Party,
        sameness::Sameness,
        similarity::{THRESHOLD, score},
    },
    store::CancelToken,
};
use chrono::TimeDelta;
use std::time::Duration;

/// How many days back.
const DAYS: i64 = 60;
/// How many are shown.
const SHOWN: usize = 5;
/// How long a key press may wait for them.
pub const KEY_PATIENCE: Duration = Duration::from_millis(12);
/// How long somebody waits who asked on the command line.
pub const ANSWER_PATIENCE: Duration = Duration::from_secs(1);

impl Desk {
    /// Cases of other people in the last 60 days with a similar title, the most similar first; one of the person by
    /// telephone or e-mail is among [`Desk::earlier`]. What is not found within `patience` is left out.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn similar(
        &self,
        party: &Party,
        category: &str,
        title: &str,
        patience: Duration,
    ) -> Result<Vec<EarlierCase>, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let reader = self.store.reader();
        let since = self.now() - TimeDelta::days(DAYS);
        let patience = CancelToken::after(patience);
        let recent = || reader.recent_like(title, since);
        let recent = self.store.cancellable(&patience, recent)?;
        let own = reader.cases_of(&party.clean(), COMPARED)?;
        let others = recent
            .into_iter()
            .filter(|case| !own.contains(&case.number));
        let mut found: Vec<EarlierCase> = others
            .map(|case| EarlierCase {
                score: score(title, &case.title),
                number: case.number,
                alike: case.category == category,
                title: case.title,
                category: case.category,
                arrived_at: case.arrived_at,
                stage: case.stage,
                step: case.step,
                results: case.results,
                last_result_told: None,
                body: String::new(),
                // They are other people's: nothing of them is shown or compared.
                party: Party::default(),
                sameness: Sameness::of(&Party::default(), &Party::default(), 0.0),
            })
            .filter(|case| case.score >= THRESHOLD)
            .collect();
        found.sort_by(|one, other| other.score.total_cmp(&one.score));
        found.truncate(SHOWN);
        Ok(found)
    }
}
