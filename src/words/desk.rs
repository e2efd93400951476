//! Errors of the desk.

use super::{Phrase, phrases};

phrases! {
    NEVER_OPEN = "헌장 '{charter}'의 근무시간이 하루도 없습니다. 헌장의 hours 표를 확인해 주세요.", "The office of charter '{charter}' never opens. Check the table 'hours' in the charter.";
    NO_CHARTER = "데이터베이스에 헌장이 없습니다. 'minwon init --charter 헌장'으로 새로 만들어 주세요.", "The database holds no charter. Create a new one with 'minwon init --charter ID'.";
    RETIRED = "'{login}'은(는) 퇴직한 담당자입니다. 관리자에게 다른 로그인으로 등록(minwon staff add)을 요청해 주세요.", "'{login}' has retired. Ask an administrator to add another login with 'minwon staff add'.";
    NO_ACCOUNT = "'{login}'은(는) 계정 없는 담당자라 처리할 수 없습니다. 관리자에게 'minwon staff change {login} --role clerk'를 요청해 주세요.", "'{login}' has no account and cannot act. Ask an administrator for 'minwon staff change {login} --role clerk'.";
    NOT_STAFF = "'{login}'은(는) 담당자로 등록되어 있지 않습니다. 관리자에게 'minwon staff add {login}'을 요청해 주세요.", "'{login}' is not on the staff. Ask an administrator for 'minwon staff add {login}'.";
    MAY_NOT_ACT_AS = "'{login}'은(는) 다른 담당자로 처리할 수 없습니다. 관리자나 데이터베이스 소유자만 --as를 쓸 수 있습니다.", "'{login}' may not act as someone else. --as is for administrators and the owner of the database.";
    PRACTICE_ONLY = "--now는 연습용 데이터베이스에서만 쓸 수 있습니다. 'minwon demo'나 'minwon init --practice'로 만든 파일을 지정해 주세요.", "--now works on practice databases only. Name a file made by 'minwon demo' or 'minwon init --practice'.";
    CLOCK_BEHIND = "이 컴퓨터의 시계({now})가 마지막 기록({last})보다 앞서 있어 읽기만 할 수 있습니다. 시계를 맞춰 주세요. 시계가 맞다면 관리자가 'minwon clock confirm'으로 확인해 주세요. 저장된 것은 그대로입니다.", "This computer's clock ({now}) is behind the last record ({last}), so the desk is read-only; nothing was saved. Set the clock; if it is right, an administrator confirms it with 'minwon clock confirm'.";
    CLOCK_AHEAD = "마지막 기록({last})에서 31일 넘게 지난 시각({now})이라 읽기만 할 수 있습니다. 시계를 맞춰 주세요. 시계가 맞다면 관리자가 'minwon clock confirm'으로 확인해 주세요. 저장된 것은 그대로입니다.", "This computer's clock ({now}) is more than 31 days after the last record ({last}), so the desk is read-only; nothing was saved. Set the clock; if it is right, an administrator confirms it with 'minwon clock confirm'.";
    CLOCK_UNDOUBTED = "시계가 마지막 기록과 맞아 확인할 것이 없습니다.", "The clock agrees with the last record; there is nothing to confirm.";
    STAFF_EXISTS = "'{login}'은(는) 이미 등록되어 있습니다. 다른 아이디를 쓰거나 'minwon staff list'를 확인해 주세요.", "'{login}' is on the staff already. Choose another login, or look at 'minwon staff list'.";
    LAST_ADMIN = "마지막 관리자는 퇴직 처리할 수 없습니다. 다른 관리자를 먼저 등록해 주세요.", "The last administrator cannot retire. Add another administrator first.";
    HOLIDAY_UNCHANGED = "{date}에는 바뀌는 것이 없습니다. 'minwon holidays'로 그 해의 공휴일을 확인해 주세요.", "Nothing changes on {date}. Look at that year with 'minwon holidays'.";
    REVISION_OUT_OF_REACH = "{from}부터는 시행할 수 없습니다. 이미 접수한 민원은 접수할 때의 헌장을 따르므로, 시행일은 {today}부터 {last}까지 정할 수 있습니다.", "A charter cannot take effect on {from}. Cases keep the charter they were received under: name a date from {today} to {last}.";
    REVISION_IN_FORCE = "{from}에는 이미 같은 헌장이 시행되고 있어 바뀌는 것이 없습니다. 파일을 고쳤는지 확인해 주세요.", "This same charter is already in force on {from}; nothing changes. Check that the file is the revised one.";
    LADDER_OF_CHARTER = "이 헌장에는 단계별 조치가 있어 따로 켜거나 끄지 않습니다.", "This charter has steps of its own; they are neither switched on nor off.";
    NO_HOUSE_LADDER = "켜 둔 기관 자체 단계별 조치가 없습니다.", "No ladder of the house is switched on.";
    REVISION_ZONE = "시간대는 바꿀 수 없습니다. 이 데이터베이스는 {zone}, 파일은 {other}입니다. 파일의 zone을 {zone}(으)로 고쳐 주세요.", "The time zone cannot change: this database counts in {zone}, the file in {other}. Write zone = \"{zone}\" in the file.";
    NO_TIME = "'{given}'은(는) 시각이 아닙니다. 예: 2026-11-23 14:00 또는 2026-11-23T14:00:00+09:00", "'{given}' is not a time. Examples: 2026-11-23 14:00 or 2026-11-23T14:00:00+09:00";
    NO_SUCH_SUBJECT = "{number}을(를) 찾을 수 없습니다. 번호를 확인해 주세요.", "There is no {number}. Check the number.";
    UNREADABLE_STORY = "연습용 접수대를 만들지 못했습니다. 함께 제공되는 사례 파일 '{story}'을(를) 읽을 수 없습니다({what}). 만들어진 데이터는 없으니 프로그램을 다시 설치해 주세요.", "The practice desk was not created: the built-in story '{story}' cannot be read ({what}). No file was left. Install the program again.";
    FILE = "{path}: {what}. 경로와 권한을 확인해 주세요.", "{path}: {what}. Check the path and its permissions.";
}
