//! What the desk says when it does not do something.

use super::{Phrase, phrases};

phrases! {
    MISSING = "{field}: 비어 있습니다. 입력해 주세요.", "{field}: nothing was given. Fill it in.";
    TOO_LONG = "{field}: {most}자까지 쓸 수 있습니다. 줄여 주세요.", "{field}: at most {most} characters fit. Shorten it.";
    CONTROL = "{field}: 제어 문자가 들어 있습니다. 지우고 다시 입력해 주세요.", "{field}: it holds control characters. Remove them and try again.";
    FORM = "{field}: 형식이 맞지 않습니다. 예: {example}", "{field}: not of the right form. Example: {example}";
    NOT_ALLOWED = "{field}: '{given}'은(는) 쓸 수 없습니다. 가능한 값: {allowed}", "{field}: '{given}' is not possible. Possible: {allowed}";
    FUTURE = "{field}: 앞으로 올 시각입니다. 지금이나 그 전의 시각을 입력해 주세요.", "{field}: it lies in the future. Give a time that has come.";
    NOT_AHEAD = "{field}: 지금보다 뒤이고 10년 안이어야 합니다. 앞으로 올 날을 입력해 주세요.", "{field}: it must lie ahead, within ten years. Give a time to come.";
    BEFORE = "{field}: {earliest}보다 앞설 수 없습니다. 그 뒤의 시각을 입력해 주세요.", "{field}: it cannot lie before {earliest}. Give a later time.";
    STAGE = "지금 '{stage}' 단계라 할 수 없습니다. '{needed}' 단계에서 할 수 있습니다.", "Not possible at the stage '{stage}'. It is possible at: {needed}.";
    NOT_ACCEPTED = "아직 접수되지 않은 민원입니다. 먼저 접수(accept)해 주세요.", "The case is not accepted yet. Accept it first.";
    EXTENSION_TOO_LONG = "연장은 처음 처리기간({most}일)을 넘을 수 없습니다(시행령 제21조). {most}일 이하로 입력해 주세요.", "An extension may not exceed the original period of {most} days (decree art. 21). Give {most} days or fewer.";
    CONSENT_NEEDED = "두 번째 연장에는 민원인의 동의가 필요합니다(시행령 제21조). 동의를 받고 동의 표시를 해 주세요.", "A second extension needs the complainant's consent (decree art. 21). Obtain it and mark the consent.";
    NO_THIRD_EXTENSION = "연장은 두 번까지입니다(시행령 제21조). 결과를 통지하거나 지연 사유를 안내해 주세요.", "There are two extensions at most (decree art. 21). Tell the result, or explain the delay.";
    TOO_LATE_TO_EXTEND = "처리기한이 이미 지나 연장할 수 없습니다(시행령 제21조). 결과를 통지하고 지연 사유를 안내해 주세요.", "The period is over and can no longer be extended (decree art. 21). Tell the result and explain the delay.";
    NOTHING_TO_EXTEND = "연장할 수 있는 처리기한이 없습니다.", "The case has no period of handling that could be extended.";
    ALREADY_PAUSED = "이미 기간 계산이 멈춰 있습니다. 보완 도착이나 불산입 끝을 먼저 기록해 주세요.", "Time is stopped already. Record the arrival of the supplement, or resume, first.";
    NOT_PAUSED = "기간 계산이 멈춰 있지 않습니다. 보완 요구나 불산입 기록이 먼저 있어야 합니다.", "Time is not stopped. A supplement request or a suspension must come first.";
    NO_SUPPLEMENT = "지금은 보완을 기다리는 것이 아니라 불산입으로 멈춰 있습니다. 불산입 끝(resume)을 기록하거나 보완을 먼저 요구해 주세요.", "Time is stopped for another reason than a supplement. Resume it, or ask for the supplement, first.";
    SUPPLEMENT_AWAITED = "보완을 기다리며 멈춰 있습니다. 보완 도착(supplement-arrived)을 기록해 주세요.", "Time is stopped for a supplement. Record its arrival (supplement-arrived).";
    NOT_CONSULTED = "'{department}'에 보낸 협조 요청이 없습니다. 부서 이름을 확인해 주세요.", "'{department}' was not consulted. Check the department's name.";
    STEP_DONE = "{step}차 조치는 이미 기록되어 있습니다. 잘못 적었다면 정정(correct)으로 바로잡아 주세요.", "Step {step} is on record already. If it is wrong, set it right with a correction.";
    STEP_MISSING = "{missing}차 조치가 없어 {wanted}차 조치를 기록할 수 없습니다. {missing}차 조치를 먼저 기록해 주세요.", "Step {wanted} cannot be recorded while step {missing} is missing. Record step {missing} first.";
    LINK_NEEDED = "2차 조치에는 이전 민원 연결이 필요합니다. 같은 민원인의 이전 민원을 먼저 연결(link)해 주세요.", "Step 2 needs a link to the earlier case. Link the earlier case of the same person first.";
    SUPERVISOR_NEEDED = "3차 조치는 감독자나 관리자만 기록할 수 있습니다. 감독자에게 요청해 주세요.", "Step 3 is recorded by a supervisor or an administrator. Ask a supervisor.";
    CAUTION_BY_SUPERVISOR = "주의와 교육은 감독자나 관리자만 기록할 수 있습니다. 감독자에게 요청해 주세요.", "Caution and training are recorded by a supervisor or an administrator. Ask a supervisor.";
    NO_MISCONDUCT = "잘못된 응대가 신고되지 않았습니다. 신고(report-misconduct)를 먼저 기록해 주세요.", "No misconduct was reported. Record the report (report-misconduct) first.";
    NOT_OVERDUE = "처리기한을 넘긴 것이 없습니다. 기한이 지난 뒤에 확인할 수 있습니다.", "No period of handling was missed. It can be confirmed once one is over.";
    OVERDUE_NOT_CONFIRMED = "기한 경과를 확인하지 않았습니다. 기한 경과 확인(confirm-overdue)을 먼저 기록해 주세요.", "The missed deadline is not confirmed. Confirm it (confirm-overdue) first.";
    VISIT_AGREED = "이미 약속한 방문이 있습니다. 시간을 바꾸려면 약속 변경(move-appointment)을 기록해 주세요.", "A visit is agreed already. To change its time, move it (move-appointment).";
    NO_VISIT = "약속한 방문이 없습니다. 방문 약속(appoint)을 먼저 기록해 주세요.", "No visit is agreed. Record the appointment (appoint) first.";
    VISIT_AHEAD = "방문 시각이 아직 되지 않았습니다. 방문한 뒤에 기록해 주세요.", "The visit lies ahead. Record it once it took place.";
    NO_SUCH_CASE = "접수번호 {number}을(를) 찾을 수 없습니다. 번호를 확인해 주세요.", "There is no case {number}. Check the number.";
    SAME_CASE = "자기 자신과는 연결하거나 병합할 수 없습니다. 다른 접수번호를 입력해 주세요.", "A case cannot be linked to or merged into itself. Give another number.";
    ALREADY_LINKED = "{number}은(는) 이미 연결되어 있습니다.", "{number} is linked already.";
    NOT_EARLIER = "{number}은(는) 이 민원보다 먼저 접수된 민원이 아닙니다. 이전 민원의 번호를 입력해 주세요.", "{number} did not come before this case. Give the number of an earlier one.";
    OTHER_CASE_GONE = "{number}은(는) '{stage}' 상태라 합칠 수 없습니다. 처리 중인 민원을 골라 주세요.", "{number} is '{stage}' and cannot take this case in. Choose one that is being worked on.";
    NOT_REPEATED = "반복민원 종결은 같은 내용 3회 이상, 결과 통지 2회 이상이어야 합니다(법 제23조). 지금 {cases}회, 통지 {results}회입니다. 이전 민원을 연결했는지 확인해 주세요.", "Closing as repeated needs 3 cases of the same content and 2 notified results (act art. 23). There are {cases} and {results}. Check that the earlier cases are linked.";
    STATUTORY_NEVER_REPEATED = "법정민원은 반복민원으로 종결할 수 없습니다(법 제23조). 결과를 통지해 주세요.", "A statutory petition cannot be closed as repeated (act art. 23). Tell its result.";
    NOT_ANSWERED = "결과를 통지하지 않은 민원은 종결할 수 없습니다. 답변(reply)이나 거부 통지(refuse)를 먼저 기록해 주세요.", "A case without a result cannot be closed. Record the reply or the refusal first.";
    NO_SUCH_FACT = "이력 {fact}번은 없습니다. 1부터 {last} 사이의 번호를 입력해 주세요.", "There is no fact {fact}. Give a number from 1 to {last}.";
    UNSIGNED = "담당자 '{login}'의 {missing}이(가) 없어 통지할 수 없습니다. 통지에는 담당자의 이름과 연락처를 적습니다(시행령 제31조). 'minwon staff change {login} --{flag} ...'로 등록한 뒤 다시 해 주세요. 입력한 내용은 남아 있습니다.", "The {missing} of '{login}' is missing, so nothing can be told: every notice names the person in charge with a number (decree art. 31). Give it with 'minwon staff change {login} --{flag} ...' and try again; what was typed is kept.";
    ALREADY_DONE = "이미 기록되어 있습니다. 같은 처리를 두 번 하지 않았습니다.", "It is on record already and was not done twice.";
    CLOCK_BACK = "이 컴퓨터의 시계가 마지막 기록({last})보다 뒤처져 있습니다. 시계를 맞춘 뒤 다시 해 주세요. 입력한 내용은 남아 있습니다.", "This computer's clock stands before the last record ({last}). Set the clock and try again; what was typed is kept.";
    NOT_COUNTABLE = "'{promise}'의 기한을 계산할 수 없습니다. 헌장의 기간과 근무시간을 확인해 주세요.", "The deadline of '{promise}' cannot be counted. Check limit and office hours in the charter.";
    CONTACT_ENDED = "이미 끝난 응대입니다. 다시 오시거나 전화하셨으면 새 응대를 시작해 주세요.", "This visit or call is over. If the customer is back, begin a new one.";
    CONTACT_SERVED = "이미 {officer}이(가) 응대하고 있습니다. 다른 사람이 맡으면 인계(transfer)를, 새로 물으신 것이 있으면 문의(question)를 먼저 기록해 주세요.", "{officer} serves already. To pass it on, hand it over (transfer); for a further question, record the question first.";
    CONTACT_NOT_WAITING = "기다리는 분이 없습니다. 이미 응대했거나 회신만 남아 있습니다.", "Nobody waits: the customer is being served, or only a call-back is left.";
    CONTACT_NOT_A_VISIT = "전화는 안내할 수 없습니다. 다른 부서로 연결하려면 인계(transfer)를 기록해 주세요.", "A caller cannot be guided. To connect the call elsewhere, hand it over (transfer).";
    CONTACT_NO_SUCH_WAY = "응대는 방문이나 전화입니다. 다른 경로로 온 것은 민원으로 접수(intake)해 주세요.", "A contact is a visit or a call. Take in as a case (intake) what came another way.";
    CONTACT_NO_CALL_BACK = "약속한 회신이 없습니다. 담당자 부재(absent)나 나중에 답변(later)을 먼저 기록해 주세요.", "No call-back is owed. Record that the officer is away (absent) or that the answer comes later (later) first.";
    CONTACT_CALL_BACK_OWED = "약속한 회신이 남아 있습니다. 회신(callback)을 기록하거나, 회신이 필요 없게 된 까닭(text)을 적고 끝내 주세요.", "A call-back is owed. Record it (callback), or end with a text that says why it is no longer needed.";
    CONTACT_BECAME = "이미 민원 {number}(으)로 접수했습니다.", "It was taken in as case {number} already.";
    CONTACT_TO_NOBODY = "누구에게 인계하는지 적어 주세요. 부서나 담당자가 필요합니다.", "Say to whom it is handed over: a department or an officer.";
}
