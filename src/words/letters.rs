//! Texts of the letters that leave the desk and of what can be wrong with them.

use super::{Phrase, phrases};

phrases! {
    TOO_LONG = "통지문이 너무 깁니다. {most}바이트까지 쓸 수 있습니다.", "The letter is too long. It may have {most} bytes.";
    EMPTY = "통지문이 비어 있습니다.", "The letter is empty.";
    CONTROL = "{line}번째 줄: 쓸 수 없는 제어 문자가 있습니다. 지우고 다시 해 주세요.", "line {line}: there is a control character. Remove it.";
    UNKNOWN_MARK = "{line}번째 줄: '{name}'은(는) 없는 표시입니다. 'minwon letter marks'로 확인해 주세요.", "line {line}: there is no mark '{name}'. Look at 'minwon letter marks'.";
    UNCLOSED = "{line}번째 줄: {marks} 또는 [[ ]]의 짝이 맞지 않습니다.", "line {line}: {marks} or [[ ]] is not closed.";
    NESTED = "{line}번째 줄: [[ ]] 안에 [[ ]]를 다시 쓸 수 없습니다.", "line {line}: [[ ]] cannot stand within [[ ]].";
    NOTHING_OPTIONAL = "{line}번째 줄: [[ ]] 안에 표시가 없습니다. 늘 나갈 글이면 [[ ]]를 빼 주세요.", "line {line}: there is no mark in [[ ]]. Leave the brackets out if the text always goes out.";
    PARTICLE = "{line}번째 줄: '{mark}' 뒤에는 두 꼴로 적은 조사를 둘 수 없습니다. 어떻게 읽는지 정해지지 않은 값입니다. '까지', '부터'나 쌍점(:)을 써 주세요.", "line {line}: no open particle can follow '{mark}', of which nobody knows how it is read. Use 까지, 부터 or a colon.";
    LACKS = "표시 '{mark}'이(가) 없습니다. 이 통지문에 꼭 있어야 합니다.", "The mark '{mark}' is missing. The law asks for it in this letter.";
    LOST = "고친 통지문에 법에 따라 있어야 할 내용이 빠졌습니다: {marks}. 넣고 다시 해 주세요.", "The letter as you wrote it lacks what the law asks for: {marks}. Put it back in.";
    UNCHANGED = "'{letter}'은(는) 이미 그대로입니다. 바뀐 것이 없습니다.", "The letter '{letter}' already says this. Nothing was changed.";
    UNFILLED = "통지문을 만들 수 없습니다. 채우지 못한 것: {marks}. 민원이나 설정에 적은 뒤 다시 해 주세요.", "The letter cannot be written. Without a value: {marks}. Enter it in the case or the settings and try again.";
    CHANGED = "'{letter}' 통지문을 바꾸었습니다. 이제 이 글로 나갑니다.", "The letter '{letter}' was changed and goes out like this from now on.";
    RESET = "'{letter}' 통지문을 프로그램에 든 글로 되돌렸습니다.", "The letter '{letter}' is that of the program again.";
    OK = "잘못된 곳이 없습니다.", "Nothing is wrong with it.";
    OFFICE_OWN = "기관이 고침", "the office's own";
    PROGRAM = "기본", "the program's";
    COLUMN_LETTER = "통지문", "letter";
    COLUMN_ORIGIN = "글", "text";
    COLUMN_MARK = "표시", "mark";
    COLUMN_MEANING = "뜻", "what it stands for";
    COLUMN_SINCE = "고친 때", "since";
    COLUMN_BY = "고친 사람", "by";
}
