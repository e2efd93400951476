//! A form as a sequence of questions, for `--plain`, made from the fields that the screen shows.

use super::{Control, Form, Pick};

/// One field as a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub id: &'static str,
    pub label: String,
    /// The placeholder of the field; empty where it has none.
    pub hint: String,
    pub required: bool,
    pub value: String,
    pub fault: Option<String>,
    pub takes: Answer,
}

/// The kind of answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Line,
    /// One of these, or as much of it as no other has.
    Named(Vec<Pick>),
    Lines,
    Among(Vec<Pick>),
    YesNo,
    /// Any of these; the value is their ids, separated by commas.
    Several(Vec<Pick>),
}

impl Form {
    /// The fields in order, as questions.
    pub fn questions(&self) -> Vec<Question> {
        let shown = self.fields.iter().filter(|field| field.is_shown());
        let asked = shown.map(|field| {
            let (takes, hint) = match &field.control {
                Control::Line(line) => (Answer::Line, line.placeholder()),
                Control::Name(name) => (
                    Answer::Named(name.names().to_vec()),
                    name.line().placeholder(),
                ),
                Control::Text(text, _) => (Answer::Lines, text.placeholder()),
                Control::Choice(choice) => (Answer::Among(choice.picks().0.to_vec()), ""),
                Control::Toggle(_) => (Answer::YesNo, field.note.as_str()),
                Control::Checks(checks) => {
                    let items = checks.items().map(|(item, ..)| item.clone());
                    (Answer::Several(items.collect()), "")
                }
            };
            Question {
                id: field.id,
                label: field.label.clone(),
                hint: hint.to_owned(),
                required: field.required,
                value: field.control.value().to_owned(),
                fault: field.fault.clone(),
                takes,
            }
        });
        asked.collect()
    }
}
