//! Texts of handovers between shifts.

use super::{Lang, Phrase, grouped, phrases};

phrases! {
    TITLE = "인수인계", "Handover";
    SPAN = "{since}부터 {now}까지", "from {since} to {now}";
    CAME_IN = "들어온 민원 {n}건", "{n} came in";
    DONE = "처리한 일", "What was done";
    NOTHING_DONE = "기록한 처리가 없습니다.", "Nothing was recorded.";
    DUE = "{until}까지 기한이 끝나는 것 {n}건", "{n} fall due by {until}";
    DUE_FIRST = "{until}까지 기한이 끝나는 것 {n}건, 급한 {shown}건만 표시", "{n} fall due by {until}, the first {shown} of them shown";
    DUE_NONE = "{until}까지 기한이 끝나는 것이 없습니다.", "Nothing falls due by {until}.";
    NOTE = "전할 말", "Note";
    NO_NOTE = "전할 말이 아직 없습니다. {key}로 적습니다.", "There is no note yet. {key} writes one.";
    WRITTEN = "{at} {by} 적음", "written {at} by {by}";
    WAITS = "아직 아무도 확인하지 않았습니다.", "It is not confirmed yet.";
    CONFIRMED = "{at} {by} 확인", "confirmed {at} by {by}";
    NOTED = "전할 말을 적었습니다. 다음 담당자가 확인합니다.", "The note is written. The next clerk confirms it.";
    TAKEN = "{by}의 전할 말을 확인했습니다.", "The note of {by} is confirmed.";
    OTHERS = "그 밖의 기록", "other entries";
    HINT = "다음 담당자가 알아야 할 것", "what the next clerk needs to know";
    WRITE_HINT = "{key} 저장, Esc 나가기(적은 것은 남음)", "{key} saves, Esc leaves (what was typed is kept)";
    NO_HANDOVER = "확인할 전할 말이 없습니다. 'minwon handover'로 상태를 볼 수 있습니다.", "No note is waiting to be confirmed. 'minwon handover' shows the current state.";
    OWN_HANDOVER = "직접 적은 말은 스스로 확인할 수 없습니다. 다음 담당자가 확인해야 합니다.", "You cannot confirm your own note. The next clerk does.";
}

/// How many fall due by then, of which `listed` are shown.
pub fn falls_due(until: &str, count: u64, listed: usize, lang: Lang) -> String {
    let (n, shown) = (grouped(count), grouped(listed));
    let phrase = match count {
        0 => DUE_NONE,
        _ if n == shown => DUE,
        _ => DUE_FIRST,
    };
    phrase.with(lang, &[("until", until), ("n", &n), ("shown", &shown)])
}

/// The kinds of facts that a handover names; all others are summed up.
const KINDS: [(&str, Phrase); 12] = [
    ("accepted", Phrase::new("접수 확정", "accepted")),
    ("assigned", Phrase::new("담당자 지정", "assigned")),
    ("contacted", Phrase::new("민원인 연락", "contacted")),
    ("noted", Phrase::new("메모와 조치", "notes and measures")),
    (
        "interim_replied",
        Phrase::new("중간회신", "interim replies"),
    ),
    ("extended", Phrase::new("기간 연장", "extensions")),
    ("step_recorded", Phrase::new("단계별 조치", "steps")),
    ("apologised", Phrase::new("사과", "apologies")),
    ("answered", Phrase::new("답변", "answers")),
    ("refused", Phrase::new("거부 통지", "refusals")),
    ("withdrawn", Phrase::new("취하", "withdrawals")),
    ("closed", Phrase::new("종결", "closures")),
];

/// The number of facts of each kind; kinds without a name of their own are summed up at the end.
pub fn done(counts: &[(String, u64)], lang: Lang) -> Vec<(&'static str, u64)> {
    let count = |id: &str| {
        let found = counts.iter().find(|(kind, _)| kind == id);
        found.map_or(0, |(_, n)| *n)
    };
    let named = KINDS.iter().map(|(id, name)| (name.get(lang), count(id)));
    let known = |kind: &str| KINDS.iter().any(|(id, _)| *id == kind);
    let others = counts.iter().filter(|(kind, _)| !known(kind));
    let others: u64 = others.map(|(_, n)| n).sum();
    named
        .chain([(OTHERS.get(lang), others)])
        .filter(|(_, n)| *n > 0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_is_listed_is_counted_all_the_same() {
        for (count, listed, said) in [
            (0, 0, "내일까지 기한이 끝나는 것이 없습니다."),
            (16, 16, "내일까지 기한이 끝나는 것 16건"),
            (
                451,
                200,
                "내일까지 기한이 끝나는 것 451건, 급한 200건만 표시",
            ),
        ] {
            assert_eq!(falls_due("내일", count, listed, Lang::Ko), said);
        }
    }
}
