//! Frames through the backend and a terminal emulator, beside the buffer of ratatui; and the bytes of some of them.

mod strokes;

use std::io::Write;

use std::num::NonZeroU16;

use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier, Style};

use super::{ColorDepth, Features, LeanBackend, Sizing, repair_wide};
use strokes::{Stroke, draw, feature_sets, frames, lists};

const WIDTH: u16 = 24;
const HEIGHT: u16 = 6;

type Screen = Terminal<LeanBackend<Vec<u8>>>;

impl<W: Write> LeanBackend<W> {
    /// The writer, to look at the bytes.
    pub(in crate::tui) fn writer_mut(&mut self) -> &mut W {
        &mut self.writer
    }

    /// Changes a fixed size; the next draw clears the screen.
    fn set_size(&mut self, size: Size) {
        self.sizing = Sizing::Fixed(size);
    }
}

fn screen(features: Features) -> Screen {
    let size = Size::new(WIDTH, HEIGHT);
    Terminal::new(LeanBackend::new(Vec::new(), Sizing::Fixed(size), features).unwrap()).unwrap()
}

fn frame(screen: &mut Screen, strokes: &[Stroke], caret: Option<Position>) -> Vec<u8> {
    screen
        .draw(|frame| {
            for stroke in strokes {
                draw(stroke, frame.buffer_mut());
            }
            repair_wide(frame.buffer_mut());
            if let Some(caret) = caret {
                frame.set_cursor_position(caret);
            }
        })
        .unwrap();
    std::mem::take(screen.backend_mut().writer_mut())
}

fn parser() -> vt100::Parser {
    vt100::Parser::new(
        NonZeroU16::new(HEIGHT).unwrap(),
        NonZeroU16::new(WIDTH).unwrap(),
        0,
    )
}

/// What a person sees, cell by cell: the text, the inverse and bold marks, the colours where they show.
fn seen(parser: &vt100::Parser) -> Vec<String> {
    let mut cells = Vec::new();
    for y in 0..HEIGHT {
        for x in 0..WIDTH {
            let cell = parser.screen().cell(y, x).unwrap();
            let text = match cell.contents() {
                "" => " ",
                text => text,
            };
            let blank = text == " " && !cell.inverse() && !cell.underline();
            let (bold, fg) = if blank || cell.is_wide_continuation() {
                (false, vt100::Color::Default)
            } else {
                (cell.bold(), cell.fgcolor())
            };
            cells.push(format!(
                "{y},{x} {text:?} wide {} inverse {} bold {bold} {fg:?} on {:?}",
                cell.is_wide(),
                cell.inverse(),
                cell.bgcolor(),
            ));
        }
    }
    cells
}

/// The cells in which two screens differ.
fn differing(one: &vt100::Parser, other: &vt100::Parser) -> Vec<String> {
    let pairs = seen(one).into_iter().zip(seen(other));
    pairs
        .filter(|(one, other)| one != other)
        .map(|(one, other)| format!("{one} | {other}"))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn frame_after_frame_looks_like_the_last_one_drawn_fresh(frames in prop_oneof![frames(), lists()], features in feature_sets()) {
        let mut stepwise = screen(features);
        let mut shown = parser();
        for (strokes, caret) in &frames {
            shown.process(&frame(&mut stepwise, strokes, *caret));

            let mut fresh = screen(features);
            let mut expected = parser();
            expected.process(&frame(&mut fresh, strokes, *caret));

            prop_assert_eq!(differing(&shown, &expected), Vec::<String>::new());
            prop_assert_eq!(shown.screen().hide_cursor(), caret.is_none());
            if let Some(caret) = caret {
                prop_assert_eq!(shown.screen().cursor_position(), (caret.y, caret.x));
            }
            prop_assert_eq!(frame(&mut stepwise, strokes, *caret), Vec::<u8>::new());
        }
    }

    #[test]
    fn a_frame_shows_the_buffer(frames in prop_oneof![frames(), lists()], features in feature_sets()) {
        let features = Features { colors: ColorDepth::True, ..features };
        let mut stepwise = screen(features);
        let mut shown = parser();
        for (strokes, caret) in &frames {
            let mut buffer = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
            for stroke in strokes {
                draw(stroke, &mut buffer);
            }
            repair_wide(&mut buffer);
            shown.process(&frame(&mut stepwise, strokes, *caret));
            prop_assert_eq!(unlike(&shown, &buffer), Vec::<String>::new());
        }
    }
}

/// The cells in which a screen differs from a buffer of ratatui: text, colours and marks, as far as they can be seen.
fn unlike(parser: &vt100::Parser, buffer: &Buffer) -> Vec<String> {
    let mut found = Vec::new();
    for y in 0..HEIGHT {
        for x in 0..WIDTH {
            let cell = parser.screen().cell(y, x).unwrap();
            let drawn = buffer.cell((x, y)).unwrap();
            if cell.is_wide_continuation() {
                continue;
            }
            let has = |mark| drawn.modifier.contains(mark);
            let text = if cell.has_contents() {
                cell.contents()
            } else {
                " "
            };
            let marks = [
                (cell.inverse(), Modifier::REVERSED),
                (cell.underline(), Modifier::UNDERLINED),
            ];
            let mut same =
                text == drawn.symbol() && marks.iter().all(|(seen, mark)| *seen == has(*mark));
            same &= cell.bgcolor() == emulated(drawn.bg);
            if text != " " || cell.inverse() || cell.underline() {
                // The emulator keeps one of the two.
                let both = has(Modifier::BOLD) && has(Modifier::DIM);
                let bold = both || cell.bold() == has(Modifier::BOLD);
                let dim = both || cell.dim() == has(Modifier::DIM);
                same &= bold && dim && cell.fgcolor() == emulated(drawn.fg);
            }
            if !same {
                found.push(format!("{x},{y} {cell:?} {drawn:?}"));
            }
        }
    }
    found
}

/// A colour as the emulator names it.
fn emulated(color: Color) -> vt100::Color {
    match color {
        Color::Red => vt100::Color::Idx(1),
        Color::LightBlue => vt100::Color::Idx(12),
        Color::Indexed(n) => vt100::Color::Idx(n),
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        _ => vt100::Color::Default,
    }
}

fn line(y: u16, text: &str, style: Style) -> Stroke {
    Stroke::Text(0, y, text.to_owned(), style)
}

#[test]
fn a_frame_that_changes_nothing_sends_nothing() {
    let strokes = [line(0, "민원 접수", Style::new().reversed())];
    let mut screen = screen(Features::default());
    assert!(!frame(&mut screen, &strokes, None).is_empty());
    assert_eq!(frame(&mut screen, &strokes, None), b"");
    let caret = Some(Position::new(3, 0));
    assert!(!frame(&mut screen, &strokes, caret).is_empty());
    assert_eq!(frame(&mut screen, &strokes, caret), b"");
}

#[test]
fn no_colour_keeps_the_selection_bar() {
    let bar = Style::new().fg(Color::Red).bg(Color::Blue).reversed();
    let mut screen = screen(Features {
        colors: ColorDepth::None,
        ..Features::default()
    });
    let sent = frame(&mut screen, &[line(0, "소음", bar)], None);
    assert_eq!(String::from_utf8(sent).unwrap(), "\x1b[7m소음\x1b[?25l");
}

#[test]
fn text_goes_on_after_hangul_without_an_address_and_after_a_box_line_with_one() {
    let mut screen = screen(Features::default());
    let sent = frame(&mut screen, &[line(0, "가나다 a─b", Style::new())], None);
    assert_eq!(
        String::from_utf8(sent).unwrap(),
        "가나다 a─\t\x1b[7Db\x1b[?25l"
    );
}

#[test]
fn the_end_of_a_row_is_erased_and_a_typed_letter_is_one_byte() {
    let mut screen = screen(Features::default());
    let caret = |x| Some(Position::new(x, 1));
    frame(&mut screen, &[line(1, "complaint", Style::new())], caret(3));
    let sent = frame(&mut screen, &[line(1, "com", Style::new())], caret(3));
    assert_eq!(String::from_utf8(sent).unwrap(), "\x1b[K");
    let sent = frame(&mut screen, &[line(1, "come", Style::new())], caret(4));
    assert_eq!(String::from_utf8(sent).unwrap(), "e");
}

#[test]
fn control_characters_in_a_cell_never_reach_the_terminal() {
    let mut screen = screen(Features::default());
    screen
        .draw(|frame| {
            frame
                .buffer_mut()
                .cell_mut((0, 0))
                .unwrap()
                .set_symbol("\u{9b}2J\x07");
        })
        .unwrap();
    let sent = String::from_utf8(screen.backend_mut().writer_mut().clone()).unwrap();
    assert!(!sent.contains(['\u{9b}', '\x07']), "{sent:?}");
}

#[test]
fn a_new_size_draws_everything_again() {
    let strokes = [line(0, "민원", Style::new().reversed())];
    let mut screen = screen(Features::default());
    frame(&mut screen, &strokes, None);
    screen.backend_mut().set_size(Size::new(WIDTH - 4, HEIGHT));
    let sent = String::from_utf8(frame(&mut screen, &strokes, None)).unwrap();
    assert_eq!(sent, "\x1b[m\x1b[H\x1b[J\x1b[7m민원");
}

#[test]
fn moving_the_bar_one_row_costs_two_rows_of_text_and_little_else() {
    let row = |y: u16, selected: bool| {
        let style = if selected {
            Style::new().reversed()
        } else {
            Style::new()
        };
        line(y, "2026-0412 소음 민원 접수", style)
    };
    let mut screen = screen(Features::default());
    let rows = |bar: u16| [row(0, bar == 0), row(1, bar == 1), row(2, bar == 2)];
    frame(&mut screen, &rows(0), None);
    let text = "2026-0412 소음 민원 접수".len();
    let sent = frame(&mut screen, &rows(1), None);
    assert!(sent.len() <= 2 * text + 12, "{} bytes", sent.len());
}

/// Counts the writes.
#[derive(Default)]
struct Counter {
    writes: usize,
}

impl std::io::Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.writes += 1;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_frame_is_one_write_and_an_unchanged_one_none() {
    let size = Sizing::Fixed(Size::new(200, 60));
    let features = Features {
        synchronized: true,
        ..Features::default()
    };
    let backend = LeanBackend::new(Counter::default(), size, features).unwrap();
    let mut screen = Terminal::new(backend).unwrap();
    for (text, writes) in [("민원", 1), ("민원", 1), ("접수", 2)] {
        screen
            .draw(|frame| {
                for y in 0..60 {
                    frame
                        .buffer_mut()
                        .set_string(0, y, text.repeat(50), Style::new().reversed());
                }
            })
            .unwrap();
        assert_eq!(screen.backend_mut().writer_mut().writes, writes);
    }
}
