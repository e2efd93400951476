//! The numbers of the chart equal those of the lists behind its bars.

use crate::{
    desk::{Desk, Opening, QueueQuery, found_demo},
    domain::{
        find::DueWindow,
        find::{BuiltinView, QueueView},
    },
};
use chrono::NaiveDate;
use tempfile::TempDir;

fn demo(folder: &TempDir, now: &str) -> Desk {
    let opening = Opening {
        path: folder.path().join("desk.db"),
        acting: None,
        now: Some("2026-11-23 14:03".to_owned()),
    };
    if !opening.path.exists() {
        drop(found_demo(&opening).unwrap());
    }
    Desk::open(&Opening {
        acting: Some("kim".to_owned()),
        now: Some(now.to_owned()),
        ..opening
    })
    .unwrap()
}

fn listed(desk: &mut Desk, ends: DueWindow, mine: bool) -> u64 {
    let ask = QueueQuery {
        limit: 1_000,
        now: desk.now(),
        ..QueueQuery::default()
    };
    let rows = desk.view(&QueueView::Ending { ends, mine }, &ask).unwrap();
    rows.len() as u64
}

#[test]
fn every_number_is_the_length_of_the_list_behind_it() {
    let folder = TempDir::new().unwrap();
    for now in [
        "2026-11-23 14:03",
        "2026-11-23 17:59",
        "2026-11-24 00:01",
        "2026-12-25 12:00",
    ] {
        let mut desk = demo(&folder, now);
        let outlook = desk.outlook(14).unwrap();
        for bar in &outlook.bars {
            let lists = [false, true].map(|mine| listed(&mut desk, bar.ends, mine));
            assert_eq!([bar.load.all, bar.load.mine], lists, "{now} {:?}", bar.ends);
        }
        let counts = desk.counts().unwrap();
        let open = u64::try_from(counts.open).unwrap();
        assert_eq!(outlook.open().all, open, "{now}: nothing is left out");
        let mine = QueueView::Known(BuiltinView::Mine);
        assert_eq!(outlook.open().mine, desk.view_count(&mine).unwrap());
    }
}

#[test]
fn closed_days_are_marked() {
    let folder = TempDir::new().unwrap();
    let outlook = demo(&folder, "2026-12-24 10:00").outlook(4).unwrap();
    let closed: Vec<bool> = outlook
        .bars
        .iter()
        .map(|bar| bar.closed.is_some())
        .collect();
    // Overdue, Thursday, Christmas, Saturday, Sunday, later.
    assert_eq!(closed, [false, false, true, true, true, false]);
    assert_eq!(
        outlook.bars.last().map(|bar| bar.ends),
        NaiveDate::from_ymd_opt(2026, 12, 27).map(DueWindow::After)
    );
}

#[test]
fn the_top_line_the_views_and_the_lists_say_the_same_number() {
    let folder = TempDir::new().unwrap();
    for now in [
        "2026-11-23 14:03",
        "2026-11-23 17:59",
        "2026-11-24 00:00",
        "2026-12-25 12:00",
    ] {
        let mut desk = demo(&folder, now);
        let counts = desk.counts().unwrap();
        for view in BuiltinView::ALL {
            let viewed = QueueView::Known(*view);
            let ask = QueueQuery {
                limit: 1_000,
                now: desk.now(),
                ..QueueQuery::default()
            };
            let listed = desk.view(&viewed, &ask).unwrap().len() as u64;
            let counted = desk.view_count(&viewed).unwrap();
            assert_eq!(counted, listed, "{now} {view:?}");
            let on_top = match view {
                BuiltinView::Open => counts.open,
                BuiltinView::Overdue => counts.overdue,
                BuiltinView::Today => counts.today,
                BuiltinView::Paused => counts.paused,
                BuiltinView::Mine
                | BuiltinView::Department
                | BuiltinView::Unassigned
                | BuiltinView::StepTwo
                | BuiltinView::StepThree => continue,
            };
            assert_eq!(u64::try_from(on_top), Ok(counted), "{now} {view:?}");
        }
    }
}
