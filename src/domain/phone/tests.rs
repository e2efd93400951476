//! Numbers as people write them.

use super::*;

fn read(text: &str) -> Option<(String, Option<String>)> {
    Telephone::read(text).map(|phone| (phone.digits, phone.extension))
}

#[test]
fn a_number_is_read_however_it_is_typed_and_its_extension_stands_beside_it() {
    let mobile = ("01012345678", None);
    let office = ("021234567", Some("305"));
    for (typed, (digits, extension)) in [
        ("010-1234-5678", mobile),
        ("010 1234 5678", mobile),
        ("010.1234.5678", mobile),
        ("(010)1234-5678", mobile),
        ("01012345678", mobile),
        ("０１０－１２３４－５６７８", mobile),
        ("010–1234—5678", mobile),
        ("010‑1234−5678", mobile),
        ("+82 10-1234-5678", mobile),
        ("+82-(0)10-1234-5678", mobile),
        ("(+82) 10 1234 5678", mobile),
        ("02-123-4567 (내선 305)", office),
        ("02-123-4567（내선 ３０５）", office),
        ("02-123-4567 내선번호: 305", office),
        ("02-123-4567 ext. 305", office),
        ("02-123-4567 Ext 305", office),
        ("02-123-4567 x305", office),
        ("02-123-4567#305", office),
        ("+82-2-123-4567 (ext.305)", office),
        ("112", ("112", None)),
    ] {
        let expected = (digits.to_owned(), extension.map(str::to_owned));
        assert_eq!(read(typed), Some(expected), "{typed}");
    }
    for typed in [
        "",
        "내선 305",
        "02-123-4567 (부재)",
        "02-123-4567 내선",
        "02-123-4567 내선 305호",
        "02-123-4567 내선 1234567",
        "010-abcd-5678",
        "소음",
    ] {
        assert_eq!(read(typed), None, "{typed}");
    }
}

#[test]
fn a_list_shows_the_area_code_and_the_last_four_digits() {
    for (phone, masked) in [
        ("010-1234-5678", "010-****-5678"),
        ("01012345678", "010****5678"),
        ("02-123-4567", "02-***-4567"),
        ("02-1234-5678", "02-****-5678"),
        ("(031) 123-4567", "(031) ***-4567"),
        ("0505-123-4567", "0505-***-4567"),
        ("+82 10 1234 5678", "010 **** 5678"),
        ("+82-2-123-4567", "02-***-4567"),
        ("+821012345678", "010****5678"),
        ("02-123-4567 (내선 305)", "02-***-4567"),
        ("０２－１２３－４５６７", "02-***-4567"),
        ("1588-1234", "****-1234"),
        ("+1 212 555 0123", "+* *** *** 0123"),
        ("0212345", "***2345"),
        ("112", "112"),
        ("", ""),
    ] {
        assert_eq!(mask_phone(phone), masked, "{phone}");
    }
}
