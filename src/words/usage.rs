//! Texts about wrong arguments on the command line.

use super::{Phrase, phrases};

phrases! {
    NOT_AMONG = "{argument}: '{value}'은(는) 쓸 수 없습니다. 가능한 값: {allowed}", "{argument}: '{value}' is not possible. Possible values: {allowed}";
    UNFIT = "{argument}: '{value}'은(는) 쓸 수 없습니다. {why}", "{argument}: '{value}' is not possible. {why}";
    NO_VALUE = "{argument}의 값이 빠졌습니다.", "{argument} needs a value.";
    NO_VALUE_AMONG = "{argument}의 값이 빠졌습니다. 가능한 값: {allowed}", "{argument} needs a value. Possible values: {allowed}";
    NO_SUCH_ARGUMENT = "'{argument}' 옵션이나 인자는 없습니다.", "There is no option or argument '{argument}'.";
    NO_SUCH_COMMAND = "'{command}' 명령은 없습니다.", "There is no command '{command}'.";
    MISSING = "빠진 것이 있습니다: {arguments}", "Missing: {arguments}";
    MISSING_COMMAND = "명령이 빠졌습니다. 가능한 명령: {allowed}", "The command is missing. Possible commands: {allowed}";
    CONFLICT = "{argument}은(는) {others}와(과) 함께 쓸 수 없습니다.", "{argument} cannot be used with {others}.";
    TWICE = "{argument}은(는) 한 번만 쓸 수 있습니다.", "{argument} can be given only once.";
    TOO_MANY = "'{value}'은(는) 남는 값입니다: {argument}", "'{value}' is one value too many for {argument}.";
    NOT_UTF8 = "UTF-8이 아닌 글자가 있습니다.", "There are bytes that are not UTF-8.";
    OTHER = "명령을 이해할 수 없습니다.", "The command line cannot be understood.";
    SIMILAR = "비슷한 것: {similar}", "Similar: {similar}";
    USAGE = "사용법: {usage}", "Usage: {usage}";
    MORE = "자세한 설명은 '--help'를 붙여 보세요.", "For more, try '--help'.";
    NO_NUMBER = "번호를 적어 주세요. 예: {example}", "Give a number such as {example}.";
    NO_NOTICE_ID = "통지 번호를 적어 주세요. 예: 2026-000412/5/result/1. 번호는 'minwon notices'에 있습니다.", "Give the id of a notice such as 2026-000412/5/result/1; 'minwon notices' lists them.";
    NO_PERIOD = "기간을 적어 주세요. 예: 2026, 2026-H2, 2026-Q3, 2026-11", "Give a period such as 2026, 2026-H2, 2026-Q3 or 2026-11.";
    NO_LIMIT = "숫자와 단위를 적어 주세요. 예: \"7일\", \"1시간\", \"즉시\"", "Give an amount and a unit, such as \"7 days\", or \"immediate\".";
    NO_WHOLE_NUMBER = "자연수를 적어 주세요. 예: 7", "Give a whole number, such as 7.";
    RANGE = "가능한 범위: {range}", "Possible: {range}";
    NO_DATE = "날짜를 적어 주세요. 예: 2026-11-30", "Give a date such as 2026-11-30.";
}
