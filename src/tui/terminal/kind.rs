//! The kind of terminal, derived from the environment. Pure: the environment comes in as a lookup.

use crate::tui::backend::{ColorDepth, Features};
use crate::tui::symbols::Alphabet;

/// What may be sent to a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a sequence that a terminal knows or not, in any combination"
)]
pub struct TerminalKind {
    pub features: Features,
    /// The alphabet to begin with; a probe may find a smaller one necessary.
    pub alphabet: Alphabet,
    /// There is an alternate screen; without one the screen is cleared on leaving.
    pub alternate_screen: bool,
    pub bracketed_paste: bool,
    /// The terminal reports clicks, drags and turns of the wheel (1002), in the form that no text can be mistaken for (1006).
    pub mouse: bool,
    pub answers: bool,
    /// Whether characters of disputed width take two cells, where the user has said so; else the probe finds out.
    pub ambiguous_wide: Option<bool>,
    pub bright: bool,
}

/// The terminal settings of the user.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Switches {
    pub ascii: bool,
    /// Whether characters of disputed width (`★`, `①`, box lines) take two cells; asked of the terminal where `None`.
    pub ambiguous_wide: Option<bool>,
    /// Box lines, whatever the terminal is.
    pub lines: bool,
    /// No mouse: the terminal keeps it for itself, to select text with.
    pub no_mouse: bool,
    /// So many colours, whatever the terminal is; `None` for what it says of itself.
    pub colors: Option<ColorDepth>,
}

impl TerminalKind {
    /// Derives the kind from `TERM`, `COLORTERM`, `NO_COLOR` and `COLORFGBG`.
    ///
    /// The locale is ignored: Rust writes UTF-8 whatever it says, and PuTTY sends none.
    pub fn from_environment(lookup: impl Fn(&str) -> Option<String>, switches: Switches) -> Self {
        let term = lookup("TERM").unwrap_or_default();
        let no_color = lookup("NO_COLOR").is_some_and(|value| !value.is_empty());
        let family = Family::of(&term);
        let rich = family == Family::Xterm;
        let plain = matches!(family, Family::Vt100 | Family::Dumb);
        // The configuration overrides the environment, and that the abilities of the terminal.
        let colors = if let Some(chosen) = switches.colors {
            chosen
        } else if no_color || plain {
            ColorDepth::None
        } else if rich {
            depth(&term, &lookup("COLORTERM").unwrap_or_default())
        } else {
            ColorDepth::Ansi16
        };
        let ascii = switches.ascii || (plain && !switches.lines);
        Self {
            features: Features {
                colors,
                extended: matches!(family, Family::Xterm | Family::Console),
                regions: family != Family::Dumb,
                synchronized: rich,
                ambiguous_narrow: false,
            },
            alphabet: if ascii {
                Alphabet::Ascii
            } else {
                Alphabet::Unicode
            },
            alternate_screen: rich,
            bracketed_paste: rich,
            mouse: rich && !switches.no_mouse,
            answers: family != Family::Dumb,
            ambiguous_wide: switches.ambiguous_wide,
            bright: is_bright(&lookup("COLORFGBG").unwrap_or_default()),
        }
    }
}

/// Terminals that are sent the same.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    /// xterm and its kin, PuTTY, Windows Terminal, tmux, screen, and any name not known.
    Xterm,
    /// The text console of Linux: colours, no alternate screen; unknown strings may be printed.
    Console,
    /// VT100 to VT102.
    Vt100,
    /// Anything may be printed as it stands.
    Dumb,
}

impl Family {
    fn of(term: &str) -> Self {
        match term {
            "" | "dumb" | "unknown" => Self::Dumb,
            "linux" | "cons25" | "wsvt25" => Self::Console,
            _ if term.starts_with("vt1") || term == "ansi" => Self::Vt100,
            _ => Self::Xterm,
        }
    }
}

/// True where `COLORFGBG` (`15;0`, `0;default;15`) names white or bright white as the background.
fn is_bright(colors: &str) -> bool {
    colors.contains(';') && matches!(colors.rsplit(';').next(), Some("7" | "15"))
}

fn depth(term: &str, colorterm: &str) -> ColorDepth {
    if matches!(colorterm, "truecolor" | "24bit") || term.ends_with("-direct") {
        ColorDepth::True
    } else if term.contains("256color") {
        ColorDepth::Indexed
    } else {
        ColorDepth::Ansi16
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(pairs: &[(&str, &str)]) -> TerminalKind {
        let lookup = |name: &str| {
            pairs
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        };
        TerminalKind::from_environment(lookup, Switches::default())
    }

    #[test]
    fn what_was_chosen_goes_before_what_the_terminal_says() {
        let chosen = |term: &str, switches| {
            let lookup = |name: &str| match name {
                "TERM" => Some(term.to_owned()),
                "NO_COLOR" => Some("1".to_owned()),
                _ => None,
            };
            TerminalKind::from_environment(lookup, switches)
        };
        let all = Switches {
            colors: Some(ColorDepth::True),
            ..Switches::default()
        };
        assert_eq!(chosen("vt100", all).features.colors, ColorDepth::True);
        let lines = Switches {
            lines: true,
            ..Switches::default()
        };
        assert_eq!(chosen("vt100", lines).alphabet, Alphabet::Unicode);
        let no_mouse = Switches {
            no_mouse: true,
            ..Switches::default()
        };
        assert!(!chosen("xterm", no_mouse).mouse);
        let ascii = Switches {
            ascii: true,
            ..Switches::default()
        };
        assert_eq!(chosen("xterm", ascii).alphabet, Alphabet::Ascii);
    }

    #[test]
    fn a_bright_background_is_known_where_the_terminal_tells_it() {
        for (told, bright) in [
            ("0;15", true),
            ("0;default;7", true),
            ("15;0", false),
            ("15", false),
            ("", false),
        ] {
            assert_eq!(kind(&[("COLORFGBG", told)]).bright, bright, "{told}");
        }
    }

    #[test]
    fn a_terminal_is_sent_only_what_its_name_promises() {
        use ColorDepth::{Ansi16, Indexed, None, True};
        for (pairs, colors, extended, alternate, alphabet) in [
            (
                &[("TERM", "xterm")][..],
                Ansi16,
                true,
                true,
                Alphabet::Unicode,
            ),
            (
                &[("TERM", "xterm-256color")],
                Indexed,
                true,
                true,
                Alphabet::Unicode,
            ),
            (
                &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")],
                True,
                true,
                true,
                Alphabet::Unicode,
            ),
            (
                &[("TERM", "xterm"), ("NO_COLOR", "1")],
                None,
                true,
                true,
                Alphabet::Unicode,
            ),
            (
                &[("TERM", "xterm"), ("NO_COLOR", "")],
                Ansi16,
                true,
                true,
                Alphabet::Unicode,
            ),
            (&[("TERM", "linux")], Ansi16, true, false, Alphabet::Unicode),
            (&[("TERM", "vt100")], None, false, false, Alphabet::Ascii),
            (&[("TERM", "dumb")], None, false, false, Alphabet::Ascii),
            (&[], None, false, false, Alphabet::Ascii),
        ] {
            let kind = kind(pairs);
            assert_eq!(kind.features.colors, colors, "{pairs:?}");
            assert_eq!(kind.features.extended, extended, "{pairs:?}");
            assert_eq!(kind.alternate_screen, alternate, "{pairs:?}");
            assert_eq!(kind.bracketed_paste, alternate, "{pairs:?}");
            assert_eq!(kind.mouse, alternate, "{pairs:?}");
            assert_eq!(kind.alphabet, alphabet, "{pairs:?}");
        }
    }
}
