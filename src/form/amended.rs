//! What stood before it was put right, in lines that both front ends show.

use crate::{
    desk::CaseView,
    domain::{
        deadline::Deadline,
        fact::{Fact, FactContent, Prose},
        party::{Field, Party},
        revocation::{entry_name, revoked_by},
    },
    form::day,
    words::{Lang, Say, forms as text},
};
use chrono::{DateTime, Utc};

/// What each amendment changed, the other versions of the person as `mask` gives them, and the text as it was taken in; what
/// was struck out is marked.
pub fn lines(view: &CaseView, mask: impl Fn(&Party) -> Party, lang: Lang) -> Vec<String> {
    let charter = &view.rules.charter;
    let category = |id: &str| charter.category_name(id, lang);
    let marked = |fact, line: String| entry_name(&line, revoked_by(&view.case.revoked, fact), lang);
    let amended = view.facts.iter().filter_map(|fact| {
        let amendment = fact.kind.amendment()?;
        let changes = amendment.changes(&category, lang);
        let values = [
            ("fact", fact.seq.to_string()),
            ("cause", amendment.cause.say(lang)),
            ("changes", changes.clone()),
        ];
        (!changes.is_empty()).then(|| marked(fact.seq, text::AMENDED.of(lang, &values)))
    });
    let persons = view.former.iter().map(|(seq, party)| {
        let Party {
            name,
            phone,
            email,
            address,
            behalf,
        } = mask(party);
        let known = [name, phone, email, address, behalf.proxy];
        let known: Vec<String> = known.into_iter().filter(|one| !one.is_empty()).collect();
        let values = [("fact", seq.to_string()), ("who", known.join(" · "))];
        marked(*seq, text::FORMER_PERSON.of(lang, &values))
    });
    let body = original(view).map(|body| text::FORMER_BODY.with(lang, &[("body", body.as_str())]));
    amended.chain(persons).chain(body).collect()
}

/// What stands of a fact in the history beside its content: of an amendment, what stood in place of each field of the person,
/// as `mask` gives both; of a revocation, what it struck out and which deadlines run again.
pub fn beside(
    view: &CaseView,
    fact: &Fact,
    mask: impl Fn(&Party) -> Party,
    lang: Lang,
) -> Option<String> {
    if let Some(of) = fact.kind.revokes() {
        let struck = view.facts.iter().find(|one| one.seq == of)?;
        let values = [("fact", of.to_string()), ("kind", struck.kind.say(lang))];
        let mut said = vec![text::STRUCK_OUT.of(lang, &values)];
        let again = view.restarted.iter().filter(|(by, _)| *by == fact.seq);
        said.extend(again.map(|(_, deadline)| runs_again(deadline, fact.at, view, lang)));
        return Some(said.join("\n"));
    }
    let fields = &fact.kind.amendment()?.person;
    let after = mask(person(view, |seq| seq == fact.seq)?);
    let stood = |seq: u32| {
        let struck = revoked_by(&view.case.revoked, seq);
        seq < fact.seq && struck.is_none_or(|by| by > fact.seq)
    };
    let before = mask(person(view, stood)?);
    let said = |field: &Field, party: &Party| {
        let value = view.case.standing(*field, party).unwrap_or_default();
        if value.is_empty() {
            "-".to_owned()
        } else {
            value
        }
    };
    let changes = fields.iter().map(|field| {
        let (from, to) = (said(field, &before), said(field, &after));
        format!("{} {from} → {to}", field.say(lang))
    });
    let changes: Vec<String> = changes.collect();
    (!changes.is_empty()).then(|| changes.join(", "))
}

/// That a deadline runs again since an instant, and until when.
fn runs_again(deadline: &Deadline, since: DateTime<Utc>, view: &CaseView, lang: Lang) -> String {
    let (due, calendar) = (deadline.due, view.rules.calendars.now());
    let due = if due.whole_day {
        day::day(due.date, calendar.date(since), lang)
    } else {
        day::instant(due.at, since, calendar, lang)
    };
    let values = [
        ("what", deadline.asked(&view.rules.charter, lang)),
        ("due", due),
    ];
    text::RUNS_AGAIN.of(lang, &values)
}

/// The last version of the person among those of these facts; `None` where it was erased.
fn person(view: &CaseView, of: impl Fn(u32) -> bool) -> Option<&Party> {
    let standing = (view.case.person, &view.party);
    let former = view.former.iter().map(|(seq, party)| (*seq, party));
    let versions = former.chain([standing]).filter(|(seq, _)| of(*seq));
    versions.max_by_key(|(seq, _)| *seq).map(|(_, party)| party)
}

/// The text as it was taken in, where it was put right since.
fn original(view: &CaseView) -> Option<&Prose> {
    let mut facts = view.facts.iter();
    let received = facts.find_map(|fact| fact.kind.receipt())?;
    let changed = received.body.as_str() != view.case.intake.body.as_str();
    Some(&received.body).filter(|body| changed && !body.as_str().is_empty())
}
