//! Facts and steps as flat objects: prose as plain strings, `null` where it was erased.

use super::stamp;
use crate::domain::{
    case::StepRecord,
    deadline::Deadline,
    fact::{Announcement, Fact, FactContent, Prose},
    revocation::{Revocation, revoked_by},
};
use chrono::DateTime;
use chrono_tz::Tz;
use serde::Serialize;
use serde_json::{Map, Value};

/// The fields of a fact that hold an instant.
const INSTANTS: [&str; 7] = [
    "told_at",
    "arrived_at",
    "received_at",
    "from",
    "to",
    "visit_at",
    "wanted_at",
];

/// The JSON document of a fact.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct FactDocument<'a> {
    seq: u32,
    at: String,
    recorded_at: String,
    /// Why it was recorded so much later than it happened.
    late_reason: Option<&'a str>,
    by: &'a str,
    kind: &'static str,
    #[serde(flatten)]
    fields: Map<String, Value>,
    announced: &'a [Announcement],
    /// The fact that struck it out.
    revoked_by: Option<u32>,
}

impl<'a> FactDocument<'a> {
    pub(in crate::cli) fn new<K: FactContent>(
        fact: &'a Fact<K>,
        revoked: &[Revocation],
        zone: Tz,
    ) -> Self {
        let mut fields = fields(&fact.kind, zone);
        fields.remove("kind");
        let reason = fact.late_reason.as_ref().map(Prose::as_str);
        Self {
            seq: fact.seq,
            at: stamp(fact.at, zone),
            recorded_at: stamp(fact.recorded_at, zone),
            late_reason: reason.filter(|reason| !reason.is_empty()),
            by: &fact.by,
            kind: fact.kind.id(),
            fields,
            announced: &fact.announced,
            revoked_by: revoked_by(revoked, fact.seq),
        }
    }
}

/// The JSON document of a step of the ladder.
#[derive(Debug, Serialize)]
pub(super) struct StepDocument<'a> {
    step: u8,
    /// The end of the deadline that asked for it; `None` where none did.
    due_at: Option<String>,
    at: String,
    by: &'a str,
    #[serde(flatten)]
    fields: Map<String, Value>,
}

impl<'a> StepDocument<'a> {
    pub(super) fn new(record: &'a StepRecord, deadlines: &[Deadline], zone: Tz) -> Self {
        let mut fields = fields(&record.step, zone);
        fields.remove("step");
        fields.remove("notifies");
        let number = record.step.number();
        let mut asked = deadlines.iter().rev();
        let asked = asked.find(|deadline| deadline.step == Some(number));
        Self {
            step: number,
            due_at: asked.map(|deadline| stamp(deadline.due.at, zone)),
            at: stamp(record.at, zone),
            by: &record.by,
            fields,
        }
    }
}

/// The fields of a value that serialises as an object, prose as plain strings.
fn fields(content: &impl Serialize, zone: Tz) -> Map<String, Value> {
    match serde_json::to_value(content).map(|value| plain(value, zone)) {
        Ok(Value::Object(fields)) => fields,
        // Every kind of fact serialises as an object; a test covers all of them.
        _ => Map::new(),
    }
}

fn plain(value: Value, zone: Tz) -> Value {
    match value {
        Value::Object(mut fields) if fields.len() == 1 && fields.contains_key("~") => {
            fields.remove("~").unwrap_or(Value::Null)
        }
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(key, value)| {
                let value = match value {
                    Value::String(text) if INSTANTS.contains(&key.as_str()) => instant(text, zone),
                    // Facts store the number of a step as text.
                    Value::String(text) if key == "step" => {
                        text.parse::<u8>().map_or(Value::String(text), Value::from)
                    }
                    other => plain(other, zone),
                };
                (key, value)
            });
            Value::Object(fields.collect())
        }
        Value::Array(items) => items.into_iter().map(|item| plain(item, zone)).collect(),
        other => other,
    }
}

fn instant(text: String, zone: Tz) -> Value {
    let at = DateTime::parse_from_rfc3339(&text);
    Value::String(at.map_or(text, |at| stamp(at.to_utc(), zone)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fact::{FactKind, MovedDeadline, Step};
    use chrono::Utc;
    use serde_json::json;

    fn document(kind: FactKind) -> Value {
        let fact = Fact {
            seq: 2,
            at: DateTime::UNIX_EPOCH,
            recorded_at: DateTime::UNIX_EPOCH,
            by: "kim".into(),
            kind,
            announced: Vec::new(),
            late_reason: None,
        };
        serde_json::to_value(FactDocument::new(&fact, &[], chrono_tz::Asia::Seoul)).unwrap()
    }

    #[test]
    fn a_fact_is_flat_and_its_prose_plain() {
        let step = document(FactKind::StepRecorded {
            step: Step::Two {
                result: Prose::new("고쳤음"),
                apology: Prose::default(),
                notifies: false,
            },
        });
        let expected = json!({
            "seq": 2, "at": "1970-01-01T09:00:00+09:00", "recorded_at": "1970-01-01T09:00:00+09:00",
            "late_reason": null, "by": "kim", "kind": "step_recorded", "step": 2, "result": "고쳤음", "apology": null, "announced": [],
            "revoked_by": null,
        });
        assert_eq!(step, expected);
        assert_eq!(document(FactKind::Accepted)["kind"], "accepted");
    }

    #[test]
    fn instants_inside_a_fact_bear_the_offset_of_the_office() {
        let at: DateTime<Utc> = DateTime::UNIX_EPOCH;
        let moved = document(FactKind::Recomputed {
            cause: "2026-11-05".into(),
            moved: vec![MovedDeadline {
                promise: "p".into(),
                from: at,
                to: at,
            }],
        });
        assert_eq!(moved["moved"][0]["to"], "1970-01-01T09:00:00+09:00");
    }
}
