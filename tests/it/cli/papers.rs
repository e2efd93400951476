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
