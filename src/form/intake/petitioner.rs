//! The fields of the intake form about who brings the matter, and the answers read from them.
//!
//! Fields that follow from others are hidden until those are filled in.

use crate::{
    domain::{
        input,
        party::{Behalf, Field},
        petitioner::{Petitioner, Proxy, ReplyWay},
        refusal::FieldFault,
    },
    form::{Form, FormField, Pick},
    words::{Lang, Say, forms as text},
};

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
        FormField::line(Field::People, PEOPLE_MAX, alone, lang).beside(),
        name(Field::Proxy),
        name(Field::Organisation).beside(),
        FormField::line(
            Field::Capacity,
            input::NAME_MAX,
            text::CAPACITY_HINT.get(lang),
            lang,
        ),
        FormField::toggle(AUTHORITY_SEEN, text::AUTHORITY_SEEN.get(lang)).beside(),
        name(Field::Representative).labelled(text::REPRESENTED.get(lang)),
    ]
}

/// Shows the fields that the others call for.
pub(super) fn follow(form: &mut Form) {
    let filled = |field: Field| !form.value(field.id()).trim().is_empty();
    let proxy = filled(Field::Proxy);
    let several = filled(Field::People) || filled(Field::Organisation);
    form.show(Field::Capacity.id(), proxy);
    form.show(AUTHORITY_SEEN, proxy);
    form.show(Field::Representative.id(), several);
}

/// Reads the answers; a number of people that cannot be read is a fault.
pub(super) fn read(form: &Form) -> (Petitioner, Result<Option<u32>, FieldFault>) {
    let shown = |field: Field| !form.value(field.id()).trim().is_empty();
    let petitioner = Petitioner {
        reply_by: form.value(Field::ReplyBy.id()).parse().ok(),
        proxy: shown(Field::Proxy).then(|| Proxy {
            authority_seen: form.is_on(AUTHORITY_SEEN),
        }),
        ..Petitioner::default()
    };
    let people = form.optional(Field::People, |typed| typed.parse().ok());
    (petitioner, people)
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
