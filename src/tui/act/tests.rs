//! The menu and the forms of actions before a real desk.

mod sent;

use super::*;
use crate::{
    desk::{CaseView, EarlierCase},
    domain::{
        case::CaseNumber,
        charter::Detail,
        command::{Appointment, Command, Handling, Ladder, Redress, Timing},
        fact::{Outcome, SuspensionReason},
        refusal::{LadderRefusal, Refusal, SupplementRefusal},
        rights::Operation,
        staff::Role,
    },
    tui::{
        effect::{CaseReply, DeskReply, Effect, Query},
        form::bench::{Bench, key},
        keymap::Action,
        screen::{Go, Screen, ScreenAnswer, ScreenEvent, StatusMessage},
        targets::Drawing,
    },
    words::{Lang, Say},
};
use ratatui::crossterm::event::KeyCode;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);

fn case(bench: &mut Bench, number: CaseNumber) -> (Box<CaseView>, Vec<EarlierCase>) {
    match bench.perform(Effect::Read(Query::Case(number))) {
        Some(DeskReply::Case(CaseReply::Read(view, earlier))) => (view, earlier),
        other => panic!("{other:?}"),
    }
}

/// A desk with an answered case of one person and a new one of the same matter.
fn twice(size: (u16, u16)) -> (Bench, CaseNumber) {
    let mut bench = Bench::new(size);
    bench.set_clock("2026-11-02 10:00");
    let first = bench.complaint("상담 전화 응대 불만");
    let text = "교육하였습니다.".to_owned();
    let outcome = Outcome::Accepted;
    let remedy = String::new();
    let answer = Handling::Answer {
        outcome,
        text,
        ground: String::new(),
        remedy,
    };
    bench.run(first, Command::Handling(answer));
    bench.set_clock("2026-11-20 10:00");
    let number = bench.complaint("상담 전화 응대 또 불만");
    bench.set_clock("2026-11-23 14:03");
    (bench, number)
}

fn step_one() -> Command {
    Command::Ladder(Ladder::StepOne {
        department: "고객지원팀".into(),
        officer: "kim".into(),
        instruction: "사실 확인".into(),
    })
}

struct Act {
    bench: Bench,
    screen: ActScreen,
}

impl Act {
    fn new(kind: ActionKind, mut bench: Bench, number: CaseNumber) -> Self {
        let (view, earlier) = case(&mut bench, number);
        let screen = ActScreen::new(kind, view, earlier, &bench.shared);
        let mut act = Self { bench, screen };
        act.send_event(&ScreenEvent::Opened);
        act
    }

    fn send_event(&mut self, event: &ScreenEvent<'_>) -> ScreenAnswer {
        let screen = &mut self.screen;
        self.bench
            .send_event(event, &mut |event, shared| screen.update(event, shared))
    }

    fn act(&mut self, action: Action) -> ScreenAnswer {
        self.send_event(&ScreenEvent::Action(action))
    }

    fn fill(&mut self, texts: &[&str]) {
        for text in texts {
            self.send_event(&ScreenEvent::Paste(text));
            self.act(Action::NextField);
        }
    }

    fn drawn(&self) -> String {
        let view = |frame: &mut ratatui::Frame<'_>, area, shared: &Drawing<'_>| {
            self.screen.view(frame, area, shared);
        };
        self.bench.picture(view).0
    }
}

#[test]
fn the_menu_puts_first_what_is_possible_and_says_why_the_rest_is_not() {
    for size in [SMALL, LARGE, (60, 16)] {
        let (mut bench, number) = twice(size);
        let (view, _) = case(&mut bench, number);
        let mut menu = MenuScreen::new(view, &bench.shared);
        let drawn = |menu: &MenuScreen| {
            let view = |frame: &mut ratatui::Frame<'_>, area, shared: &Drawing<'_>| {
                menu.view(frame, area, shared);
            };
            bench.picture(view).0
        };
        let top = drawn(&menu);
        assert!(top.contains("지금 가능 28"), "{top}");
        menu.update(&ScreenEvent::Action(Action::Last), &bench.shared);
        let end = drawn(&menu);
        let marks = |picture: &str| -> Vec<bool> {
            let marks = picture.lines().filter_map(|row| row.chars().nth(1));
            let marks = marks.filter(|mark| matches!(mark, '●' | '○'));
            marks.map(|mark| mark == '○').collect()
        };
        for picture in [&top, &end] {
            assert!(marks(picture).is_sorted(), "{picture}");
        }
        assert_eq!(marks(&top).first(), Some(&false), "{top}");
        let why = "▌○ 방문 이행         약속한 방문이 없습니다. ";
        assert!(end.contains(why), "{end}");
    }
}

#[test]
fn the_menu_opens_what_is_possible_and_tells_the_reason_otherwise() {
    let (mut bench, number) = twice(SMALL);
    let (view, _) = case(&mut bench, number);
    let mut menu = MenuScreen::new(view, &bench.shared);
    let shared = bench.shared.clone();
    let mut act = |action| menu.update(&ScreenEvent::Action(action), &shared);
    assert_eq!(
        act(Action::Open).go,
        Some(Go::Act(number, ActionKind::Assign))
    );
    act(Action::Down);
    assert_eq!(
        act(Action::Open).go,
        Some(Go::Act(number, ActionKind::Acknowledge))
    );
    act(Action::Last);
    let reply = act(Action::Open);
    assert!(
        reply.go.is_none() && matches!(reply.say, Some(StatusMessage::Refused(_))),
        "{reply:?}"
    );
    act(Action::First);
    act(Action::Up);
    assert_eq!(
        act(Action::Open).go,
        Some(Go::Act(number, ActionKind::Assign))
    );
    assert_eq!(act(Action::Back).go, Some(Go::Case(number)));
}

#[test]
fn what_is_possible_is_what_the_domain_decides() {
    let (mut bench, number) = twice(SMALL);
    let refusal = |bench: &mut Bench, kind| {
        let (view, _) = case(bench, number);
        view.check(kind, bench.shared.by()).err()
    };
    for kind in [
        ActionKind::Assign,
        ActionKind::Reply,
        ActionKind::StepOne,
        ActionKind::Link,
        ActionKind::Merge,
        ActionKind::Extend,
        ActionKind::Supplement,
        ActionKind::Correct,
        ActionKind::Withdraw,
    ] {
        assert_eq!(refusal(&mut bench, kind), None, "{kind}");
    }
    for (kind, why) in [
        (ActionKind::Accept, Refusal::AlreadyDone),
        (ActionKind::Close, Refusal::NotAnswered),
        (ActionKind::Resume, Refusal::NotPaused),
        (ActionKind::Return, SupplementRefusal::NotAsked.into()),
        (ActionKind::StepTwo, LadderRefusal::LinkNeeded.into()),
        (
            ActionKind::CloseAsRepeat,
            Refusal::NotRepeated {
                cases: 1,
                results: 0,
            },
        ),
        (ActionKind::Consulted, Refusal::NoConsultation),
    ] {
        assert_eq!(refusal(&mut bench, kind), Some(why), "{kind}");
    }
    bench.run(number, step_one());
    let unlinked = LadderRefusal::LinkNeeded.into();
    assert_eq!(refusal(&mut bench, ActionKind::StepTwo), Some(unlinked));
    let earlier = CaseNumber {
        year: 2026,
        serial: 1,
    };
    bench.run(
        number,
        Command::Ladder(Ladder::Link {
            earlier,
            see_also: false,
            reason: String::new(),
        }),
    );
    assert_eq!(refusal(&mut bench, ActionKind::StepTwo), None);
    let (result, apology) = ("교육".into(), "죄송합니다.".into());
    bench.run(number, Command::Ladder(Ladder::StepTwo { result, apology }));
    let untold = LadderRefusal::LettersUntold.into();
    assert_eq!(refusal(&mut bench, ActionKind::StepThree), Some(untold));
    bench.shared.actor.as_mut().unwrap().role = Role::Clerk;
    assert_eq!(
        refusal(&mut bench, ActionKind::StepThree),
        Some(Role::Clerk.allow(Operation::StepThree).unwrap_err().into())
    );
}

#[test]
fn the_form_of_the_second_step_shows_the_ladder() {
    {
        let (mut bench, number) = twice((200, 60));
        bench.run(number, step_one());
        let earlier = CaseNumber {
            year: 2026,
            serial: 1,
        };
        bench.run(
            number,
            Command::Ladder(Ladder::Link {
                earlier,
                see_also: false,
                reason: String::new(),
            }),
        );
        let mut act = Act::new(ActionKind::StepTwo, bench, number);
        act.fill(&["담당자를 교육하고 통화 절차를 고쳤습니다."]);
        let drawn = act.drawn();
        for row in [
            " ① 1차  11/23 (월) 14:03 김가상 기록 → 고객지원팀 김가상 ",
            " ○ 2차  지금 기록할 수 있습니다. ",
            " ○ 3차  2차 조치가 없어 3차 조치를 기록할 수 없습니다. 2차 조치를 먼저 기록해 주세요. ",
            "조치 결과* 담당자를 교육하고 통화 절차를 고쳤습니다. ",
            "▌사과문*    민원인에게 보낼 사과문 ",
            "│   2026-000001",
        ] {
            assert!(drawn.contains(row), "{row}\n{drawn}");
        }
    }
}

#[test]
fn a_dangerous_action_says_what_will_happen_and_a_link_offers_cases() {
    let (mut bench, number) = twice(SMALL);
    bench.shared.lang = Lang::En;
    let act = Act::new(ActionKind::Withdraw, bench, number);
    let warning = "\n careful: Records the withdrawal; the case ends. Only F9 records it.\n";
    assert!(act.drawn().contains(warning), "{}", act.drawn());
    let (bench, number) = twice(SMALL);
    let act = Act::new(ActionKind::Link, bench, number);
    let offered = "▌2026-000001  92% [같은 내용] [연결] 11/02 (월) · 답변완료 ";
    assert!(act.drawn().contains(offered), "{}", act.drawn());
}

#[test]
fn an_extension_shows_the_date_that_will_be_told() {
    let (bench, number) = twice(SMALL);
    let mut act = Act::new(ActionKind::Extend, bench, number);
    let dates = "처리기한 11/30 (월) → 12/09 (수) (민원인에게 알릴 날짜)\n";
    assert!(act.drawn().contains(dates), "{}", act.drawn());
    act.screen.draft.form.set("days", "8");
    assert!(act.drawn().contains("7일"), "{}", act.drawn());
    act.screen.draft.form.set("days", "많이");
    let reply = act.act(Action::Submit);
    assert!(reply.effects.is_empty() && matches!(reply.say, Some(StatusMessage::Refused(_))));
}

#[test]
fn every_size_is_drawn_with_the_cursor_inside() {
    let (mut bench, number) = twice(SMALL);
    bench.run(number, step_one());
    let mut act = Act::new(ActionKind::StepTwo, bench, number);
    let (view, _) = case(&mut act.bench, number);
    let menu = MenuScreen::new(view, &act.bench.shared);
    for size in crate::tui::form::bench::SIZES {
        act.bench.shared.size = size;
        act.act(Action::NextField);
        act.drawn();
        let (_, at) = act.bench.picture(|frame, area, shared| {
            menu.view(frame, area, shared);
        });
        assert!(at.x < size.0 && at.y < size.1);
    }
}

#[test]
fn an_inspection_that_lasts_can_be_lengthened_once() {
    let (mut bench, number) = twice(SMALL);
    let suspend = || {
        Command::Timing(Timing::Suspend {
            reason: SuspensionReason::Inspection,
            text: "현장조사".into(),
        })
    };
    for why in [None, Some(Refusal::InspectionOver)] {
        bench.run(number, suspend());
        let (view, _) = case(&mut bench, number);
        let refused = view.check(ActionKind::Suspend, bench.shared.by()).err();
        assert_eq!(refused, why);
    }
}

#[test]
fn an_officer_is_typed_by_name_or_login_and_kept_by_login() {
    for typed in ["김가상", "kim"] {
        let (bench, number) = twice(SMALL);
        let mut act = Act::new(ActionKind::Assign, bench, number);
        act.screen.draft.form.set("officer", typed);
        act.act(Action::Submit);
        let (view, earlier) = case(&mut act.bench, number);
        assert_eq!(view.case.officer, "kim");
        let context = act.bench.shared.context();
        let form = fields::begun(ActionKind::Assign, &view, &earlier, context);
        assert_eq!(form.value("officer"), "김가상");
    }
}

#[test]
fn every_kind_has_its_own_name_and_sentence() {
    for lang in [Lang::Ko, Lang::En] {
        let mut said: Vec<_> = ActionKind::ALL
            .iter()
            .flat_map(|kind| [kind.say(lang), kind.does().get(lang).to_owned()])
            .collect();
        said.sort();
        let all = said.len();
        said.dedup();
        assert_eq!(said.len(), all);
    }
}
