-- A desk as the version before wrote it: a closed case, one that was answered, one with an e-mail address, an anonymous report.
INSERT INTO setting VALUES ('counted_by', '2');
INSERT INTO setting VALUES ('duties_begun', '1 1798729200');
INSERT INTO setting VALUES ('founded_at', '2026-11-30T22:31:40+00:00');
INSERT INTO setting VALUES ('practice', '1');
INSERT INTO charter VALUES (1, 'gbvc', '# The service charter of a provincial volunteer center, as a charter of minwon.
# Officers are named by post and telephone numbers are made up; put in your own.

id = "gbvc"
name = { ko = "경상북도종합자원봉사센터", en = "Gyeongsangbuk-do Volunteer Center" }
source = "경상북도종합자원봉사센터 고객서비스 이행 기준"
zone = "Asia/Seoul"
# What a receipt outside office hours counts as, for limits in days: "literal" (its own date) or "next_open".
night_receipt = "literal"
# The channels the desk takes.
channels = ["visit", "phone", "post", "fax", "web"]

# The charter states these hours for the complaint desk (gbvc.hours).
# Office hours: spans of a day, [start, end). A day that is left out is closed. "24:00" may end a day.
[hours]
mon = [["09:00", "12:00"], ["13:00", "18:00"]]
tue = [["09:00", "12:00"], ["13:00", "18:00"]]
wed = [["09:00", "12:00"], ["13:00", "18:00"]]
thu = [["09:00", "12:00"], ["13:00", "18:00"]]
fri = [["09:00", "12:00"], ["13:00", "18:00"]]

# Hours that replace those of one date; [] closes the office. Example: "2026-12-24" = [["09:00", "12:00"]]
[shifts]

# Days on which the body itself is closed, with the reason. Example: "2026-11-02" = "창립기념일"
[closures]

# ---- Counters: where a matter is taken in ----

[[counter]]
id = "voc"
name = { ko = "고객의 소리 창구", en = "Customer voice desk" }
department = "고객지원팀"
officer = "고객지원팀장"
phone = "054-000-1365"
deputy = "고객지원팀 담당"

[[counter]]
id = "activity"
name = { ko = "자원봉사 상담 창구", en = "Volunteering advice desk" }
department = "활동지원팀"
officer = "활동지원팀장"
phone = "054-000-1366"
deputy = "활동지원팀 담당"

[[counter]]
id = "training"
name = { ko = "교육 창구", en = "Training desk" }
department = "교육운영팀"
officer = "교육운영팀장"
phone = "054-000-1367"
deputy = "교육운영팀 담당"

[[counter]]
id = "general"
name = { ko = "총무 창구", en = "General affairs desk" }
department = "경영지원팀"
officer = "경영지원팀장"
phone = "054-000-1368"
deputy = "경영지원팀 담당"
assistance = true

# ---- Categories: what the clerk chooses in the form ----

[[category]]
id = "complaint"
name = { ko = "서비스 불만", en = "complaint about service" }
kind = "grievance"
topics = ["complaint", "dissatisfaction"]
counter = "voc"

[[category]]
id = "discourtesy"
name = { ko = "불친절", en = "discourtesy" }
kind = "grievance"
topics = ["discourtesy", "complaint"]
counter = "voc"

[[category]]
id = "facility"
name = { ko = "시설·교육환경 불편", en = "facilities" }
kind = "other"
topics = ["inconvenience"]
counter = "general"

[[category]]
id = "suggestion"
name = { ko = "제안·건의", en = "suggestion" }
kind = "proposal"
topics = ["suggestion", "improvement"]
counter = "voc"

[[category]]
id = "question"
name = { ko = "자원봉사 문의", en = "question about volunteering" }
kind = "inquiry-procedure"
topics = ["question"]
counter = "activity"

[[category]]
id = "hours-credit"
name = { ko = "봉사시간 인정·확인서", en = "credit for volunteer hours" }
kind = "inquiry-procedure"
topics = ["question"]
counter = "activity"

[[category]]
id = "course"
name = { ko = "교육 신청·일정", en = "training course" }
kind = "inquiry-procedure"
topics = ["question"]
counter = "training"

[[category]]
id = "portal"
name = { ko = "1365 포털 이용 불편", en = "trouble with the 1365 portal" }
kind = "other"
topics = ["inconvenience"]
counter = "activity"

[[category]]
id = "disclosure"
name = { ko = "정보공개 청구", en = "request for disclosure of information" }
kind = "statutory"
counter = "general"
statutory_limit = "10 days"
objection_within = "30 days"
objection_limit = "7 days"

[[category]]
id = "praise"
name = { ko = "칭찬", en = "praise" }
kind = "not-a-petition"
topics = ["praise"]
counter = "voc"

[[category]]
id = "report"
name = { ko = "익명 제보", en = "anonymous report" }
kind = "not-a-petition"
topics = ["report"]
counter = "general"

# ---- Promises, in the order of the charter ----
# kind     deadline (on a case), clock (visitor or call), escalation (step 1-3), duty (by the calendar), guide, policy
# channels left out: any
# trigger  what starts it; received:TOPIC,TOPIC asks for topics of the category, misconduct:DETAIL for one detail
# limit    an amount and a unit: "7 days", "1 hour"; left out with same_day, immediate and (by then) before
# count    petition_act, working_hours, working_days, civil, elapsed, same_day, before, immediate
# by_default = true  the charter gives no number; this one is the body''s own and may be changed
# met_by   what fulfils it, one word or a list of all that is needed; "minwon charter check FILE" lists every word that is allowed

[[promise]]
id = "gbvc.experts"
kind = "policy"
trigger = "received"
action = { ko = "상담 유형에 맞는 전문 담당자를 배정합니다.", en = "Assign an officer who is expert in the type of matter." }

[[promise]]
id = "gbvc.meetings"
kind = "duty"
action = { ko = "직원회의를 해마다 정기적으로 엽니다.", en = "Hold regular staff meetings every year." }
met_by = "done"
duty = { every = "year" }

[[promise]]
id = "gbvc.training.notice"
kind = "duty"
action = { ko = "교육 일정을 교육이 시작되기 20일 전까지 알립니다.", en = "Announce the training schedule 20 days before the training starts." }
limit = "20 days"
count = "before"
met_by = "done"
duty = { dated = true }

[[promise]]
id = "gbvc.training.survey"
kind = "duty"
action = { ko = "교육 만족도를 한 해 한 번 이상 조사합니다.", en = "Survey satisfaction with the training at least once a year." }
met_by = "done"
duty = { every = "year", scored = true }

[[promise]]
id = "gbvc.survey"
kind = "duty"
action = { ko = "고객만족도를 한 해 한 번 이상 조사하고 결과를 공개합니다.", en = "Survey customer satisfaction at least once a year and publish the result." }
met_by = "done"
duty = { every = "year", scored = true }

[[promise]]
id = "gbvc.visit.wait"
kind = "clock"
channels = ["visit"]
trigger = "visitor_arrived"
action = { ko = "찾아온 고객이 10분 넘게 기다리지 않게 합니다.", en = "Let no visitor wait longer than 10 minutes." }
limit = "10 minutes"
count = "elapsed"
met_by = "served"

[[promise]]
id = "gbvc.visit.absent"
kind = "deadline"
channels = ["visit"]
trigger = "officer_absent"
action = { ko = "담당자가 없으면 다른 직원이 처리합니다. 담당자만 할 수 있는 일이면 용건을 전하고 고객이 바라는 방법으로 15분 안에 연락합니다.", en = "If the officer is away another one serves; if only the officer can, pass the matter on and contact the customer within 15 minutes in the way the customer wants." }
limit = "15 minutes"
count = "working_hours"
met_by = "call_back"

[[promise]]
id = "gbvc.phone.answer"
kind = "guide"
channels = ["phone"]
trigger = "call"
action = { ko = "전화를 바로 받아 인사하고 소속과 이름을 밝히며 쉬운 말로 답합니다.", en = "Answer the telephone without delay with a greeting, department and name, and use plain words." }

[[promise]]
id = "gbvc.phone.callback"
kind = "deadline"
channels = ["phone"]
trigger = "officer_absent"
action = { ko = "용건을 적어 담당자에게 전하고 1시간 안에 고객에게 전화합니다.", en = "Note the matter, pass it on and call the customer back within an hour." }
limit = "1 hour"
count = "working_hours"
met_by = "call_back"

[[promise]]
id = "gbvc.channels"
kind = "policy"
trigger = "received"
action = { ko = "전화, 팩스, 인터넷, 우편, 방문으로 의견을 받습니다.", en = "Take opinions by phone, fax, web, post and visit." }

[[promise]]
id = "gbvc.opinion.result"
kind = "deadline"
trigger = "received"
action = { ko = "불친절, 불만족, 개선 의견을 검토해 결과를 알립니다.", en = "Review the opinion (discourtesy, dissatisfaction, improvement) and tell the result." }
limit = "7 days"
count = "petition_act"
met_by = "result"

# The charter says "at once" and gives no number.
[[promise]]
id = "gbvc.correct.apology"
kind = "deadline"
trigger = "misconduct"
action = { ko = "지적을 받는 즉시 사과하고 바로잡으며 가장 먼저 처리합니다.", en = "Apologise as soon as contacted, put it right and handle it with top priority." }
count = "same_day"
by_default = true
met_by = ["apology", "action"]
priority = true

[[promise]]
id = "gbvc.hours"
kind = "policy"
action = { ko = "민원 처리 시간은 평일 09:00~18:00(12:00~13:00 제외)이며 토·일·공휴일은 쉽니다.", en = "The complaint desk works on weekdays 09:00-18:00 except 12:00-13:00; it is closed on Saturdays, Sundays and public holidays." }

[[promise]]
id = "gbvc.mail"
kind = "deadline"
trigger = "received"
action = { ko = "접수 사실을 전자우편으로 실시간 알립니다.", en = "Tell the receipt by e-mail in real time." }
count = "immediate"
met_by = "mail"

[[promise]]
id = "gbvc.mail.result"
kind = "deadline"
trigger = "result"
action = { ko = "처리 결과를 전자우편으로 실시간 알립니다.", en = "Tell the result by e-mail in real time." }
count = "immediate"
met_by = "mail"

# The ladder: each step once per case, strictly 1, 2, 3.
[[promise]]
id = "gbvc.step.1"
kind = "escalation"
trigger = "received:complaint"
action = { ko = "1차: 지적받은 일의 담당 팀이 조치하도록 바로 알립니다.", en = "First step: tell the team in charge of the point raised at once, so that it can follow up." }
met_by = "step"
step = 1

[[promise]]
id = "gbvc.step.2"
kind = "escalation"
trigger = "recurrence"
action = { ko = "2차: 같은 고객이 같은 내용을 다시 지적하면 조치 결과와 사과문을 보냅니다.", en = "Second step: the same customer with the same content again: send the result of the measures and a letter of apology." }
met_by = "step"
step = 2

[[promise]]
id = "gbvc.step.3"
kind = "escalation"
trigger = "not_reflected"
action = { ko = "3차: 조치 결과가 제대로 반영되지 않으면 담당 팀과 담당자에게 주의를 줍니다.", en = "Third step: the result was not properly put into practice: caution the team and the officer in charge." }
met_by = "step"
step = 3

# ---- Scripts and checklists: what to say or check at a moment ----
# moment   left out: that of the trigger; "minwon charter check FILE" lists every word that is allowed
# {department} and {name} are those of the clerk who speaks, {phone} is the counter''s number; {counter}, {counter_department},
# {officer}, {mobile} and {deputy} are those of where the matter belongs. What is not known stands in square brackets.
# checklist = true  an item to tick and record, not a text to speak

[[script]]
promise = "gbvc.phone.answer"
text = { ko = "안녕하십니까. {department} {name}입니다. 무엇을 도와드릴까요?", en = "Hello, this is {name} of {department}. How may I help you?" }

[[script]]
promise = "gbvc.phone.answer"
moment = "listening"
text = { ko = "어려운 용어를 쉬운 말로 바꾸어 답했습니다.", en = "Difficult terms were put into plain words." }
checklist = true
', '2026-12-01', 1796077900, 'root', x'19838e3be15a277763335b0742f14ddd4d2bca0da504a83695a8202b856564d4');
INSERT INTO staff VALUES (1, 'root', 'root', '고객지원팀', '054-000-1365', '', '', 'admin', 0, 1796077900, 'root', x'ba50dad9f768ec576eccabde25d7c9018ddb9474259ccf8fa92312c97a1ed4b9');
INSERT INTO receipt VALUES ('case', 2026, 4);
INSERT INTO receipt VALUES ('duty', 2026, 4);
INSERT INTO fact VALUES (20260000001, 1, 1793581200, 1793581200, 'root', 'received', '{"kind":"received","charter":1,"channel":"phone","category":"complaint","case_kind":"grievance","topics":["complaint","dissatisfaction"],"department":"고객지원팀","title":{"~":"5c9eb88b207032d1c465c51a4c98df9f"},"body":{"~":"3746555afdeaf424f4ecf07b07959dcd"},"arrived_at":"2026-11-02T01:00:00Z","received_at":"2026-11-02T01:00:00Z","needs_review":false,"on_behalf":false,"assistance":false,"anonymous":false,"has_email":false,"announced":[{"promise":"gbvc.opinion.result","nth":0,"date":"2026-11-10"},{"promise":"act.grievance","nth":0,"date":"2026-11-10"}]}', 'cc6d22716d0e5634f94ec6dd72250270', x'ed618b0b653acd835648cab752e421318aa8ecf079c24f3910763a20ceef3681');
INSERT INTO fact VALUES (20260000001, 2, 1793667600, 1793667600, 'root', 'answered', '{"kind":"answered","outcome":"accepted","text":{"~":"e21b3b7b52e4dbc4451681418a4684ed"}}', NULL, x'69e0445c9811807e205418382f964dc5ead4a918ec97089704585b6fac2a03f2');
INSERT INTO fact VALUES (20260000001, 3, 1793754000, 1793754000, 'root', 'closed', '{"kind":"closed","as_repeat":false}', NULL, x'b50cd5741409f041601238bab3d7b05170bc5d603808e666f373f4fbf707a014');
INSERT INTO fact VALUES (20260000002, 1, 1793581200, 1793581200, 'root', 'received', '{"kind":"received","charter":1,"channel":"phone","category":"complaint","case_kind":"grievance","topics":["complaint","dissatisfaction"],"department":"고객지원팀","title":{"~":"3b334725f0c01fb43298ae7fa04ce893"},"body":{"~":"6e092fc954205d9a7a30cf2a53bd0c5f"},"arrived_at":"2026-11-02T01:00:00Z","received_at":"2026-11-02T01:00:00Z","needs_review":false,"on_behalf":false,"assistance":false,"anonymous":false,"has_email":false,"announced":[{"promise":"gbvc.opinion.result","nth":0,"date":"2026-11-10"},{"promise":"act.grievance","nth":0,"date":"2026-11-10"}]}', '39e7ec43dccdbfef844ea71251467a40', x'15c3b37ad359b3207c5aeda2170bd424ba0cdf8f426b521d4a9f14cbcd6badd3');
INSERT INTO fact VALUES (20260000002, 2, 1793667600, 1793667600, 'root', 'answered', '{"kind":"answered","outcome":"accepted","text":{"~":"d31c4f6087b07f3251b0f1efa28570e6"}}', NULL, x'd816e44d1407c07f6b3b099a421f59524ae43ec0453c4bab91e4ce3387ee4ca4');
INSERT INTO fact VALUES (20260000003, 1, 1793840400, 1793840400, 'root', 'received', '{"kind":"received","charter":1,"channel":"phone","category":"complaint","case_kind":"grievance","topics":["complaint","dissatisfaction"],"department":"고객지원팀","title":{"~":"3255566daa472af43a2b0c1cfbdd0cef"},"body":{"~":"ffca541f725692ec5756f9fb33d9cc21"},"arrived_at":"2026-11-05T01:00:00Z","received_at":"2026-11-05T01:00:00Z","needs_review":false,"on_behalf":false,"assistance":false,"anonymous":false,"has_email":true,"announced":[{"promise":"gbvc.opinion.result","nth":0,"date":"2026-11-13"},{"promise":"gbvc.mail","nth":0,"date":"2026-11-05"},{"promise":"act.grievance","nth":0,"date":"2026-11-13"}]}', '92f1d727809ad23c4b9ccd9d110003d4', x'a4d8d583747e5cc9ad63c1226877fb1f50afe1c262e4856eced4153fa07f0bb9');
INSERT INTO fact VALUES (20260000004, 1, 1793840400, 1793840400, 'root', 'received', '{"kind":"received","charter":1,"channel":"post","category":"report","case_kind":"not-a-petition","topics":["report"],"department":"경영지원팀","title":{"~":"f61c09309c01f2e194dde6cc7773a6ba"},"body":{"~":"75d642db2153d5677f0ee56b16f4f95b"},"arrived_at":"2026-11-05T01:00:00Z","received_at":"2026-11-05T01:00:00Z","needs_review":false,"on_behalf":false,"assistance":false,"anonymous":true,"has_email":false,"announced":[{"promise":"gbvc.opinion.result","nth":0,"date":"2026-11-13"}]}', NULL, x'bd7297579d70fc4028072e5c64dc6b70572f30b8bac1e00301b7ebf8b12a1670');
INSERT INTO fact VALUES (2020260000001, 1, 1767193200, 1796077900, 'minwon', 'opened', '{"kind":"opened","charter":1,"promise":"gbvc.meetings","period":"2026","title":"직원회의를 해마다 정기적으로 엽니다 (2026년)"}', NULL, x'4157c7fc48dcea4495dcab87ba64e69c6d5923737a7c9f8033c3c6e87c64baa3');
INSERT INTO fact VALUES (2020260000002, 1, 1767193200, 1796077900, 'minwon', 'opened', '{"kind":"opened","charter":1,"promise":"gbvc.training.survey","period":"2026","title":"교육 만족도를 한 해 한 번 이상 조사합니다 (2026년)"}', NULL, x'0dd50fc0fdace94c61171aa8a105749891442a2146c6d597829fc1d24805f2b2');
INSERT INTO fact VALUES (2020260000003, 1, 1767193200, 1796077900, 'minwon', 'opened', '{"kind":"opened","charter":1,"promise":"gbvc.survey","period":"2026","title":"고객만족도를 한 해 한 번 이상 조사하고 결과를 공개합니다 (2026년)"}', NULL, x'786b4ef6d1468f55335cd72141d33eb3a02fe16273a70e9adc14ac5f9efefece');
INSERT INTO fact VALUES (2020260000004, 1, 1796050800, 1796077900, 'minwon', 'opened', '{"kind":"opened","charter":1,"promise":"act.monthly-check","period":"2026-12","title":"한 달 동안의 민원 처리 상황을 다음 달 5일까지 점검하고 늦은 부서에 독촉합니다 (2026년 12월)"}', NULL, x'e9c34ffca4d02abfbd5c312cb57c9ba0afea9058a0d8afccadcee8e061a61564');
INSERT INTO prose VALUES (20260000001, 1, 0, x'f63d21c419f4c597d84db0e23191322f', '닫힘');
INSERT INTO prose VALUES (20260000001, 1, 1, x'08ec1684d99b5ff41c96edfe03b3ce9c', '');
INSERT INTO prose VALUES (20260000001, 2, 0, x'0e00abba290f9a419c74181dbbabaeea', '고침');
INSERT INTO prose VALUES (20260000002, 1, 0, x'3eec107f4ecf1c2f0582a29b08402954', '답변됨');
INSERT INTO prose VALUES (20260000002, 1, 1, x'0edef33c3cb3e23c579a2925c7f9b5ce', '');
INSERT INTO prose VALUES (20260000002, 2, 0, x'ede8f88fac9bc9925bd5b566d5e8afde', '고침');
INSERT INTO prose VALUES (20260000003, 1, 0, x'1d185200b2395c44d7e3ef21ac8a78d5', '접수됨');
INSERT INTO prose VALUES (20260000003, 1, 1, x'8660d5d5dcf32c8b45b63ae8f7d959f5', '');
INSERT INTO prose VALUES (20260000004, 1, 0, x'60588eae3b3df84747f3949fc1f227a7', '익명');
INSERT INTO prose VALUES (20260000004, 1, 1, x'1e42cc9a5b50e65c971fe1680f815122', '');
INSERT INTO party VALUES (20260000001, x'677dd9ce2a41bd5a18facf158c19ea19', '홍길동', '010-0000-1234', '', '', '01000001234', NULL);
INSERT INTO party VALUES (20260000002, x'bb856520ae42bff2061f61f841aff85d', '홍길동', '010-0000-1234', '', '', '01000001234', NULL);
INSERT INTO party VALUES (20260000003, x'244b8e0cf7a3a4760b8f863fbb852f85', '홍길동', '010-0000-1234', 'gil@example.org', '', '01000001234', 'gil@example.org');
INSERT INTO notice VALUES (20260000001, 1, 'receipt', 'staff', 'queued', 1793581200, 'root', '고객지원팀', '054-000-1365');
INSERT INTO notice VALUES (20260000001, 2, 'result', 'staff', 'queued', 1793667600, 'root', '고객지원팀', '054-000-1365');
INSERT INTO notice VALUES (20260000002, 1, 'receipt', 'staff', 'queued', 1793581200, 'root', '고객지원팀', '054-000-1365');
INSERT INTO notice VALUES (20260000002, 2, 'result', 'staff', 'queued', 1793667600, 'root', '고객지원팀', '054-000-1365');
INSERT INTO notice VALUES (20260000003, 1, 'receipt', 'email', 'queued', 1793840400, 'root', '고객지원팀', '054-000-1365');
INSERT INTO subject VALUES (20260000001, 'case', 3, 1, '닫힘', 'phone', 'complaint', 'grievance', 'closed', '고객지원팀', '', '홍*동', 0, 1, 1793581200, 1793581200, 0, NULL, 'none', 1794322800, '2026-11-10', 1, NULL, 1794322800);
INSERT INTO subject VALUES (20260000002, 'case', 2, 1, '답변됨', 'phone', 'complaint', 'grievance', 'answered', '고객지원팀', '', '홍*동', 0, 1, 1793581200, 1793581200, 1, NULL, 'none', NULL, NULL, 0, NULL, 1125899906842624);
INSERT INTO subject VALUES (20260000003, 'case', 1, 1, '접수됨', 'phone', 'complaint', 'grievance', 'received', '고객지원팀', '', '홍*동', 0, 0, 1793840400, 1793840400, 1, 'gbvc.opinion.result', 'running', 1794582000, '2026-11-13', 1, NULL, 1794582000);
INSERT INTO subject VALUES (20260000004, 'case', 1, 1, '익명', 'post', 'report', 'not-a-petition', 'received', '경영지원팀', '', '', 0, 0, 1793840400, 1793840400, 1, 'gbvc.opinion.result', 'running', 1794582000, '2026-11-13', 1, NULL, 1794582000);
INSERT INTO subject VALUES (2020260000001, 'duty', 1, 1, '직원회의를 해마다 정기적으로 엽니다 (2026년)', NULL, '', NULL, 'open', '', '', '', 0, 0, 1767193200, 1767193200, 1, 'gbvc.meetings', 'running', 1798729200, '2026-12-31', 1, NULL, 1798729200);
INSERT INTO subject VALUES (2020260000002, 'duty', 1, 1, '교육 만족도를 한 해 한 번 이상 조사합니다 (2026년)', NULL, '', NULL, 'open', '', '', '', 0, 0, 1767193200, 1767193200, 1, 'gbvc.training.survey', 'running', 1798729200, '2026-12-31', 1, NULL, 1798729200);
INSERT INTO subject VALUES (2020260000003, 'duty', 1, 1, '고객만족도를 한 해 한 번 이상 조사하고 결과를 공개합니다 (2026년)', NULL, '', NULL, 'open', '', '', '', 0, 0, 1767193200, 1767193200, 1, 'gbvc.survey', 'running', 1798729200, '2026-12-31', 1, NULL, 1798729200);
INSERT INTO subject VALUES (2020260000004, 'duty', 1, 1, '한 달 동안의 민원 처리 상황을 다음 달 5일까지 점검하고 늦은 부서에 독촉합니다 (2026년 12월)', NULL, '', NULL, 'open', '', '', '', 0, 0, 1796050800, 1796050800, 1, 'act.monthly-check', 'running', 1799161200, '2027-01-05', 1, NULL, 1799161200);
INSERT INTO deadline VALUES (20260000001, 'act.grievance', 0, 'statute', 1793581200, 1794322800, '2026-11-10', 1, '2026-11-10', 'met', NULL, 1793667600, 2, 0, 1794322800);
INSERT INTO deadline VALUES (20260000001, 'gbvc.opinion.result', 0, 'charter', 1793581200, 1794322800, '2026-11-10', 1, '2026-11-10', 'met', NULL, 1793667600, 2, 0, 1794322800);
INSERT INTO deadline VALUES (20260000002, 'act.grievance', 0, 'statute', 1793581200, 1794322800, '2026-11-10', 1, '2026-11-10', 'met', NULL, 1793667600, 2, 0, 1794322800);
INSERT INTO deadline VALUES (20260000002, 'gbvc.opinion.result', 0, 'charter', 1793581200, 1794322800, '2026-11-10', 1, '2026-11-10', 'met', NULL, 1793667600, 2, 0, 1794322800);
INSERT INTO deadline VALUES (20260000003, 'act.grievance', 0, 'statute', 1793840400, 1794582000, '2026-11-13', 1, '2026-11-13', 'open', NULL, NULL, NULL, 1, 1794582000);
INSERT INTO deadline VALUES (20260000003, 'gbvc.mail', 0, 'charter', 1793840400, 1793840400, '2026-11-05', 0, '2026-11-05', 'met', NULL, 1793840400, 1, 0, 1793840400);
INSERT INTO deadline VALUES (20260000003, 'gbvc.opinion.result', 0, 'charter', 1793840400, 1794582000, '2026-11-13', 1, '2026-11-13', 'open', NULL, NULL, NULL, 1, 1794582000);
INSERT INTO deadline VALUES (20260000004, 'gbvc.opinion.result', 0, 'charter', 1793840400, 1794582000, '2026-11-13', 1, '2026-11-13', 'open', NULL, NULL, NULL, 1, 1794582000);
INSERT INTO deadline VALUES (2020260000001, 'gbvc.meetings', 0, 'charter', 1767193200, 1798729200, '2026-12-31', 1, NULL, 'open', NULL, NULL, NULL, 1, 1798729200);
INSERT INTO deadline VALUES (2020260000002, 'gbvc.training.survey', 0, 'charter', 1767193200, 1798729200, '2026-12-31', 1, NULL, 'open', NULL, NULL, NULL, 1, 1798729200);
INSERT INTO deadline VALUES (2020260000003, 'gbvc.survey', 0, 'charter', 1767193200, 1798729200, '2026-12-31', 1, NULL, 'open', NULL, NULL, NULL, 1, 1798729200);
INSERT INTO deadline VALUES (2020260000004, 'act.monthly-check', 0, 'statute', 1796050800, 1799161200, '2027-01-05', 1, NULL, 'open', NULL, NULL, NULL, 1, 1799161200);
INSERT INTO duty VALUES (2020260000001, 'gbvc.meetings', '2026', 2026);
INSERT INTO duty VALUES (2020260000002, 'gbvc.training.survey', '2026', 2026);
INSERT INTO duty VALUES (2020260000003, 'gbvc.survey', '2026', 2026);
INSERT INTO duty VALUES (2020260000004, 'act.monthly-check', '2026-12', 2026);
INSERT INTO tally VALUES ('2026-11-13', 2);
INSERT INTO tally VALUES ('2026-12-31', 3);
INSERT INTO tally VALUES ('2027-01-05', 1);
INSERT INTO tally VALUES ('none', 1);
INSERT INTO search (rowid, pieces) VALUES (20260000001, 'x');
INSERT INTO search (rowid, pieces) VALUES (20260000002, 'x');
INSERT INTO search (rowid, pieces) VALUES (20260000003, 'x');
INSERT INTO search (rowid, pieces) VALUES (20260000004, 'x');
INSERT INTO search (rowid, pieces) VALUES (2020260000001, 'x');
INSERT INTO search (rowid, pieces) VALUES (2020260000002, 'x');
INSERT INTO search (rowid, pieces) VALUES (2020260000003, 'x');
INSERT INTO search (rowid, pieces) VALUES (2020260000004, 'x');
