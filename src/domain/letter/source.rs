//! What a letter says: the values of its marks, from the case, the act that is told, the person and the office.

mod act;

use super::{
    date::{day, moment, plain_day},
    fill::Values,
    kind::LetterKind,
    mark::Mark,
};
use crate::{
    domain::{
        calendar::Calendar,
        case::{Case, CaseNumber},
        charter::Charter,
        deadline::Deadline,
        fact::{Fact, FactKind, Outcome},
        notice::{NoticeKey, NoticeKind, Recipient},
        party::{Party, mask_name},
        staff::Signature,
        statute,
    },
    words::{Lang, Say},
};
use chrono::{DateTime, NaiveDate, Utc};

/// What a letter of a case is written from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    pub case: &'a Case,
    pub facts: &'a [Fact],
    pub deadlines: &'a [Deadline],
    /// The charter under which the case was received.
    pub charter: &'a Charter,
    /// The charter in force, which says how the body is reached now.
    pub office: &'a Charter,
    pub calendar: &'a Calendar,
    pub party: &'a Party,
    /// Who stands under it.
    pub signed: &'a Signature,
    /// The earlier cases to which it is linked.
    pub earlier: &'a [EarlierResult],
    /// The result of the case in which it continues.
    pub shared: Option<&'a Fact>,
    /// The day on which it goes out.
    pub on: NaiveDate,
}

/// An earlier case, with the times at which its results were told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierResult {
    pub number: CaseNumber,
    pub received_at: DateTime<Utc>,
    pub told: Vec<DateTime<Utc>>,
}

/// A notice whose letter is written.
#[derive(Clone, Copy, Debug)]
pub struct Addressed<'a> {
    pub key: NoticeKey,
    pub recipient: Recipient,
    /// The team or officer; empty where it is the complainant.
    pub to: &'a str,
}

impl Source<'_> {
    /// Which letter tells a notice; `None` where the act is not among the facts.
    pub fn kind(&self, notice: Addressed<'_>) -> Option<LetterKind> {
        let act = &self.fact(notice.key.seq)?.kind;
        Some(match notice.key.kind {
            NoticeKind::Receipt => LetterKind::Receipt,
            NoticeKind::Amendment => LetterKind::Amendment,
            NoticeKind::Extension => self.extension(notice.key.seq),
            NoticeKind::Interim => LetterKind::Progress,
            NoticeKind::Supplement => LetterKind::Supplement,
            NoticeKind::Representatives if act.designates() => {
                LetterKind::RepresentativesDesignated
            }
            NoticeKind::Representatives => LetterKind::RepresentativesAsked,
            NoticeKind::Result | NoticeKind::ResultMail => self.result(notice.key.seq, act),
            NoticeKind::Refusal => LetterKind::Refusal,
            NoticeKind::Transfer => LetterKind::Transfer,
            NoticeKind::Return => LetterKind::Return,
            NoticeKind::Repeat => LetterKind::Repeated,
            NoticeKind::Merge => LetterKind::Merge,
            NoticeKind::Delay => LetterKind::Delay,
            NoticeKind::Visit => LetterKind::Visit,
            NoticeKind::Apology => LetterKind::Apology,
            NoticeKind::Measures => LetterKind::Measures,
            NoticeKind::InCharge => LetterKind::InCharge,
            NoticeKind::Correction => LetterKind::Correction,
            NoticeKind::Demand => LetterKind::Demand,
            NoticeKind::Reminder => LetterKind::Reminder,
            NoticeKind::Instruction => LetterKind::Instruction,
            NoticeKind::Caution if notice.recipient == Recipient::Officer => {
                LetterKind::CautionOfficer
            }
            NoticeKind::Caution => LetterKind::Caution,
        })
    }

    /// The values of the marks.
    pub fn values(&self, notice: Addressed<'_>) -> Values {
        let mut values = Values::default();
        self.of_the_office(&mut values);
        self.of_the_case(&mut values, notice.key.seq);
        values.set(Mark::Addressee, &addressee(notice));
        if let Some(fact) = self.fact(notice.key.seq) {
            self.of_the_act(&mut values, fact, notice.key.kind);
        }
        values
    }

    fn fact(&self, seq: u32) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.seq == seq)
    }

    fn extension(&self, seq: u32) -> LetterKind {
        let category = self.charter.category(&self.case.intake.category);
        if self.objection_before(seq).is_some() {
            LetterKind::DecisionExtension
        } else if category.is_some_and(|category| category.extension_limit.is_some()) {
            LetterKind::DisclosureExtension
        } else {
            LetterKind::Extension
        }
    }

    fn result(&self, seq: u32, act: &FactKind) -> LetterKind {
        let told = self.shared.map_or(act, |shared| &shared.kind);
        if self.objection_before(seq).is_some() {
            return LetterKind::Decision;
        }
        match told.outcome() {
            Some(Outcome::NotHandled) => LetterKind::NotHandled,
            Some(Outcome::Accepted | Outcome::Informed) => LetterKind::Result,
            Some(Outcome::Partly | Outcome::Declined) | None => LetterKind::Refusal,
        }
    }

    /// The objection under the act on which the fact `seq` decides.
    fn objection_before(&self, seq: u32) -> Option<&Fact> {
        let ours = |deadline: &&Deadline| deadline.promise == statute::OBJECTION;
        let mut opened = self.deadlines.iter().filter(ours).map(|one| one.opened_by);
        let round = self.case.round(seq);
        let by = opened.find(|by| *by < seq && self.case.round(*by) == round)?;
        self.fact(by)
    }

    fn of_the_office(&self, values: &mut Values) {
        let office = &self.office.name.ko;
        let reach = &self.office.reach;
        let own = &self.office.letters;
        let given = |text: &Option<String>| text.clone().unwrap_or_default();
        for (mark, value) in [
            (Mark::Office, office.clone()),
            (
                Mark::Sender,
                own.sender.clone().unwrap_or_else(|| office.clone()),
            ),
            (Mark::Committee, given(&own.committee)),
            (Mark::Court, given(&own.court)),
            (Mark::Ombudsman, given(&own.ombudsman)),
            (Mark::AuditDepartment, given(&own.audit)),
            (Mark::OfficeAddress, given(&reach.address)),
            (Mark::Web, given(&reach.web)),
            (Mark::Fax, given(&reach.fax)),
            (
                Mark::OfficePhone,
                reach.phone().unwrap_or_default().to_owned(),
            ),
            (Mark::Department, self.signed.department.clone()),
            (Mark::Officer, self.signed.name.clone()),
            (Mark::OfficerPhone, self.signed.phone.clone()),
            (Mark::SentOn, plain_day(self.on)),
        ] {
            values.set(mark, &value);
        }
    }

    fn of_the_case(&self, values: &mut Values, seq: u32) {
        let intake = &self.case.intake;
        let received = self.case.received_at.unwrap_or(intake.arrived_at);
        let behalf = &self.party.behalf;
        for (mark, value) in [
            (Mark::Number, self.case.number.to_string()),
            (Mark::ReceivedAt, moment(self.calendar.local(received))),
            (Mark::ReceivedOn, self.day(received)),
            (Mark::Channel, intake.channel.say(Lang::Ko)),
            (Mark::Title, intake.title.as_str().to_owned()),
            (Mark::Gist, intake.title.as_str().to_owned()),
            (Mark::Kind, intake.case_kind.say(Lang::Ko)),
            (Mark::Handling, self.case.department.clone()),
            (Mark::Period, self.period()),
            (Mark::Due, self.expected(seq).unwrap_or_default()),
            (Mark::Name, self.name()),
            (Mark::MaskedName, mask_name(&self.name())),
            (Mark::Address, self.party.address.clone()),
            (Mark::Proxy, behalf.proxy.clone()),
            (Mark::Representatives, behalf.representative.clone()),
        ] {
            values.set(mark, &value);
        }
        let before = seq.checked_sub(1).and_then(|before| self.expected(before));
        values.set(Mark::FirstDue, before.as_deref().unwrap_or_default());
        values.set(Mark::MissedDue, before.as_deref().unwrap_or_default());
    }

    /// The complainant: the body where one brings it, else the person.
    fn name(&self) -> String {
        let body = self.party.behalf.organisation.trim();
        if body.is_empty() {
            self.party.name.clone()
        } else {
            body.to_owned()
        }
    }

    fn day(&self, at: DateTime<Utc>) -> String {
        day(self.calendar.date(at))
    }

    /// The period of handling that leads.
    fn period(&self) -> String {
        let handling = self.deadlines.iter().filter(|one| one.is_handling());
        let nearest = handling.min_by_key(|one| one.due.at);
        nearest.map_or_else(String::new, |one| one.limit.say(Lang::Ko))
    }

    /// How many working days have passed between the date that was missed and a day.
    fn overdue(&self, seq: u32, at: DateTime<Utc>) -> String {
        let Some((_, missed)) = self.known(seq) else {
            return String::new();
        };
        match self.calendar.counted_days(missed, self.calendar.date(at)) {
            0 => "하루 미만".to_owned(),
            days => format!("근무일 {days}일"),
        }
    }

    /// The date on which the result is expected, as the complainant knows it after the fact `seq`: the nearest that was
    /// announced for a period of handling.
    fn expected(&self, seq: u32) -> Option<String> {
        let (deadline, date) = self.known(seq)?;
        let timed = !deadline.due.whole_day && deadline.due.date == date;
        Some(if timed {
            moment(self.calendar.local(deadline.due.at))
        } else {
            day(date)
        })
    }

    fn known(&self, seq: u32) -> Option<(&Deadline, NaiveDate)> {
        let handling = |promise: &str, nth: u16| {
            let mut found = self.deadlines.iter();
            found.find(|one| one.promise == promise && one.nth == nth && one.is_handling())
        };
        let round = self.case.round(seq);
        let mut known: Vec<(&Deadline, NaiveDate)> = Vec::new();
        for (by, told) in &self.case.announced {
            let Some(deadline) = handling(&told.promise, told.nth) else {
                continue;
            };
            if *by > seq || self.case.round(*by) != round {
                continue;
            }
            known.retain(|(one, _)| !std::ptr::eq(*one, deadline));
            known.push((deadline, told.date));
        }
        known.into_iter().min_by_key(|(_, date)| *date)
    }
}

/// The head of a department, or the officer.
fn addressee(notice: Addressed<'_>) -> String {
    match notice.recipient {
        Recipient::Team => format!("{}장", notice.to),
        Recipient::Officer => notice.to.to_owned(),
        Recipient::Complainant | Recipient::Representative => String::new(),
    }
}
