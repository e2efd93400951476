//! A form filled in by questions. The answers are saved as the form's draft one by one.

use super::talk::Talk;
use crate::{
    cli::Failure,
    desk::{Desk, DeskError},
    domain::{
        command::Values,
        refusal::{FieldFault, Refusal},
    },
    form::{Answer, Form, Pick, Question, names::narrowed},
    words::{Phrase, Say, forms, plain as text},
};
use serde_json::{Map, Value};

/// Typed at any question, these words go back without saving.
const STOP: [&str; 2] = ["/그만", "/stop"];
/// Empties a field.
const EMPTY: &str = "-";
/// Ends a text of several lines.
const END: &str = ".";

/// The draft of a form, and the confirmation it needs.
pub(super) struct Draft<'a> {
    pub(super) name: &'a str,
    /// For dangerous actions: the word that must be typed, and what the action does.
    pub(super) danger: Option<(String, &'a str)>,
}

impl<'a> Draft<'a> {
    /// The draft of a form without danger.
    pub(super) fn of(name: &'a str) -> Self {
        Self { name, danger: None }
    }
}

/// How a question ended.
enum QuestionEnd {
    Answered,
    Stopped,
}

/// Has the form filled in and sends it, again where the desk rejects fields; `None` where the clerk gives up.
///
/// `change` runs after every answer; `send` reads the form and carries it out.
pub(super) fn submit<R>(
    form: &mut Form,
    draft: &Draft<'_>,
    change: impl Fn(&mut Form),
    desk: &mut Desk,
    talk: &mut Talk,
    mut send: impl FnMut(&Form, &mut Desk, &mut Talk) -> Result<R, Failure>,
) -> Result<Option<R>, Failure> {
    while fill(form, draft, &change, desk, talk)? {
        match send(form, desk, talk) {
            Ok(result) => return Ok(Some(result)),
            Err(Failure::Desk(DeskError::Refusal(Refusal::Fields(faults)))) => {
                form.set_faults(&faults);
                for fault in faults {
                    talk.print(&fault.say(talk.lang()))?;
                }
            }
            Err(other) => return Err(other),
        }
    }
    Ok(None)
}

/// The failure for fields that cannot be read: they are asked again.
pub(super) fn rejected(faults: Vec<FieldFault>) -> Failure {
    DeskError::from(Refusal::Fields(faults)).into()
}

/// Asks for every field and reads the answers back; true where they are to be saved.
fn fill(
    form: &mut Form,
    draft: &Draft<'_>,
    change: &impl Fn(&mut Form),
    desk: &mut Desk,
    talk: &mut Talk,
) -> Result<bool, Failure> {
    let saved = desk.draft(draft.name)?;
    let saved = saved.and_then(|text| serde_json::from_str::<Map<String, Value>>(&text).ok());
    if form.is_untouched() && saved.is_some_and(|saved| form.restore(&saved)) {
        talk.say(text::RESTORED, &[])?;
    }
    talk.say(text::GIVE_UP, &[])?;
    let mut save = |form: &Form, talk: &mut Talk| {
        let text = Value::Object(form.draft()).to_string();
        talk.warn_unsaved(desk.keep_draft(draft.name, &text))
    };
    loop {
        let wish = match ask_all(form, change, talk, &mut save)? {
            QuestionEnd::Answered => confirm(form, draft, talk)?,
            QuestionEnd::Stopped => Some(false),
        };
        match wish {
            Some(true) => return Ok(true),
            Some(false) => {
                talk.say(text::NOT_SAVED, &[])?;
                return Ok(false);
            }
            None => {}
        }
    }
}

/// Asks every question; after a refusal only those with a fault.
fn ask_all(
    form: &mut Form,
    change: &impl Fn(&mut Form),
    talk: &mut Talk,
    save: &mut Save<'_>,
) -> Result<QuestionEnd, Failure> {
    let rejected = form.questions().iter().any(|it| it.fault.is_some());
    for id in form.ids() {
        // An answer may have changed, removed or brought up the questions after it.
        let question = form.questions().into_iter().find(|it| it.id == id);
        let Some(question) = question.filter(|it| !rejected || it.fault.is_some()) else {
            continue;
        };
        if let QuestionEnd::Stopped = ask(&question, form, talk, save)? {
            return Ok(QuestionEnd::Stopped);
        }
        change(form);
        save(form, talk)?;
    }
    Ok(QuestionEnd::Answered)
}

/// Reads the answers back; whether to save them, or `None` to ask again.
fn confirm(form: &Form, draft: &Draft<'_>, talk: &mut Talk) -> Result<Option<bool>, Failure> {
    talk.say(text::SUMMARY, &[])?;
    for question in form.questions().iter().filter(|it| !it.value.is_empty()) {
        let value = shown(question, talk);
        talk.print(&format!("{}: {value}", question.label))?;
    }
    if let Some((word, does)) = &draft.danger {
        talk.say(text::DANGER, &[("does", *does), ("word", word)])?;
        return Ok(Some(talk.line("> ")?.as_deref() == Some(word)));
    }
    let offers = talk.offers([text::SAVE, text::AGAIN]);
    Ok(match talk.choose(&offers)? {
        Some(0) => Some(true),
        Some(_) => None,
        None => Some(false),
    })
}

/// Reads a question out, with its hints and its present value.
fn put(question: &Question, talk: &Talk) -> Result<(), Failure> {
    let lang = talk.lang();
    let phrase = |phrase: Phrase| Some(phrase.get(lang).to_owned());
    let kind = match question.takes {
        Answer::Lines => phrase(text::LINES),
        Answer::YesNo => phrase(text::YES_NO),
        Answer::Several(_) => phrase(text::SEVERAL),
        Answer::Line | Answer::Named(_) | Answer::Among(_) => None,
    };
    let required = phrase(text::REQUIRED).filter(|_| question.required);
    let hint = Some(question.hint.clone()).filter(|hint| !hint.is_empty());
    let mut parts = vec![question.label.clone()];
    parts.extend([required, hint, kind].into_iter().flatten());
    let value = shown(question, talk);
    if !value.is_empty() {
        parts.push(text::KEEP.with(lang, &[("value", &value)]));
        let text = !matches!(question.takes, Answer::Among(_) | Answer::YesNo);
        parts.extend(phrase(text::EMPTY).filter(|_| text && !question.required));
    }
    talk.print(&parts.join(". "))?;
    if let Answer::Among(picks) | Answer::Several(picks) = &question.takes {
        for (number, pick) in (1..).zip(picks) {
            talk.print(&format!("{number}. {}", pick.name))?;
        }
    }
    Ok(())
}

/// Saves the form as a draft.
type Save<'a> = dyn FnMut(&Form, &mut Talk) -> Result<(), Failure> + 'a;

fn ask(
    question: &Question,
    form: &mut Form,
    talk: &mut Talk,
    save: &mut Save<'_>,
) -> Result<QuestionEnd, Failure> {
    put(question, talk)?;
    loop {
        let Some(answer) = talk.line("> ")?.filter(|answer| !is_stop(answer)) else {
            return Ok(QuestionEnd::Stopped);
        };
        if answer.is_empty() {
            return Ok(QuestionEnd::Answered);
        }
        let value = match &question.takes {
            Answer::Line | Answer::Named(_) | Answer::Lines | Answer::Several(_)
                if answer == EMPTY =>
            {
                String::new()
            }
            Answer::Line => answer,
            Answer::Named(names) => match named(&answer, names) {
                Ok(name) => name,
                Err(fitting) => {
                    let fitting: Vec<&str> = fitting.iter().map(|pick| &*pick.name).collect();
                    talk.say(text::NAMES, &[("names", &fitting.join(", "))])?;
                    continue;
                }
            },
            // Nothing was typed before it.
            Answer::Lines if answer == END => return Ok(QuestionEnd::Answered),
            Answer::Lines => return ask_lines(answer, question.id, form, talk, save),
            Answer::YesNo => match answer.as_str() {
                "0" => String::new(),
                "1" => Values::YES.to_owned(),
                _ => {
                    talk.say(text::YES_NO, &[])?;
                    continue;
                }
            },
            Answer::Among(picks) | Answer::Several(picks) => {
                let ids = match &question.takes {
                    Answer::Among(_) => picked(&answer, picks).map(str::to_owned),
                    _ => several(&answer, picks),
                };
                let Some(ids) = ids else {
                    talk.say(text::NOT_AMONG, &[("most", &picks.len().to_string())])?;
                    continue;
                };
                ids
            }
        };
        form.set(question.id, &value);
        return Ok(QuestionEnd::Answered);
    }
}

pub(super) fn is_stop(answer: &str) -> bool {
    STOP.contains(&answer)
}

/// The id of the pick with that number, from 1.
fn picked<'a>(number: &str, picks: &'a [Pick]) -> Option<&'a str> {
    let at = number.parse::<usize>().ok()?.checked_sub(1)?;
    picks.get(at).map(|pick| pick.id.as_str())
}

/// The name that was typed, or the only one that holds it; what nobody is called is left to the desk.
///
/// # Errors
/// The names that fit, where they are several.
fn named(typed: &str, names: &[Pick]) -> Result<String, Vec<Pick>> {
    let fitting = narrowed(names, typed);
    match fitting.as_slice() {
        [only] => Ok(only.id.clone()),
        [_, ..] if !fitting.iter().any(|name| name.id == typed) => Err(fitting),
        _ => Ok(typed.to_owned()),
    }
}

/// The ids of the picks with these numbers, separated by commas; `None` where one of them is no pick.
fn several(answer: &str, picks: &[Pick]) -> Option<String> {
    let numbers = answer.split([',', ' ']).filter(|word| !word.is_empty());
    let ids: Option<Vec<&str>> = numbers.map(|number| picked(number, picks)).collect();
    ids.map(|ids| ids.join(","))
}

/// Reads the lines after the first, up to a full stop. Each is saved as it comes, so that losing the terminal in the middle
/// of a long text does not lose what was typed before.
fn ask_lines(
    first: String,
    id: &str,
    form: &mut Form,
    talk: &mut Talk,
    save: &mut Save<'_>,
) -> Result<QuestionEnd, Failure> {
    let mut lines = first;
    loop {
        form.set(id, &lines);
        save(form, talk)?;
        match talk.line("")?.filter(|line| !is_stop(line)) {
            None => return Ok(QuestionEnd::Stopped),
            Some(line) if line == END => return Ok(QuestionEnd::Answered),
            Some(line) => {
                lines.push('\n');
                lines.push_str(&line);
            }
        }
    }
}

/// The value of a field for people: picks by their names.
fn shown(question: &Question, talk: &Talk) -> String {
    let value = question.value.as_str();
    match &question.takes {
        Answer::Among(picks) => {
            let pick = picks.iter().find(|pick| pick.id == value);
            pick.map_or_else(String::new, |pick| pick.name.clone())
        }
        Answer::Several(picks) => {
            let ids = value.split(',');
            let chosen = ids.filter_map(|id| picks.iter().find(|pick| pick.id == id));
            let names: Vec<&str> = chosen.map(|pick| pick.name.as_str()).collect();
            names.join(" / ")
        }
        Answer::YesNo if value.is_empty() => forms::NO.get(talk.lang()).to_owned(),
        Answer::YesNo => forms::YES.get(talk.lang()).to_owned(),
        Answer::Line | Answer::Named(_) | Answer::Lines => value.replace('\n', " / "),
    }
}
