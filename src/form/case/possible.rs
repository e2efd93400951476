//! Whether an action is possible now, asked of the domain with a form filled in as a probe.
//!
//! There is no second copy of the rules here: the desk decides again, with what it knows, when the form is sent.

use super::{Kind, form, read};
use crate::{
    desk::{CaseView, EarlierCase},
    domain::{
        case::{CaseNumber, Stage},
        command::Command,
        decide::{self, Context, Related},
        fact::Fact,
        refusal::Refusal,
        staff::Role,
    },
    form::FormContext,
    words::{Lang, Say, forms as text},
};

/// An earlier case that stands for any that could be named.
const ANY: CaseNumber = CaseNumber {
    year: 1000,
    serial: 1,
};

/// Whether an action could be carried out if its form were filled in.
///
/// # Errors
/// Why it could not, however the form is filled in.
pub fn possible(
    kind: Kind,
    view: &CaseView,
    earlier: &[EarlierCase],
    cx: FormContext<'_>,
) -> Result<(), Refusal> {
    let mut form = form(kind, view, Some(ANY), cx);
    form.fill_empty(".");
    let Ok(command) = read::command(kind, &form, view.rules.charter.office.zone, cx.names()) else {
        // What a probe cannot fill in (no days to extend by, no item left to tick) is told by the domain's own sentence.
        return Err(match kind {
            Kind::Tick => Refusal::AlreadyDone,
            _ => Refusal::NothingToExtend,
        });
    };
    match attempt(&command, view, &related(kind, view, earlier), cx) {
        // The form can still be filled in otherwise.
        Ok(_) | Err(Refusal::Fields(_) | Refusal::ConsentNeeded) => Ok(()),
        Err(refusal) => Err(refusal),
    }
}

/// Why an action is not possible, in words that fit a case and not a probe.
pub fn why_not(refusal: &Refusal, lang: Lang) -> String {
    match refusal {
        Refusal::NotConsulted(_) => text::NO_CONSULTATION.get(lang).to_owned(),
        other => other.say(lang),
    }
}

/// The facts that a command would make now.
///
/// # Errors
/// Why it would make none.
pub fn attempt(
    command: &Command,
    view: &CaseView,
    related: &[Related],
    cx: FormContext<'_>,
) -> Result<Vec<Fact>, Refusal> {
    // Another machine's clock may be a little ahead; that is no reason against every action.
    let now = cx.now.max(view.case.last_at);
    let context = Context {
        charter: &view.rules.charter,
        charter_version: view.rules.version,
        calendars: &view.rules.calendars,
        at: now,
        now,
        by: "",
        role: cx.actor.map_or(Role::Clerk, |actor| actor.role),
        signer: Some(&view.signer),
        related,
    };
    decide::decide(&view.case, command, &context)
}

/// The other cases as far as a screen knows them.
fn related(kind: Kind, view: &CaseView, earlier: &[EarlierCase]) -> Vec<Related> {
    let any = |stage, results| Related {
        number: ANY,
        stage,
        results,
    };
    match kind {
        Kind::CloseAsRepeat if !view.case.links.is_empty() => {
            let of = |number: &CaseNumber| earlier.iter().find(|case| case.number == *number);
            let linked = view.case.links.iter().map(|number| Related {
                number: *number,
                // A case the screen does not know is taken to count; the desk knows.
                ..of(number).map_or(any(Stage::Closed, 1), |case| any(case.stage, case.results))
            });
            // Cases behind the linked ones count too, and only the desk knows which those are.
            let alike = earlier
                .iter()
                .filter(|case| case.alike && !view.case.links.contains(&case.number));
            let alike = alike.map(|case| Related {
                number: case.number,
                ..any(case.stage, case.results)
            });
            linked.chain(alike).collect()
        }
        Kind::CloseAsRepeat => Vec::new(),
        _ => vec![any(Stage::Received, 0)],
    }
}
