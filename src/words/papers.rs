//! What is said of printing.

use super::{Phrase, phrases};

phrases! {
    NOTHING = "{number}에는 {paper}에 적을 기록이 없습니다. 접수번호와 처리 이력을 확인해 주세요.", "Nothing on {number} calls for this paper ({paper}). Check the number and its history.";
    NEEDS_NUMBER = "{paper}은(는) 접수번호가 있어야 합니다.", "This paper ({paper}) needs a receipt number.";
    NEEDS_SPAN = "{paper}은(는) --from과 --to로 기간을 적어 주세요.", "This paper ({paper}) needs a span: give --from and --to.";
    SPAN = "{from}부터 {to}까지", "{from} to {to}";
    WRITTEN = "{path}에 썼습니다.", "Written to {path}.";
    UNWRITTEN = "{path}에 쓸 수 없습니다({what}). 파일은 그대로입니다.", "{path} cannot be written ({what}). It is as it was.";
}
