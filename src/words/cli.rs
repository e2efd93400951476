//! What the command line says beside refusals and documents.

use super::{Phrase, phrases};

phrases! {
    UNREADABLE = "{path}: 읽을 수 없습니다({what}). 경로와 권한을 확인해 주세요.", "{path}: cannot be read ({what}). Check the path and its permissions.";
    NO_HOME = "홈 폴더가 없어 데이터베이스의 위치를 정할 수 없습니다. --db나 MINWON_DB로 지정해 주세요.", "There is no home folder to keep the database in. Name it with --db or MINWON_DB.";
    CONFIG_SYNTAX = "TOML 형식이 아닙니다({what}). 고친 뒤 다시 실행해 주세요.", "this is no TOML ({what}). Mend it and try again.";
    CONFIG_UNKNOWN_KEY = "없는 설정입니다. 가능한 설정: {allowed}.", "no such key. Possible: {allowed}.";
    CONFIG_VALUE = "쓸 수 없는 값입니다. 가능한 값: {allowed}.", "possible: {allowed}.";
    OUTPUT = "출력을 쓸 수 없습니다: {what}.", "The output cannot be written: {what}.";
    NEEDS_TERMINAL = "화면 프로그램은 터미널에서만 열립니다. 명령은 'minwon --help'를 봐 주세요.", "The terminal program needs a terminal. For commands see 'minwon --help'.";
    NO_SUCH_CHARTER = "'{given}'이라는 헌장도 파일도 없습니다. 가능한 헌장: {allowed}", "There is no charter and no file '{given}'. Charters: {allowed}";
    NOT_UTF8 = "{path}: UTF-8 글이 아닙니다. UTF-8로 저장해 주세요.", "{path}: not UTF-8. Save it as UTF-8.";
    BODY_TOO_LARGE = "표준 입력이 {most}바이트를 넘습니다. 내용을 줄여 주세요.", "Standard input holds more than {most} bytes. Shorten the text.";
    BODY_NOT_UTF8 = "표준 입력이 UTF-8 글이 아닙니다. UTF-8로 바꿔 주세요.", "Standard input is not UTF-8. Convert it.";
    NO_KEY = "'{given}'은(는) 목록의 자리가 아닙니다. 앞 목록의 next 값을 그대로 써 주세요.", "'{given}' is no place in the queue. Use the value of 'next' as it was given.";
    NO_YEARS = "'{given}'은(는) 연도가 아닙니다. 2000부터 2199까지, 예: 2026 또는 2026..2028", "'{given}' is no year. From 2000 to 2199, for example 2026 or 2026..2028";
    NOT_COUNTED = "기한을 계산할 수 없습니다. {what}", "The due date cannot be counted. {what}";
    MADE = "{path}을(를) 만들었습니다. 헌장: {charter}, 관리자: {admin}", "Made {path}. Charter: {charter}, administrator: {admin}";
    RECORDED = "{number}: {fact}(이력 {seq}번)을 기록했습니다.", "{number}: recorded '{fact}' (fact {seq}).";
    NEXT_DUE = "다음 기한: {promise}, {due} ({left})", "Next deadline: {promise}, {due} ({left})";
    NO_ROWS = "해당하는 민원이 없습니다.", "There are no such cases.";
    MORE_ROWS = "더 있습니다. 이어 보기: --after {key}", "There are more. Go on with --after {key}";
    RECOMPUTED = "공휴일을 바꾸었습니다. 기한이 옮겨진 민원 {n}건: {numbers}", "The holidays were changed. Cases whose deadlines moved, {n}: {numbers}";
    RECOMPUTED_NONE = "공휴일을 바꾸었습니다. 옮겨진 기한은 없습니다.", "The holidays were changed. No deadline moved.";
    CHARTER_OK = "ok", "ok";
    STAFF_ADDED = "담당자 {login}을(를) 등록했습니다.", "Added {login} to the staff.";
    STAFF_RETIRED = "담당자 {login}을(를) 퇴직 처리했습니다.", "{login} has retired.";
    VERIFIED = "이상이 없습니다. 민원 {subjects}건, 이력 {facts}건을 확인했습니다.", "All is as it should be: {subjects} cases and {facts} facts were checked.";
    DUE = "기한: {due}", "Due: {due}";
    WHOLE_DAY = "{date} 24:00까지", "until the end of {date}";

    COLUMN_LEFT = "남은 시간", "left";
    COLUMN_DUE = "기한", "due";
    COLUMN_NUMBER = "접수번호", "number";
    COLUMN_CHANNEL = "경로", "channel";
    COLUMN_CATEGORY = "분류", "category";
    COLUMN_TITLE = "제목", "title";
    COLUMN_PARTY = "민원인", "complainant";
    COLUMN_STAGE = "단계", "stage";
    COLUMN_STEP = "조치", "step";
    COLUMN_OFFICER = "담당자", "officer";
    COLUMN_PROMISE = "이행기준", "promise";
    COLUMN_SOURCE = "근거", "source";
    COLUMN_STATUS = "상태", "status";
    COLUMN_DATE = "날짜", "date";
    COLUMN_NAME = "이름", "name";
    COLUMN_KIND = "종류", "kind";
    COLUMN_LOGIN = "아이디", "login";
    COLUMN_DEPARTMENT = "부서", "department";
    COLUMN_PHONE = "전화번호", "phone";
    COLUMN_ROLE = "권한", "role";
    COLUMN_RETIRED = "퇴직", "retired";
    COLUMN_LIMIT = "기간", "limit";
    COLUMN_COUNT = "기간 계산", "counting rule";
    COLUMN_ACTION = "할 일", "action";
    COLUMN_AT = "일시", "time";
    COLUMN_BY = "기록자", "by";
    COLUMN_FACT = "이력", "fact";
    COLUMN_TEXT = "내용", "text";
    COLUMN_MEDIUM = "방법", "way";

    HEAD_DEADLINES = "기한", "Deadlines";
    HEAD_STEPS = "단계별 조치", "Steps";
    HEAD_FACTS = "처리 이력", "History";
    HEAD_NOTICES = "통지", "Notices";
    HEAD_LINKS = "연결된 민원", "Linked cases";
    HEAD_CATEGORIES = "분류", "Categories";
    HEAD_PROMISES = "이행기준", "Promises";
    LINK_EARLIER = "이전 민원", "earlier case";
    LINK_MERGED_INTO = "여기로 병합됨", "merged into";
    LINK_MERGED_FROM = "병합해 온 민원", "merged from";
    ARRIVED = "도달", "arrived";
    RECEIVED = "접수", "received";
    LEADS = "◀", "◀";
}
