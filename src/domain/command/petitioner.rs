//! Faults of what intake asked about who brings a matter.

use crate::domain::{
    identity_number,
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
            let identity = identity_number::is_in(text).then_some(ValueFault::IdentityNumber);
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
            (Field::Households, self.households_fault()),
            (Field::Representative, name(&behalf.representative, false)),
        ];
        let found = found.into_iter();
        let found =
            found.filter_map(|(field, fault)| fault.map(|fault| FieldFault { field, fault }));
        found.collect()
    }

    /// Households are those of the people who bring it together.
    fn households_fault(&self) -> Option<ValueFault> {
        let households = self.households?;
        match self.people {
            None => Some(ValueFault::WithoutPeople),
            Some(people) if households == 0 || households > people => {
                Some(ValueFault::BeyondPeople { people })
            }
            Some(_) => None,
        }
    }
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
    fn a_joint_petition_has_two_people_and_three_need_a_representative() {
        let people = |people| Petitioner {
            people: Some(people),
            ..Petitioner::default()
        };
        for (given, joint, lacks) in [
            (0, false, false),
            (1, false, false),
            (2, true, false),
            (3, true, true),
            (5, true, true),
        ] {
            let them = people(given);
            let faults = wrong(&them, Behalf::default());
            assert_eq!(faults.is_empty(), joint, "{given}");
            assert_eq!(them.lacks_representative(), lacks, "{given}");
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

    #[test]
    fn many_are_five_people_of_five_households() {
        use ValueFault::{BeyondPeople, WithoutPeople};
        let fault = |fault| vec![(Field::Households, fault)];
        for (people, households, many, lacks, faults) in [
            (Some(5), None, false, true, vec![]),
            (Some(5), Some(4), false, false, vec![]),
            (Some(5), Some(5), true, false, vec![]),
            (Some(4), None, false, false, vec![]),
            (Some(4), Some(4), false, false, vec![]),
            (Some(40), Some(5), true, false, vec![]),
            (
                Some(4),
                Some(5),
                false,
                false,
                fault(BeyondPeople { people: 4 }),
            ),
            (
                Some(9),
                Some(0),
                false,
                false,
                fault(BeyondPeople { people: 9 }),
            ),
            (None, Some(5), false, false, fault(WithoutPeople)),
        ] {
            let them = Petitioner {
                people,
                households,
                ..Petitioner::default()
            };
            let said = format!("{people:?} {households:?}");
            assert_eq!(
                (them.are_many(), them.lacks_households()),
                (many, lacks),
                "{said}"
            );
            assert_eq!(wrong(&them, Behalf::default()), faults, "{said}");
        }
    }
}
