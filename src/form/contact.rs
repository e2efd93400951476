//! The forms of entries about contacts, and the commands they make.
//!
//! Must not draw.

use super::{
    Form, FormContext, FormField, Pick, day, department_picks, form_field::party_fields,
    officer_picks, script_picks,
};
use crate::{
    desk::ContactView,
    domain::{
        charter::{MetBy, Moment},
        command::Intake,
        contact::{CallBackInput, ContactCommand, EndGround, GuideTarget},
        deadline::Deadline,
        fact::ContactWay,
        guide::{self, People},
        input::{self, OfficeClock},
        party::Field,
        petitioner::Petitioner,
        refusal::{FieldFault, Refusal},
        subject::ContactNumber,
    },
    words::{Lang, Say, closed_set, contacts as words, forms},
};
use chrono::{DateTime, Utc};

/// The toggle for whether a reply is wanted.
const REPLY: &str = "reply";
/// The toggle for a person without a name whom the clerk can identify.
const IDENTIFIABLE: &str = "identifiable";
/// More than any time or number of minutes takes.
const SHORT: usize = 40;

closed_set! {
    /// An entry about a visit or a call that is made by a form.
    ContactEntry {
        TellWait = "tell-wait", "대기시간 안내", "wait told";
        Question = "question", "문의 받음", "question";
        Absent = "absent", "담당자 부재", "officer away";
        Later = "later", "나중에 답변", "answer later";
        CalledBack = "called-back", "회신함", "called back";
        HandOver = "pass-on", "응대 인계", "pass on";
        Tick = "tick", "응대 점검", "tick the checklist";
        /// The contact becomes a case.
        Case = "intake", "접수", "intake";
        End = "end", "응대 끝", "end";
        /// Strike out what was recorded by mistake.
        Revoke = "revoke", "기록 취소", "revoke";
    }
}

/// The request that a form makes to the desk.
#[expect(
    clippy::large_enum_variant,
    reason = "one is made each time a form is sent, and moved once"
)]
pub enum ContactSubmission {
    /// A command about the contact, with the ticked items of the checklists.
    Command(ContactCommand, String),
    Case(Box<Intake>),
}

impl ContactEntry {
    /// The moments of a contact whose scripts it includes.
    const fn moments(self) -> &'static [Moment] {
        match self {
            Self::Question => &[Moment::Listening],
            Self::Absent | Self::Later => &[Moment::Absent],
            Self::HandOver => &[Moment::Transfer, Moment::WrongNumber],
            Self::End => &[Moment::Farewell, Moment::Closing],
            Self::TellWait => &[Moment::Busy],
            Self::CalledBack | Self::Tick | Self::Case | Self::Revoke => &[],
        }
    }

    /// The name of its draft.
    pub fn draft(self, number: ContactNumber) -> String {
        format!("contact-{number}-{self}")
    }
}

/// Checks whether an entry is possible, as far as its form would otherwise have nothing to choose.
///
/// # Errors
/// Why it is not, however its form is filled in.
pub fn check(entry: ContactEntry, view: &ContactView, cx: FormContext<'_>) -> Result<(), Refusal> {
    let actor = cx.actor.filter(|_| entry == ContactEntry::Revoke);
    actor.map_or(Ok(()), |actor| view.something_revocable((actor, cx.now)))
}

/// The form of an entry, filled with what the contact holds.
pub fn form(entry: ContactEntry, view: &ContactView, cx: FormContext<'_>) -> Form {
    let lang = cx.lang;
    let line = |field, most| FormField::line(field, most, "", lang);
    let text = |field, rows, hint| FormField::text(field, input::TEXT_MAX, rows, hint, lang);
    let officer = || line(Field::Officer, input::NAME_MAX);
    let mut fields = match entry {
        ContactEntry::TellWait => vec![line(Field::Minutes, SHORT).required()],
        ContactEntry::Question => vec![line(Field::Matter, input::TITLE_MAX).required()],
        ContactEntry::Absent => {
            let known = cx.names().editable(&view.contact.officer);
            let reply = FormField::toggle(REPLY, words::REPLY.get(lang)).with("yes");
            let mut fields = customer(view, lang);
            fields.insert(0, officer().with(known));
            fields.insert(6, reply);
            fields
        }
        ContactEntry::Later => customer(view, lang),
        ContactEntry::CalledBack => vec![
            FormField::choice(Field::How, ways(lang), lang),
            text(Field::Text, 3, words::SAID.get(lang)),
        ],
        ContactEntry::Tick => Vec::new(),
        ContactEntry::HandOver => vec![
            FormField::name(
                Field::Department,
                "",
                department_picks(&view.rules.charter, cx),
                lang,
            ),
            FormField::name(Field::Officer, "", officer_picks(cx), lang).beside(),
            text(Field::Gist, 4, "")
                .required()
                .with(view.contact.matter.as_str()),
        ],
        ContactEntry::Case => case(view, lang),
        ContactEntry::End => {
            let told = FormField::line(Field::ToldAt, SHORT, words::TOLD_AT_HINT.get(lang), lang);
            vec![
                grounds(lang),
                told.hidden(),
                text(Field::Text, 3, words::ENDED_HOW.get(lang)),
            ]
        }
        ContactEntry::Revoke => vec![
            facts(view, cx),
            text(Field::Reason, 3, words::WHY_REVOKED.get(lang)),
        ],
    };
    fields.push(FormField::checks(
        Field::Items,
        open_items(entry, view, cx),
        lang,
    ));
    Form::new(fields, lang)
}

/// The choice of why it ends against the customer's will, if it does.
fn grounds(lang: Lang) -> FormField {
    let none = Pick::new("", words::NO_GROUND.get(lang));
    let grounds = EndGround::ALL.iter();
    let grounds = grounds.map(|ground| Pick::new(ground.id(), ground.say(lang)));
    let picks = std::iter::once(none).chain(grounds).collect();
    FormField::choice(Field::Ground, picks, lang).labelled(words::GROUND.get(lang))
}

/// Asks when the reason was told where it ends against the customer's will.
pub fn follow(form: &mut Form) {
    let asked = form.is_on(Field::Ground.id());
    form.ask_for(Field::ToldAt.id(), asked);
}

/// The checklist items for the moment of an entry that are not ticked yet.
fn open_items(entry: ContactEntry, view: &ContactView, cx: FormContext<'_>) -> Vec<Pick> {
    let (charter, arrival) = (&view.rules.charter, &view.contact.arrival);
    let here = (arrival.channel, arrival.category.as_str());
    let mut scripts = match entry {
        ContactEntry::Case => guide::scripts_at_receipt(charter, here, arrival.assistance),
        _ => guide::scripts(charter, Some(arrival.channel), None),
    };
    scripts.retain(|script| match entry {
        ContactEntry::Case | ContactEntry::Tick => true,
        _ => entry.moments().contains(&script.moment),
    });
    let mut items = guide::items(charter, &scripts);
    items.retain(|(item, _)| !view.contact.ticked.contains(item));
    let people = People {
        clerk: cx.actor,
        counter: charter.counter_of(&arrival.category),
        officer: view.officer.as_ref(),
        deputy: view.deputy.as_ref(),
    };
    script_picks(items, &people, cx.lang)
}

/// The matter, the customer, and the call-back wanted.
fn customer(view: &ContactView, lang: Lang) -> Vec<FormField> {
    let line = |field, most| FormField::line(field, most, "", lang);
    let mut picks = vec![Pick::new("", words::ANY_WAY.get(lang))];
    picks.extend(ways(lang));
    let matter = line(Field::Matter, input::TITLE_MAX).required();
    let mut fields = vec![matter.with(view.contact.matter.as_str())];
    fields.extend(party_fields(&view.party, ["", ""], lang));
    fields.extend([
        FormField::choice(Field::How, picks, lang),
        FormField::line(Field::Wanted, SHORT, words::TIME_HINT.get(lang), lang),
        line(Field::Place, input::ADDRESS_MAX).beside(),
    ]);
    fields
}

/// The facts that who fills it in can strike out, the last first.
fn facts(view: &ContactView, cx: FormContext<'_>) -> FormField {
    let calendar = view.rules.calendars.now();
    let may = |seq| {
        cx.actor
            .is_some_and(|actor| view.revocable(seq, (actor, cx.now)).is_ok())
    };
    let facts = view.facts.iter().rev().filter(|fact| may(fact.seq));
    let picks = facts.map(|fact| {
        let at = day::instant(fact.at, cx.now, calendar, cx.lang);
        let name = format!("{}  {}  {at}", fact.seq, fact.kind.say(cx.lang));
        Pick::new(fact.seq.to_string(), name)
    });
    FormField::choice(Field::Fact, picks.collect(), cx.lang)
}

fn ways(lang: Lang) -> Vec<Pick> {
    let ways = ContactWay::ALL.iter();
    ways.map(|way| Pick::new(way.id(), way.say(lang))).collect()
}

fn case(view: &ContactView, lang: Lang) -> Vec<FormField> {
    let intake = view.intake();
    let categories = view.rules.charter.categories.iter();
    let picks = categories.map(|one| Pick::new(one.id.as_str(), one.name.get(lang)));
    let title = FormField::line(Field::Title, input::TITLE_MAX, "", lang).required();
    let mut fields = vec![
        FormField::choice(Field::Category, picks.collect(), lang).with(&intake.category),
        title.with(&intake.title),
        FormField::text(Field::Body, input::TEXT_MAX, 5, "", lang).with(&intake.body),
    ];
    fields.extend(party_fields(&intake.party, ["", ""], lang));
    if intake.party.name.is_empty() {
        fields.push(FormField::toggle(
            IDENTIFIABLE,
            forms::IDENTIFIABLE.get(lang),
        ));
    }
    fields
}

/// Reads the form of an entry.
///
/// # Errors
/// Fields that cannot be read; the desk checks the rest.
pub fn read(
    entry: ContactEntry,
    form: &Form,
    view: &ContactView,
    cx: FormContext<'_>,
) -> Result<ContactSubmission, Vec<FieldFault>> {
    let fault = |fault| vec![fault];
    let (text, matter) = (form.of(Field::Text), form.of(Field::Matter));
    let mut ticked = form.of(Field::Items);
    let command = match entry {
        ContactEntry::TellWait => ContactCommand::TellWait {
            minutes: form
                .parsed(Field::Minutes, |text| text.parse().ok())
                .map_err(fault)?,
        },
        ContactEntry::Question => ContactCommand::Ask { text: matter },
        ContactEntry::Absent => ContactCommand::Miss {
            officer: form.officer(cx.names()),
            party: form.party(),
            matter,
            wanted: call_back(form, view, !form.is_on(REPLY), cx.now).map_err(fault)?,
        },
        ContactEntry::Later => ContactCommand::Postpone {
            party: form.party(),
            matter,
            wanted: call_back(form, view, false, cx.now).map_err(fault)?,
        },
        ContactEntry::CalledBack => ContactCommand::CallBack {
            how: form
                .parsed(Field::How, |text| text.parse().ok())
                .map_err(fault)?,
            text,
        },
        ContactEntry::HandOver => ContactCommand::HandOver {
            department: form.of(Field::Department),
            officer: form.officer(cx.names()),
            gist: form.of(Field::Gist),
        },
        ContactEntry::Tick => ContactCommand::Tick {
            items: std::mem::take(&mut ticked),
        },
        ContactEntry::End => end(form, text, view.rules.clock(cx.now)).map_err(fault)?,
        ContactEntry::Revoke => ContactCommand::Revoke {
            fact: form
                .parsed(Field::Fact, |typed| typed.parse().ok())
                .map_err(fault)?,
            reason: form.of(Field::Reason),
        },
        ContactEntry::Case => {
            return Ok(ContactSubmission::Case(Box::new(Intake {
                category: form.of(Field::Category),
                title: form.of(Field::Title),
                body: form.of(Field::Body),
                party: form.party(),
                ticked,
                petitioner: Petitioner {
                    // Who gave a name needs no word of the clerk.
                    identifiable: form.is_on(IDENTIFIABLE)
                        && form.value(Field::Name.id()).trim().is_empty(),
                    ..Petitioner::default()
                },
                ..view.intake()
            })));
        }
    };
    Ok(ContactSubmission::Command(command, ticked))
}

fn end(form: &Form, text: String, clock: OfficeClock) -> Result<ContactCommand, FieldFault> {
    let Ok(ground) = form.of(Field::Ground).parse() else {
        return Ok(ContactCommand::End { text });
    };
    Ok(ContactCommand::EndForCause {
        ground,
        told_at: form.optional(Field::ToldAt, |typed| clock.moment(typed))?,
        text,
    })
}

fn call_back(
    form: &Form,
    view: &ContactView,
    no_reply: bool,
    now: DateTime<Utc>,
) -> Result<CallBackInput, FieldFault> {
    let clock = view.rules.clock(now);
    Ok(CallBackInput {
        no_reply,
        way: form.of(Field::How).parse().ok(),
        at: form.optional(Field::Wanted, |typed| clock.moment(typed))?,
        place: form.of(Field::Place),
    })
}

/// The next target of guidance: the office while its timer runs, else the officer.
pub fn next_place(view: &ContactView) -> GuideTarget {
    let office =
        |deadline: &Deadline| deadline.is_open() && deadline.missing.contains(&MetBy::Office);
    if view.deadlines.iter().any(office) {
        GuideTarget::Office
    } else {
        GuideTarget::Officer
    }
}
