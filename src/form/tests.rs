//! Forms without a terminal: the fields of every action, initial values, faults, drafts and questions.

use super::{edit::Move, *};
use crate::{
    desk::{CaseView, Desk, DutyView, Foundation, Opening},
    domain::{
        charter::{Channel, builtin::builtin_text},
        command::Intake,
        contact::Arrival,
        late::EntryTime,
        party::Party,
    },
    form::{case::ActionKind, contact::ContactEntry, duty::DutyEntry},
};
use serde_json::{Map, Value};
use tempfile::TempDir;

fn desk(folder: &TempDir) -> Desk {
    let opening = Opening {
        path: folder.path().join("desk.db"),
        acting: None,
        now: Some("2026-11-23 14:03".to_owned()),
    };
    let adopt = Foundation {
        charter: builtin_text("gbvc").unwrap(),
        practice: true,
    };
    Desk::found(&opening, &adopt).unwrap()
}

fn case(desk: &mut Desk) -> CaseView {
    let category = desk.rules().unwrap().charter.categories[0].id.clone();
    let intake = Intake {
        channel: Channel::Phone,
        category,
        kind: None,
        title: "응대 불만".to_owned(),
        body: String::new(),
        party: Party::default(),
        needs_review: false,
        on_behalf: false,
        assistance: false,
        anonymous: false,
        happened: None,
        misconduct: None,
        petitioner: crate::domain::petitioner::Petitioner::default(),
        period: String::new(),
        ticked: String::new(),
        arrived_at: None,
        received_at: None,
    };
    let number = desk.intake(&intake).unwrap();
    desk.case(number).unwrap()
}

fn ids(form: &Form) -> Vec<&'static str> {
    form.fields.iter().map(|field| field.id).collect()
}

#[test]
fn the_form_of_every_action_asks_for_its_slots_and_the_time() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder);
    let view = case(&mut desk);
    let people = desk.staff().unwrap();
    for lang in [Lang::Ko, Lang::En] {
        let cx = FormContext {
            lang,
            now: desk.now(),
            actor: Some(desk.actor()),
            people: &people,
        };
        for kind in ActionKind::ALL {
            let form = case::begun(*kind, &view, &[], cx);
            let slots = kind.slots().iter().map(|slot| slot.field.id());
            let mut wanted: Vec<&str> = slots.chain(["at", "late-reason"]).collect();
            if *kind == case::ActionKind::Link {
                // What a person confirms.
                wanted.splice(1..1, ["same-customer", "same-point"]);
            }
            assert_eq!(ids(&form), wanted, "{kind}");
            assert!(form.is_untouched(), "{kind}");
            assert_eq!(form.shown("late-reason"), None, "{kind}");
            for question in form.questions() {
                assert!(!question.label.is_empty(), "{kind} {}", question.id);
            }
        }
    }
}

/// It is Monday 2026-11-23, 14:03; the next working day after Friday is that day.
#[test]
fn a_time_long_past_asks_why_and_the_answer_counts_only_then() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder);
    let view = case(&mut desk);
    let now = desk.now();
    let cx = FormContext {
        lang: Lang::En,
        now,
        actor: Some(desk.actor()),
        people: &[],
    };
    let mut form = case::begun(ActionKind::Note, &view, &[], cx);
    form.set("text", "현장 확인");
    form.set("late-reason", "외근");
    for (at, asked) in [
        ("", false),
        ("13:00", false),
        ("2026-11-20 17:00", false),
        ("2026-11-19 17:00", true),
        ("11-09 17:00", true),
        ("nonsense", false),
        ("2026-11-09 17:00", true),
        ("어제 14:00", false),
    ] {
        form.set("at", at);
        case::follow(&mut form, &view, now);
        assert_eq!(form.shown("late-reason").is_some(), asked, "{at}");
        let questions = form.questions();
        let reason = questions.iter().find(|one| one.id == "late-reason");
        assert_eq!(reason.is_some_and(|one| one.required), asked, "{at}");
        let order = case::order(ActionKind::Note, &form, &view, cx.names(), now);
        if let Ok(order) = order {
            let reason = if asked { "외근" } else { "" };
            assert_eq!(order.time.late_reason, reason, "{at}");
        }
    }
}

#[test]
fn what_the_case_tells_stands_in_the_form_at_first() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder);
    let view = case(&mut desk);
    let cx = FormContext {
        lang: Lang::Ko,
        now: desk.now(),
        actor: None,
        people: &[],
    };
    for (kind, id, value) in [
        (
            ActionKind::Assign,
            "department",
            view.case.department.as_str(),
        ),
        (ActionKind::Consult, "department", ""),
        (ActionKind::Appoint, "visit", "2026-11-25 14:00"),
        (ActionKind::Supplement, "until", "2026-11-30"),
        (ActionKind::Correct, "fact", "1"),
    ] {
        let form = case::begun(kind, &view, &[], cx);
        assert_eq!(form.value(id), value, "{kind} {id}");
    }
}

#[test]
fn every_form_of_a_contact_has_a_field_and_its_draft_a_name() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder);
    let number = desk
        .arrive(&Arrival::new(Channel::Visit), &EntryTime::NOW)
        .unwrap();
    let view = desk.contact(number).unwrap();
    let cx = FormContext {
        lang: Lang::En,
        now: desk.now(),
        actor: Some(desk.actor()),
        people: &[],
    };
    let mut drafts = Vec::new();
    for asked in ContactEntry::ALL {
        let form = contact::form(*asked, &view, cx);
        assert!(form.has("items"), "{asked}");
        drafts.push(asked.draft(number));
        // Without the minutes, and without a way that is one, there is no command.
        let read = contact::read(*asked, &form, &view, cx);
        assert_eq!(read.is_ok(), *asked != ContactEntry::TellWait, "{asked}");
    }
    assert!(drafts[0].starts_with("contact-C2026-"), "{drafts:?}");
    drafts.sort();
    drafts.dedup();
    assert_eq!(drafts.len(), ContactEntry::ALL.len());
}

#[test]
fn a_date_that_is_none_is_told_of_the_field_of_a_duty() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder);
    desk.begin_duties().unwrap();
    let year = desk.duty_year(2026).unwrap();
    let view: DutyView = year.duties.into_iter().next().unwrap();
    let about = duty::DutyTarget::Duty(Box::new(view), None);
    let cx = FormContext {
        lang: Lang::Ko,
        now: desk.now(),
        actor: Some(desk.actor()),
        people: &[],
    };
    for (deed, id, field) in [
        (DutyEntry::Schedule, "on", Field::On),
        (DutyEntry::Finish, "at", Field::At),
    ] {
        let mut form = deed.form(&about, cx);
        form.set(id, "언젠가");
        let fault = deed.ask(&about, &form, cx).unwrap_err();
        assert_eq!((fault.field, fault.fault), (field, ValueFault::Form));
        form.set(id, "2026-11-20");
        assert!(deed.ask(&about, &form, cx).is_ok(), "{id}");
    }
}

fn form() -> Form {
    let picks = [("phone", "전화"), ("visit", "방문"), ("web", "인터넷")];
    let picks = picks.map(|(id, name)| Pick::new(id, name));
    Form::new(
        vec![
            FormField::choice(Field::Channel, picks.to_vec(), Lang::Ko),
            FormField::line(Field::Title, 10, "한 줄로", Lang::Ko).required(),
            FormField::text(Field::Body, 100, 2, "", Lang::Ko),
            FormField::toggle("anonymous", "익명"),
            FormField::checks(Field::Items, Vec::new(), Lang::Ko),
        ],
        Lang::Ko,
    )
}

#[test]
fn a_draft_holds_what_was_changed_and_comes_back() {
    let mut form = form();
    assert!(form.is_untouched() && form.draft().is_empty());
    for (id, value) in [
        ("channel", "visit"),
        ("body", "가\n나"),
        ("anonymous", "yes"),
    ] {
        form.set(id, value);
    }
    let draft = form.draft();
    assert_eq!(
        Value::Object(draft.clone()).to_string(),
        r#"{"anonymous":"yes","body":"가\n나","channel":"visit"}"#
    );
    let mut other = self::form();
    assert!(other.restore(&draft));
    assert_eq!(other.draft(), draft);
    other.reset();
    assert!(other.is_untouched());
    let strange: Map<String, Value> =
        serde_json::from_str(r#"{"nothing":"x","channel":"pigeon","title":7}"#).unwrap();
    assert!(!other.restore(&strange));
}

#[test]
fn a_paste_that_is_too_long_is_left_out_and_says_so() {
    let fields = vec![FormField::line(Field::Title, 200, "", Lang::Ko)];
    let mut form = Form::new(fields, Lang::Ko);
    form.paste("그대로");
    for length in [201, 1 << 20] {
        assert_eq!(form.paste(&"가".repeat(length)), InputOutcome::Moved);
        let said = form.fields[0].fault.clone().unwrap_or_default();
        assert!(
            said.contains(&length.to_string()) && said.contains("200"),
            "{said}"
        );
    }
    assert_eq!(form.value("title"), "그대로");
    assert_eq!(form.paste("!"), InputOutcome::Changed);
    assert_eq!(form.fields[0].fault, None);
}

#[test]
fn faults_stand_at_their_fields_until_those_change() {
    let mut form = form();
    form.set_faults(&[FieldFault {
        field: Field::Title,
        fault: ValueFault::Missing,
    }]);
    assert_eq!(form.focused(), "title");
    let faulty = |form: &Form| {
        let questions = form.questions().into_iter();
        questions.filter(|it| it.fault.is_some()).count()
    };
    assert_eq!(faulty(&form), 1);
    assert_eq!(
        form.take(EditCommand::Go(Move::Left)),
        InputOutcome::Nothing
    );
    assert_eq!(faulty(&form), 1);
    assert_eq!(form.take(EditCommand::Type('가')), InputOutcome::Changed);
    assert_eq!(faulty(&form), 0);
}

#[test]
fn the_fields_are_the_questions_and_what_has_nothing_to_tick_is_none() {
    let mut form = form();
    let asked = form.questions();
    let takes: Vec<_> = asked.iter().map(|it| (it.id, it.required)).collect();
    let wanted = [("channel", false), ("title", true), ("body", false)];
    assert_eq!(takes[..3], wanted);
    assert_eq!(asked.len(), 4);
    assert!(matches!(&asked[0].takes, Answer::Among(picks) if picks.len() == 3));
    assert_eq!(
        (&*asked[1].hint, &asked[2].takes),
        ("한 줄로", &Answer::Lines)
    );
    form.offer("items", vec![Pick::new("a/1", "이름 확인")]);
    form.set_hint("title", "짧게".to_owned());
    let asked = form.questions();
    assert!(matches!(asked[4].takes, Answer::Several(_)));
    assert_eq!(asked[1].hint, "짧게");
}
