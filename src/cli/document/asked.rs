//! What intake asked about who brings a matter, as other programs read it: names masked.

use crate::{
    desk::CaseView,
    domain::{party::mask_name, petitioner::ReplyWay},
};
use serde::Serialize;

/// The key `asked` of a case.
#[derive(Debug, Serialize)]
pub(super) struct AskedDocument<'a> {
    reply_by: Option<ReplyWay>,
    proxy: Option<ProxyDocument<'a>>,
    organisation: Option<&'a str>,
    people: Option<u32>,
    households: Option<u32>,
    representative: Option<String>,
    /// Many people: the list of their names is kept in the original.
    many: bool,
    identifiable: bool,
    oral: bool,
    /// The period given for a statutory petition: "14 days".
    period: Option<String>,
}

#[derive(Debug, Serialize)]
struct ProxyDocument<'a> {
    name: String,
    capacity: &'a str,
    authority_seen: bool,
}

impl<'a> AskedDocument<'a> {
    pub(super) fn new(view: &'a CaseView) -> Self {
        let (petitioner, behalf) = (&view.case.intake.petitioner, &view.party.behalf);
        let representative = mask_name(&behalf.representative);
        Self {
            reply_by: petitioner.reply_by,
            proxy: petitioner.proxy.map(|proxy| ProxyDocument {
                name: mask_name(&behalf.proxy),
                capacity: &behalf.capacity,
                authority_seen: proxy.authority_seen,
            }),
            organisation: Some(behalf.organisation.as_str()).filter(|name| !name.is_empty()),
            people: petitioner.people,
            households: petitioner.households,
            representative: Some(representative).filter(|name| !name.is_empty()),
            many: petitioner.are_many(),
            identifiable: petitioner.identifiable,
            oral: petitioner.oral,
            period: view.case.intake.period.map(|limit| limit.to_string()),
        }
    }
}
