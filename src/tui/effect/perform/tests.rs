//! What is read in a row.

use super::{super::PageFor, *};
use crate::{
    domain::{charter::Channel, contact::Arrival, late::EntryTime},
    tui::form::bench::Bench,
};

fn settled(bench: &mut Bench, effects: Vec<Effect>) -> Vec<DeskReply> {
    let mut told = Vec::new();
    bench.session.settle(effects, |_, reply| {
        told.extend(reply);
        Vec::new()
    });
    told
}

fn page() -> Effect {
    let ask = QueueQuery {
        limit: 200,
        ..QueueQuery::default()
    };
    Effect::Read(Query::Page(QueueView::default(), ask, PageFor::Top))
}

#[test]
fn a_page_and_the_numbers_over_it_are_of_one_moment() {
    let mut bench = Bench::new((80, 24));
    let mut other = Desk::open(&bench.session.opening).unwrap();
    let desk = bench.session.desk.as_mut().unwrap();
    desk.meanwhile(move || {
        let visitor = Arrival::new(Channel::Visit);
        other.arrive(&visitor, &EntryTime::NOW).unwrap();
    });
    let mut before = 0;
    for _ in 0..2 {
        let told = settled(&mut bench, vec![page(), Effect::Read(Query::Counts)]);
        let [DeskReply::Page(rows, _), DeskReply::Counts(counts)] = told.as_slice() else {
            panic!("{told:?}");
        };
        assert_eq!(i64::try_from(rows.len()), Ok(counts.open));
        assert!(before < rows.len(), "others went on writing");
        before = rows.len();
    }
}

#[test]
fn what_is_done_between_is_done_and_read() {
    let mut bench = Bench::new((80, 24));
    let call = Effect::Write(Change::Arrive(Box::new(Arrival::new(Channel::Phone))));
    let effects = vec![
        page(),
        Effect::Read(Query::Counts),
        call,
        page(),
        Effect::Read(Query::Counts),
    ];
    let told = settled(&mut bench, effects);
    let [
        _,
        DeskReply::Counts(before),
        DeskReply::Contact(ContactReply::Arrived(_)),
        _,
        DeskReply::Counts(after),
    ] = told.as_slice()
    else {
        panic!("{told:?}");
    };
    assert_eq!(before.open + 1, after.open);
}
