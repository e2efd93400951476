//! Putting right what was taken in.
//!
//! Must not know when it is possible.

use super::{Intake, Values};
use crate::domain::{
    case::Case,
    charter::{CaseKind, Channel, Charter, Happened},
    fact::{AmendCause, Prose, Receipt},
    party::{Field, Party},
    petitioner::{Petitioner, Proxy, ReplyWay},
    refusal::FieldFault,
};

/// What is put right, as it was typed: what is `None` stays as it is, and what is empty is taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amend {
    pub cause: AmendCause,
    pub title: Option<String>,
    pub body: Option<String>,
    /// The category's id in the charter.
    pub category: Option<String>,
    pub kind: Option<CaseKind>,
    /// The period of a statutory petition, or its matter in the charter's table.
    pub period: Option<String>,
    pub channel: Option<Channel>,
    pub happened: Option<Option<Happened>>,
    pub name: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub address: Option<String>,
    pub reply_by: Option<Option<ReplyWay>>,
    /// The name of who speaks for the complainant.
    pub proxy: Option<String>,
    pub people: Option<Option<u32>>,
    /// May be empty.
    pub reason: String,
}

impl Amend {
    /// What changes nothing.
    pub fn new(cause: AmendCause) -> Self {
        Self {
            cause,
            title: None,
            body: None,
            category: None,
            kind: None,
            period: None,
            channel: None,
            happened: None,
            name: None,
            phone: None,
            email: None,
            address: None,
            reply_by: None,
            proxy: None,
            people: None,
            reason: String::new(),
        }
    }

    /// What the values of its slots put right; a slot that has none stays as it is.
    pub(super) fn read(values: &Values) -> Result<Self, FieldFault> {
        let text = |field| values.given(field).map(str::to_owned);
        Ok(Self {
            cause: values.read(Field::By)?,
            title: text(Field::Title),
            body: text(Field::Body),
            category: text(Field::Category),
            kind: values.word_if_any(Field::Kind)?,
            period: text(Field::HandlingPeriod),
            channel: values.word_if_any(Field::Channel)?,
            happened: values
                .given(Field::Happened)
                .map(|_| values.word_if_any(Field::Happened))
                .transpose()?,
            name: text(Field::Name),
            phone: text(Field::Phone),
            email: text(Field::Email),
            address: text(Field::Address),
            reply_by: values
                .given(Field::ReplyBy)
                .map(|_| values.word_if_any(Field::ReplyBy))
                .transpose()?,
            proxy: text(Field::Proxy),
            people: values
                .given(Field::People)
                .map(|_| values.word_if_any(Field::People))
                .transpose()?,
            reason: values.text(Field::Reason),
        })
    }

    /// The person after it.
    #[must_use]
    pub fn person(&self, known: &Party) -> Party {
        let mut party = known.clone();
        let fields = [
            (&self.name, &mut party.name),
            (&self.phone, &mut party.phone),
            (&self.email, &mut party.email),
            (&self.address, &mut party.address),
            (&self.proxy, &mut party.behalf.proxy),
        ];
        for (given, field) in fields {
            if let Some(given) = given {
                field.clone_from(given);
            }
        }
        party.clean()
    }

    /// The intake of a case as it should have been typed.
    pub(in crate::domain) fn on(&self, standing: &Intake, charter: &Charter) -> Intake {
        let text = |given: &Option<String>, standing: &str| {
            given.clone().unwrap_or_else(|| standing.to_owned())
        };
        let category = text(&self.category, &standing.category);
        let party = self.person(&standing.party);
        let kind = self.kind.or_else(|| kind_of(&category, standing, charter));
        let period = match (&self.period, kind) {
            (Some(given), _) => given.clone(),
            (None, Some(CaseKind::Statutory)) => standing.period.clone(),
            // Only a statutory petition has one.
            (None, _) => String::new(),
        };
        let authority_seen = standing
            .petitioner
            .proxy
            .is_some_and(|proxy| proxy.authority_seen);
        let named = !party.behalf.proxy.is_empty();
        let proxy = if self.proxy.is_some() {
            named.then_some(Proxy { authority_seen })
        } else {
            standing.petitioner.proxy
        };
        let petitioner = Petitioner {
            reply_by: self.reply_by.unwrap_or(standing.petitioner.reply_by),
            proxy,
            people: self.people.unwrap_or(standing.petitioner.people),
            ..standing.petitioner.clone()
        };
        Intake {
            channel: self.channel.unwrap_or(standing.channel),
            title: text(&self.title, &standing.title),
            body: text(&self.body, &standing.body),
            // Who gives their name is not unknown any more.
            anonymous: standing.anonymous && (self.name.is_none() || party.name.is_empty()),
            happened: self.happened.unwrap_or(standing.happened),
            category,
            kind,
            period,
            party,
            petitioner,
            ..standing.clone()
        }
        .clean()
    }
}

/// The kind that goes with a category: the one that stands, unless it was only that of the category before.
fn kind_of(category: &str, standing: &Intake, charter: &Charter) -> Option<CaseKind> {
    let of = |id: &str| charter.category(id).map(|category| category.kind);
    if standing.kind == of(&standing.category) {
        of(category).or(standing.kind)
    } else {
        standing.kind
    }
}

impl Case {
    /// What stands in a field that can be put right, as it would be typed; `None` for every other field.
    pub fn standing(&self, field: Field, party: &Party) -> Option<String> {
        let Receipt { petitioner, .. } = &self.intake;
        let word = |word: Option<&'static str>| word.unwrap_or_default().to_owned();
        let period = self.intake.period.map(|limit| limit.to_string());
        let people = petitioner.people.map(|people| people.to_string());
        let standing = [
            (Field::Title, self.intake.title.as_str().to_owned()),
            (Field::Body, self.intake.body.as_str().to_owned()),
            (Field::Category, self.intake.category.clone()),
            (Field::Kind, self.intake.case_kind.id().to_owned()),
            (Field::HandlingPeriod, period.unwrap_or_default()),
            (Field::Channel, self.intake.channel.id().to_owned()),
            (
                Field::Happened,
                word(self.intake.happened.map(Happened::id)),
            ),
            (Field::Name, party.name.clone()),
            (Field::Phone, party.phone.clone()),
            (Field::Email, party.email.clone()),
            (Field::Address, party.address.clone()),
            (Field::ReplyBy, word(petitioner.reply_by.map(ReplyWay::id))),
            (Field::Proxy, party.behalf.proxy.clone()),
            (Field::People, people.unwrap_or_default()),
        ];
        let mut standing = standing.into_iter();
        standing
            .find(|(of, _)| *of == field)
            .map(|(_, typed)| typed)
    }

    /// The intake that would give the receipt as it stands.
    pub(in crate::domain) fn as_intake(&self, party: &Party) -> Intake {
        let Receipt {
            channel,
            category,
            case_kind,
            title,
            body,
            arrived_at,
            received_at,
            needs_review,
            on_behalf,
            assistance,
            anonymous,
            happened,
            misconduct,
            petitioner,
            period,
            charter: _,
            topics: _,
            department: _,
            has_email: _,
            result_mail: _,
            taken_by: _,
        } = &self.intake;
        let said = |text: &Prose| text.as_str().to_owned();
        Intake {
            channel: *channel,
            category: category.clone(),
            kind: Some(*case_kind),
            title: said(title),
            body: said(body),
            party: party.clone(),
            needs_review: *needs_review,
            on_behalf: *on_behalf,
            assistance: *assistance,
            anonymous: *anonymous,
            happened: *happened,
            misconduct: *misconduct,
            petitioner: petitioner.clone(),
            period: period.map(|limit| limit.to_string()).unwrap_or_default(),
            ticked: String::new(),
            arrived_at: Some(*arrived_at),
            received_at: *received_at,
        }
    }
}
