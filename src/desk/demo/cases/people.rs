//! The people of the story: figures of old tales, with numbers that nobody has.

use crate::domain::{charter::Channel, command::Intake, contact::Arrival, party::Party};

/// Someone who writes, calls or comes.
#[derive(Clone, Copy)]
pub(super) struct Person(&'static str, u16, &'static str);

pub(super) const HONG: Person = Person("홍길동", 1101, "gildong@example.org");
pub(super) const CHUN: Person = Person("성춘향", 1102, "");
pub(super) const MONG: Person = Person("이몽룡", 1103, "mongryong@example.org");
pub(super) const SIM: Person = Person("심청", 1104, "");
pub(super) const JEON: Person = Person("전우치", 1105, "woochi@example.com");
pub(super) const SEON: Person = Person("김선달", 1106, "");
pub(super) const HEO: Person = Person("허생원", 1107, "");
pub(super) const HEUNG: Person = Person("박흥부", 1108, "");
pub(super) const NOL: Person = Person("박놀부", 1109, "nolbu@example.com");
pub(super) const OK: Person = Person("옥단춘", 1110, "");
pub(super) const GYE: Person = Person("홍계월", 1111, "gyewol@example.org");
pub(super) const YU: Person = Person("유충렬", 1112, "");
pub(super) const PUNG: Person = Person("이춘풍", 1113, "");
pub(super) const BAE: Person = Person("배비장", 1114, "bae@example.net");
pub(super) const BYEON: Person = Person("변강쇠", 1115, "");
pub(super) const JANG: Person = Person("장화련", 1116, "");
pub(super) const GWAK: Person = Person("곽해룡", 1117, "");
pub(super) const BAEK: Person = Person("백선군", 1118, "seongun@example.org");
pub(super) const NOBODY: Person = Person("", 0, "");

impl Person {
    fn party(self) -> Party {
        let Self(name, phone, email) = self;
        if phone == 0 {
            return Party::default();
        }
        Party {
            name: name.to_owned(),
            phone: format!("010-0000-{phone:04}"),
            email: email.to_owned(),
            address: String::new(),
        }
    }

    /// This person at the counter or on the line.
    pub(super) fn comes(self, channel: Channel, matter: &str, officer: &str) -> Arrival {
        Arrival {
            party: self.party(),
            matter: matter.to_owned(),
            officer: officer.to_owned(),
            ..Arrival::new(channel)
        }
    }

    /// What this person brings.
    pub(super) fn brings(
        self,
        channel: Channel,
        category: &str,
        title: &str,
        body: &str,
    ) -> Intake {
        Intake {
            title: title.to_owned(),
            body: body.to_owned(),
            party: self.party(),
            ..Intake::new(channel, category)
        }
    }
}
