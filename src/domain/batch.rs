//! Questions about time as JSON lines: one question in, one answer out, for other programs and for checks.
//!
//! [`read`] parses the lines; the command line supplies them.
//! A bad line is answered with an error and never stops the batch.

mod read;
#[cfg(test)]
mod tests;

use super::count::Count;
use chrono::NaiveDate;
use read::{CountQuery, LineError, ParsedLine};
use serde::Serialize;
use serde_json::Value;

/// Maximum length of a line in bytes; decades of holidays fit.
pub const LONGEST_LINE: usize = 1 << 20;

/// The answer to one line, itself one line of JSON without its end.
///
/// ```
/// use minwon::domain::batch::answer;
///
/// let line = r#"{"id":1,"from":"2026-11-02T10:00:00","count":"petition_act","limit":{"amount":7,"unit":"days"}}"#;
/// let due = r#"{"id":1,"due_at":"2026-11-11T00:00:00+09:00","due_date":"2026-11-10","whole_day":true}"#;
/// assert_eq!(answer(line), due);
/// ```
pub fn answer(line: &str) -> String {
    let (id, said) = match parse(line) {
        Ok(value) => {
            let said = said(&value);
            (value.get("id").cloned().unwrap_or(Value::Null), said)
        }
        Err(wrong) => (Value::Null, Err(wrong)),
    };
    let said = said.unwrap_or_else(|LineError(error)| AnswerBody::Error { error });
    serde_json::to_string(&AnswerLine { id, said }).unwrap_or_else(|_unwritable| {
        r#"{"id":null,"error":"the answer cannot be written"}"#.to_owned()
    })
}

#[derive(Serialize)]
struct AnswerLine {
    id: Value,
    #[serde(flatten)]
    said: AnswerBody,
}

#[derive(Serialize)]
#[serde(untagged)]
enum AnswerBody {
    Due {
        due_at: String,
        due_date: NaiveDate,
        whole_day: bool,
    },
    Worked {
        seconds: i64,
    },
    Error {
        error: String,
    },
}

fn parse(line: &str) -> Result<Value, LineError> {
    if line.len() > LONGEST_LINE {
        return Err(LineError(format!(
            "the line is longer than {LONGEST_LINE} bytes"
        )));
    }
    let value: Value =
        serde_json::from_str(line).map_err(|error| LineError(format!("not JSON: {error}")))?;
    if value.is_object() {
        Ok(value)
    } else {
        Err(LineError("the line is no JSON object".to_owned()))
    }
}

fn said(line: &Value) -> Result<AnswerBody, LineError> {
    let ParsedLine {
        calendar,
        from,
        exclusions,
        asked,
    } = read::question(line)?;
    match asked {
        CountQuery::Between(until) => Ok(AnswerBody::Worked {
            seconds: calendar.working_seconds(from, until, &exclusions),
        }),
        CountQuery::Due {
            rule,
            limit,
            extensions,
        } => {
            let due = calendar
                .due(&Count {
                    rule,
                    limit,
                    from,
                    exclusions: &exclusions,
                    extensions: &extensions,
                })
                .map_err(|error| LineError(error.to_string()))?;
            Ok(AnswerBody::Due {
                due_at: due.at.with_timezone(&calendar.office.zone).to_rfc3339(),
                due_date: due.date,
                whole_day: due.whole_day,
            })
        }
    }
}
