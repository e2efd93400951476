//! One field of a form: label, control, and initial value.
//!
//! Must not know the other fields.

use super::{
    Checks, Choice, Control, NameField, Pick, day,
    edit::{LineField, TextArea},
};
use crate::{
    domain::{
        calendar::Calendar,
        input::{self, OfficeClock},
        party::{Field, Party},
    },
    words::{Lang, Say},
};
use chrono::{DateTime, Utc};

/// One field of a form.
#[derive(Clone, Debug)]
pub struct FormField {
    pub(super) id: &'static str,
    pub(super) field: Option<Field>,
    pub(crate) label: String,
    pub(crate) control: Control,
    pub(crate) required: bool,
    pub(crate) beside: bool,
    /// Other fields decide whether it is asked.
    pub(super) hidden: bool,
    /// Of a toggle: what is said behind its box instead of yes and no; empty for these.
    pub(crate) note: String,
    pub(super) most: usize,
    pub(super) initial: String,
    pub(crate) fault: Option<String>,
}

impl FormField {
    fn new(id: &'static str, label: String, control: Control) -> Self {
        Self {
            id,
            field: None,
            label,
            initial: control.value().to_owned(),
            control,
            required: false,
            beside: false,
            hidden: false,
            note: String::new(),
            most: usize::MAX,
            fault: None,
        }
    }

    fn of(field: Field, lang: Lang, control: Control) -> Self {
        Self {
            field: Some(field),
            ..Self::new(field.id(), field.say(lang), control)
        }
    }

    /// One line of at most `most` characters.
    pub fn line(field: Field, most: usize, hint: &str, lang: Lang) -> Self {
        let mut line = LineField::limited(most);
        hint.clone_into(&mut line.placeholder);
        Self {
            most,
            ..Self::of(field, lang, Control::Line(line))
        }
    }

    /// One line that names one of a list, which narrows as one types.
    pub fn name(field: Field, hint: &str, names: Vec<Pick>, lang: Lang) -> Self {
        let most = input::NAME_MAX;
        let mut line = LineField::limited(most);
        hint.clone_into(&mut line.placeholder);
        Self {
            most,
            ..Self::of(
                field,
                lang,
                Control::Name(Box::new(NameField::new(line, names))),
            )
        }
    }

    /// Several lines of at most `most` characters, `rows` of them seen.
    pub fn text(field: Field, most: usize, rows: u16, hint: &str, lang: Lang) -> Self {
        let mut text = TextArea::limited(most);
        hint.clone_into(&mut text.placeholder);
        Self {
            most,
            ..Self::of(field, lang, Control::Text(Box::new(text), rows))
        }
    }

    /// A choice among picks.
    pub fn choice(field: Field, picks: Vec<Pick>, lang: Lang) -> Self {
        Self::of(field, lang, Control::Choice(Choice::new(picks)))
    }

    /// Items to tick; hidden while there are none.
    pub fn checks(field: Field, items: Vec<Pick>, lang: Lang) -> Self {
        Self::of(field, lang, Control::Checks(Checks::new(items)))
    }

    /// What is typed in it as people say times, in full; `None` where it takes no time, or what it holds is none.
    pub(crate) fn said_time(
        &self,
        calendar: &Calendar,
        now: DateTime<Utc>,
        lang: Lang,
    ) -> Option<String> {
        let clock = OfficeClock {
            zone: calendar.office.zone,
            now,
        };
        let typed = self.control.value();
        let field = self.field?;
        let moment = || Some(day::instant(clock.moment(typed)?, now, calendar, lang));
        let whole = || Some(day::day(clock.day(typed)?, calendar.date(now), lang));
        // A duty may be done on a day.
        if matches!(
            field,
            Field::At
                | Field::Visit
                | Field::Arrived
                | Field::Received
                | Field::Wanted
                | Field::ToldAt
        ) {
            return moment().or_else(|| whole().filter(|_| field == Field::At));
        }
        let is_day = matches!(
            field,
            Field::On | Field::Until | Field::Published | Field::Decided
        );
        whole().filter(|_| is_day)
    }

    pub(super) fn is_changed(&self) -> bool {
        self.control.value() != self.initial
    }

    /// True where it is visible and can be focused.
    pub(crate) fn is_shown(&self) -> bool {
        let empty = matches!(&self.control, Control::Checks(checks) if checks.is_empty());
        !self.hidden && !empty
    }

    /// Yes or no, for a value that is no field of the domain.
    pub fn toggle(id: &'static str, label: &str) -> Self {
        Self::new(id, label.to_owned(), Control::Toggle(false))
    }

    /// A line behind which rarely used fields are folded, with what they are.
    pub fn fold(id: &'static str, label: &str, note: &str) -> Self {
        Self {
            note: note.to_owned(),
            ..Self::toggle(id, label)
        }
    }

    /// Yes or no, for a field of the domain.
    pub fn consent(field: Field, lang: Lang) -> Self {
        Self::of(field, lang, Control::Toggle(false))
    }

    /// True where the control is a choice.
    pub fn is_choice(&self) -> bool {
        matches!(self.control, Control::Choice(_))
    }

    /// The same field under another label.
    #[must_use]
    pub fn labelled(mut self, label: &str) -> Self {
        label.clone_into(&mut self.label);
        self
    }

    /// The same field, to be filled in.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same field, not asked until other fields call for it.
    #[must_use]
    pub(super) fn hidden(mut self) -> Self {
        self.hidden = true;
        self
    }

    /// The same field in the right half of the row of the field before, where there is room.
    #[must_use]
    pub fn beside(mut self) -> Self {
        self.beside = true;
        self
    }

    /// The same field with an initial value.
    #[must_use]
    pub fn with(mut self, value: &str) -> Self {
        self.control.set(value);
        self.control.value().clone_into(&mut self.initial);
        self
    }
}

/// The fields of a person, two in a row; with hints for telephone and e-mail address.
pub(super) fn party_fields(party: &Party, [phone, email]: [&str; 2], lang: Lang) -> [FormField; 4] {
    let line = |field, most, hint| FormField::line(field, most, hint, lang);
    [
        line(Field::Name, input::NAME_MAX, "").with(&party.name),
        line(Field::Phone, input::PHONE_MAX, phone)
            .with(&party.phone)
            .beside(),
        line(Field::Email, input::EMAIL_MAX, email).with(&party.email),
        line(Field::Address, input::ADDRESS_MAX, "")
            .with(&party.address)
            .beside(),
    ]
}
