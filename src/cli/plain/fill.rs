//! A form filled in by questions. What was answered is kept as the form's draft after every answer.

use super::talk::Talk;
use crate::{
    cli::Failure,
    desk::{Desk, DeskError},
    domain::{
        command::Values,
        refusal::{FieldFault, Refusal},
    },
    form::{Answer, Form, Pick, Question},
    words::{Say, plain as text},
};
use serde_json::{Map, Value};

/// Typed at any question, these words go back without saving.
pub(super) const STOP: [&str; 2] = ["/그만", "/stop"];
/// Empties a field.
const EMPTY: &str = "-";
/// Ends a text of several lines.
const END: &str = ".";

/// What is asked.
pub(super) struct Asked<'a> {
    /// The name of the draft.
    pub(super) name: &'a str,
    /// The word that records it and what it does, where a number is too little.
    pub(super) danger: Option<(String, &'a str)>,
}

/// How a question ended.
enum Went {
    On,
    Stopped,
}

/// Asks for every field, reads the answers back, and says whether they are to be saved.
pub(super) fn run(
    form: &mut Form,
    asked: &Asked<'_>,
    change: impl Fn(&mut Form),
    desk: &mut Desk,
    talk: &mut Talk,
) -> Result<bool, Failure> {
    let lang = talk.lang();
    let draft = desk.draft(asked.name)?;
    let draft = draft.and_then(|draft| serde_json::from_str::<Map<String, Value>>(&draft).ok());
    if form.is_untouched() && draft.is_some_and(|draft| form.restore(&draft)) {
        talk.say(text::RESTORED.get(lang))?;
    }
    talk.say(text::GIVE_UP.get(lang))?;
    loop {
        // After a refusal only what is wrong is asked again.
        let wrong = form.questions().iter().any(|it| it.fault.is_some());
        let ids: Vec<&str> = form.questions().iter().map(|it| it.id).collect();
        for id in ids {
            let Some(question) = form.questions().into_iter().find(|it| it.id == id) else {
                continue;
            };
            if wrong && question.fault.is_none() {
                continue;
            }
            let mut keep = |form: &Form, talk: &mut Talk| {
                let draft = Value::Object(form.draft()).to_string();
                talk.kept(desk.keep_draft(asked.name, &draft))
            };
            if let Went::Stopped = ask(&question, form, talk, &mut keep)? {
                talk.say(text::NOT_SAVED.get(lang))?;
                return Ok(false);
            }
            change(form);
            keep(form, talk)?;
        }
        summary(form, talk)?;
        if let Some((word, does)) = &asked.danger {
            let values = [("does", *does), ("word", word)];
            talk.say(&text::DANGER.with(lang, &values))?;
            let answer = talk.line("> ")?;
            let yes = answer.as_deref() == Some(word);
            if !yes {
                talk.say(text::NOT_SAVED.get(lang))?;
            }
            return Ok(yes);
        }
        let offers = [text::SAVE, text::AGAIN].map(|offer| offer.get(lang).to_owned());
        match talk.choose(&offers, text::BACK)? {
            Some(0) => return Ok(true),
            Some(_) => {}
            None => {
                talk.say(text::NOT_SAVED.get(lang))?;
                return Ok(false);
            }
        }
    }
}

/// Reads a question out, with what it takes and what stands there.
fn put(question: &Question, talk: &Talk) -> Result<(), Failure> {
    let lang = talk.lang();
    let mut said = vec![question.label.clone()];
    said.extend(
        question
            .required
            .then(|| text::REQUIRED.get(lang).to_owned()),
    );
    said.extend((!question.hint.is_empty()).then(|| question.hint.clone()));
    said.extend(match question.takes {
        Answer::Lines => Some(text::LINES.get(lang).to_owned()),
        Answer::YesNo => Some(text::YES_NO.get(lang).to_owned()),
        Answer::Several(_) => Some(text::SEVERAL.get(lang).to_owned()),
        Answer::Line | Answer::Among(_) => None,
    });
    let value = shown(question, talk);
    if !value.is_empty() {
        said.push(text::KEEP.with(lang, &[("value", &value)]));
        let text = !matches!(question.takes, Answer::Among(_) | Answer::YesNo);
        said.extend((text && !question.required).then(|| text::EMPTY.get(lang).to_owned()));
    }
    talk.say(&said.join(". "))?;
    if let Answer::Among(picks) | Answer::Several(picks) = &question.takes {
        for (number, pick) in (1..).zip(picks) {
            talk.say(&format!("{number}. {}", pick.name))?;
        }
    }
    Ok(())
}

/// Keeps the form as far as it is filled in.
type Keep<'a> = dyn FnMut(&Form, &mut Talk) -> Result<(), Failure> + 'a;

fn ask(
    question: &Question,
    form: &mut Form,
    talk: &mut Talk,
    keep: &mut Keep<'_>,
) -> Result<Went, Failure> {
    put(question, talk)?;
    let lang = talk.lang();
    loop {
        let Some(answer) = talk.line("> ")? else {
            return Ok(Went::Stopped);
        };
        if STOP.contains(&answer.as_str()) {
            return Ok(Went::Stopped);
        }
        if answer.is_empty() {
            return Ok(Went::On);
        }
        match &question.takes {
            Answer::Line | Answer::Lines | Answer::Several(_) if answer == EMPTY => {
                form.set(question.id, "");
            }
            Answer::Line => form.set(question.id, &answer),
            // Nothing was typed before it.
            Answer::Lines if answer == END => {}
            Answer::Lines => return rest(answer, question.id, form, talk, keep),
            Answer::YesNo if matches!(answer.as_str(), "0" | "1") => {
                let yes = if answer == "1" { Values::YES } else { "" };
                form.set(question.id, yes);
            }
            Answer::YesNo => {
                talk.say(text::YES_NO.get(lang))?;
                continue;
            }
            Answer::Among(picks) => {
                let number = answer.parse::<usize>().ok();
                let pick = number.and_then(|number| picks.get(number.checked_sub(1)?));
                let Some(pick) = pick else {
                    let most = picks.len().to_string();
                    talk.say(&text::NOT_AMONG.with(lang, &[("most", &most)]))?;
                    continue;
                };
                form.set(question.id, &pick.id);
            }
            Answer::Several(picks) => {
                let Some(ids) = several(&answer, picks) else {
                    let most = picks.len().to_string();
                    talk.say(&text::NOT_AMONG.with(lang, &[("most", &most)]))?;
                    continue;
                };
                form.set(question.id, &ids);
            }
        }
        return Ok(Went::On);
    }
}

/// The ids of the picks whose numbers were typed, with commas between them; nothing where one of them is no pick.
fn several(answer: &str, picks: &[Pick]) -> Option<String> {
    let numbers = answer.split([',', ' ']).filter(|word| !word.is_empty());
    let ids = numbers.map(|number| {
        let at = number.parse::<usize>().ok()?.checked_sub(1)?;
        picks.get(at).map(|pick| pick.id.as_str())
    });
    let ids: Option<Vec<&str>> = ids.collect();
    ids.map(|ids| ids.join(","))
}

/// Takes the lines after the first, up to one of a full stop. Each is kept as it comes: a line that is lost in the middle of
/// a long text must not take that with it.
fn rest(
    first: String,
    id: &str,
    form: &mut Form,
    talk: &mut Talk,
    keep: &mut Keep<'_>,
) -> Result<Went, Failure> {
    let mut lines = first;
    loop {
        form.set(id, &lines);
        keep(form, talk)?;
        match talk.line("")? {
            None => return Ok(Went::Stopped),
            Some(line) if STOP.contains(&line.as_str()) => return Ok(Went::Stopped),
            Some(line) if line == END => return Ok(Went::On),
            Some(line) => {
                lines.push('\n');
                lines.push_str(&line);
            }
        }
    }
}

/// What stands in a field, by its name where it is one of several.
fn shown(question: &Question, talk: &Talk) -> String {
    let value = question.value.as_str();
    match &question.takes {
        Answer::Among(picks) => {
            let pick = picks.iter().find(|pick| pick.id == value);
            pick.map_or_else(String::new, |pick| pick.name.clone())
        }
        Answer::Several(picks) => {
            let named = value.split(',').filter_map(|id| {
                let pick = picks.iter().find(|pick| pick.id == id);
                pick.map(|pick| pick.name.as_str())
            });
            named.collect::<Vec<_>>().join(" / ")
        }
        Answer::YesNo if value.is_empty() => crate::words::forms::NO.get(talk.lang()).to_owned(),
        Answer::YesNo => crate::words::forms::YES.get(talk.lang()).to_owned(),
        Answer::Line | Answer::Lines => value.replace('\n', " / "),
    }
}

fn summary(form: &Form, talk: &Talk) -> Result<(), Failure> {
    talk.say(text::SUMMARY.get(talk.lang()))?;
    for question in form.questions() {
        let value = shown(&question, talk);
        if !question.value.is_empty() {
            talk.say(&format!("{}: {value}", question.label))?;
        }
    }
    Ok(())
}

/// Says what is wrong with which field; those are asked again.
pub(super) fn fault(form: &mut Form, faults: &[FieldFault], talk: &Talk) -> Result<(), Failure> {
    form.set_faults(faults);
    for fault in faults {
        talk.say(&fault.say(talk.lang()))?;
    }
    Ok(())
}

/// Says why the desk refused; only wrong fields are worth asking again.
pub(super) fn refused(form: &mut Form, error: DeskError, talk: &Talk) -> Result<(), Failure> {
    match error {
        DeskError::Refusal(Refusal::Fields(faults)) => fault(form, &faults, talk),
        other => Err(other.into()),
    }
}
