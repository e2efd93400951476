//! What stands on the papers of one case, in the order of the official forms.

use super::{Block, Paper, PaperKind};
use crate::domain::letter::{Mark, Values};

type Row = (&'static str, Mark);

const SLIP: &[Row] = &[
    ("접수번호", Mark::Number),
    ("접수일시", Mark::ReceivedAt),
    ("민원명", Mark::Title),
    ("민원인", Mark::Name),
    ("대표자", Mark::Representatives),
    ("대리인", Mark::Proxy),
    ("처리 예정 기한", Mark::Due),
    ("처리주무부서", Mark::Handling),
    ("담당자", Mark::Officer),
    ("전화번호", Mark::OfficerPhone),
];
const EXTENSION: &[Row] = &[
    ("수신", Mark::Name),
    ("주소", Mark::Address),
    ("접수번호", Mark::Number),
    ("접수일", Mark::ReceivedOn),
    ("민원명", Mark::Title),
    ("당초 처리기한", Mark::FirstDue),
    ("연장 사유", Mark::ExtensionReason),
    ("연장 차수", Mark::Extensions),
    ("동의", Mark::Consent),
    ("처리완료 예정일", Mark::Due),
];
const PROGRESS: &[Row] = &[
    ("수신", Mark::Name),
    ("주소", Mark::Address),
    ("접수번호", Mark::Number),
    ("접수일", Mark::ReceivedOn),
    ("민원명", Mark::Title),
    ("처리진행상황", Mark::Progress),
    ("앞으로의 계획", Mark::Plan),
    ("처리완료 예정일", Mark::Due),
];
const REMINDER: &[Row] = &[
    ("수신", Mark::Addressee),
    ("접수번호", Mark::Number),
    ("접수일", Mark::ReceivedOn),
    ("민원명", Mark::Title),
    ("민원인", Mark::MaskedName),
    ("처리기한", Mark::MissedDue),
    ("경과일수", Mark::Overdue),
    ("담당자", Mark::Officer),
];
const CASE: &[Row] = &[
    ("접수번호", Mark::Number),
    ("접수일시", Mark::ReceivedAt),
    ("접수경로", Mark::Channel),
    ("민원유형", Mark::Kind),
    ("민원명", Mark::Title),
    ("민원인", Mark::MaskedName),
    ("처리부서", Mark::Handling),
    ("담당자", Mark::Officer),
    ("처리완료 예정일", Mark::Due),
];
const OFFICER: &[Row] = &[
    ("담당부서", Mark::Department),
    ("담당자", Mark::Officer),
    ("전화번호", Mark::OfficerPhone),
];

/// The paper of a case, filled with the values of its marks.
pub fn form(kind: PaperKind, values: &Values) -> Paper {
    let filled = Filled(values);
    let blocks = match kind {
        PaperKind::Slip => filled.slip(),
        PaperKind::Extension => filled.told(
            EXTENSION,
            "「민원 처리에 관한 법률 시행령」 제21조제3항에 따라 처리기간의 연장을 알려드립니다.",
        ),
        PaperKind::Progress => filled.told(
            PROGRESS,
            "「민원 처리에 관한 법률 시행령」 제23조제1항에 따라 처리진행상황을 알려드립니다.",
        ),
        PaperKind::Reminder => filled.reminder(),
        PaperKind::Authority => filled.authority(),
        PaperKind::Objection => filled.objection(),
        PaperKind::Register | PaperKind::Objections | PaperKind::Case | PaperKind::Day => {
            Vec::new()
        }
    };
    Paper {
        kind,
        reference: filled.value(Mark::Number),
        blocks,
    }
}

/// What is on record of a case beside its values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    pub body: String,
    /// Each in a line.
    pub deadlines: Vec<String>,
    /// Each in a line, the oldest first.
    pub history: Vec<String>,
}

/// The record of a case as a paper, its complainant masked.
pub fn record(values: &Values, record: &Record) -> Paper {
    let filled = Filled(values);
    let lines = |label, lines: &[String]| Block::Fields(vec![(label, lines.join("\n"))]);
    Paper {
        kind: PaperKind::Case,
        reference: filled.value(Mark::Number),
        blocks: vec![
            filled.rows(CASE),
            lines("내용", std::slice::from_ref(&record.body)),
            lines("기한", &record.deadlines),
            lines("처리 이력", &record.history),
        ],
    }
}

/// The values from which a paper is filled.
struct Filled<'a>(&'a Values);

impl Filled<'_> {
    fn value(&self, mark: Mark) -> String {
        self.0.get(mark).unwrap_or_default().to_owned()
    }

    /// The fields that have a value.
    fn rows(&self, rows: &[Row]) -> Block {
        let rows = rows.iter().map(|(label, mark)| (*label, self.value(*mark)));
        Block::Fields(rows.filter(|(_, value)| !value.is_empty()).collect())
    }

    /// The day, and in whose name it goes out.
    fn sender(&self) -> [Block; 2] {
        [Mark::SentOn, Mark::Sender].map(|mark| Block::Signature(self.value(mark)))
    }

    fn slip(&self) -> Vec<Block> {
        let officer = self.value(Mark::Officer);
        let mut blocks = vec![
            self.rows(SLIP),
            said("이 접수증을 보관하시고, 문의하실 때 접수번호를 알려 주시기 바랍니다."),
            said("보완을 요청하는 동안에는 처리기간이 진행되지 않습니다."),
            said("처리기간을 연장할 때에는 사유와 처리완료 예정일을 문서로 알려드립니다."),
            Block::Signature(format!("민원접수자 {officer} (서명 또는 인)")),
        ];
        blocks.extend(self.sender());
        blocks
    }

    /// A notice to the complainant: its fields, the article that it follows, and who is in charge (decree art. 31).
    fn told(&self, rows: &[Row], article: &str) -> Vec<Block> {
        let mut blocks = vec![self.rows(rows), said(article), self.rows(OFFICER)];
        blocks.extend(self.sender());
        blocks
    }

    fn reminder(&self) -> Vec<Block> {
        let mut blocks = vec![
            self.rows(REMINDER),
            said(
                "「민원 처리에 관한 법률 시행령」 제28조제2항에 따라 독촉하니, 지체 없이 처리하고 민원인에게 알려 주시기 바랍니다.",
            ),
            blank(&["지연 사유", "처리완료 예정일"]),
            by_hand("민원심사관"),
        ];
        blocks.extend(self.sender());
        blocks
    }

    fn authority(&self) -> Vec<Block> {
        vec![
            blank(&["위임하는 사람", "생년월일", "주소", "전화번호"]),
            blank(&[
                "위임받는 사람",
                "생년월일",
                "주소",
                "전화번호",
                "위임하는 사람과의 관계",
            ]),
            self.rows(&[("민원명", Mark::Title)]),
            blank(&["위임하는 사무"]),
            said("「민원 처리에 관한 법률 시행규칙」 제4조에 따라 위와 같이 위임합니다."),
            said("위임하는 사람과 위임받는 사람의 신분증명서를 함께 제시하여 주시기 바랍니다."),
            Block::Signature(DAY.to_owned()),
            by_hand("위임하는 사람"),
        ]
    }

    fn objection(&self) -> Vec<Block> {
        let matter = format!("{} {}", self.value(Mark::Number), self.value(Mark::Title));
        vec![
            self.rows(&[("신청인", Mark::Name), ("주소", Mark::Address)]),
            blank(&["연락처"]),
            Block::Fields(vec![("대상 민원", matter)]),
            self.rows(&[("거부처분의 내용", Mark::Ground)]),
            blank(&["거부처분을 받은 날", "이의신청의 취지 및 이유", "첨부서류"]),
            said(
                "「민원 처리에 관한 법률」 제35조제1항 및 같은 법 시행령 제40조제1항에 따라 위와 같이 이의신청합니다.",
            ),
            Block::Signature(DAY.to_owned()),
            by_hand("신청인"),
            said(&format!("{} 귀하", self.value(Mark::Sender))),
        ]
    }
}

/// Room for a day that is written by hand.
const DAY: &str = "년      월      일";

fn said(sentence: &str) -> Block {
    Block::Sentence(sentence.to_owned())
}

/// Fields that are filled in by hand.
fn blank(labels: &[&'static str]) -> Block {
    let fields = labels.iter().map(|label| (*label, String::new()));
    Block::Fields(fields.collect())
}

/// Room for a signature or a seal: either will do (rules of office work, art. 28(4)).
fn by_hand(who: &str) -> Block {
    Block::Signature(format!("{who}               (서명 또는 인)"))
}
