//! Faults of what intake asked about who brings a matter.

use crate::domain::{
    input::{NAME_MAX, Shape, fault},
    party::{Field, Party},
    petitioner::Petitioner,
    refusal::{FieldFault, ValueFault},
};

impl Petitioner {
    /// Every fault of it together with the names of a cleaned party.
    pub(super) fn faults(&self, party: &Party) -> Vec<FieldFault> {
        let behalf = &party.behalf;
        let for_several = self.people.is_some() || !behalf.organisation.is_empty();
        let alone = !behalf.representative.is_empty() && !for_several;
        let name = |text: &str, required| {
            let identity = has_identity_number(text).then_some(ValueFault::IdentityNumber);
            identity.or_else(|| fault(text, required, Shape::Line(NAME_MAX)))
        };
        let people = match self.people {
            Some(0 | 1) => Some(ValueFault::NotJoint),
            None if alone => Some(ValueFault::Missing),
            Some(_) | None => None,
        };
        let found = [
            (Field::Proxy, name(&behalf.proxy, self.proxy.is_some())),
            (Field::Capacity, name(&behalf.capacity, false)),
            (Field::Organisation, name(&behalf.organisation, false)),
            (Field::People, people),
            (Field::Representative, name(&behalf.representative, false)),
        ];
        let found = found.into_iter();
        let found =
            found.filter_map(|(field, fault)| fault.map(|fault| FieldFault { field, fault }));
        found.collect()
    }
}

/// Whether a text holds the number of a resident or of a registered foreigner: a date of birth and seven digits more.
fn has_identity_number(text: &str) -> bool {
    let letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    (0..letters.len()).any(|at| {
        let begins = at == 0 || letters.get(at - 1).is_none_or(|c| !c.is_ascii_digit());
        let rest = letters.get(at..).unwrap_or_default();
        begins && begins_identity_number(rest)
    })
}

fn begins_identity_number(letters: &[char]) -> bool {
    let digits = |part: &[char]| part.iter().collect::<String>().parse::<u32>().ok();
    let Some((birth, rest)) = letters.split_at_checked(6) else {
        return false;
    };
    if !birth
        .iter()
        .chain(rest.first())
        .all(|c| c.is_ascii_digit() || *c == '-')
    {
        return false;
    }
    let rest = rest.strip_prefix(&['-']).unwrap_or(rest);
    let serial = rest.iter().take_while(|c| c.is_ascii_digit()).count();
    let month = digits(&birth[2..4]).unwrap_or(0);
    let day = digits(&birth[4..6]).unwrap_or(0);
    serial == 7 && (1..=12).contains(&month) && (1..=31).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{party::Behalf, petitioner::Proxy};

    fn wrong(petitioner: &Petitioner, behalf: Behalf) -> Vec<(Field, ValueFault)> {
        let party = Party {
            behalf,
            ..Party::default()
        };
        let faults = petitioner.faults(&party).into_iter();
        faults.map(|fault| (fault.field, fault.fault)).collect()
    }

    #[test]
    fn an_identity_number_is_known_by_its_form() {
        for text in [
            "800101-1234567",
            "김대리(800101-2234567)",
            "김대리 8001011234567",
            "800101 - 1234567",
        ] {
            assert!(has_identity_number(text), "{text}");
        }
        for text in [
            "",
            "김대리",
            "010-1234-5678",
            "800101",
            "801301-1234567",
            "800101-12345678",
            "1800101-1234567",
            "변호사 2026-11-23",
        ] {
            assert!(!has_identity_number(text), "{text}");
        }
    }

    #[test]
    fn a_proxy_has_a_name_and_no_identity_number_is_kept() {
        let proxy = Petitioner {
            proxy: Some(Proxy {
                authority_seen: true,
            }),
            ..Petitioner::default()
        };
        let named = |name: &str| Behalf {
            proxy: name.into(),
            ..Behalf::default()
        };
        assert_eq!(
            wrong(&proxy, named("")),
            [(Field::Proxy, ValueFault::Missing)]
        );
        assert_eq!(wrong(&proxy, named("김대리")), []);
        assert_eq!(
            wrong(&proxy, named("김대리 800101-1234567")),
            [(Field::Proxy, ValueFault::IdentityNumber)]
        );
    }

    #[test]
    fn a_joint_petition_has_two_people_and_many_begin_with_five() {
        let people = |people| Petitioner {
            people: Some(people),
            ..Petitioner::default()
        };
        for (given, joint, lacks, many) in [
            (0, false, false, false),
            (1, false, false, false),
            (2, true, false, false),
            (3, true, true, false),
            (5, true, true, true),
        ] {
            let them = people(given);
            let faults = wrong(&them, Behalf::default());
            assert_eq!(faults.is_empty(), joint, "{given}");
            assert_eq!(
                (them.lacks_representative(), them.are_many()),
                (lacks, many)
            );
        }
        let represented = Petitioner {
            represented: true,
            ..people(3)
        };
        assert!(!represented.lacks_representative());
        let named = || Behalf {
            representative: "박대표".into(),
            ..Behalf::default()
        };
        assert_eq!(
            wrong(&Petitioner::default(), named()),
            [(Field::People, ValueFault::Missing)]
        );
        let body = Behalf {
            organisation: "가상 상인회".into(),
            ..named()
        };
        assert_eq!(wrong(&Petitioner::default(), body), []);
    }
}
