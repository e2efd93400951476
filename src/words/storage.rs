//! Errors of the store.

use super::{Phrase, phrases};

phrases! {
    NO_DATABASE = "데이터베이스 {path}이(가) 없습니다. 'minwon init --charter 헌장'으로 만들거나 --db로 다른 파일을 지정해 주세요.", "There is no database at {path}. Create one with 'minwon init --charter ID', or name another file with --db.";
    EXISTS = "{path}이(가) 이미 있어 만들지 않았습니다. 다른 이름을 쓰거나 그 파일을 먼저 옮겨 주세요.", "{path} exists and was left as it is. Choose another name, or move that file away first.";
    NO_FOLDER = "{path} 폴더가 없습니다. 폴더를 먼저 만들어 주세요.", "The folder {path} does not exist. Create it first.";
    FOREIGN = "{path}은(는) minwon 데이터베이스가 아닙니다. 아무것도 바꾸지 않았습니다. --db로 다른 파일을 지정해 주세요.", "{path} is not a minwon database and was left untouched. Name another file with --db.";
    NEWER = "{path}은(는) 더 새로운 프로그램이 만든 파일입니다(형식 {found}, 이 프로그램은 {known}까지). 아무것도 바꾸지 않았습니다. minwon을 새 판으로 바꿔 주세요.", "{path} was written by a newer program (schema {found}; this one knows {known}) and was left untouched. Install the newer minwon.";
    BUSY = "다른 프로그램이 {path}을(를) 쓰고 있습니다. 저장되지 않았습니다. 잠시 뒤 다시 해 주세요.", "Another program is writing {path}. Nothing was saved. Try again in a moment.";
    READ_ONLY = "{path}에 쓸 수 없습니다. 저장되지 않았습니다. 파일과 폴더의 권한을 확인해 주세요.", "{path} cannot be written. Nothing was saved. Check the permissions of the file and its folder.";
    GONE = "{path} 파일이 없어졌거나 다른 파일로 바뀌었습니다. 저장되지 않았습니다. 그 파일을 제자리에 되돌려 놓거나, 프로그램을 끝내고 다시 시작해 주세요.", "{path} was removed or replaced by another file. Nothing was saved. Put the file back, or end the program and start it again.";
    LOG_LOST = "{path} 옆의 -wal 또는 -shm 파일이 쓰는 중에 없어졌거나 잘렸습니다. 이 프로그램은 더 저장하지 않으며, 마지막에 저장한 것이 없어졌을 수 있습니다. 프로그램을 모두 끝내고 다시 시작해 마지막 것이 있는지 보고, minwon verify를 실행해 주세요.", "The -wal or -shm file beside {path} was removed or cut while in use. This program saves nothing more, and what was saved last may be missing. End all programs, start again, look whether it is there, and run minwon verify.";
    FULL = "디스크가 가득 차 {path}에 저장하지 못했습니다. 저장된 것은 그대로입니다. 공간을 비우고 다시 해 주세요.", "The disk is full: {path} could not be saved. What was saved before is intact. Free some space and try again.";
    DAMAGED = "{path} 파일이 손상되었습니다({what}). 더 쓰지 말고 백업에서 되살려 주세요.", "{path} is damaged ({what}). Stop using it and restore a backup.";
    CONFLICT = "그 사이 다른 담당자가 먼저 처리했습니다(이력 {expected} → {found}). 바뀐 내용을 확인하고 다시 해 주세요. 입력한 내용은 남아 있습니다.", "Another clerk was faster (fact {expected} -> {found}). Check what changed and send again; what was typed is kept.";
    SYSTEM = "{path}을(를) 다룰 수 없습니다: {what}. 저장되지 않았습니다. 다시 해 보고, 또 그러면 이 문장을 관리자에게 보여 주세요.", "{path} cannot be used: {what}. Nothing was saved. Try again; if it happens again, show this sentence to an administrator.";
}
