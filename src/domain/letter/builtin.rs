//! The letters that come with the program: Korean, in the style of official documents.
//!
//! A file of `src/letters` holds what the letter says; address, contact and sender are the same in all.

use super::{
    kind::{LetterKind, Readership},
    template::Template,
};

const TO_COMPLAINANT: &str = "{{성명}} 님께\n안녕하십니까? {{기관명}}입니다.\n\n";

const TO_OFFICE: &str = "수신  {{수신}}\n\n";

const FROM: &str = "
담당: {{담당부서}} {{담당자}} (전화 {{담당전화}}[[, 전자우편 {{담당이메일}}]])
{{시행일}}
{{발신명의}}
";

/// The body of a letter from its file.
macro_rules! body {
    ($name:literal) => {
        include_str!(concat!("../../letters/", $name, ".txt"))
    };
}

/// The text of the letter with its marks.
pub fn text(kind: LetterKind) -> String {
    let head = match kind.readership() {
        Readership::Complainant => TO_COMPLAINANT,
        Readership::Office => TO_OFFICE,
    };
    [head, body(kind), FROM].concat()
}

const fn body(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Receipt => body!("receipt"),
        LetterKind::Amendment => body!("amendment"),
        LetterKind::Extension => body!("extension"),
        LetterKind::DisclosureExtension => body!("disclosure-extension"),
        LetterKind::Progress => body!("progress"),
        LetterKind::Supplement => body!("supplement"),
        LetterKind::RepresentativesAsked => body!("representatives-asked"),
        LetterKind::RepresentativesDesignated => body!("representatives-designated"),
        LetterKind::Result => body!("result"),
        LetterKind::Refusal => body!("refusal"),
        LetterKind::NotHandled => body!("not-handled"),
        LetterKind::Transfer => body!("transfer"),
        LetterKind::Return => body!("return"),
        LetterKind::Repeated => body!("repeated"),
        LetterKind::Merge => body!("merge"),
        LetterKind::Correction => body!("correction"),
        LetterKind::Delay => body!("delay"),
        LetterKind::Visit => body!("visit"),
        LetterKind::Apology => body!("apology"),
        LetterKind::Measures => body!("measures"),
        LetterKind::InCharge => body!("in-charge"),
        LetterKind::Instruction => body!("instruction"),
        LetterKind::Caution => body!("caution"),
        LetterKind::CautionOfficer => body!("caution-officer"),
        LetterKind::Consultation => body!("consultation"),
        LetterKind::Demand => body!("demand"),
        LetterKind::Reminder => body!("reminder"),
        LetterKind::Decision => body!("decision"),
        LetterKind::DecisionExtension => body!("decision-extension"),
    }
}

/// How to seek remedy against a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Of a petition for a disposition by statute: objection, appeal, suit (act art. 35, act on administrative appeals
    /// art. 27, act on administrative suits art. 20).
    Statutory,
    /// Of all others: the ombudsman (decree art. 17(8)). Naming an appeal that does not exist would have effect.
    Other,
}

impl Remedy {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Statutory, Self::Other];

    /// What a refusal says of it, with marks.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Statutory => body!("remedy-statutory"),
            Self::Other => body!("remedy-other"),
        }
    }
}

/// The letter that comes with the program, ready to be filled; a test holds that every one can be read.
pub fn template(kind: LetterKind) -> Template {
    Template::parse(&text(kind)).unwrap_or_default()
}
