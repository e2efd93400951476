//! A form as questions, one after another, for those who read no screen.
//!
//! The fields are those that the screen shows: there is no second list of them.

use super::{Control, Form, Pick};

/// One field as a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The id of the field.
    pub id: &'static str,
    /// What it is called.
    pub label: String,
    /// What may stand in it, as an example or a hint; empty where the label says it.
    pub hint: String,
    /// It must be filled in.
    pub required: bool,
    /// What stands in it now.
    pub value: String,
    /// What is wrong with that.
    pub fault: Option<String>,
    /// What it takes.
    pub takes: Answer,
}

/// What a question takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Line,
    Lines,
    /// One of these.
    Among(Vec<Pick>),
    /// Yes or no.
    YesNo,
    /// Any of these, none or all; the value is their ids with commas between them.
    Several(Vec<Pick>),
}

impl Form {
    /// The fields in order, as questions.
    pub fn questions(&self) -> Vec<Question> {
        let shown = self.fields.iter().filter(|field| field.is_shown());
        let asked = shown.map(|field| {
            let (takes, hint) = match &field.control {
                Control::Line(line) => (Answer::Line, line.placeholder()),
                Control::Text(text, _) => (Answer::Lines, text.placeholder()),
                Control::Choice(choice) => (Answer::Among(choice.picks().0.to_vec()), ""),
                Control::Toggle(_) => (Answer::YesNo, ""),
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
