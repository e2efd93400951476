//! What was struck out is as if it had not been.

use super::*;
use crate::domain::{
    deadline::{Deadline, State},
    queue::QueuePosition,
};

/// The deadlines of a case and its place in the queue, without the numbers of facts and the dates that were told.
fn stands(watch: &Watch<'_>) -> (Vec<Deadline>, QueuePosition) {
    let mut found = deadlines(&watch.case, watch.charter, &watch.calendars()).unwrap();
    let position = QueuePosition::of(watch.case.is_open(), &found);
    for deadline in &mut found {
        deadline.opened_by = 0;
        deadline.announced = None;
        if let State::Met { seq, .. } = &mut deadline.state {
            *seq = 0;
        }
    }
    (found, position)
}

/// True where a turn names a fact by its number, which is another one after a revocation.
fn names_a_fact(turn: &Turn) -> bool {
    matches!(
        turn,
        Turn::Command(Command::Handling(
            Handling::Correct { .. } | Handling::Revoke { .. }
        ))
    )
}

fn others() -> impl Strategy<Value = (i64, Turn)> {
    let named = |(_, turn): &(i64, Turn)| !names_a_fact(turn);
    turn().prop_filter("names a fact", named)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_fact_that_is_struck_out_leaves_everything_as_without_it(
        (charter, intake, minute) in intake(),
        before in vec(others(), 0..10),
        slip in others(),
        after in vec(others(), 0..10),
    ) {
        let mut watch = watch(charter, &intake, minute);
        let mut without = super::watch(charter, &intake, minute);
        for (later, turn) in &before {
            watch.turn(*later, turn)?;
            without.turn(*later, turn)?;
        }
        match slip.1 {
            // A merge is undone only while the other case, which is always the same here, has no result.
            Turn::Holiday(_)
            | Turn::Command(Command::Exit(Exit::Merge { .. }))
            | Turn::Elsewhere(Elsewhere::Revoked | Elsewhere::Corrected) => return Ok(()),
            Turn::Command(_) | Turn::Elsewhere(Elsewhere::Accepted | Elsewhere::Declined) => {}
        }
        let last = watch.case.seq;
        watch.turn(0, &slip.1)?;
        if watch.case.seq == last {
            return Ok(());
        }
        let reason = "착오".to_owned();
        let revoke = Command::Handling(Handling::Revoke { fact: watch.case.seq, reason });
        // What was shared is struck out where it comes from.
        let revoke = match slip.1 {
            Turn::Elsewhere(_) => Turn::Elsewhere(Elsewhere::Revoked),
            Turn::Command(_) | Turn::Holiday(_) => Turn::Command(revoke),
        };
        watch.turn(0, &revoke)?;
        prop_assert_eq!(watch.case.seq, last + 2, "{:?} was not struck out", slip);
        prop_assert_eq!(stands(&watch), stands(&without));
        for (later, turn) in &after {
            watch.turn(*later, turn)?;
            without.turn(*later, turn)?;
            prop_assert_eq!(watch.facts.len(), without.facts.len() + 2, "{:?}", turn);
            prop_assert_eq!(stands(&watch), stands(&without));
            prop_assert_eq!(&watch.case.intake, &without.case.intake);
            prop_assert_eq!(watch.party(), without.party());
            prop_assert_eq!(watch.case.stage, without.case.stage);
            prop_assert_eq!(watch.case.notices.len(), without.case.notices.len());
        }
    }
}
