//! A charter as it is read, and every error of one that cannot be.

use super::*;
use crate::{
    domain::{
        charter::{Ask, MetBy, Topic, Trigger, builtin::BUILTIN},
        limit::{CountingRule, Limit, Unit},
    },
    words::Lang,
};

mod places;

/// A small charter without an error; the tests break pieces of it.
const SOUND: &str = include_str!("tests/sound.toml");

fn errors(text: &str) -> Vec<String> {
    match parse(text) {
        Ok(_) => Vec::new(),
        Err(errors) => errors.iter().map(ToString::to_string).collect(),
    }
}

fn broken(find: &str, put: &str) -> String {
    assert_eq!(SOUND.matches(find).count(), 1, "{find:?} stands once");
    SOUND.replace(find, put)
}

#[test]
fn a_sound_charter_is_read_as_written() {
    let charter = parse(SOUND).expect("sound");
    let reply = charter.promise("hall.reply").expect("read");
    assert_eq!(reply.trigger(), Some(Trigger::Received));
    let topics = [Topic::Complaint, Topic::Praise].map(Ask::Topic);
    assert_eq!(reply.starts[0].of, topics);
    assert_eq!(reply.limit, Some(Limit::new(7, Unit::Days)));
    assert_eq!(reply.count, Some(CountingRule::PetitionAct));
    let survey = charter.promise("hall.survey").expect("read");
    let duty = survey.duty.as_ref().expect("a duty");
    assert_eq!(duty.by, Some((12, 31)));
    let minutes: Vec<(u16, u16)> = charter.office.week[0]
        .iter()
        .map(|span| (span.start, span.end))
        .collect();
    assert_eq!(minutes, [(540, 720), (780, 1080)]);
    assert_eq!(charter.office.shifts.len(), 1);
    let greeting = charter.scripts.first().expect("read");
    assert_eq!(greeting.trigger, Trigger::Call, "taken from its promise");
}

#[test]
fn the_front_desk_its_far_departments_and_progress_online_are_said() {
    let sound = parse(SOUND).expect("sound");
    assert_eq!((sound.front_desk, sound.progress_online), (None, false));
    assert!(sound.counters.iter().all(|counter| !counter.far));
    let said = "night_receipt = \"literal\"\nfront_desk = \"민원실\"\nprogress_online = true";
    let said = broken("night_receipt = \"literal\"", said);
    let said = said.replacen("[[counter]]", "[[counter]]\nfar = true", 1);
    let said = parse(&said).expect("sound");
    assert_eq!(said.front_desk.as_deref(), Some("민원실"));
    assert!(said.progress_online && said.counters[0].far);
}

#[test]
fn a_promise_is_met_by_one_word_or_by_all_of_a_list() {
    let one = parse(SOUND).expect("sound");
    let met_by = |charter: &Charter| charter.promise("hall.extend").map(|of| of.met_by.clone());
    assert_eq!(met_by(&one), Some(vec![MetBy::Extension]));
    let list = "met_by = [\"extension\", \"apology\"]";
    let two = parse(&broken("met_by = \"extension\"", list)).expect("sound");
    assert_eq!(met_by(&two), Some(vec![MetBy::Extension, MetBy::Apology]));
}

#[test]
fn the_table_of_statutory_matters_may_be_left_out() {
    assert_eq!(parse(SOUND).expect("it is sound").statutory, []);
    let matter = |id: &str, limit: &str| {
        format!(
            "[[statutory]]\nid = \"{id}\"\nname = {{ ko = \"허가\", en = \"permit\" }}\nlimit = \"{limit}\"\n"
        )
    };
    let with = |table: &str| parse(&format!("{SOUND}\n{table}"));
    let charter = with(&matter("permit", "14 days")).expect("a table");
    let read: Vec<_> = charter
        .statutory
        .iter()
        .map(|one| (one.id.as_str(), one.limit.to_string()))
        .collect();
    assert_eq!(read, [("permit", "14 days".to_owned())]);
    let keys = |table: &str| {
        let errors = with(table).expect_err("it is wrong").into_iter();
        errors.map(|error| error.key).collect::<Vec<_>>()
    };
    assert_eq!(keys(&matter("permit", "soon")), ["statutory[1].limit"]);
    let twice = matter("permit", "14 days").repeat(2);
    assert_eq!(keys(&twice), ["statutory[2].id"]);
}

#[test]
fn every_error_of_a_text_is_reported_in_its_order() {
    let text = broken("zone = \"Asia/Seoul\"", "zone = \"Mars\"")
        .replace("kind = \"grievance\"", "kind = \"anger\"")
        .replace("limit = \"14 days\"", "limit = \"soon\"");
    let errors = parse(&text).expect_err("three are wrong");
    let places: Vec<(usize, usize, &str)> = errors
        .iter()
        .map(|error| (error.line, error.column, error.key.as_str()))
        .collect();
    assert_eq!(
        places,
        [
            (4, 8, "zone"),
            (28, 8, "category[1].kind"),
            (55, 9, "promise[3].limit")
        ]
    );
    let first = errors.first().expect("three");
    assert_eq!(
        first.at("hall.toml", Lang::Ko),
        "hall.toml:4:8: zone: \"Mars\"는 모르는 시간대입니다. \"Asia/Seoul\"처럼 IANA 이름을 씁니다"
    );
}

#[test]
fn a_byte_order_mark_is_no_column() {
    let text = format!("\u{feff}{}", broken("id = \"hall\"", "id = \"\""));
    let place = parse(&text)
        .expect_err("empty id")
        .first()
        .map(|error| (error.line, error.column));
    assert_eq!(place, Some((1, 6)));
}

#[test]
fn a_charter_that_lost_a_line_gives_a_charter_or_errors() {
    for (id, text) in BUILTIN {
        let lines: Vec<&str> = text.lines().collect();
        for lost in (0..lines.len()).step_by(7) {
            let rest: Vec<&str> = lines
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != lost)
                .map(|(_, line)| *line)
                .collect();
            if let Err(errors) = parse(&rest.join("\n")) {
                assert!(!errors.is_empty(), "{id} without line {}", lost + 1);
            }
        }
    }
}

#[test]
fn garbage_gives_errors() {
    let many = |piece: &str| piece.repeat(20_000 / piece.len());
    let chain: Vec<String> = (0..500)
        .map(|n| (n, (n + 1) % 500))
        .map(|(n, next)| format!("[[promise]]\nid = \"p{n}\"\nduty = {{ after = \"p{next}\" }}"))
        .collect();
    for text in [
        String::new(),
        "\0".to_owned(),
        "\u{202e}".to_owned(),
        many("["),
        many("[["),
        many("{"),
        many("a={"),
        many("a."),
        format!("{}a = 1", "a.".repeat(100_000)),
        many("[a.a]\n"),
        many("\""),
        many("é"),
        many("[[promise]]\n"),
        many("[[script]]\n"),
        many("\n"),
        many("#"),
        "x = 1e999999999".to_owned(),
        "id = 99999999999999999999".to_owned(),
        chain.join("\n"),
        "x".repeat(10_000_000),
    ] {
        let errors = parse(&text).err().unwrap_or_default();
        assert!(
            !errors.is_empty(),
            "{}",
            text.chars().take(20).collect::<String>()
        );
    }
}
