//! What counts as a result that was told before.

use super::*;

#[test]
fn an_earlier_case_that_was_answered_twice_counts_as_one_result() {
    let mut bench = Bench::new("gbvc");
    let earlier = |serial, results| RelatedCase {
        number: number(serial),
        stage: Stage::Closed,
        department: String::new(),
        results,
        step: 0,
        sameness: None,
    };
    bench.related = vec![earlier(1, 2), earlier(2, 0)];
    let mut case = bench.complaint("2026-11-02 10:00");
    let repeat = Command::Exit(Exit::CloseAsRepeat);
    let (cases, results) = (3, 1);
    assert_eq!(
        bench.run(&mut case, "2026-11-03 10:00", &repeat),
        Err(Refusal::NotRepeated { cases, results })
    );
}
