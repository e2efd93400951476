//! What the form that strikes a fact out does not offer, and why.
//!
//! Must not decide: it tells what the domain refuses.

use crate::{
    desk::CaseView,
    form::FormContext,
    words::{Say, forms as text},
};

use super::ActionKind;

/// Why facts of a case that people recorded are not offered to strike out, the last first; empty in any other form.
pub fn kept(kind: ActionKind, view: &CaseView, cx: FormContext<'_>) -> Vec<String> {
    if kind != ActionKind::Revoke {
        return Vec::new();
    }
    let said = view.irrevocable((cx.role(), cx.now)).map(|(fact, why)| {
        let (seq, name) = (fact.seq.to_string(), fact.kind.say(cx.lang));
        let values = [("fact", &*seq), ("kind", &name), ("why", &why.say(cx.lang))];
        text::KEPT.with(cx.lang, &values)
    });
    said.collect()
}
