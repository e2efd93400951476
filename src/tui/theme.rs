//! The one table of styles. A screen asks for a meaning, never for a colour.
//!
//! Every meaning is also told by words or shape, so the table may be empty of colour. Must not know screens.

use ratatui::style::{Color, Modifier, Style};

use crate::tui::backend::ColorDepth;

/// How strong the differences are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Contrast {
    /// The usual table.
    #[default]
    Normal,
    /// No dim text, bold where it matters, only the bright colours.
    High,
}

/// What each kind of text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Ordinary text.
    pub text: Style,
    /// Text of less weight: labels, what is not chosen.
    pub dim: Style,
    /// The bar over the selected row.
    pub bar: Style,
    /// The lines at the top and bottom.
    pub chrome: Style,
    /// A heading or column title.
    pub heading: Style,
    /// The frame of a pane.
    pub frame: Style,
    /// The frame of the pane or field that takes the keys.
    pub focus: Style,
    /// A deadline that is over.
    pub overdue: Style,
    /// A deadline near its end.
    pub soon: Style,
    /// A deadline that stands still.
    pub paused: Style,
    /// Met, done, open for business.
    pub ok: Style,
    /// The name of a key in a list of keys.
    pub key: Style,
    /// A refusal or an error.
    pub error: Style,
    /// The text of a field.
    pub field: Style,
    /// What an empty field asks for.
    pub placeholder: Style,
    /// The part of a text that was searched for.
    pub hit: Style,
}

impl Theme {
    /// The table for a number of colours and a contrast.
    pub fn new(colors: ColorDepth, contrast: Contrast) -> Self {
        let table = match contrast {
            Contrast::Normal => Self::normal(),
            Contrast::High => Self::high(),
        };
        if colors == ColorDepth::None {
            table.without_color()
        } else {
            table
        }
    }

    fn normal() -> Self {
        let plain = Style::new();
        Self {
            text: plain,
            dim: plain.fg(Color::DarkGray),
            bar: plain.add_modifier(Modifier::REVERSED),
            chrome: plain.add_modifier(Modifier::REVERSED),
            heading: plain.add_modifier(Modifier::BOLD),
            frame: plain.fg(Color::DarkGray),
            focus: plain.fg(Color::Cyan).add_modifier(Modifier::BOLD),
            overdue: plain.fg(Color::Red).add_modifier(Modifier::BOLD),
            soon: plain.fg(Color::Yellow),
            paused: plain.fg(Color::Blue),
            ok: plain.fg(Color::Green),
            key: plain.fg(Color::Cyan),
            error: plain.fg(Color::Red).add_modifier(Modifier::BOLD),
            field: plain.add_modifier(Modifier::UNDERLINED),
            placeholder: plain.fg(Color::DarkGray),
            hit: plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        }
    }

    fn high() -> Self {
        let plain = Style::new().fg(Color::White).bg(Color::Black);
        let strong = plain.add_modifier(Modifier::BOLD);
        Self {
            text: plain,
            dim: plain,
            bar: strong.add_modifier(Modifier::REVERSED),
            chrome: strong.add_modifier(Modifier::REVERSED),
            heading: strong.add_modifier(Modifier::UNDERLINED),
            frame: plain,
            focus: strong.fg(Color::LightYellow),
            overdue: strong.fg(Color::LightRed),
            soon: strong.fg(Color::LightYellow),
            paused: strong.fg(Color::LightCyan),
            ok: strong.fg(Color::LightGreen),
            key: strong.fg(Color::LightCyan),
            error: strong.fg(Color::LightRed),
            field: plain.add_modifier(Modifier::UNDERLINED),
            placeholder: plain,
            hit: strong.add_modifier(Modifier::UNDERLINED),
        }
    }

    fn without_color(self) -> Self {
        let plain = |style: Style| Style {
            fg: None,
            bg: None,
            ..style
        };
        Self {
            text: plain(self.text),
            dim: plain(self.dim),
            bar: plain(self.bar),
            chrome: plain(self.chrome),
            heading: plain(self.heading),
            frame: plain(self.frame),
            focus: plain(self.focus),
            overdue: plain(self.overdue),
            soon: plain(self.soon),
            paused: plain(self.paused),
            ok: plain(self.ok),
            key: plain(self.key).add_modifier(Modifier::BOLD),
            error: plain(self.error),
            field: plain(self.field),
            placeholder: plain(self.placeholder),
            hit: plain(self.hit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_the_bar_and_what_is_urgent_still_stand_out() {
        for contrast in [Contrast::Normal, Contrast::High] {
            let theme = Theme::new(ColorDepth::None, contrast);
            assert!(theme.bar.add_modifier.contains(Modifier::REVERSED));
            assert!(theme.overdue.add_modifier.contains(Modifier::BOLD));
            for style in [theme.dim, theme.soon, theme.ok, theme.error, theme.focus] {
                assert_eq!((style.fg, style.bg), (None, None));
            }
        }
    }

    #[test]
    fn overdue_soon_and_paused_differ() {
        let theme = Theme::new(ColorDepth::Ansi16, Contrast::Normal);
        assert_ne!(theme.overdue, theme.soon);
        assert_ne!(theme.soon, theme.paused);
        assert_ne!(theme.overdue, theme.text);
    }
}
