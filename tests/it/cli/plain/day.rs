//! A whole day's work without a screen, in both languages: the conversation can do all that the screens can.

use super::Home;
use std::{
    io::{BufReader, Read, Write},
    process::{Child, ChildStdin, ChildStdout, Stdio},
};

/// A running conversation.
struct Voice {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    /// The output since the last answer.
    heard: String,
    /// The whole output.
    all: String,
}

impl Voice {
    fn begin(home: &Home, who: &str, lang: &str) -> Self {
        let mut command = home.command();
        command.args(["--plain", "--lang", lang, "--as", who, "--db"]);
        command.arg(home.db()).args(["--now", "2026-11-23 14:03"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let input = child.stdin.take().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let mut voice = Self {
            child,
            input,
            output,
            heard: String::new(),
            all: String::new(),
        };
        voice.listen();
        voice
    }

    /// Reads up to the next question, or to the end.
    fn listen(&mut self) {
        let mut heard = Vec::new();
        let mut byte = [0];
        while !heard.ends_with(b"> ") && self.output.read(&mut byte).unwrap() > 0 {
            heard.push(byte[0]);
        }
        self.heard = String::from_utf8(heard).unwrap();
        self.all.push_str(&self.heard);
    }

    /// Answers the current question.
    fn say(&mut self, answer: &str) -> &mut Self {
        self.input
            .write_all(format!("{answer}\n").as_bytes())
            .unwrap();
        self.all.push_str(answer);
        self.all.push('\n');
        self.listen();
        self
    }

    /// Chooses the offer that begins with these words, or contains them.
    fn pick(&mut self, offer: &str) -> &mut Self {
        let offers = self.heard.lines().filter_map(|line| {
            let (number, words) = line.split_once(". ")?;
            let number = number
                .trim_start_matches("번호> ")
                .trim_start_matches("number> ");
            number.parse::<u32>().ok().map(|number| (number, words))
        });
        let offers: Vec<(u32, &str)> = offers.collect();
        let starts = offers.iter().rfind(|(_, words)| words.starts_with(offer));
        let holds = || offers.iter().rfind(|(_, words)| words.contains(offer));
        let found = starts.or_else(holds).map(|(number, _)| *number);
        let number = found.unwrap_or_else(|| panic!("no {offer:?} in\n{}", self.all));
        self.say(&number.to_string())
    }

    /// Answers every question of a form: by label where an answer is given, required ones with any words, the rest empty; then
    /// saves it, by its name where that is asked for.
    fn fill(&mut self, answers: &[(&str, &str)]) -> &mut Self {
        for _ in 0..60 {
            if self.is_saving() {
                return self.say("1");
            }
            let careful = ["주의: ", "Careful: "].iter().find_map(|careful| {
                let (_, after) = self.heard.rsplit_once(careful)?;
                after.split('\'').nth(1).map(str::to_owned)
            });
            if let Some(word) = careful {
                return self.say(&word);
            }
            let question = self.question();
            let given = answers.iter().find(|(name, _)| question.starts_with(name));
            let required = question.contains(". 필수") || question.contains(". required");
            let filled = question.contains("비우면 그대로") || question.contains("empty keeps");
            let lines = question.contains("마침표(.)만")
                || question.contains("a line with only a full stop");
            let answer = match given {
                Some((_, answer)) => (*answer).to_owned(),
                None if required && !filled => "적은 말".to_owned(),
                None => String::new(),
            };
            let ends = lines && !answer.is_empty();
            self.say(&if ends { answer + "\n." } else { answer });
        }
        panic!("no end of questions in\n{}", self.all)
    }

    fn is_saving(&self) -> bool {
        self.heard.contains("1. 저장\n") || self.heard.contains("1. save\n")
    }

    /// The line of the question, before its offers.
    fn question(&self) -> String {
        let is_pick = |line: &str| {
            let number = line.split_once(". ").map(|(number, _)| number);
            number.is_some_and(|number| number.parse::<u32>().is_ok())
        };
        let mut lines = self.heard.lines().rev().skip(1);
        let line = lines.find(|line| !is_pick(line));
        line.unwrap_or_default().trim_start_matches("> ").to_owned()
    }

    fn hears(&mut self, words: &str) -> &mut Self {
        assert!(
            self.heard.contains(words),
            "{words:?} is not in\n{}",
            self.all
        );
        self
    }

    /// Goes back to the first question and leaves.
    fn leave(mut self) -> String {
        for _ in 0..6 {
            if self.input.write_all(b"0\n").is_err() {
                break;
            }
            self.listen();
        }
        drop(self.input);
        assert!(self.child.wait().unwrap().success(), "{}", self.all);
        self.all
    }
}

fn desk() -> Home {
    let home = Home::empty();
    let db = home.db().to_str().unwrap().to_owned();
    let demo = [
        "demo",
        "--print-path",
        "--db",
        &db,
        "--now",
        "2026-11-23 14:03",
    ];
    home.run(&demo).done();
    home
}

/// The words by which offers and questions are found, in a language.
struct Words {
    lang: &'static str,
    intake: &'static str,
    title: &'static str,
    taken: &'static str,
    acts: [&'static str; 6],
    days: &'static str,
    steps: [&'static str; 3],
    recorded: &'static str,
    read: [(&'static str, &'static str); 4],
    find: &'static str,
    visit: [&'static str; 5],
    visited: &'static str,
    duty: [&'static str; 3],
    handover: [&'static str; 4],
    others: [(&'static str, &'static str); 3],
    language: &'static str,
}

const KO: Words = Words {
    lang: "ko",
    intake: "접수",
    title: "제목",
    taken: "접수했습니다",
    acts: [
        "담당자 지정",
        "민원인 연락",
        "기간 연장",
        "중간회신",
        "사과:",
        "답변",
    ],
    days: "연장 일수",
    steps: ["1차 조치", "2차 조치", "3차 조치"],
    recorded: "기록했습니다",
    read: [
        ("경과", "남은 기한"),
        ("기한을 센", "1일째"),
        ("이름과 연락처", "홍길동"),
        ("지금 할 수 없는", "1차 조치"),
    ],
    find: "찾기",
    visit: ["응대:", "방문 시작", "문의 받음", "응대함", "응대 끝"],
    visited: "기록했습니다",
    duty: ["이행과제", "이행 기록", "기록했습니다"],
    handover: ["인수인계", "전할 말 적기", "전할 말 확인", "확인했습니다"],
    others: [
        ("앞으로의 업무량", "이미 초과"),
        ("응대 요령", "모든 때"),
        ("공휴일", "추석"),
    ],
    language: "English",
};

const EN: Words = Words {
    lang: "en",
    intake: "intake",
    title: "title",
    taken: "was taken in",
    acts: [
        "assign",
        "contact",
        "extend",
        "interim",
        "apologise",
        "reply",
    ],
    days: "days",
    steps: ["step 1", "step 2", "step 3"],
    recorded: "recorded",
    read: [
        ("timeline", "deadline still to come"),
        ("how the dates", "day 1"),
        ("name and contact", "홍길동"),
        ("what is not possible", "step 1"),
    ],
    find: "find",
    visit: [
        "visits and calls",
        "begin a visit",
        "question",
        "serve",
        "end",
    ],
    visited: "Recorded",
    duty: ["duties", "Record", "Recorded"],
    handover: [
        "handover",
        "write the note",
        "confirm the note",
        "is confirmed",
    ],
    others: [
        ("load of the days", "overdue"),
        ("what to say", "all moments"),
        ("holidays", "추석"),
    ],
    language: "한국어",
};

#[test]
fn a_case_is_taken_in_handled_and_climbs_the_steps_in_both_languages() {
    for words in [KO, EN] {
        let home = desk();
        let mut voice = Voice::begin(&home, "kim", words.lang);
        let matter = [
            (words.title, "복도 소음이 심합니다"),
            ("이름", "홍길동"),
            ("name", "홍길동"),
        ];
        voice.pick(words.intake).fill(&matter).hears(words.taken);
        for (offer, said) in words.read {
            voice.pick(offer).hears(said);
        }
        for act in words.acts {
            let answers = [(words.days, "3")];
            voice.pick(act).fill(&answers).hears(words.recorded);
        }
        voice
            .say("0")
            .pick(words.find)
            .say("소음")
            .hears("복도 소음이 심합니다");
        voice.say("0");
        for (number, step) in [
            ("14", words.steps[0]),
            ("31", words.steps[1]),
            ("27", words.steps[2]),
        ] {
            // A receipt number at the first question opens its case.
            voice
                .say(&format!("2026-{number}"))
                .pick(step)
                .fill(&[])
                .hears(words.recorded)
                .say("0");
        }
        let said = voice.leave();
        assert!(!said.contains('\u{1b}') && !said.contains('…'), "{said}");
    }
}

#[test]
fn visits_duties_the_handover_and_the_rules_are_worked_with_in_both_languages() {
    for words in [KO, EN] {
        let home = desk();
        let mut voice = Voice::begin(&home, "kim", words.lang);
        let [contacts, begin, question, serve, end] = words.visit;
        let counted = [("ko", "응대: "), ("en", "Visits and calls: ")];
        let (_, heading) = counted
            .iter()
            .find(|(lang, _)| *lang == words.lang)
            .unwrap();
        voice.pick(contacts).hears(heading).pick(begin);
        voice.pick(question).fill(&[]).hears(words.visited);
        voice.pick(serve).hears(words.visited);
        voice
            .pick(end)
            .fill(&[])
            .hears(words.visited)
            .say("0")
            .say("0");
        let [duties, done, recorded] = words.duty;
        voice.pick(duties).pick("D2026-000001");
        voice.pick(done).fill(&[]).hears(recorded).say("0").say("0");
        for (offer, said) in words.others {
            voice.pick(offer).hears(said).say("0");
        }
        let [handover, write, confirm, confirmed] = words.handover;
        voice
            .pick(handover)
            .pick(write)
            .say("내일 다시 전화")
            .say(".")
            .hears("내일 다시 전화")
            .say("0");
        voice.pick(words.language);
        voice.leave();
        let mut next = Voice::begin(&home, "park", words.lang);
        next.pick(handover)
            .hears("내일 다시 전화")
            .pick(confirm)
            .hears(confirmed);
        next.leave();
    }
}
