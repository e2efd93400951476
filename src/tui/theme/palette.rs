//! The colours of the looks that bring their own background.
//!
//! All are of the 6x6x6 cube or the greys of the 256, so that they are the same with 256 colours as with all.

use ratatui::style::Color;

/// The colours of one look.
pub(super) struct Palette {
    pub(super) text: Color,
    pub(super) back: Color,
    pub(super) dim: Color,
    pub(super) chrome_text: Color,
    pub(super) chrome: Color,
    pub(super) bar_text: Color,
    pub(super) bar: Color,
    pub(super) overdue: Color,
    pub(super) soon: Color,
    pub(super) paused: Color,
    pub(super) ok: Color,
    pub(super) key: Color,
}

const fn rgb(code: u32) -> Color {
    let [_, red, green, blue] = code.to_be_bytes();
    Color::Rgb(red, green, blue)
}

impl Palette {
    /// Bright on dark.
    pub(super) const DARK: Self = Self {
        text: rgb(0x00E4_E4E4),
        back: rgb(0x001C_1C1C),
        dim: rgb(0x00A8_A8A8),
        chrome_text: rgb(0x00FF_FFFF),
        chrome: rgb(0x0030_3030),
        bar_text: rgb(0x00FF_FFFF),
        bar: rgb(0x0000_5F87),
        overdue: rgb(0x00FF_8787),
        soon: rgb(0x00FF_D75F),
        paused: rgb(0x0087_AFFF),
        ok: rgb(0x0087_D787),
        key: rgb(0x005F_D7FF),
    };

    /// Dark on bright.
    pub(super) const LIGHT: Self = Self {
        text: rgb(0x0012_1212),
        back: rgb(0x00FF_FFFF),
        dim: rgb(0x0058_5858),
        chrome_text: rgb(0x0000_0000),
        chrome: rgb(0x00D7_D7D7),
        bar_text: rgb(0x00FF_FFFF),
        bar: rgb(0x0000_5F87),
        overdue: rgb(0x00AF_0000),
        soon: rgb(0x005F_5F00),
        paused: rgb(0x0000_00AF),
        ok: rgb(0x0000_5F00),
        key: rgb(0x0000_5F87),
    };

    /// The strongest differences.
    pub(super) const CONTRAST: Self = Self {
        text: rgb(0x00FF_FFFF),
        back: rgb(0x0000_0000),
        dim: rgb(0x00FF_FFFF),
        chrome_text: rgb(0x00FF_FFFF),
        chrome: rgb(0x0030_3030),
        bar_text: rgb(0x0000_0000),
        bar: rgb(0x00FF_FF00),
        overdue: rgb(0x00FF_AFAF),
        soon: rgb(0x00FF_FF00),
        paused: rgb(0x0087_FFFF),
        ok: rgb(0x0087_FF87),
        key: rgb(0x0087_FFFF),
    };
}
