-- A desk as version 4 wrote it: a link that only points there, a person with two versions, a fact that was struck out, a merged
-- case, and one that was taken up again after a withdrawal, with periods that began anew.
INSERT INTO setting VALUES ('counted_by', '5');
INSERT INTO setting VALUES ('duties_begun', '1 1796050800');
INSERT INTO setting VALUES ('founded_at', '2026-11-02T00:00:00+00:00');
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
', '2026-11-02', 1793577600, 'root', x'f5f0cebb1dcdca5a6b6ccf41ea68680478f29d6449c08cf19b659e707ed7c3d4');
INSERT INTO staff VALUES (1, 'root', 'root', '고객지원팀', '054-000-1365', '', '', 'admin', 0, 1793577600, 'root', x'0a473a52a9497c787ec6305069558c15c517f0be0fef5daa48ff9777eef30102');
INSERT INTO staff VALUES (2, 'kim', '김가상', '고객지원팀', '054-000-1365', '', '', 'clerk', 0, 1793577600, 'root', x'a2057843161ba66a989715d1b8389222fcc5abb5081654e38794f5d6b58f1294');
INSERT INTO receipt VALUES ('case', 2026, 4);
INSERT INTO receipt VALUES ('duty', 2026, 1);
INSERT INTO fact VALUES (20260000001, 1, 1793581200, 1793581200, 'kim', 'received', '{"kind":"received","charter":1,"channel":"phone","category":"complaint","case_kind":"grievance","topics":["complaint"],"department":"고객지원팀","title":{"~":"3a4559ccba1df2bea632b59e702fba61"},"body":{"~":"6e6be965f4ecabf61a7fe2511e83de69"},"arrived_at":"2026-11-02T01:00:00Z","received_at":"2026-11-02T01:00:00Z","needs_review":false,"on_behalf":false,"assistance":false,"anonymous":false,"has_email":false,"announced":[{"promise":"small.result","nth":0,"date":"2026-11-10"},{"promise":"act.grievance","nth":0,"date":"2026-11-10"}]}', '00939029b943087fbe36d81af95292c6', x'9487e414a96617f1a285bff198779724fc5ff8cc3591df035a19bbebfda2ea12');
INSERT INTO fact VALUES (20260000001, 2, 1793585400, 1793585400, 'kim', 'amended', '{"kind":"amended","cause":"slip","person":["phone"],"of_person":{"anonymous":false,"has_email":false},"reason":{"~":"45854da7847475c56fe80fd32ec760e8"}}', '6d7ff185f8e718a48ae8fe91425117d3', x'd86191bb8da832823df9f9ab8909b685fb95cd8fd8e576a557496deabf2f9176');
INSERT INTO fact VALUES (20260000001, 3, 1793586000, 1793586000, 'kim', 'noted', '{"kind":"noted","text":{"~":"530a020b7b0241e546b8dde32f83be29"},"action":false}', NULL, x'91da658bc4e7796b08eb41cbe671552f65c4bd4b7e6962558092117f40481ec2');
INSERT INTO fact VALUES (20260000001, 4, 1793586600, 1793586600, 'kim', 'revoked', '{"kind":"revoked","fact":3,"text":{"~":"713e6e6956312cf96232af680c730afd"}}', NULL, x'c4b8383698ae1971dedad3cd5154c5eb1ab29c4f6e5a3390026cec9846f39ac4');
INSERT INTO fact VALUES (20260000002, 1, 1793581800, 1793581800, 'kim', 'received', '{"kind":"received","charter":1,"channel":"phone","category":"complaint","case_kind":"grievance","topics":["complaint"],"department":"고객지원팀","title":{"~":"f26e9f8bc5d12780deb804b8da372962"},"body":{"~":"e80b1b8c30530e49c70aa9e15cad8107"},"arrived_at":"2026-11-02T01:10:00Z","received_at":"2026-11-02T01:10:00Z","needs_review":false,"on_behalf":false,"assistance":false,"anonymous":false,"has_email":false,"announced":[{"promise":"small.result","nth":0,"date":"2026-11-10"},{"promise":"act.grievance","nth":0,"date":"2026-11-10"}]}', '6f453764c911c9a516e11fe164bb460e', x'6865ff481349a7982a75b0cfc0077a68b3087ee7de2fbcc117542dbb877d3c69');
INSERT INTO fact VALUES (20260000002, 2, 1793584800, 1793584800, 'kim', 'linked', '{"kind":"linked","earlier":"2026-000001","how":"see-also"}', NULL, x'4fcd2c96da8d76be81e383c8f6b58668aab50af7a1a76ea7d9a0ab5d748e480e');
INSERT INTO fact VALUES (20260000003, 1, 1793582400, 1793582400, 'kim', 'received', '{"kind":"received","charter":1,"channel":"visit","category":"complaint","case_kind":"grievance","topics":["complaint"],"department":"고객지원팀","title":{"~":"1386178c2e759884c55693ec7027bb76"},"body":{"~":"c72e3377be5e5077f1cb5c9c62243af3"},"arrived_at":"2026-11-02T01:20:00Z","received_at":"2026-11-02T01:20:00Z","needs_review":false,"on_behalf":false,"assistance":false,"anonymous":false,"has_email":false,"announced":[{"promise":"small.result","nth":0,"date":"2026-11-10"},{"promise":"act.grievance","nth":0,"date":"2026-11-10"}]}', 'ac072d5ed1abbfad591a33c7beefcfe1', x'3165940822e8d2e92c619673b753b3a45622490617987154522dd7a896451c3b');
INSERT INTO fact VALUES (20260000003, 2, 1793840400, 1793840400, 'kim', 'withdrawn', '{"kind":"withdrawn","text":{"~":"0854fee99138affe8c51d354d2aee9be"}}', NULL, x'e39e0974806f895d78221daae20c80c419b404f3d5d41b854088807006395c5c');
INSERT INTO fact VALUES (20260000003, 3, 1794186000, 1794186000, 'kim', 'reopened', '{"kind":"reopened","text":{"~":"36365910ed77d38e79fe5b3e41cb2833"},"announced":[{"promise":"small.result","nth":1,"date":"2026-11-17"},{"promise":"act.grievance","nth":1,"date":"2026-11-17"}]}', NULL, x'3a9d6dbebf953788ef8e50b1dab9f25416b605273cb6effbf34d9bcd031cda76');
INSERT INTO fact VALUES (20260000004, 1, 1793583000, 1793583000, 'kim', 'received', '{"kind":"received","charter":1,"channel":"visit","category":"complaint","case_kind":"grievance","topics":["complaint"],"department":"고객지원팀","title":{"~":"b8671d141387207c9e17daa7f9b6183e"},"body":{"~":"1cf62cc5cb71ce18c8ba2ecacb0a5c16"},"arrived_at":"2026-11-02T01:30:00Z","received_at":"2026-11-02T01:30:00Z","needs_review":false,"on_behalf":false,"assistance":false,"anonymous":false,"has_email":false,"announced":[{"promise":"small.result","nth":0,"date":"2026-11-10"},{"promise":"act.grievance","nth":0,"date":"2026-11-10"}]}', '986a3d06b138a2a24b7f548bdbd8d7f2', x'0da5bd871e16baa0f08824c9cd9048fb950593fc829adbc4c0b1da594ff7e647');
INSERT INTO fact VALUES (20260000004, 2, 1793667600, 1793667600, 'kim', 'merged', '{"kind":"merged","into":"2026-000003"}', NULL, x'4082c1fe3afd12834e0f90a227cbd607135c4e6ab6ddacc33b47fd239d315264');
INSERT INTO fact VALUES (2020260000001, 1, 1793458800, 1793577600, 'minwon', 'opened', '{"kind":"opened","charter":1,"promise":"act.monthly-check","period":"2026-11","title":"한 달 동안의 민원 처리 상황을 다음 달 5일까지 점검하고 늦은 부서에 독촉합니다 (2026년 11월)"}', NULL, x'661eba0d7d62c865f8b9adeef00ec06408587fb30a060eed7fae696d911ae347');
INSERT INTO prose VALUES (20260000001, 1, 0, x'5c9efe18fb0bc21256885f729790cf3c', '냉방이 약합니다');
INSERT INTO prose VALUES (20260000001, 1, 1, x'c20c40d068f7b06204a69af3008f858e', '');
INSERT INTO prose VALUES (20260000001, 2, 0, x'91b99e76359086c38a8e4c088162c84a', '오기');
INSERT INTO prose VALUES (20260000001, 3, 0, x'6fa162e2df02470e8f54dd0125d78236', '다른 민원의 것');
INSERT INTO prose VALUES (20260000001, 4, 0, x'04048b586a4e240b43e6540d86ae147f', '착오');
INSERT INTO prose VALUES (20260000002, 1, 0, x'92c8ed678d8c64e98fcc466d4e1be7c2', '주차장이 좁습니다');
INSERT INTO prose VALUES (20260000002, 1, 1, x'f8fd4652da77fa114a8d4fc010caff0b', '');
INSERT INTO prose VALUES (20260000003, 1, 0, x'47e8a77fae70b5680f955763014410fa', '승강기가 멈춥니다');
INSERT INTO prose VALUES (20260000003, 1, 1, x'b6deede86400c209ee50e6b24815084b', '');
INSERT INTO prose VALUES (20260000003, 2, 0, x'dc941e12b1782e6a6c3d914bf9323d48', '취하');
INSERT INTO prose VALUES (20260000003, 3, 0, x'bc552dbb43d20c58ab1646c0b9135d80', '다른 민원의 취하였음');
INSERT INTO prose VALUES (20260000004, 1, 0, x'bdf3505b05d80c30137de410c34c7a7d', '승강기가 또 멈춥니다');
INSERT INTO prose VALUES (20260000004, 1, 1, x'6542b69ae1d65f8b37ba844202d91609', '');
INSERT INTO party VALUES (20260000001, 1, x'7ffb184a421f08da2f414d1ea5812ff3', '홍길동', '010-0000-1234', '', '', NULL, NULL, '', '', '', '', 0);
INSERT INTO party VALUES (20260000001, 2, x'd7cd2d2eb9bbc7c32e75b2bf7f0449e7', '홍길동', '010-0000-7777', '', '', '01000007777', NULL, '', '', '', '', 1);
INSERT INTO party VALUES (20260000002, 1, x'4bed70b25122eb0d77667bbe7cdc9517', '홍길동', '010-0000-1234', '', '', '01000001234', NULL, '', '', '', '', 1);
INSERT INTO party VALUES (20260000003, 1, x'a48985959125ff94483909194b3e68c4', '성춘향', '010-0000-2001', '', '', '01000002001', NULL, '', '', '', '', 1);
INSERT INTO party VALUES (20260000004, 1, x'bdd3206e32aee0c94835eb36a8877f7c', '이몽룡', '010-0000-2002', '', '', '01000002002', NULL, '', '', '', '', 1);
INSERT INTO notice VALUES (20260000001, 1, 'receipt', 1, 'staff', 'complainant', '', 1793581200, 'waiting', '', NULL, NULL, NULL, 0, NULL, '김가상', '고객지원팀', '054-000-1365');
INSERT INTO notice VALUES (20260000002, 1, 'receipt', 1, 'staff', 'complainant', '', 1793581800, 'waiting', '', NULL, NULL, NULL, 0, NULL, '김가상', '고객지원팀', '054-000-1365');
INSERT INTO notice VALUES (20260000003, 1, 'receipt', 1, 'staff', 'complainant', '', 1793582400, 'waiting', '', NULL, NULL, NULL, 0, NULL, '김가상', '고객지원팀', '054-000-1365');
INSERT INTO notice VALUES (20260000004, 1, 'receipt', 1, 'staff', 'complainant', '', 1793583000, 'waiting', '', NULL, NULL, NULL, 0, NULL, '김가상', '고객지원팀', '054-000-1365');
INSERT INTO notice VALUES (20260000004, 2, 'merge', 1, 'staff', 'complainant', '', 1793667600, 'waiting', '', NULL, NULL, NULL, 0, NULL, '김가상', '고객지원팀', '054-000-1365');
INSERT INTO subject VALUES (20260000001, 'case', 4, 1, '냉방이 약합니다', 'phone', 'complaint', 'grievance', 'received', '고객지원팀', '', '홍*동', 0, 0, 1793581200, 1793581200, 1, 'small.result', 'running', 1794322800, '2026-11-10', 1, NULL, 1794322800, 0, 0, 0);
INSERT INTO subject VALUES (20260000002, 'case', 2, 1, '주차장이 좁습니다', 'phone', 'complaint', 'grievance', 'received', '고객지원팀', '', '홍*동', 0, 0, 1793581800, 1793581800, 1, 'small.result', 'running', 1794322800, '2026-11-10', 1, NULL, 1794322800, 0, 0, 0);
INSERT INTO subject VALUES (20260000003, 'case', 3, 1, '승강기가 멈춥니다', 'visit', 'complaint', 'grievance', 'received', '고객지원팀', '', '성*향', 0, 0, 1793582400, 1793582400, 1, 'small.result', 'running', 1794927600, '2026-11-17', 1, NULL, 1794927600, 0, 0, 0);
INSERT INTO subject VALUES (20260000004, 'case', 2, 1, '승강기가 또 멈춥니다', 'visit', 'complaint', 'grievance', 'merged', '고객지원팀', '', '이*룡', 0, 0, 1793583000, 1793583000, 0, NULL, 'none', 1794322800, '2026-11-10', 1, NULL, 1794322800, 0, 0, 0);
INSERT INTO subject VALUES (2020260000001, 'duty', 1, 1, '한 달 동안의 민원 처리 상황을 다음 달 5일까지 점검하고 늦은 부서에 독촉합니다 (2026년 11월)', NULL, '', NULL, 'open', '', '', '', 0, 0, 1793458800, 1793458800, 1, 'act.monthly-check', 'running', 1796482800, '2026-12-05', 1, NULL, 1796482800, 0, 0, 0);
INSERT INTO deadline VALUES (20260000001, 'act.grievance', 0, 'statute', 1793581200, 1794322800, '2026-11-10', 1, '2026-11-10', 'open', NULL, NULL, NULL, 1, 1794322800);
INSERT INTO deadline VALUES (20260000001, 'small.result', 0, 'charter', 1793581200, 1794322800, '2026-11-10', 1, '2026-11-10', 'open', NULL, NULL, NULL, 1, 1794322800);
INSERT INTO deadline VALUES (20260000002, 'act.grievance', 0, 'statute', 1793581800, 1794322800, '2026-11-10', 1, '2026-11-10', 'open', NULL, NULL, NULL, 1, 1794322800);
INSERT INTO deadline VALUES (20260000002, 'small.result', 0, 'charter', 1793581800, 1794322800, '2026-11-10', 1, '2026-11-10', 'open', NULL, NULL, NULL, 1, 1794322800);
INSERT INTO deadline VALUES (20260000003, 'act.grievance', 0, 'statute', 1793582400, 1794322800, '2026-11-10', 1, '2026-11-10', 'void', NULL, 1793840400, NULL, 0, 1794322800);
INSERT INTO deadline VALUES (20260000003, 'act.grievance', 1, 'statute', 1794186000, 1794927600, '2026-11-17', 1, '2026-11-17', 'open', NULL, NULL, NULL, 1, 1794927600);
INSERT INTO deadline VALUES (20260000003, 'small.result', 0, 'charter', 1793582400, 1794322800, '2026-11-10', 1, '2026-11-10', 'void', NULL, 1793840400, NULL, 0, 1794322800);
INSERT INTO deadline VALUES (20260000003, 'small.result', 1, 'charter', 1794186000, 1794927600, '2026-11-17', 1, '2026-11-17', 'open', NULL, NULL, NULL, 1, 1794927600);
INSERT INTO deadline VALUES (20260000004, 'act.grievance', 0, 'statute', 1793583000, 1794322800, '2026-11-10', 1, '2026-11-10', 'void', NULL, 1793667600, NULL, 0, 1794322800);
INSERT INTO deadline VALUES (20260000004, 'small.result', 0, 'charter', 1793583000, 1794322800, '2026-11-10', 1, '2026-11-10', 'void', NULL, 1793667600, NULL, 0, 1794322800);
INSERT INTO deadline VALUES (2020260000001, 'act.monthly-check', 0, 'statute', 1793458800, 1796482800, '2026-12-05', 1, NULL, 'open', NULL, NULL, NULL, 1, 1796482800);
INSERT INTO duty VALUES (2020260000001, 'act.monthly-check', '2026-11', 2026);
INSERT INTO link VALUES (20260000004, 20260000003, 'merged');
INSERT INTO tally VALUES ('2026-11-10', 2);
INSERT INTO tally VALUES ('2026-11-17', 1);
INSERT INTO tally VALUES ('2026-12-05', 1);
INSERT INTO search (rowid, pieces) VALUES (20260000001, 'x');
INSERT INTO search (rowid, pieces) VALUES (20260000002, 'x');
INSERT INTO search (rowid, pieces) VALUES (20260000004, 'x');
INSERT INTO search (rowid, pieces) VALUES (20260000003, 'x');
INSERT INTO search (rowid, pieces) VALUES (2020260000001, 'x');
