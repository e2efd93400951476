//! A fast path for drawing text: a screen has some hundred pieces of text, nearly all without combining characters.
//!
//! Draws what [`Line`] would draw, aligned to the left; a test compares the two.

use super::text::width_alone;
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::Widget,
};

/// Draws a line from the left of an area's first row, as much of it as fits.
pub(super) fn print(line: &Line<'_>, area: Rect, buffer: &mut Buffer) {
    let mut area = Rect {
        height: area.height.min(1),
        ..area.intersection(buffer.area)
    };
    if area.is_empty() || line.spans.iter().all(is_nothing) {
        return;
    }
    buffer.set_style(area, line.style);
    for span in line.spans.iter().filter(|span| !is_nothing(span)) {
        let width = print_alone(span, area, buffer).unwrap_or_else(|| {
            span.render(area, buffer);
            u16::try_from(span.width()).unwrap_or(u16::MAX)
        });
        area.x = area.x.saturating_add(width).min(area.right());
        area.width = area.width.saturating_sub(width);
        if area.is_empty() {
            return;
        }
    }
}

fn is_nothing(span: &Span<'_>) -> bool {
    let first = span.content.chars().next();
    first.and_then(width_alone).is_none() && span.width() == 0
}

/// Draws a text without combining characters and returns its width in cells; `None` for any other text.
fn print_alone(span: &Span<'_>, area: Rect, buffer: &mut Buffer) -> Option<u16> {
    if !span.content.chars().all(|c| width_alone(c).is_some()) {
        return None;
    }
    let mut x = area.x;
    for c in span.content.chars() {
        let width = u16::try_from(width_alone(c)?).unwrap_or(1);
        if x + width > area.right() {
            return Some(area.width);
        }
        let cells = buffer.content.get_mut(at(buffer.area, x, area.y)..)?;
        let (head, tail) = cells.split_first_mut()?;
        head.set_char(c).set_style(span.style);
        if let Some(tail) = tail.first_mut().filter(|_| width > 1) {
            tail.reset();
        }
        x += width;
    }
    Some(x - area.x)
}

fn at(area: Rect, x: u16, y: u16) -> usize {
    usize::from(y - area.y) * usize::from(area.width) + usize::from(x - area.x)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::style::{Color, Style, Stylize};

    /// Letters, syllables, and what joins or hides: marks, joiners, pictograms, loose jamo, nothing at all.
    const PIECES: &[&str] = &[
        "a",
        " ",
        "~",
        "가",
        "힣",
        "민원",
        "e\u{301}",
        "\u{301}",
        "👨\u{200D}👩",
        "…",
        "①",
        "·─▏█▟",
        "\u{1112}\u{1161}",
        "ㅎ",
        "",
    ];

    fn texts() -> impl Strategy<Value = Vec<String>> {
        let text = prop::collection::vec(prop::sample::select(PIECES), 0..6);
        prop::collection::vec(text.prop_map(|pieces| pieces.concat()), 0..5)
    }

    proptest! {
        #[test]
        fn it_draws_what_a_line_draws(texts in texts(), x in 0..6_u16, width in 0..24_u16, styled: bool) {
            let style = |at: usize| Style::new().fg(Color::Indexed(u8::try_from(at).unwrap_or(0)));
            let spans = texts.iter().enumerate().map(|(at, text)| Span::styled(text.as_str(), style(at)));
            let line = Line::from(spans.collect::<Vec<_>>());
            let line = if styled { line.bg(Color::Blue) } else { line };
            let mut ours = Buffer::with_lines(["가나다라마바사아자차카타", "xxxxxxxxxxxxxxxxxxxxxxxx"]);
            let mut theirs = ours.clone();
            let area = Rect::new(x, 1, width, 1);
            print(&line, area, &mut ours);
            line.render(area, &mut theirs);
            prop_assert_eq!(ours, theirs);
        }
    }
}
