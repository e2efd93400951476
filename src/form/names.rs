//! A line that names one of a list, which narrows as one types.
//!
//! Must not know what the names are; the desk says whether what was typed exists.

use super::{
    Pick,
    edit::{Edit, EditCommand, LineField, Move},
};
use crate::domain::hangul;
use unicode_normalization::UnicodeNormalization;

/// A line with the names that fit into it. The id of a pick is what stands in the line.
#[derive(Clone, Debug, Default)]
pub struct NameField {
    pub(super) line: LineField,
    names: Vec<Pick>,
    /// Those that fit what was typed.
    offered: Vec<Pick>,
    /// The offered name that stands in the line.
    at: Option<usize>,
    open: bool,
}

impl NameField {
    pub(super) fn new(line: LineField, names: Vec<Pick>) -> Self {
        Self {
            line,
            names,
            ..Self::default()
        }
    }

    /// The line under edit.
    pub fn line(&self) -> &LineField {
        &self.line
    }

    /// The names that fit into it, in their order.
    pub fn names(&self) -> &[Pick] {
        &self.names
    }

    /// The names that fit, and which of them stands in the line, while the list is shown.
    pub(crate) fn list(&self) -> Option<(&[Pick], Option<usize>)> {
        self.open.then_some((self.offered.as_slice(), self.at))
    }

    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    pub(super) fn set(&mut self, text: &str) {
        self.line.set_text(text);
        self.close();
    }

    /// Closes the list; true where it was open.
    pub(super) fn close(&mut self) -> bool {
        self.at = None;
        std::mem::take(&mut self.open)
    }

    /// Takes the only name that fits what was typed, as the field is left.
    pub(super) fn settle(&mut self) {
        if self.open
            && self.at.is_none()
            && let [only] = self.offered.as_slice()
        {
            self.line.set_text(&only.id);
        }
    }

    /// Applies a command: while the list is open, Up and Down put the names into the line one after another.
    pub(super) fn take(&mut self, command: EditCommand) -> Edit {
        match command {
            EditCommand::Go(to @ (Move::Up | Move::Down)) if self.open => self.turn(to),
            command => {
                let edit = self.line.take(command);
                self.narrow(edit)
            }
        }
    }

    pub(super) fn turn(&mut self, to: Move) -> Edit {
        let last = self.offered.len().saturating_sub(1);
        let next = match (to, self.at) {
            (_, None) => 0,
            (Move::Up, Some(at)) => at.saturating_sub(1),
            (_, Some(at)) => (at + 1).min(last),
        };
        self.put(next)
    }

    /// Puts the offered name at this place into the line.
    pub(super) fn put(&mut self, at: usize) -> Edit {
        let Some(name) = self.offered.get(at) else {
            return Edit::Ignored;
        };
        self.at = Some(at);
        if self.line.text() == name.id {
            return Edit::Moved;
        }
        self.line.set_text(&name.id);
        Edit::Changed
    }

    pub(super) fn paste(&mut self, text: &str) -> Edit {
        let edit = self.line.paste(text);
        self.narrow(edit)
    }

    /// Narrows the list after an edit of the line.
    fn narrow(&mut self, edit: Edit) -> Edit {
        if edit == Edit::Changed {
            self.at = None;
            self.offered = narrowed(&self.names, self.line.text());
            let typed = self.line.text().trim();
            let done = self.offered.iter().any(|name| name.id == typed);
            self.open = !typed.is_empty() && !self.offered.is_empty() && !done;
        }
        edit
    }
}

/// The names that hold what was typed: whole, by initial consonants, or typed in the other input mode.
pub(crate) fn narrowed(names: &[Pick], typed: &str) -> Vec<Pick> {
    let switched = [
        hangul::with_method_on(typed),
        hangul::with_method_off(typed),
    ];
    let mut readings = vec![letters(typed)];
    readings.extend(switched.iter().flatten().map(|text| letters(text)));
    readings.retain(|reading| !reading.is_empty());
    let holds = |name: &str| {
        let name = letters(name);
        readings.iter().any(|reading| {
            let fits = |part: &[char]| {
                let mut pairs = reading.iter().zip(part);
                pairs.all(|(typed, letter)| hangul::begins(*typed, *letter))
            };
            name.windows(reading.len()).any(fits)
        })
    };
    let fitting = names
        .iter()
        .filter(|name| holds(&name.id) || holds(&name.name));
    fitting.cloned().collect()
}

/// Letters and digits, composed and in lower case.
fn letters(text: &str) -> Vec<char> {
    let composed = text.nfc().flat_map(char::to_lowercase);
    composed.filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field() -> NameField {
        let names = ["경영지원팀", "고객지원팀", "교육운영팀", "감사실"];
        let names = names.map(|name| Pick::new(name, name)).to_vec();
        NameField::new(LineField::limited(20), names)
    }

    fn typed(text: &str) -> NameField {
        let mut field = field();
        for letter in text.chars() {
            field.take(EditCommand::Type(letter));
        }
        field
    }

    fn offered(field: &NameField) -> Vec<&str> {
        let (names, _) = field.list().unwrap_or_default();
        names.iter().map(|name| name.id.as_str()).collect()
    }

    #[test]
    fn the_list_narrows_as_one_types() {
        for (text, names) in [
            ("", vec![]),
            ("지원", vec!["경영지원팀", "고객지원팀"]),
            ("ㄱㄱ", vec!["고객지원팀"]),
            // The input method was off.
            ("rkatk", vec!["감사실"]),
            ("없는", vec![]),
            // What stands there already is not offered.
            ("감사실", vec![]),
        ] {
            assert_eq!(offered(&typed(text)), names, "{text}");
        }
    }

    #[test]
    fn keys_put_the_names_into_the_line_and_leaving_takes_the_only_one() {
        let mut field = typed("지원");
        for (to, text) in [
            (Move::Down, "경영지원팀"),
            (Move::Down, "고객지원팀"),
            (Move::Down, "고객지원팀"),
            (Move::Up, "경영지원팀"),
        ] {
            field.take(EditCommand::Go(to));
            assert_eq!(field.line.text(), text);
        }
        assert!(field.close() && !field.close());
        let mut field = typed("감사");
        field.settle();
        assert_eq!(field.line.text(), "감사실");
        let mut field = typed("지원");
        field.settle();
        assert_eq!(field.line.text(), "지원");
    }

    #[test]
    fn a_click_takes_a_name_and_what_is_not_offered_is_ignored() {
        let mut field = typed("지원");
        assert_eq!(field.put(1), Edit::Changed);
        assert_eq!(field.put(7), Edit::Ignored);
        assert_eq!(field.line.text(), "고객지원팀");
        assert_eq!(field.paste("실"), Edit::Changed);
        assert!(!field.is_open());
    }
}
