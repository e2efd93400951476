//! `minwon print`: papers of a case and the register, on standard output and in files.

use super::*;
use std::os::unix::fs::{FileTypeExt, PermissionsExt};

#[test]
fn a_slip_names_the_person_and_the_register_masks_them() {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    let slip = home.desk(&["print", "slip", "2026-1"]).done().out;
    for said in ["접수증", "홍길동", "2026-000001", "교육장 냉방"] {
        assert!(slip.contains(said), "{said}\n{slip}");
    }
    let register = |format| {
        let span = ["--from", "2026-11-23", "--to", "2026-11-23"];
        let call = [&["print", "register", "--format", format][..], &span].concat();
        home.desk(&call).done().out.clone()
    };
    for format in ["text", "html"] {
        let register = register(format);
        assert!(register.contains("홍*동"), "{register}");
        assert!(!register.contains("홍길동"), "{register}");
        assert!(register.contains("이하 빈칸"), "{register}");
    }
    let before = [
        "print",
        "register",
        "--from",
        "2026-11-01",
        "--to",
        "2026-11-22",
    ];
    assert!(!home.desk(&before).done().out.contains("2026-000001"));
}

#[test]
fn a_case_and_the_day_are_lists_that_mask_whom_they_name() {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    let case = home.desk(&["print", "case", "2026-1"]).done().out.clone();
    for said in [
        "민원 처리 기록",
        "교육장 냉방",
        "1. 2026. 11. 23.(월) 14:00",
    ] {
        assert!(case.contains(said), "{said}\n{case}");
    }
    // Its receipt is owed within the hour.
    let day = home.desk(&["print", "day"]).done().out.clone();
    assert!(day.contains("2026-000001"), "{day}");
    for printed in [&case, &day] {
        assert!(printed.contains("홍*동"), "{printed}");
        assert!(!printed.contains("홍길동"), "{printed}");
    }
}

/// An objection to the refusal of a statutory petition, from the refusal to the decision.
#[test]
fn an_objection_is_printed_to_be_filed_and_stands_in_its_register() {
    let home = Home::practising();
    let statutory = [
        &complaint("체육관 대관 허가")[..],
        &["--kind", "statutory", "--period", "14 days"],
    ];
    home.desk(&statutory.concat()).done();
    let refuse = [
        "record",
        "2026-1",
        "refuse",
        "--ground",
        "규정 제5조",
        "--remedy",
        "60일 이내 이의신청",
    ];
    home.desk(&refuse).done();
    let form = home
        .desk(&["print", "objection", "2026-1"])
        .done()
        .out
        .clone();
    for said in [
        "거부처분 이의신청서",
        "2026-000001 체육관 대관 허가",
        "홍길동",
    ] {
        assert!(form.contains(said), "{said}\n{form}");
    }
    let span = [
        "print",
        "objections",
        "--from",
        "2026-11-01",
        "--to",
        "2026-11-30",
    ];
    let none = home.desk(&span).done().out.clone();
    assert!(!none.contains("2026-000001"), "{none}");
    let told = [
        "notices",
        "told",
        "2026-1/2/refusal/1",
        "--how",
        "document",
        "--text",
        "거부 통지서",
    ];
    home.desk(&told).done();
    home.desk(&["record", "2026-1", "object", "--text", "부당합니다"])
        .done();
    let register = home.desk(&span).done().out.clone();
    for said in [
        "2026-000001",
        "홍*동",
        "체육관 대관 허가",
        "2026. 11. 23.(월)",
    ] {
        assert!(register.contains(said), "{said}\n{register}");
    }
}

#[test]
fn a_paper_that_nothing_calls_for_is_refused() {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    for kind in ["extension", "progress", "reminder", "objection"] {
        let answer = home.desk(&["print", kind, "2026-1"]);
        answer.gave_up(1, &["Nothing on 2026-000001 calls for this paper"]);
    }
    home.desk(&["print", "slip"])
        .gave_up(2, &["needs a receipt number"]);
    home.desk(&["print", "register"])
        .gave_up(2, &["needs a span"]);
}

#[test]
fn a_file_is_its_owners_alone_and_whole_or_not_there() {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    let path = text(home.path("slip.html"));
    let call = [
        "print", "slip", "2026-1", "--format", "html", "--output", &path,
    ];
    home.desk(&call).done();
    let mode = std::fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let page = std::fs::read_to_string(&path).unwrap();
    assert!(page.ends_with("</html>\n"));
    let left: Vec<_> = std::fs::read_dir(home.path(""))
        .unwrap()
        .filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_string_lossy().ends_with(".part")
        })
        .collect();
    assert!(left.is_empty(), "{left:?}");
    let nowhere = text(home.path("no/slip.html"));
    let call = ["print", "slip", "2026-1", "--output", &nowhere];
    home.desk(&call).gave_up(4, &["cannot be written"]);
    // A full disk; and what is no file is never replaced by one.
    let call = ["print", "slip", "2026-1", "--output", "/dev/full"];
    home.desk(&call)
        .gave_up(4, &["/dev/full cannot be written"]);
    let device = std::fs::metadata("/dev/full").unwrap().file_type();
    assert!(device.is_char_device());
}

/// A configuration with a printing command, written by its owner alone.
fn printing(home: &Home, command: &str) -> String {
    let path = home.path("print.toml");
    std::fs::write(
        &path,
        format!("[print]\ncommand = {command}\ntimeout = 1\n"),
    )
    .unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    text(path)
}

fn print(home: &Home, config: &str) -> Answer {
    home.desk(&["print", "slip", "2026-1", "--printer", "--config", config])
}

#[test]
fn the_offices_own_program_gets_the_document_and_nothing_of_the_clerks_environment() {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    let printed = text(home.path("printed"));
    let command = format!("[\"sh\", \"-c\", \"(env; cat) > {printed}\"]");
    print(&home, &printing(&home, &command)).done();
    let printed = std::fs::read_to_string(printed).unwrap();
    for said in ["접수증", "홍길동", "PATH=/usr/local/bin:/usr/bin:/bin"] {
        assert!(printed.contains(said), "{printed}");
    }
    assert!(!printed.contains("HOME="), "{printed}");
}

#[test]
fn a_printer_that_fails_or_hangs_is_told_and_one_that_others_could_write_is_not_run() {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    let failing = "[\"sh\", \"-c\", \"printf 'no paper\\\\033[2J' >&2; exit 3\"]";
    let answer = print(&home, &printing(&home, failing));
    answer.gave_up(1, &["Not printed. sh: no paper"]);
    assert!(!answer.err.contains('\u{1b}'), "{answer:?}");
    // It reads nothing, and starts another that keeps its lines open.
    let hanging = "[\"sh\", \"-c\", \"sleep 600 & sleep 600\"]";
    print(&home, &printing(&home, hanging)).gave_up(1, &["did not end within 1 s"]);
    print(&home, &printing(&home, "[\"no-such-program\"]")).gave_up(1, &["Not printed"]);
    let config = printing(&home, "[\"true\"]");
    print(&home, &config).done();
    for (mode, code) in [(0o620, 3), (0o602, 3), (0o644, 0)] {
        let permissions = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(&config, permissions).unwrap();
        assert_eq!(print(&home, &config).code, code, "{mode:o}");
    }
    for wrong in ["\"lp\"", "[]", "[1]"] {
        print(&home, &printing(&home, wrong)).gave_up(3, &["print.toml:2:11: command"]);
    }
    let none = text(home.path("none.toml"));
    std::fs::write(&none, "").unwrap();
    print(&home, &none).gave_up(3, &["has no section 'print'"]);
}
