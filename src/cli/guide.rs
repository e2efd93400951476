//! `minwon guide`: what to say and to check at a moment of a contact, with the names filled in.

use super::{
    Failure, charter,
    console::Console,
    table::{Manner, Table},
    value,
};
use crate::{
    desk::FailureKind,
    domain::{
        charter::{Channel, Charter, Counter, Moment, Trigger},
        guide::{self, ChecklistItem, People},
        staff::Staff,
    },
    words::{Lang, Say, cli as text},
};
use clap::Args;
use serde::Serialize;

#[derive(Debug, Args)]
pub(super) struct GuideArgs {
    /// How the customer comes
    #[arg(long, value_parser = value::word(Channel::ALL, Channel::id))]
    channel: Option<Channel>,
    /// The moment of the contact
    #[arg(long, value_parser = value::word(Moment::ALL, Moment::id))]
    moment: Option<Moment>,
    /// The category of the matter: its counter, department and number are put into the texts
    #[arg(long)]
    category: Option<String>,
    /// The login or name of the officer who is asked for: mobile number and deputy are shown
    #[arg(long)]
    officer: Option<String>,
    /// Another charter than the one in force at the desk; needs no database
    #[arg(long, value_name = "ID|FILE")]
    charter: Option<String>,
}

#[derive(Serialize)]
struct Guidance<'a> {
    scripts: Vec<Said<'a>>,
    counters: Vec<Place<'a>>,
    officer: Option<Officer<'a>>,
}

#[derive(Serialize)]
struct Said<'a> {
    promise: &'a str,
    moment: Moment,
    trigger: Trigger,
    channels: &'a [Channel],
    text: String,
    checklist: bool,
    item: Option<ChecklistItem>,
}

#[derive(Serialize)]
struct Place<'a> {
    id: &'a str,
    name: &'a str,
    department: &'a str,
    officer: &'a str,
    phone: &'a str,
    deputy: Option<&'a str>,
    categories: Vec<&'a str>,
}

#[derive(Serialize)]
struct Officer<'a> {
    login: &'a str,
    name: &'a str,
    department: &'a str,
    phone: &'a str,
    mobile: &'a str,
    deputy: Option<&'a str>,
    deputy_phone: Option<&'a str>,
}

impl GuideArgs {
    /// What is said at one moment, or at all of them, however people come and whatever they want.
    pub(super) const fn at(moment: Option<Moment>) -> Self {
        Self {
            channel: None,
            moment,
            category: None,
            officer: None,
            charter: None,
        }
    }

    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        if let Some(given) = &self.charter {
            let (charter, _) = charter::find(given, console.lang())?;
            return self.tell(&charter, &[], None, console);
        }
        let mut desk = console.desk()?;
        let rules = desk.rules()?;
        let staff = desk.staff()?;
        self.tell(&rules.charter, &staff, Some(desk.actor()), console)
    }

    /// Prints what a charter says, with the names of who works here.
    pub(super) fn tell(
        &self,
        charter: &Charter,
        staff: &[Staff],
        clerk: Option<&Staff>,
        console: &Console,
    ) -> Result<(), Failure> {
        let lang = console.lang();
        let counter = self.counter(charter, lang)?;
        let officer = self.officer(staff, lang)?;
        let deputy = officer.and_then(|officer| member(staff, &officer.deputy));
        let people = People {
            clerk,
            counter,
            officer,
            deputy,
        };
        let guidance = Guidance {
            scripts: said(charter, self, &people, lang),
            counters: charter
                .counters
                .iter()
                .filter(|one| counter.is_none_or(|wanted| wanted.id == one.id))
                .map(|one| place(one, charter, lang))
                .collect(),
            officer: officer.map(|officer| Officer {
                login: &officer.login,
                name: &officer.name,
                department: &officer.department,
                phone: &officer.phone,
                mobile: &officer.mobile,
                deputy: deputy.map(|deputy| deputy.name.as_str()),
                deputy_phone: deputy.map(|deputy| deputy.phone.as_str()),
            }),
        };
        if console.json {
            return console.document(&guidance);
        }
        console.print(&guidance.page(lang, console.manner))
    }

    fn counter<'a>(
        &self,
        charter: &'a Charter,
        lang: Lang,
    ) -> Result<Option<&'a Counter>, Failure> {
        let Some(category) = &self.category else {
            return Ok(None);
        };
        let counter = charter.counter_of(category);
        counter.map(Some).ok_or_else(|| {
            let known: Vec<&str> = charter
                .categories
                .iter()
                .map(|one| one.id.as_str())
                .collect();
            let values = [("given", category.as_str()), ("allowed", &known.join(", "))];
            Failure::Said(
                FailureKind::Refused,
                text::NO_SUCH_CATEGORY.with(lang, &values),
            )
        })
    }

    fn officer<'a>(&self, staff: &'a [Staff], lang: Lang) -> Result<Option<&'a Staff>, Failure> {
        let Some(given) = &self.officer else {
            return Ok(None);
        };
        member(staff, given).map(Some).ok_or_else(|| {
            let sentence = text::NO_SUCH_OFFICER.with(lang, &[("given", given)]);
            Failure::Said(FailureKind::Refused, sentence)
        })
    }
}

fn member<'a>(staff: &'a [Staff], given: &str) -> Option<&'a Staff> {
    let mut working = staff.iter().filter(|one| one.retired_at.is_none());
    working.find(|one| one.is(given))
}

fn said<'a>(
    charter: &'a Charter,
    asked: &GuideArgs,
    people: &People<'_>,
    lang: Lang,
) -> Vec<Said<'a>> {
    let items = guide::checklist(charter);
    let item = |script| {
        let mut items = items.iter();
        let found = items.find(|(_, other)| std::ptr::eq(*other, script));
        found.map(|(item, _)| item.clone())
    };
    guide::scripts(charter, asked.channel, asked.moment)
        .into_iter()
        .map(|script| Said {
            promise: &script.promise,
            moment: script.moment,
            trigger: script.trigger,
            channels: &script.channels,
            text: people.fill(&script.text, lang),
            checklist: script.checklist,
            item: item(script),
        })
        .collect()
}

fn place<'a>(counter: &'a Counter, charter: &'a Charter, lang: Lang) -> Place<'a> {
    let categories = charter.categories.iter();
    Place {
        id: &counter.id,
        name: counter.name.get(lang),
        department: &counter.department,
        officer: counter.officer.as_deref().unwrap_or_default(),
        phone: counter.reach.phone().unwrap_or_default(),
        deputy: counter.deputy.as_deref(),
        categories: categories
            .filter(|category| category.counter == counter.id)
            .map(|category| category.id.as_str())
            .collect(),
    }
}

impl Guidance<'_> {
    /// What people read: scripts by moment, the officer, the counters.
    fn page(&self, lang: Lang, manner: Manner) -> String {
        let mut lines: Vec<String> = Vec::new();
        let mut moment = None;
        for said in &self.scripts {
            if moment.replace(said.moment) != Some(said.moment) {
                lines.push(said.moment.say(lang));
            }
            let mark = match &said.item {
                Some(item) => format!("[ ] ({item}) "),
                None => String::new(),
            };
            lines.push(format!("  {mark}{}", said.text));
        }
        if let Some(officer) = &self.officer {
            let values = [
                ("name", officer.name),
                ("department", officer.department),
                ("phone", officer.phone),
                ("mobile", officer.mobile),
                ("deputy", officer.deputy.unwrap_or("-")),
                ("deputy_phone", officer.deputy_phone.unwrap_or("-")),
            ];
            lines.push(text::OFFICER_REACHED.with(lang, &values));
        }
        let names = [
            text::COLUMN_COUNTER,
            text::COLUMN_DEPARTMENT,
            text::COLUMN_OFFICER,
            text::COLUMN_PHONE,
            text::COLUMN_DEPUTY,
        ];
        let mut table = Table::new(&names.map(|name| name.get(lang)));
        for counter in &self.counters {
            table.row([
                counter.name.to_owned(),
                counter.department.to_owned(),
                counter.officer.to_owned(),
                counter.phone.to_owned(),
                counter.deputy.unwrap_or_default().to_owned(),
            ]);
        }
        lines.push(text::HEAD_COUNTERS.get(lang).to_owned());
        format!("{}\n{}", lines.join("\n"), table.told("  ", manner))
    }
}
