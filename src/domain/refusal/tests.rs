//! Every value of a refusal stands in its sentence.

use super::*;
use crate::domain::{limit::Unit, sameness::Doubt, subject::Subject};

/// A closing that needs what is to be struck out.
fn later(on: Option<Subject>) -> LaterFact {
    LaterFact {
        on,
        seq: 5,
        kind: Phrase::new("종결", "closed"),
        why: Box::new(Refusal::NotAnswered),
    }
}

#[test]
fn no_sentence_leaves_a_value_open() {
    let number = CaseNumber {
        year: 2026,
        serial: 412,
    };
    let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let moment = DateTime::parse_from_rfc3339("2026-11-23T14:03:00+09:00").unwrap();
    let stage = Stage::Closed;
    for refusal in [
        Refusal::Stage {
            stage,
            needed: vec![Stage::Received, Stage::Assigned],
        },
        Refusal::ExtensionTooLong { most: 7 },
        Refusal::ObjectionTooLate {
            limit: Limit::new(60, Unit::Days),
            last: day,
        },
        Refusal::NotConsulted("시설팀".to_owned()),
        LadderRefusal::NoLadder.into(),
        LadderRefusal::NoComplaint.into(),
        LadderRefusal::StepDone(1).into(),
        LadderRefusal::FirstStepMissing.into(),
        LadderRefusal::SecondStepMissing.into(),
        LadderRefusal::LettersUntold.into(),
        LadderRefusal::LinkNeeded.into(),
        LadderRefusal::LinkUnconfirmed(number).into(),
        LadderRefusal::LinkDoubted(Doubt::ALL.to_vec()).into(),
        LadderRefusal::LinkReasonMissing(vec![Doubt::Name]).into(),
        LadderRefusal::AlreadyLinked(number).into(),
        LadderRefusal::NotEarlier(number).into(),
        LadderRefusal::EarlierMistaken(number).into(),
        LadderRefusal::OtherTeam {
            officer: "박예시".into(),
            own: "고객지원팀".into(),
            department: "경영지원팀".into(),
        }
        .into(),
        Refusal::NoSuchCase(number),
        Refusal::OtherCaseGone { number, stage },
        Refusal::NotRepeated {
            cases: 2,
            results: 1,
        },
        Refusal::NoSuchFact { fact: 9, last: 4 },
        Refusal::Unsigned {
            login: "kim".to_owned(),
            missing: Field::Phone,
        },
        Refusal::ApologyOwed {
            promise: "gbvc.apology".to_owned(),
            until: moment,
        },
        Refusal::ClockBack { last: moment },
        Refusal::NotCountable("gbvc.reply".to_owned()),
    ] {
        for lang in [Lang::Ko, Lang::En] {
            let said = refusal.say(lang);
            assert!(!said.contains(['{', '}']), "{said}");
        }
    }
}

#[test]
fn what_cannot_be_struck_out_names_what_stands_in_the_way() {
    let number = CaseNumber {
        year: 2026,
        serial: 412,
    };
    let refusals: [Refusal; 18] = [
        RevokeRefusal::Final(3).into(),
        RevokeRefusal::Already { fact: 3, by: 4 }.into(),
        RevokeRefusal::OfProgram(3).into(),
        RevokeRefusal::Told {
            fact: 3,
            by: Some(4),
        }
        .into(),
        RevokeRefusal::Told { fact: 3, by: None }.into(),
        RevokeRefusal::MaybeTold("2026-000412/3/result/1".parse().unwrap()).into(),
        RevokeRefusal::Needed(later(None)).into(),
        RevokeRefusal::Needed(later(Some(number.into()))).into(),
        RevokeRefusal::OtherActed(number).into(),
        RevokeRefusal::OtherEnded(number).into(),
        RevokeRefusal::Shared {
            from: number,
            fact: 3,
        }
        .into(),
        RevokeRefusal::ToldThere {
            fact: 3,
            on: number,
        }
        .into(),
        Refusal::MergedWaits(number),
        RevokeRefusal::InUse(number).into(),
        RevokeRefusal::Mistaken.into(),
        RevokeRefusal::Became(number).into(),
        RevokeRefusal::Followed("D2026-000003".parse().unwrap()).into(),
        RevokeRefusal::Begins.into(),
    ];
    for refusal in refusals {
        for lang in [Lang::Ko, Lang::En] {
            let said = refusal.say(lang);
            assert!(!said.contains(['{', '}']), "{said}");
        }
    }
}

#[test]
fn an_action_is_named_with_its_word_on_the_command_line_alone() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let asked: Refusal = SupplementRefusal::Over { last: day }.into();
    for (refusal, screen, words) in [
        (
            Refusal::NotPaused,
            "The clock is not stopped. Stop it first.",
            "The clock is not stopped. Stop it (suspend) first.",
        ),
        (
            Refusal::Contact(ContactRefusal::NoCallBack),
            "No call-back is owed. Record that the officer is away or that the answer comes later first.",
            "No call-back is owed. Record that the officer is away (absent) or that the answer comes later (later) first.",
        ),
        (
            Refusal::Duty(DutyRefusal::NoDateYet),
            "It has no date yet. Set one first.",
            "It has no date yet. Set one first (schedule).",
        ),
    ] {
        assert_eq!(refusal.say(Lang::En), screen);
        assert_eq!(refusal.say_to(Audience::CommandLine, Lang::En), words);
    }
    assert_eq!(
        asked.say_to(Audience::CommandLine, Lang::Ko),
        "보완기간이 2026-11-23에 끝나 늘릴 수 없습니다(시행령 제24조). \
         10일 이내로 다시 보완 요구(supplement)를 하거나 반려(return)해 주세요."
    );
    assert_eq!(
        asked.say(Lang::Ko),
        "보완기간이 2026-11-23에 끝나 늘릴 수 없습니다(시행령 제24조). \
         10일 이내로 다시 보완 요구를 하거나 반려해 주세요."
    );
}
