//! The flags of `minwon intake` about who brings the matter.

use crate::{
    cli::value,
    desk::DeskError,
    domain::{
        party::{Behalf, Field},
        petitioner::{Petitioner, Proxy, ReplyWay},
        refusal::{Refusal, ValueFault},
    },
};
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct PetitionerArgs {
    /// How the person wants to be told
    #[arg(long, value_parser = value::word(ReplyWay::ALL, ReplyWay::id))]
    reply_by: Option<ReplyWay>,
    /// Who speaks for the person
    #[arg(long, value_name = "NAME")]
    proxy: Option<String>,
    /// In what capacity the proxy speaks: spouse, lawyer
    #[arg(long, value_name = "TEXT")]
    capacity: Option<String>,
    /// The proxy's identity and power of attorney were seen
    #[arg(long)]
    authority_seen: bool,
    /// The body or company for which it is brought; its seat is the address
    #[arg(long, value_name = "NAME")]
    organisation: Option<String>,
    /// How many people bring it together
    #[arg(long, value_name = "NUMBER")]
    people: Option<String>,
    /// How many households they are: five or more people of five or more households are many
    #[arg(long, value_name = "NUMBER")]
    households: Option<String>,
    /// Who represents them, or the body
    #[arg(long, value_name = "NAME")]
    representative: Option<String>,
    /// It was brought by word of mouth alone
    #[arg(long)]
    oral: bool,
    /// No name was given, but the person can be identified
    #[arg(long)]
    identifiable: bool,
    /// The period of a statutory petition, such as '14 days', or its matter in the charter's table
    #[arg(
        long,
        value_name = "PERIOD",
        default_value = "",
        hide_default_value = true
    )]
    pub(super) period: String,
}

impl PetitionerArgs {
    /// What was answered, and the names.
    pub(super) fn read(self) -> Result<(Petitioner, Behalf), DeskError> {
        let speaks = self.proxy.is_some() || self.capacity.is_some() || self.authority_seen;
        let petitioner = Petitioner {
            reply_by: self.reply_by,
            proxy: speaks.then_some(Proxy {
                authority_seen: self.authority_seen,
            }),
            people: number(Field::People, self.people.as_deref())?,
            households: number(Field::Households, self.households.as_deref())?,
            represented: false,
            identifiable: self.identifiable,
            oral: self.oral,
        };
        let behalf = Behalf {
            proxy: self.proxy.unwrap_or_default(),
            capacity: self.capacity.unwrap_or_default(),
            organisation: self.organisation.unwrap_or_default(),
            representative: self.representative.unwrap_or_default(),
        };
        Ok((petitioner, behalf))
    }
}

fn number(field: Field, typed: Option<&str>) -> Result<Option<u32>, Refusal> {
    let read = typed.map(|typed| typed.trim().parse());
    let read = read.transpose();
    read.map_err(|_no_number| Refusal::field(field, ValueFault::Form))
}
