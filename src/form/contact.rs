//! The forms of what asks for more than a key, and the commands they make.
//!
//! Must not draw.

use super::{Form, FormContext, FormField, Pick};
use crate::{
    desk::ContactView,
    domain::{
        charter::{MetBy, Moment},
        command::Intake,
        contact::{self, ContactCommand, GuideTarget},
        deadline::Deadline,
        fact::ContactWay,
        guide::{self, People},
        input,
        party::{Field, Party},
        refusal::{FieldFault, ValueFault},
        staff::Names,
        subject::ContactNumber,
    },
    words::{Lang, Say, closed_set, contacts as text},
};
use chrono_tz::Tz;

/// The field that says whether a reply is wanted.
const REPLY: &str = "reply";
/// More than any time or number of minutes takes.
const SHORT: usize = 40;

closed_set! {
    /// What is recorded about a visit or a call in a form.
    ContactEntry {
        /// The waiting time was told.
        TellWait = "tell-wait", "대기시간 안내", "wait told";
        /// A question was asked.
        Question = "question", "문의 받음", "question";
        /// The officer is away.
        Absent = "absent", "담당자 부재", "officer away";
        /// The answer comes later.
        Later = "later", "나중에 답변", "answer later";
        /// The customer was called back.
        CalledBack = "called-back", "회신함", "called back";
        /// It was handed over, with the gist.
        HandOver = "pass-on", "응대 인계", "pass on";
        /// What the charter asks to check was checked.
        Tick = "tick", "응대 점검", "tick the checklist";
        /// It becomes a case.
        Case = "intake", "접수", "intake";
        /// It is over.
        End = "end", "응대 끝", "end";
    }
}

/// What a form asks of the desk.
pub enum ContactSubmission {
    /// A command about the contact, with what of the checklists was done with it.
    Command(ContactCommand, String),
    Case(Box<Intake>),
}

impl ContactEntry {
    /// The moments of a contact that it belongs to.
    const fn moments(self) -> &'static [Moment] {
        match self {
            Self::Question => &[Moment::Listening],
            Self::Absent | Self::Later => &[Moment::Absent],
            Self::HandOver => &[Moment::Transfer, Moment::WrongNumber],
            Self::End => &[Moment::Farewell, Moment::Closing],
            Self::TellWait => &[Moment::Busy],
            Self::CalledBack | Self::Tick | Self::Case => &[],
        }
    }

    /// The name of its draft.
    pub fn draft(self, number: ContactNumber) -> String {
        format!("contact-{number}-{self}")
    }
}

/// The form as it is at first: what is known stands in it.
pub fn form(asked: ContactEntry, view: &ContactView, cx: FormContext<'_>) -> Form {
    let lang = cx.lang;
    let line = |field, most| FormField::line(field, most, "", lang);
    let mut fields = match asked {
        ContactEntry::TellWait => vec![line(Field::Minutes, SHORT).required()],
        ContactEntry::Question => vec![line(Field::Matter, input::TITLE_MAX).required()],
        ContactEntry::Absent => {
            let officer = line(Field::Officer, input::NAME_MAX)
                .with(cx.names().editable(&view.contact.officer));
            let mut fields = vec![officer];
            fields.extend(customer(view, lang));
            fields.insert(
                6,
                FormField::toggle(REPLY, text::REPLY.get(lang)).with("yes"),
            );
            fields
        }
        ContactEntry::Later => customer(view, lang),
        ContactEntry::CalledBack => vec![
            FormField::choice(Field::How, ways(lang), lang),
            FormField::text(Field::Text, input::TEXT_MAX, 3, text::SAID.get(lang), lang),
        ],
        ContactEntry::Tick => Vec::new(),
        ContactEntry::HandOver => vec![
            line(Field::Department, input::NAME_MAX),
            line(Field::Officer, input::NAME_MAX).beside(),
            FormField::text(Field::Gist, input::TEXT_MAX, 4, "", lang)
                .required()
                .with(view.contact.matter.as_str()),
        ],
        ContactEntry::Case => case(view, lang),
        ContactEntry::End => vec![FormField::text(
            Field::Text,
            input::TEXT_MAX,
            3,
            text::ENDED_HOW.get(lang),
            lang,
        )],
    };
    fields.push(FormField::checks(
        Field::Items,
        to_check(asked, view, cx),
        lang,
    ));
    Form::new(fields, lang)
}

/// What the charter asks to check at the moment of what is recorded, where it was not ticked yet.
fn to_check(asked: ContactEntry, view: &ContactView, cx: FormContext<'_>) -> Vec<Pick> {
    let (charter, arrival) = (&view.rules.charter, &view.contact.arrival);
    let here = (arrival.channel, arrival.category.as_str());
    let mut scripts = match asked {
        ContactEntry::Case => guide::scripts_at_receipt(charter, here, arrival.assistance),
        _ => guide::scripts(charter, Some(arrival.channel), None),
    };
    scripts.retain(|script| match asked {
        ContactEntry::Case | ContactEntry::Tick => true,
        _ => asked.moments().contains(&script.moment),
    });
    let items = guide::items(charter, &scripts).into_iter();
    let left = items.filter(|(item, _)| !view.contact.ticked.contains(item));
    let people = People {
        clerk: cx.actor,
        counter: charter.counter_of(&arrival.category),
        officer: view.officer.as_ref(),
        deputy: view.deputy.as_ref(),
    };
    left.map(|(item, script)| {
        let text = people.fill(&script.text, cx.lang);
        Pick::new(item.to_string(), text)
    })
    .collect()
}

/// Who is to be called back, about what, and what the customer wishes.
fn customer(view: &ContactView, lang: Lang) -> Vec<FormField> {
    let line = |field, most| FormField::line(field, most, "", lang);
    let mut picks = vec![Pick::new("", text::ANY_WAY.get(lang))];
    picks.extend(ways(lang));
    vec![
        line(Field::Matter, input::TITLE_MAX)
            .required()
            .with(view.contact.matter.as_str()),
        line(Field::Name, input::NAME_MAX).with(&view.party.name),
        line(Field::Phone, input::PHONE_MAX)
            .beside()
            .with(&view.party.phone),
        line(Field::Email, input::EMAIL_MAX).with(&view.party.email),
        // Who wants the answer by post has an address.
        line(Field::Address, input::ADDRESS_MAX)
            .beside()
            .with(&view.party.address),
        FormField::choice(Field::How, picks, lang),
        FormField::line(Field::Wanted, SHORT, text::TIME_HINT.get(lang), lang),
        line(Field::Place, input::ADDRESS_MAX).beside(),
    ]
}

fn ways(lang: Lang) -> Vec<Pick> {
    let ways = ContactWay::ALL.iter();
    ways.map(|way| Pick::new(way.id(), way.say(lang))).collect()
}

fn case(view: &ContactView, lang: Lang) -> Vec<FormField> {
    let intake = view.intake();
    let categories = view.rules.charter.categories.iter();
    let picks = categories.map(|one| Pick::new(one.id.as_str(), one.name.get(lang)));
    let line = |field, most| FormField::line(field, most, "", lang);
    vec![
        FormField::choice(Field::Category, picks.collect(), lang).with(&intake.category),
        line(Field::Title, input::TITLE_MAX)
            .required()
            .with(&intake.title),
        FormField::text(Field::Body, input::TEXT_MAX, 5, "", lang).with(&intake.body),
        line(Field::Name, input::NAME_MAX).with(&intake.party.name),
        line(Field::Phone, input::PHONE_MAX)
            .beside()
            .with(&intake.party.phone),
        line(Field::Email, input::EMAIL_MAX).with(&intake.party.email),
        line(Field::Address, input::ADDRESS_MAX)
            .beside()
            .with(&intake.party.address),
    ]
}

/// What the form asks of the desk.
///
/// # Errors
/// Fields that cannot be read; what else is wrong the desk says.
pub fn read(
    asked: ContactEntry,
    form: &Form,
    view: &ContactView,
    names: Names<'_>,
) -> Result<ContactSubmission, Vec<FieldFault>> {
    let zone = view.rules.charter.office.zone;
    let command = match asked {
        ContactEntry::TellWait => ContactCommand::TellWait {
            minutes: form
                .of(Field::Minutes)
                .trim()
                .parse()
                .map_err(|_not_a_number| fault(Field::Minutes))?,
        },
        ContactEntry::Question => ContactCommand::Ask {
            text: form.of(Field::Matter),
        },
        ContactEntry::Absent => ContactCommand::Miss {
            officer: form.officer(names),
            party: party(form),
            matter: form.of(Field::Matter),
            wanted: wanted(form, zone, !form.is_on(REPLY))?,
        },
        ContactEntry::Later => ContactCommand::Postpone {
            party: party(form),
            matter: form.of(Field::Matter),
            wanted: wanted(form, zone, false)?,
        },
        ContactEntry::CalledBack => ContactCommand::CallBack {
            how: form
                .of(Field::How)
                .parse()
                .map_err(|_unknown| fault(Field::How))?,
            text: form.of(Field::Text),
        },
        ContactEntry::HandOver => ContactCommand::HandOver {
            department: form.of(Field::Department),
            officer: form.officer(names),
            gist: form.of(Field::Gist),
        },
        ContactEntry::Tick => ContactCommand::Tick {
            items: form.of(Field::Items),
        },
        ContactEntry::End => ContactCommand::End {
            text: form.of(Field::Text),
        },
        ContactEntry::Case => return Ok(ContactSubmission::Case(Box::new(intake(form, view)))),
    };
    let ticked = match asked {
        ContactEntry::Tick => String::new(),
        _ => form.of(Field::Items),
    };
    Ok(ContactSubmission::Command(command, ticked))
}

/// The case that stands in the form; what is not asked there is as the contact holds it.
fn intake(form: &Form, view: &ContactView) -> Intake {
    Intake {
        category: form.of(Field::Category),
        title: form.of(Field::Title),
        body: form.of(Field::Body),
        party: party(form),
        ticked: form.of(Field::Items),
        ..view.intake()
    }
}

fn party(form: &Form) -> Party {
    Party {
        name: form.of(Field::Name),
        phone: form.of(Field::Phone),
        email: form.of(Field::Email),
        address: form.of(Field::Address),
    }
}

fn wanted(
    form: &Form,
    zone: Tz,
    no_reply: bool,
) -> Result<contact::CallBackInput, Vec<FieldFault>> {
    let at = form.of(Field::Wanted);
    let at = match at.trim() {
        "" => None,
        typed => Some(input::moment(typed, zone).ok_or_else(|| fault(Field::Wanted))?),
    };
    Ok(contact::CallBackInput {
        no_reply,
        way: form.of(Field::How).parse().ok(),
        at,
        place: form.of(Field::Place),
    })
}

fn fault(field: Field) -> Vec<FieldFault> {
    let fault = ValueFault::Form;
    vec![FieldFault { field, fault }]
}

/// Where the visitor is guided next: to the office while that timer runs, else to the officer.
pub fn next_place(view: &ContactView) -> GuideTarget {
    let office =
        |deadline: &Deadline| deadline.is_open() && deadline.missing.contains(&MetBy::Office);
    if view.deadlines.iter().any(office) {
        GuideTarget::Office
    } else {
        GuideTarget::Officer
    }
}
