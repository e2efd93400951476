//! What is said about duties: why something was not done to one.

use super::{Phrase, phrases};

phrases! {
    OPENED = "다음 과제가 시작되었습니다: {number} {title}", "The next duty has begun: {number} {title}";
    NONE = "해당하는 과제가 없습니다.", "There are no such duties.";
    PERIOD = "기간", "period";
    ON = "날짜", "date";
    RESULT = "결과", "result";
    SCORE = "점수", "score";
    GRADE = "등급", "grade";
    EVIDENCE = "증빙", "evidence";
    NOTE = "비고", "note";
    BY = "이행자", "done by";
    NTH = "번호", "no.";
    AT = "일시", "when";
    FACT = "이력", "what";
    REASON = "생략 사유", "reason";
    NOT_YET = "아직 이행할 수 없는 과제입니다. {date}부터 기록할 수 있습니다.", "This duty cannot be done yet. Record it from {date} on.";
    DONE_ALREADY = "이미 이행한 과제입니다({date}). 잘못 적었으면 정정(correct)해 주세요.", "This duty was done already ({date}). If the entry is wrong, correct it (correct).";
    ANNOUNCED_ALREADY = "이미 안내한 과제입니다({date}). 끝난 뒤의 결과는 이행(done)으로 기록해 주세요.", "This was announced already ({date}). Once it took place, record the result (done).";
    LEFT_OUT_ALREADY = "감독자가 생략한 과제입니다({date}). 다시 하려면 감독자에게 물어보고 메모를 정정(correct)으로 남겨 주세요.", "A supervisor left this duty out ({date}). Ask the supervisor, and add a note to it (correct).";
    SUPERVISOR_NEEDED = "과제를 생략하는 일은 감독자나 관리자만 할 수 있습니다. 감독자에게 사유를 알려 주세요.", "Only a supervisor or an administrator leaves a duty out. Tell a supervisor the reason.";
    NEVER_DATED = "날짜를 정하는 과제가 아닙니다. 했으면 이행(done)으로 기록해 주세요.", "This duty has no date of its own. When it is done, record that (done).";
    NO_DATE_YET = "날짜가 아직 없습니다. 먼저 날짜를 정해 주세요(schedule).", "It has no date yet. Give it one first (schedule).";
    UNKNOWN_PROMISE = "정기 이행과제 '{given}'이(가) 헌장에 없습니다. 있는 것: {known}", "The charter asks for no duty '{given}'. It has: {known}";
    WRONG_PERIOD = "'{given}'은(는) 이 과제의 기간이 아닙니다. {example}처럼 적어 주세요.", "'{given}' is no period of this duty. Write it as {example}.";
    PERIOD_RUNS = "{period}은(는) 아직 끝나지 않았습니다. 이 기간의 과제는 목록에서 이행(done)으로 기록해 주세요.", "{period} is not over. Record the duty of this period in the list (done).";
    PERIOD_KNOWN = "{period} 기록이 이미 있습니다({number}). 고치려면 그 번호를 정정(correct)해 주세요.", "{period} is on record already ({number}). To set it right, correct that one (correct).";
    NO_RESULT_THERE = "이력 {fact}번에는 점수나 등급이 없습니다. 이행 결과를 적은 이력의 번호를 입력해 주세요.", "Fact {fact} has no score or grade. Give the number of the fact that tells the result.";
    REMINDS_NOBODY = "이 과제로는 부서를 독촉하지 않습니다. 매월 확인·점검(act.monthly-check) 과제의 번호를 입력해 주세요.", "Departments are not reminded by this duty. Give the number of a monthly check (act.monthly-check).";
    NOTHING_OVERDUE = "기한이 지난 민원이 없어 독촉할 것이 없습니다. 'duty show'에서 부서 이름을 확인해 주세요.", "No case there is overdue, so nobody is reminded. See the names of the departments with 'duty show'.";
    CATEGORY = "분류", "category";
    SUBJECT = "내용", "subject";
    COUNT = "건수", "count";
    OFFICER = "담당자", "officer";
    DEPARTMENT = "담당부서", "department";
    NOBODY = "(담당 없음)", "(nobody)";
    UNTIL = "기한", "due";
    PROMISE = "약속", "promise";
}
