//! The files of the domain stand on a ladder: each may name those below it, and none of them names it back.

use super::source::sources;
use std::collections::{BTreeMap, BTreeSet};

type Named = BTreeMap<String, BTreeSet<String>>;

/// The top-level module of the domain that a file belongs to, and how deep the file lies under `src/domain`.
fn module(file: &str) -> Option<(&str, usize)> {
    let path = file.strip_prefix("src/domain/")?.strip_suffix(".rs")?;
    let name = path.split('/').next()?;
    Some((name, path.split('/').count()))
}

/// What follows `crate::domain::`, or as many `super::` as lead up to the domain from that depth.
fn named(path: &str, depth: usize) -> Option<&str> {
    let up = "super::".repeat(depth);
    let rest = match path.strip_prefix("crate::domain::") {
        Some(rest) => rest,
        None => path.strip_prefix(&up)?,
    };
    rest.split("::").next()
}

/// Which modules of the domain each of them names.
fn names() -> Named {
    let mut found = Named::new();
    for source in sources() {
        let Some((from, depth)) = module(&source.file) else {
            continue;
        };
        let to = found.entry(from.to_owned()).or_default();
        let paths = source.paths();
        to.extend(
            paths
                .iter()
                .filter_map(|path| named(path, depth))
                .filter(|name| *name != from)
                .map(str::to_owned),
        );
    }
    let modules: BTreeSet<String> = found.keys().cloned().collect();
    for to in found.values_mut() {
        to.retain(|name| modules.contains(name));
    }
    found
}

/// Takes away what stands on nothing that is left, again and again: what cannot be taken away goes in a circle.
fn circles(mut left: Named) -> Named {
    loop {
        let modules: BTreeSet<String> = left.keys().cloned().collect();
        for to in left.values_mut() {
            to.retain(|name| modules.contains(name));
        }
        let before = left.len();
        left.retain(|_, to| !to.is_empty());
        if left.len() == before {
            return left;
        }
    }
}

#[test]
fn no_two_files_of_the_domain_go_in_a_circle() {
    let names = names();
    assert!(names.len() > 20 && names["decide"].contains("command"));
    let circles = circles(names);
    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn a_circle_is_found_however_it_is_written() {
    assert_eq!(named("super::super::case::Case", 2), Some("case"));
    assert_eq!(named("super::case::Case", 2), None);
    assert_eq!(named("super::case", 1), Some("case"));
    assert_eq!(named("crate::domain::case::Case", 3), Some("case"));
    assert_eq!(named("crate::words::Say", 1), None);
    let edge = |from: &str, to: &[&str]| {
        let to = to.iter().map(|name| (*name).to_owned()).collect();
        (from.to_owned(), to)
    };
    let ladder = [edge("a", &[]), edge("b", &["a"]), edge("c", &["a", "b"])];
    assert_eq!(circles(ladder.into()), Named::new());
    let circle = [edge("a", &["c"]), edge("b", &["a"]), edge("c", &["b"])];
    assert_eq!(circles(circle.into()).len(), 3);
}
