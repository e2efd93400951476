//! The holidays: what is asked, what a form sends, what stays when it is left, and how it looks.

use super::*;
use crate::tui::targets::{Gesture, PointerEvent, Target};
use crate::{
    desk::HolidayRequest,
    domain::{
        case::CaseNumber,
        holidays::{HolidayChange, HolidayKind, Holidays},
        rights::Operation,
        staff::Role,
    },
    tui::{
        fixture::{drawn, now, shared},
        front::Front,
        screen::StatusMessage,
    },
};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

fn korean() -> Shared {
    shared(Lang::Ko, (80, 24))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn edit(date: &str, name: &str, change: HolidayChange) -> HolidayEdit {
    HolidayEdit {
        date: day(date),
        name: name.into(),
        change,
        source: "관보 제21000호".into(),
        decided_on: day("2026-05-12"),
        entered_at: now(),
    }
}

fn edits() -> Vec<HolidayEdit> {
    let added = HolidayChange::Added(HolidayKind::Temporary);
    vec![
        edit("2026-11-27", "임시공휴일", added),
        edit("2026-12-25", "기독탄신일", HolidayChange::Removed),
        edit("2025-01-27", "임시공휴일", added),
    ]
}

fn told(screen: &mut HolidayScreen, told: &DeskReply) -> ScreenAnswer {
    screen.update(&ScreenEvent::of(told), &korean())
}

fn press(screen: &mut HolidayScreen, action: Action) -> ScreenAnswer {
    screen.update(&ScreenEvent::Action(action), &korean())
}

fn key(screen: &mut HolidayScreen, code: KeyCode) -> ScreenAnswer {
    let key = KeyEvent::new(code, KeyModifiers::NONE);
    screen.update(&ScreenEvent::Key(key), &korean())
}

fn paste(screen: &mut HolidayScreen, pasted: &str) {
    screen.update(&ScreenEvent::Paste(pasted), &korean());
}

/// The screen with the year 2026 and the edits.
fn opened() -> HolidayScreen {
    let mut screen = HolidayScreen::default();
    screen.update(&ScreenEvent::Opened, &korean());
    let edits = edits();
    let days = Holidays::korean().with_edits(&edits).year(2026);
    told(
        &mut screen,
        &DeskReply::Holiday(HolidayReply::Year(2026, days, edits)),
    );
    screen
}

fn asked(reply: &ScreenAnswer) -> Option<&HolidayRequest> {
    match reply.effects.as_slice() {
        [Effect::Write(Change::Holiday(request))] => Some(request),
        _ => None,
    }
}

fn picture_of(screen: &HolidayScreen, shared: &Shared) -> String {
    drawn(shared, |frame, area, shared| {
        screen.view(frame, area, shared);
    })
}

#[test]
fn it_opens_with_this_year_and_turns_the_years() {
    let mut screen = HolidayScreen::default();
    assert_eq!(
        screen.update(&ScreenEvent::Opened, &korean()),
        ScreenAnswer::ask(Query::Holidays(2026)).and(DraftEffect::Read("holiday".into()))
    );
    // Again at a change of size: the year is read again, the draft is not.
    assert_eq!(
        screen.update(&ScreenEvent::Opened, &korean()),
        ScreenAnswer::ask(Query::Holidays(2026))
    );
    let next = press(&mut screen, Action::Right);
    assert_eq!(next, ScreenAnswer::ask(Query::Holidays(2027)));
    // An answer for another year is passed by.
    told(
        &mut screen,
        &DeskReply::Holiday(HolidayReply::Year(2026, Vec::new(), Vec::new())),
    );
    assert!(screen.days.is_none());
    screen.year = Some(2199);
    assert_eq!(press(&mut screen, Action::Right), ScreenAnswer::none());
    screen.year = Some(2000);
    assert_eq!(press(&mut screen, Action::Left), ScreenAnswer::none());
    assert_eq!(
        press(&mut screen, Action::Back),
        ScreenAnswer::go(Go::Queue)
    );
}

#[test]
fn days_that_staff_removed_stay_in_the_list_and_other_years_do_not() {
    let screen = opened();
    let edited: Vec<(String, bool)> = screen
        .days()
        .iter()
        .filter(|day| day.edit.is_some())
        .map(|day| (day.date.to_string(), day.kind.is_some()))
        .collect();
    assert_eq!(
        edited,
        [
            ("2026-11-27".to_owned(), true),
            ("2026-12-25".to_owned(), false)
        ]
    );
    assert!(screen.days().is_sorted_by_key(|day| day.date));
}

#[test]
fn adding_sends_what_was_typed_and_only_once() {
    let mut screen = opened();
    press(&mut screen, Action::Add);
    assert_eq!(screen.state().key_context, KeyContext::Form);
    paste(&mut screen, "06.03");
    key(&mut screen, KeyCode::Enter);
    paste(&mut screen, " 지방선거 ");
    press(&mut screen, Action::NextField);
    key(&mut screen, KeyCode::Right);
    press(&mut screen, Action::NextField);
    paste(&mut screen, "관보");
    press(&mut screen, Action::NextField);
    let reply = press(&mut screen, Action::Submit);
    assert_eq!(
        asked(&reply),
        Some(&HolidayRequest {
            date: day("2026-06-03"),
            name: "지방선거".into(),
            change: HolidayChange::Added(HolidayKind::Election),
            source: "관보".into(),
            decided_on: Some(day("2026-11-23")),
        })
    );
    assert_eq!(press(&mut screen, Action::Submit), ScreenAnswer::none());
}

#[test]
fn a_form_that_cannot_be_sent_says_why_and_goes_to_the_field() {
    for (date, name, decided, field, said) in [
        ("31", "이름", "", "on", "예: 2026-11-30"),
        ("02-30", "이름", "", "on", "예: 2026-11-30"),
        ("06-03", " ", "", "name", "비어 있습니다"),
        ("06-03", "이름", "x", "decided", "예: 2026-11-30"),
    ] {
        let mut screen = opened();
        press(&mut screen, Action::Add);
        paste(&mut screen, date);
        press(&mut screen, Action::NextField);
        paste(&mut screen, name);
        press(&mut screen, Action::PreviousField);
        press(&mut screen, Action::PreviousField);
        if !decided.is_empty() {
            key(&mut screen, KeyCode::Backspace);
            paste(&mut screen, decided);
        }
        let reply = press(&mut screen, Action::Submit);
        assert!(reply.effects.is_empty(), "{date} {name}");
        let form = &screen.form.as_ref().unwrap().form;
        assert_eq!(form.focused(), field, "{date} {name}");
        let picture = picture_of(&screen, &korean());
        assert!(picture.contains(said), "{picture}");
    }
}

#[test]
fn removing_needs_another_key_than_the_one_that_began_it() {
    let mut screen = opened();
    let first = screen.days()[0].clone();
    assert_eq!(press(&mut screen, Action::Remove), ScreenAnswer::none());
    assert_eq!(press(&mut screen, Action::Remove), ScreenAnswer::none());
    let reply = press(&mut screen, Action::Submit);
    let request = asked(&reply).unwrap();
    assert_eq!(
        (request.date, request.name.as_str(), request.change),
        (first.date, first.name.as_str(), HolidayChange::Removed)
    );
    // What is no holiday any more cannot be removed.
    let mut screen = opened();
    press(&mut screen, Action::Last);
    let reply = press(&mut screen, Action::Remove);
    assert!(matches!(reply.say, Some(StatusMessage::Refused(_))));
    assert_eq!(screen.state().key_context, KeyContext::Years);
}

#[test]
fn after_a_change_the_moved_deadlines_are_told_and_the_year_is_read_again() {
    for (cases, said) in [
        (0, "저장했습니다. 바뀐 기한은 없습니다."),
        (1, "1건의 기한을 다시 계산했습니다."),
        (3, "3건의 기한을 다시 계산했습니다."),
    ] {
        let mut screen = opened();
        press(&mut screen, Action::Add);
        for _ in 0..5 {
            key(&mut screen, KeyCode::Backspace);
        }
        paste(&mut screen, "2027-06-03");
        press(&mut screen, Action::NextField);
        paste(&mut screen, "임시공휴일");
        press(&mut screen, Action::Submit);
        let number = CaseNumber {
            year: 2026,
            serial: 1,
        };
        let subjects = vec![number.into(); cases];
        let reply = told(
            &mut screen,
            &DeskReply::Holiday(HolidayReply::Changed(CalendarImpact { subjects })),
        );
        assert_eq!(reply.say, Some(StatusMessage::Done(said.to_owned())));
        assert_eq!(reply.effects[0], Effect::Read(Query::Holidays(2027)));
        assert!(reply.effects.contains(&Effect::Read(Query::Rules)));
        assert!(
            reply
                .effects
                .contains(&Effect::Draft(DraftEffect::Drop("holiday".into())))
        );
        assert_eq!(screen.state().key_context, KeyContext::Years);
        // The bar goes to the day that was changed.
        let added = vec![edit(
            "2027-06-03",
            "임시공휴일",
            HolidayChange::Added(HolidayKind::Temporary),
        )];
        let days = Holidays::korean().with_edits(&added).year(2027);
        told(
            &mut screen,
            &DeskReply::Holiday(HolidayReply::Year(2027, days, added)),
        );
        assert_eq!(screen.days()[screen.pick.at].date, day("2027-06-03"));
    }
}

#[test]
fn a_refusal_stays_in_the_form_and_it_can_be_sent_again() {
    let mut screen = opened();
    press(&mut screen, Action::Remove);
    press(&mut screen, Action::Submit);
    let forbidden = Role::Clerk.allow(Operation::Holidays).unwrap_err();
    let reply = told(&mut screen, &DeskReply::Failed(Box::new(forbidden.into())));
    // Where it stands in the form it is not told a second time: the line at the bottom points there.
    let Some(StatusMessage::Refused(said)) = &reply.say else {
        panic!("{reply:?}");
    };
    assert!(
        said.contains("칸 아래") && !said.contains("관리자만"),
        "{said}"
    );
    assert!(picture_of(&screen, &korean()).contains("관리자만"));
    assert!(asked(&press(&mut screen, Action::Submit)).is_some());
}

#[test]
fn what_the_desk_refuses_stands_on_the_screen_once() {
    let mut front = Front::demo(Lang::Ko, (80, 24));
    for code in [KeyCode::F(7), KeyCode::Delete, KeyCode::F(9)] {
        front.press(code);
    }
    let picture = front.picture();
    assert_eq!(picture.matches("관리자만").count(), 1, "{picture}");
}

/// A click chooses the kind from its list as a key does.
#[test]
fn what_is_chosen_with_the_mouse_is_kept_on_disk_as_well() {
    let mut screen = opened();
    press(&mut screen, Action::Add);
    key(&mut screen, KeyCode::Down);
    paste(&mut screen, "지방선거");
    let pointed = PointerEvent {
        gesture: Gesture::Click,
        target: Target::Picks { field: 2, first: 0 },
        size: (10, 4),
        at: (0, 1),
    };
    let reply = screen.update(&ScreenEvent::Pointer(pointed), &korean());
    let [Effect::Draft(DraftEffect::Keep { text, .. })] = reply.effects.as_slice() else {
        panic!("{reply:?}");
    };
    assert_eq!(Some(text), screen.draft().map(|(_, text)| text).as_ref());
}

#[test]
fn a_form_that_is_left_is_kept_here_and_on_disk() {
    let mut screen = opened();
    press(&mut screen, Action::Add);
    paste(&mut screen, "06-03");
    key(&mut screen, KeyCode::Down);
    paste(&mut screen, "지방선거");
    let draft = screen.draft().unwrap();
    let reply = press(&mut screen, Action::Back);
    let [Effect::Draft(DraftEffect::Keep { form, text })] = reply.effects.as_slice() else {
        panic!("{reply:?}");
    };
    assert_eq!((form, text), (&draft.0, &draft.1));
    assert_eq!(
        (screen.state().key_context, screen.draft()),
        (KeyContext::Years, None)
    );
    press(&mut screen, Action::Add);
    assert!(picture_of(&screen, &korean()).contains("지방선거"));

    let mut later = opened();
    let reply = told(
        &mut later,
        &DeskReply::Draft(form.clone(), Some(text.clone())),
    );
    assert!(matches!(reply.say, Some(StatusMessage::Done(_))));
    press(&mut later, Action::Add);
    assert_eq!(later.draft(), Some(draft));
    let asks = press(&mut later, Action::Discard);
    assert_eq!(press(&mut later, Action::Discard), asks);
    assert!(asks.effects.is_empty() && later.draft().is_some());
    let reply = key(&mut later, KeyCode::Delete);
    assert_eq!(
        reply.effects,
        [Effect::Draft(DraftEffect::Drop("holiday".into()))]
    );
    assert_eq!(
        (later.state().key_context, later.draft()),
        (KeyContext::Form, None)
    );
    // An empty form leaves nothing behind.
    assert_eq!(
        press(&mut later, Action::Back),
        ScreenAnswer::ask(DraftEffect::Drop("holiday".into()))
    );
    // A broken draft is no reason to fail.
    let broken = DeskReply::Draft("holiday".into(), Some("{".into()));
    assert_eq!(told(&mut later, &broken), ScreenAnswer::none());
}

#[test]
fn on_a_wide_screen_the_year_stands_beside_its_list() {
    for (lang, size) in [(Lang::Ko, (200, 60)), (Lang::En, (300, 100))] {
        let shared = shared(lang, size);
        let mut screen = opened();
        screen.pick.at = screen.days().len() - 2;
        let picture = picture_of(&screen, &shared);
        let week = "20  21  22  23  24 (25) 26";
        assert!(
            picture.contains("▌2026-11-27") && picture.contains(week),
            "{picture}"
        );
        assert!(picture.contains("22 <23> 24  25  26 [27] 28"), "{picture}");
    }
}
