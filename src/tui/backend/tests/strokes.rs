//! Random frames: what is drawn into them, one after the other, and before which terminals.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::widgets::{Block, Clear, Widget};

use super::super::{ColorDepth, Features};
use super::{HEIGHT, WIDTH};

/// One thing drawn into a frame.
#[derive(Clone, Debug)]
pub(super) enum Stroke {
    Text(u16, u16, String, Style),
    Paint(Rect, Style),
    Popup(Rect, String),
}

pub(super) fn draw(stroke: &Stroke, buffer: &mut Buffer) {
    match stroke {
        Stroke::Text(x, y, text, style) => {
            buffer.set_string(*x, *y, text, *style);
        }
        Stroke::Paint(area, style) => buffer.set_style(*area, *style),
        Stroke::Popup(area, title) => {
            Clear.render(*area, buffer);
            Block::bordered()
                .title(title.as_str())
                .render(*area, buffer);
        }
    }
}

fn styles() -> impl Strategy<Value = Style> {
    let color = prop_oneof![
        4 => Just(Color::Reset),
        1 => Just(Color::Red),
        1 => Just(Color::LightBlue),
        1 => Just(Color::Indexed(200)),
        1 => Just(Color::Rgb(1, 2, 3)),
    ];
    let marks = prop_oneof![
        3 => Just(Modifier::empty()),
        2 => Just(Modifier::REVERSED),
        1 => Just(Modifier::BOLD),
        1 => Just(Modifier::BOLD | Modifier::DIM),
        1 => Just(Modifier::UNDERLINED),
    ];
    (color.clone(), color, marks)
        .prop_map(|(fg, bg, marks)| Style::new().fg(fg).bg(bg).add_modifier(marks))
}

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("가"),
        Just("나다"),
        Just("ㄱ"),
        Just("a"),
        Just("bc d"),
        Just("─"),
        Just("①"),
        Just(" "),
        Just("      "),
        Just("é"),
        Just("　"),
        Just("▌"),
        Just("😀"),
        Just("e\u{301}"),
    ];
    prop::collection::vec(piece, 1..9).prop_map(|pieces| pieces.concat())
}

fn areas() -> impl Strategy<Value = Rect> {
    (0..WIDTH - 3, 0..HEIGHT - 2, 2..12u16, 2..5u16).prop_map(|(x, y, width, height)| {
        Rect::new(x, y, width.min(WIDTH - x), height.min(HEIGHT - y))
    })
}

/// The rows of a frame some rows higher or lower, as a list shows them that scrolls.
fn scrolled(strokes: &[Stroke], by: i16) -> Vec<Stroke> {
    let moved = strokes.iter().filter_map(|stroke| match stroke {
        Stroke::Text(x, y, text, style) => {
            let y = y.checked_add_signed(by).filter(|y| *y < HEIGHT)?;
            Some(Stroke::Text(*x, y, text.clone(), *style))
        }
        fixed => Some(fixed.clone()),
    });
    moved.collect()
}

/// Rows of text with a bar on one of them, then the same rows after the list has scrolled.
pub(super) fn lists() -> impl Strategy<Value = Vec<(Vec<Stroke>, Option<Position>)>> {
    let row = (texts(), styles());
    let rows = prop::collection::vec(row, 3..usize::from(HEIGHT) * 2);
    let steps = prop::collection::vec((-3..=3i16, 0..HEIGHT), 1..5);
    (rows, steps).prop_map(|(rows, steps)| {
        let strokes: Vec<Stroke> = (0..)
            .zip(rows)
            .map(|(y, (text, style))| Stroke::Text(0, y, text, style))
            .collect();
        let mut at = 0;
        let frame = |(by, bar)| {
            at += by;
            let mut list = scrolled(&strokes, at);
            list.push(Stroke::Paint(
                Rect::new(2, bar, WIDTH - 2, 1),
                Style::new().reversed(),
            ));
            (list, None)
        };
        steps.into_iter().map(frame).collect()
    })
}

pub(super) fn frames() -> impl Strategy<Value = Vec<(Vec<Stroke>, Option<Position>)>> {
    let stroke = prop_oneof![
        6 => (0..WIDTH, 0..HEIGHT, texts(), styles()).prop_map(|(x, y, text, style)| Stroke::Text(x, y, text, style)),
        2 => (areas(), styles()).prop_map(|(area, style)| Stroke::Paint(area, style)),
        1 => (areas(), texts()).prop_map(|(area, title)| Stroke::Popup(area, title)),
    ];
    let caret = prop::option::of((0..WIDTH, 0..HEIGHT).prop_map(|(x, y)| Position::new(x, y)));
    prop::collection::vec((prop::collection::vec(stroke, 0..7), caret), 1..6)
}

pub(super) fn feature_sets() -> impl Strategy<Value = Features> {
    let colors = prop_oneof![
        Just(ColorDepth::None),
        Just(ColorDepth::Ansi16),
        Just(ColorDepth::Indexed),
        Just(ColorDepth::True)
    ];
    let known = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (colors, known).prop_map(
        |(colors, (extended, regions, synchronized, ambiguous_narrow))| Features {
            colors,
            extended,
            regions,
            synchronized,
            ambiguous_narrow,
        },
    )
}
