//! The search compared with the texts themselves; cancelling; injection.

mod similar;

use super::{find::NEWEST, *};
use crate::{
    domain::{
        charter::Channel,
        find::{CaseStatus, SearchQuery, contains_word},
        subject::CaseNumber,
    },
    store::{CancelToken, Criteria, Store},
};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::params;
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering::Relaxed},
};
use tempfile::TempDir;

/// Titles, names, texts and notes of the cases, in the order of their numbers.
const CASES: [(&str, &str, &str, &str); 8] = [
    ("층간소음 민원", "홍길동", "밤마다 위층이 시끄럽습니다.", ""),
    (
        "층간 소음이 심함",
        "김철",
        "잠을 못 잡니다. 주차 문제도 있습니다.",
        "전화로 사과함",
    ),
    (
        "주차 위반 신고",
        "남궁민수",
        "공사 소음 때문에 창문을 못 엽니다.",
        "",
    ),
    (
        "교육장 냉방",
        "이영희",
        "너무 덥습니다.",
        "업체에 소음 점검을 요청함",
    ),
    ("WiFi 불통", "박소음", "LED3 안내판도 꺼짐 2026년", ""),
    ("까치가 ㅋㅋㅋ", "", "", ""),
    ("봉사시간 인정", "최가상", "상담 전화가 안 됩니다", ""),
    ("소 음 사이", "소은", "뷁", ""),
];

fn number(serial: usize) -> CaseNumber {
    CaseNumber {
        year: 2026,
        serial: u32::try_from(serial).unwrap(),
    }
}

fn store() -> (TempDir, Store) {
    store_of(1)
}

/// A file with every case `times` times.
fn store_of(times: usize) -> (TempDir, Store) {
    let folder = TempDir::new().unwrap();
    let store = Store::create(&folder.path().join("desk.db")).unwrap();
    let connection = &store.connection;
    connection
        .execute_batch("PRAGMA foreign_keys = OFF")
        .unwrap();
    let cases = CASES.into_iter().cycle().take(CASES.len() * times);
    for (at, (title, name, body, note)) in cases.enumerate() {
        let subject = number(at + 1).id();
        let phone = (!name.is_empty()).then(|| format!("0101234{:04}", 5670 + at));
        connection
            .execute(
                "INSERT INTO subject VALUES (?1, 'case', 1, 1, ?2, ?3, 'facility', 'other', 'received', '상담팀', ?4, '', ?5, 0, 0, 0, ?6,
                 'a', 'running', ?7, '2026-11-23', 0, NULL, ?7, 0, 0, ?5)",
                params![subject, title, if at % 2 == 0 { "phone" } else { "web" }, if at < 3 { "kim" } else { "" },
                    i64::try_from(at % 4).unwrap(), i64::from(at != 5), i64::try_from(at).unwrap() * 100],
            )
            .unwrap();
        connection
            .execute(
                "INSERT INTO party VALUES (?1, 1, x'00', ?2, '', '', '', ?3, NULL, '', '', '', '', 1)",
                params![subject, name, phone],
            )
            .unwrap();
        let texts = [(1, 0, title), (1, 1, body), (2, 0, note)];
        let mut pieces = String::new();
        for head in [title, name] {
            index_terms(head, true, &mut |piece| {
                pieces.push(HEAD);
                put(piece, &mut pieces);
            });
            index_terms(head, false, &mut |piece| put(piece, &mut pieces));
        }
        for (seq, nth, text) in texts {
            let row = params![subject, seq, nth, [0_u8; 16], text];
            connection
                .execute("INSERT INTO prose VALUES (?1, ?2, ?3, ?4, ?5)", row)
                .unwrap();
            index_terms(text, false, &mut |piece| put(piece, &mut pieces));
        }
        let piece = phone.as_deref().and_then(phone_tail).unwrap_or_default();
        pieces.push_str(&piece);
        pieces.push_str(if at % 2 == 0 { " ‡phone" } else { " ‡web" });
        connection
            .execute(
                "INSERT INTO search (rowid, pieces) VALUES (?1, ?2)",
                params![subject, pieces],
            )
            .unwrap();
    }
    (folder, store)
}

fn now() -> DateTime<Utc> {
    "2026-11-23T05:00:00Z".parse().unwrap()
}

fn find(store: &Store, line: &str, criteria: &Criteria) -> SearchHits {
    let wanted = SearchQuery::read(line, now().date_naive()).unwrap();
    store
        .reader()
        .find(&IndexQuery {
            number: None,
            words: &wanted.words,
            criteria,
            limit: 50,
            now: now(),
        })
        .unwrap()
}

/// A token that cancels after so many polls.
fn after_looks(most: usize) -> CancelToken {
    let looks = AtomicUsize::new(0);
    CancelToken::when(move || looks.fetch_add(1, Relaxed) >= most)
}

fn serials(found: &SearchHits) -> Vec<u32> {
    found.hits.iter().map(|hit| hit.subject.serial()).collect()
}

/// The cases whose texts contain every word.
fn holding(line: &str) -> Vec<u32> {
    let holds = |(title, name, body, note): &(&str, &str, &str, &str)| {
        let texts = [title, name, body, note];
        let mut words = line.split(' ');
        words.all(|word| texts.iter().any(|text| contains_word(text, word)))
    };
    let numbered = (1..).zip(&CASES).filter(|(_, case)| holds(case));
    numbered.map(|(at, _)| at).collect()
}

#[test]
fn the_hits_are_the_cases_whose_texts_match() {
    let (_folder, store) = store();
    for word in [
        "소음",
        "층간소음",
        "ㅅㅇ",
        "ㅊㄱㅅㅇ",
        "ㅁㅇ",
        "소",
        "음",
        "뷁",
        "ㅋㅋ",
        "ㅂㅅㅅㄱ",
        "ㄲㅊ",
        "주차",
        "홍길",
        "ㅎㄱㄷ",
        "led",
        "LED3",
        "wi",
        "2026",
        "사과함",
        "ㅅㄱㅎ",
        "점검을요청",
        "없는말",
        "ㅋㅌㅍ",
        "층간ㅅㅇ",
        "전화가 안",
        "소음 주차",
        "ㅅ",
    ] {
        let expected = holding(word);
        let found = find(&store, word, &Criteria::default());
        let mut serials = serials(&found);
        serials.sort_unstable();
        assert_eq!(serials, expected, "{word}");
        assert!(found.whole, "{word}");
    }
}

/// Where whole terms leave more cases than are read at once, prefixes narrow them.
#[test]
fn a_prefix_is_found_among_many_matches_of_the_other_words() {
    const TIMES: usize = 80;
    let (_folder, store) = store_of(TIMES);
    let frequent = holding("소음").len() * TIMES;
    assert!(frequent > NEWEST, "{frequent}");
    for line in [
        "소음 le",
        "소음 led",
        "ㅅㅇ ㅈㅎ",
        "소음 ㅈㅎ 주",
        "ㅈㅎ",
        "소음 ㅋㅋ",
        "주차 ㅅㅇ",
        "le ㅂㅅㅇ",
    ] {
        let wanted = SearchQuery::read(line, NaiveDate::MIN).unwrap();
        let find = IndexQuery {
            number: None,
            words: &wanted.words,
            criteria: &Criteria::default(),
            limit: 10 * TIMES,
            now: now(),
        };
        let found = store.reader().find(&find).unwrap();
        let expected = holding(line).len() * TIMES;
        assert_eq!((found.hits.len(), found.whole), (expected, true), "{line}");
    }
    assert!(holding("소음 le").len() == 1 && holding("소음 ㅈㅎ 주").len() == 1);
}

#[test]
fn titles_come_before_names_and_texts() {
    let (_folder, store) = store();
    let found = find(&store, "소음", &Criteria::default());
    // Title at the beginning of a word, title inside a word, name, text, note; then the newest.
    assert_eq!(serials(&found), [8, 2, 1, 5, 3, 4]);
    let last = found.hits.last().unwrap();
    assert_eq!(last.excerpt.as_deref(), Some("업체에 소음 점검을 요청함"));
    assert_eq!(found.hits[3].excerpt, None, "a name is not shown");
}

#[test]
fn numbers_and_telephones_go_by_key() {
    let (_folder, store) = store();
    for (line, expected) in [
        ("2026-000003", vec![3]),
        ("2026-3", vec![3]),
        ("2026-00000", (1..=8).rev().collect()),
        ("3", vec![3, 5]),
        ("010-1234-5672", vec![3]),
        ("5672", vec![3]),
        ("01012345", vec![8, 7, 5, 4, 3, 2, 1]),
        ("전화번호:5672", vec![3]),
        ("제목:5672", vec![]),
        ("9999", vec![]),
    ] {
        let found = serials(&find(&store, line, &Criteria::default()));
        let expected: Vec<u32> = expected;
        if line == "3" {
            assert_eq!(found.first(), Some(&3), "{line}");
            continue;
        }
        assert_eq!(found, expected, "{line}");
    }
}

#[test]
fn fields_narrow_words_and_stand_alone() {
    let (_folder, store) = store();
    let phone = Criteria {
        channels: Some(vec![Channel::Phone]),
        ..Criteria::default()
    };
    assert_eq!(serials(&find(&store, "소음", &phone)), [1, 5, 3]);
    let officer = Criteria {
        officers: Some(vec!["kim".to_owned()]),
        ..Criteria::default()
    };
    assert_eq!(serials(&find(&store, "", &officer)), [1, 2, 3]);
    let step = Criteria {
        step: Some(3),
        ..Criteria::default()
    };
    assert_eq!(serials(&find(&store, "", &step)), [4, 8]);
    let closed = Criteria {
        standing: Some(CaseStatus::Closed),
        ..Criteria::default()
    };
    assert_eq!(serials(&find(&store, "", &closed)), [6]);
    let nobody = Criteria {
        officers: Some(Vec::new()),
        ..Criteria::default()
    };
    assert_eq!(serials(&find(&store, "소음", &nobody)), [0; 0]);
}

/// Criteria of every kind.
fn fields() -> [Criteria; 6] {
    let all = Criteria::default;
    let kim = || Some(vec!["kim".to_owned()]);
    let standing = |standing, officers| Criteria {
        standing: Some(standing),
        officers,
        ..all()
    };
    [
        all(),
        Criteria {
            officers: kim(),
            ..all()
        },
        Criteria {
            step: Some(3),
            channels: Some(vec![Channel::Web]),
            ..all()
        },
        standing(CaseStatus::Closed, None),
        standing(CaseStatus::Closed, kim()),
        standing(CaseStatus::Overdue, kim()),
    ]
}

/// A result marked as whole is complete, wherever the search is cancelled.
#[test]
fn an_answer_that_claims_to_be_whole_is_whole() {
    let (_folder, store) = store_of(30);
    let find = |line: &str, criteria: &Criteria, limit: usize, looks: usize| {
        let wanted = SearchQuery::read(line, NaiveDate::MIN).unwrap();
        let find = IndexQuery {
            number: None,
            words: &wanted.words,
            criteria,
            limit,
            now: now(),
        };
        let found = store.cancellable(&after_looks(looks), || store.reader().find(&find));
        let found = found.unwrap();
        let mut subjects: Vec<i64> = found.hits.iter().map(|hit| hit.subject.id()).collect();
        subjects.sort_unstable();
        (subjects, found.whole)
    };
    let (mut cut, mut some) = (0, 0);
    let lines = "|소음|ㅅㅇ|음|내용:ㅅ|주차 소음|내용:소음|이름:홍 소음|0101234 소음|010-1234-5673|1234-5673|45673|5673|\
                 2026-0 소음|2026-0001|LED3 소음|없는말 소음|\"층간 소음\"";
    for (line, criteria) in lines
        .split('|')
        .flat_map(|line| fields().map(|it| (line, it)))
    {
        let (all, whole) = find(line, &criteria, 1_000, usize::MAX);
        assert!(whole, "{line} {criteria:?}");
        for looks in [0, 1, 2, 5, 10, 30, 100] {
            for limit in [3, 50, 1_000] {
                let (found, whole) = find(line, &criteria, limit, looks);
                assert!(found.iter().all(|one| all.contains(one)), "{line}");
                let name = format!("{line:?} {criteria:?} {looks} {limit}");
                let whole_or_full = !whole || found.len() == limit || found == all;
                assert!(whole_or_full, "{name}: {found:?} of {all:?}");
                cut += usize::from(!whole);
                some += usize::from(!whole && !found.is_empty());
            }
        }
    }
    assert!(cut > 500 && some > 100, "{cut} {some}");
}

/// Two frequent words that never occur together: the walk is cancelled before its first row.
#[test]
fn a_walk_without_a_row_is_cancelled_too() {
    let (_folder, store) = store_of(400);
    let wanted = SearchQuery::read("층간소음 남궁민수", NaiveDate::MIN).unwrap();
    let find = IndexQuery {
        number: None,
        words: &wanted.words,
        criteria: &Criteria::default(),
        limit: 50,
        now: now(),
    };
    let looks = Arc::new(AtomicUsize::new(0));
    let seen = looks.clone();
    let patient = CancelToken::when(move || {
        seen.fetch_add(1, Relaxed);
        false
    });
    let found = store.cancellable(&patient, || store.reader().find(&find));
    assert!(found.unwrap().whole);
    let most = looks.load(Relaxed);
    assert!(most > 10, "{most}");
    for looks in [0, most / 2, most - 1] {
        let found = store.cancellable(&after_looks(looks), || store.reader().find(&find));
        let found = found.unwrap();
        assert_eq!((found.hits.len(), found.whole), (0, false), "{looks}");
    }
}

#[test]
fn words_from_outside_cannot_speak_the_language_of_the_index() {
    let (_folder, store) = store();
    for line in [
        "소음 OR \"주차\"",
        "\"",
        "* - ( )",
        "NEAR(소음 주차)",
        "소음*",
        "^소음",
        "pieces:소음\"",
        "'; DROP TABLE fact",
        "·소음",
        "‡phone",
        "№5672",
        "소음 NOT 민원",
        "\u{0}소음",
        "{소음}",
        "소음 AND",
        "a\"b*",
    ] {
        let Ok(wanted) = SearchQuery::read(line, NaiveDate::MIN) else {
            continue;
        };
        let (criteria, now) = (Criteria::default(), now());
        let find = IndexQuery {
            number: None,
            words: &wanted.words,
            criteria: &criteria,
            limit: 50,
            now,
        };
        store
            .reader()
            .find(&find)
            .unwrap_or_else(|error| panic!("{line}: {error}"));
    }
}

#[test]
fn a_case_is_found_by_later_notes_and_not_by_removed_texts() {
    let (_folder, mut store) = store();
    let write = store.write().unwrap();
    let subject = number(1).id();
    write
        .reindex(&IndexEntry {
            subject,
            pieces: "·새말 새말 ".to_owned(),
        })
        .unwrap();
    write.commit().unwrap();
    let ids = |question: &str| -> Vec<i64> {
        let sql = "SELECT rowid FROM search WHERE search MATCH ?1";
        let mut statement = store.connection.prepare(sql).unwrap();
        let rows = statement.query_map([question], |row| row.get(0)).unwrap();
        rows.collect::<rusqlite::Result<_>>().unwrap()
    };
    assert_eq!(ids("\"새말\""), [subject]);
    assert!(!ids("\"소음\"").contains(&subject));
}
