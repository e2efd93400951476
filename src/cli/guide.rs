//! `minwon guide`: what to say and to check at a moment of a contact, with the names filled in.

use super::{
    Failure, charter,
    console::Console,
    table::{Table, TableStyle},
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
struct GuideDocument<'a> {
    scripts: Vec<ScriptDocument<'a>>,
    counters: Vec<CounterDocument<'a>>,
    officer: Option<OfficerDocument<'a>>,
}

#[derive(Serialize)]
struct ScriptDocument<'a> {
    promise: &'a str,
    moment: Moment,
    trigger: Trigger,
    channels: &'a [Channel],
    text: String,
    checklist: bool,
    item: Option<ChecklistItem>,
}

#[derive(Serialize)]
struct CounterDocument<'a> {
    id: &'a str,
    name: &'a str,
    department: &'a str,
    officer: &'a str,
    phone: &'a str,
    deputy: Option<&'a str>,
    categories: Vec<&'a str>,
}

#[derive(Serialize)]
struct OfficerDocument<'a> {
    login: &'a str,
    name: &'a str,
    department: &'a str,
    phone: &'a str,
    mobile: &'a str,
    deputy: Option<&'a str>,
    deputy_phone: Option<&'a str>,
}

impl GuideArgs {
    /// The guide to one moment, or to all of them, for every channel and category.
    pub(super) const fn at(moment: Option<Moment>) -> Self {
        Self {
            channel: None,
            moment,
            category: None,
            officer: None,
            charter: None,
        }
    }

    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        if let Some(given) = &self.charter {
            let (charter, _) = charter::find(given, console)?;
            return self.print(&charter, &[], None, console);
        }
        let mut desk = console.desk()?;
        let (rules, staff) = (desk.rules()?, desk.staff()?);
        self.print(&rules.charter, &staff, Some(desk.actor()), console)
    }

    /// Prints the scripts and counters of a charter, with the names of the staff filled in.
    pub(super) fn print(
        &self,
        charter: &Charter,
        staff: &[Staff],
        clerk: Option<&Staff>,
        console: &Console,
    ) -> Result<(), Failure> {
        let lang = console.lang();
        let category = self.category.as_ref();
        let counter = category.map(|category| counter(category, charter, console));
        let counter = counter.transpose()?;
        let officer = self.officer.as_ref().map(|given| {
            let values = [("given", given.as_str())];
            member(staff, given).ok_or_else(|| {
                console.failure(FailureKind::Refused, text::NO_SUCH_OFFICER, &values)
            })
        });
        let officer = officer.transpose()?;
        let deputy = officer.and_then(|officer| member(staff, &officer.deputy));
        let people = People {
            clerk,
            counter,
            officer,
            deputy,
        };
        let counters = charter.counters.iter();
        let counters = counters.filter(|one| counter.is_none_or(|wanted| wanted.id == one.id));
        let guide = GuideDocument {
            scripts: self.scripts(charter, &people, lang),
            counters: counters
                .map(|counter| CounterDocument::new(counter, charter, lang))
                .collect(),
            officer: officer.map(|officer| OfficerDocument {
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
            return console.document(&guide);
        }
        console.print(&guide.page(lang, console.style))
    }

    fn scripts<'a>(
        &self,
        charter: &'a Charter,
        people: &People<'_>,
        lang: Lang,
    ) -> Vec<ScriptDocument<'a>> {
        let items = guide::checklist(charter);
        let item = |script| {
            let mut items = items.iter();
            let found = items.find(|(_, other)| std::ptr::eq(*other, script));
            found.map(|(item, _)| item.clone())
        };
        let scripts = guide::scripts(charter, self.channel, self.moment).into_iter();
        let documents = scripts.map(|script| ScriptDocument {
            promise: &script.promise,
            moment: script.moment,
            trigger: script.trigger,
            channels: &script.channels,
            text: people.fill(&script.text, lang),
            checklist: script.checklist,
            item: item(script),
        });
        documents.collect()
    }
}

fn counter<'a>(
    category: &str,
    charter: &'a Charter,
    console: &Console,
) -> Result<&'a Counter, Failure> {
    charter.counter_of(category).ok_or_else(|| {
        let known = charter.categories.iter().map(|one| one.id.as_str());
        let known = known.collect::<Vec<_>>().join(", ");
        let values = [("given", category), ("allowed", &known)];
        console.failure(FailureKind::Refused, text::NO_SUCH_CATEGORY, &values)
    })
}

fn member<'a>(staff: &'a [Staff], given: &str) -> Option<&'a Staff> {
    let mut active = staff.iter().filter(|one| one.retired_at.is_none());
    active.find(|one| one.is(given))
}

impl<'a> CounterDocument<'a> {
    fn new(counter: &'a Counter, charter: &'a Charter, lang: Lang) -> Self {
        let categories = charter.categories.iter();
        let categories = categories.filter(|category| category.counter == counter.id);
        Self {
            id: &counter.id,
            name: counter.name.get(lang),
            department: &counter.department,
            officer: counter.officer.as_deref().unwrap_or_default(),
            phone: counter.reach.phone().unwrap_or_default(),
            deputy: counter.deputy.as_deref(),
            categories: categories.map(|category| category.id.as_str()).collect(),
        }
    }
}

impl GuideDocument<'_> {
    /// The guide for people: scripts by moment, the officer, the counters.
    fn page(&self, lang: Lang, style: TableStyle) -> String {
        let mut lines: Vec<String> = Vec::new();
        let mut moment = None;
        for script in &self.scripts {
            if moment.replace(script.moment) != Some(script.moment) {
                lines.push(script.moment.say(lang));
            }
            let item = script.item.as_ref().map(|item| format!("[ ] ({item}) "));
            lines.push(format!("  {}{}", item.unwrap_or_default(), script.text));
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
        let mut table = Table::of(names, lang);
        for counter in &self.counters {
            let deputy = counter.deputy.unwrap_or_default();
            let known = [counter.name, counter.department, counter.officer];
            let cells = known.into_iter().chain([counter.phone, deputy]);
            table.row(cells.map(str::to_owned));
        }
        lines.push(text::HEAD_COUNTERS.get(lang).to_owned());
        format!("{}\n{}", lines.join("\n"), table.section(style))
    }
}
