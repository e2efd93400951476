//! Reads what sets a promise to work: `received:complaint,praise`, `misconduct:error | improvable`, `call`.

use super::{error::Problem, reader::Section, sentence, value::Value};
use crate::domain::charter::{Ask, Detail, Happened, Matter, Start, Topic, Trigger};

/// What stands between two triggers either of which starts a promise.
pub(super) const OR: char = '|';

/// The triggers of a promise; none where the key is absent.
pub(super) fn starts(section: &Section<'_>) -> Option<Vec<Start>> {
    let Some(value) = section.value("trigger") else {
        return Some(Vec::new());
    };
    let text = value.raw_text()?;
    let mut starts = Some(Vec::new());
    let mut at = 0;
    for written in text.split(OR) {
        let begins = at + written.len() - written.trim_start().len();
        let word = written.trim();
        match (start(&value, begins, word), &mut starts) {
            (Some(start), Some(starts)) if starts.contains(&start) => {
                value.report_inside(begins, Problem::new(sentence::TWICE).given(word));
            }
            (Some(start), Some(starts)) => starts.push(start),
            _ => starts = None,
        }
        at += written.len() + OR.len_utf8();
    }
    starts
}

/// One of them, which begins at a byte of the value.
fn start(value: &Value<'_>, at: usize, text: &str) -> Option<Start> {
    let (text, happened) = match text.split_once(" happened=") {
        Some((text, place)) => (text, Some((at + text.len() + " happened=".len(), place))),
        None => (text, None),
    };
    let (name, asked) = match text.split_once(':') {
        Some((name, asked)) => (name, Some((at + name.len() + 1, asked))),
        None => (text, None),
    };
    let trigger: Trigger = value.word_inside(at, name)?;
    let of = match (trigger, asked) {
        (_, None) => Vec::new(),
        (Trigger::Received, Some((at, words))) => all(value, at, words, matter)?,
        (Trigger::Misconduct, Some((at, words))) => all(value, at, words, |value, at, word| {
            detail(value, at, word, false)
        })?,
        (Trigger::VisitorArrived, Some((at, words))) => {
            all(value, at, words, |value, at, word| {
                detail(value, at, word, true)
            })?
        }
        (_, Some((at, _))) => {
            value.report_inside(at - 1, Problem::new(sentence::DETAIL).given(name));
            return None;
        }
    };
    let happened = match happened {
        None => None,
        Some((at, place)) if matches!(trigger, Trigger::Received | Trigger::Misconduct) => {
            let place: Happened = value.word_inside(at, place)?;
            Some(place)
        }
        Some((at, _)) => {
            value.report_inside(at, Problem::new(sentence::DETAIL).given(name));
            return None;
        }
    };
    Some(Start {
        trigger,
        of,
        happened,
    })
}

/// Every word of a list that commas separate, each once.
fn all(
    value: &Value<'_>,
    mut at: usize,
    words: &str,
    read: impl Fn(&Value<'_>, usize, &str) -> Option<Ask>,
) -> Option<Vec<Ask>> {
    let mut asked = Some(Vec::new());
    for word in words.split(',') {
        match (read(value, at, word), &mut asked) {
            (Some(ask), Some(asked)) if asked.contains(&ask) => {
                value.report_inside(at, Problem::new(sentence::TWICE).given(word));
            }
            (Some(ask), Some(asked)) => asked.push(ask),
            _ => asked = None,
        }
        at += word.len() + 1;
    }
    asked
}

/// What a receipt is asked for: a topic of its category, or what the law takes it for.
fn matter(value: &Value<'_>, at: usize, word: &str) -> Option<Ask> {
    let topic = word.parse::<Topic>().map(Ask::Topic);
    let matter = || word.parse::<Matter>().map(Ask::Matter);
    topic.or_else(|_no_topic| matter()).ok().or_else(|| {
        let topics = Topic::ALL.iter().map(|topic| topic.id());
        let allowed = topics.chain(Matter::ALL.iter().map(|matter| matter.id()));
        not_allowed(value, at, word, allowed);
        None
    })
}

/// A detail of misconduct, or of a visit.
fn detail(value: &Value<'_>, at: usize, word: &str, of_a_visit: bool) -> Option<Ask> {
    let fits = |detail: &Detail| (*detail == Detail::Assistance) == of_a_visit;
    let detail: Detail = value.word_inside(at, word)?;
    if fits(&detail) {
        return Some(Ask::Detail(detail));
    }
    let allowed = Detail::ALL.iter().filter(|detail| fits(detail));
    not_allowed(value, at, word, allowed.map(|detail| detail.id()));
    None
}

fn not_allowed<'w>(
    value: &Value<'_>,
    at: usize,
    word: &str,
    allowed: impl IntoIterator<Item = &'w str>,
) {
    let problem = Problem::new(sentence::NOT_ALLOWED).given(word);
    value.report_inside(at, problem.allowed(allowed));
}
