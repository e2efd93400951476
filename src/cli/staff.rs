//! `minwon staff`: the staff of the desk.

use super::{Failure, console::Console, document, table::Table, value};
use crate::{
    desk::StaffChange,
    domain::{
        case::CaseNumber,
        conduct::ConductKind,
        rights::Operation,
        staff::{Role, Staff},
    },
    words::{Say, cli as text},
};
use chrono_tz::Tz;
use clap::{Args, Subcommand};
use serde::Serialize;

#[derive(Debug, Args)]
pub(super) struct StaffArgs {
    #[command(subcommand)]
    action: StaffAction,
}

#[derive(Debug, Subcommand)]
enum StaffAction {
    /// Add someone
    Add {
        /// The login, which stands in every record
        login: String,
        /// The name shown to clerks and on replies
        #[arg(long)]
        name: String,
        /// The department
        #[arg(long, default_value = "", hide_default_value = true)]
        department: String,
        /// The number to call
        #[arg(long, default_value = "", hide_default_value = true)]
        phone: String,
        /// The number outside the house, told only where a customer asks for it
        #[arg(long, default_value = "", hide_default_value = true)]
        mobile: String,
        /// The login of who stands in when this person is away
        #[arg(
            long,
            value_name = "LOGIN",
            default_value = "",
            hide_default_value = true
        )]
        deputy: String,
        /// What this person may do
        #[arg(long, default_value_t = Role::Clerk, value_parser = value::word(Role::ALL, Role::id))]
        role: Role,
        /// An officer without an account: can be put in charge, but cannot act
        #[arg(long, conflicts_with = "role")]
        no_login: bool,
    },
    /// Change what is known of someone: administrators everyone, anyone themselves but the role
    Change(ChangeArgs),
    /// List everyone, retired ones too
    List,
    /// Show someone with the cautions, trainings and praise on their record
    Show {
        /// The login, or the name
        login: String,
    },
    /// Mark someone as retired
    Retire {
        /// The login
        login: String,
    },
    /// Tell which role may do what
    Roles,
}

#[derive(Debug, Args)]
struct ChangeArgs {
    /// The login
    login: String,
    /// The name shown to clerks and on replies
    #[arg(long)]
    name: Option<String>,
    /// The department
    #[arg(long)]
    department: Option<String>,
    /// The number to call
    #[arg(long)]
    phone: Option<String>,
    /// The number outside the house
    #[arg(long)]
    mobile: Option<String>,
    /// The login of who stands in; empty for nobody
    #[arg(long, value_name = "LOGIN")]
    deputy: Option<String>,
    /// What this person may do
    #[arg(long, value_parser = value::word(Role::ALL, Role::id))]
    role: Option<Role>,
}

#[derive(Serialize)]
struct StaffDocument<'a> {
    login: &'a str,
    name: &'a str,
    department: &'a str,
    phone: &'a str,
    mobile: &'a str,
    deputy: &'a str,
    role: Role,
    retired_at: Option<String>,
}

#[derive(Serialize)]
struct OperationDocument {
    operation: Operation,
    name: String,
    roles: &'static [Role],
}

/// What stands on the record of an officer.
#[derive(Serialize)]
struct ConductDocument {
    number: CaseNumber,
    kind: ConductKind,
    at: String,
    fact: u32,
}

#[derive(Serialize)]
struct RecordDocument<'a> {
    #[serde(flatten)]
    member: StaffDocument<'a>,
    record: Vec<ConductDocument>,
}

impl<'a> StaffDocument<'a> {
    fn new(member: &'a Staff, zone: Tz) -> Self {
        Self {
            login: &member.login,
            name: &member.name,
            department: &member.department,
            phone: &member.phone,
            mobile: &member.mobile,
            deputy: &member.deputy,
            role: member.role,
            retired_at: member.retired_at.map(|at| document::stamp(at, zone)),
        }
    }
}

impl StaffArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        let (done, login) = match self.action {
            StaffAction::List => return list(console),
            StaffAction::Roles => return roles(console),
            StaffAction::Show { login } => return show(&login, console),
            StaffAction::Add {
                login,
                name,
                department,
                phone,
                mobile,
                deputy,
                role,
                no_login,
            } => {
                let staff = Staff {
                    login,
                    name,
                    department,
                    phone,
                    mobile,
                    deputy,
                    role: if no_login { Role::NoLogin } else { role },
                    retired_at: None,
                };
                console.desk()?.add_staff(&staff)?;
                (text::STAFF_ADDED, staff.login)
            }
            StaffAction::Change(change) => {
                let changed = console.desk()?.change_staff(&StaffChange {
                    login: change.login,
                    name: change.name,
                    department: change.department,
                    phone: change.phone,
                    mobile: change.mobile,
                    deputy: change.deputy,
                    role: change.role,
                })?;
                (text::STAFF_CHANGED, changed.login)
            }
            StaffAction::Retire { login } => {
                console.desk()?.retire_staff(&login)?;
                (text::STAFF_RETIRED, login)
            }
        };
        if console.json {
            return list(console);
        }
        console.say(done, &[("login", &login)])
    }
}

fn show(login: &str, console: &Console) -> Result<(), Failure> {
    let mut desk = console.desk()?;
    let rules = desk.rules()?;
    let (member, record) = desk.officer_record(login)?;
    if console.json {
        let zone = rules.charter.office.zone;
        let record = record.iter().map(|(number, entry)| ConductDocument {
            number: *number,
            kind: entry.kind,
            at: document::stamp(entry.at, zone),
            fact: entry.seq,
        });
        return console.document(&RecordDocument {
            member: StaffDocument::new(&member, zone),
            record: record.collect(),
        });
    }
    let lang = console.lang();
    let role = member.role.say(lang);
    let known = [&member.login, &member.name, &member.department, &role];
    let known: Vec<&str> = known.map(String::as_str).into_iter().collect();
    let known = known.into_iter().filter(|text| !text.is_empty());
    console.line(&known.collect::<Vec<_>>().join("  "))?;
    if record.is_empty() {
        return console.say(text::NO_RECORD, &[]);
    }
    let names = [text::COLUMN_RECORD, text::COLUMN_DATE, text::COLUMN_NUMBER];
    let mut table = Table::of(names, lang);
    for (number, entry) in record {
        let date = rules.calendars.now().date(entry.at);
        table.row([entry.kind.say(lang), date.to_string(), number.to_string()]);
    }
    console.print(&table.columns(""))
}

fn list(console: &Console) -> Result<(), Failure> {
    let mut desk = console.desk()?;
    let zone = desk.rules()?.charter.office.zone;
    let staff = desk.staff()?;
    if console.json {
        let members = staff.iter().map(|member| StaffDocument::new(member, zone));
        return console.document(&members.collect::<Vec<_>>());
    }
    let names = [
        text::COLUMN_LOGIN,
        text::COLUMN_NAME,
        text::COLUMN_DEPARTMENT,
        text::COLUMN_PHONE,
        text::COLUMN_MOBILE,
        text::COLUMN_DEPUTY,
        text::COLUMN_ROLE,
        text::COLUMN_RETIRED,
    ];
    let mut table = Table::of(names, console.lang());
    for member in staff {
        let retired = member.retired_at.map(|at| document::minute(at, zone));
        table.row([
            member.login,
            member.name,
            member.department,
            member.phone,
            member.mobile,
            member.deputy,
            member.role.say(console.lang()),
            retired.unwrap_or_default(),
        ]);
    }
    console.print(&table.columns(""))
}

/// The table of rights; it is the same at every desk.
fn roles(console: &Console) -> Result<(), Failure> {
    let lang = console.lang();
    if console.json {
        let operations = Operation::ALL.iter().map(|operation| OperationDocument {
            operation: *operation,
            name: operation.say(lang),
            roles: operation.roles(),
        });
        return console.document(&operations.collect::<Vec<_>>());
    }
    // Who has no account may nothing.
    let acting = || Role::ALL.iter().filter(|role| **role != Role::NoLogin);
    let roles: Vec<String> = acting().map(|role| role.say(lang)).collect();
    let mut names = vec![text::COLUMN_OPERATION.get(lang)];
    names.extend(roles.iter().map(String::as_str));
    let mut table = Table::new(&names);
    for operation in Operation::ALL {
        let may = |role: &Role| {
            let may = role.may(*operation);
            (if may { text::MAY.get(lang) } else { "-" }).to_owned()
        };
        table.row(std::iter::once(operation.say(lang)).chain(acting().map(may)));
    }
    console.print(&table.columns(""))
}
