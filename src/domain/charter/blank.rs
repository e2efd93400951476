//! The fields of scripts.

use crate::words::Phrase;

/// A field of a script, `{department}`, that a name is put into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placeholder {
    /// The speaker's department.
    Department,
    /// The speaker's name.
    Name,
    /// The counter's telephone; the speaker's where no counter is known.
    Phone,
    Counter,
    CounterDepartment,
    /// The officer asked for; the counter's where none was.
    Officer,
    Mobile,
    Deputy,
}

impl Placeholder {
    /// Every blank, by the word that charters write.
    pub const ALL: [(&'static str, Self); 8] = [
        ("department", Self::Department),
        ("name", Self::Name),
        ("phone", Self::Phone),
        ("counter", Self::Counter),
        ("counter_department", Self::CounterDepartment),
        ("officer", Self::Officer),
        ("mobile", Self::Mobile),
        ("deputy", Self::Deputy),
    ];

    /// What stands in the place of a value that nobody has given: the speaker fills it in.
    pub(in crate::domain) const fn missing(self) -> Phrase {
        match self {
            Self::Department | Self::CounterDepartment => Phrase::new("[부서]", "[department]"),
            Self::Name => Phrase::new("[이름]", "[name]"),
            Self::Phone => Phrase::new("[전화번호]", "[number]"),
            Self::Counter => Phrase::new("[창구]", "[counter]"),
            Self::Officer => Phrase::new("[담당자]", "[officer]"),
            Self::Mobile => Phrase::new("[휴대전화]", "[mobile]"),
            Self::Deputy => Phrase::new("[대행자]", "[deputy]"),
        }
    }
}
