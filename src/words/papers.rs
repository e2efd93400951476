//! What is said of printing.

use super::{Phrase, phrases};

phrases! {
    NOTHING = "{number}에는 {paper}에 적을 기록이 없습니다. 접수번호와 처리 이력을 확인해 주세요.", "Nothing on {number} calls for this paper ({paper}). Check the number and its history.";
    NEEDS_NUMBER = "{paper}은(는) 접수번호가 있어야 합니다.", "This paper ({paper}) needs a receipt number.";
    NEEDS_SPAN = "{paper}은(는) --from과 --to로 기간을 적어 주세요.", "This paper ({paper}) needs a span: give --from and --to.";
    TITLE = "인쇄할 서식", "papers to print";
    NO_PAPERS = "이 민원에는 인쇄할 서식이 없습니다.", "There is no paper to print of this case.";
    NO_PRINTER = "설정 파일에 [print]가 없습니다. 인쇄 명령을 적거나 --output으로 파일에 써 주세요.", "The configuration has no section 'print'. Name a printing command, or write a file with --output.";
    UNSAFE_PRINTER = "{path}을(를) 다른 사용자도 고칠 수 있어 그 안의 인쇄 명령을 실행하지 않습니다. root나 데이터베이스 소유자가 소유하고 그만 고칠 수 있게 해 주세요.", "Others may write {path}, so its printing command is not run. Let root or the owner of the database own it, and nobody else write it.";
    NOT_PRINTED = "인쇄하지 못했습니다. {program}: {what}", "Not printed. {program}: {what}";
    PRINTER_HANGS = "{program}이(가) {seconds}초 안에 끝나지 않아 중단했습니다. 인쇄되지 않았을 수 있습니다.", "{program} did not end within {seconds} s and was ended. The paper may not have been printed.";
    PRINTED = "인쇄 프로그램에 보냈습니다.", "Sent to the printing program.";
    LIST_TO_FILE = "{paper}은(는) --output으로 파일에 쓴 뒤 인쇄해 주세요.", "Write this paper ({paper}) to a file with --output, and print that.";
    SPAN = "{from}부터 {to}까지", "{from} to {to}";
    WRITTEN = "{path}에 썼습니다.", "Written to {path}.";
    UNWRITTEN = "{path}에 쓸 수 없습니다({what}). 파일은 그대로입니다.", "{path} cannot be written ({what}). It is as it was.";
}
