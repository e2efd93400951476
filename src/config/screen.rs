//! Settings of the terminal program's looks and keys, from `config.toml` and the flags.

use crate::words::closed_set;
use serde::Serialize;

closed_set! {
    /// A set of styles.
    #[derive(Default)]
    Look {
        #[default]
        /// The terminal's own sixteen colours on its own background.
        Terminal = "terminal", "터미널 색", "the terminal's colours";
        Dark = "dark", "어두운 바탕", "dark";
        Light = "light", "밝은 바탕", "light";
        /// The strongest differences, no dim text.
        Contrast = "contrast", "고대비", "high contrast";
    }
}

closed_set! {
    /// How many colours may be sent.
    Colors {
        /// As many as the terminal reports.
        Auto = "auto", "자동", "automatic";
        /// None: bold, underline and reverse only.
        None = "none", "색 없음", "none";
        Sixteen = "16", "16색", "16";
        Indexed = "256", "256색", "256";
        True = "true", "트루컬러", "true colour";
    }
}

closed_set! {
    /// What frames and bars are drawn with.
    Frames {
        /// Box lines where the terminal draws them one cell wide.
        Auto = "auto", "자동", "automatic";
        Lines = "lines", "선", "lines";
        Ascii = "ascii", "ASCII", "ASCII";
    }
}

closed_set! {
    /// Width of characters that terminals draw differently: `★`, `①`, box lines.
    Ambiguous {
        /// The terminal is asked.
        Auto = "auto", "자동", "automatic";
        Narrow = "narrow", "한 칸", "one cell";
        Wide = "wide", "두 칸", "two cells";
    }
}

closed_set! {
    /// How fast the line to the terminal is.
    LineSpeed {
        /// Measured after the first frame.
        Auto = "auto", "자동", "automatic";
        /// A mark moves instead of the bar, and some columns are left out.
        Slow = "slow", "느림", "slow";
        /// Neither measured nor throttled.
        Quick = "quick", "빠름", "quick";
    }
}

closed_set! {
    /// Whether the mouse is used.
    Mouse {
        /// Clicks and the wheel work where the terminal has a mouse; text is selected with Shift held.
        On = "on", "켬", "on";
        /// The terminal keeps the mouse for itself.
        Off = "off", "끔", "off";
    }
}

/// Settings of the screen from `config.toml` and the flags; `None` where neither names one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScreenWishes {
    pub look: Option<Look>,
    pub colors: Option<Colors>,
    pub frames: Option<Frames>,
    pub ambiguous: Option<Ambiguous>,
    pub line: Option<LineSpeed>,
    pub mouse: Option<Mouse>,
    /// Whether h, j, k, l, g and G move; true where `None`.
    pub vi: Option<bool>,
    pub keys: Vec<KeyWish>,
}

/// The keys `config.toml` names for an action, as written; the terminal program parses them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyWish {
    pub action: String,
    pub keys: Vec<String>,
    /// The line of the file, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// An action of the terminal program with the keys bound to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BoundKeys {
    /// The word in `config.toml`.
    pub action: &'static str,
    pub name: String,
    pub keys: Vec<String>,
    pub places: Vec<&'static str>,
}
