use super::*;
use crate::words::Lang;

fn read(id: &str) -> Charter {
    match builtin(id).expect("the id is known") {
        Ok(charter) => charter,
        Err(errors) => {
            let lines: Vec<String> = errors.iter().map(|error| error.at(id, Lang::En)).collect();
            panic!("{}", lines.join("\n"));
        }
    }
}

#[test]
fn the_name_table_says_what_the_charters_say() {
    assert_eq!(BUILTIN.map(|(id, _)| id), BUILTIN_NAMES.map(|(id, _)| id));
    for (id, name) in BUILTIN_NAMES {
        let charter = read(id);
        assert_eq!(charter.id, id);
        assert_eq!(
            (charter.name.ko.as_str(), charter.name.en.as_str()),
            (name.ko, name.en)
        );
    }
    assert!(builtin("jnd").is_none());
}
