//! What stood before it was put right, in lines that both front ends show.

use crate::{
    desk::CaseView,
    domain::{
        fact::Prose,
        party::Party,
        revocation::{entry_name, revoked_by},
    },
    words::{Lang, Say, forms as text},
};

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

/// The text as it was taken in, where it was put right since.
fn original(view: &CaseView) -> Option<&Prose> {
    let mut facts = view.facts.iter();
    let received = facts.find_map(|fact| fact.kind.receipt())?;
    let changed = received.body.as_str() != view.case.intake.body.as_str();
    Some(&received.body).filter(|body| changed && !body.as_str().is_empty())
}
