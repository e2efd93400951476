//! The fields of the intake form about who brings the matter, and the answers read from them.
//!
//! Fields that follow from others are hidden until those are filled in.

use crate::{
    domain::{
        input,
        party::{Behalf, Field},
        petitioner::{MANY, Petitioner, Proxy, ReplyWay},
        refusal::{FieldFault, ValueFault},
    },
    form::{Form, FormField, Pick},
    words::{Lang, Say, forms as text},
};

/// The fold of what is rarely asked.
pub(super) const MORE: &str = "more";
const AUTHORITY_SEEN: &str = "authority-seen";
/// More digits than any number of people has.
const PEOPLE_MAX: usize = 6;

/// The fields, two in a row.
pub(super) fn fields(lang: Lang) -> Vec<FormField> {
    let name = |field| FormField::line(field, input::NAME_MAX, "", lang);
    let ways = ReplyWay::ALL.iter();
    let ways = ways.map(|way| Pick::new(way.id(), way.say(lang)));
    let mut picks = vec![Pick::new("", text::NOT_SAID.get(lang))];
    picks.extend(ways);
    let alone = text::ALONE.get(lang);
    vec![
        FormField::choice(Field::ReplyBy, picks, lang),
        FormField::fold(MORE, text::MORE.get(lang), text::MORE_OF.get(lang)).beside(),
        name(Field::Proxy),
        name(Field::Organisation).beside(),
        FormField::line(
            Field::Capacity,
            input::NAME_MAX,
            text::CAPACITY_HINT.get(lang),
            lang,
        ),
        FormField::toggle(AUTHORITY_SEEN, text::AUTHORITY_SEEN.get(lang)).beside(),
        FormField::line(Field::People, PEOPLE_MAX, alone, lang),
        FormField::line(
            Field::Households,
            PEOPLE_MAX,
            text::HOUSEHOLDS_HINT.get(lang),
            lang,
        )
        .beside(),
        name(Field::Representative).labelled(text::REPRESENTED.get(lang)),
    ]
}

/// Shows the fields that the others call for; the rest of them in an `open` fold.
pub(super) fn follow(form: &mut Form, open: bool) {
    for field in [Field::People, Field::Proxy, Field::Organisation] {
        form.show(field.id(), open);
    }
    let filled = |field: Field| open && !form.value(field.id()).trim().is_empty();
    let proxy = filled(Field::Proxy);
    let several = filled(Field::People) || filled(Field::Organisation);
    form.show(Field::Capacity.id(), proxy);
    form.show(AUTHORITY_SEEN, proxy);
    form.show(Field::Representative.id(), several);
    let people = form.value(Field::People.id()).trim().parse::<u32>();
    let many = people.is_ok_and(|people| people >= MANY);
    form.show(Field::Households.id(), open && many);
}

/// Reads the answers; a number that cannot be read is a fault.
pub(super) fn read(form: &Form, faults: &mut Vec<FieldFault>) -> Petitioner {
    let shown = |field: Field| !form.value(field.id()).trim().is_empty();
    let mut number = |field: Field| {
        let typed = form.shown(field.id()).unwrap_or_default().trim();
        let read = (!typed.is_empty()).then(|| typed.parse());
        read.transpose().unwrap_or_else(|_no_number| {
            let fault = ValueFault::Form;
            faults.push(FieldFault { field, fault });
            None
        })
    };
    Petitioner {
        people: number(Field::People),
        households: number(Field::Households),
        reply_by: form.value(Field::ReplyBy.id()).parse().ok(),
        proxy: shown(Field::Proxy).then(|| Proxy {
            authority_seen: form.is_on(AUTHORITY_SEEN),
        }),
        ..Petitioner::default()
    }
}

/// Reads the names; those of hidden fields are left out.
pub(super) fn behalf(form: &Form) -> Behalf {
    let shown = |field: Field| {
        let typed = form.shown(field.id());
        typed.map(str::to_owned).unwrap_or_default()
    };
    Behalf {
        proxy: shown(Field::Proxy),
        capacity: shown(Field::Capacity),
        organisation: shown(Field::Organisation),
        representative: shown(Field::Representative),
    }
}
