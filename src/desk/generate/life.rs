//! The course of a generated case: assigned or not, answered, extended, stopped, or up the ladder.

use super::{Maker, Work};
use crate::{
    desk::{DeskError, staffing},
    domain::{
        charter::Topic,
        command::{Command, Exit, Handling, Ladder, Supplement, Timing},
        decide::RelatedCase,
        fact::{ContactWay, ExtensionReason, Outcome},
    },
};
use chrono::{Days, TimeDelta};

impl Maker {
    /// Works a case to its end, or to a random stage where it stays open.
    pub(super) fn work(
        &mut self,
        work: &mut Work<'_>,
        open: bool,
        again: Option<RelatedCase>,
    ) -> Result<(), DeskError> {
        if self.rng.u8(..) < if open { 200 } else { 240 } {
            self.pass(work, 0, 3);
            let (officer, department) = staffing::clerk(self.rng.usize(..6));
            let assign = Handling::Assign {
                department: department.to_owned(),
                officer: officer.to_owned(),
            };
            work.run(&Command::Handling(assign), &[])?;
            work.by = officer;
            if work.case.intake.topics.contains(&Topic::Complaint) {
                self.put_right(work, (officer, department))?;
            }
        }
        if let Some(related) = again {
            self.pass(work, 0, 2);
            let link = Ladder::Link {
                earlier: related.number,
                see_also: false,
                reason: String::new(),
            };
            work.run(&Command::Ladder(link), &[related])?;
        }
        if open {
            self.leave_open(work)
        } else {
            self.finish(work)
        }
    }

    fn leave_open(&mut self, work: &mut Work<'_>) -> Result<(), DeskError> {
        match self.rng.u8(..100) {
            // Praise and anonymous reports have no period to extend.
            0..20 if work.case.matter().is_some() => {
                self.pass(work, 1, 20);
                let is_suggestion = work.case.intake.category == "suggestion";
                let most = if is_suggestion { 14 } else { 7 };
                let extend = Timing::Extend {
                    reason: ExtensionReason::FactFinding,
                    days: self.rng.u32(3..=most),
                    text: "현장 확인에 시간이 더 필요하여 처리기간을 연장합니다.".into(),
                    consent: false,
                };
                work.run(&Command::Timing(extend), &[])
            }
            20..30 => {
                self.pass(work, 1, 20);
                let today = self.rules.calendars.now().date(work.at);
                let until = today
                    .checked_add_days(Days::new(self.rng.u64(5..20)))
                    .unwrap_or(today);
                let text = "확인할 수 있는 사진이나 서류를 보내 주십시오.".into();
                let request = Supplement::Request { text, until };
                work.run(&Command::Supplement(request), &[])
            }
            30..42 if work.case.intake.topics.contains(&Topic::Complaint) => self.climb(work),
            42..50 => {
                self.pass(work, 1, 30);
                work.run(&contact(), &[])
            }
            50..58 => {
                self.pass(work, 2, 40);
                if self.rng.bool() {
                    work.run(&answer(), &[])
                } else {
                    work.run_untold(&answer(), &[])
                }
            }
            _ => Ok(()),
        }
    }

    /// What most complaints get on the day: the team is told, an apology, and what was done.
    fn put_right(
        &mut self,
        work: &mut Work<'_>,
        (officer, department): (&str, &str),
    ) -> Result<(), DeskError> {
        if self.rng.u8(..) < 40 {
            return Ok(());
        }
        let step = Ladder::StepOne {
            department: department.to_owned(),
            officer: officer.to_owned(),
            instruction: "지적받은 일을 확인하고 오늘 안에 조치하기 바랍니다.".into(),
        };
        work.run(&Command::Ladder(step), &[])?;
        let sorry = "불편을 드려 죄송합니다.".into();
        work.run(&Command::Handling(Handling::Apologise { text: sorry }), &[])?;
        let done = Handling::Action {
            text: "담당 팀에서 사실을 확인하고 바로잡았습니다.".into(),
            prevents: false,
        };
        work.run(&Command::Handling(done), &[])
    }

    /// Takes the steps of the ladder that the case allows.
    fn climb(&mut self, work: &mut Work<'_>) -> Result<(), DeskError> {
        self.pass(work, 0, 4);
        let (officer, department) = staffing::clerk(0);
        if work.case.step() == 0 {
            self.put_right(work, (officer, department))?;
        }
        let (officer, department) = (officer.to_owned(), department.to_owned());
        if work.case.step() == 0 {
            return Ok(());
        }
        if work.case.links.is_empty() {
            return Ok(());
        }
        self.pass(work, 8, 30);
        let second = Ladder::StepTwo {
            result: "담당 팀을 교육하고 안내 절차를 고쳤습니다.".into(),
            apology: "거듭 불편을 드려 진심으로 사과드립니다.".into(),
        };
        work.run(&Command::Ladder(second), &[])?;
        if self.rng.bool() {
            return Ok(());
        }
        self.pass(work, 8, 30);
        work.by = staffing::HEAD;
        let third = Ladder::StepThree {
            reason: "약속한 조치가 현장에 반영되지 않았습니다.".into(),
            department,
            officer,
        };
        work.run(&Command::Ladder(third), &[])
    }

    fn finish(&mut self, work: &mut Work<'_>) -> Result<(), DeskError> {
        if self.rng.u8(..) < 40 {
            self.pass(work, 1, 6);
            work.run(&contact(), &[])?;
        }
        // Mostly within the seven days of the charter.
        let slow = if self.rng.u8(..) < 20 { 400 } else { 120 };
        self.pass(work, 2, slow);
        work.run(&answer(), &[])?;
        self.pass(work, 1, 60);
        work.run(
            &Command::Exit(Exit::Close {
                untold: String::new(),
            }),
            &[],
        )
    }

    /// Moves some hours on, to the next time at which the office is open, at most to now.
    fn pass(&mut self, work: &mut Work<'_>, least: i64, most: i64) {
        let seconds = self.rng.i64(least * 3600..most * 3600);
        let later = work.at + TimeDelta::seconds(seconds);
        let open = self.rules.calendars.now().next_opening(later);
        work.at = open.unwrap_or(later).min(self.now);
    }
}

fn contact() -> Command {
    Command::Handling(Handling::Contact {
        how: ContactWay::Phone,
        text: "전화로 사정을 듣고 처리 절차를 안내했습니다.".into(),
    })
}

fn answer() -> Command {
    Command::Handling(Handling::Answer {
        outcome: Outcome::Accepted,
        text: "확인하여 바로잡았습니다. 불편을 드려 죄송합니다.".into(),
        ground: String::new(),
        remedy: String::new(),
    })
}
