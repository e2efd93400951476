//! Papers to print: those of one case, and the register.

use super::{CaseView, Desk, DeskError, intake::case_deadlines, letters::Written};
use crate::{
    domain::{
        case::CaseNumber,
        charter::CaseKind,
        letter::Addressed,
        notice::{NoticeKey, NoticeKind, Recipient},
        paper::{Paper, PaperKind, form, register_row},
        staff::{Names, Signature},
    },
    store::Registered,
    words::Lang,
};
use chrono::NaiveDate;

/// How many cases of the register are read at once.
const PAGE: u32 = 200;

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

    /// The rows of the register, in the order in which the cases came in from `from` to `to`: as many as there are, one at a
    /// time.
    ///
    /// # Errors
    /// The file cannot be read; or that of `put`.
    pub fn register<E: From<DeskError>>(
        &mut self,
        (from, to): (NaiveDate, NaiveDate),
        mut put: impl FnMut(&[String]) -> Result<(), E>,
    ) -> Result<(), E> {
        let staff = self.staff()?;
        let in_force = self.rules()?;
        let calendar = in_force.calendars.now();
        let names = Names {
            staff: &staff,
            lang: Lang::Ko,
        };
        let span = (
            calendar.midnight(from),
            calendar.midnight(to + chrono::Days::new(1)),
        );
        let mut after: Option<Registered> = None;
        loop {
            let page = self.store.reader().registered(span, after.as_ref(), PAGE);
            let page = page.map_err(DeskError::from)?;
            let Some(last) = page.last() else {
                return Ok(());
            };
            for one in &page {
                let reader = self.store.reader();
                let found = reader.case(one.number).map_err(DeskError::from)?;
                let Some((case, facts)) = found else {
                    continue;
                };
                let rules = self.rules.version(reader, case.intake.charter)?;
                let deadlines = case_deadlines(&case, &rules)?;
                let party = reader.party(one.number).map_err(DeskError::from)?;
                let row = register_row((&case, &facts), &deadlines, &party.name, (calendar, names));
                put(&row)?;
            }
            after = Some(last.clone());
        }
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
    let receipt = || {
        let key = NoticeKey {
            seq: 1,
            kind: NoticeKind::Receipt,
            n: 1,
        };
        Some((key, Recipient::Complainant, String::new()))
    };
    match kind {
        PaperKind::Slip => view.case.received_at.and_then(|_| receipt()),
        PaperKind::Authority => receipt(),
        PaperKind::Extension => notice(NoticeKind::Extension),
        PaperKind::Progress => notice(NoticeKind::Interim),
        PaperKind::Reminder => notice(NoticeKind::Reminder),
        // Other petitions have no such remedy.
        PaperKind::Objection if view.case.intake.case_kind == CaseKind::Statutory => {
            notice(NoticeKind::Refusal).or_else(|| denied(view))
        }
        PaperKind::Objection | PaperKind::Register => None,
    }
}

/// The notice of a result that denies what was asked.
fn denied(view: &CaseView) -> Option<(NoticeKey, Recipient, String)> {
    let last = view.case.denials.last()?;
    let mut notices = view.case.notices.iter();
    let found = notices.find(|notice| notice.act.seq == *last && notice.is_result())?;
    Some((found.key, found.recipient, found.addressee.clone()))
}
