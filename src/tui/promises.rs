//! What proves on a screen the guides of the ledger, and the policies that a hint helps to keep: each is seen where it helps.

use super::front::Front;
use crate::{
    domain::{
        case::CaseNumber,
        charter::{Channel, Charter, Detail, builtin::builtin},
        command::{ActionKind, Command, Intake, Redress},
        party::Party,
    },
    words::{Lang, Say},
};
use ratatui::crossterm::event::KeyCode;
use std::collections::{BTreeMap, BTreeSet};

/// Where a promise is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Where {
    /// At a visit that has just begun.
    Visit,
    /// At a call that has just begun.
    Call,
    /// On a case that is open.
    Case,
    /// In the form that takes a matter in, which came by telephone.
    Intake,
    /// In the form of an action.
    Form(ActionKind),
    /// When names are shown.
    Unmasked,
}

/// Ids of the ledger, and where each is seen.
const SEEN: &[(Where, &[&str])] = &[
    (
        Where::Visit,
        &[
            "jndc.visit.first",
            "jndc.visit.no-officer",
            "kpf.visit.first",
            "kpf.visit.absent",
            "kpf.visit.facilities",
            "kpf.visit.farewell",
            "koreha.visit.greet",
            "koreha.visit.absent",
            "wonju.visit.greet",
            "wonju.visit.busy",
            "wonju.visit.farewell",
            "wonju.visit.facilities",
            "jndc.visit.greet",
            "jndc.visit.tidy",
            "kpf.visit.signs",
            "koreha.visit.explain",
            "gbvc.visit.greet",
            "gbvc.visit.signs",
            "wonju.visit.signs",
        ],
    ),
    (
        Where::Call,
        &[
            "jndc.phone.rings",
            "jndc.phone.repeat",
            "jndc.phone.transfer",
            "jndc.phone.close",
            "kpf.phone.rings",
            "kpf.phone.listen",
            "kpf.phone.transfer",
            "koreha.phone.rings",
            "gbvc.phone.answer",
            "wonju.phone.rings",
            "wonju.phone.repeat",
            "wonju.phone.transfer",
            "wonju.phone.wrong",
            "wonju.phone.close",
            "koreha.phone.connect",
            "wonju.phone.mobile",
            "wonju.phone.understood",
        ],
    ),
    (
        Where::Intake,
        &[
            "jndc.phone.repeat",
            "jndc.conduct.customer-view",
            "jndc.conduct.no-gifts",
            "wonju.phone.repeat",
        ],
    ),
    (
        Where::Case,
        &["jndc.conduct.customer-view", "jndc.conduct.no-gifts"],
    ),
    (
        Where::Form(ActionKind::Book),
        &[
            "jndc.outreach.contact",
            "kpf.booking",
            "koreha.phone.appoint",
        ],
    ),
    (Where::Form(ActionKind::Refuse), &["kpf.refusal"]),
    (Where::Form(ActionKind::Training), &["koreha.correct.phone"]),
    (
        Where::Form(ActionKind::PublicApology),
        &["koreha.correct.public-apology"],
    ),
    (
        Where::Unmasked,
        &[
            "jndc.privacy",
            "kpf.privacy",
            "koreha.privacy",
            "wonju.privacy",
        ],
    ),
];

/// Wide enough that few sentences are broken.
const LARGE: (u16, u16) = (200, 70);

fn charter_of(id: &str) -> &str {
    id.split('.').next().unwrap()
}

/// A desk with one complaint that came by telephone.
fn desk(charter: &Charter, lang: Lang) -> Front {
    let mut front = Front::under(&charter.id, lang, LARGE);
    let category = charter.categories.first().unwrap();
    let matter = Intake {
        title: "제목".into(),
        party: Party {
            name: "홍길동".into(),
            phone: "010-0000-1234".into(),
            ..Party::default()
        },
        ..Intake::new(Channel::Phone, category.id.as_str())
    };
    front.other().intake(&matter).unwrap();
    front.send(super::model::Msg::Changed);
    front
}

fn typed(front: &mut Front, text: &str) {
    for c in text.chars() {
        front.press(KeyCode::Char(c));
    }
}

/// What is on the screen there.
fn picture(place: Where, charter: &Charter, lang: Lang) -> String {
    let mut front = desk(charter, lang);
    match place {
        Where::Visit | Where::Call => {
            front.press(KeyCode::F(4));
            let key = if place == Where::Call { 'c' } else { 'v' };
            front.press(KeyCode::Char(key));
            front.press(KeyCode::Enter);
        }
        Where::Case => {
            front.press(KeyCode::Enter);
        }
        Where::Intake => {
            front.press(KeyCode::F(2));
            let phone = charter
                .channels
                .iter()
                .position(|one| *one == Channel::Phone);
            typed(&mut front, &(phone.unwrap() + 1).to_string());
        }
        Where::Form(kind) => {
            let misconduct = match kind {
                ActionKind::Training => Some(Detail::Discourtesy),
                ActionKind::PublicApology => Some(Detail::Error),
                _ => None,
            };
            if let Some(detail) = misconduct {
                let text = "막말".to_owned();
                let report = Redress::ReportMisconduct {
                    detail,
                    happened: None,
                    text,
                };
                let number = CaseNumber {
                    year: 2026,
                    serial: 1,
                };
                front.run(number, Command::Redress(report));
                let check = Redress::CheckFacts {
                    text: "기록 확인".to_owned(),
                    told: false,
                    unfounded: false,
                };
                front.run(number, Command::Redress(check));
            }
            front.press(KeyCode::Char(':'));
            typed(&mut front, &kind.say(lang));
            front.press(KeyCode::Enter);
        }
        Where::Unmasked => {
            front.press(KeyCode::Char('u'));
        }
    }
    front.picture()
}

/// A text without blanks and line ends, in the pieces between its fields; a particle that is left open there takes a form.
fn pieces(text: &str) -> Vec<String> {
    let flat: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let pieces = flat.split(['{', '}']).step_by(2);
    let pieces = pieces.map(|piece| piece.trim_start_matches("(으)로").to_owned());
    pieces.filter(|piece| !piece.is_empty()).collect()
}

/// What is said of a promise: its scripts, else what it asks.
fn said(charter: &Charter, id: &str, lang: Lang) -> Vec<String> {
    let scripts = charter.scripts.iter().filter(|script| script.promise == id);
    let mut said: Vec<String> = scripts.map(|script| script.text.say(lang)).collect();
    if said.is_empty() {
        said.push(charter.promise(id).unwrap().action.say(lang));
    }
    said
}

#[test]
fn what_a_charter_says_is_seen_where_it_helps() {
    for (place, ids) in SEEN {
        // Each screen is drawn once.
        let mut drawn: BTreeMap<(&str, bool), String> = BTreeMap::new();
        for id in *ids {
            let charter = builtin(charter_of(id)).unwrap().unwrap();
            for lang in [Lang::Ko, Lang::En] {
                let screen = drawn.entry((charter_of(id), lang == Lang::Ko));
                let picture = screen.or_insert_with(|| picture(*place, &charter, lang));
                let flat: String = picture.chars().filter(|c| !c.is_whitespace()).collect();
                for text in said(&charter, id, lang) {
                    let seen = pieces(&text).iter().all(|piece| flat.contains(piece));
                    assert!(seen, "{id} {place:?} {lang:?}: {text}\n{picture}");
                }
            }
        }
    }
}

/// Without a charter that asks for it nothing is said when names are shown, and nothing once they are masked again.
#[test]
fn the_hint_goes_with_the_names() {
    let charter = builtin("kpf").unwrap().unwrap();
    let mut front = desk(&charter, Lang::Ko);
    assert!(!front.picture().contains("비밀"));
    front.press(KeyCode::Char('u'));
    let shown = front.picture();
    assert!(
        shown.contains("홍길동") && shown.contains("비밀"),
        "{shown}"
    );
    front.press(KeyCode::Char('u'));
    let masked = front.picture();
    assert!(
        !masked.contains("홍길동") && !masked.contains("비밀"),
        "{masked}"
    );
    let charter = builtin("gbvc").unwrap().unwrap();
    let mut front = desk(&charter, Lang::Ko);
    front.press(KeyCode::Char('u'));
    let said = crate::words::screens::UNMASKED.ko.to_owned();
    assert_eq!(
        front.model.saying,
        Some(crate::tui::screen::StatusMessage::Done(said))
    );
}

#[test]
fn every_guide_of_the_ledger_is_seen_somewhere() {
    let seen: BTreeSet<&str> = SEEN
        .iter()
        .flat_map(|(_, ids)| ids.iter().copied())
        .collect();
    let ledger = include_str!("../../tests/ledger.tsv");
    let rows = ledger
        .lines()
        .skip(1)
        .map(|line| line.split('\t').collect::<Vec<_>>());
    let asked = |row: &Vec<&str>| row[2] == "guide" || row[0].ends_with(".privacy");
    let rows: Vec<Vec<&str>> = rows.collect();
    let bare: Vec<&str> = rows
        .iter()
        .filter(|row| asked(row) && !seen.contains(row[0]))
        .map(|row| row[0])
        .collect();
    assert!(bare.is_empty(), "no screen shows {bare:?}");
    let known: BTreeSet<&str> = rows.iter().map(|row| row[0]).collect();
    let strange: Vec<_> = seen.difference(&known).collect();
    assert!(strange.is_empty(), "not in the ledger: {strange:?}");
}
