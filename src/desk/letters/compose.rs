//! The letter of a notice, as it goes out today.

use super::LetterError;
use crate::{
    desk::{CaseView, Desk, DeskError},
    domain::{
        case::{Case, CaseNumber},
        fact::{Fact, Prose},
        letter::{
            Addressed, EarlierResult, Letter, LetterKind, Mark, MarkClass, Source, Template, Values,
        },
        notice::{NoticeId, NoticeKey},
        party::Party,
        refusal::{NoticeRefusal, Refusal},
        staff::{Names, Signature},
    },
    store::Reader,
    words::Lang,
};
use chrono::{DateTime, Utc};

/// A notice with its case and its letter.
#[derive(Clone, Debug)]
pub struct NoticeView {
    pub id: NoticeId,
    pub view: CaseView,
    /// As it goes out, with the complainant masked; else why it cannot be written.
    pub letter: Result<Letter, LetterError>,
}

impl Desk {
    /// The letter of a notice with the complainant masked: as it left, or as it goes out now.
    ///
    /// # Errors
    /// There is no such notice; a value that the letter needs is missing.
    pub fn letter(&mut self, id: NoticeId) -> Result<Letter, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let view = self.case(id.number)?;
        self.shown_letter(&view, id)
    }

    /// The letter with the complainant masked: as it left where that was kept, else as it goes out now.
    fn shown_letter(&mut self, view: &CaseView, id: NoticeId) -> Result<Letter, DeskError> {
        let letter = self.letter_of(view, id, &view.party.masked_with_behalf())?;
        let kept = view.kept_letter(id);
        let left = kept.and_then(|kept| Letter::as_it_left(letter.kind, kept));
        if let Some(left) = left {
            return Ok(left.masked(&view.party));
        }
        Ok(match view.edited_letter(id) {
            Some(text) => letter.saying(text).masked(&view.party),
            None => letter,
        })
    }

    /// Checks that a letter written anew still says what the law asks for: each value that stands in a line of its own kind.
    /// What somebody wrote in sentences may be put otherwise.
    ///
    /// # Errors
    /// The marks whose values are gone; there is no such notice.
    pub(in crate::desk) fn check_edited(
        &mut self,
        id: NoticeId,
        text: &str,
    ) -> Result<(), DeskError> {
        let view = self.case(id.number)?;
        let (kind, values) = self.valued(&view, id, &view.party)?;
        let lost = kind.required().filter(|mark| {
            let value = values.get(*mark).unwrap_or_default();
            mark.class() != MarkClass::Prose && !text.contains(value)
        });
        let lost: Vec<Mark> = lost.collect();
        if lost.is_empty() {
            return Ok(());
        }
        Err(LetterError::Lost(lost).into())
    }

    /// Writes the letter of a notice with the complainant in full, as it leaves.
    ///
    /// # Errors
    /// As [`Desk::letter`].
    pub(in crate::desk) fn letter_in_full(
        &mut self,
        view: &CaseView,
        id: NoticeId,
    ) -> Result<Letter, DeskError> {
        let letter = self.letter_of(view, id, &view.party)?;
        Ok(match view.edited_letter(id) {
            Some(text) => letter.saying(text),
            None => letter,
        })
    }

    /// The letter of a notice as it leaves now; `None` where it lacks something, or there is no such notice.
    pub(in crate::desk) fn letter_as_it_leaves(
        &mut self,
        id: NoticeId,
    ) -> Result<Option<Prose>, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let view = self.case(id.number)?;
        match self.letter_in_full(&view, id) {
            Ok(letter) => Ok(Some(letter.as_it_leaves())),
            Err(DeskError::Letter(_) | DeskError::Refusal(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Reads a notice with its case.
    ///
    /// # Errors
    /// There is no such notice.
    pub fn notice(&mut self, id: NoticeId) -> Result<NoticeView, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let view = self.case(id.number)?;
        let letter = match self.shown_letter(&view, id) {
            Ok(letter) => Ok(letter),
            Err(DeskError::Letter(error)) => Err(error),
            Err(other) => return Err(other),
        };
        Ok(NoticeView { id, view, letter })
    }

    fn letter_of(
        &mut self,
        view: &CaseView,
        id: NoticeId,
        party: &Party,
    ) -> Result<Letter, DeskError> {
        let (kind, values) = self.valued(view, id, party)?;
        let text = self.letter_text(kind)?.text;
        let template = Template::parse(&text).map_err(LetterError::Faulty)?;
        let letter = Letter::write(kind, &template, &values);
        Ok(letter.map_err(LetterError::Unfilled)?)
    }

    /// Which letter tells a notice, and the values of its marks.
    fn valued(
        &mut self,
        view: &CaseView,
        id: NoticeId,
        party: &Party,
    ) -> Result<(LetterKind, Values), DeskError> {
        let mut notices = view.notices.iter();
        let notice = notices.find(|notice| notice.key() == id.key);
        let none = || Refusal::from(NoticeRefusal::NoSuchNotice(id));
        let notice = notice.ok_or_else(none)?;
        let to = Written {
            key: id.key,
            signed: &notice.signed,
            // What has gone out bears the day on which it did.
            done: notice.told_at.or(notice.sent_at),
        };
        let (kind, values) = self.with_source(view, party, to, |source, names| {
            let addressed = Addressed {
                key: id.key,
                recipient: notice.recipient,
                to: names.of(&notice.addressee),
            };
            (source.kind(addressed), source.values(addressed))
        })?;
        Ok((kind.ok_or_else(none)?, values))
    }

    /// Reads what a letter or a paper of a case is written from, and gives it away.
    pub(in crate::desk) fn with_source<T>(
        &mut self,
        view: &CaseView,
        party: &Party,
        to: Written<'_>,
        write: impl FnOnce(&Source<'_>, Names<'_>) -> T,
    ) -> Result<T, DeskError> {
        let today = self.today()?;
        let staff = self.staff()?;
        let in_force = self.rules()?;
        let reader = self.store.reader();
        let calendar = in_force.calendars.now();
        let names = Names {
            staff: &staff,
            lang: Lang::Ko,
        };
        let earlier = earlier_results(reader, view)?;
        let shared = shared_result(reader, view, to.key.seq)?;
        let source = Source {
            case: &view.case,
            facts: &view.facts,
            deadlines: &view.deadlines,
            charter: &view.rules.charter,
            office: &in_force.charter,
            calendar,
            party,
            signed: to.signed,
            earlier: &earlier,
            shared: shared.as_ref(),
            on: to.done.map_or(today, |done| calendar.date(done)),
        };
        Ok(write(&source, names))
    }
}

/// What is written of a case: which notice, who stands under it, and when it went out, where it did.
#[derive(Clone, Copy, Debug)]
pub(in crate::desk) struct Written<'a> {
    pub(in crate::desk) key: NoticeKey,
    pub(in crate::desk) signed: &'a Signature,
    pub(in crate::desk) done: Option<DateTime<Utc>>,
}

/// The linked cases with the times at which their results were told.
fn earlier_results(reader: Reader<'_>, view: &CaseView) -> Result<Vec<EarlierResult>, DeskError> {
    let mut found = Vec::new();
    for number in &view.case.links {
        let Some((case, _)) = reader.case(*number)? else {
            continue;
        };
        found.push(earlier_result(*number, &case));
    }
    Ok(found)
}

fn earlier_result(number: CaseNumber, case: &Case) -> EarlierResult {
    let answers = case.answers.iter();
    EarlierResult {
        number,
        received_at: case.received_at.unwrap_or(case.intake.arrived_at),
        told: answers
            .filter_map(|answer| case.told_at(answer.seq))
            .collect(),
    }
}

/// The fact of the other case by which a shared result was made.
fn shared_result(reader: Reader<'_>, view: &CaseView, seq: u32) -> Result<Option<Fact>, DeskError> {
    let act = view.facts.iter().find(|fact| fact.seq == seq);
    let Some((from, seq)) = act.and_then(|fact| fact.kind.shares()) else {
        return Ok(None);
    };
    let found = reader.case(from)?;
    let facts = found.map(|(_, facts)| facts).into_iter().flatten();
    Ok(facts.into_iter().find(|fact| fact.seq == seq))
}
