//! How the terminal program looks and which keys it takes, as `config.toml` and the flags wish.

use crate::words::closed_set;
use serde::Serialize;

closed_set! {
    /// A set of styles.
    #[derive(Default)]
    Look {
        #[default]
        /// The terminal's own sixteen colours on its own background.
        Terminal = "terminal", "터미널 색", "the terminal's colours";
        /// Bright on dark.
        Dark = "dark", "어두운 바탕", "dark";
        /// Dark on bright.
        Light = "light", "밝은 바탕", "light";
        /// The strongest differences, no dim text.
        Contrast = "contrast", "고대비", "high contrast";
    }
}

closed_set! {
    /// How many colours may be sent.
    Colors {
        /// As the terminal says of itself.
        Auto = "auto", "자동", "automatic";
        /// None: bold, underline and reverse only.
        None = "none", "색 없음", "none";
        /// The sixteen of ANSI.
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
        /// Box lines, whatever the terminal says.
        Lines = "lines", "선", "lines";
        Ascii = "ascii", "ASCII", "ASCII";
    }
}

closed_set! {
    /// How wide the terminal draws what other terminals draw otherwise: `★`, `①`, box lines.
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
        /// As it is measured behind the first frame.
        Auto = "auto", "자동", "automatic";
        /// Slow: a mark moves instead of the bar, and some columns are left out.
        Slow = "slow", "느림", "slow";
        /// Quick: it is neither measured nor waited for.
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

/// What was wished for the screen; what nobody wished for is `None` or as it comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScreenWishes {
    /// The set of styles.
    pub look: Option<Look>,
    /// How many colours.
    pub colors: Option<Colors>,
    /// What frames are drawn with.
    pub frames: Option<Frames>,
    /// How wide characters of disputed width are.
    pub ambiguous: Option<Ambiguous>,
    /// How fast the line is.
    pub line: Option<LineSpeed>,
    /// Whether the mouse is used.
    pub mouse: Option<Mouse>,
    /// The letters that move in vi move here too.
    pub vi: bool,
    /// Keys for actions.
    pub keys: Vec<KeyWish>,
}

impl Default for ScreenWishes {
    fn default() -> Self {
        Self {
            look: None,
            colors: None,
            frames: None,
            ambiguous: None,
            line: None,
            mouse: None,
            vi: true,
            keys: Vec::new(),
        }
    }
}

/// Keys that were wished for an action, as they were written; what they mean is the terminal program's to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyWish {
    /// The word of the action.
    pub action: String,
    pub keys: Vec<String>,
    /// The line of the file, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// What the terminal program can do, with the keys that ask for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BoundKeys {
    /// The word in `config.toml`.
    pub action: &'static str,
    /// What it is called.
    pub name: String,
    /// The keys by name.
    pub keys: Vec<String>,
    /// Where they work.
    pub places: Vec<&'static str>,
}
