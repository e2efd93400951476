//! The one table of styles: a screen asks for a meaning, never for a colour. Every meaning has words or a shape as well, so
//! the table may be without colour. Must not know screens.

mod palette;

use crate::{config::Look, tui::backend::ColorDepth};
use palette::Palette;
use ratatui::style::{Color, Modifier, Style};

/// What each kind of text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    pub text: Style,
    /// Labels, and what is not chosen.
    pub dim: Style,
    /// The selected row.
    pub bar: Style,
    /// The lines at the top and bottom.
    pub chrome: Style,
    pub heading: Style,
    pub frame: Style,
    /// The frame of the pane or field that has the focus.
    pub focus: Style,
    pub overdue: Style,
    pub soon: Style,
    pub paused: Style,
    /// Met, done, open for business.
    pub ok: Style,
    /// The name of a key in a list of keys.
    pub key: Style,
    pub error: Style,
    pub field: Style,
    pub placeholder: Style,
    /// The part of a text that was searched for.
    pub hit: Style,
}

impl Theme {
    /// What was struck out.
    pub fn struck(&self) -> Style {
        self.dim.add_modifier(Modifier::CROSSED_OUT)
    }

    /// The table for a number of colours and a look.
    ///
    /// A look of its own background needs 256 colours; with sixteen it falls back to those of the terminal.
    pub fn new(colors: ColorDepth, look: Look) -> Self {
        let rich = matches!(colors, ColorDepth::Indexed | ColorDepth::True);
        let table = match look {
            Look::Dark if rich => Self::of(&Palette::DARK),
            Look::Light if rich => Self::of(&Palette::LIGHT),
            Look::Contrast if rich => Self::high_of(&Palette::CONTRAST),
            Look::Contrast => Self::high(),
            Look::Light => Self::on_bright(),
            Look::Terminal | Look::Dark => Self::normal(),
        };
        if colors == ColorDepth::None {
            table.without_color()
        } else {
            table
        }
    }

    /// The table where nothing was chosen: the terminal's own colours, on a background that may be bright.
    pub fn unchosen(colors: ColorDepth, bright: bool) -> Self {
        match colors {
            ColorDepth::None => Self::normal().without_color(),
            _ if bright => Self::on_bright(),
            _ => Self::normal(),
        }
    }

    /// The table of a palette. What urges is bold as well.
    fn of(palette: &Palette) -> Self {
        let plain = Style::new().fg(palette.text).bg(palette.back);
        let strong = |color| plain.fg(color).add_modifier(Modifier::BOLD);
        let chrome = Style::new().fg(palette.chrome_text).bg(palette.chrome);
        // What also stands on the chrome brings no background of its own.
        let colored = |color| Style::new().fg(color);
        let urgent = colored(palette.overdue).add_modifier(Modifier::BOLD);
        Self {
            text: plain,
            dim: plain.fg(palette.dim),
            bar: Style::new()
                .fg(palette.bar_text)
                .bg(palette.bar)
                .add_modifier(Modifier::BOLD),
            chrome,
            heading: plain.add_modifier(Modifier::BOLD),
            frame: plain.fg(palette.dim),
            focus: strong(palette.key),
            overdue: urgent,
            soon: colored(palette.soon),
            paused: colored(palette.paused),
            ok: colored(palette.ok),
            key: colored(palette.key),
            error: urgent,
            field: plain.add_modifier(Modifier::UNDERLINED),
            placeholder: plain.fg(palette.dim),
            hit: plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        }
    }

    /// The table of a palette for those who see little: no dim text, everything that means something bold.
    fn high_of(palette: &Palette) -> Self {
        let table = Self::of(palette);
        let bold = |style: Style| style.add_modifier(Modifier::BOLD);
        Self {
            soon: bold(table.soon),
            paused: bold(table.paused),
            ok: bold(table.ok),
            key: bold(table.key),
            chrome: bold(table.chrome),
            heading: table.heading.add_modifier(Modifier::UNDERLINED),
            ..table
        }
    }

    /// The sixteen colours of a terminal on its own bright background: no yellow, no cyan, no bright black.
    fn on_bright() -> Self {
        let plain = Style::new();
        Self {
            dim: plain,
            frame: plain,
            placeholder: plain,
            focus: plain.fg(Color::Blue).add_modifier(Modifier::BOLD),
            soon: plain.fg(Color::Magenta),
            key: plain.fg(Color::Blue),
            ..Self::normal()
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
pub(super) mod tests;
