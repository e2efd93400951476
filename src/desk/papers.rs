//! Papers to print: those of one case, and the register.

use super::{CaseView, Desk, DeskError, intake::case_deadlines, letters::Written};
use crate::{
    domain::{
        case::CaseNumber,
        charter::CaseKind,
        fact::Wording,
        find::{BuiltinView, QueueView},
        letter::{Addressed, Mark, day, moment},
        notice::{NoticeKey, NoticeKind, Recipient},
        paper::{Paper, PaperKind, Record, form, objection_rows, record, register_row},
        revocation::{entry_name, revoked_by},
        staff::{Names, Signature},
    },
    store::{QueueQuery, Registered},
    words::{Lang, Say},
};
use chrono::NaiveDate;

/// How many cases of the register are read at once.
const PAGE: u32 = 200;
/// The most rows of a list of the day of one sort: more than any desk has due.
const DAY_ROWS: u32 = 100_000;

impl Desk {
    /// The paper of a case, with the complainant in full where the paper is for them.
    ///
    /// # Errors
    /// There is no such case, or nothing on it that the paper is about.
    pub fn paper(&mut self, kind: PaperKind, number: CaseNumber) -> Result<Paper, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let view = self.case(number)?;
        let Some((key, recipient, to)) = about(kind, &view) else {
            return Err(DeskError::NothingToPrint { kind, number });
        };
        if kind == PaperKind::Case {
            return self.record(&view);
        }
        let own = self.signature();
        let mut notices = view.notices.iter();
        let notice = notices.find(|notice| notice.key() == key);
        let written = Written {
            key,
            signed: notice.map_or(&own, |notice| &notice.signed),
            done: notice.and_then(|notice| notice.told_at.or(notice.sent_at)),
        };
        self.with_source(&view, &view.party, written, |source, names| {
            let to = names.of(&to);
            form(kind, &source.values(Addressed { key, recipient, to }))
        })
    }

    /// The actor as who stands under a paper.
    fn signature(&self) -> Signature {
        Signature {
            name: self.actor.name.clone(),
            department: self.actor.department.clone(),
            phone: self.actor.phone.clone(),
        }
    }

    /// All that is on record of a case, its complainant masked.
    fn record(&mut self, view: &CaseView) -> Result<Paper, DeskError> {
        let own = self.signature();
        let key = receipt_key();
        let written = Written {
            key,
            signed: &own,
            done: None,
        };
        let party = view.party.masked_with_behalf();
        let now = self.now();
        self.with_source(view, &party, written, |source, names| {
            let addressed = Addressed {
                key,
                recipient: Recipient::Complainant,
                to: "",
            };
            let at = |at| moment(source.calendar.local(at));
            let wording = Wording {
                names,
                at: &at,
                category: &|id| source.charter.category_name(id, Lang::Ko),
                between: " / ",
            };
            let deadlines = view.deadlines.iter().map(|one| {
                let status = one.status(now).say(Lang::Ko);
                let asked = one.asked(source.charter, Lang::Ko);
                format!("{} {status} {asked}", day(one.due.date))
            });
            let history = view.facts.iter().map(|fact| {
                let struck = revoked_by(&view.case.revoked, fact.seq);
                let kind = entry_name(&fact.kind.say(Lang::Ko), struck, Lang::Ko);
                let (when, by) = (at(fact.at), names.of(&fact.by));
                let said = fact.kind.gist(wording);
                format!("{}. {when} {by} {kind} {said}", fact.seq)
            });
            let standing = Record {
                body: view.case.intake.body.as_str().to_owned(),
                deadlines: deadlines.collect(),
                history: history.collect(),
            };
            let mut values = source.values(addressed);
            values.set(Mark::Officer, names.of(&view.case.officer));
            record(&values, &standing)
        })
    }

    /// The rows of a list over the cases that came in from one day to another, in that order, one at a time: as many as there
    /// are.
    ///
    /// # Errors
    /// The file cannot be read; or that of `put`.
    pub fn list_cases<E: From<DeskError>>(
        &mut self,
        kind: PaperKind,
        (from, to): (NaiveDate, NaiveDate),
        mut put: impl FnMut(&[String]) -> Result<(), E>,
    ) -> Result<(), E> {
        // One state of the file, from the first row to the last.
        let _snapshot = self.store.snapshot().map_err(DeskError::from)?;
        let staff = self.staff()?;
        let in_force = self.rules()?;
        let calendar = in_force.calendars.now();
        let names = Names {
            staff: &staff,
            lang: Lang::Ko,
        };
        let until = to.checked_add_days(chrono::Days::new(1)).unwrap_or(to);
        let span = (calendar.midnight(from), calendar.midnight(until));
        let mut after: Option<Registered> = None;
        loop {
            let reader = self.store.reader();
            let page = reader.registered(span, after.as_ref(), PAGE);
            let page = page.map_err(DeskError::from)?;
            let Some(last) = page.last() else {
                return Ok(());
            };
            for one in &page {
                let found = reader.case(one.number).map_err(DeskError::from)?;
                let Some((case, facts)) = found else {
                    continue;
                };
                let rules = self.rules.version(reader, case.intake.charter)?;
                let deadlines = case_deadlines(&case, &rules)?;
                let party = reader.party(one.number).map_err(DeskError::from)?;
                let (of, seen) = ((&case, &*facts), (calendar, names));
                let rows = match kind {
                    PaperKind::Objections => objection_rows(of, &deadlines, &party.name, seen),
                    PaperKind::Register
                    | PaperKind::Slip
                    | PaperKind::Extension
                    | PaperKind::Progress
                    | PaperKind::Reminder
                    | PaperKind::Authority
                    | PaperKind::Objection
                    | PaperKind::Case
                    | PaperKind::Day => vec![register_row(of, &deadlines, &party.name, seen)],
                };
                rows.iter().try_for_each(|row| put(row))?;
            }
            after = Some(last.clone());
        }
    }

    /// The rows of the list of the day: what is overdue, and what ends today.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn list_day(&mut self) -> Result<Vec<Vec<String>>, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let staff = self.staff()?;
        let in_force = self.rules()?;
        let calendar = in_force.calendars.now();
        let names = Names {
            staff: &staff,
            lang: Lang::Ko,
        };
        let ask = QueueQuery {
            limit: DAY_ROWS,
            now: self.now(),
            ..QueueQuery::default()
        };
        let mut rows = Vec::new();
        for view in [BuiltinView::Overdue, BuiltinView::Today] {
            for row in self.view(&QueueView::Known(view), &ask)? {
                let due = match (row.due_at, row.due_date) {
                    (_, Some(date)) if row.whole_day => day(date),
                    (Some(at), _) => moment(calendar.local(at)),
                    (None, Some(date)) => day(date),
                    (None, None) => String::new(),
                };
                rows.push(vec![
                    due,
                    row.subject.to_string(),
                    row.title.clone(),
                    row.party.clone(),
                    row.department.clone(),
                    names.of(&row.officer).to_owned(),
                ]);
            }
        }
        Ok(rows)
    }
}

/// The notice of the receipt, whether there is one or not.
const fn receipt_key() -> NoticeKey {
    NoticeKey {
        seq: 1,
        kind: NoticeKind::Receipt,
        n: 1,
    }
}

impl CaseView {
    /// What it can be printed as.
    pub fn papers(&self) -> impl Iterator<Item = PaperKind> {
        let kinds = PaperKind::ALL.iter().copied();
        kinds.filter(|kind| about(*kind, self).is_some())
    }
}

/// The notice that a paper of a case is about, and to whom it goes; `None` where there is nothing.
fn about(kind: PaperKind, view: &CaseView) -> Option<(NoticeKey, Recipient, String)> {
    let notice = |of: NoticeKind| {
        let standing = view.case.notices.iter().rev();
        let found = standing.into_iter().find(|notice| notice.key.kind == of)?;
        Some((found.key, found.recipient, found.addressee.clone()))
    };
    // Of somebody unknown there is no notice of receipt, and the paper is asked for all the same.
    let receipt = || Some((receipt_key(), Recipient::Complainant, String::new()));
    match kind {
        PaperKind::Slip => view.case.received_at.and_then(|_| receipt()),
        PaperKind::Authority | PaperKind::Case => receipt(),
        PaperKind::Extension => notice(NoticeKind::Extension),
        PaperKind::Progress => notice(NoticeKind::Interim),
        PaperKind::Reminder => notice(NoticeKind::Reminder),
        // Other petitions have no such remedy.
        PaperKind::Objection if view.case.intake.case_kind == CaseKind::Statutory => {
            notice(NoticeKind::Refusal).or_else(|| denied(view))
        }
        PaperKind::Objection | PaperKind::Register | PaperKind::Objections | PaperKind::Day => None,
    }
}

/// The notice of a result that denies what was asked.
fn denied(view: &CaseView) -> Option<(NoticeKey, Recipient, String)> {
    let last = view.case.denials.last()?;
    let mut notices = view.case.notices.iter();
    let found = notices.find(|notice| notice.act.seq == *last && notice.is_result())?;
    Some((found.key, found.recipient, found.addressee.clone()))
}
