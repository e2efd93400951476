//! What is said of sending mail.

use super::{Phrase, phrases};

phrases! {
    NO_ADDRESS = "이메일 주소가 맞지 않습니다. 주소를 정정하거나 다른 방법으로 알려 주세요.", "The e-mail address is not valid. Put it right, or tell the complainant by other means.";
    NO_MESSAGE = "전자우편으로 쓸 수 없습니다: {what}", "It cannot be written as a mail: {what}";
    PASSWORD_UNREADABLE = "암호 파일 {path}을(를) 읽을 수 없습니다({what}). 설정 파일의 [mail] password_file을 확인해 주세요.", "The password file {path} cannot be read ({what}). Check password_file in section 'mail'.";
    PASSWORD_OPEN = "암호 파일 {path}을(를) 다른 사용자도 읽을 수 있습니다. 'chmod 600'으로 소유자만 읽게 해 주세요.", "Others can read the password file {path}. Make it readable by its owner alone with 'chmod 600'.";
    PASSWORD_EMPTY = "암호 파일 {path}이(가) 비어 있습니다.", "The password file {path} is empty.";
    PRACTICE_ELSEWHERE = "연습용 데이터베이스는 이 컴퓨터의 서버로만 보냅니다. [mail] host가 '{host}'입니다.", "A practice desk sends to this machine only, and section 'mail' host is '{host}'.";
    SERVER_REFUSED = "메일 서버 {server}에 들어갈 수 없습니다: {reply}. 보낼 것은 그대로 남아 있습니다. [mail] 설정과 서버를 확인해 주세요.", "The mail server {server} does not let this program in: {reply}. Nothing is lost. Check section 'mail' and the server.";
    NOT_CONFIGURED = "설정 파일에 [mail]이 없습니다. 메일 서버를 적거나, 통지를 직접 알린 뒤 기록해 주세요(minwon notices told).", "The configuration has no section 'mail'. Name a mail server, or tell the notices yourself and record it with 'minwon notices told'.";
    SERVER_GOOD = "메일 서버 {server}에 들어갈 수 있습니다.", "The mail server {server} lets this program in.";
    PASSED = "발송 {sent}건, 실패 {failed}건, 발송 불명 {doubtful}건, 다음에 다시 {later}건.", "Sent {sent}, failed {failed}, not known {doubtful}, to be tried again {later}.";
    UNREACHABLE = "메일 서버에 보내지 못했습니다: {reply}", "The mail server could not be used: {reply}";
    ELSEWHERE = "다른 프로그램이 발송하고 있습니다.", "Another program is sending.";
}
