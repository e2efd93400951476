//! What a role may not do is refused on the screen: every such pair of the table that a screen can ask for.

use super::{effect::Change, fixture, front::Front};
use crate::{
    desk::{ContactOrder, DutyChange, DutyOrder, HolidayRequest, NoticeOrder, Order},
    domain::{
        case::CaseNumber,
        charter::Channel,
        command::{Command, Handling, Ladder, NoticeCommand, Redress},
        contact::{Arrival, ContactCommand},
        duty::DutyCommand,
        holidays::HolidayChange,
        late::EntryTime,
        rights::Operation,
        staff::{Role, Staff, sample_staff},
        subject::{ContactNumber, DutyNumber},
    },
    words::{Lang, Say},
};

fn order(command: Command) -> Change {
    let (year, serial) = (2026, 1);
    Change::Run(Box::new(Order {
        number: CaseNumber { year, serial },
        command,
        time: EntryTime::NOW,
        seen: None,
    }))
}

fn duty(command: DutyCommand) -> Change {
    let (year, serial) = (2026, 1);
    Change::Duty(DutyChange::Run(Box::new(DutyOrder {
        number: DutyNumber { year, serial },
        command,
        time: EntryTime::NOW,
        seen: None,
    })))
}

fn contact(command: ContactCommand) -> Change {
    let (year, serial) = (2026, 1);
    Change::RunContact(Box::new(ContactOrder {
        number: ContactNumber { year, serial },
        command,
        ticked: String::new(),
        time: EntryTime::NOW,
        seen: None,
    }))
}

/// What screens ask the desk for that is the operation; nothing where no screen does.
#[expect(clippy::too_many_lines, reason = "a table: every operation once")]
fn asks(operation: Operation) -> Vec<Change> {
    let text = || "시험".to_owned();
    let matter = || {
        Box::new(fixture::matter(
            "소음",
            "홍길동",
            Channel::Phone,
            "complaint",
        ))
    };
    match operation {
        Operation::Intake => vec![
            Change::TakeIn(matter(), Vec::new()),
            Change::ContactToCase(
                ContactNumber {
                    year: 2026,
                    serial: 1,
                },
                matter(),
            ),
        ],
        Operation::Case => vec![order(Command::Handling(Handling::Acknowledge))],
        Operation::StepThree => vec![order(Command::Ladder(Ladder::StepThree {
            reason: text(),
            department: text(),
            officer: text(),
        }))],
        Operation::Remind => vec![order(Command::Redress(Redress::Remind { text: text() }))],
        Operation::Discipline => vec![order(Command::Redress(Redress::Train {
            officer: text(),
            text: text(),
        }))],
        Operation::Contact => vec![
            Change::Arrive(Box::new(Arrival::new(Channel::Phone))),
            contact(ContactCommand::End { text: text() }),
        ],
        Operation::Duty => vec![duty(DutyCommand::Finish(Box::default()))],
        Operation::SkipDuty => vec![duty(DutyCommand::Skip { reason: text() })],
        Operation::HandOver => vec![Change::HandOver(text())],
        Operation::TakeOver => vec![Change::TakeOver],
        Operation::Views => vec![Change::SaveView(text(), "due:today".into())],
        Operation::Holidays => vec![Change::Holiday(Box::new(HolidayRequest {
            date: "2026-12-24".parse().unwrap(),
            name: text(),
            change: HolidayChange::Removed,
            source: String::new(),
            decided_on: None,
        }))],
        Operation::Notice => vec![Change::Notices(vec![NoticeOrder {
            id: "2026-000001/1/receipt/1".parse().unwrap(),
            command: NoticeCommand::Hold,
            time: EntryTime::NOW,
        }])],
        // Sent by a thread of its own; asked with the link or the revocation itself, which in plain cases anyone may do.
        Operation::DoubtfulLink
        | Operation::Revoke
        | Operation::RevokeAhead
        | Operation::OwnEntry
        | Operation::Send
        | Operation::Staff
        | Operation::Letters
        | Operation::Charter
        | Operation::Clock
        | Operation::Rebuild
        | Operation::ActAs => Vec::new(),
    }
}

#[test]
fn what_the_table_does_not_give_is_told_on_the_screen() {
    let mut told = 0;
    // Who has no account cannot act at all.
    let acting = Role::ALL.iter().filter(|role| **role != Role::NoLogin);
    for role in acting {
        let mut front = Front::new(1, (200, 24));
        let member = Staff {
            role: *role,
            ..sample_staff()
        };
        front.hire(&member);
        front.sit_down(&member.login);
        for operation in Operation::ALL {
            let Err(forbidden) = role.allow(*operation) else {
                continue;
            };
            for change in asks(*operation) {
                front.perform(vec![change.clone().into()]);
                let (picture, said) = (front.picture(), forbidden.say(Lang::Ko));
                let start: String = said.chars().take(40).collect();
                assert!(picture.contains(&start), "{change:?}\n{picture}");
                told += 1;
            }
        }
    }
    assert!(told > 12, "{told}");
}
