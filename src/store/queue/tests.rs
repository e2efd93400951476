//! Every query of the queue is one walk along one index.

mod counts;

use super::*;
use crate::{domain::charter::Channel, store::Store};
use tempfile::TempDir;

fn store() -> (TempDir, Store) {
    let folder = TempDir::new().unwrap();
    let store = Store::create(&folder.path().join("desk.db")).unwrap();
    (folder, store)
}

fn first_statement(ask: &QueueQuery) -> (String, Vec<Value>) {
    let (driver, values) = walks(ask);
    statement(ask, driver, values[0].as_ref())
}

fn plan(store: &Store, ask: &QueueQuery) -> Vec<String> {
    let (sql, values) = first_statement(ask);
    let mut statement = store
        .connection
        .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
        .unwrap();
    let rows = statement.query_map(rusqlite::params_from_iter(values), |row| row.get(3));
    rows.unwrap().collect::<rusqlite::Result<_>>().unwrap()
}

fn asks() -> Vec<QueueQuery> {
    let mut asks = Vec::new();
    for order in [QueueOrder::Case, QueueOrder::Deadline] {
        let key = RowKey {
            rank: 5,
            subject: 7,
            deadline: (order == QueueOrder::Deadline).then(|| ("a".to_owned(), 0)),
        };
        for filter in [Filter::Open, Filter::Overdue, Filter::All] {
            for officer in [None, Some("park".to_owned())] {
                for kind in [None, Some(SubjectKind::Contact), Some(SubjectKind::Duty)] {
                    for from in [
                        PageStart::Start,
                        PageStart::After(key.clone()),
                        PageStart::At(key.clone()),
                        PageStart::Before(key.clone()),
                        PageStart::End,
                    ] {
                        asks.push(QueueQuery {
                            order,
                            filter,
                            kind,
                            criteria: Criteria {
                                officers: officer.clone().map(|one| vec![one]),
                                ..Criteria::default()
                            },
                            from,
                            limit: 50,
                            ..QueueQuery::default()
                        });
                    }
                }
            }
        }
    }
    asks
}

#[test]
fn no_question_sorts_skips_counts_or_reads_a_table_from_end_to_end() {
    let (_folder, store) = store();
    for ask in asks() {
        let plan = plan(&store, &ask);
        let (sql, _) = first_statement(&ask);
        let upper = sql.to_uppercase();
        assert!(
            !upper.contains("OFFSET") && !upper.contains("COUNT("),
            "{sql}"
        );
        for line in &plan {
            assert!(!line.contains("TEMP B-TREE"), "{ask:?}: {plan:?}");
            assert!(
                !line.starts_with("SCAN") || line.contains("INDEX"),
                "{ask:?}: {plan:?}"
            );
        }
    }
}

#[test]
fn each_question_walks_the_index_that_was_made_for_it() {
    let (_folder, store) = store();
    for ask in asks() {
        let indexes: &[&str] = match (ask.order, ask.filter, ask.kind, &ask.criteria.officers) {
            (QueueOrder::Case, Filter::All, ..) => &["subject_all"],
            // An officer has as few rows as there are waiting visits and calls.
            (QueueOrder::Case, _, Some(SubjectKind::Contact), Some(_)) => {
                &["subject_officer", "subject_contact"]
            }
            (QueueOrder::Case, _, Some(SubjectKind::Duty), Some(_)) => {
                &["subject_officer", "subject_duty"]
            }
            (QueueOrder::Case, _, _, Some(_)) => &["subject_officer"],
            (QueueOrder::Case, _, Some(SubjectKind::Contact), None) => &["subject_contact"],
            (QueueOrder::Case, _, Some(SubjectKind::Duty), None) => &["subject_duty"],
            (QueueOrder::Case, _, _, None) => &["subject_queue"],
            (QueueOrder::Deadline, Filter::All, ..) => &["deadline_all"],
            (QueueOrder::Deadline, ..) => &["deadline_queue"],
        };
        let plan = plan(&store, &ask);
        let first = plan.first().map(String::as_str).unwrap_or_default();
        assert!(
            first.split_whitespace().any(|word| indexes.contains(&word)),
            "{ask:?}: {plan:?}"
        );
    }
}

#[test]
fn a_bound_of_the_walk_is_part_of_the_index_search() {
    let (_folder, store) = store();
    for ask in asks() {
        let bounded =
            !matches!(ask.from, PageStart::Start | PageStart::End) || ask.filter == Filter::Overdue;
        let mine = ask.order == QueueOrder::Case
            && ask.filter != Filter::All
            && ask.criteria.officers.is_some();
        let plan = plan(&store, &ask);
        let first = plan.first().map(String::as_str).unwrap_or_default();
        assert_eq!(
            first.starts_with("SEARCH"),
            bounded || mine,
            "{ask:?}: {plan:?}"
        );
    }
}

#[test]
fn the_numbers_on_the_top_line_read_one_range_of_the_index() {
    let (_folder, store) = store();
    let sql =
        "EXPLAIN QUERY PLAN SELECT count(*) FROM subject WHERE open = 1 AND rank > 1 AND rank < 2";
    let plan: String = store
        .connection
        .query_row(sql, [], |row| row.get(3))
        .unwrap();
    assert!(
        plan.contains("COVERING INDEX subject_queue (rank>? AND rank<?)"),
        "{plan}"
    );
}

/// The criteria of every built-in view.
#[expect(
    clippy::too_many_lines,
    reason = "one line a view, as the formatter lays it"
)]
fn views() -> Vec<(&'static str, Criteria, &'static str)> {
    use crate::domain::find::CaseStatus;
    let list = |name: &str| Some(vec![name.to_owned()]);
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let at = |hours: i64| DateTime::from_timestamp(hours * 3_600, 0).unwrap();
    let days = crate::store::DayRange {
        first: day,
        last: day,
        begin: at(10),
        end: at(34),
    };
    let plain = Criteria::default();
    vec![
        (
            "mine",
            Criteria {
                officers: list("kim"),
                ..plain.clone()
            },
            "subject_officer",
        ),
        (
            "unassigned",
            Criteria {
                officers: list(""),
                ..plain.clone()
            },
            "subject_officer",
        ),
        (
            "department",
            Criteria {
                departments: list("상담팀"),
                ..plain.clone()
            },
            "subject_department",
        ),
        (
            "step",
            Criteria {
                step: Some(2),
                ..plain.clone()
            },
            "subject_step",
        ),
        (
            "overdue",
            Criteria {
                standing: Some(CaseStatus::Overdue),
                ..plain.clone()
            },
            "subject_queue",
        ),
        (
            "paused",
            Criteria {
                standing: Some(CaseStatus::Paused),
                ..plain.clone()
            },
            "subject_queue",
        ),
        (
            "today",
            Criteria {
                due: Some(days),
                ..plain.clone()
            },
            "subject_queue",
        ),
        (
            "mine today",
            Criteria {
                officers: list("kim"),
                due: Some(days),
                channels: Some(vec![Channel::Phone]),
                ..plain
            },
            "subject_officer",
        ),
    ]
}

#[test]
fn every_view_is_one_bounded_walk_along_its_index() {
    let (_folder, store) = store();
    let key = RowKey {
        rank: 50_000,
        subject: 7,
        deadline: None,
    };
    for (name, criteria, index) in views() {
        for from in [
            PageStart::Start,
            PageStart::After(key.clone()),
            PageStart::Before(key.clone()),
            PageStart::End,
        ] {
            let ask = QueueQuery {
                criteria: criteria.clone(),
                from,
                limit: 50,
                ..QueueQuery::default()
            };
            let plan = plan(&store, &ask);
            assert_eq!(plan.len(), 1, "{name}: {plan:?}");
            assert!(plan[0].starts_with("SEARCH"), "{name}: {plan:?}");
            assert!(
                plan[0].split_whitespace().any(|word| word == index),
                "{name}: {plan:?}"
            );
        }
        let deadlines = QueueQuery {
            order: QueueOrder::Deadline,
            criteria,
            limit: 50,
            ..QueueQuery::default()
        };
        let plan = plan(&store, &deadlines);
        assert!(plan[0].contains("deadline_queue"), "{name}: {plan:?}");
        assert!(
            !plan.iter().any(|line| line.contains("TEMP B-TREE")),
            "{name}: {plan:?}"
        );
    }
}

#[test]
fn a_view_counts_by_its_index_alone() {
    let (_folder, store) = store();
    for (name, criteria, _) in views() {
        assert_eq!(
            store
                .reader()
                .count(&criteria, QueueQuery::default().now)
                .unwrap(),
            0,
            "{name}"
        );
    }
}

fn counting_plans(store: &Store, criteria: &Criteria) -> Vec<String> {
    let now = DateTime::from_timestamp(20 * 3_600, 0).unwrap();
    let statements = counting(criteria, now).into_iter();
    let plans = statements.map(|(sql, values)| {
        let sql = format!("EXPLAIN QUERY PLAN {sql}");
        let mut statement = store.connection.prepare(&sql).unwrap();
        let values = rusqlite::params_from_iter(values);
        let rows = statement.query_map(values, |row| row.get::<_, String>(3));
        let lines: rusqlite::Result<Vec<_>> = rows.unwrap().collect();
        lines.unwrap().join("; ")
    });
    plans.collect()
}

#[test]
fn a_stretch_of_ones_own_is_counted_along_its_index_without_reading_a_row() {
    use crate::domain::find::CaseStatus;
    let (_folder, store) = store();
    let (_, day, _) = views().pop().unwrap();
    let mine = Criteria {
        officers: Some(vec!["kim".to_owned(), "김가상".to_owned()]),
        channels: None,
        ..day
    };
    let standing = |standing, due| Criteria {
        due,
        standing: Some(standing),
        ..mine.clone()
    };
    let bounded = "COVERING INDEX subject_officer (officer=? AND rank>? AND rank<?)";
    for (criteria, walk) in [
        (mine.clone(), bounded),
        (standing(CaseStatus::Running, mine.due), bounded),
        (standing(CaseStatus::Paused, None), bounded),
        (
            standing(CaseStatus::Overdue, None),
            "COVERING INDEX subject_officer (officer=? AND rank<?)",
        ),
    ] {
        let plans = counting_plans(&store, &criteria);
        assert_eq!(plans.len(), 2);
        for plan in plans {
            assert!(plan.contains(walk), "{criteria:?}: {plan}");
        }
    }
}

#[test]
fn days_and_standing_bound_one_walk_together() {
    use crate::domain::find::CaseStatus;
    let (_, criteria, _) = views()
        .into_iter()
        .find(|(name, ..)| *name == "today")
        .unwrap();
    let at = |hours: i64| DateTime::from_timestamp(hours * 3_600, 0).unwrap();
    // The day of the views begins at hour 10 and ends at hour 34.
    for (standing, now, first, end) in [
        (None, 20, 36_000, 122_401),
        (Some(CaseStatus::Running), 20, 72_000, 122_401),
        (Some(CaseStatus::Running), 5, 36_000, 122_401),
        (Some(CaseStatus::Overdue), 20, 36_000, 72_000),
        (Some(CaseStatus::Overdue), 50, 36_000, 122_401),
    ] {
        let criteria = Criteria {
            standing,
            ..criteria.clone()
        };
        let (sql, values) = counting(&criteria, at(now)).remove(0);
        let bounds: Vec<i64> = values
            .iter()
            .filter_map(|value| match value {
                Value::Integer(bound) => Some(*bound),
                _ => None,
            })
            .collect();
        assert_eq!(bounds, [first, end], "{standing:?} {now} {sql}");
    }
}
