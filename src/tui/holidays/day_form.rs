//! The small form in which a holiday is added or removed.
//!
//! Checks what it must to make a request; whether that changes anything is the desk's to say. Must not know the list.

use crate::{
    desk::HolidayRequest,
    domain::{
        charter::Bilingual,
        holidays::{HolidayChange, HolidayKind},
        input,
    },
    tui::{
        field::{Edit, LineField},
        targets::{Gesture, Pointed, Target},
    },
    words::{Lang, screens as text},
};
use chrono::NaiveDate;
use ratatui::crossterm::event::{KeyCode, KeyEvent};
use serde::{Deserialize, Serialize};

/// The kinds in the order in which they are offered: the likeliest first.
pub(super) const KINDS: [HolidayKind; 4] = [
    HolidayKind::Temporary,
    HolidayKind::Election,
    HolidayKind::Substitute,
    HolidayKind::Statutory,
];

/// The most characters of a date.
const DATE: usize = 10;

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// The day.
    Date,
    /// Its name.
    Name,
    /// The kind of holiday.
    Kind,
    /// Where the decision was published.
    Source,
    /// When it was decided.
    Decided,
}

/// The form.
#[derive(Clone, Debug)]
pub(super) struct DayForm {
    /// The day that is removed; `None` where one is added.
    pub(super) removed: Option<NaiveDate>,
    at: usize,
    date: LineField,
    name: LineField,
    kind: usize,
    source: LineField,
    decided: LineField,
    /// What is wrong with it.
    pub(super) wrong: Option<Bilingual>,
    /// It was sent and is not answered yet.
    pub(super) sent: bool,
}

/// The form as it is kept on disk.
#[derive(Serialize, Deserialize)]
struct Draft {
    removed: Option<NaiveDate>,
    date: String,
    name: String,
    kind: HolidayKind,
    source: String,
    decided: String,
}

impl DayForm {
    /// A form that adds a holiday, in that year unless another is typed.
    pub(super) fn adding(year: i32, today: NaiveDate, lang: Lang) -> Self {
        Self::new(None, &format!("{year}-"), "", today, lang)
    }

    /// A form that removes a holiday.
    pub(super) fn removing(date: NaiveDate, name: &str, today: NaiveDate, lang: Lang) -> Self {
        Self::new(Some(date), &date.to_string(), name, today, lang)
    }

    fn new(
        removed: Option<NaiveDate>,
        date: &str,
        name: &str,
        today: NaiveDate,
        lang: Lang,
    ) -> Self {
        let line = |most, hint: &str| LineField::limited(most).with_placeholder(hint);
        Self {
            removed,
            at: 0,
            date: line(DATE, text::HOLIDAY_DATE_HINT.get(lang)).with_text(date),
            name: line(input::NAME, text::HOLIDAY_NAME_HINT.get(lang)).with_text(name),
            kind: 0,
            source: line(input::TITLE, text::HOLIDAY_SOURCE_HINT.get(lang)),
            decided: line(DATE, text::HOLIDAY_DATE_HINT.get(lang)).with_text(&today.to_string()),
            wrong: None,
            sent: false,
        }
    }

    /// Its fields, in order.
    pub(super) fn fields(&self) -> &'static [Field] {
        match self.removed {
            None => &[
                Field::Date,
                Field::Name,
                Field::Kind,
                Field::Source,
                Field::Decided,
            ],
            Some(_) => &[Field::Name, Field::Source, Field::Decided],
        }
    }

    /// The field that takes the keys.
    pub(super) fn focus(&self) -> Field {
        self.fields().get(self.at).copied().unwrap_or(Field::Name)
    }

    /// The kind of holiday.
    pub(super) fn kind(&self) -> HolidayKind {
        KINDS
            .get(self.kind)
            .copied()
            .unwrap_or(HolidayKind::Temporary)
    }

    /// The text of a field; `None` for the kind, which is chosen.
    pub(super) fn line(&self, field: Field) -> Option<&LineField> {
        match field {
            Field::Date => Some(&self.date),
            Field::Name => Some(&self.name),
            Field::Source => Some(&self.source),
            Field::Decided => Some(&self.decided),
            Field::Kind => None,
        }
    }

    fn focused(&mut self) -> Option<&mut LineField> {
        match self.focus() {
            Field::Date => Some(&mut self.date),
            Field::Name => Some(&mut self.name),
            Field::Source => Some(&mut self.source),
            Field::Decided => Some(&mut self.decided),
            Field::Kind => None,
        }
    }

    /// The field that has the keys, counted from 0, and where its caret stands, in bytes.
    pub(super) fn caret(&self) -> (usize, usize) {
        let line = self.line(self.focus());
        (self.at, line.map_or(0, LineField::at))
    }

    /// Gives the keys to a field, with the caret there.
    pub(super) fn put_caret(&mut self, field: usize, caret: usize) {
        self.at = field.min(self.fields().len() - 1);
        if let Some(line) = self.focused() {
            line.stand(caret);
        }
    }

    /// Takes a click on a field or its label, and a drag in the field that has the keys.
    pub(super) fn point(&mut self, pointed: Pointed) -> Edit {
        let (Target::Field(field) | Target::Label(field)) = pointed.target else {
            return Edit::Ignored;
        };
        match pointed.gesture {
            Gesture::Click if field != self.at => {
                self.deselect();
                self.at = field.min(self.fields().len() - 1);
            }
            Gesture::Drag if field != self.at => return Edit::Ignored,
            _ => {}
        }
        if matches!(pointed.target, Target::Label(_)) {
            return Edit::Moved;
        }
        match (self.focused(), pointed.gesture) {
            (Some(line), _) => line.point(pointed),
            (None, Gesture::Click) => {
                self.kind = (self.kind + 1) % KINDS.len();
                Edit::Changed
            }
            (None, _) => Edit::Ignored,
        }
    }

    /// The text that is selected.
    pub(super) fn selected(&self) -> Option<&str> {
        self.line(self.focus())?.selected()
    }

    /// Selects nothing any more; whether anything was selected.
    pub(super) fn deselect(&mut self) -> bool {
        self.focused().is_some_and(LineField::deselect)
    }

    /// To the next field; from the last one to the first.
    pub(super) fn next(&mut self) {
        self.deselect();
        self.at = (self.at + 1) % self.fields().len();
    }

    /// To the field before.
    pub(super) fn previous(&mut self) {
        self.deselect();
        let last = self.fields().len() - 1;
        self.at = self.at.checked_sub(1).unwrap_or(last);
    }

    /// Takes a key that is text, or moves among fields and kinds.
    pub(super) fn key(&mut self, key: KeyEvent) -> Edit {
        let choosing = self.focus() == Field::Kind;
        match key.code {
            KeyCode::Enter | KeyCode::Down => self.next(),
            KeyCode::Up => self.previous(),
            KeyCode::Left if choosing => {
                self.kind = self.kind.checked_sub(1).unwrap_or(KINDS.len() - 1);
            }
            KeyCode::Right | KeyCode::Char(' ') if choosing => {
                self.kind = (self.kind + 1) % KINDS.len();
            }
            _ => {
                let edit = self
                    .focused()
                    .map_or(Edit::Ignored, |line| line.handle(key));
                return self.edited(edit);
            }
        }
        Edit::Moved
    }

    /// Takes pasted text.
    pub(super) fn paste(&mut self, pasted: &str) -> Edit {
        let edit = self
            .focused()
            .map_or(Edit::Ignored, |line| line.paste(pasted));
        self.edited(edit)
    }

    fn edited(&mut self, edit: Edit) -> Edit {
        match edit {
            Edit::Changed => self.wrong = None,
            Edit::TooLong => {
                let most = match self.focus() {
                    Field::Date | Field::Decided | Field::Kind => DATE,
                    Field::Name => input::NAME,
                    Field::Source => input::TITLE,
                };
                let most = most.to_string();
                self.wrong = Some(both(|lang| {
                    text::HOLIDAY_TOO_LONG.with(lang, &[("most", &most)])
                }));
            }
            Edit::Moved | Edit::Ignored => {}
        }
        edit
    }

    /// What is asked for; where that cannot be told, the form says why and goes to the field.
    pub(super) fn request(&mut self) -> Option<HolidayRequest> {
        let (date, decided_on) = match (self.date_of(Field::Date), self.date_of(Field::Decided)) {
            (Ok(Some(date)), Ok(decided)) => (date, decided),
            (Ok(Some(_)), Err(given)) => return self.refuse(Field::Decided, no_date(&given)),
            (Ok(None), _) => return self.refuse(Field::Date, no_date("")),
            (Err(given), _) => return self.refuse(Field::Date, no_date(&given)),
        };
        let name = input::clean(self.name.text());
        if name.is_empty() {
            let said = both(|lang| text::HOLIDAY_NO_NAME.get(lang).to_owned());
            return self.refuse(Field::Name, said);
        }
        let change = match self.removed {
            None => HolidayChange::Added(self.kind()),
            Some(_) => HolidayChange::Removed,
        };
        Some(HolidayRequest {
            date,
            name,
            change,
            source: input::clean(self.source.text()),
            decided_on,
        })
    }

    fn refuse(&mut self, field: Field, said: Bilingual) -> Option<HolidayRequest> {
        let at = self.fields().iter().position(|known| *known == field);
        self.at = at.unwrap_or(self.at);
        self.wrong = Some(said);
        None
    }

    /// The date in a field, `None` where it is empty.
    ///
    /// # Errors
    /// What was typed, where it is no date.
    fn date_of(&self, field: Field) -> Result<Option<NaiveDate>, String> {
        let typed = self.line(field).map_or("", LineField::text).trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let plain = typed.replace(['.', '/'], "-");
        let plain = plain.trim_end_matches('-');
        let date = NaiveDate::parse_from_str(plain, "%Y-%m-%d").ok();
        let date = date.filter(|_| plain.find('-') == Some(4));
        date.map(Some).ok_or_else(|| typed.to_owned())
    }

    /// True where nothing was typed that would be missed.
    pub(super) fn is_blank(&self) -> bool {
        self.source.is_empty() && (self.removed.is_some() || self.name.is_empty())
    }

    /// The form as text, to be kept.
    pub(super) fn draft(&self) -> Option<String> {
        let text = |line: &LineField| line.text().to_owned();
        serde_json::to_string(&Draft {
            removed: self.removed,
            date: text(&self.date),
            name: text(&self.name),
            kind: self.kind(),
            source: text(&self.source),
            decided: text(&self.decided),
        })
        .ok()
    }

    /// The form that was kept; `None` where the text is none.
    pub(super) fn from_draft(kept: &str, today: NaiveDate, lang: Lang) -> Option<Self> {
        let draft: Draft = serde_json::from_str(kept).ok()?;
        let mut form = Self::new(draft.removed, &draft.date, &draft.name, today, lang);
        form.source.set_text(&draft.source);
        form.decided.set_text(&draft.decided);
        form.kind = KINDS.iter().position(|kind| *kind == draft.kind)?;
        Some(form)
    }
}

fn no_date(given: &str) -> Bilingual {
    both(|lang| text::HOLIDAY_NO_DATE.with(lang, &[("given", given)]))
}

/// A sentence in both languages, so that it can stay when the language changes.
fn both(said: impl Fn(Lang) -> String) -> Bilingual {
    Bilingual {
        ko: said(Lang::Ko),
        en: said(Lang::En),
    }
}
