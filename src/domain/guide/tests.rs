//! What is said at each moment, filled with who speaks, and the names of checklist items.

use super::*;
use crate::domain::{charter::builtin::builtin, staff::sample_staff};

fn charter(id: &str) -> Charter {
    builtin(id).unwrap().unwrap()
}

#[test]
fn a_script_is_filled_with_who_speaks_and_where_the_matter_belongs() {
    let charter = charter("wonju");
    let clerk = sample_staff();
    let people = People {
        clerk: Some(&clerk),
        counter: charter.counter("venues"),
        ..People::default()
    };
    let said = |moment| {
        let found = scripts(&charter, Some(Channel::Phone), Some(moment));
        people.fill(&found[0].text, Lang::Ko)
    };
    assert_eq!(
        said(Moment::Greeting),
        "감사합니다. 원주교육문화관 고객지원팀 김가상입니다."
    );
    assert_eq!(
        said(Moment::WrongNumber),
        "총무과로 연결하여 드리겠습니다. 혹시 연결과정에서 전화가 끊어지면 033-737-1045번으로 다시 걸어주시기 바랍니다."
    );
    let transfer = said(Moment::Transfer);
    assert!(transfer.contains("총무과 [담당자]에게"), "{transfer}");
}

#[test]
fn the_particle_follows_the_name_that_is_spoken() {
    let charter = charter("wonju");
    let script = scripts(&charter, Some(Channel::Phone), Some(Moment::WrongNumber))[0];
    let mut counter = charter.counter("venues").unwrap().clone();
    for (department, begins) in [
        ("총무과", "총무과로 연결"),
        ("문화운영팀", "문화운영팀으로 연결"),
        ("도서관", "도서관으로 연결"),
        ("민원실", "민원실로 연결"),
        ("", "[부서]로 연결"),
    ] {
        counter.department = department.to_owned();
        let people = People {
            counter: Some(&counter),
            ..People::default()
        };
        let said = people.fill(&script.text, Lang::Ko);
        assert!(said.starts_with(begins), "{said}");
    }
}

#[test]
fn what_nobody_has_given_stands_in_brackets_for_every_blank() {
    let mut nobody = sample_staff();
    for field in [&mut nobody.name, &mut nobody.department, &mut nobody.phone] {
        field.clear();
    }
    for people in [
        People::default(),
        People {
            clerk: Some(&nobody),
            officer: Some(&nobody),
            ..People::default()
        },
    ] {
        for field in Placeholder::ALL {
            let text = Bilingual {
                ko: format!("<{{{field}}}>"),
                en: format!("<{{{field}}}>"),
            };
            for lang in [Lang::Ko, Lang::En] {
                let said = people.fill(&text, lang);
                assert_eq!(said, format!("<{}>", field.say(lang)), "{field}");
            }
        }
    }
}

#[test]
fn mobile_and_deputy_are_those_of_the_officer_who_is_asked_for() {
    let (clerk, mut officer, mut deputy) = (sample_staff(), sample_staff(), sample_staff());
    officer.mobile = "010-0000-0001".into();
    deputy.name = "이대행".into();
    let charter = charter("kpf");
    let text = Bilingual {
        ko: "{officer} {mobile} {deputy}".into(),
        en: String::new(),
    };
    let counter = charter.counter("voice");
    let mut people = People {
        clerk: Some(&clerk),
        counter,
        officer: Some(&officer),
        deputy: Some(&deputy),
    };
    let said = people.fill(&text, Lang::Ko);
    assert_eq!(said, "김가상 010-0000-0001 이대행");
    people.deputy = None;
    assert!(people.fill(&text, Lang::Ko).ends_with("[대행자]"));
    people.officer = None;
    assert_eq!(people.fill(&text, Lang::Ko), "[담당자] [휴대전화] [대행자]");
}

#[test]
fn items_are_named_all_by_promise_or_one_by_one() {
    let charter = charter("jndc");
    let items = |list: &str| {
        let found = parse_items(&charter, Channel::Phone, list);
        found.map(|items| items.iter().map(ToString::to_string).collect::<Vec<_>>())
    };
    assert_eq!(
        items("jndc.outreach.contact/2, jndc.phone.repeat").unwrap(),
        ["jndc.outreach.contact/2", "jndc.phone.repeat/1"]
    );
    let contact = items("jndc.outreach.contact jndc.outreach.contact/1").unwrap();
    assert_eq!(contact.len(), 3, "each once");
    let all = items("all").unwrap();
    assert!(all.contains(&"jndc.phone.close/1".to_owned()), "{all:?}");
    let (word, known) = items("jndc.outreach.contact/4").unwrap_err();
    assert_eq!(word, "jndc.outreach.contact/4");
    assert!(known.contains(&"jndc.outreach.contact/3".to_owned()));
}
