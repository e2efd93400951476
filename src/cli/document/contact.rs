//! One visit or call with its deadlines and history.

use super::{case::DeadlineDocument, fact::FactDocument, stamp};
use crate::{
    desk::ContactView,
    domain::{
        charter::Channel,
        contact::{ContactStage, EndGround},
        deadline::lead,
        fact::{ContactWay, Prose},
        guide::ChecklistItem,
        party::Party,
        subject::{CaseNumber, ContactNumber, SubjectKind},
    },
    words::Lang,
};
use chrono::{DateTime, Utc};
use serde::Serialize;

/// The JSON document of a contact.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct ContactDocument<'a> {
    number: ContactNumber,
    subject: SubjectKind,
    stage: ContactStage,
    channel: Channel,
    category: Option<&'a str>,
    matter: &'a str,
    arrived_at: String,
    /// It was made by mistake.
    mistaken: bool,
    department: &'a str,
    officer: &'a str,
    assistance: bool,
    call_back: Option<CallBackDocument<'a>>,
    gists: Vec<&'a str>,
    ticked: &'a [ChecklistItem],
    case: Option<CaseNumber>,
    ended_for: Option<EndedForDocument>,
    deadlines: Vec<DeadlineDocument>,
    lead: Option<&'a str>,
    facts: Vec<FactDocument<'a>>,
    party: Party,
}

/// How it was ended against the customer's will.
#[derive(Debug, Serialize)]
struct EndedForDocument {
    ground: EndGround,
    told_at: String,
    at: String,
}

/// The call-back promised last.
#[derive(Debug, Serialize)]
struct CallBackDocument<'a> {
    owed: bool,
    way: Option<ContactWay>,
    wanted_at: Option<String>,
    place: &'a str,
}

impl<'a> ContactDocument<'a> {
    pub(in crate::cli) fn new(view: &'a ContactView, now: DateTime<Utc>, lang: Lang) -> Self {
        let contact = &view.contact;
        let zone = view.rules.charter.office.zone;
        let category = contact.arrival.category.as_str();
        let deadlines = view.deadlines.iter();
        let facts = view.facts.iter();
        Self {
            number: contact.number,
            subject: SubjectKind::Contact,
            stage: contact.stage,
            channel: contact.arrival.channel,
            category: Some(category).filter(|category| !category.is_empty()),
            matter: contact.matter.as_str(),
            arrived_at: stamp(contact.arrived_at, zone),
            mistaken: contact.mistaken.is_some(),
            department: &contact.department,
            officer: &contact.officer,
            assistance: contact.arrival.assistance,
            call_back: contact.call_backs.last().map(|last| CallBackDocument {
                owed: last.done.is_none(),
                way: last.wish.way,
                wanted_at: last.wish.wanted_at.map(|at| stamp(at, zone)),
                place: last.wish.place.as_str(),
            }),
            gists: contact.gists.iter().map(Prose::as_str).collect(),
            ticked: &contact.ticked,
            case: contact.became,
            ended_for: contact.ended_for.map(|ended| EndedForDocument {
                ground: ended.ground,
                told_at: stamp(ended.told_at, zone),
                at: stamp(ended.at, zone),
            }),
            deadlines: deadlines
                .map(|deadline| DeadlineDocument::new(deadline, &view.rules, now, lang))
                .collect(),
            lead: lead(&view.deadlines).map(|deadline| deadline.promise.as_str()),
            facts: facts
                .map(|fact| FactDocument::new(fact, &contact.revoked, zone))
                .collect(),
            party: view.party.masked(),
        }
    }
}
