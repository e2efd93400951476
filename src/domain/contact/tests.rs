//! What the scenarios do not look at: any order of commands leaves a contact whose deadlines are sound.

use super::*;
use crate::domain::{
    calendar::Calendars,
    charter::{Channel, builtin::builtin},
    deadline::State,
    decide::Context,
    fact::ContactWay,
    holidays::Holidays,
    party::Party,
    staff::Role,
};
use chrono::TimeDelta;
use proptest::prelude::*;

const NUMBER: ContactNumber = ContactNumber {
    year: 2026,
    serial: 1,
};

fn command(which: u8) -> ContactCommand {
    let party = Party {
        name: "홍길동".into(),
        phone: "010-0000-0001".into(),
        ..Party::default()
    };
    let text = || "상호대차".to_owned();
    match which % 12 {
        0 => ContactCommand::Guide {
            to: GuideTarget::Office,
            officer: String::new(),
        },
        1 => ContactCommand::Guide {
            to: GuideTarget::Officer,
            officer: "lee".into(),
        },
        2 => ContactCommand::TellWait { minutes: 5 },
        3 => ContactCommand::Ask { text: text() },
        4 => ContactCommand::Serve {
            officer: String::new(),
        },
        5 => ContactCommand::Miss {
            officer: String::new(),
            party,
            matter: text(),
            wanted: CallBackInput::default(),
        },
        6 => ContactCommand::Postpone {
            party,
            matter: text(),
            wanted: CallBackInput::default(),
        },
        7 => ContactCommand::CallBack {
            how: ContactWay::Phone,
            text: text(),
        },
        8 => ContactCommand::HandOver {
            department: "총무과".into(),
            officer: String::new(),
            gist: text(),
        },
        9 => ContactCommand::Tick {
            items: "all".into(),
        },
        10 => ContactCommand::EndForCause {
            ground: EndGround::Abuse,
            told_at: "2026-11-02T02:55:00Z".parse().ok(),
            text: text(),
        },
        _ => ContactCommand::End { text: text() },
    }
}

proptest! {
    #[test]
    fn whatever_is_recorded_the_fold_holds_and_what_ended_leaves_nothing_open(
        charter in prop::sample::select(vec!["jndc", "kpf", "koreha", "gbvc", "wonju"]),
        visit: bool,
        assistance: bool,
        steps in prop::collection::vec((any::<u8>(), 0i64..400), 0..12),
    ) {
        let charter = builtin(charter).unwrap().unwrap();
        let calendars = Calendars::new(charter.office.clone(), Holidays::korean(), Vec::new()).unwrap();
        let mut at: DateTime<Utc> = "2026-11-02T02:55:00Z".parse().unwrap();
        let context = |at| Context {
            charter: &charter,
            charter_version: 1,
            calendars: &calendars,
            at,
            now: at,
            late_reason: "",
            by: "kim",
            role: Role::Clerk,
            signer: None,
            history: &[],
            related: &[],
            person: None,
            staff: &[],
        };
        let channel = if visit { Channel::Visit } else { Channel::Phone };
        let arrival = Arrival { assistance, ..Arrival::new(channel) };
        let first = arrive(NUMBER, &arrival, &context(at)).unwrap();
        let mut contact = Contact::begin(NUMBER, &first).unwrap();
        let mut facts = vec![first];
        for (which, seconds) in steps {
            at += TimeDelta::seconds(seconds);
            let command = command(which);
            let party = merged_party(&Party::default(), &command);
            let before = deadlines(&contact, &charter, &calendars).unwrap();
            if let Ok(fact) = decide((&contact, &facts), &command, &party, &context(at)) {
                contact.apply(&fact);
                facts.push(fact);
            }
            let after = deadlines(&contact, &charter, &calendars).unwrap();
            let folded = Contact::fold(NUMBER, &facts);
            prop_assert_eq!(folded.as_ref(), Some(&contact));
            // What was settled stays as it was settled, and nothing that was opened goes away.
            for old in &before {
                let same = after.iter().find(|new| new.promise == old.promise && new.nth == old.nth);
                prop_assert!(same.is_some_and(|new| old.is_open() || new == old));
            }
            if contact.stage == ContactStage::Ended {
                prop_assert!(after.iter().all(|one| !matches!(one.state, State::Open)));
            }
        }
    }
}
