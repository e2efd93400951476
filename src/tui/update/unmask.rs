//! Shows personal data in full or masked, with the script of the charter on privacy.

use super::super::{model::Model, screen::StatusMessage};
use crate::{
    domain::{
        charter::Moment,
        guide::{self, People},
    },
    words::screens as text,
};

/// Shows personal data in full, or masks it again.
pub(super) fn toggle(model: &mut Model) {
    model.shared.unmasked = !model.shared.unmasked;
    let lang = model.shared.lang;
    let shown = if model.shared.unmasked {
        text::UNMASKED
    } else {
        text::MASKED
    };
    let said = privacy(model).unwrap_or_else(|| shown.get(lang).to_owned());
    model.saying = Some(StatusMessage::Done(said));
}

/// The privacy script of the charter while names are shown (`jndc.privacy`, `kpf.privacy`, `wonju.privacy`).
fn privacy(model: &Model) -> Option<String> {
    let shared = &model.shared;
    let rules = shared.rules.as_ref().filter(|_| shared.unmasked)?;
    let said = guide::scripts(&rules.charter, None, Some(Moment::Privacy));
    let people = People {
        clerk: shared.actor.as_deref(),
        ..People::default()
    };
    let said = said.iter().map(|it| people.fill(&it.text, shared.lang));
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| said.join(" "))
}
