//! Faults that the check of the database finds.

use super::{Phrase, phrases};

phrases! {
    SQLITE = "SQLite 검사: {what}", "SQLite's own check: {what}";
    FOREIGN_KEY = "{table} 표에 가리키는 행이 없는 행이 있습니다.", "Table {table} has a row that refers to a missing row.";
    GAP = "{subject}: 이력 {expected}번이 있어야 할 곳에 {found}번이 있습니다.", "{subject}: fact {found} is in the place of fact {expected}.";
    HASH = "{subject}: 이력 {seq}번의 해시가 맞지 않습니다. 이 이력이나 그 앞의 이력이 바뀌었습니다.", "{subject}: the hash of fact {seq} is wrong: that fact or one before it was changed.";
    KIND = "{subject}: 이력 {seq}번의 종류 칸이 내용과 다릅니다.", "{subject}: the kind of fact {seq} differs from its content.";
    TEXT = "{subject}: 이력 {seq}번의 글이 기록할 때와 다릅니다.", "{subject}: the text of fact {seq} differs from the one recorded.";
    STRAY_TEXT = "{subject}: 이력 {seq}번에 속하지 않는 글이 있습니다.", "{subject}: fact {seq} has a text that does not belong to it.";
    UNREADABLE = "{subject}: 이력을 읽을 수 없습니다({what}).", "{subject}: its facts cannot be read ({what}).";
    NO_RECEIPT = "{subject}: 이력이 접수로 시작하지 않습니다.", "{subject}: its facts do not begin with a receipt.";
    UNCOUNTABLE = "{subject}: 기한을 계산할 수 없습니다({what}).", "{subject}: its deadlines cannot be counted ({what}).";
    ROW = "{subject}: {table} 표의 {column} 값이 이력과 다릅니다.", "{subject}: column {column} of table {table} differs from the facts.";
    ROW_MISSING = "{subject}: {table} 표에 행이 빠져 있습니다.", "{subject}: a row is missing in table {table}.";
    ROW_EXTRA = "{subject}: {table} 표에 이력에 없는 행이 있습니다.", "{subject}: table {table} holds a row that the facts do not give.";
    TALLY = "집계 '{bucket}': {found}건으로 되어 있으나 {wanted}건입니다.", "Tally '{bucket}' is {found}; the facts give {wanted}.";
    RECEIPT = "{year}년 접수번호({kind}): 마지막 번호가 {last}인데 기록된 것은 {found}건입니다.", "Receipt numbers of {year} ({kind}): the last one issued is {last}, but {found} are on record.";
    PERSON = "{subject}: 민원인 정보가 기록할 때와 다릅니다.", "{subject}: the person is not the one that was recorded.";
    LEDGER = "{table} 표의 {row}번 행이 기록할 때와 다르거나 그 앞의 행이 빠졌습니다.", "Row {row} of table {table} differs from what was entered, or the row before it is missing.";
    NUMBER_MISSING = "{subject}: 접수번호가 빠져 있습니다.", "{subject}: this receipt number is missing.";
}
