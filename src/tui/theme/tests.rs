//! Contrast and difference of every style, with and without colour.

use super::*;

const LOOKS: [Look; 4] = [Look::Terminal, Look::Dark, Look::Light, Look::Contrast];

#[test]
fn without_colour_the_bar_and_what_is_urgent_still_stand_out() {
    for look in LOOKS {
        let theme = Theme::new(ColorDepth::None, look);
        assert!(theme.bar.add_modifier.contains(Modifier::REVERSED));
        assert!(theme.overdue.add_modifier.contains(Modifier::BOLD));
        for style in [theme.dim, theme.soon, theme.ok, theme.error, theme.focus] {
            assert_eq!((style.fg, style.bg), (None, None));
        }
    }
}

#[test]
fn overdue_soon_and_paused_differ() {
    for colors in [ColorDepth::Ansi16, ColorDepth::Indexed, ColorDepth::True] {
        for look in LOOKS {
            let theme = Theme::new(colors, look);
            assert_ne!(theme.overdue, theme.soon, "{look}");
            assert_ne!(theme.soon, theme.paused, "{look}");
            assert_ne!(theme.overdue, theme.text, "{look}");
        }
    }
}

#[test]
fn sixteen_colours_get_no_background_of_a_look_but_the_strongest() {
    for look in [Look::Terminal, Look::Dark, Look::Light] {
        let theme = Theme::new(ColorDepth::Ansi16, look);
        assert_eq!((theme.text, theme.bar.bg), (Style::new(), None), "{look}");
    }
    let theme = Theme::new(ColorDepth::Ansi16, Look::Contrast);
    assert_eq!(theme.text.bg, Some(Color::Black));
}

/// The relative luminance of WCAG 2.2.
fn luminance(color: Color) -> f64 {
    let Color::Rgb(red, green, blue) = color else {
        panic!("{color:?} is no RGB colour");
    };
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
}

/// How one colour stands out from another.
pub(in crate::tui) fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn the_formula_is_that_of_wcag() {
    let (black, white) = (Color::Rgb(0, 0, 0), Color::Rgb(255, 255, 255));
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    assert!((contrast(Color::Rgb(118, 118, 118), white) - 4.54).abs() < 0.01);
}

/// Success criterion 1.4.3 asks for 4.5:1, 1.4.6 for 7:1.
#[test]
fn every_text_can_be_read_on_every_background_it_stands_on() {
    for (look, least) in [(Look::Dark, 4.5), (Look::Light, 4.5), (Look::Contrast, 7.0)] {
        let theme = Theme::new(ColorDepth::True, look);
        let ground = theme.text.bg.unwrap();
        let named = [
            ("text", theme.text),
            ("dim", theme.dim),
            ("bar", theme.bar),
            ("chrome", theme.chrome),
            ("heading", theme.heading),
            ("focus", theme.focus),
            ("overdue", theme.overdue),
            ("soon", theme.soon),
            ("paused", theme.paused),
            ("ok", theme.ok),
            ("key", theme.key),
            ("error", theme.error),
            ("field", theme.field),
            ("placeholder", theme.placeholder),
            ("hit", theme.hit),
        ];
        for (name, style) in named {
            let found = contrast(style.fg.unwrap(), style.bg.unwrap_or(ground));
            assert!(found >= least, "{look} {name} {found:.2}");
        }
        for (name, style) in [
            ("overdue", theme.overdue),
            ("soon", theme.soon),
            ("ok", theme.ok),
            ("key", theme.key),
            ("error", theme.error),
        ] {
            let chrome = theme.chrome.patch(style);
            let found = contrast(chrome.fg.unwrap(), chrome.bg.unwrap());
            assert!(found >= least, "{look} {name} on the chrome {found:.2}");
        }
    }
}
