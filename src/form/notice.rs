//! The forms in which is recorded that notices were told, or that they did not arrive.
//!
//! Must not decide which way of telling the law allows: the desk does.

use super::{Form, FormField, Pick, late};
use crate::{
    desk::{NoticeOrder, Rules},
    domain::{
        command::NoticeCommand,
        input::{self, OfficeClock},
        late::EntryTime,
        notice::{InformalReason, NoticeId, NoticeKind, NoticeWay},
        party::Field,
        refusal::FieldFault,
    },
    words::{Lang, Say, closed_set, notices as text},
};
use chrono::{DateTime, Utc};

/// Rows of the text.
const ROWS: u16 = 3;
/// More than any time takes.
const SHORT: usize = 40;

closed_set! {
    /// What is recorded of notices by a form.
    NoticeEntry {
        Tell = "tell", "알림 기록", "record as told";
        Fail = "fail", "실패 기록", "record as failed";
    }
}

impl NoticeEntry {
    /// The name of its draft.
    pub fn draft(self, first: NoticeId) -> String {
        let NoticeId { number, key } = first;
        format!("notice-{number}-{}-{}-{}-{self}", key.seq, key.kind, key.n)
    }
}

/// What the law asks of telling a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// In writing.
    Writing,
    /// By a document, or with a reason otherwise.
    Document,
    Anyhow,
}

fn asked(kind: NoticeKind) -> Asked {
    match kind {
        NoticeKind::Extension | NoticeKind::Interim => Asked::Writing,
        NoticeKind::Result | NoticeKind::Refusal => Asked::Document,
        NoticeKind::Receipt
        | NoticeKind::Amendment
        | NoticeKind::ResultMail
        | NoticeKind::Supplement
        | NoticeKind::Representatives
        | NoticeKind::Transfer
        | NoticeKind::Return
        | NoticeKind::Repeat
        | NoticeKind::Merge
        | NoticeKind::Delay
        | NoticeKind::Visit
        | NoticeKind::Apology
        | NoticeKind::Measures
        | NoticeKind::InCharge
        | NoticeKind::Correction
        | NoticeKind::Instruction
        | NoticeKind::Demand
        | NoticeKind::Reminder
        | NoticeKind::Caution => Asked::Anyhow,
    }
}

/// The form of an entry about notices of these kinds.
pub fn form(entry: NoticeEntry, kinds: &[NoticeKind], lang: Lang) -> Form {
    let said = |field, hint| FormField::text(field, input::TEXT_MAX, ROWS, hint, lang).required();
    if entry == NoticeEntry::Fail {
        return Form::new(vec![said(Field::Reason, text::FAILED_HINT.get(lang))], lang);
    }
    let ways = NoticeWay::ALL.iter();
    let ways = ways.map(|way| Pick::new(way.id(), way.say(lang)));
    let first = if kinds.iter().all(|kind| asked(*kind) == Asked::Anyhow) {
        NoticeWay::Phone
    } else {
        NoticeWay::Document
    };
    let reasons = InformalReason::ALL.iter();
    let reasons = reasons.map(|why| Pick::new(why.id(), why.say(lang)));
    let none = Pick::new("", text::NO_REASON.get(lang));
    let reasons = std::iter::once(none).chain(reasons).collect();
    let at = FormField::line(Field::At, SHORT, text::NOW.get(lang), lang);
    let number = FormField::line(Field::DocumentNumber, input::NAME_MAX, "", lang);
    let fields = vec![
        FormField::choice(Field::How, ways.collect(), lang)
            .with(first.id())
            .labelled(text::HOW.get(lang)),
        number.beside(),
        said(Field::Text, text::SAID.get(lang)),
        FormField::choice(Field::Why, reasons, lang).labelled(text::WHY.get(lang)),
        at.labelled(text::AT.get(lang)),
        late::reason(lang),
    ];
    let mut form = Form::new(fields, lang);
    ask_by_way(&mut form, kinds);
    form
}

/// Asks for what the chosen way and the time in the form want.
pub fn follow(form: &mut Form, kinds: &[NoticeKind], rules: &Rules, now: DateTime<Utc>) {
    ask_by_way(form, kinds);
    let clock = rules.clock(now);
    let parse = |typed: &str| clock.moment(typed);
    late::follow(form, parse, now, rules.calendars.now());
}

/// Asks for the reason where the law wants one of the chosen way, and for the number where a document has one.
fn ask_by_way(form: &mut Form, kinds: &[NoticeKind]) {
    let how: Option<NoticeWay> = form.of(Field::How).parse().ok();
    let written = matches!(how, Some(NoticeWay::Post | NoticeWay::Document));
    let decided = kinds.iter().any(|kind| asked(*kind) == Asked::Document);
    form.show(Field::Why.id(), decided && !written);
    form.show(Field::DocumentNumber.id(), written);
}

/// Reads the form of an entry: what is recorded, and when it happened.
///
/// # Errors
/// Fields that cannot be read; the desk checks the rest.
pub fn read(
    entry: NoticeEntry,
    form: &Form,
    clock: OfficeClock,
) -> Result<(NoticeCommand, EntryTime), Vec<FieldFault>> {
    if entry == NoticeEntry::Fail {
        let reason = form.of(Field::Reason);
        return Ok((NoticeCommand::Fail { reason }, EntryTime::NOW));
    }
    let time = late::time(form, |typed| clock.moment(typed));
    let time = time.map_err(|fault| vec![fault])?;
    let shown = |field: Field| form.shown(field.id()).unwrap_or_default();
    let command = NoticeCommand::Tell {
        how: form.of(Field::How).parse().ok(),
        text: form.of(Field::Text),
        why: shown(Field::Why).parse().ok(),
        document_number: shown(Field::DocumentNumber).to_owned(),
    };
    Ok((command, time))
}

/// What was recorded, as a sentence.
pub fn recorded(orders: &[NoticeOrder], lang: Lang) -> String {
    let Some(first) = orders.first() else {
        return String::new();
    };
    let values = [
        ("number", first.id.number.to_string()),
        ("kind", first.id.key.kind.say(lang)),
        ("n", orders.len().to_string()),
        ("state", first.command.leads_to().say(lang)),
    ];
    match orders {
        [_] => text::RECORDED.of(lang, &values),
        _ => text::RECORDED_MANY.of(lang, &values),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_asked_where_a_result_is_told_by_word_and_a_number_where_a_document_left() {
        for (kinds, how, asks, numbered) in [
            (&[NoticeKind::Receipt][..], "phone", false, false),
            (
                &[NoticeKind::Receipt, NoticeKind::Result],
                "phone",
                true,
                false,
            ),
            (&[NoticeKind::Refusal], "sms", true, false),
            (&[NoticeKind::Result], "post", false, true),
            (&[NoticeKind::Result], "document", false, true),
        ] {
            let mut form = form(NoticeEntry::Tell, kinds, Lang::Ko);
            form.set("how", how);
            ask_by_way(&mut form, kinds);
            assert_eq!(form.shown("why").is_some(), asks, "{kinds:?} {how}");
            let number = form.shown("document-number");
            assert_eq!(number.is_some(), numbered, "{kinds:?} {how}");
        }
    }

    #[test]
    fn the_first_way_is_one_that_the_law_allows() {
        for (kind, how) in [
            (NoticeKind::Receipt, "phone"),
            (NoticeKind::Extension, "document"),
            (NoticeKind::Result, "document"),
        ] {
            let form = form(NoticeEntry::Tell, &[kind], Lang::Ko);
            assert_eq!(form.value("how"), how, "{kind}");
        }
    }

    #[test]
    fn what_is_hidden_is_not_told_of() {
        let kinds = [NoticeKind::Result];
        let mut form = form(NoticeEntry::Tell, &kinds, Lang::Ko);
        for (id, value) in [("how", "phone"), ("why", "consent"), ("text", "설명함")] {
            form.set(id, value);
        }
        ask_by_way(&mut form, &kinds);
        let told = |how, why| NoticeCommand::Tell {
            how: Some(how),
            text: "설명함".into(),
            why,
            document_number: String::new(),
        };
        let clock = OfficeClock {
            zone: chrono_tz::Asia::Seoul,
            now: DateTime::UNIX_EPOCH,
        };
        let read_now = |form: &Form| read(NoticeEntry::Tell, form, clock).unwrap().0;
        let consent = Some(InformalReason::Consent);
        assert_eq!(read_now(&form), told(NoticeWay::Phone, consent));
        form.set("how", "post");
        ask_by_way(&mut form, &kinds);
        assert_eq!(read_now(&form), told(NoticeWay::Post, None));
        form.set("at", "25시");
        let faults = read(NoticeEntry::Tell, &form, clock).unwrap_err();
        assert_eq!(faults[0].field, Field::At);
    }
}
