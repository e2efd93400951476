//! What is passed on between offices: from the front desk to the department in charge, from the wrong department to the right
//! one, and to another agency (decree art. 13).

use super::{Deadline, opening::period};
use crate::domain::{
    case::{Case, FactRef},
    charter::{Charter, MetBy, Trigger},
    fact::Competence,
    statute,
};
use chrono::{DateTime, Utc};

/// Opens what is to be passed on; of what is no petition the law says nothing.
pub(super) fn open(case: &Case, charter: &Charter, found: &mut Vec<Deadline>) {
    if !case.intake.is_petition() || case.matter().is_none() {
        return;
    }
    found.extend(pass_on(case, charter));
    let said = case.misdirected.iter().map(|(whose, said)| match whose {
        Competence::Department => period(statute::hand_on(), MetBy::HandOn, said.seq, said.at),
        Competence::Agency => period(statute::transfer(), MetBy::Transfer, said.seq, said.at),
    });
    let mut moved: Vec<Deadline> = said.chain(unsaid(case)).collect();
    moved.sort_by_key(|deadline| deadline.opened_by);
    found.extend(moved);
}

/// From the receipt to the department in charge, where another one took it in.
fn pass_on(case: &Case, charter: &Charter) -> Option<Deadline> {
    let mut begun = case.occurrences.iter();
    let receipt = begun.find(|one| one.trigger == Trigger::Received)?;
    if !case.intake.is_passed_on() {
        return None;
    }
    let counter = charter.counter_of(&case.intake.category);
    let far = counter.is_some_and(|counter| counter.far);
    let of_the_law = statute::pass_on(far, case.intake.channel.is_electronic());
    Some(period(of_the_law, MetBy::HandOn, receipt.seq, receipt.at))
}

/// A transfer before which nobody said that the matter belongs elsewhere: it counts from the receipt of its round.
fn unsaid(case: &Case) -> impl Iterator<Item = Deadline> {
    let transfers = case
        .fulfilments()
        .filter(|done| done.met_by == MetBy::Transfer);
    transfers.filter_map(|done| {
        let begun = case.round(done.act);
        let said = |(whose, said): &(Competence, FactRef)| {
            *whose == Competence::Agency && (begun..done.act).contains(&said.seq)
        };
        let from: DateTime<Utc> = case.received_before(done.act)?;
        let open = || period(statute::transfer(), MetBy::Transfer, done.act, from);
        (!case.misdirected.iter().any(said)).then(open)
    })
}
