//! What holds of every screen, in every size and both languages.

mod broken;

use super::{SIZES, every, paint};
use crate::{
    config::Look,
    tui::{
        backend::ColorDepth, front::Front, model::Msg, picture::picture, screen::Saying,
        text::width, theme::Theme,
    },
    words::Lang,
};
use ratatui::{
    buffer::{Buffer, CellWidth},
    crossterm::event::KeyCode,
    layout::Position,
    style::Color,
};
use std::collections::{BTreeMap, BTreeSet};

/// A screen as it is drawn.
pub(super) struct Seen<'a> {
    pub(super) front: &'a Front,
    pub(super) buffer: Buffer,
    pub(super) cursor: Option<Position>,
    /// Every word of the same screen where there is room for all.
    pub(super) words: &'a BTreeSet<String>,
}

/// What holds of a screen, with its name.
type Proof = (&'static str, fn(&Seen<'_>) -> Result<(), String>);

const PROOFS: &[Proof] = &[
    ("no wide character is split", |seen| {
        wide_characters_are_whole(&seen.buffer)
    }),
    ("frames and rules are whole", frames_are_whole),
    ("what is cut says so", what_is_cut_says_so),
    (
        "the line at the bottom ends with a whole label",
        labels_are_whole,
    ),
    (
        "the cursor stands where the keys go",
        the_cursor_is_in_its_place,
    ),
    (
        "a sentence at the bottom is whole, and told once",
        what_is_said_is_whole_and_told_once,
    ),
];

/// Proves it of the program as it stands, in every size.
pub(super) fn prove(name: &str, front: &mut Front) {
    front.send(Msg::Resize(300, 100));
    let room = picture(&front.buffer());
    let (shared, place) = (&front.model.shared, front.model.key_context());
    // Where not all fits, a key is named that shows it.
    let bindings = shared.keys.bindings(place);
    let labels: Vec<&str> = bindings
        .iter()
        .map(|binding| binding.label.get(shared.lang))
        .collect();
    let words = [&*room, &labels.join(" ")].join(" ");
    let words = words.split_whitespace().map(str::to_owned).collect();
    for (columns, rows) in SIZES {
        front.send(Msg::Resize(columns, rows));
        let (buffer, cursor) = front.drawn();
        let seen = Seen {
            front,
            buffer,
            cursor,
            words: &words,
        };
        for (claim, proof) in PROOFS {
            if let Err(fault) = proof(&seen) {
                let shown = picture(&seen.buffer);
                panic!("{name} {columns}x{rows}: {claim}: {fault}\n{shown}");
            }
        }
        what_is_typed_appears_at_the_cursor(name, front);
    }
    color_tells_nothing_alone(name, front);
    ascii_is_enough(name, front);
}

/// Where frames and marks are to be ASCII, nothing but text of certain width is drawn.
fn ascii_is_enough(name: &str, front: &mut Front) {
    let symbols = front.model.shared.symbols;
    front.in_ascii();
    let shown = front.picture();
    let plain = |c: char| c.is_ascii() || matches!(c, '가'..='힣' | 'ㄱ'..='ㅣ');
    let other: String = shown.chars().filter(|c| !plain(*c)).collect();
    front.model.shared.symbols = symbols;
    assert!(other.is_empty(), "{name}: {other:?}\n{shown}");
}

fn of_every_screen(lang: Lang) {
    for entry in every() {
        let name = format!("{} {lang:?}", entry.name);
        prove(&name, &mut entry.front(lang, SIZES[0]));
    }
}

#[test]
fn it_holds_of_every_screen_in_korean() {
    of_every_screen(Lang::Ko);
}

#[test]
fn it_holds_of_every_screen_in_english() {
    of_every_screen(Lang::En);
}

/// The symbol of a cell.
fn symbol(buffer: &Buffer, x: u16, y: u16) -> &str {
    buffer.cell((x, y)).map_or("", |cell| cell.symbol())
}

/// The cells of a row that are seen: first cell and symbol.
fn row(buffer: &Buffer, y: u16) -> Vec<(u16, &str)> {
    let (mut seen, mut x) = (Vec::new(), 0);
    while x < buffer.area.width {
        let symbol = symbol(buffer, x, y);
        seen.push((x, symbol));
        x += symbol.cell_width().max(1);
    }
    seen
}

pub(super) fn wide_characters_are_whole(buffer: &Buffer) -> Result<(), String> {
    for y in 0..buffer.area.height {
        for (x, wide) in row(buffer, y) {
            let over = symbol(buffer, x + 1, y);
            if wide.cell_width() == 2 && over != " " {
                return Err(format!("{over:?} lies over {wide} at {x},{y}"));
            }
        }
    }
    Ok(())
}

fn frames_are_whole(seen: &Seen<'_>) -> Result<(), String> {
    let buffer = &seen.buffer;
    let upright = |x: u16, y: u16| {
        let side = symbol(buffer, x, y);
        matches!(side, "│" | "┌" | "┐" | "└" | "┘" | "├" | "┤" | "┬" | "┴")
    };
    for y in 0..buffer.area.height {
        let cells = row(buffer, y);
        for (x, corner) in &cells {
            let closed = |other: &str| cells.iter().any(|(at, it)| at > x && *it == other);
            let whole = match *corner {
                "│" => y > 0 && upright(*x, y - 1) || upright(*x, y + 1),
                "┌" => closed("┐"),
                "└" => closed("┘"),
                _ => true,
            };
            if !whole {
                return Err(format!("{corner} stands alone at {x},{y}"));
            }
        }
        // A rule goes to the edge, or to the frame of what stands beside it.
        let mut after = cells.iter().map(|(_, it)| *it).skip_while(|it| *it == "─");
        if symbol(buffer, 0, y) == "─" && !matches!(after.next(), None | Some("│")) {
            return Err(format!("the rule in row {y} is broken"));
        }
    }
    Ok(())
}

/// A row that reaches the edge ends in a mark, or in a word that is whole or goes on in the next row.
fn what_is_cut_says_so(seen: &Seen<'_>) -> Result<(), String> {
    let picture = picture(&seen.buffer);
    let lines: Vec<&str> = picture.lines().collect();
    for (y, line) in lines.iter().enumerate() {
        if width(line) + 1 < usize::from(seen.buffer.area.width) {
            continue;
        }
        let line = line.trim_end_matches(['▲', '▼', '│']).trim_end();
        let Some(last) = line.split_whitespace().last() else {
            continue;
        };
        let next = lines
            .get(y + 1)
            .and_then(|next| next.split_whitespace().next());
        let joined = format!("{last}{}", next.unwrap_or_default());
        let whole = last.ends_with('…')
            || !last.contains(char::is_alphanumeric)
            || seen.words.contains(last)
            || seen.words.contains(&joined);
        if !whole {
            return Err(format!("{last:?} is no word in row {y}"));
        }
    }
    Ok(())
}

/// Whether a sentence stands in place of the keys, whose own ellipsis tells what is cut.
fn labels_are_whole(seen: &Seen<'_>) -> Result<(), String> {
    let model = &seen.front.model;
    if model.saying.is_some() || model.jump.is_some() {
        return Ok(());
    }
    let picture = picture(&seen.buffer);
    let line = picture.lines().last().unwrap_or_default();
    let mut rest = line.trim();
    while let Some((_, after)) = rest
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("] "))
    {
        rest = after;
    }
    let bindings = model.shared.keys.bindings(model.key_context());
    let mut shown = 0;
    for binding in bindings.iter().filter(|binding| binding.footer > 0) {
        let key = binding.keys.first().map(|key| key.name());
        let label = binding.label.get(model.shared.lang);
        let Some(after) = rest.strip_prefix(&format!("{} {label}", key.unwrap_or_default())) else {
            break;
        };
        rest = after.trim_start();
        shown += 1;
    }
    let ranked = bindings.iter().filter(|binding| binding.footer > 0).count();
    if !rest.is_empty() || shown < ranked.min(3) {
        return Err(format!("{rest:?} after {shown} of {line:?}"));
    }
    Ok(())
}

/// A text as it is read: without the blanks at which it breaks.
fn joined(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What a clerk is told ends the screen to its last word, and stands nowhere else on it.
fn what_is_said_is_whole_and_told_once(seen: &Seen<'_>) -> Result<(), String> {
    let (Some(Saying::Done(said) | Saying::Refused(said)), None) =
        (&seen.front.model.saying, &seen.front.model.jump)
    else {
        return Ok(());
    };
    let (said, shown) = (joined(said), joined(&picture(&seen.buffer)));
    match shown.strip_suffix(&said) {
        Some(above) if above.contains(&said) => Err(format!("twice: {said}")),
        Some(_) => Ok(()),
        None => Err(format!("not whole: {said}")),
    }
}

/// Where text is typed there is a cursor; elsewhere, where there is one, it stands on the chosen row.
fn the_cursor_is_in_its_place(seen: &Seen<'_>) -> Result<(), String> {
    let takes_text = seen.front.model.key_context().takes_text();
    let Some(Position { x, y }) = seen.cursor else {
        return if takes_text {
            Err("there is none".to_owned())
        } else {
            Ok(())
        };
    };
    let area = seen.buffer.area;
    if x >= area.width || !(1..area.height - 1).contains(&y) {
        return Err(format!("it is at {x},{y}"));
    }
    let chosen = row(&seen.buffer, y).iter().any(|(_, it)| *it == "▌");
    if !takes_text && !chosen {
        return Err(format!("it is at {x},{y}, where nothing is chosen"));
    }
    Ok(())
}

/// A letter that is typed stands before the cursor then, unless the field takes no letters.
fn what_is_typed_appears_at_the_cursor(name: &str, front: &mut Front) {
    let before = front.picture();
    if !front.model.key_context().takes_text() || front.model.saying.is_some() {
        return;
    }
    front.press(KeyCode::Char('갛'));
    let (buffer, cursor) = front.drawn();
    let Position { x, y } = cursor.unwrap_or_default();
    let stands = x >= 2 && symbol(&buffer, x - 2, y) == "갛";
    let taken = front.picture() != before;
    assert!(
        stands || !taken,
        "{name}: it is at {x},{y}\n{}",
        picture(&buffer)
    );
    if taken {
        front.press(KeyCode::Backspace);
    }
}

/// The text is the same with every number of colours, and no colour alone tells two things of one word apart.
fn color_tells_nothing_alone(name: &str, front: &mut Front) {
    paint::no_color(front);
    let plain = front.buffer();
    let text = picture(&plain);
    for (depth, look) in [
        (ColorDepth::Ansi16, Look::Contrast),
        (ColorDepth::Indexed, Look::Dark),
        (ColorDepth::True, Look::Light),
    ] {
        front.model.shared.theme = Theme::new(depth, look);
        assert_eq!(picture(&front.buffer()), text, "{name}: {depth:?}");
    }
    paint::color(front);
    let colored = front.buffer();
    paint::no_color(front);
    assert_eq!(picture(&colored), text, "{name}");
    let alone = told_by_color_alone(&plain, &colored);
    assert!(alone.is_empty(), "{name}: {alone:?}");
}

/// Words that stand in two colours and are alike without them. Dim text is ordinary text of less weight.
fn told_by_color_alone(plain: &Buffer, colored: &Buffer) -> Vec<String> {
    let ordinary = |color: Color| {
        if color == Color::DarkGray {
            Color::Reset
        } else {
            color
        }
    };
    let (mut seen, mut alone) = (BTreeMap::new(), Vec::new());
    for run in paint::all(colored) {
        let (y, x) = run.at;
        let cells = row(colored, y).into_iter();
        let own = cells.filter(|(at, _)| (x..x + run.cells).contains(at));
        let words: String = own.map(|(_, symbol)| symbol).collect();
        let shape = plain.cell((x, y)).map(|cell| cell.modifier.bits());
        let color = ordinary(run.style.fg.unwrap_or_default());
        let said = words.trim().to_owned();
        let other = seen.insert((said.clone(), shape), color);
        if !said.is_empty() && other.is_some_and(|other| other != color) {
            alone.push(said);
        }
    }
    alone
}
