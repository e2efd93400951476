//! The charters that come with the program.

use super::{Charter, CharterError, ladder::without_ladder, parse};
use crate::words::Phrase;
use sha2::{Digest, Sha256};

#[cfg(test)]
mod tests;

/// The charters that come with the program: id and TOML text.
pub const BUILTIN: [(&str, &str); 5] = [
    ("jndc", include_str!("../../charters/jndc.toml")),
    ("kpf", include_str!("../../charters/kpf.toml")),
    ("koreha", include_str!("../../charters/koreha.toml")),
    ("gbvc", include_str!("../../charters/gbvc.toml")),
    ("wonju", include_str!("../../charters/wonju.toml")),
];

/// Id and name of each charter of [`BUILTIN`], in its order: a list of them needs no parsing.
pub const BUILTIN_NAMES: [(&str, Phrase); 5] = [
    (
        "jndc",
        Phrase::new("전남개발공사", "Jeonnam Development Corporation"),
    ),
    (
        "kpf",
        Phrase::new("한국언론진흥재단", "Korea Press Foundation"),
    ),
    (
        "koreha",
        Phrase::new("한국법무보호복지공단", "Korea Rehabilitation Agency"),
    ),
    (
        "gbvc",
        Phrase::new(
            "경상북도종합자원봉사센터",
            "Gyeongsangbuk-do Volunteer Center",
        ),
    ),
    (
        "wonju",
        Phrase::new("원주교육문화관", "Wonju Education and Culture Center"),
    ),
];

/// The TOML text of a charter that comes with the program.
pub fn builtin_text(id: &str) -> Option<&'static str> {
    BUILTIN
        .iter()
        .find(|(known, _)| *known == id)
        .map(|(_, text)| *text)
}

/// Parses a charter that comes with the program.
///
/// # Errors
/// None that a test has not excluded; the type is that of [`parse()`].
pub fn builtin(id: &str) -> Option<Result<Charter, Vec<CharterError>>> {
    builtin_text(id).map(parse)
}

/// The beginnings of the digests (SHA-256) of the texts that earlier editions of the program came with: id and digests.
const EARLIER: [(&str, &[u64]); 5] = [
    (
        "jndc",
        &[
            0xc665_f98a_927b_5037,
            0xa8e0_3039_3a4a_9266,
            0xa0db_c34a_6ce9_3886,
            0x71aa_8e56_1047_f8a8,
            0x90da_75ae_24dd_4ab2,
            0xd782_bab1_aa48_bbb2,
            0xfca1_d5e1_8770_97d8,
            0xe6b9_40a9_c5d5_4c1d,
        ],
    ),
    (
        "kpf",
        &[
            0x0bd3_bc2c_12fd_9056,
            0xe1aa_2bb7_7021_1ef1,
            0x44c2_cfdb_ffb9_8fc0,
            0xf929_412c_4ce4_910a,
            0x70df_7675_8399_cccb,
            0x4150_2a62_4697_d437,
            0xbb77_132c_e871_95e5,
            0xc19b_9a74_6407_69fb,
            0xa1f6_95ca_95d9_995a,
        ],
    ),
    (
        "koreha",
        &[
            0x5553_0ffa_1027_7159,
            0x745b_8982_0b72_c1c8,
            0x3c6d_4e11_4d9d_5ac6,
            0x7540_deba_0c58_162c,
            0xba90_bad6_877f_b4d9,
            0xa125_9e76_df33_0f58,
            0xff9e_9d00_929b_ffda,
        ],
    ),
    (
        "gbvc",
        &[
            0xa0d2_e8fc_0285_1e59,
            0x8d80_51cc_1da1_309d,
            0xe4fa_04a4_ed71_3b38,
            0x5c57_0ee0_6340_4173,
            0xba47_1dce_2141_fbb0,
            0x993c_68f6_0a74_cf8e,
        ],
    ),
    (
        "wonju",
        &[
            0x16fc_9fc5_4d3e_83b2,
            0xcdb0_9886_8731_b421,
            0x3dbc_4375_9f34_753d,
            0x9a62_8a9c_f2ab_e3b7,
            0xd6b8_e4f0_bf4c_c592,
            0x269f_999c_919b_8fd8,
            0x6240_55c5_e4ca_c8fc,
            0x93dc_ebe0_faea_5c41,
        ],
    ),
];

/// The charter that comes with the program in place of a text that came with an earlier edition of it; `None` for a text of
/// a body's own, and for the one that comes with it now. A ladder of the house behind the text does not matter.
pub fn corrected(text: &str) -> Option<&'static str> {
    let digest = Sha256::digest(without_ladder(text));
    let begins = digest.first_chunk().copied().map(u64::from_be_bytes)?;
    let mut known = EARLIER.iter();
    let found = known.find(|(_, digests)| digests.contains(&begins));
    found.map(|(id, _)| *id)
}
