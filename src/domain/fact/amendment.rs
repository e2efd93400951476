//! What was put right in a receipt: only what changed, so that it can be left out of the fold like any other fact.

use super::{Prose, Receipt, is_not};
use crate::domain::{
    charter::{CaseKind, Channel, Happened, Topic},
    limit::Limit,
    party::Field,
    petitioner::{Proxy, ReplyWay},
};
use crate::words::closed_set;
use serde::{Deserialize, Serialize};

closed_set! {
    /// On whose account a receipt is put right.
    AmendCause {
        /// The complainant changed it before the end (act art. 22(2)).
        Complainant = "complainant", "민원인 변경", "the complainant's change";
        /// An obvious error, with consent (decree art. 6(5)).
        Error = "error", "명백한 오류(민원인 동의)", "obvious error, with consent";
        /// The desk took it down wrongly.
        Slip = "slip", "접수 착오", "slip of the desk";
    }
}

/// A value before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change<T> {
    pub from: T,
    pub to: T,
}

impl<T: PartialEq + Clone> Change<T> {
    fn between(from: &T, to: &T) -> Option<Self> {
        (from != to).then(|| Self {
            from: from.clone(),
            to: to.clone(),
        })
    }
}

/// What was put right: the fact behind [`FactKind::Amended`](super::FactKind::Amended).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    pub cause: AmendCause,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Change<Prose>>,
    /// What it says now; what it said stands in the fact that was amended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Prose>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Change<String>>,
    /// What the charter says of the category that holds now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of_category: Option<OfCategory>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_kind: Option<Change<CaseKind>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Change<Channel>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub happened: Option<Change<Option<Happened>>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Change<Option<Limit>>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_by: Option<Change<Option<ReplyWay>>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<Change<Option<u32>>>,
    /// Which fields of the person changed; their values stand with the person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub person: Vec<Field>,
    /// What follows from the person that stands now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of_person: Option<OfPerson>,
    /// True where a date or the kind changed, so that the complainant is told.
    #[serde(default, skip_serializing_if = "is_not")]
    pub notifies: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Prose>,
}

/// What the charter says of a category, as it was when a receipt was amended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfCategory {
    pub topics: Vec<Topic>,
    /// The department of the counter that takes it in.
    pub department: String,
}

/// The marks of a receipt that follow from its person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfPerson {
    pub anonymous: bool,
    pub has_email: bool,
    #[serde(default, skip_serializing_if = "is_not")]
    pub result_mail: bool,
    /// `None` where they speak for themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy: Option<Proxy>,
}

impl OfPerson {
    const fn of(receipt: &Receipt) -> Self {
        Self {
            anonymous: receipt.anonymous,
            has_email: receipt.has_email,
            result_mail: receipt.result_mail,
            proxy: receipt.petitioner.proxy,
        }
    }
}

impl Amendment {
    /// What leads from one receipt to the other; `person` are the fields of the person that changed.
    pub(in crate::domain) fn between(
        cause: AmendCause,
        from: &Receipt,
        to: &Receipt,
        person: Vec<Field>,
    ) -> Self {
        let category = Change::between(&from.category, &to.category);
        let (was, is) = (&from.petitioner, &to.petitioner);
        Self {
            cause,
            title: Change::between(&from.title, &to.title)
                .filter(|title| title.from.as_str() != title.to.as_str()),
            body: Some(to.body.clone()).filter(|body| body.as_str() != from.body.as_str()),
            of_category: category.as_ref().map(|_| OfCategory {
                topics: to.topics.clone(),
                department: to.department.clone(),
            }),
            category,
            case_kind: Change::between(&from.case_kind, &to.case_kind),
            channel: Change::between(&from.channel, &to.channel),
            happened: Change::between(&from.happened, &to.happened),
            period: Change::between(&from.period, &to.period),
            reply_by: Change::between(&was.reply_by, &is.reply_by),
            people: Change::between(&was.people, &is.people),
            of_person: (!person.is_empty()).then(|| OfPerson::of(to)),
            person,
            notifies: false,
            reason: None,
        }
    }

    /// True where the matter itself changed, and not only who brought it and how they are reached.
    pub(in crate::domain) const fn is_of_matter(&self) -> bool {
        self.title.is_some()
            || self.body.is_some()
            || self.category.is_some()
            || self.case_kind.is_some()
            || self.channel.is_some()
            || self.happened.is_some()
            || self.period.is_some()
    }

    /// True where nothing changed.
    pub(in crate::domain) const fn is_empty(&self) -> bool {
        !self.is_of_matter()
            && self.reply_by.is_none()
            && self.people.is_none()
            && self.person.is_empty()
    }

    /// The fields that changed.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        let matter = [
            (Field::Title, self.title.is_some()),
            (Field::Body, self.body.is_some()),
            (Field::Category, self.category.is_some()),
            (Field::Kind, self.case_kind.is_some()),
            (Field::Channel, self.channel.is_some()),
            (Field::Happened, self.happened.is_some()),
            (Field::HandlingPeriod, self.period.is_some()),
            (Field::ReplyBy, self.reply_by.is_some()),
            (Field::People, self.people.is_some()),
        ];
        let changed = matter.into_iter().filter(|(_, changed)| *changed);
        let changed = changed.map(|(field, _)| field);
        changed.chain(self.person.iter().copied())
    }

    /// Its free texts, in the order in which they stand in JSON.
    pub(super) fn texts(&mut self) -> Vec<&mut Prose> {
        let title = self.title.iter_mut();
        let title = title.flat_map(|title| [&mut title.from, &mut title.to]);
        let rest = self.body.iter_mut().chain(self.reason.iter_mut());
        title.chain(rest).collect()
    }
}

impl Receipt {
    /// Puts right what an amendment changes.
    pub(in crate::domain) fn amend(&mut self, amendment: &Amendment) {
        fn put<T: Clone>(place: &mut T, change: Option<&Change<T>>) {
            if let Some(change) = change {
                place.clone_from(&change.to);
            }
        }
        put(&mut self.title, amendment.title.as_ref());
        if let Some(body) = &amendment.body {
            self.body.clone_from(body);
        }
        put(&mut self.category, amendment.category.as_ref());
        if let Some(of) = &amendment.of_category {
            self.topics.clone_from(&of.topics);
            self.department.clone_from(&of.department);
        }
        put(&mut self.case_kind, amendment.case_kind.as_ref());
        put(&mut self.channel, amendment.channel.as_ref());
        put(&mut self.happened, amendment.happened.as_ref());
        put(&mut self.period, amendment.period.as_ref());
        let petitioner = &mut self.petitioner;
        put(&mut petitioner.reply_by, amendment.reply_by.as_ref());
        put(&mut petitioner.people, amendment.people.as_ref());
        if let Some(of) = amendment.of_person {
            petitioner.proxy = of.proxy;
            self.anonymous = of.anonymous;
            self.has_email = of.has_email;
            self.result_mail = of.result_mail;
        }
    }
}

#[cfg(test)]
impl Amendment {
    /// One that changes nothing.
    pub(super) const fn none(cause: AmendCause) -> Self {
        Self {
            cause,
            title: None,
            body: None,
            category: None,
            of_category: None,
            case_kind: None,
            channel: None,
            happened: None,
            period: None,
            reply_by: None,
            people: None,
            person: Vec::new(),
            of_person: None,
            notifies: false,
            reason: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fact::{FactContent, FactKind};

    #[test]
    fn what_did_not_change_is_not_written_and_no_text_stays_inside() {
        let empty = FactKind::Amended(Box::new(Amendment::none(AmendCause::Slip)));
        let json = serde_json::to_string(&empty).unwrap();
        assert_eq!(json, r#"{"kind":"amended","cause":"slip"}"#);
        let mut full = FactKind::Amended(Box::new(Amendment {
            title: Some(Change {
                from: Prose::new("냉방"),
                to: Prose::new("난방"),
            }),
            body: Some(Prose::new("덥습니다")),
            happened: Some(Change {
                from: Some(Happened::Phone),
                to: None,
            }),
            reason: Some(Prose::new("오타")),
            ..Amendment::none(AmendCause::Error)
        }));
        let json = serde_json::to_string(&full).unwrap();
        assert_eq!(serde_json::from_str::<FactKind>(&json).unwrap(), full);
        // The store numbers texts by their order.
        let texts: Vec<String> = full
            .texts()
            .into_iter()
            .map(|text| text.as_str().to_owned())
            .collect();
        assert_eq!(texts, ["냉방", "난방", "덥습니다", "오타"]);
        let places: Vec<_> = texts.iter().map(|text| json.find(text.as_str())).collect();
        assert!(places.is_sorted(), "{json}");
    }
}
