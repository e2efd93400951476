//! The form in which telling or failing is recorded, of one notice or of several together.
//!
//! Must not know what its fields are.

use crate::{
    desk::{DueNotice, NoticeOrder},
    domain::{
        charter::MetBy,
        notice::{NoticeId, NoticeKind},
    },
    form::notice::{self as fields, NoticeEntry},
    tui::{
        effect::{Change, Effect},
        form::draft_form::{DraftForm, FormOutcome, body},
        keymap::Action,
        page::{below, put_text, put_texts, top, wrapped_all},
        screen::{ScreenAnswer, ScreenEvent, Shared},
        targets::Drawing,
    },
    words::{Lang, Say, notices as text},
};
use ratatui::{Frame, layout::Rect, style::Style};

/// The most notices that are named one by one.
const NAMED: usize = 3;

/// The form of an entry.
#[derive(Debug)]
pub(super) struct NoticeForm {
    pub(super) entry: NoticeEntry,
    ids: Vec<NoticeId>,
    /// The number and whom each is for.
    names: Vec<String>,
    /// Those whose deadline is met by the mail alone.
    mailed: Option<NoticeKind>,
    pub(super) draft: DraftForm,
}

impl NoticeEntry {
    /// The entry that a key opens.
    pub(super) fn by(action: Action) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|entry| entry.action() == action)
    }

    /// The key that opens the entry.
    pub(super) const fn action(self) -> Action {
        match self {
            Self::Tell => Action::Tell,
            Self::Fail => Action::Fail,
        }
    }
}

impl NoticeForm {
    /// Opens the form of an entry about these notices.
    pub(super) fn new(entry: NoticeEntry, meant: &[&DueNotice], lang: Lang) -> Self {
        let ids: Vec<NoticeId> = meant.iter().map(|one| one.row.id).collect();
        let names = meant.iter().map(|one| {
            let values = [
                ("number", one.row.id.number.to_string()),
                ("to", one.row.to.clone()),
            ];
            text::ON.of(lang, &values).trim_end().to_owned()
        });
        let mailed = meant.iter().find(|one| {
            let deadline = one.deadline.as_ref();
            deadline.is_some_and(|deadline| deadline.missing.contains(&MetBy::Mail))
        });
        let form = fields::form(entry, &kinds(&ids), lang);
        let name = ids.first().map_or_else(String::new, |id| entry.draft(*id));
        Self {
            entry,
            names: names.collect(),
            mailed: mailed.map(|one| one.row.id.key.kind),
            ids,
            draft: DraftForm::new(form, name),
        }
    }

    /// Takes an event; `None` where the form was left.
    pub(super) fn update(
        &mut self,
        event: &ScreenEvent<'_>,
        shared: &Shared,
    ) -> Option<ScreenAnswer> {
        let outcome = self.draft.update(event, body(shared), shared);
        let answer = match outcome {
            FormOutcome::Answered(answer) => answer,
            FormOutcome::Key(Action::Back) => return None,
            FormOutcome::Key(Action::Submit) => self.submit(shared),
            FormOutcome::Key(_) => ScreenAnswer::none(),
        };
        if let (NoticeEntry::Tell, Some(rules)) = (self.entry, &shared.rules) {
            let form = &mut self.draft.form;
            fields::follow(form, &kinds(&self.ids), rules, shared.now);
        }
        Some(answer)
    }

    fn submit(&mut self, shared: &Shared) -> ScreenAnswer {
        let Some(rules) = &shared.rules else {
            return ScreenAnswer::none();
        };
        let clock = rules.clock(shared.now);
        let (entry, ids) = (self.entry, &self.ids);
        self.draft.submit(shared, |form| {
            let (command, time) = fields::read(entry, form, clock)?;
            let orders = ids.iter().map(|id| NoticeOrder {
                id: *id,
                command: command.clone(),
                time: time.clone(),
            });
            Ok(Effect::Write(Change::Notices(orders.collect())))
        })
    }

    fn title(&self, shared: &Shared) -> String {
        let dot = shared.symbols.dot;
        let (entry, lang) = (self.entry.say(shared.lang), shared.lang);
        let mut all: Vec<String> = Vec::new();
        for kind in kinds(&self.ids).iter().map(|kind| kind.say(lang)) {
            if !all.contains(&kind) {
                all.push(kind);
            }
        }
        let kinds = all.join(", ");
        match self.ids.len() {
            1 => format!("{entry} {dot} {kinds}"),
            many => {
                let count = text::COUNT.with(lang, &[("n", &many.to_string())]);
                format!("{entry} {dot} {count} {dot} {kinds}")
            }
        }
    }

    /// On whom it acts, above the fields.
    fn on(&self, shared: &Shared) -> String {
        let named = self.names.iter().take(NAMED).cloned();
        let more = self.names.len().saturating_sub(NAMED);
        let more = (more > 0).then(|| text::MORE.with(shared.lang, &[("n", &more.to_string())]));
        let all: Vec<String> = named.chain(more).collect();
        all.join(&format!(" {} ", shared.symbols.dot))
    }

    /// What to know before it is recorded, under the fields.
    fn notes(&self, shared: &Shared) -> Vec<(String, Style)> {
        let (lang, theme) = (shared.lang, &shared.theme);
        let tells = self.entry == NoticeEntry::Tell;
        let asks = self.draft.form.shown("why").is_some();
        let mailed = self.mailed.filter(|_| tells).map(|kind| {
            let values = [("kind", kind.say(lang))];
            (text::MAIL_ONLY.of(lang, &values), theme.soon)
        });
        let many = (self.ids.len() > 1).then(|| {
            let values = [("n", self.ids.len().to_string())];
            (text::ON_MANY.of(lang, &values), theme.text)
        });
        let law = (tells && asks).then(|| (text::REASON_OF_LAW.get(lang).to_owned(), theme.dim));
        let last = tells.then(|| (text::FINAL.get(lang).to_owned(), theme.dim));
        [mailed, many, law, last].into_iter().flatten().collect()
    }

    /// The rows that the form needs at a width.
    pub(super) fn rows(&self, width: u16, shared: &Shared) -> usize {
        let cells = usize::from(width).saturating_sub(2);
        let alphabet = shared.symbols.alphabet;
        let texts = [(self.on(shared), shared.theme.text)];
        let texts = texts.into_iter().chain(self.notes(shared));
        1 + wrapped_all(texts, cells, alphabet).len() + usize::from(self.draft.form.height(width))
    }

    /// Draws the form with the cursor in it.
    pub(super) fn view(&self, frame: &mut Frame<'_>, area: Rect, shared: &Drawing<'_>) {
        let alphabet = shared.symbols.alphabet;
        let title = format!(" {}", self.title(shared));
        let buffer = frame.buffer_mut();
        put_text(buffer, area, 0, (&title, shared.theme.heading), alphabet);
        let on = [(self.on(shared), shared.theme.text)];
        let above = put_texts(buffer, area, 1, on, alphabet);
        let notes = self.notes(shared);
        let cells = usize::from(area.width).saturating_sub(2);
        let under = wrapped_all(notes.clone(), cells, alphabet).len();
        let fields = below(area, above);
        let needed = usize::from(self.draft.form.height(fields.width));
        // The fields come before the notes where there is no room for both.
        let room = usize::from(fields.height);
        let given = needed.min(room).max(room.saturating_sub(under).min(needed));
        self.draft.form.view(frame, top(fields, given), shared);
        put_texts(frame.buffer_mut(), below(fields, given), 0, notes, alphabet);
    }
}

fn kinds(ids: &[NoticeId]) -> Vec<NoticeKind> {
    ids.iter().map(|id| id.key.kind).collect()
}
