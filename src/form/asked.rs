//! What intake asked about who brings a matter, in lines that both front ends show.

use crate::{
    domain::{party::Party, petitioner::Petitioner},
    words::{Lang, Say, forms as text},
};

/// What was answered, one text each; names as `mask` gives them.
pub fn lines(
    petitioner: &Petitioner,
    party: &Party,
    mask: impl Fn(&str) -> String,
    lang: Lang,
) -> Vec<String> {
    let behalf = &party.behalf;
    let reply = petitioner.reply_by;
    let reply = reply.map(|way| text::ASKED_REPLY.of(lang, &[("way", way.say(lang))]));
    let proxy = petitioner.proxy.map(|proxy| {
        let seen = if proxy.authority_seen {
            text::SEEN
        } else {
            text::NOT_SEEN
        };
        let parts = [mask(&behalf.proxy), behalf.capacity.clone()];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        let who = parts.collect::<Vec<_>>().join(", ");
        text::ASKED_PROXY.of(lang, &[("who", who), ("seen", seen.get(lang).to_owned())])
    });
    let named = |phrase: crate::words::Phrase, name: String| {
        (!name.is_empty()).then(|| phrase.of(lang, &[("name", name)]))
    };
    let people = petitioner.people.map(|people| {
        let phrase = match (petitioner.are_many(), petitioner.lacks_representative()) {
            (true, true) => text::ASKED_MANY_ALONE,
            (true, false) => text::ASKED_MANY,
            (false, true) => text::ASKED_PEOPLE_ALONE,
            (false, false) => text::ASKED_PEOPLE,
        };
        phrase.of(lang, &[("people", people.to_string())])
    });
    let asked = [
        reply,
        proxy,
        named(text::ASKED_ORGANISATION, behalf.organisation.clone()),
        people,
        named(text::ASKED_REPRESENTATIVE, mask(&behalf.representative)),
    ];
    asked.into_iter().flatten().collect()
}
