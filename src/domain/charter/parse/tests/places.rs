//! Broken charters: what is put in the place of a piece of the sound one, and the errors that gives.

use super::{broken, errors};

/// What is put in the place of what, and the errors that gives.
type Row = (&'static str, &'static str, &'static [&'static str]);

fn check(rows: &[Row]) {
    for (find, put, expected) in rows {
        assert_eq!(errors(&broken(find, put)), *expected, "{find} -> {put}");
    }
}

const FORM: &[Row] = &[
    (
        "id = \"hall\"",
        "id = \"Hall\"",
        &[
            "1:6: id: \"Hall\" is no id: it starts with a small letter and holds small letters, digits, '.', '-' and '_', at most 64",
        ],
    ),
    ("id = \"hall\"", "", &["1:1: the key id is missing"]),
    (
        "id = \"hall\"",
        "id = 5",
        &["1:6: id: this must be of type string, not \"integer\""],
    ),
    (
        "id = \"hall\"",
        "id = \"hall",
        &["1:11: this is no TOML: \"invalid basic string, expected `\\\"`\""],
    ),
    (
        "id = \"hall\"",
        "id = \"hall\"\ncolour = 1",
        &[
            "2:1: colour: unknown key; allowed: id, name, source, phone, fax, address, web, zone, hours, shifts, closures, cutoff, night_receipt, front_desk, progress_online, contact_minutes, channels, counter, category, promise, script, statutory, letters",
        ],
    ),
    (
        "ko = \"회관\"",
        "ko = \" \"",
        &["2:15: name.ko: this is empty"],
    ),
    (
        "ko = \"회관\"",
        "ko = \"회\\u001b[2J관\"",
        &["2:15: name.ko: a text may hold no control characters: \"\\u{1b}\""],
    ),
    (
        "channels = [\"visit\", \"phone\", \"web\"]",
        "channels = [\"visit\", \"web\", \"telex\"]",
        &[
            "7:29: channels[3]: \"telex\" is not allowed; allowed: visit, phone, post, fax, web, email, epeople",
            "72:13: promise[5].channels[1]: \"phone\" is no channel of this charter; it takes: visit, web, telex",
        ],
    ),
    (
        "channels = [\"visit\", \"phone\", \"web\"]",
        "channels = []",
        &["7:12: channels: this is empty"],
    ),
    (
        "channels = [\"visit\", \"phone\", \"web\"]",
        "channels = [\"visit\", \"phone\", \"web\", \"web\"]",
        &["7:38: channels[4]: \"web\" stands here twice"],
    ),
    (
        "channels = [\"visit\", \"phone\", \"web\"]",
        "channels = [\"visit\", \"web\"]",
        &[
            "72:13: promise[5].channels[1]: \"phone\" is no channel of this charter; it takes: visit, web",
        ],
    ),
];

#[test]
fn errors_of_form_stand_at_their_place() {
    check(FORM);
}

const HOURS: &[Row] = &[
    (
        "zone = \"Asia/Seoul\"",
        "zone = \"Asia/Soul\"",
        &[
            "4:8: zone: \"Asia/Soul\" is no known time zone: write an IANA name such as \"Asia/Seoul\"",
        ],
    ),
    (
        "cutoff = \"17:00\"",
        "cutoff = \"24:00\"",
        &["5:10: cutoff: \"24:00\" is no time of day: write \"HH:MM\" from \"00:00\" to \"23:59\""],
    ),
    (
        "night_receipt = \"literal\"",
        "night_receipt = \"never\"",
        &["6:17: night_receipt: \"never\" is not allowed; allowed: literal, next_open"],
    ),
    (
        "mon = [[\"09:00\", \"12:00\"], [\"13:00\", \"18:00\"]]",
        "",
        &["9:1: hours: the week has no hour in which the office is open"],
    ),
    (
        "[\"13:00\", \"18:00\"]",
        "[\"11:00\", \"18:00\"]",
        &["10:28: hours.mon[2]: this span overlaps the one before it or stands out of order"],
    ),
    (
        "[\"13:00\", \"18:00\"]",
        "[\"18:00\", \"13:00\"]",
        &["10:28: hours.mon[2]: a span must end after it starts"],
    ),
    (
        "[\"13:00\", \"18:00\"]",
        "[\"13:00\"]",
        &["10:28: hours.mon[2]: a span is two times, such as [\"09:00\", \"12:00\"]"],
    ),
    (
        "[\"13:00\", \"18:00\"]",
        "[\"1:00\", \"24:01\"]",
        &[
            "10:29: hours.mon[2][1]: \"1:00\" is no time: write \"HH:MM\" from \"00:00\" to \"24:00\"",
            "10:37: hours.mon[2][2]: \"24:01\" is no time: write \"HH:MM\" from \"00:00\" to \"24:00\"",
        ],
    ),
    (
        "\"2026-12-24\"",
        "\"2026-02-30\"",
        &["13:1: shifts.2026-02-30: \"2026-02-30\" is no date: write it as \"2026-12-24\""],
    ),
    (
        "\"창립기념일\"",
        "true",
        &["16:16: closures.2026-11-02: this must be of type string, not \"boolean\""],
    ),
];

#[test]
fn errors_of_the_hours_stand_at_their_place() {
    check(HOURS);
}

const COUNTERS_AND_CATEGORIES: &[Row] = &[
    (
        "counter = \"front\"",
        "counter = \"back\"",
        &["30:11: category[1].counter: \"back\" is not in this charter; it has: front"],
    ),
    (
        "kind = \"grievance\"",
        "kind = \"complaint\"",
        &[
            "28:8: category[1].kind: \"complaint\" is not allowed; allowed: grievance, inquiry-law, inquiry-procedure, proposal, other, statutory, not-a-petition",
        ],
    ),
    (
        "kind = \"grievance\"",
        "kind = \"statutory\"",
        &["25:1: category[1]: \"statutory\" needs the key statutory_limit"],
    ),
    (
        "kind = \"grievance\"",
        "kind = \"grievance\"\nobjection_limit = \"7 days\"",
        &["29:19: category[1].objection_limit: \"grievance\" does not take this key"],
    ),
    (
        "phone = \"02-000-0000\"",
        "phone = \"내선 12\"",
        &[
            "23:9: counter[1].phone: \"내선 12\" is no phone number: write digits, '-', '+', brackets and blanks",
        ],
    ),
    (
        "topics = [\"complaint\", \"praise\"]",
        "topics = [\"complaint\"]",
        &[
            "35:31: promise[1].trigger: no category has the topic \"praise\", so this promise could never start",
        ],
    ),
];

#[test]
fn errors_of_counters_and_categories_stand_at_their_place() {
    check(COUNTERS_AND_CATEGORIES);
}

const PROMISES: &[Row] = &[
    (
        "id = \"hall.extend\"",
        "id = \"hall.reply\"",
        &["42:6: promise[2].id: \"hall.reply\" stands here twice"],
    ),
    (
        "limit = \"7 days\"",
        "limit = \"0 days\"",
        &[
            "37:9: promise[1].limit: \"0 days\" is no limit: write an amount from 1 and a unit, such as \"7 days\" or \"1 hour\", or \"immediate\"",
        ],
    ),
    (
        "limit = \"7 days\"",
        "limit = \"7 minutes\"",
        &[
            "37:9: promise[1].limit: this count cannot count \"7 minutes\"; units: immediate, hours, days, weeks, months, years",
        ],
    ),
    (
        "limit = \"7 days\"",
        "",
        &["38:9: promise[1].count: count = \"petition_act\" needs a limit such as \"7 days\""],
    ),
    (
        "count = \"petition_act\"",
        "",
        &[
            "37:9: promise[1].limit: a limit needs a count; allowed: petition_act, working_hours, working_days, civil, elapsed, same_day, before, immediate",
        ],
    ),
    (
        "count = \"petition_act\"",
        "count = \"fast\"",
        &[
            "38:9: promise[1].count: \"fast\" is not allowed; allowed: petition_act, working_hours, working_days, civil, elapsed, same_day, before, immediate",
        ],
    ),
    (
        "count = \"same_day\"",
        "count = \"same_day\"\nlimit = \"1 day\"",
        &["47:9: promise[2].limit: count = \"same_day\" takes no limit"],
    ),
    (
        "met_by = \"extension\"",
        "",
        &["41:1: promise[2]: \"deadline\" needs the key met_by"],
    ),
    (
        "met_by = \"extension\"",
        "met_by = []",
        &["47:10: promise[2].met_by: this is empty"],
    ),
    (
        "met_by = \"extension\"",
        "met_by = [\"extension\", \"apology\", \"extension\"]",
        &["47:35: promise[2].met_by[3]: \"extension\" stands here twice"],
    ),
    (
        "met_by = \"extension\"",
        "met_by = \"extension\"\nstep = 1",
        &[
            "48:8: promise[2].step: \"deadline\" does not take this key",
            "68:8: promise[4].step: \"1\" stands here twice",
        ],
    ),
    (
        "met_by = \"extension\"",
        "met_by = \"extension\"\nlimits = \"1 day\"",
        &[
            "48:1: promise[2].limits: unknown key; allowed: id, kind, channels, trigger, action, limit, count, by_default, from, met_by, stands, replaces, beside, priority, step, duty",
        ],
    ),
    (
        "replaces = \"hall.reply\"",
        "replaces = \"hall.replies\"",
        &[
            "59:12: promise[3].replaces: \"hall.replies\" is not in this charter; it has: hall.reply, hall.extend, hall.review, hall.apology, hall.greet, hall.survey, hall.plan",
        ],
    ),
    (
        "\"received:complaint,praise\"",
        "\"received:complaint,joy\"",
        &[
            "35:31: promise[1].trigger: \"joy\" is not allowed; allowed: complaint, inconvenience, suggestion, praise, discourtesy, dissatisfaction, improvement, question, report, petition, statutory",
        ],
    ),
    (
        "\"received:complaint,praise\"",
        "\"recieved:complaint\"",
        &[
            "35:11: promise[1].trigger: \"recieved\" is not allowed; allowed: received, result, review_needed, extension_cause, recurrence, not_reflected, misconduct, objection, refused, overdue, improvable, visitor_arrived, call, officer_absent, answer_later, question, appointment",
        ],
    ),
    (
        "\"received:complaint,praise\"",
        "\"call:complaint\"",
        &["35:16: promise[1].trigger: the trigger \"call\" takes no detail"],
    ),
    (
        "\"misconduct:error\"",
        "\"misconduct:assistance\"",
        &[
            "64:23: promise[4].trigger: \"assistance\" is not allowed; allowed: repeat_visit, discourtesy, no_interim, error, careless",
        ],
    ),
    (
        "step = 1",
        "step = 4",
        &["67:8: promise[4].step: \"4\" is no step: 1, 2 or 3"],
    ),
];

#[test]
fn errors_of_promises_stand_at_their_place() {
    check(PROMISES);
}

const DUTIES: &[Row] = &[
    (
        "by = \"12-31\"",
        "by = \"02-29\"",
        &[
            "80:31: promise[6].duty.by: \"02-29\" is no day of every year: write month and day as \"12-31\"",
        ],
    ),
    (
        "every = \"year\", by",
        "every = \"month\", by",
        &["80:32: promise[6].duty.by: \"by\" needs the key every = \"year\""],
    ),
    (
        "after = \"hall.survey\"",
        "after = \"hall.surveys\"",
        &[
            "88:18: promise[7].duty.after: \"hall.surveys\" is not in this charter; it has: hall.reply, hall.extend, hall.review, hall.apology, hall.greet, hall.survey, hall.plan",
        ],
    ),
    (
        "after = \"hall.survey\"",
        "after = \"hall.reply\"",
        &["88:18: promise[7].duty.after: \"hall.reply\" is no duty"],
    ),
    (
        "after = \"hall.survey\"",
        "after = \"hall.plan\"",
        &["88:18: promise[7].duty.after: this runs in a circle: hall.plan, hall.plan"],
    ),
    (
        "after = \"hall.survey\"",
        "scored = true",
        &["88:8: promise[7].duty: one of every, after, dated is needed"],
    ),
    (
        "every = \"year\", by = \"12-31\"",
        "after = \"hall.plan\"",
        &[
            "88:18: promise[7].duty.after: this runs in a circle: hall.survey, hall.plan, hall.survey",
        ],
    ),
];

#[test]
fn errors_of_duties_stand_at_their_place() {
    check(DUTIES);
}

const SCRIPTS: &[Row] = &[
    (
        "promise = \"hall.greet\"",
        "promise = \"hall.great\"",
        &[
            "91:11: script[1].promise: \"hall.great\" is not in this charter; it has: hall.reply, hall.extend, hall.review, hall.apology, hall.greet, hall.survey, hall.plan",
        ],
    ),
    (
        "{department}의",
        "{부서}의",
        &[
            "92:24: script[1].text.ko: unknown field \"부서\"; allowed: department, name, phone, counter, counter_department, officer, mobile, deputy",
        ],
    ),
    (
        "This is {name}",
        "This is {name",
        &[
            "92:68: script[1].text.en: a brace is opened and never closed; fields: department, name, phone, counter, counter_department, officer, mobile, deputy",
        ],
    ),
    (
        "checklist = true",
        "checklist = \"yes\"",
        &["93:13: script[1].checklist: this must be of type boolean, not \"string\""],
    ),
];

#[test]
fn errors_of_scripts_stand_at_their_place() {
    check(SCRIPTS);
}
