//! What counts as a result that was told before, and as the same person.

use super::*;
use crate::domain::sameness::{Agreement, Sameness};

fn earlier(serial: u32, told: Option<&str>, sameness: Option<Sameness>) -> RelatedCase {
    RelatedCase {
        number: number(serial),
        stage: Stage::Closed,
        mistaken: false,
        department: String::new(),
        told_at: told.map(at),
        people: 1,
        persons: 1,
        step: 0,
        sameness,
    }
}

fn repeat() -> Command {
    Command::Exit(Exit::CloseAsRepeat {
        text: String::new(),
        committee: None,
    })
}

#[test]
fn a_result_that_was_told_after_this_one_came_does_not_count() {
    let mut bench = Bench::new("gbvc");
    let case = bench.complaint("2026-11-02 10:00");
    let first = earlier(1, Some("2026-10-05 10:00"), None);
    for (told, results) in [
        (None, 1),
        (Some("2026-11-02 10:00"), 1),
        (Some("2026-11-02 11:00"), 1),
        (Some("2026-11-02 09:59"), 2),
    ] {
        bench.related = vec![first.clone(), earlier(2, told, None)];
        let said = bench.run(&mut case.clone(), "2026-11-03 10:00", &repeat());
        let expected = match results {
            2 => Ok(()),
            _ => Err(Refusal::NotRepeated { cases: 3, results }),
        };
        assert_eq!(said, expected, "{told:?}");
    }
}

#[test]
fn strangers_do_not_make_a_case_repeated_unless_a_supervisor_confirmed_them() {
    let stranger = Sameness {
        phone: Agreement::Differs,
        name: Agreement::Differs,
        email: Agreement::Unknown,
        likeness: 90,
    };
    let told = Some("2026-10-05 10:00");
    let mut bench = Bench::new("gbvc");
    bench.related = vec![
        earlier(1, told, Some(stranger)),
        earlier(2, told, Some(stranger)),
    ];
    let mut case = bench.complaint("2026-11-02 10:00");
    assert_eq!(
        bench.run(&mut case, "2026-11-03 10:00", &repeat()),
        Err(Refusal::NotRepeated {
            cases: 1,
            results: 0
        })
    );
    bench.role = Role::Supervisor;
    for serial in [1, 2] {
        let link = Ladder::Link {
            earlier: number(serial),
            see_also: false,
            reason: text("개명"),
        };
        let now = "2026-11-03 10:00";
        bench.run(&mut case, now, &Command::Ladder(link)).unwrap();
    }
    assert_eq!(bench.run(&mut case, "2026-11-03 10:00", &repeat()), Ok(()));
}
