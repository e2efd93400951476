//! `minwon send` against a server that behaves as the test says.

mod server;

use super::*;
use serde_json::json;
use server::{Manner, Server, Verb};

/// When the complaint of these tests came in; the promise of mail ends ten minutes later.
const CAME: &str = "2026-11-23T14:00:00";

/// A desk with one complaint whose complainant left an address, and a configuration for the server of that port.
fn waiting(port: u16, more: &str) -> Home {
    let home = Home::practising();
    configure(&home, port, more);
    take_in(&home, "hong@example.kr");
    home
}

fn configure(home: &Home, port: u16, more: &str) {
    let settings = format!(
        "[mail]\nhost = \"127.0.0.1\"\nport = {port}\ntls = \"none\"\nfrom = \"desk@office.example.kr\"\ntimeout = 1\n{more}"
    );
    std::fs::write(home.path("mail.toml"), settings).unwrap();
}

fn take_in(home: &Home, address: &str) {
    let taken = [&complaint("전화 상담 중 반말")[..], &["--email", address]].concat();
    home.desk_at(CAME, &taken).done();
}

fn send(home: &Home, at: &str) -> Answer {
    let config = text(home.path("mail.toml"));
    let at = format!("2026-11-23T{at}:00");
    home.desk_at(&at, &["send", "--config", &config])
}

fn notice(home: &Home) -> Value {
    home.json(&["notices"])["rows"][0].clone()
}

/// State of the deadline of a promise of the first case.
fn promise(home: &Home, id: &str) -> String {
    let shown = home.json(&["show", "2026-1"]);
    let mut deadlines = shown["deadlines"].as_array().unwrap().iter();
    let found = deadlines.find(|one| one["promise"] == id).unwrap();
    found["status"].as_str().unwrap().to_owned()
}

#[test]
fn a_mail_arrives_once_with_the_right_words_and_the_promise_is_met() {
    let server = Server::start(Manner::Takes);
    let home = waiting(server.port, "reply_to = \"answer@office.example.kr\"\n");
    let sent = send(&home, "14:03").done().out;
    assert_eq!(
        sent.trim(),
        "Sent 1, failed 0, not known 0, to be tried again 0."
    );
    send(&home, "14:04").done();
    let texts = server.texts();
    assert_eq!(texts.len(), 1);
    for line in [
        "From: desk@office.example.kr",
        "To: hong@example.kr",
        "Reply-To: answer@office.example.kr",
        "Auto-Submitted: auto-generated",
        "Message-ID: <2026-000001.1.receipt.1.1795410000@office.example.kr>",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Type: text/html; charset=utf-8",
    ] {
        assert!(texts[0].contains(line), "{line}\n{}", texts[0]);
    }
    assert!(texts[0].is_ascii(), "an old server passes it on");
    assert_eq!(notice(&home)["status"], "sent");
    assert_eq!(promise(&home, "gbvc.mail"), "met");
    home.desk(&["verify"]).done();
}

/// What each answer of a server makes of a notice, whether the text got there, and the words that stand beside it then.
#[test]
fn what_a_server_says_decides_what_becomes_of_it() {
    use Manner::{Answers, Drips, HangsUp, Nonsense, Silent};
    let no_user = Answers(Verb::Recipient, "550 5.1.1 no such user");
    for (manner, status, texts, words) in [
        (no_user, "failed", 0, "no such user"),
        (
            Answers(Verb::Recipient, "451 try later"),
            "waiting",
            0,
            "try later",
        ),
        // Whom the server lets write is the office's matter, not the recipient's.
        (
            Answers(Verb::Mail, "550 who are you"),
            "waiting",
            0,
            "who are you",
        ),
        (Answers(Verb::Data, "451 not now"), "waiting", 0, "not now"),
        (
            Answers(Verb::Text, "554 no thanks"),
            "failed",
            1,
            "no thanks",
        ),
        (
            Answers(Verb::Text, "452 disk full"),
            "waiting",
            1,
            "disk full",
        ),
        (Answers(Verb::Text, "yes"), "unknown", 1, ""),
        (
            HangsUp(Verb::Recipient),
            "waiting",
            0,
            "incomplete response",
        ),
        (HangsUp(Verb::Data), "waiting", 0, "incomplete response"),
        (HangsUp(Verb::Text), "unknown", 1, ""),
        (Nonsense, "waiting", 0, "response error"),
        (Silent, "waiting", 0, "1 s"),
        (Drips, "waiting", 0, "1 s"),
    ] {
        let server = Server::start(manner);
        let home = waiting(server.port, "");
        let answer = send(&home, "14:05");
        assert_eq!(answer.code, 1, "{manner:?} {answer:?}");
        let stands = notice(&home);
        assert_eq!(stands["status"], status, "{manner:?} {answer:?}");
        assert_eq!(stands["tries"], 1, "{manner:?}");
        let said = stands["reason"].as_str();
        assert_eq!(said.is_none(), words.is_empty(), "{manner:?} {stands}");
        let said = said.unwrap_or_default();
        assert!(said.contains(words), "{manner:?} {stands}");
        assert_eq!(server.texts().len(), texts, "{manner:?}");
        assert_eq!(promise(&home, "gbvc.mail"), "running", "{manner:?}");
        home.desk(&["verify"]).done();
    }
}

/// Many servers take so many letters on a line and no more.
#[test]
fn a_line_that_ends_after_a_letter_is_opened_once_more() {
    let server = Server::start(Manner::TakesOneAtATime);
    let home = waiting(server.port, "");
    take_in(&home, "kim@example.kr");
    take_in(&home, "lee@example.kr");
    let sent = send(&home, "14:05").done().out;
    assert!(sent.starts_with("Sent 3, failed 0"), "{sent}");
    assert_eq!(server.texts().len(), 3);
}

#[test]
fn a_server_that_is_away_is_tried_again_by_the_clock_of_the_desk_and_then_it_has_failed() {
    let home = waiting(1, "");
    for (at, status, left) in [
        ("14:05", "waiting", 1),
        ("14:06", "waiting", 1),
        ("14:10", "waiting", 1),
        ("14:11", "waiting", 1),
        ("14:41", "waiting", 1),
        ("16:41", "waiting", 1),
        ("22:41", "failed", 0),
    ] {
        let answer = send(&home, at);
        let put_off = format!("to be tried again {left}.");
        assert!(answer.out.contains(&put_off), "{at} {answer:?}");
        assert_eq!(notice(&home)["status"], status, "{at}");
    }
    // It comes back, and a clerk lets the mail go once more.
    let server = Server::start(Manner::Takes);
    configure(&home, server.port, "");
    let retry = ["notices", "retry", "2026-1/1/receipt/1"];
    home.desk_at("2026-11-23T22:50:00", &retry).done();
    send(&home, "22:51").done();
    assert_eq!(notice(&home)["status"], "sent");
    assert_eq!(server.texts().len(), 1);
}

#[test]
fn what_is_held_can_be_taken_back_and_what_is_urgent_goes() {
    let server = Server::start(Manner::Takes);
    let home = waiting(server.port, "hold_minutes = 60\n");
    send(&home, "14:08").done();
    assert_eq!(server.texts().len(), 0, "it is kept for an hour");
    send(&home, "14:09").done();
    assert_eq!(server.texts().len(), 1, "its promise ends at 14:10");
    let home = waiting(server.port, "hold_minutes = 5\n");
    send(&home, "14:04").done();
    let hold = ["notices", "hold", "2026-1/1/receipt/1"];
    home.desk_at("2026-11-23T14:04:30", &hold).done();
    send(&home, "14:30").done();
    assert_eq!(server.texts().len(), 1);
    assert_eq!(notice(&home)["status"], "held");
}

#[test]
fn an_address_that_is_none_fails_by_name_and_the_next_letter_goes() {
    let server = Server::start(Manner::Takes);
    let home = waiting(server.port, "");
    let amend = [
        "record", "2026-1", "amend", "--by", "slip", "--email", "hong@-", "--reason", "오타",
    ];
    // Where the desk itself takes no such address, none can be sent to.
    let refused = home.desk_at("2026-11-23T14:01:00", &amend);
    assert_eq!(refused.code, 1, "{refused:?}");
    take_in(&home, "kim@example.kr");
    send(&home, "14:05").done();
    assert_eq!(server.texts().len(), 2);
}

#[test]
fn a_wrong_configuration_ends_with_3_and_says_what() {
    let server = Server::start(Manner::Takes);
    let home = waiting(server.port, "");
    let check = |settings: &str| {
        std::fs::write(home.path("mail.toml"), settings).unwrap();
        let config = text(home.path("mail.toml"));
        home.desk(&["send", "--check", "--config", &config])
    };
    let from = "from = \"desk@office.example.kr\"\n";
    for (settings, said) in [
        ("lang = \"en\"\n".to_owned(), "has no section 'mail'"),
        (format!("[mail]\n{from}"), "host is missing"),
        (
            "[mail]\nhost = \"localhost\"\n".to_owned(),
            "from is missing",
        ),
        (
            "[mail]\nhost = \"localhost\"\nfrom = \"desk\"\n".to_owned(),
            "from: possible",
        ),
        (
            format!("[mail]\nhost = \"mail.example.kr\"\ntls = \"none\"\n{from}"),
            "insecure = true",
        ),
        (
            format!("[mail]\nhost = \"localhost\"\nuser = \"desk\"\n{from}"),
            "password_file is missing",
        ),
        (
            format!("[mail]\nhost = \"mail.example.kr\"\n{from}"),
            "to this machine only",
        ),
    ] {
        let answer = check(&settings);
        assert_eq!(answer.code, 3, "{settings} {answer:?}");
        assert!(answer.err.contains(said), "{settings} {answer:?}");
    }
    let secret = home.path("password");
    std::fs::write(&secret, "secret\n").unwrap();
    let open = std::os::unix::fs::PermissionsExt::from_mode(0o644);
    std::fs::set_permissions(&secret, open).unwrap();
    let port = server.port;
    let answer = check(&format!(
        "[mail]\nhost = \"127.0.0.1\"\nport = {port}\ntls = \"none\"\nuser = \"desk\"\npassword_file = \"password\"\n{from}"
    ));
    assert_eq!(answer.code, 3, "{answer:?}");
    assert!(answer.err.contains("chmod 600"), "{answer:?}");
    assert!(!answer.err.contains("secret"), "{answer:?}");
    let good = check(&format!(
        "[mail]\nhost = \"127.0.0.1\"\nport = {port}\ntls = \"none\"\n{from}"
    ));
    assert!(good.done().out.contains("lets this program in"));
    assert_eq!(json!(server.texts()), json!([]), "nothing was sent");
}

/// Who wants text messages is told by the office's own program: it takes each notice once, and answers.
#[test]
fn text_messages_are_given_away_once_and_answered() {
    let home = Home::practising();
    for (title, more) in [
        ("교육장 냉방", &["--reply-by", "sms"][..]),
        ("교육장 난방", &[]),
        ("주차장 조명", &["--reply-by", "sms"]),
    ] {
        home.desk(&[&complaint(title)[..], more].concat()).done();
    }
    let take = || {
        let taken = home.json(&["notices", "take", "--medium", "sms", "--limit", "10"]);
        taken["rows"].as_array().unwrap().clone()
    };
    let taken = take();
    let ids: Vec<_> = taken.iter().map(|one| one["id"].clone()).collect();
    assert_eq!(ids, ["2026-000001/1/receipt/1", "2026-000003/1/receipt/1"]);
    let text = taken[0]["text"].as_str().unwrap();
    assert!(
        text.contains("민원 2026-000001 접수 통지. 예정일 2026. 12. 1."),
        "{text}"
    );
    for hidden in ["홍길동", "교육장"] {
        assert!(!text.contains(hidden), "{text}");
    }
    assert_eq!(taken[0]["phone"], "010-1234-5678");
    assert!(take().is_empty(), "another program has them");
    let told = [
        "notices",
        "told",
        "2026-1/1/receipt/1",
        "--how",
        "sms",
        "--text",
        "접수 문자",
    ];
    home.desk(&told).done();
    // The other has no answer for an hour.
    let late = "2026-11-23T15:01:00";
    let later = ["notices", "take", "--medium", "sms", "--json"];
    let again = home.desk_at(late, &later).done().json();
    assert_eq!(again["rows"], json!([]));
    let rows = home.json(&["notices"]);
    let states = rows["rows"].as_array().unwrap().iter();
    let states: Vec<_> = states
        .map(|row| (row["id"].as_str().unwrap(), row["status"].as_str().unwrap()))
        .collect();
    assert!(
        states.contains(&("2026-000001/1/receipt/1", "told")),
        "{states:?}"
    );
    assert!(
        states.contains(&("2026-000003/1/receipt/1", "unknown")),
        "{states:?}"
    );
    // A person lets it go once more, and it is taken again.
    let retry = ["notices", "retry", "2026-3/1/receipt/1"];
    home.desk_at("2026-11-23T15:10:00", &retry).done();
    let again = home.desk_at("2026-11-23T15:11:00", &later).done().json();
    assert_eq!(again["rows"][0]["id"], "2026-000003/1/receipt/1");
}

/// One letter is written anew before it goes: what the law asks for stays in it, and what goes out is what was written.
#[test]
fn a_letter_that_was_changed_goes_out_as_it_was_written() {
    let server = Server::start(Manner::Takes);
    let home = waiting(server.port, "");
    let id = "2026-1/1/receipt/1";
    let shown = home.desk(&["notices", "show", id]).done().out.clone();
    let (_, text) = shown.split_once("\n\n").unwrap();
    let text = text.replace("홍*동", "홍길동");
    let edit = ["notices", "edit", id, "-"];
    let refused = home.fed(&edit, text.replace("2026-000001", "").as_bytes());
    refused.gave_up(1, &["lacks what the law asks for: receipt number"]);
    let written = text.replace("안녕하십니까", "담당자가 덧붙인 인사입니다");
    assert_ne!(written, text);
    home.fed(&edit, written.as_bytes()).done();
    let shown = home.desk(&["notices", "show", id]).done().out.clone();
    assert!(shown.contains("덧붙인 인사"), "{shown}");
    assert!(
        shown.contains("홍*동") && !shown.contains("홍길동"),
        "{shown}"
    );
    send(&home, "14:05").done();
    let again = home.desk(&["notices", "show", id]).done().out.clone();
    assert_eq!(again, shown, "it is shown as it left");
    assert_eq!(server.texts().len(), 1);
    home.fed(&edit, written.as_bytes())
        .gave_up(1, &["2026-000001/1/receipt/1"]);
    home.desk(&["verify"]).done();
    // Back to the office's letter.
    let home = waiting(server.port, "");
    home.fed(&edit, written.as_bytes()).done();
    home.desk(&["notices", "edit", id, "--reset"]).done();
    let shown = home.desk(&["notices", "show", id]).done().out.clone();
    assert!(!shown.contains("덧붙인 인사"), "{shown}");
}
