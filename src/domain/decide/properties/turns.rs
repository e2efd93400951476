//! What clerks may do to a case, sound or not, and what is taken in.

use super::*;

pub(super) fn text() -> impl Strategy<Value = String> {
    // Mostly fine; now and then missing, with blanks, or with a control character.
    prop_oneof![
        8 => Just("내용".to_owned()),
        1 => Just(" ".to_owned()),
        1 => Just("a\u{7}".to_owned()),
    ]
}

/// Mostly the team of the only member of the staff.
fn team() -> impl Strategy<Value = String> {
    prop_oneof![4 => Just(sample_staff().department), 1 => text()]
}

fn about_time() -> impl Strategy<Value = Command> {
    let reason = || select(ExtensionReason::ALL);
    prop_oneof![
        (reason(), text())
            .prop_map(|(reason, text)| Command::Timing(Timing::NeedExtension { reason, text })),
        (reason(), 0_u32..16, text(), any::<bool>()).prop_map(|(reason, days, text, consent)| {
            Command::Timing(Timing::Extend {
                reason,
                days,
                text,
                consent,
            })
        }),
        text().prop_map(|text| Command::Timing(Timing::ReplyInterim { text })),
        (text(), 0_u64..90).prop_map(|(text, days)| Command::Supplement(Supplement::Request {
            text,
            until: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(days),
        })),
        (text(), 0_u64..90).prop_map(|(text, days)| Command::Supplement(Supplement::Extend {
            text,
            until: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(days),
        })),
        Just(Command::Supplement(Supplement::Receive)),
        (select(SuspensionReason::ALL), text())
            .prop_map(|(reason, text)| Command::Timing(Timing::Suspend { reason, text })),
        Just(Command::Timing(Timing::Resume)),
        Just(Command::Handling(Handling::NeedReview)),
    ]
}

fn work() -> impl Strategy<Value = Command> {
    prop_oneof![
        Just(Command::Handling(Handling::Accept)),
        (team(), text()).prop_map(|(department, officer)| Command::Handling(Handling::Assign {
            department,
            officer
        })),
        Just(Command::Handling(Handling::Acknowledge)),
        text().prop_map(|text| Command::Handling(Handling::Note { text })),
        (text(), any::<bool>())
            .prop_map(|(text, prevents)| Command::Handling(Handling::Action { text, prevents })),
        (select(ContactWay::ALL), text())
            .prop_map(|(how, text)| Command::Handling(Handling::Contact { how, text })),
        text().prop_map(|text| Command::Handling(Handling::Apologise { text })),
        (select(Outcome::ALL), text(), text(), text()).prop_map(
            |(outcome, text, ground, remedy)| {
                Command::Handling(Handling::Answer {
                    outcome,
                    text,
                    ground,
                    remedy,
                })
            }
        ),
        (text(), text())
            .prop_map(|(ground, remedy)| Command::Handling(Handling::Refuse { ground, remedy })),
        (0_u32..9, text())
            .prop_map(|(fact, text)| Command::Handling(Handling::Correct { fact, text })),
        (0_u32..20, text())
            .prop_map(|(fact, reason)| Command::Handling(Handling::Revoke { fact, reason })),
        (team(), text(), prop::option::of(0_u64..90)).prop_map(|(department, text, days)| {
            Command::Handling(Handling::Consult {
                department,
                text,
                until: days
                    .map(|days| NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(days)),
            })
        }),
        (team(), text()).prop_map(|(department, text)| Command::Handling(
            Handling::AnswerConsultation { department, text }
        )),
    ]
}

fn way_out() -> impl Strategy<Value = Command> {
    let other = || (1_u32..6).prop_map(number);
    prop_oneof![
        2 => text().prop_map(|text| Command::Exit(Exit::Object { text })),
        2 => (select(ReopenCause::ALL), text())
            .prop_map(|(cause, text)| Command::Exit(Exit::Reopen { cause, text })),
        1 => text().prop_map(|text| Command::Exit(Exit::Withdraw { text })),
        1 => text().prop_map(|text| Command::Exit(Exit::Return { text })),
        1 => (text(), text()).prop_map(|(agency, text)| Command::Exit(Exit::Transfer { agency, text })),
        3 => other().prop_map(|into| Command::Exit(Exit::Merge { into })),
        1 => Just(Command::Exit(Exit::Close { untold: String::new() })),
        1 => text().prop_map(|text| Command::Exit(Exit::CloseAsRepeat { text, committee: None })),
    ]
}

fn ladder() -> impl Strategy<Value = Command> {
    prop_oneof![
        text().prop_map(|instruction| Command::Ladder(Ladder::StepOne {
            department: "고객지원팀".to_owned(),
            officer: "kim".to_owned(),
            instruction,
        })),
        (text(), text())
            .prop_map(|(result, apology)| Command::Ladder(Ladder::StepTwo { result, apology })),
        text().prop_map(|reason| Command::Ladder(Ladder::StepThree {
            reason,
            department: "고객지원팀".to_owned(),
            officer: "kim".to_owned(),
        })),
        (1_u32..6, any::<bool>()).prop_map(|(serial, see_also)| Command::Ladder(Ladder::Link {
            earlier: number(serial),
            see_also,
            reason: String::new(),
        })),
    ]
}

pub(super) fn turn() -> impl Strategy<Value = (i64, Turn)> {
    // Boxed: side by side they do not fit on the stack of a test.
    let command = prop_oneof![5 => work().boxed(), 5 => about_time().boxed(), 2 => way_out().boxed(),
        2 => ladder().boxed(), 2 => redress::made_up_for().boxed(), 2 => redress::visit().boxed(),
        2 => amend::put_right().boxed()];
    let turn = prop_oneof![
        12 => command.prop_map(Turn::Command),
        1 => (0_u64..12).prop_map(Turn::Holiday),
        2 => select(Elsewhere::ALL).prop_map(Turn::Elsewhere),
    ];
    // Now and then the clock stands, or is set back.
    let minutes =
        prop_oneof![1 => Just(0_i64), 1 => Just(-5), 6 => 1_i64..600, 4 => 600_i64..6_000];
    (minutes, turn)
}

pub(super) fn intake() -> impl Strategy<Value = (usize, Intake, i64)> {
    let parts = (
        0..CHARTERS.len(),
        select(Channel::ALL),
        any::<prop::sample::Index>(),
        (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()),
        0_i64..60 * 24 * 60,
    );
    parts.prop_map(
        |(charter, channel, category, (review, anonymous, mail, waits), minute)| {
            let of = &CHARTERS[charter];
            let mut intake = Intake::new(
                if of.channels.contains(&channel) {
                    channel
                } else {
                    of.channels[0]
                },
                category.get(&of.categories).id.clone(),
            );
            intake.title = "제목".to_owned();
            intake.needs_review = review;
            intake.anonymous = anonymous;
            intake.petitioner.identifiable = !anonymous;
            if mail {
                intake.party.email = "gil@example.org".to_owned();
            }
            let at = start(minute);
            intake.arrived_at = waits.then_some(at);
            (charter, intake, minute)
        },
    )
}
