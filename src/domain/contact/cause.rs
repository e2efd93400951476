//! Ending a visit or a call against the customer's will: what the law asks before it (act art. 4, decree art. 4(1) no. 8).
//!
//! Only the talk ends. A case that came of it goes on, and a call-back that was promised is still owed.

use super::{Contact, ContactFact, ContactRefusal, EndGround};
use crate::{
    domain::{
        charter::MetBy,
        decide::{Context, required},
        input,
        party::Field,
        refusal::Refusal,
    },
    words::{Lang, Phrase, Say},
};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

/// What it is called.
pub(super) const NAME: Phrase = Phrase::new("종료 조치", "ended for cause");

/// A visit or a call that was ended against the customer's will.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndedForCause {
    pub ground: EndGround,
    /// When the customer was told the reason.
    pub told_at: DateTime<Utc>,
    pub at: DateTime<Utc>,
}

impl EndedForCause {
    /// The ground, and when it was told, on the office's clock.
    pub fn said(&self, zone: Tz, lang: Lang) -> String {
        let told = reason_told(self.told_at, zone, lang);
        format!("{}: {}, {told}", NAME.get(lang), self.ground.say(lang))
    }
}

/// When the customer was told the reason, on the office's clock.
pub(super) fn reason_told(at: DateTime<Utc>, zone: Tz, lang: Lang) -> String {
    let at = at.with_timezone(&zone).format("%m-%d %H:%M").to_string();
    let told = Phrase::new("{time}에 사유를 미리 알림", "reason told before, at {time}");
    told.with(lang, &[("time", &at)])
}

/// The fact that ends it; the reason was told before.
pub(super) fn end(
    contact: &Contact,
    (ground, told_at): (EndGround, Option<DateTime<Utc>>),
    text: &str,
    context: &Context<'_>,
) -> Result<ContactFact, Refusal> {
    let told_at = told_at.ok_or(ContactRefusal::ReasonUntold)?;
    let (from, until) = (contact.arrived_at, context.at);
    if !(from..=until).contains(&told_at) {
        let local = |at| input::local(context.charter, at);
        let (from, until) = (local(from), local(until));
        return Err(ContactRefusal::ReasonToldOutside { from, until }.into());
    }
    match ground {
        EndGround::Abuse => {}
        EndGround::Overtime => beyond_the_set_time(contact, context)?,
    }
    Ok(ContactFact::EndedForCause {
        ground,
        told_at,
        text: required(Field::Text, text)?,
    })
}

/// The set time runs while somebody serves, not while the customer waits.
fn beyond_the_set_time(contact: &Contact, context: &Context<'_>) -> Result<(), ContactRefusal> {
    let minutes = context.charter.contact_minutes;
    let mut served = contact.fulfilments.iter();
    let served = served.find(|done| done.met_by == MetBy::Served);
    let since = served.ok_or(ContactRefusal::NotServed)?.at;
    let over = since + TimeDelta::minutes(minutes.into());
    if context.at <= over {
        let over = input::local(context.charter, over);
        return Err(ContactRefusal::WithinSetTime { minutes, over });
    }
    Ok(())
}
