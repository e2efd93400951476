//! The form of an action on a case: its fields, made from its slots, and their initial values.

mod kept;
mod read;
mod said;

pub use crate::domain::command::ActionKind;
pub use kept::kept;
pub use read::{draft, order};
pub use said::{of_investigation, of_supplement};

use super::{
    Form, FormContext, FormField, Pick, day, department_picks, late, officer_picks, script_picks,
};
use crate::{
    desk::{CaseView, EarlierCase},
    domain::{
        case::{CaseNumber, Stage},
        command::{CaseRole, Slot, Takes},
        decide::longest_extension,
        fact::{Fact, Outcome, ReopenCause, SuspensionReason},
        guide::{self, People},
        input,
        party::Field,
        revocation::{entry_name, revoked_by},
        rights::Operation,
        staff::Role,
    },
    words::{Lang, Say, forms as text},
};
use chrono::{DateTime, Days, Utc};
use said::investigation;

/// Rows of a text where there is no room for more.
const ROWS: u16 = 3;
/// More than any time, date or receipt number takes.
const SHORT: usize = 40;

/// What the fields of a form are made from.
struct FieldSource<'a> {
    view: &'a CaseView,
    cx: FormContext<'a>,
    lang: Lang,
}

impl FieldSource<'_> {
    /// The field of a slot with its initial value.
    fn field(&self, kind: ActionKind, slot: &Slot, offered: Option<CaseNumber>) -> FormField {
        let asked: Vec<&str> = self.view.case.consulting().collect();
        let field = match slot.takes {
            Takes::Name if slot.field == Field::Category => self.categories(slot.field),
            // A receipt always has them: there is nothing that takes them away.
            Takes::Word(words) if matches!(slot.field, Field::Kind | Field::Channel) => {
                let words = words(self.lang).into_iter();
                let picks = words.map(|word| Pick::new(word.id, word.name));
                FormField::choice(slot.field, picks.collect(), self.lang)
            }
            Takes::Word(words) => {
                let none = match kind {
                    ActionKind::Amend => text::NONE_OF_THEM,
                    _ => text::NOT_TOLD,
                };
                let none = Pick::new("", none.get(self.lang));
                let none = (!slot.required).then_some(none).into_iter();
                let words = words(self.lang).into_iter();
                let picks = none.chain(words.map(|word| Pick::new(word.id, word.name)));
                FormField::choice(slot.field, picks.collect(), self.lang)
            }
            Takes::Fact => self.facts(kind, slot.field),
            Takes::Mark => FormField::consent(slot.field, self.lang),
            Takes::Name if kind == ActionKind::Consulted && !asked.is_empty() => {
                let picks = asked.iter().map(|one| Pick::new(*one, *one));
                FormField::choice(slot.field, picks.collect(), self.lang)
            }
            Takes::Name if slot.field == Field::Items => self.items(slot.field),
            Takes::Name if slot.field == Field::Department => {
                let names = department_picks(&self.view.rules.charter, self.cx);
                FormField::name(slot.field, &self.hint(slot), names, self.lang)
            }
            Takes::Name if slot.field == Field::Officer => FormField::name(
                slot.field,
                &self.hint(slot),
                officer_picks(self.cx),
                self.lang,
            ),
            Takes::Name => self.line(slot, longest_line(slot.field)),
            Takes::Text => {
                let hint = self.hint(slot);
                FormField::text(slot.field, input::TEXT_MAX, ROWS, &hint, self.lang)
            }
            Takes::Days | Takes::Count | Takes::Case(_) | Takes::Day | Takes::Moment => {
                self.line(slot, SHORT)
            }
        };
        let field = match self.initial(kind, slot.field, offered) {
            Some(initial) => field.with(&initial),
            None => field,
        };
        // A choice is never empty.
        if slot.required && !field.is_choice() {
            field.required()
        } else {
            field
        }
    }

    fn line(&self, slot: &Slot, most: usize) -> FormField {
        FormField::line(slot.field, most, &self.hint(slot), self.lang)
    }

    fn hint(&self, slot: &Slot) -> String {
        match slot.takes {
            Takes::Days => {
                let most = longest(self.view).to_string();
                text::MOST_DAYS.with(self.lang, &[("most", &most)])
            }
            Takes::Case(_) => text::NUMBER_EXAMPLE.get(self.lang).to_owned(),
            _ => slot.says.get(self.lang).to_owned(),
        }
    }

    /// The initial value of a field, where the case gives one.
    fn initial(
        &self,
        kind: ActionKind,
        field: Field,
        offered: Option<CaseNumber>,
    ) -> Option<String> {
        let case = &self.view.case;
        if kind == ActionKind::Amend {
            return case.standing(field, &self.view.party);
        }
        match field {
            // A consultation asks a department other than the one in charge.
            Field::Department if matches!(kind, ActionKind::Consult | ActionKind::Consulted) => {
                None
            }
            Field::Department if kind == ActionKind::Assign => {
                let investigation = investigation(self.view, self.cx.names());
                let offered = investigation.map(|found| found.offered(&case.department).to_owned());
                Some(offered.unwrap_or_else(|| case.department.clone()))
            }
            Field::Department => Some(case.department.clone()),
            Field::Officer if kind == ActionKind::Assign && self.is_complained_of() => {
                self.auditor()
            }
            Field::Officer if kind == ActionKind::Assign => {
                Some(self.cx.names().editable(&case.officer).to_owned())
            }
            // A step names an officer of the staff.
            Field::Officer if matches!(kind, ActionKind::StepOne | ActionKind::StepThree) => {
                Some(self.cx.names().editable(&case.officer).to_owned())
            }
            Field::Officer => Some(self.officer()),
            // A running inspection can be extended; no other suspension is possible meanwhile.
            Field::Reason if kind == ActionKind::Suspend => {
                let lasts = case.pause()?.most.is_some();
                lasts.then(|| SuspensionReason::Inspection.id().to_owned())
            }
            Field::Days => Some(longest(self.view))
                .filter(|most| *most > 0)
                .map(|most| most.to_string()),
            // What a clerk linked as of the same purport is what they may merge it into.
            Field::Into => offered
                .or(case.see_also.last().copied())
                .map(|number| number.to_string()),
            Field::Earlier => offered.map(|number| number.to_string()),
            // Only a result is examined again.
            Field::Cause if matches!(case.stage, Stage::Answered | Stage::Closed) => {
                Some(ReopenCause::Review.id().to_owned())
            }
            // The other department has as long as it needs within the period.
            Field::Until if kind == ActionKind::Consult => None,
            // A week after the date asked for.
            Field::Until if kind == ActionKind::SupplementLonger && case.awaited().is_some() => {
                let later = case.awaited()?.until.checked_add_days(Days::new(7));
                later.map(|day| day.to_string())
            }
            Field::Until => Some(self.in_days(7)),
            Field::Published => Some(self.in_days(0)),
            // The afternoon of the day after tomorrow leaves a day to announce the visit.
            Field::Visit => Some(format!("{} 14:00", self.in_days(2))),
            _ => None,
        }
    }

    fn categories(&self, field: Field) -> FormField {
        let all = self.view.rules.charter.categories.iter();
        let picks = all.map(|one| Pick::new(one.id.as_str(), one.name.say(self.lang)));
        FormField::choice(field, picks.collect(), self.lang)
    }

    /// True where the department in charge is complained of, and another one investigates.
    fn is_complained_of(&self) -> bool {
        let found = investigation(self.view, self.cx.names());
        found.is_some_and(|found| found.excludes(&self.view.case.department))
    }

    /// An auditor of the staff, who investigates in place of the officer complained of.
    fn auditor(&self) -> Option<String> {
        let names = self.cx.names();
        let audit = investigation(self.view, names)?.audit?;
        let mut staff = names.staff.iter().filter(|one| one.retired_at.is_none());
        let auditor = staff.find(|one| one.role == Role::Auditor && one.department == audit)?;
        Some(names.editable(&auditor.login).to_owned())
    }

    /// The officer of the case; without one, that of the counter.
    fn officer(&self) -> String {
        let case = &self.view.case;
        let counter = self.view.rules.charter.counter_of(&case.intake.category);
        match (case.officer.is_empty(), counter) {
            (true, Some(counter)) => counter.officer.clone().unwrap_or_default(),
            _ => self.cx.names().editable(&case.officer).to_owned(),
        }
    }

    /// The items that are not ticked yet, those for the channel first: a customer who wrote may be called later.
    fn items(&self, field: Field) -> FormField {
        let (case, charter) = (&self.view.case, &self.view.rules.charter);
        let here = guide::scripts(charter, Some(case.intake.channel), None);
        let mut left = guide::items(charter, &guide::scripts(charter, None, None));
        left.retain(|(item, _)| !case.ticked.contains(item));
        left.sort_by_key(|(_, script)| !here.iter().any(|other| std::ptr::eq(*other, *script)));
        let people = People {
            clerk: self.cx.actor,
            counter: charter.counter_of(&case.intake.category),
            ..People::default()
        };
        FormField::checks(field, script_picks(left, &people, self.lang), self.lang)
    }

    /// The facts of the case, the last first; to strike out, those that who fills in the form may.
    fn facts(&self, kind: ActionKind, field: Field) -> FormField {
        let calendar = self.view.rules.calendars.now();
        let revoked = &self.view.case.revoked;
        let by = (self.cx.role(), self.cx.now);
        let offered =
            |fact: &&Fact| kind != ActionKind::Revoke || self.view.revocable(fact.seq, by).is_ok();
        let picks = self.view.facts.iter().rev().filter(offered).map(|fact| {
            let at = day::instant(fact.at, self.cx.now, calendar, self.lang);
            let struck = revoked_by(revoked, fact.seq);
            let kind = entry_name(&fact.kind.say(self.lang), struck, self.lang);
            let name = format!("{}  {kind}  {at}", fact.seq);
            Pick::new(fact.seq.to_string(), name)
        });
        FormField::choice(field, picks.collect(), self.lang)
    }

    fn in_days(&self, days: u64) -> String {
        let today = self.view.rules.calendars.now().date(self.cx.now);
        let day = today.checked_add_days(Days::new(days)).unwrap_or(today);
        day.to_string()
    }
}

/// True for a field in the right half of the row of the one before.
const fn is_beside(kind: ActionKind, field: Field) -> bool {
    match kind {
        ActionKind::Amend => matches!(field, Field::Kind | Field::Phone),
        _ => matches!(field, Field::Officer | Field::Consent),
    }
}

/// How many characters a line takes.
const fn longest_line(field: Field) -> usize {
    match field {
        Field::Title => input::TITLE_MAX,
        Field::Phone => input::PHONE_MAX,
        Field::Email => input::EMAIL_MAX,
        Field::Address => input::ADDRESS_MAX,
        _ => input::NAME_MAX,
    }
}

/// The form of an action on a case: a field for each of its slots, and the time.
pub fn form(
    kind: ActionKind,
    view: &CaseView,
    offered: Option<CaseNumber>,
    cx: FormContext<'_>,
) -> Form {
    let lang = cx.lang;
    let source = FieldSource { view, cx, lang };
    let mut fields = Vec::new();
    for slot in kind.slots() {
        let mut field = source.field(kind, slot, offered);
        field.beside = !fields.is_empty() && is_beside(kind, slot.field);
        fields.push(field);
    }
    if kind == ActionKind::Link {
        // Both are a person's word: nothing ticks them.
        let ticks = [Field::SameCustomer, Field::SamePoint];
        let ticks = ticks.map(|field| FormField::consent(field, lang));
        fields.splice(1..1, ticks);
    }
    fields.push(FormField::line(Field::At, SHORT, text::NOW.get(lang), lang));
    fields.push(late::reason(lang));
    let mut form = Form::new(fields, lang);
    settle(kind, &mut form, &[], cx.role());
    form
}

/// Shows the fields that the values of others call for, and that who fills it in may use.
pub fn settle(kind: ActionKind, form: &mut Form, earlier: &[EarlierCase], role: Role) {
    if kind == ActionKind::Link {
        let named = named(kind, form);
        let named = earlier.iter().find(|case| Some(case.number) == named);
        let doubted = named.is_some_and(|case| !case.sameness.doubts().is_empty());
        // Against the program's doubt the reason counts of a supervisor only.
        let usable = !doubted || role.may(Operation::DoubtfulLink);
        form.show(
            Field::Reason.id(),
            usable || form.is_on(Field::SeeAlso.id()),
        );
    }
    if kind == ActionKind::Reply {
        let outcome: Option<Outcome> = form.value(Field::Outcome.id()).parse().ok();
        let is = |needs: fn(Outcome) -> bool| outcome.is_some_and(needs);
        form.show(Field::Ground.id(), is(Outcome::needs_ground));
        form.show(Field::Remedy.id(), is(Outcome::denies));
    }
}

/// Asks for the reason of a late entry where the time in the form wants one.
pub fn follow(form: &mut Form, view: &CaseView, now: DateTime<Utc>) {
    let clock = view.rules.clock(now);
    let parse = |typed: &str| clock.moment(typed);
    late::follow(form, parse, now, view.rules.calendars.now());
}

/// The form of an action, which names the earlier case of the same matter where it can.
pub fn begun(
    kind: ActionKind,
    view: &CaseView,
    earlier: &[EarlierCase],
    cx: FormContext<'_>,
) -> Form {
    let offered = offered(kind, view, earlier);
    let alike = offered.iter().find(|case| case.alike);
    let mut form = form(kind, view, alike.map(|case| case.number), cx);
    settle(kind, &mut form, earlier, cx.role());
    form
}

/// The name of the draft of an action's form.
pub fn draft_name(kind: ActionKind, number: CaseNumber) -> String {
    format!("act-{number}-{kind}")
}

/// The cases of the person that an action can name.
pub fn offered(kind: ActionKind, view: &CaseView, earlier: &[EarlierCase]) -> Vec<EarlierCase> {
    let Some((_, role)) = other_case(kind) else {
        return Vec::new();
    };
    let fits = |case: &&EarlierCase| match role {
        CaseRole::Earlier => !view.case.links.contains(&case.number),
        CaseRole::Successor => matches!(case.stage, Stage::Received | Stage::Assigned),
    };
    earlier.iter().filter(fits).cloned().collect()
}

/// The longest extension the case allows now, in days.
fn longest(view: &CaseView) -> u32 {
    longest_extension(&view.case, &view.rules.charter, &view.deadlines)
}

/// The field in which an action names another case, and the role of that case.
pub fn other_case(kind: ActionKind) -> Option<(Field, CaseRole)> {
    kind.slots().iter().find_map(|slot| match slot.takes {
        Takes::Case(role) => Some((slot.field, role)),
        _ => None,
    })
}

/// The other case named in the form.
pub fn named(kind: ActionKind, form: &Form) -> Option<CaseNumber> {
    form.value(other_case(kind)?.0.id()).parse().ok()
}
