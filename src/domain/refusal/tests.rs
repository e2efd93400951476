//! Every value of a refusal stands in its sentence.

use super::*;
use crate::domain::limit::Unit;

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
        Refusal::StepDone(1),
        Refusal::StepMissing {
            missing: 1,
            wanted: 2,
        },
        Refusal::NoSuchCase(number),
        Refusal::AlreadyLinked(number),
        Refusal::NotEarlier(number),
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
