//! What is picked from the charter and the staff: scripts, departments, officers.

use super::{FormContext, Pick};
use crate::{
    domain::{
        charter::{Charter, Script},
        decide::departments,
        guide::{ChecklistItem, People},
        staff::Staff,
    },
    words::Lang,
};

/// The items of a checklist as picks, their texts filled in.
pub(super) fn script_picks<'a>(
    items: impl IntoIterator<Item = (ChecklistItem, &'a Script)>,
    people: &People<'_>,
    lang: Lang,
) -> Vec<Pick> {
    let items = items.into_iter();
    items
        .map(|(item, script)| Pick::new(item.to_string(), people.fill(&script.text, lang)))
        .collect()
}

/// The departments that exist, to be named.
pub(super) fn department_picks(charter: &Charter, cx: FormContext<'_>) -> Vec<Pick> {
    let departments = departments(charter, cx.people).into_iter();
    departments.map(|name| Pick::new(name, name)).collect()
}

/// The officers on the staff, to be named; each with the department.
pub(super) fn officer_picks(cx: FormContext<'_>) -> Vec<Pick> {
    let officers = cx.people.iter().filter(|one| one.retired_at.is_none());
    let pick = |one: &Staff| {
        let called = cx.names().editable(&one.login);
        let shown = if one.department.is_empty() {
            called.to_owned()
        } else {
            format!("{called} ({})", one.department)
        };
        Pick::new(called, shown)
    };
    officers.map(pick).collect()
}
