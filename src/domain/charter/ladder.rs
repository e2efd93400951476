//! The ladder of the house: the program's own three steps for a body whose charter has none.
//!
//! It stands behind the text of the charter it was switched on for, as entries of the house's own, so that every case keeps
//! what held when it came in.

use super::{Charter, Promise, PromiseKind, Source, Topic};
use crate::words::{Lang, Say};
use std::fmt::Write;

/// What the ids of its steps begin with.
const ID: &str = "house.step.";

/// What its first line begins with.
const MARK: &str = "\n# ---- The ladder of the house, not of the charter ----";
/// What a complaint about the service may touch.
const COMPLAINTS: [Topic; 3] = [Topic::Complaint, Topic::Discourtesy, Topic::Dissatisfaction];

impl Charter {
    /// True where it has steps, its own or those of the house.
    pub fn has_ladder(&self) -> bool {
        let steps = |kind| kind == PromiseKind::Escalation;
        self.promises.iter().any(|promise| steps(promise.kind))
    }

    /// True where its steps are those of the house.
    pub fn has_steps_of_house(&self) -> bool {
        let mut promises = self.promises.iter();
        promises.any(|promise| promise.source() == Source::House)
    }
}

impl Promise {
    /// Whose it is: a step of the house is none of the charter's.
    pub fn source(&self) -> Source {
        if self.kind == PromiseKind::Escalation && self.id.starts_with(ID) {
            Source::House
        } else {
            Source::Charter
        }
    }

    /// What it asks for, behind whose it is where that is not the charter.
    pub fn said(&self, lang: Lang) -> String {
        let action = self.action.get(lang);
        match self.source() {
            Source::House => format!("[{}] {action}", Source::House.say(lang)),
            Source::Charter | Source::Statute => action.to_owned(),
        }
    }
}

/// The text without a ladder of the house.
pub fn without_ladder(text: &str) -> &str {
    text.split_once(MARK).map_or(text, |(before, _)| before)
}

/// True where a ladder of the house stands behind the text.
pub fn has_house_ladder(text: &str) -> bool {
    text.contains(MARK)
}

/// The text with the ladder of the house that stands behind another one.
pub fn with_ladder_of(other: &str, text: &str) -> String {
    match other.split_once(MARK) {
        Some((_, ladder)) => format!("{}{MARK}{ladder}", without_ladder(text)),
        None => text.to_owned(),
    }
}

/// The text with a ladder of the house, which rests on a rule of the body's own.
pub fn with_ladder(charter: &Charter, text: &str, rule: &str) -> String {
    let touched = |topic: &Topic| {
        let mut categories = charter.categories.iter();
        categories.any(|category| category.topics.contains(topic))
    };
    let topics: Vec<&str> = COMPLAINTS
        .iter()
        .filter(|topic| touched(topic))
        .map(|topic| topic.id())
        .collect();
    let first = if topics.is_empty() {
        "misconduct".to_owned()
    } else {
        format!("received:{} | misconduct", topics.join(","))
    };
    let mut with = format!("{}{MARK}\n", without_ladder(text));
    for (step, trigger, counted, ko, en) in [
        (
            1,
            first.as_str(),
            FIRST,
            "1차: 담당 팀에 신속히 넘깁니다.",
            "Step 1: pass it quickly to the team in charge.",
        ),
        (
            2,
            "recurrence",
            SECOND,
            "2차: 조치 결과와 사과문을 보냅니다.",
            "Step 2: send the result of the measures and a letter of apology.",
        ),
        (
            3,
            "not_reflected",
            "",
            "3차: 담당 팀과 담당자에게 주의를 줍니다.",
            "Step 3: caution the team and the officer.",
        ),
    ] {
        let (ko, en) = (format!("{ko} ({rule})"), format!("{en} ({rule})"));
        let _infallible = write!(
            with,
            "\n[[promise]]\nid = \"{ID}{step}\"\nkind = \"escalation\"\ntrigger = \"{trigger}\"\n\
             action = {{ ko = {}, en = {} }}\n{counted}met_by = \"step\"\nstep = {step}\n",
            toml::Value::from(ko),
            toml::Value::from(en),
        );
    }
    with
}

const FIRST: &str = "limit = \"1 hour\"\ncount = \"working_hours\"\nby_default = true\n";
const SECOND: &str =
    "limit = \"7 days\"\ncount = \"petition_act\"\nby_default = true\nfrom = \"received\"\n";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::charter::{builtin::BUILTIN, parse};

    #[test]
    fn a_ladder_of_the_house_is_read_names_its_rule_and_goes_again() {
        for (id, text) in BUILTIN.into_iter().filter(|(id, _)| *id != "gbvc") {
            let charter = parse(text).unwrap();
            assert!(!charter.has_ladder(), "{id}");
            let with = with_ladder(&charter, text, "민원 \"처리\" 규정");
            let again = with_ladder(&charter, &with, "민원 \"처리\" 규정");
            assert_eq!(with, again, "{id}: it stands there once");
            let read = parse(&with).unwrap();
            assert!(read.has_ladder() && has_house_ladder(&with));
            let step = read.promise("house.step.1").unwrap();
            assert!(step.action.ko.contains("민원 \"처리\" 규정"));
            assert!(without_ladder(&with) == text, "{id}: as it was");
            assert!(with_ladder_of(&with, text) == with);
            assert!(with_ladder_of(text, text) == text);
            assert_eq!(parse(without_ladder(&with)).unwrap(), charter);
        }
    }
}
