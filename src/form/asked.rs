//! What intake asked about who brings a matter, in lines that both front ends show.

use crate::{
    domain::{fact::Receipt, party::Party, petitioner::Petitioner},
    words::{Audience, Lang, Phrase, Say, forms as text},
};

/// What was answered, one text each; names as `mask` gives them.
pub fn lines(
    intake: &Receipt,
    party: &Party,
    mask: impl Fn(&str) -> String,
    lang: Lang,
) -> Vec<String> {
    let (petitioner, behalf) = (&intake.petitioner, &party.behalf);
    let reply = petitioner.reply_by;
    let reply = reply.map(|way| text::ASKED_REPLY.of(lang, &[("way", way.say(lang))]));
    let proxy = petitioner.proxy.map(|proxy| {
        let seen = if proxy.authority_seen {
            text::SEEN
        } else {
            text::NOT_SEEN
        };
        let names = [mask(&behalf.proxy), behalf.capacity.clone()];
        let names = names.into_iter().filter(|name| !name.is_empty());
        let who = names.collect::<Vec<_>>().join(", ");
        text::ASKED_PROXY.of(lang, &[("who", who), ("seen", seen.get(lang).to_owned())])
    });
    let named = |phrase: Phrase, name: String| {
        (!name.is_empty()).then(|| phrase.of(lang, &[("name", name)]))
    };
    let people = people(petitioner, lang);
    let oral = if intake.lacks_writing() {
        Some(text::ASKED_ORAL_WRITE)
    } else {
        petitioner.oral.then_some(text::ASKED_ORAL)
    };
    let identifiable = petitioner.identifiable.then_some(text::ASKED_IDENTIFIABLE);
    let plain = |phrase: Option<Phrase>| Some(phrase?.get(lang).to_owned());
    let period = intake.period;
    let period = period.map(|limit| text::ASKED_PERIOD.of(lang, &[("period", limit.say(lang))]));
    let asked = [
        period,
        plain(oral),
        plain(identifiable),
        reply,
        proxy,
        named(text::ASKED_ORGANISATION, behalf.organisation.clone()),
        people,
        named(text::ASKED_REPRESENTATIVE, mask(&behalf.representative)),
    ];
    asked.into_iter().flatten().collect()
}

/// How many they are, and what follows from that.
fn people(petitioner: &Petitioner, lang: Lang) -> Option<String> {
    let people = petitioner.people?.to_string();
    let households = petitioner.households;
    let mut said = match households {
        Some(households) => {
            let values = [("people", people), ("households", households.to_string())];
            text::ASKED_HOUSEHOLDS.of(lang, &values)
        }
        None => text::ASKED_PEOPLE.of(lang, &[("people", people)]),
    };
    for (holds, more) in [
        (petitioner.are_many(), text::ASKED_MANY),
        (petitioner.lacks_households(), text::ASKED_MANY_PERHAPS),
        (petitioner.lacks_representative(), text::ASKED_ALONE),
    ] {
        if holds {
            said.extend([" ", more.get(lang)]);
        }
    }
    Some(said)
}

/// What the desk is to offer or ask of those who brought it, a sentence each.
pub fn offers(intake: &Receipt, audience: Audience, lang: Lang) -> Vec<String> {
    let petitioner = &intake.petitioner;
    let write = intake.lacks_writing();
    let write = write.then(|| audience.address(text::OFFER_WRITE.get(lang), lang));
    let alone = petitioner
        .people
        .filter(|_| petitioner.lacks_representative());
    let ask = alone.map(|people| {
        let ask = text::OFFER_REPRESENTATIVE.of(lang, &[("people", people.to_string())]);
        audience.address(&ask, lang)
    });
    write.into_iter().chain(ask).collect()
}
