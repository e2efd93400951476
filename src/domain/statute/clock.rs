//! The clocks of the law between offices and on the way: passing on, transfer, consultation, progress, and how long a supplement
//! can be asked for.

use super::LegalPeriod;
use crate::{
    domain::limit::{CountingRule, Limit, Unit},
    words::Phrase,
};

/// The id of the period after which the complainant gets a progress notice (decree art. 23).
pub const PROGRESS: &str = "act.progress";
/// That period, counted by the civil code from the receipt and then from each notice.
pub const PROGRESS_LIMIT: Limit = Limit::new(30, Unit::Days);
/// The id of the notice of progress that the complainant asked for (decree art. 23(1)).
pub const PROGRESS_ASKED: &str = "act.progress-asked";

/// The id of the period in which the front desk passes a matter on to the department in charge (decree art. 13(1)).
pub const PASS_ON: &str = "act.pass-on";
/// The id of the period in which the wrong department hands a matter on to the right one (decree art. 13(2)).
pub const HAND_ON: &str = "act.hand-on";
/// The id of the period in which a matter of another agency is transferred (decree art. 13(3)).
pub const TRANSFER: &str = "act.transfer";
/// The id of the period in which another department answers what it was asked (act art. 20).
pub const CONSULT: &str = "act.consult";
/// Within which time of the receipt a supplement is asked for (rules art. 9(1)).
pub const SUPPLEMENT_ASK: Limit = Limit::new(8, Unit::Hours);

fn hours(id: &str, amount: u32, article: Phrase) -> LegalPeriod {
    LegalPeriod {
        id: id.to_owned(),
        limit: Limit::new(amount, Unit::Hours),
        count: CountingRule::WorkingHours,
        article,
    }
}

/// 8 working hours for the progress that the complainant asked for: the decree names no time, so that it is told within a day
/// of work (decree art. 23(1), act art. 19(1)).
pub fn progress_asked() -> LegalPeriod {
    let article = Phrase::new("시행령 제23조제1항", "decree art. 23(1)");
    hours(PROGRESS_ASKED, 8, article)
}

/// 1 working hour for passing on to the department in charge, 3 to one that is far from the front desk. An electronic document
/// goes without delay, however far it is: the shorter time is the most it may take.
pub fn pass_on(far: bool, electronic: bool) -> LegalPeriod {
    let amount = if far && !electronic { 3 } else { 1 };
    let article = Phrase::new("시행령 제13조제1항·제4항", "decree art. 13(1), (4)");
    hours(PASS_ON, amount, article)
}

/// 3 working hours for handing on what came to the wrong department.
pub fn hand_on() -> LegalPeriod {
    let article = Phrase::new("시행령 제13조제2항", "decree art. 13(2)");
    hours(HAND_ON, 3, article)
}

/// 8 working hours for the transfer to the agency in charge.
pub fn transfer() -> LegalPeriod {
    let article = Phrase::new("시행령 제13조제3항", "decree art. 13(3)");
    hours(TRANSFER, 8, article)
}

/// True where the complainant is told the date by which it is done: not of a notice, which is told itself, nor of what goes
/// on between offices.
pub fn is_announced(id: &str) -> bool {
    !matches!(
        id,
        PROGRESS | PROGRESS_ASKED | PASS_ON | HAND_ON | TRANSFER | CONSULT
    )
}

/// What the law says of such a clock, in a sentence that names the article; `None` of every other deadline.
pub fn ground(id: &str) -> Option<Phrase> {
    Some(match id {
        PROGRESS => Phrase::new(
            "접수 후 30일이 지나도 끝나지 않은 민원은 30일마다 처리진행상황을 문서로 통지합니다(시행령 제23조제1항).",
            "What is not completed 30 days after the receipt: its progress is told in writing every 30 days (decree art. 23(1)).",
        ),
        PROGRESS_ASKED => Phrase::new(
            "민원인이 명시적으로 요청하면 처리진행상황을 문서로 통지합니다(시행령 제23조제1항). 정한 시간이 없어 8근무시간으로 셉니다.",
            "On the complainant's express request its progress is told in writing (decree art. 23(1)). No time is set: 8 working hours are counted.",
        ),
        PASS_ON => Phrase::new(
            "다른 부서가 접수한 민원은 1근무시간(멀리 떨어진 부서는 3근무시간) 안에, 전자문서는 지체 없이 처리주무부서로 보냅니다(시행령 제13조제1항·제4항).",
            "What another department took in goes to the department in charge within 1 working hour (3 where that is far), an electronic document without delay (decree art. 13(1), (4)).",
        ),
        HAND_ON => Phrase::new(
            "소관이 아닌 부서로 온 민원은 3근무시간 안에 소관 부서로 다시 보냅니다(시행령 제13조제2항).",
            "What came to the wrong department is handed on within 3 working hours (decree art. 13(2)).",
        ),
        TRANSFER => Phrase::new(
            "다른 기관 소관인 민원은 8근무시간 안에 이송하고 민원인에게 알립니다(법 제16조, 시행령 제13조제3항).",
            "A matter of another agency is transferred within 8 working hours, and the complainant told (act art. 16, decree art. 13(3)).",
        ),
        CONSULT => Phrase::new(
            "협조를 요청받은 부서는 정한 기한 안에 회신하고, 기한은 한 번만 연장합니다(법 제20조).",
            "The department that was asked answers by the day named, which is extended once (act art. 20).",
        ),
        _ => return None,
    })
}
