//! The fields of the intake form, and the intake read from them.
//!
//! Must not draw, and must not know drafts or effects.

mod petitioner;
mod statutory;

use crate::{
    domain::{
        charter::{CaseKind, Category, Channel, Charter, Detail, Happened},
        command::Intake,
        guide::{self, People},
        input::{self, OfficeClock},
        party::{Field, Party},
        petitioner::Petitioner,
        refusal::FieldFault,
        staff::Staff,
    },
    form::{Form, FormField, Pick, form_field::party_fields, script_picks},
    words::{Lang, Phrase, Say, forms as text},
};
use chrono::{DateTime, Utc};

/// The name of the form's draft.
pub const DRAFT: &str = "intake";

const NEEDS_REVIEW: &str = "needs-review";
const ON_BEHALF: &str = "on-behalf";
/// The toggle for a customer who needs help at the counter.
pub const ASSISTANCE: &str = "assistance";
const ANONYMOUS: &str = "anonymous";
const ORAL: &str = "oral";
const IDENTIFIABLE: &str = "identifiable";

/// What stands in the fold whatever else is filled in.
const FOLDED_ALONE: [&str; 7] = [
    NEEDS_REVIEW,
    ON_BEHALF,
    ASSISTANCE,
    ANONYMOUS,
    ORAL,
    Field::Arrived.id(),
    Field::Received.id(),
];
/// What opens the fold once it is filled in.
const FOLDED: &[&str] = &[
    NEEDS_REVIEW,
    ON_BEHALF,
    ASSISTANCE,
    ANONYMOUS,
    ORAL,
    IDENTIFIABLE,
    Field::Arrived.id(),
    Field::Received.id(),
    Field::People.id(),
    Field::Proxy.id(),
    Field::Organisation.id(),
];

/// Rows of the body where there is no room for more.
const BODY_ROWS: u16 = 3;
/// More than any time takes.
const TIME: usize = 40;

/// The empty form of a charter.
pub fn form(charter: &Charter, lang: Lang) -> Form {
    let channels = charter.channels.iter();
    let channels = channels.map(|channel| Pick::new(channel.id(), channel.say(lang)));
    let categories = charter.categories.iter();
    let categories = categories.map(|one| Pick::new(one.id.as_str(), one.name.get(lang)));
    let mut kinds = vec![Pick::new("", by_category(charter.categories.first(), lang))];
    kinds.extend(
        CaseKind::ALL
            .iter()
            .map(|kind| Pick::new(kind.id(), kind.say(lang))),
    );
    let line = |field, most, hint: Phrase| FormField::line(field, most, hint.get(lang), lang);
    let toggle = |id, label: Phrase| FormField::toggle(id, label.get(lang));
    let body_hint = text::BODY_HINT.get(lang);
    let mut fields = vec![
        FormField::choice(Field::Channel, channels.collect(), lang),
        FormField::choice(Field::Category, categories.collect(), lang).beside(),
        FormField::choice(Field::Kind, kinds, lang),
        line(Field::Title, input::TITLE_MAX, text::TITLE_HINT).required(),
        statutory::matters(charter, lang),
        line(Field::HandlingPeriod, input::NAME_MAX, text::PERIOD_HINT),
        FormField::text(Field::Body, input::TEXT_MAX, BODY_ROWS, body_hint, lang),
    ];
    let hints = [text::PHONE_HINT, text::EMAIL_HINT].map(|hint| hint.get(lang));
    fields.extend(party_fields(&Party::default(), hints, lang));
    let misconduct = none_or(Detail::MISCONDUCT, Detail::id, lang);
    let happened = none_or(Happened::ALL, Happened::id, lang);
    fields.extend(petitioner::fields(lang));
    fields.extend([
        toggle(NEEDS_REVIEW, text::NEEDS_REVIEW),
        toggle(ON_BEHALF, text::ON_BEHALF).beside(),
        toggle(ASSISTANCE, text::ASSISTANCE),
        toggle(ANONYMOUS, text::ANONYMOUS).beside(),
        toggle(ORAL, text::ORAL),
        toggle(IDENTIFIABLE, text::IDENTIFIABLE).beside(),
        line(Field::Arrived, TIME, text::ARRIVAL_HINT),
        line(Field::Received, TIME, text::NOW).beside(),
        FormField::choice(Field::Misconduct, misconduct, lang),
        FormField::choice(Field::Happened, happened, lang).beside(),
        FormField::checks(Field::Items, Vec::new(), lang),
    ]);
    let mut form = Form::new(fields, lang);
    form.set_hint(Field::Name.id(), text::NAME_HINT.get(lang).to_owned());
    follow(&mut form, charter, None, lang);
    form
}

/// The words of a set, behind one that says nothing.
fn none_or<T: Say + Copy>(all: &[T], id: fn(T) -> &'static str, lang: Lang) -> Vec<Pick> {
    let words = all.iter().map(|one| Pick::new(id(*one), one.say(lang)));
    let none = Pick::new("", text::NONE_OF_THEM.get(lang));
    std::iter::once(none).chain(words).collect()
}

fn by_category(category: Option<&Category>, lang: Lang) -> String {
    let kind = category.map(|category| category.kind.say(lang));
    text::BY_CATEGORY.of(lang, &[("kind", kind.unwrap_or_default())])
}

/// Updates the picks that depend on other fields.
pub fn follow(form: &mut Form, charter: &Charter, clerk: Option<&Staff>, lang: Lang) {
    let category = charter.category(form.value(Field::Category.id()));
    form.rename(Field::Kind.id(), "", by_category(category, lang));
    let open = form.is_on(petitioner::MORE) || form.is_any_changed(FOLDED);
    petitioner::follow(form, open);
    for id in FOLDED_ALONE {
        form.show(id, open);
    }
    let kind = category.map(|category| category.kind);
    let kind = form.value(Field::Kind.id()).parse().ok().or(kind);
    statutory::follow(form, charter, kind == Some(CaseKind::Statutory), lang);
    let named = !form.value(Field::Name.id()).trim().is_empty();
    form.show(IDENTIFIABLE, open && !named && !form.is_on(ANONYMOUS));
    offer(form, charter, clerk, lang);
}

fn channel(form: &Form) -> Channel {
    let channel = form.value(Field::Channel.id()).parse();
    channel.unwrap_or(Channel::Visit)
}

/// Updates the items to tick for channel, category and assistance.
fn offer(form: &mut Form, charter: &Charter, clerk: Option<&Staff>, lang: Lang) {
    let category = form.of(Field::Category);
    let here = (channel(form), category.as_str());
    let scripts = guide::scripts_at_receipt(charter, here, form.is_on(ASSISTANCE));
    let people = People {
        clerk,
        counter: charter.counter_of(&category),
        ..People::default()
    };
    let picks = script_picks(guide::items(charter, &scripts), &people, lang);
    form.offer(Field::Items.id(), picks);
}

/// Reads the form, with a fault for every time that cannot be read.
pub fn read(form: &Form, charter: &Charter, now: DateTime<Utc>) -> (Intake, Vec<FieldFault>) {
    let clock = OfficeClock {
        zone: charter.office.zone,
        now,
    };
    let mut faults = Vec::new();
    let mut time = |field: Field| {
        let at = form.optional(field, |typed| clock.moment(typed));
        at.unwrap_or_else(|fault| {
            faults.push(fault);
            None
        })
    };
    let (arrived_at, received_at) = (time(Field::Arrived), time(Field::Received));
    let answers = petitioner::read(form, &mut faults);
    let period = form.shown(Field::HandlingPeriod.id()).unwrap_or_default();
    let intake = Intake {
        channel: channel(form),
        category: form.of(Field::Category),
        kind: form.value(Field::Kind.id()).parse().ok(),
        title: form.of(Field::Title),
        body: form.of(Field::Body),
        party: Party {
            behalf: petitioner::behalf(form),
            ..form.party()
        },
        needs_review: form.is_on(NEEDS_REVIEW),
        on_behalf: form.is_on(ON_BEHALF),
        assistance: form.is_on(ASSISTANCE),
        anonymous: form.is_on(ANONYMOUS),
        happened: form.value(Field::Happened.id()).parse().ok(),
        misconduct: form.value(Field::Misconduct.id()).parse().ok(),
        petitioner: Petitioner {
            oral: form.is_on(ORAL),
            identifiable: !form.shown(IDENTIFIABLE).unwrap_or_default().is_empty(),
            ..answers
        },
        period: period.to_owned(),
        ticked: form.of(Field::Items),
        arrived_at,
        received_at,
    };
    (intake, faults)
}

/// The part of an intake that decides which deadlines it opens: without its words and the person but whether there is a
/// name, a body and an e-mail address.
pub fn without_words(intake: &Intake) -> Intake {
    let mut party = Party::default();
    if !intake.party.email.trim().is_empty() {
        party.email.push('@');
    }
    if !intake.party.name.trim().is_empty() {
        party.name.push('*');
    }
    if !intake.party.behalf.organisation.trim().is_empty() {
        party.behalf.organisation.push('*');
    }
    Intake {
        title: String::new(),
        body: String::new(),
        party,
        ticked: String::new(),
        ..intake.clone()
    }
}
