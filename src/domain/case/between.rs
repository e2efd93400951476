//! What goes to and fro between departments and agencies: consultations, and matters that belong elsewhere.

use super::{Case, Consultation, Stage};
use crate::domain::{
    charter::MetBy,
    fact::{Competence, Fact},
};
use chrono::NaiveDate;

impl Case {
    /// Departments that were asked and have not answered.
    pub fn consulting(&self) -> impl Iterator<Item = &str> {
        self.awaited_answers().map(|one| one.department.as_str())
    }

    /// Consultations that were not answered.
    pub fn awaited_answers(&self) -> impl Iterator<Item = &Consultation> {
        let all = self.consultations.iter();
        all.filter(|one| one.answered.is_none())
    }

    /// Asks a department; one that was given a day, and is given a later one, gets more time.
    pub(super) fn consult(&mut self, fact: &Fact, department: &str, until: Option<NaiveDate>) {
        let mut asked = self.consultations.iter_mut().rev();
        let asked = asked.find(|one| one.department == department && one.answered.is_none());
        match asked {
            Some(asked) if asked.until.is_some() && until.is_some() && !asked.longer => {
                asked.until = until;
                asked.longer = true;
            }
            Some(_) | None => self.consultations.push(Consultation {
                department: department.to_owned(),
                asked: fact.reference(),
                until,
                longer: false,
                answered: None,
            }),
        }
    }

    pub(super) fn answered_by(&mut self, fact: &Fact, department: &str) {
        let mut asked = self.consultations.iter_mut();
        let asked = asked.find(|one| one.department == department && one.answered.is_none());
        if let Some(asked) = asked {
            asked.answered = Some(fact.reference());
        }
    }

    /// Notes that it belongs elsewhere, once until it was handed on.
    pub(super) fn misdirect(&mut self, fact: &Fact, whose: Competence) {
        if !self.is_to_be_handed_on(whose) {
            self.misdirected.push((whose, fact.reference()));
        }
    }

    /// True where it was said to belong elsewhere and was not handed on since.
    fn is_to_be_handed_on(&self, whose: Competence) -> bool {
        let by = match whose {
            Competence::Department => MetBy::HandOn,
            Competence::Agency => MetBy::Transfer,
        };
        let mut said = self.misdirected.iter().rev();
        let said = said.find(|(of, _)| *of == whose).map(|(_, said)| said.seq);
        let since = said.map(|seq| seq.max(self.round(seq)));
        since.is_some_and(|seq| {
            self.round(seq) == self.round(self.seq) && self.acted(by).is_none_or(|done| done < seq)
        })
    }

    /// True where putting this department in charge passes the matter on: the first time, and to another department.
    pub(super) fn hands_on(&self, department: &str) -> bool {
        let fresh = matches!(self.stage, Stage::Arrived | Stage::Received);
        department != self.department || (fresh && self.misdirected.is_empty())
    }
}
