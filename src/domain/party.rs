//! The complainant: personal data, erasable, never inside a fact.

pub use super::phone::mask_phone;

use super::phone::Telephone;
use crate::words::closed_set;
use serde::{Deserialize, Serialize};

/// The complainant. Every field may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    pub name: String,
    /// As it was typed.
    pub phone: String,
    pub email: String,
    pub address: String,
    /// Left out of documents: what of it others may see stands in `asked`.
    #[serde(skip)]
    pub behalf: Behalf,
}

impl Party {
    /// The names of people and bodies in it.
    pub fn names(&self) -> Vec<String> {
        let behalf = &self.behalf;
        let names = [
            &self.name,
            &behalf.proxy,
            &behalf.organisation,
            &behalf.representative,
        ];
        let given = names.into_iter().filter(|name| !name.trim().is_empty());
        given.cloned().collect()
    }
}

/// Who speaks for the complainant, and for whom they speak. Every field may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Behalf {
    /// The name of the proxy.
    pub proxy: String,
    /// In what capacity the proxy speaks: spouse, lawyer.
    pub capacity: String,
    /// The name of the body or company; its seat is the address (decree art. 2(1)).
    pub organisation: String,
    /// Who represents the body, or those who bring it together.
    pub representative: String,
}

impl Behalf {
    /// True if every field is empty.
    pub fn is_empty(&self) -> bool {
        self.parts().into_iter().all(String::is_empty)
    }

    /// The names by which a case is found.
    pub fn names(&self) -> [&str; 3] {
        [&self.proxy, &self.organisation, &self.representative]
    }

    /// Its fields, in the order in which the store keeps them.
    pub fn parts(&self) -> [&String; 4] {
        [
            &self.proxy,
            &self.capacity,
            &self.organisation,
            &self.representative,
        ]
    }

    /// The same with the names of persons masked, one by one; the body stays.
    #[must_use]
    pub fn masked(&self) -> Self {
        let names = self.representative.split(", ");
        let names: Vec<String> = names.map(mask_name).collect();
        Self {
            proxy: mask_name(&self.proxy),
            representative: names.join(", "),
            ..self.clone()
        }
    }

    /// The same with every field changed.
    #[must_use]
    pub fn map(&self, change: impl Fn(&str) -> String) -> Self {
        Self {
            proxy: change(&self.proxy),
            capacity: change(&self.capacity),
            organisation: change(&self.organisation),
            representative: change(&self.representative),
        }
    }
}

closed_set! {
    /// A field of a party or of an intake, to say which one is wrong.
    Field {
        Login = "login", "로그인", "login";
        Name = "name", "이름", "name";
        Phone = "phone", "전화번호", "phone";
        Email = "email", "이메일", "e-mail";
        Address = "address", "주소", "address";
        Title = "title", "제목", "title";
        Body = "body", "내용", "body";
        Channel = "channel", "접수경로", "channel";
        Category = "category", "분류", "category";
        Kind = "kind", "민원 유형", "kind";
        /// When the customer was told why a visit or a call would be ended.
        ToldAt = "told-at", "사유를 알린 시각", "reason told at";
        /// Why something is recorded so much later than it happened.
        LateReason = "late-reason", "늦은 사유", "reason for the late entry";
        Arrived = "arrived", "도달 일시", "arrival";
        Received = "received", "접수 일시", "receipt time";
        Department = "department", "부서", "department";
        Officer = "officer", "담당자", "officer";
        /// Any text of an action.
        Text = "text", "내용", "text";
        /// The number when away from the office.
        Mobile = "mobile", "휴대전화", "mobile";
        Deputy = "deputy", "대행자", "deputy";
        /// The complainant expressly asks to be told the progress.
        AsksProgress = "asks-progress", "진행상황 통지 요청", "asks for the progress";
        How = "how", "연락 방법", "way of contact";
        Reason = "reason", "사유", "reason";
        Days = "days", "일수", "days";
        Consent = "consent", "민원인 동의", "consent";
        Until = "until", "기한일", "until";
        Outcome = "outcome", "처리 결과", "outcome";
        /// The legal ground of a refusal, or the reason of a denial.
        Ground = "ground", "거부 이유", "ground";
        Remedy = "remedy", "구제 방법", "remedy";
        Instruction = "instruction", "지시 사항", "instruction";
        Result = "result", "조치 결과", "result of the measures";
        Apology = "apology", "사과문", "letter of apology";
        Earlier = "earlier", "이전 접수번호", "earlier case";
        SameCustomer = "same-customer", "같은 민원인이 맞습니다", "it is the same customer";
        SamePoint = "same-point", "같은 내용이 맞습니다", "it is the same point";
        SeeAlso = "see-also", "참고로만", "see also only";
        Into = "into", "합칠 접수번호", "case to merge into";
        Cause = "cause", "재개 사유", "cause";
        Committee = "committee", "민원조정위원회 심의일", "committee's day";
        Items = "items", "점검 항목", "items";
        /// To whom a matter belongs that came to the wrong department.
        Whose = "whose", "소관", "belongs to";
        Agency = "agency", "이송 기관", "agency";
        Fact = "fact", "이력 번호", "fact number";
        Detail = "detail", "잘못된 응대의 종류", "kind of misconduct";
        /// The misconduct that a complaint names.
        Misconduct = "misconduct", "응대 잘못", "misconduct";
        Happened = "happened", "일어난 곳", "happened at";
        /// It keeps the fault from happening again.
        Prevents = "prevents", "재발 방지", "kept from happening again";
        /// A check of the facts did not bear it out.
        Unfounded = "unfounded", "사실 아님", "not borne out";
        /// The rule of the house that something rests on.
        Rule = "rule", "내부 규정", "rule of the house";
        Told = "told", "민원인에게 알림", "customer told";
        /// Why a result was not told by a document.
        Why = "why", "문서로 알리지 않은 사유", "reason for telling it otherwise";
        /// The number of a document in the office's document system.
        DocumentNumber = "document-number", "문서번호", "document number";
        /// Why a result was not told.
        Untold = "untold", "미통지 사유", "why it was not told";
        Published = "published", "게시일", "day of publication";
        /// What was put right because of a result.
        PutRight = "put-right", "바로잡은 점", "what was put right";
        Visit = "visit", "방문 일시", "time of the visit";
        Purpose = "purpose", "방문 목적", "purpose of the visit";
        Score = "score", "점수", "score";
        Grade = "grade", "등급", "grade";
        /// Where a result can be seen.
        Evidence = "evidence", "증빙", "evidence";
        /// Where a decision was published.
        Source = "source", "근거", "source";
        Decided = "decided", "결정일", "decided on";
        Period = "period", "기간", "period";
        On = "on", "날짜", "day";
        Matter = "matter", "용건", "matter";
        /// What is handed over.
        Gist = "gist", "전달할 요지", "gist";
        Wanted = "wanted", "바라는 연락 시각", "time wanted";
        Place = "place", "바라는 장소", "place wanted";
        Minutes = "minutes", "대기시간(분)", "minutes to wait";
        /// The period of a statutory petition.
        HandlingPeriod = "handling-period", "처리기간", "legal period";
        ReplyBy = "reply-by", "회신 방법", "reply by";
        Proxy = "proxy", "대리인", "proxy";
        /// In what capacity a proxy speaks.
        Capacity = "capacity", "자격", "capacity";
        Organisation = "organisation", "단체·법인", "organisation";
        People = "people", "인원", "people";
        Households = "households", "세대 수", "households";
        Representative = "representative", "대표자", "representative";
        At = "at", "처리 일시", "time of the action";
        /// On whose account a receipt is put right.
        By = "by", "변경 근거", "on whose account";
    }
}

impl Party {
    /// True if every field is empty.
    pub fn is_empty(&self) -> bool {
        [&self.name, &self.phone, &self.email, &self.address]
            .into_iter()
            .all(String::is_empty)
            && self.behalf.is_empty()
    }

    /// The person as lists and other programs may see them.
    #[must_use]
    pub fn masked(&self) -> Self {
        Self {
            name: mask_name(&self.name),
            phone: mask_phone(&self.phone),
            email: mask_email(&self.email),
            address: mask_address(&self.address),
            behalf: Behalf::default(),
        }
    }

    /// The same with who speaks for the person, masked too.
    #[must_use]
    pub fn masked_with_behalf(&self) -> Self {
        Self {
            behalf: self.behalf.masked(),
            ..self.masked()
        }
    }

    /// The person represented by others.
    #[must_use]
    pub fn represented_by(&self, names: String) -> Self {
        let behalf = Behalf {
            representative: names,
            ..self.behalf.clone()
        };
        Self {
            behalf,
            ..self.clone()
        }
    }

    /// The telephone as digits alone, `+82 10-...` as `010...` and without an extension, so that equal numbers have equal
    /// keys; `None` for fewer than 7 digits.
    pub fn phone_key(&self) -> Option<String> {
        let digits = match Telephone::read(&self.phone) {
            Some(phone) => phone.digits,
            None => self.phone.chars().filter(char::is_ascii_digit).collect(),
        };
        (digits.len() >= 7).then_some(digits)
    }

    /// The e-mail address in lower case; `None` where there is none.
    pub fn email_key(&self) -> Option<String> {
        (!self.email.is_empty()).then(|| self.email.to_lowercase())
    }
}

/// The name as a list shows it: 홍길동 -> 홍*동, 김철 -> 김*, 남궁민수 -> 남**수 (one form everywhere, so that two
/// lists cannot be put together to give the whole name). Of several names each is masked.
pub fn mask_name(name: &str) -> String {
    if let Some((first, others)) = name.split_once(',') {
        let [first, others] = [first, others].map(|name| mask_name(name.trim()));
        return format!("{first}, {others}");
    }
    let letters: Vec<char> = name.chars().collect();
    match letters.as_slice() {
        [] => String::new(),
        [_] => "*".to_owned(),
        [first, _] => format!("{first}*"),
        [first, middle @ .., last] => {
            let hidden: String = middle
                .iter()
                .map(|c| if *c == ' ' { ' ' } else { '*' })
                .collect();
            format!("{first}{hidden}{last}")
        }
    }
}

/// The address as a list shows it: the first two letters before the `@`, and the domain.
pub fn mask_email(email: &str) -> String {
    match email.split_once('@') {
        Some((local, domain)) => {
            let shown: String = local.chars().take(2).collect();
            format!("{shown}****@{domain}")
        }
        None => "*".repeat(email.chars().count().min(8)),
    }
}

/// The postal address as a list shows it: its first word, 경상북도 ****.
pub fn mask_address(address: &str) -> String {
    match address.split_once(char::is_whitespace) {
        Some((first, _)) => format!("{first} ****"),
        None => "*".repeat(address.chars().count().min(8)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_masked_in_one_form() {
        for (name, masked) in [
            ("홍길동", "홍*동"),
            ("김철", "김*"),
            ("남궁민수", "남**수"),
            ("김", "*"),
            ("", ""),
            ("John Smith", "J*** ****h"),
            ("홍길동, 김철,남궁민수", "홍*동, 김*, 남**수"),
        ] {
            assert_eq!(mask_name(name), masked);
        }
    }

    #[test]
    fn mails_and_addresses_are_masked() {
        assert_eq!(mask_email("gildong@example.org"), "gi****@example.org");
        assert_eq!(
            mask_address("경상북도 안동시 풍천면 도청대로 1"),
            "경상북도 ****"
        );
        assert_eq!(mask_address("세종로1"), "****");
        assert_eq!(mask_address(""), "");
    }

    #[test]
    fn one_number_is_one_key_however_it_is_typed() {
        let key = |phone: &str| {
            Party {
                phone: phone.into(),
                ..Party::default()
            }
            .phone_key()
        };
        assert_eq!(key("010-1234-5678"), Some("01012345678".into()));
        assert_eq!(key("+82 10 1234 5678"), key("01012345678"));
        assert_eq!(key("02-123-4567 (내선 305)"), key("021234567"));
        assert_eq!(key("123"), None);
    }
}
