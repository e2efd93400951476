//! The intake form before a real desk.

use super::*;
use crate::{
    domain::{
        command::{Command, Handling},
        fact::Outcome,
    },
    tui::{
        effect::DraftEffect,
        form::bench::{Bench, key},
        screen::StatusMessage,
    },
    words::Lang,
};
use ratatui::{crossterm::event::KeyCode, layout::Position};

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);
const HUGE: (u16, u16) = (300, 100);

struct Desk {
    bench: Bench,
    screen: IntakeScreen,
}

impl Desk {
    fn new(size: (u16, u16)) -> Self {
        Self::of(Bench::new(size))
    }

    fn of(bench: Bench) -> Self {
        let mut desk = Self {
            bench,
            screen: IntakeScreen::default(),
        };
        desk.send_event(&ScreenEvent::Opened);
        desk
    }

    fn send_event(&mut self, event: &ScreenEvent<'_>) -> ScreenAnswer {
        let screen = &mut self.screen;
        self.bench
            .send_event(event, &mut |event, shared| screen.update(event, shared))
    }

    fn act(&mut self, action: Action) -> ScreenAnswer {
        self.send_event(&ScreenEvent::Action(action))
    }

    fn fill(&mut self, id: &str, text: &str) -> ScreenAnswer {
        self.focus(id);
        let mut last = ScreenAnswer::none();
        for c in text.chars() {
            last = self.send_event(&ScreenEvent::Key(key(KeyCode::Char(c))));
        }
        self.act(Action::NextField);
        last
    }

    fn focus(&mut self, id: &str) {
        self.screen.draft.as_mut().unwrap().form.focus(id);
    }

    fn drawn(&self) -> (String, Position) {
        self.bench.picture(|frame, area, shared| {
            self.screen.view(frame, area, shared);
        })
    }

    fn value(&self, id: &str) -> &str {
        self.screen.draft.as_ref().unwrap().form.value(id)
    }
}

/// A desk where the person of the bench has been twice.
fn known(size: (u16, u16)) -> Desk {
    let mut bench = Bench::new(size);
    bench.set_clock("2026-11-02 10:00");
    let first = bench.complaint("상담 전화 응대 불만");
    bench.run(
        first,
        Command::Handling(Handling::Answer {
            outcome: Outcome::Accepted,
            text: "교육하였습니다.".into(),
            ground: String::new(),
            remedy: String::new(),
        }),
    );
    bench.complaint("교육장 냉방");
    bench.set_clock("2026-11-23 14:03");
    let mut desk = Desk::of(bench);
    desk.fill("channel", "2");
    desk.fill("category", "2");
    desk.fill("title", "상담 전화 응대 불만 다시");
    desk.fill("name", "홍길동");
    desk.fill("phone", "01012345678");
    desk
}

#[test]
fn what_is_asked_when_the_form_opens() {
    let mut screen = IntakeScreen::default();
    let bench = Bench::new(SMALL);
    let reply = screen.update(&ScreenEvent::Opened, &bench.shared);
    assert!(
        matches!(reply.effects.as_slice(), [Effect::Draft(DraftEffect::Read(form)), Effect::Read(Query::Preview(_))] if form == "intake"),
        "{reply:?}"
    );
    assert_eq!(
        screen.update(&ScreenEvent::Opened, &bench.shared),
        ScreenAnswer::none(),
        "a new size asks for nothing"
    );
    assert_eq!(screen.state().text_input.and_then(TextInput::draft), None);
}

#[test]
fn an_empty_form_in_ascii() {
    let mut bench = Bench::new(SMALL);
    bench.shared.lang = Lang::En;
    bench.shared.symbols = crate::tui::symbols::Symbols::of(crate::form::text::Alphabet::Ascii);
    let drawn = Desk::of(bench).drawn().0;
    assert!(
        drawn.is_ascii() && drawn.contains("\n title*       in one line\n"),
        "{drawn}"
    );
}

#[test]
fn faults_stand_under_their_fields() {
    for size in [SMALL, LARGE] {
        let mut desk = Desk::new(size);
        desk.fill("phone", "전화없음");
        desk.fill("email", "x");
        desk.fill("more", " ");
        desk.fill("arrived", "어제");
        let reply = desk.act(Action::Submit);
        assert!(reply.effects.is_empty());
        assert_eq!(
            reply.say,
            Some(StatusMessage::Refused(
                "고칠 곳이 4곳 있습니다. 칸 아래를 확인해 주세요.".into()
            ))
        );
        assert_eq!(desk.screen.draft.as_ref().unwrap().form.focused(), "title");
        let drawn = desk.drawn().0;
        let rows: Vec<&str> = drawn.lines().collect();
        for (field, fault) in [
            ("▌제목*", "제목: 비어 있습니다. 입력해 주세요."),
            (
                "전화없음",
                "전화번호: 형식이 맞지 않습니다. 예: 010-1234-5678",
            ),
            (
                " 이메일    x ",
                "이메일: 형식이 맞지 않습니다. 예: name@example.org",
            ),
        ] {
            let at = rows.iter().position(|row| row.contains(field)).unwrap();
            assert!(rows[at + 1].contains(fault), "{drawn}");
        }
    }
}

#[test]
fn what_it_opens_and_what_came_before_stand_beside_it() {
    for (size, lang, opens, came) in [
        (
            LARGE,
            Lang::Ko,
            "열리는 기한",
            "같은 민원인의 이전 민원(유사도)",
        ),
        (
            HUGE,
            Lang::Ko,
            "열리는 기한",
            "같은 민원인의 이전 민원(유사도)",
        ),
        (
            HUGE,
            Lang::En,
            "Deadlines that open",
            "Earlier cases (similarity)",
        ),
    ] {
        let mut desk = known(size);
        desk.bench.shared.lang = lang;
        desk.act(Action::Link);
        let drawn = desk.drawn().0;
        for part in [opens, came, "2026-000001"] {
            assert!(drawn.contains(part), "{part}\n{drawn}");
        }
    }
}

#[test]
fn the_earlier_case_is_chosen_by_one_key_and_linked() {
    let mut desk = known(SMALL);
    let numbers: Vec<_> = desk.screen.earlier.iter().map(|case| case.number).collect();
    assert_eq!(numbers.len(), 2);
    assert!(desk.screen.earlier[0].alike);
    for link in [Some(numbers[0]), Some(numbers[1]), None, Some(numbers[0])] {
        desk.act(Action::Link);
        assert_eq!(desk.screen.link(), link);
    }
    let reply = desk.act(Action::Submit);
    let Some(Go::Case(number)) = reply.go else {
        panic!("{reply:?}")
    };
    assert_eq!(
        reply.say,
        Some(StatusMessage::Done("2026-000003 접수했습니다.".into()))
    );
    let desk = desk.bench.session.desk.as_mut().unwrap();
    assert_eq!(desk.case(number).unwrap().case.links, [numbers[0]]);
    assert_eq!(desk.draft("intake").unwrap(), None);
}

#[test]
fn a_draft_is_kept_as_it_is_typed_and_comes_back() {
    let mut desk = known(SMALL);
    desk.act(Action::Link);
    let draft = desk.screen.state().text_input.and_then(TextInput::draft);
    assert_eq!(desk.act(Action::Back).go, Some(Go::Queue));
    let mut again = Desk::of(desk.bench);
    assert_eq!(
        again.screen.state().text_input.and_then(TextInput::draft),
        draft
    );
    assert_eq!(again.value("title"), "상담 전화 응대 불만 다시");
    assert!(again.screen.link().is_some() && again.screen.earlier.len() == 2);
    let say = |reply: ScreenAnswer| match reply.say {
        Some(StatusMessage::Done(said)) => said,
        other => panic!("{other:?}"),
    };
    let asked = "입력한 내용을 모두 지우려면 Delete 키를 누르세요. 다른 키를 누르면 그대로 둡니다.";
    let delete = ScreenEvent::Key(key(KeyCode::Delete));
    assert_eq!(say(again.act(Action::Discard)), asked);
    again.fill("address", "a");
    again.send_event(&delete);
    assert_eq!(again.value("title"), "상담 전화 응대 불만 다시");
    assert_eq!(say(again.act(Action::Discard)), asked);
    // The key that asks never answers.
    assert_eq!(say(again.act(Action::Discard)), asked);
    assert_eq!(say(again.send_event(&delete)), "비웠습니다.");
    assert_eq!(
        again.screen.state().text_input.and_then(TextInput::draft),
        None
    );
    assert!(again.screen.earlier.is_empty());
    let kept = again
        .bench
        .perform(Effect::Draft(DraftEffect::Read("intake".into())));
    assert!(matches!(kept, Some(DeskReply::Draft(_, None))));
}

#[test]
fn the_desk_is_asked_only_for_what_changed() {
    let mut desk = Desk::new(SMALL);
    let effects = |desk: &mut Desk, id: &str, c: char| {
        desk.focus(id);
        let shared = desk.bench.shared.clone();
        let reply = desk
            .screen
            .update(&ScreenEvent::Key(key(KeyCode::Char(c))), &shared);
        let names = reply.effects.iter().map(|effect| match effect {
            Effect::Draft(DraftEffect::Keep { .. }) => "keep",
            Effect::Draft(DraftEffect::Drop(_)) => "drop",
            Effect::Read(Query::Preview(_)) => "preview",
            Effect::Read(Query::Earlier { .. }) => "earlier",
            Effect::Read(Query::Similar { .. }) => "similar",
            _ => "other",
        });
        names.collect::<Vec<_>>()
    };
    assert_eq!(effects(&mut desk, "title", '냉'), ["keep"]);
    assert_eq!(
        effects(&mut desk, "category", '5'),
        ["keep", "preview", "similar"]
    );
    assert_eq!(effects(&mut desk, "email", 'a'), ["keep", "preview"]);
    for c in "010123".chars() {
        assert_eq!(effects(&mut desk, "phone", c), ["keep"]);
    }
    assert_eq!(
        effects(&mut desk, "phone", '4'),
        ["keep", "similar", "earlier"]
    );
    // Words are looked up once they are left.
    assert_eq!(effects(&mut desk, "title", '방'), ["keep"]);
    let shared = desk.bench.shared.clone();
    let left = desk
        .screen
        .update(&ScreenEvent::Action(Action::NextField), &shared);
    assert!(
        matches!(left.effects.as_slice(), [Effect::Read(Query::Similar { title, .. }), Effect::Read(Query::Earlier { text, .. })] if text == "냉방" && title == text),
        "{left:?}"
    );
}

#[test]
fn what_the_desk_refuses_is_told_and_the_text_is_kept() {
    let mut desk = known(SMALL);
    // Sent, and not answered yet.
    let shared = desk.bench.shared.clone();
    let submit = ScreenEvent::Action(Action::Submit);
    let sent = desk.screen.update(&submit, &shared);
    assert_eq!(sent.effects.len(), 1);
    let again = desk.act(Action::Submit);
    assert!(
        again.effects.is_empty(),
        "a second F9 does not send it twice"
    );
    let error = DeskError::NoCharter;
    let told = DeskReply::Failed(Box::new(error));
    let reply = desk.send_event(&ScreenEvent::of(&told));
    assert!(matches!(reply.say, Some(StatusMessage::Refused(_))));
    assert_eq!(desk.value("name"), "홍길동");
    assert!(desk.act(Action::Submit).go.is_some());
}

#[test]
fn the_list_of_categories_lies_over_the_fields_and_esc_closes_it() {
    let mut desk = known(SMALL);
    desk.focus("category");
    desk.send_event(&ScreenEvent::Key(key(KeyCode::Right)));
    let drawn = desk.drawn().0;
    assert!(drawn.contains("│▌3 시설·교육환경 불편   │"), "{drawn}");
    assert!(drawn.contains("9 정보공개 청구"), "{drawn}");
    assert_eq!(desk.act(Action::Back), ScreenAnswer::none());
    assert!(!desk.drawn().0.contains("정보공개 청구"));
    assert_eq!(desk.act(Action::Back).go, Some(Go::Queue));
}

#[test]
fn every_size_is_drawn_with_the_cursor_inside() {
    let mut desk = known(SMALL);
    desk.fill("body", "에어컨이 나오지 않습니다.");
    for size in crate::tui::form::bench::SIZES {
        desk.bench.shared.size = size;
        for id in ["category", "body", "phone", "received"] {
            desk.focus(id);
            desk.send_event(&ScreenEvent::Key(key(KeyCode::End)));
            let (_, at) = desk.drawn();
            assert!(at.x < size.0 && at.y < size.1, "{size:?}");
        }
    }
}

#[test]
fn the_cursor_stands_where_the_korean_input_method_composes() {
    for (size, y) in [(SMALL, 9), (LARGE, 18)] {
        let mut desk = Desk::new(size);
        desk.fill("name", "홍");
        desk.act(Action::PreviousField);
        let (picture, at) = desk.drawn();
        assert_eq!(at.y, y, "{picture}");
        let row = picture.lines().nth(usize::from(at.y)).unwrap();
        let before: String = row.split("홍").next().unwrap().to_owned();
        assert_eq!(
            crate::tui::text::width(&before) + 2,
            usize::from(at.x),
            "{picture}"
        );
    }
}

/// A call under the charter with the longest checklist of a call.
fn call() -> Desk {
    let mut desk = Desk::of(Bench::under("jndc", SMALL));
    let phone = crate::domain::charter::Channel::Phone.id();
    let form = &mut desk.screen.draft.as_mut().unwrap().form;
    form.set("channel", phone);
    update_dependents(form, &desk.bench.shared);
    desk.fill("title", "보상금 문의");
    desk
}

#[test]
fn what_is_checked_stands_in_the_form_and_is_recorded_with_the_receipt() {
    let mut desk = call();
    desk.focus("items");
    for pressed in [' ', '4'] {
        desk.send_event(&ScreenEvent::Key(key(KeyCode::Char(pressed))));
    }
    let drawn = desk.drawn().0;
    assert!(drawn.contains("▌점검 항목 [x] 메모하며 듣고 "), "{drawn}");
    assert_eq!(drawn.matches("[x] ").count(), 2, "{drawn}");
    let reply = desk.act(Action::Submit);
    let Some(Go::Case(number)) = reply.go else {
        panic!("{reply:?}");
    };
    let desk = desk.bench.session.desk.as_mut().unwrap();
    let view = desk.case(number).unwrap();
    let ticked: Vec<String> = view.case.ticked.iter().map(ToString::to_string).collect();
    assert_eq!(ticked, ["jndc.phone.repeat/1", "jndc.conduct.no-gifts/1"]);
    assert_eq!(view.facts.len(), 2, "the receipt, and what was checked");
}

#[test]
fn what_was_checked_is_in_the_draft_and_what_does_not_belong_here_is_not_sent() {
    let mut desk = call();
    desk.focus("items");
    desk.send_event(&ScreenEvent::Key(key(KeyCode::Char('1'))));
    let (form, text) = desk
        .screen
        .state()
        .text_input
        .and_then(TextInput::draft)
        .unwrap();
    let mut again = Desk::of(Bench::under("jndc", SMALL));
    let draft = DeskReply::Draft(form, Some(text));
    again.send_event(&ScreenEvent::of(&draft));
    assert_eq!(again.value("items"), "jndc.phone.repeat/1");
    // A visitor is not on the line; the tick comes back with the call.
    for (channel, items) in [("visit", ""), ("phone", "jndc.phone.repeat/1")] {
        again.focus("channel");
        let kept = again.screen.draft.as_mut().unwrap();
        kept.form.set("channel", channel);
        update_dependents(&mut kept.form, &again.bench.shared);
        assert_eq!(again.value("items"), items, "{channel}");
    }
}

#[test]
fn without_anything_to_check_the_keys_pass_over_the_list() {
    let mut desk = Desk::new(SMALL);
    let web = crate::domain::charter::Channel::Web.id();
    let form = &mut desk.screen.draft.as_mut().unwrap().form;
    form.set("channel", web);
    update_dependents(form, &desk.bench.shared);
    desk.focus("happened");
    desk.act(Action::NextField);
    let form = &desk.screen.draft.as_ref().unwrap().form;
    assert_eq!(form.focused(), "channel");
    assert!(!desk.drawn().0.contains("점검 항목"));
}
