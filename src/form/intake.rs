//! The fields of the intake form, and the intake that stands in them.
//!
//! Must not draw, and must not know drafts or effects.

use crate::{
    domain::{
        charter::{CaseKind, Channel, Charter, Detail, Happened},
        command::Intake,
        guide::{self, People},
        input,
        party::{Field, Party},
        refusal::{FieldFault, ValueFault},
        staff::Staff,
    },
    form::{Form, FormField, Pick},
    words::{Lang, Phrase, Say, forms as text},
};

/// The name of the form's draft.
pub const DRAFT: &str = "intake";

const NEEDS_REVIEW: &str = "needs-review";
const ON_BEHALF: &str = "on-behalf";
/// The field that says whether the customer needs help at the counter.
pub const ASSISTANCE: &str = "assistance";
const ANONYMOUS: &str = "anonymous";

/// Rows of the body where there is no room for more.
const BODY_ROWS: u16 = 3;
/// More than any time takes.
const TIME: usize = 40;

/// The form of a charter, empty.
pub fn form(charter: &Charter, lang: Lang) -> Form {
    let channels = charter
        .channels
        .iter()
        .map(|channel| Pick::new(channel.id(), channel.say(lang)));
    let categories = charter
        .categories
        .iter()
        .map(|category| Pick::new(category.id.as_str(), category.name.get(lang)));
    let kinds = CaseKind::ALL
        .iter()
        .map(|kind| Pick::new(kind.id(), kind.say(lang)));
    let first = charter.categories.first();
    let by_category = Pick::new("", by_category(first.map(|category| category.kind), lang));
    let line = |field, most, hint: Phrase| FormField::line(field, most, hint.get(lang), lang);
    let toggle = |id, label: Phrase| FormField::toggle(id, label.get(lang));
    let none = Phrase::new("", "");
    let mut form = Form::new(
        vec![
            FormField::choice(Field::Channel, channels.collect(), lang),
            FormField::choice(Field::Category, categories.collect(), lang).beside(),
            FormField::choice(
                Field::Kind,
                std::iter::once(by_category).chain(kinds).collect(),
                lang,
            ),
            line(Field::Title, input::TITLE_MAX, text::TITLE_HINT).required(),
            FormField::text(
                Field::Body,
                input::TEXT_MAX,
                BODY_ROWS,
                text::BODY_HINT.get(lang),
                lang,
            ),
            line(Field::Name, input::NAME_MAX, none),
            line(Field::Phone, input::PHONE_MAX, text::PHONE_HINT).beside(),
            line(Field::Email, input::EMAIL_MAX, text::EMAIL_HINT),
            line(Field::Address, input::ADDRESS_MAX, none).beside(),
            FormField::choice(
                Field::Misconduct,
                none_or(Detail::MISCONDUCT, Detail::id, lang),
                lang,
            ),
            FormField::choice(
                Field::Happened,
                none_or(Happened::ALL, Happened::id, lang),
                lang,
            )
            .beside(),
            toggle(NEEDS_REVIEW, text::NEEDS_REVIEW),
            toggle(ON_BEHALF, text::ON_BEHALF).beside(),
            toggle(ASSISTANCE, text::ASSISTANCE),
            toggle(ANONYMOUS, text::ANONYMOUS).beside(),
            FormField::checks(Field::Items, Vec::new(), lang),
            line(Field::Arrived, TIME, text::ARRIVAL_HINT),
            line(Field::Received, TIME, text::NOW).beside(),
        ],
        lang,
    );
    offer(&mut form, charter, None, lang);
    form
}

/// The words of a set, behind one that says nothing.
fn none_or<T: Say + Copy>(all: &[T], id: fn(T) -> &'static str, lang: Lang) -> Vec<Pick> {
    let words = all.iter().map(|one| Pick::new(id(*one), one.say(lang)));
    let none = Pick::new("", text::NONE_OF_THEM.get(lang));
    std::iter::once(none).chain(words).collect()
}

fn by_category(kind: Option<CaseKind>, lang: Lang) -> String {
    let kind = kind.map_or_else(String::new, |kind| kind.say(lang));
    text::BY_CATEGORY.with(lang, &[("kind", &kind)])
}

/// Lets the names of the picks follow what was chosen elsewhere.
pub fn follow(form: &mut Form, charter: &Charter, clerk: Option<&Staff>, lang: Lang) {
    let category = charter.category(form.value(Field::Category.id()));
    let name = by_category(category.map(|category| category.kind), lang);
    form.rename(Field::Kind.id(), "", name);
    offer(form, charter, clerk, lang);
}

/// Lets the items to tick follow how and with what the customer came.
fn offer(form: &mut Form, charter: &Charter, clerk: Option<&Staff>, lang: Lang) {
    let channel = form.value(Field::Channel.id()).parse();
    let channel = channel.unwrap_or(Channel::Visit);
    let category = form.of(Field::Category);
    let scripts = guide::scripts_at_receipt(charter, (channel, &category), form.is_on(ASSISTANCE));
    let items = guide::items(charter, &scripts).into_iter();
    let people = People {
        clerk,
        counter: charter.counter_of(&category),
        ..People::default()
    };
    let picks = items.map(|(item, script)| {
        let text = people.fill(&script.text, lang);
        Pick::new(item.to_string(), text)
    });
    form.offer(Field::Items.id(), picks.collect());
}

/// The intake that stands in the form, with a fault for every time that is none.
pub fn read(form: &Form, charter: &Charter) -> (Intake, Vec<FieldFault>) {
    let mut faults = Vec::new();
    let mut time = |field: Field| {
        let typed = form.value(field.id()).trim();
        if typed.is_empty() {
            return None;
        }
        let at = input::moment(typed, charter.office.zone);
        if at.is_none() {
            faults.push(FieldFault {
                field,
                fault: ValueFault::Form,
            });
        }
        at
    };
    let (arrived_at, received_at) = (time(Field::Arrived), time(Field::Received));
    let channel = form.value(Field::Channel.id()).parse();
    let intake = Intake {
        channel: channel.unwrap_or(Channel::Visit),
        category: form.of(Field::Category),
        kind: form.value(Field::Kind.id()).parse().ok(),
        title: form.of(Field::Title),
        body: form.of(Field::Body),
        party: Party {
            name: form.of(Field::Name),
            phone: form.of(Field::Phone),
            email: form.of(Field::Email),
            address: form.of(Field::Address),
        },
        needs_review: form.is_on(NEEDS_REVIEW),
        on_behalf: form.is_on(ON_BEHALF),
        assistance: form.is_on(ASSISTANCE),
        anonymous: form.is_on(ANONYMOUS),
        happened: form.value(Field::Happened.id()).parse().ok(),
        misconduct: form.value(Field::Misconduct.id()).parse().ok(),
        ticked: form.of(Field::Items),
        arrived_at,
        received_at,
    };
    (intake, faults)
}

/// What of an intake decides which deadlines it opens: all but its words and who brings it.
pub fn without_words(intake: &Intake) -> Intake {
    let email = if intake.party.email.trim().is_empty() {
        String::new()
    } else {
        "@".to_owned()
    };
    Intake {
        title: String::new(),
        body: String::new(),
        party: Party {
            email,
            ..Party::default()
        },
        ticked: String::new(),
        ..intake.clone()
    }
}
