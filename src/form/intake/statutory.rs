//! The charter's table of statutory matters as a list in the intake form: the title narrows it, and what is chosen gives the
//! period.

use crate::{
    domain::{
        charter::{Charter, StatutoryMatter},
        find::contains_word,
        party::Field,
    },
    form::{Form, FormField, Pick},
    words::{Lang, Say, forms as text},
};

/// Letters of a word of the title that a matter has to contain: endings differ.
const LETTERS: usize = 2;

/// The list of a charter's matters.
pub(super) fn matters(charter: &Charter, lang: Lang) -> FormField {
    let field = FormField::choice(Field::Matter, picks(charter, "", "", lang), lang);
    field.labelled(text::STATUTORY_MATTER.get(lang))
}

/// Shows list and period where the case is `statutory`, and keeps them in agreement.
pub(super) fn follow(form: &mut Form, charter: &Charter, statutory: bool, lang: Lang) {
    let (matter, period) = (Field::Matter.id(), Field::HandlingPeriod.id());
    form.show(matter, statutory && !charter.statutory.is_empty());
    form.show(period, statutory);
    let chosen = form.of(Field::Matter);
    let picks = picks(charter, &form.of(Field::Title), &chosen, lang);
    form.offer(matter, picks);
    let mut known = charter.statutory.iter();
    let Some(known) = known.find(|known| statutory && known.id == chosen) else {
        return;
    };
    let limit = known.limit.say(lang);
    let typed = form.value(period).trim();
    if typed.is_empty() || form.focused() == matter {
        form.set(period, &limit);
    } else if typed.parse() != Ok(known.limit) {
        // Another period was typed.
        form.set(matter, "");
    }
}

/// The matters that share a word with the title, or all where none does, behind one that says none; what was `chosen` stays.
fn picks(charter: &Charter, title: &str, chosen: &str, lang: Lang) -> Vec<Pick> {
    let words = title.split_whitespace().filter_map(|word| {
        let letters: String = word.chars().take(LETTERS).collect();
        (letters.chars().count() == LETTERS).then_some(letters)
    });
    let words: Vec<String> = words.map(|word| word.to_lowercase()).collect();
    let shares = |matter: &&StatutoryMatter| {
        let name = matter.name.get(lang);
        words.iter().any(|word| contains_word(name, word))
    };
    let any = charter.statutory.iter().any(|matter| shares(&matter));
    let offered = charter
        .statutory
        .iter()
        .filter(|matter| !any || shares(matter) || matter.id == chosen);
    let none = Pick::new("", text::NO_MATTER.get(lang));
    let pick = |matter: &StatutoryMatter| {
        let name = format!("{} · {}", matter.name.get(lang), matter.limit.say(lang));
        Pick::new(matter.id.as_str(), name)
    };
    std::iter::once(none).chain(offered.map(pick)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::charter::{CaseKind, builtin::builtin_text, parse},
        form::intake,
    };

    fn charter() -> Charter {
        let table = r#"
[[statutory]]
id = "hall"
name = { ko = "시설 사용 허가", en = "permit to use a hall" }
limit = "14 days"
[[statutory]]
id = "stall"
name = { ko = "노점 사용 신고", en = "notice of a stall" }
limit = "3 days"
"#;
        parse(&format!("{}{table}", builtin_text("gbvc").unwrap())).unwrap()
    }

    fn offered(form: &Form) -> Vec<String> {
        let questions = form.questions();
        let matter = questions.iter().find(|one| one.id == "matter");
        let Some(crate::form::Answer::Among(picks)) = matter.map(|one| &one.takes) else {
            return Vec::new();
        };
        picks.iter().map(|pick| pick.id.clone()).collect()
    }

    #[test]
    fn the_title_narrows_the_table_and_a_choice_gives_the_period() {
        let charter = charter();
        let mut form = intake::form(&charter, Lang::Ko);
        let follow = |form: &mut Form| intake::follow(form, &charter, None, Lang::Ko);
        assert!(offered(&form).is_empty(), "of no other kind");
        form.set("kind", CaseKind::Statutory.id());
        follow(&mut form);
        assert_eq!(offered(&form), ["", "hall", "stall"]);
        for (title, picks) in [
            ("허가를 신청합니다", vec!["", "hall"]),
            ("노점을 내려고", vec!["", "stall"]),
            ("사용 신청", vec!["", "hall", "stall"]),
            ("그 밖의 일", vec!["", "hall", "stall"]),
            ("허가", vec!["", "hall"]),
        ] {
            form.set("title", title);
            follow(&mut form);
            assert_eq!(offered(&form), picks, "{title}");
        }
        form.focus("matter");
        form.set("matter", "hall");
        follow(&mut form);
        assert_eq!(form.value("handling-period"), "14일");
        let (read, faults) = intake::read(&form, &charter, chrono::DateTime::UNIX_EPOCH);
        assert_eq!((read.period.as_str(), faults.len()), ("14일", 0));
        // What was chosen is not taken away by another title.
        form.focus("title");
        form.set("title", "노점");
        follow(&mut form);
        assert_eq!(
            (form.value("matter"), form.value("handling-period")),
            ("hall", "14일")
        );
        form.focus("handling-period");
        form.set("handling-period", "20일");
        follow(&mut form);
        assert_eq!(
            (form.value("matter"), form.value("handling-period")),
            ("", "20일")
        );
    }

    #[test]
    fn a_charter_without_a_table_asks_for_the_period_alone() {
        let charter = parse(builtin_text("gbvc").unwrap()).unwrap();
        let mut form = intake::form(&charter, Lang::En);
        form.set("kind", CaseKind::Statutory.id());
        intake::follow(&mut form, &charter, None, Lang::En);
        assert!(offered(&form).is_empty());
        let asked = form.questions();
        assert!(asked.iter().any(|one| one.id == "handling-period"));
    }
}
