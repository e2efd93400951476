-- A desk as version 3 wrote it: a case with a person, one without, one whose person was erased, a visitor whose number was told later.
INSERT INTO setting VALUES ('counted_by', '4');
INSERT INTO setting VALUES ('duties_begun', '1 1798729200');
INSERT INTO setting VALUES ('founded_at', '2026-12-01T01:33:43+00:00');
INSERT INTO setting VALUES ('notices_since', '0');
INSERT INTO setting VALUES ('practice', '1');
INSERT INTO charter VALUES (1, 'small', 'id = "small"
name = { ko = "가상 민원실", en = "A made-up desk" }
source = "가상 이행 기준"
zone = "Asia/Seoul"
channels = ["visit", "phone"]

[hours]
mon = [["09:00", "12:00"], ["13:00", "18:00"]]
tue = [["09:00", "12:00"], ["13:00", "18:00"]]
wed = [["09:00", "12:00"], ["13:00", "18:00"]]
thu = [["09:00", "12:00"], ["13:00", "18:00"]]
fri = [["09:00", "12:00"], ["13:00", "18:00"]]

[[counter]]
id = "voc"
name = { ko = "고객의 소리", en = "Customer voice" }
department = "고객지원팀"
phone = "054-000-1365"

[[category]]
id = "complaint"
name = { ko = "불만", en = "Complaint" }
kind = "grievance"
topics = ["complaint"]
counter = "voc"

[[promise]]
id = "small.callback"
kind = "deadline"
channels = ["phone"]
trigger = "officer_absent"
action = { ko = "1시간 안에 전화합니다.", en = "Call back within an hour." }
limit = "1 hour"
count = "working_hours"
met_by = "call_back"

[[promise]]
id = "small.result"
kind = "deadline"
trigger = "received:complaint"
action = { ko = "결과를 알립니다.", en = "Tell the result." }
limit = "7 days"
count = "petition_act"
met_by = "result"
', '2026-12-01', 1796088823, 'root', x'2e59f2368cfc80c9d48a76b1611380f2245812b479d24352e5f5621d945f0c2e');
INSERT INTO staff VALUES (1, 'root', 'root', '고객지원팀', '054-000-1365', '', '', 'admin', 0, 1796088823, 'root', x'c6a025511749151e28178ad125799fbb3327000464b4b336424ea6201f722954');
INSERT INTO staff VALUES (2, 'kim', '김가상', '고객지원팀', '054-000-1365', '', '', 'clerk', 0, 1793580600, 'root', x'e0480604ea17de56e51ff3e2312550ed36bf8f98dbae1339722ac7920b9c961a');
INSERT INTO receipt VALUES ('case', 2026, 3);
INSERT INTO receipt VALUES ('contact', 2026, 1);
INSERT INTO receipt VALUES ('duty', 2026, 1);
INSERT INTO fact VALUES (20260000001, 1, 1793581200, 1793581200, 'kim', 'received', '{"kind":"received","charter":1,"channel":"phone","category":"complaint","case_kind":"grievance","topics":["complaint"],"department":"고객지원팀","title":{"~":"d5d92eff184c29d422317fe780bfb0db"},"body":{"~":"0cc69b125ac299d9a28d4a81da9c09f9"},"arrived_at":"2026-11-02T01:00:00Z","received_at":"2026-11-02T01:00:00Z","needs_review":false,"on_behalf":false,"assistance":false,"anonymous":false,"has_email":true,"announced":[{"promise":"small.result","nth":0,"date":"2026-11-10"},{"promise":"act.grievance","nth":0,"date":"2026-11-10"}]}', '6df945cbb6d9564ad0f5f0f6feaabf1a', x'f4655ca665b80d0c7176edafd40f7486166cd406c47b6f9f5eefbb16a66244c7');
INSERT INTO fact VALUES (20260000001, 2, 1793584800, 1793584800, 'kim', 'answered', '{"kind":"answered","outcome":"accepted","text":{"~":"73a1315dbb35303132f03e188ce41d7d"}}', NULL, x'73834b1562537c89e1c23fa2065f8126141bee0940f00b8f69080f440acc046e');
INSERT INTO fact VALUES (20260000002, 1, 1793581800, 1793581800, 'kim', 'received', '{"kind":"received","charter":1,"channel":"visit","category":"complaint","case_kind":"grievance","topics":["complaint"],"department":"고객지원팀","title":{"~":"63645118360e0072200ec27daad2fe11"},"body":{"~":"18be6e5bf026839c9f71b14330fa597e"},"arrived_at":"2026-11-02T01:10:00Z","received_at":"2026-11-02T01:10:00Z","needs_review":false,"on_behalf":false,"assistance":false,"anonymous":true,"has_email":false,"announced":[{"promise":"small.result","nth":0,"date":"2026-11-10"}]}', NULL, x'3201e554cdf34aabc73f46cd75b7b53bfbd32d351ee65d778bb404af3504369c');
INSERT INTO fact VALUES (20260000003, 1, 1793582400, 1793582400, 'kim', 'received', '{"kind":"received","charter":1,"channel":"phone","category":"complaint","case_kind":"grievance","topics":["complaint"],"department":"고객지원팀","title":{"~":"019e77050db36b447de64fb82a85674f"},"body":{"~":"7841b404d1ddfbe22050e6d82e21ea61"},"arrived_at":"2026-11-02T01:20:00Z","received_at":"2026-11-02T01:20:00Z","needs_review":false,"on_behalf":false,"assistance":false,"anonymous":false,"has_email":false,"announced":[{"promise":"small.result","nth":0,"date":"2026-11-10"},{"promise":"act.grievance","nth":0,"date":"2026-11-10"}]}', '6dcbaeeed77b04053a914332a2ab175a', x'fddcf40ba2f0e881aa010c1a0aac9bb9374feed9a13d9df8cd40cb7aff965821');
INSERT INTO fact VALUES (1020260000001, 1, 1793585400, 1793585400, 'kim', 'arrived', '{"kind":"arrived","charter":1,"channel":"visit","category":"","matter":{"~":"1d4754e167852c697d33c08528f0deeb"},"department":"","officer":"","assistance":false}', '66a1795ead3e564952e4ddacc35a606a', x'efeba5b42cc4549ff66d717f076c6ec0ea4d50520f9289fd1146e4e56fbb1549');
INSERT INTO fact VALUES (1020260000001, 2, 1793586000, 1793586000, 'kim', 'officer_missed', '{"kind":"officer_missed","officer":"","matter":{"~":"bd073292d7e87c6b20235bc0ca73529b"},"reply":true,"way":null,"wanted_at":null,"place":{"~":"f45e6c48248755126fb5275369cc7bbc"}}', '17efd09ab2904054f1b77863c3b91171', x'729661041195fb3bba5426e0f18a35ebbffd7b5e85592008cf40f47345c6335d');
INSERT INTO fact VALUES (2020260000001, 1, 1796050800, 1796088823, 'minwon', 'opened', '{"kind":"opened","charter":1,"promise":"act.monthly-check","period":"2026-12","title":"한 달 동안의 민원 처리 상황을 다음 달 5일까지 점검하고 늦은 부서에 독촉합니다 (2026년 12월)"}', NULL, x'd5405afa0eaa5193c9de35d36e1a6c87f11620754b1e679404073836b168d0ee');
INSERT INTO prose VALUES (20260000001, 1, 0, x'2f7924c9b3a5180d4bc3545fb8470746', '냉방이 약합니다');
INSERT INTO prose VALUES (20260000001, 1, 1, x'b313f3c371b169a543d7d324f981c26c', '교육장이 덥습니다.');
INSERT INTO prose VALUES (20260000001, 2, 0, x'cff649548c647c49b283144508e84445', '고쳤습니다.');
INSERT INTO prose VALUES (20260000002, 1, 0, x'520ecbac52bebe183c326f81a446bd1c', '주차장이 좁습니다');
INSERT INTO prose VALUES (20260000002, 1, 1, x'6c004ab9e64f318e3de66ed4c5c7bc77', '');
INSERT INTO prose VALUES (20260000003, 1, 0, x'8e4d5927e2609bad878f0b6499ce10e7', '지운 사람');
INSERT INTO prose VALUES (20260000003, 1, 1, x'03a5bd2411d42cdba7f468ed5688bd0b', '');
INSERT INTO prose VALUES (1020260000001, 1, 0, x'114da521ceb37434df86ced9cfbecb95', '증명서');
INSERT INTO prose VALUES (1020260000001, 2, 0, x'2dae47ea851fefa7502a73513086cf5f', '증명서 발급');
INSERT INTO prose VALUES (1020260000001, 2, 1, x'2f66a05c50ce193b8973730aaa93b96d', '');
INSERT INTO party VALUES (20260000001, x'f18a042852f9fbe8ca1b81571f0b02b0', '홍길동', '010-0000-1234', 'gil@example.org', '', '01000001234', 'gil@example.org', '', '', '', '');
INSERT INTO party VALUES (20260000003, NULL, '', '', '', '', NULL, NULL, '', '', '', '');
INSERT INTO party VALUES (1020260000001, x'7f282ef58bc58b37695561e28db3e332', '김가상', '010-0000-9999', '', '', '01000009999', NULL, '', '', '', '');
INSERT INTO notice VALUES (20260000001, 1, 'receipt', 1, 'email', 'complainant', '', 1793581200, 'waiting', '', NULL, NULL, NULL, 0, NULL, '김가상', '고객지원팀', '054-000-1365');
INSERT INTO notice VALUES (20260000001, 2, 'result', 1, 'email', 'complainant', '', 1793584800, 'waiting', '', NULL, NULL, NULL, 0, NULL, '김가상', '고객지원팀', '054-000-1365');
INSERT INTO notice VALUES (20260000003, 1, 'receipt', 1, 'staff', 'complainant', '', 1793582400, 'waiting', '', NULL, NULL, NULL, 0, NULL, '김가상', '고객지원팀', '054-000-1365');
INSERT INTO subject VALUES (20260000001, 'case', 2, 1, '냉방이 약합니다', 'phone', 'complaint', 'grievance', 'answered', '고객지원팀', '', '홍*동', 0, 0, 1793581200, 1793581200, 1, 'small.result', 'running', 1794322800, '2026-11-10', 1, NULL, 1794322800, 1, 0, 0);
INSERT INTO subject VALUES (20260000002, 'case', 1, 1, '주차장이 좁습니다', 'visit', 'complaint', 'grievance', 'received', '고객지원팀', '', '', 0, 0, 1793581800, 1793581800, 1, 'small.result', 'running', 1794322800, '2026-11-10', 1, NULL, 1794322800, 0, 0, 0);
INSERT INTO subject VALUES (20260000003, 'case', 1, 1, '지운 사람', 'phone', 'complaint', 'grievance', 'received', '고객지원팀', '', '', 0, 0, 1793582400, 1793582400, 1, 'small.result', 'running', 1794322800, '2026-11-10', 1, NULL, 1794322800, 0, 0, 0);
INSERT INTO subject VALUES (1020260000001, 'contact', 2, 1, '증명서 발급', 'visit', '', NULL, 'call_back', '', '', '김*상', 0, 0, 1793585400, NULL, 1, NULL, 'none', NULL, NULL, 0, NULL, 1125899906842624, 0, 0, 0);
INSERT INTO subject VALUES (2020260000001, 'duty', 1, 1, '한 달 동안의 민원 처리 상황을 다음 달 5일까지 점검하고 늦은 부서에 독촉합니다 (2026년 12월)', NULL, '', NULL, 'open', '', '', '', 0, 0, 1796050800, 1796050800, 1, 'act.monthly-check', 'running', 1799161200, '2027-01-05', 1, NULL, 1799161200, 0, 0, 0);
INSERT INTO deadline VALUES (20260000001, 'act.grievance', 0, 'statute', 1793581200, 1794322800, '2026-11-10', 1, '2026-11-10', 'open', NULL, NULL, NULL, 1, 1794322800);
INSERT INTO deadline VALUES (20260000001, 'small.result', 0, 'charter', 1793581200, 1794322800, '2026-11-10', 1, '2026-11-10', 'open', NULL, NULL, NULL, 1, 1794322800);
INSERT INTO deadline VALUES (20260000002, 'small.result', 0, 'charter', 1793581800, 1794322800, '2026-11-10', 1, '2026-11-10', 'open', NULL, NULL, NULL, 1, 1794322800);
INSERT INTO deadline VALUES (20260000003, 'act.grievance', 0, 'statute', 1793582400, 1794322800, '2026-11-10', 1, '2026-11-10', 'open', NULL, NULL, NULL, 1, 1794322800);
INSERT INTO deadline VALUES (20260000003, 'small.result', 0, 'charter', 1793582400, 1794322800, '2026-11-10', 1, '2026-11-10', 'open', NULL, NULL, NULL, 1, 1794322800);
INSERT INTO deadline VALUES (2020260000001, 'act.monthly-check', 0, 'statute', 1796050800, 1799161200, '2027-01-05', 1, NULL, 'open', NULL, NULL, NULL, 1, 1799161200);
INSERT INTO duty VALUES (2020260000001, 'act.monthly-check', '2026-12', 2026);
INSERT INTO tally VALUES ('2026-11-10', 3);
INSERT INTO tally VALUES ('2027-01-05', 1);
INSERT INTO tally VALUES ('none', 1);
INSERT INTO search (rowid, pieces) VALUES (20260000001, 'x');
INSERT INTO search (rowid, pieces) VALUES (20260000002, 'x');
INSERT INTO search (rowid, pieces) VALUES (20260000003, 'x');
INSERT INTO search (rowid, pieces) VALUES (1020260000001, 'x');
INSERT INTO search (rowid, pieces) VALUES (2020260000001, 'x');
