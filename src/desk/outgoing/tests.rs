//! The way of a mail when a program ends in the middle, and when a clerk is faster.

use super::*;
use crate::{
    desk::{
        Foundation, NoticeOrder, Opening,
        tests::{complaint, desk, order},
    },
    domain::{
        charter::{CaseKind, Channel, builtin::builtin_text},
        command::{Command, Handling, Intake},
        fact::Outcome,
        late::EntryTime,
        notice::{Medium, NoticeKey, NoticeKind},
        party::Party,
        petitioner::{Petitioner, ReplyWay},
        subject::CaseNumber,
    },
};
use tempfile::TempDir;

/// A complaint of somebody with an address.
fn addressed() -> Intake {
    let intake = complaint("교육장 냉방");
    let party = Party {
        email: "hong@example.kr".into(),
        ..intake.party.clone()
    };
    Intake { party, ..intake }
}

fn with_address(desk: &mut Desk) -> CaseNumber {
    desk.intake(&addressed()).unwrap()
}

fn id(number: CaseNumber) -> NoticeId {
    NoticeKey {
        seq: 1,
        kind: NoticeKind::Receipt,
        n: 1,
    }
    .of(number)
}

fn state(desk: &mut Desk, number: CaseNumber) -> NoticeState {
    desk.outbox(None, false, 10)
        .unwrap()
        .into_iter()
        .find(|row| row.id == id(number))
        .unwrap()
        .status
}

fn claimed(desk: &mut Desk, turn: &SendingTurn) -> Vec<OutgoingMail> {
    let claimed = desk.claim_mails(turn, Duration::zero(), 10).unwrap();
    claimed
        .iter()
        .map(|mail| desk.outgoing_mail(mail).unwrap().unwrap())
        .collect()
}

#[test]
fn one_program_sends_at_a_time_and_its_end_gives_the_turn_back() {
    let folder = TempDir::new().unwrap();
    let one = desk(&folder, "2026-11-02 10:00");
    let turn = one.take_sending_turn().unwrap();
    assert!(turn.is_some());
    assert!(one.take_sending_turn().unwrap().is_none());
    drop(turn);
    assert!(one.take_sending_turn().unwrap().is_some());
}

/// A program that ends before the mark left nothing with the server: it is sent. One that ends after it may have.
#[test]
fn what_a_program_left_behind_waits_again_or_is_not_known() {
    for (handing, stands) in [(false, NoticeState::Waiting), (true, NoticeState::Unknown)] {
        let folder = TempDir::new().unwrap();
        let mut desk = desk(&folder, "2026-11-02 10:00");
        let number = with_address(&mut desk);
        let turn = desk.take_sending_turn().unwrap().unwrap();
        let mails = claimed(&mut desk, &turn);
        let ids: Vec<&str> = mails.iter().map(|mail| &*mail.message_id).collect();
        assert_eq!(ids.len(), 1);
        assert!(claimed(&mut desk, &turn).is_empty(), "it is claimed");
        if handing {
            assert!(desk.hand_on(&turn, None, mails.first()).unwrap());
        }
        drop(turn);
        let turn = desk.take_sending_turn().unwrap().unwrap();
        let doubtful = desk.settle_abandoned(&turn).unwrap();
        assert_eq!(doubtful, usize::from(handing));
        assert_eq!(state(&mut desk, number), stands);
        assert_eq!(claimed(&mut desk, &turn).is_empty(), handing);
        if handing {
            let retry = NoticeOrder {
                id: id(number),
                command: NoticeCommand::Retry,
                time: EntryTime::NOW,
            };
            desk.run_notice(&retry).unwrap();
            let again = claimed(&mut desk, &turn);
            assert_eq!(again[0].message_id, ids[0], "the same on every try");
        }
    }
}

#[test]
fn the_letter_as_it_left_is_kept_with_the_fact() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    let number = with_address(&mut desk);
    let turn = desk.take_sending_turn().unwrap().unwrap();
    let mails = claimed(&mut desk, &turn);
    let mail = mails.first().unwrap();
    assert!(desk.hand_on(&turn, None, Some(mail)).unwrap());
    desk.hand_on(&turn, Some((mail, &MailEnd::Sent)), None)
        .unwrap();
    let view = desk.case(number).unwrap();
    let kept = view.kept_letter(id(number)).unwrap().as_str();
    assert_eq!(kept, mail.letter.as_it_leaves().as_str());
    assert!(kept.contains("홍길동 님께"), "{kept}");
    // The office writes otherwise from now on: what left stays as it left, and is shown with the person masked.
    let marked = desk.letter_text(mail.letter.kind).unwrap().text;
    desk.edit_letter(mail.letter.kind, &format!("{marked}\n덧붙인 말"))
        .unwrap();
    let shown = desk.letter(id(number)).unwrap();
    assert!(shown.text.contains("홍*동 님께"), "{}", shown.text);
    assert!(!shown.text.contains("덧붙인 말"), "{}", shown.text);
    assert_eq!(desk.verify().unwrap().problems, Vec::<String>::new());
}

/// A program that is killed again and again does not begin the tries anew each time.
#[test]
fn a_claim_that_is_given_back_keeps_its_tries() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    let number = with_address(&mut desk);
    let mut tries = Vec::new();
    for at in ["10:00", "10:01", "10:06", "10:36", "12:36", "18:36"] {
        desk = Desk::open(&Opening {
            path: folder.path().join("desk.db"),
            acting: None,
            now: Some(format!("2026-11-02 {at}")),
        })
        .unwrap();
        let turn = desk.take_sending_turn().unwrap().unwrap();
        desk.settle_abandoned(&turn).unwrap();
        let abandoned = desk.claim_mails(&turn, Duration::zero(), 10).unwrap();
        assert_eq!(abandoned.len(), 1, "{at}");
        drop(turn);
        let turn = desk.take_sending_turn().unwrap().unwrap();
        desk.settle_abandoned(&turn).unwrap();
        let claimed = desk.claim_mails(&turn, Duration::zero(), 10).unwrap();
        tries.push(claimed[0].tries);
        desk.put_off(&turn, &claimed, "not now").unwrap();
    }
    assert_eq!(tries, [0, 1, 2, 3, 4, 5]);
    assert_eq!(state(&mut desk, number), NoticeState::Failed);
}

/// A clerk may keep a notice back, or tell it, while the server is asked: what did not leave does not, what left is recorded.
#[test]
fn a_clerk_who_is_faster_keeps_it_back() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    let number = with_address(&mut desk);
    let hold = NoticeOrder {
        id: id(number),
        command: NoticeCommand::Hold,
        time: EntryTime::NOW,
    };
    let turn = desk.take_sending_turn().unwrap().unwrap();
    let mails = claimed(&mut desk, &turn);
    desk.run_notice(&hold).unwrap();
    assert!(!desk.hand_on(&turn, None, mails.first()).unwrap());
    assert_eq!(state(&mut desk, number), NoticeState::Held);
    let release = NoticeOrder {
        command: NoticeCommand::Release,
        ..hold.clone()
    };
    desk.run_notice(&release).unwrap();
    let mails = claimed(&mut desk, &turn);
    let mail = mails.first().unwrap();
    assert!(desk.hand_on(&turn, None, Some(mail)).unwrap());
    desk.run_notice(&hold).unwrap();
    desk.hand_on(&turn, Some((mail, &MailEnd::Sent)), None)
        .unwrap();
    assert_eq!(state(&mut desk, number), NoticeState::Sent);
}

/// Act art. 27(1) and (2), decree art. 29(2): a result goes out by mail only where the kind, the filing or the person allows it.
#[test]
fn a_result_is_mailed_only_where_the_law_lets_it() {
    use CaseKind::{Grievance, Other, Proposal};
    let mail = Some(ReplyWay::Mail);
    for (kind, channel, reply_by, medium) in [
        (Grievance, Channel::Phone, None, Medium::Staff),
        (Grievance, Channel::Post, None, Medium::Staff),
        (
            Grievance,
            Channel::Phone,
            Some(ReplyWay::Post),
            Medium::Staff,
        ),
        (Grievance, Channel::Phone, mail, Medium::Email),
        (Grievance, Channel::Web, None, Medium::Email),
        (Proposal, Channel::Web, None, Medium::Email),
        (Other, Channel::Phone, None, Medium::Email),
    ] {
        let folder = TempDir::new().unwrap();
        // A charter that promises no mail beside the letter.
        let mut desk = Desk::found(
            &Opening {
                path: folder.path().join("desk.db"),
                acting: None,
                now: Some("2026-11-02 10:00".into()),
            },
            &Foundation {
                charter: builtin_text("wonju").unwrap(),
                practice: true,
            },
        )
        .unwrap();
        let number = desk
            .intake(&Intake {
                channel,
                kind: Some(kind),
                petitioner: Petitioner {
                    reply_by,
                    ..Petitioner::default()
                },
                ..addressed()
            })
            .unwrap();
        let answer = Command::Handling(Handling::Answer {
            outcome: Outcome::Accepted,
            text: "고쳤습니다.".into(),
            ground: String::new(),
            remedy: String::new(),
        });
        if desk.case(number).unwrap().case.received_at.is_none() {
            let accept = Command::Handling(Handling::Accept);
            desk.run(&order(number, accept)).unwrap();
        }
        desk.run(&order(number, answer)).unwrap();
        let rows = desk.outbox(None, false, 10).unwrap();
        let result = rows
            .iter()
            .find(|row| row.id.key.kind == NoticeKind::Result)
            .unwrap();
        assert_eq!(result.medium, medium, "{kind:?} {channel:?} {reply_by:?}");
        assert_eq!(desk.verify().unwrap().problems, Vec::<String>::new());
    }
}
