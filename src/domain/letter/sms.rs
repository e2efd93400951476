//! A notice as a text message: what it is, of which number, until when, whom to ask; nobody's name and nothing of the matter.

use super::{Mark, Values};
use crate::{
    domain::notice::NoticeKind,
    words::{Lang, Say},
};

/// The text of a notice for a message; `None` for one that a message cannot tell, or that lacks a value.
///
/// Extension and progress go out in writing (decree arts. 21(3), 23(1)); a refusal tells reasons and remedy, which no message
/// holds; an apology is a letter.
pub fn message(kind: NoticeKind, values: &Values) -> Option<String> {
    let office = values.get(Mark::Office)?;
    let number = values.get(Mark::Number)?;
    let ask = values.get(Mark::OfficerPhone)?;
    let more = match kind {
        NoticeKind::Receipt | NoticeKind::Amendment | NoticeKind::InCharge | NoticeKind::Delay => {
            format!("예정일 {}", values.get(Mark::Due)?)
        }
        NoticeKind::Visit => format!("일시 {}", values.get(Mark::VisitAt)?),
        NoticeKind::Result => values.get(Mark::Outcome)?.replace('\n', " "),
        NoticeKind::Extension
        | NoticeKind::Interim
        | NoticeKind::Supplement
        | NoticeKind::Representatives
        | NoticeKind::ResultMail
        | NoticeKind::Refusal
        | NoticeKind::Transfer
        | NoticeKind::Return
        | NoticeKind::Repeat
        | NoticeKind::Merge
        | NoticeKind::Apology
        | NoticeKind::Measures
        | NoticeKind::Correction
        | NoticeKind::Instruction
        | NoticeKind::Demand
        | NoticeKind::Reminder
        | NoticeKind::Caution => return None,
    };
    let what = kind.say(Lang::Ko);
    Some(format!(
        "[{office}] 민원 {number} {what}. {more}. 문의 {ask}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_says_number_and_date_and_no_name() {
        let mut values = Values::default();
        for (mark, value) in [
            (Mark::Office, "경상북도종합자원봉사센터"),
            (Mark::Number, "2026-000014"),
            (Mark::OfficerPhone, "054-000-1372"),
            (Mark::Name, "홍길동"),
            (Mark::Title, "전화 상담 중 반말"),
        ] {
            values.set(mark, value);
        }
        assert_eq!(message(NoticeKind::Receipt, &values), None, "no date yet");
        values.set(Mark::Due, "2026. 11. 26.(목)");
        assert_eq!(
            message(NoticeKind::Receipt, &values).unwrap(),
            "[경상북도종합자원봉사센터] 민원 2026-000014 접수 통지. 예정일 2026. 11. 26.(목). 문의 054-000-1372"
        );
        assert_eq!(message(NoticeKind::Extension, &values), None);
        assert_eq!(message(NoticeKind::Refusal, &values), None);
    }
}
