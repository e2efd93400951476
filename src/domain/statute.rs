//! The periods that the law gives to each kind of case, beside the charter's (law and decree on civil petitions).

mod clock;

pub use clock::{
    CONSULT, HAND_ON, PASS_ON, PROGRESS, PROGRESS_ASKED, PROGRESS_LIMIT, SUPPLEMENT_ASK, TRANSFER,
    ground, hand_on, is_announced, pass_on, progress_asked, transfer,
};

use super::{
    charter::{CaseKind, Category},
    limit::{CountingRule, Limit, Unit},
};
use crate::words::{Lang, Phrase, Say};

/// A period of the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalPeriod {
    /// The id it bears as a deadline: `act.grievance`.
    pub id: String,
    pub limit: Limit,
    pub count: CountingRule,
    pub article: Phrase,
}

/// The id of the period for accepting what came in.
pub const ACCEPT: &str = "act.accept";
/// The id of the period in which the complainant sends a supplement.
pub const SUPPLEMENT: &str = "act.supplement";
/// How often the complainant may ask for an extension (decree art. 24(2)).
pub const SUPPLEMENT_LONGER: u8 = 2;
/// The longest period when it is asked for again, the first day left out (decree art. 24(3), (4)).
pub const SUPPLEMENT_AGAIN: Limit = Limit::new(10, Unit::Days);

/// The id of the time in which several people choose who represents them (decree art. 8).
pub const REPRESENTATIVES: &str = "act.representatives";
/// The most people who represent several.
pub const REPRESENTATIVES_MOST: usize = 3;

/// The most days that an inspection of a grievance takes out of its period (decree art. 17(4)).
pub const INSPECTION: u32 = 14;
/// By how many days that is lengthened, once.
pub const INSPECTION_LONGER: u32 = 7;

/// The id of the period for a grievance that was brought again with the same content (decree art. 17(2)).
pub const GRIEVANCE_AGAIN: &str = "act.grievance-again";

/// The id of the period for deciding on an objection to a refusal (act art. 35(2)).
pub const OBJECTION: &str = "act.objection";

/// The id of the check of all cases of a month (act art. 25, decree art. 22).
pub const MONTHLY_CHECK: &str = "act.monthly-check";
/// The day of the following month by which it is done (rules art. 7).
pub const MONTHLY_CHECK_DAY: u32 = 5;

/// The period for handling a case of that kind; `None` where the law gives none.
///
/// A statutory petition has the period that was given at intake, else that of its category (act art. 17); an unknown person brings no petition (decree art. 2).
pub fn handling(
    kind: CaseKind,
    given: Option<Limit>,
    category: Option<&Category>,
) -> Option<LegalPeriod> {
    let days = |amount| Limit::new(amount, Unit::Days);
    let (limit, article) = match kind {
        CaseKind::Grievance => (days(7), Phrase::new("시행령 제17조", "decree art. 17")),
        CaseKind::InquiryLaw => (
            days(14),
            Phrase::new("시행령 제14조제1호", "decree art. 14(1)"),
        ),
        CaseKind::InquiryProcedure => (
            days(7),
            Phrase::new("시행령 제14조제2호", "decree art. 14(2)"),
        ),
        CaseKind::Proposal => (days(14), Phrase::new("시행령 제15조", "decree art. 15")),
        CaseKind::Other => (
            Limit::IMMEDIATE,
            Phrase::new("시행령 제16조·제19조", "decree art. 16, 19"),
        ),
        CaseKind::Statutory => (
            given.or_else(|| category?.statutory_limit)?,
            Phrase::new("법 제17조", "act art. 17"),
        ),
        CaseKind::NotAPetition => return None,
    };
    Some(LegalPeriod {
        id: format!("act.{kind}"),
        limit,
        count: CountingRule::PetitionAct,
        article,
    })
}

/// True for the id of a period of handling.
pub fn is_handling(id: &str) -> bool {
    let kind = id.strip_prefix("act.").map(str::parse::<CaseKind>);
    id == GRIEVANCE_AGAIN || kind.is_some_and(|kind| kind.is_ok())
}

/// 7 days for a grievance that was brought again, in which the audit department or the like investigates it (decree art.
/// 17(2)). They take the place of those of the first time: nothing else becomes due.
pub fn grievance_again() -> LegalPeriod {
    LegalPeriod {
        id: GRIEVANCE_AGAIN.to_owned(),
        limit: Limit::new(7, Unit::Days),
        count: CountingRule::PetitionAct,
        article: Phrase::new("시행령 제17조제2항", "decree art. 17(2)"),
    }
}

/// True where two ids name one period: that of a grievance has another once it is known that it was brought again.
pub fn is_one_period(one: &str, other: &str) -> bool {
    let first = format!("act.{}", CaseKind::Grievance);
    let grievance = |id: &str| id == GRIEVANCE_AGAIN || id == first;
    one == other || (grievance(one) && grievance(other))
}

/// 8 working hours from the arrival for accepting what came in (decree art. 6(8)).
pub fn acceptance() -> LegalPeriod {
    LegalPeriod {
        id: ACCEPT.to_owned(),
        limit: Limit::new(8, Unit::Hours),
        count: CountingRule::WorkingHours,
        article: Phrase::new("시행령 제6조제8항", "decree art. 6(8)"),
    }
}

/// 10 days for deciding on an objection to the refusal of a statutory petition (act art. 35(2)): no period of handling, so
/// that the civil code counts it. Where another law decides, what the charter has for the category, counted by days of work
/// (disclosure: 7 days, its act arts. 18(3) and 29(2)).
pub fn objection(category: Option<&Category>) -> LegalPeriod {
    let of_its_own = category.and_then(|category| category.objection_limit);
    LegalPeriod {
        id: OBJECTION.to_owned(),
        limit: of_its_own.unwrap_or(Limit::new(10, Unit::Days)),
        count: match of_its_own {
            Some(_) => CountingRule::PetitionAct,
            None => CountingRule::Civil,
        },
        article: Phrase::new("법 제35조제2항", "act art. 35(2)"),
    }
}

/// Within which time the refusal of a statutory petition is objected to, counted by the civil code: 60 days (act art.
/// 35(1)), or what the charter has for the category (disclosure: 30 days, its act art. 18(1)).
pub fn objection_within(category: Option<&Category>) -> Limit {
    let of_its_own = category.and_then(|category| category.objection_within);
    of_its_own.unwrap_or(Limit::new(60, Unit::Days))
}

/// How a denial of that kind is objected to (act arts. 27(3) and 35, decree art. 17(8)).
pub const fn remedy(kind: CaseKind) -> Phrase {
    match kind {
        CaseKind::Statutory => Phrase::new(
            "이 결정에 이의가 있으면 결정을 받은 날부터 60일 안에 이의신청을 할 수 있고, 행정심판이나 행정소송을 청구할 수 있습니다.",
            "You may object within 60 days of this decision, and seek an administrative appeal or bring an action before the court.",
        ),
        CaseKind::Grievance
        | CaseKind::InquiryLaw
        | CaseKind::InquiryProcedure
        | CaseKind::Proposal
        | CaseKind::Other
        | CaseKind::NotAPetition => Phrase::new(
            "처리결과에 이의가 있으면 국민권익위원회나 시민고충처리위원회에 고충민원을 신청할 수 있습니다.",
            "If you do not agree, you may turn to the Anti-Corruption and Civil Rights Commission or a local ombudsman.",
        ),
    }
}

/// What a deadline of the law asks for, by its id, marked as the law's.
pub fn action(id: &str, lang: Lang) -> String {
    let asked = asked(id, lang);
    if matches!(id, SUPPLEMENT | REPRESENTATIVES | MONTHLY_CHECK) {
        return asked;
    }
    Phrase::new("{asked} (법정)", "{asked} (law)").with(lang, &[("asked", &asked)])
}

/// The same without the mark, for use beside one of the source.
pub fn asked(id: &str, lang: Lang) -> String {
    let phrase = match id {
        ACCEPT => Phrase::new("접수", "accept"),
        SUPPLEMENT => Phrase::new("보완 자료 제출 (민원인)", "supplement (complainant)"),
        REPRESENTATIVES => Phrase::new("대표자 선정 (민원인)", "representatives (complainants)"),
        GRIEVANCE_AGAIN => Phrase::new(
            "다시 낸 고충민원 처리(감사부서 등이 조사)",
            "handle a grievance brought again (audit department)",
        ),
        OBJECTION => Phrase::new("이의신청 결정·통지", "decide on the objection"),
        PROGRESS => Phrase::new("처리진행상황 통지", "progress notice"),
        PROGRESS_ASKED => Phrase::new("요청받은 처리진행상황 통지", "progress notice on request"),
        PASS_ON => Phrase::new(
            "처리주무부서 지정·전달",
            "pass on to the department in charge",
        ),
        HAND_ON => Phrase::new("소관 부서로 다시 전달", "hand on to the right department"),
        TRANSFER => Phrase::new(
            "소관 기관으로 이송·안내",
            "transfer to the right agency, and tell",
        ),
        CONSULT => Phrase::new("협조 회신 받기", "answer of the department consulted"),
        MONTHLY_CHECK => Phrase::new(
            "한 달 동안의 민원 처리 상황을 다음 달 5일까지 점검하고 늦은 부서에 독촉합니다.",
            "Check how the cases of a month were handled by the 5th of the next, and remind departments that are late.",
        ),
        other => {
            let kind = other
                .strip_prefix("act.")
                .and_then(|kind| kind.parse::<CaseKind>().ok());
            let kind = kind.map_or_else(|| other.to_owned(), |kind| kind.say(lang));
            return Phrase::new("{kind} 처리", "handle {kind}").with(lang, &[("kind", &kind)]);
        }
    };
    phrase.get(lang).to_owned()
}
