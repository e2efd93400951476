//! How many bytes the queue costs on the line, on the practice desk at 80x24 with the terminal's sixteen colours.
//!
//! At 9600 baud a byte takes a millisecond. Bytes do not depend on the machine, so they may be asserted.

use crate::tui::{
    backend::{Features, LeanBackend, Sizing, repair_wide},
    front::Front,
    model::Msg,
    theme::Theme,
    view,
};
use crate::words::Lang;
use ratatui::{Terminal, crossterm::event::KeyCode, layout::Size};

/// The program on a terminal that counts.
struct Line {
    front: Front,
    terminal: Terminal<LeanBackend<Vec<u8>>>,
}

impl Line {
    fn new(lang: Lang, features: Features) -> Self {
        let mut front = Front::demo(lang, (80, 24));
        front.model.shared.theme = Theme::new(features.colors, crate::config::Look::Terminal);
        let size = Sizing::Fixed(Size::new(80, 24));
        let backend = LeanBackend::new(Vec::new(), size, features).unwrap();
        let terminal = Terminal::new(backend).unwrap();
        Self { front, terminal }
    }

    /// Draws and says how many bytes that took.
    fn draw(&mut self) -> usize {
        let model = &self.front.model;
        self.terminal
            .draw(|frame| {
                view::view(model, frame);
                repair_wide(frame.buffer_mut());
            })
            .unwrap();
        std::mem::take(self.terminal.backend_mut().writer_mut()).len()
    }

    /// The most bytes of so many presses of a key.
    fn most(&mut self, key: KeyCode, times: usize) -> usize {
        let presses = (0..times).map(|_| {
            self.front.press(key);
            self.draw()
        });
        presses.max().unwrap()
    }
}

fn modern() -> Features {
    Features {
        synchronized: true,
        ambiguous_narrow: true,
        ..Features::default()
    }
}

#[test]
fn the_queue_keeps_to_its_bytes() {
    for lang in [Lang::Ko, Lang::En] {
        let mut line = Line::new(lang, modern());
        let first = line.draw();
        assert!(first <= 2_400, "first frame {first}");
        assert_eq!(line.draw(), 0, "nothing has changed");
        let moved = line.most(KeyCode::Down, 20);
        assert!(moved <= 180, "the bar moved in {moved}");
        let scrolled = line.most(KeyCode::Down, 5);
        assert!(scrolled <= 230, "a row scrolled in {scrolled}");
        let page = line.most(KeyCode::PageDown, 1);
        // A step stands in every second row of the practice desk.
        assert!(page <= 2_050, "page {page}");
        line.most(KeyCode::Home, 1);
        line.most(KeyCode::Tab, 1);
        // Every case of the practice desk is of another kind; 380 where they are alike.
        let moved: usize = (0..8).map(|_| line.most(KeyCode::Down, 1)).sum();
        assert!(
            moved / 8 <= 500,
            "the bar moved with the pane in {moved} / 8"
        );
    }
}

/// What a line of 9600 baud gets: the mark moves in a tenth of a second, there and back included, and a page in one.
#[test]
fn a_slow_line_gets_less() {
    for lang in [Lang::Ko, Lang::En] {
        let mut line = Line::new(lang, modern());
        line.front.model.shared.thrifty = true;
        let first = line.draw();
        // It is the first frame of every line, whose goal is 1,600 with what takes the terminal.
        assert!(first <= 1_500, "first frame {first}");
        // The cursor comes from elsewhere.
        line.most(KeyCode::Down, 1);
        let moved = line.most(KeyCode::Down, 19);
        assert!(moved <= 12, "the mark moved in {moved}");
        let scrolled = line.most(KeyCode::Down, 5);
        assert!(scrolled <= 110, "a row scrolled in {scrolled}");
        line.most(KeyCode::Home, 1);
        line.most(KeyCode::Tab, 1);
        line.front.send(Msg::Quiet);
        line.draw();
        let moved = line.most(KeyCode::Down, 8);
        assert!(moved <= 12, "the pane follows later, not in {moved}");
        line.front.send(Msg::Quiet);
        let followed = line.draw();
        assert!(followed > 100 && line.draw() == 0, "the pane in {followed}");
    }
}

#[test]
fn what_a_slow_line_was_spared_follows_row_by_row_until_nothing_is_missing() {
    for lang in [Lang::Ko, Lang::En] {
        let mut line = Line::new(lang, modern());
        // Without colours and bar, what is drawn is what a quick line shows.
        let whole = line.front.picture();
        line.front.model.shared.thrifty = true;
        line.draw();
        assert_ne!(line.front.picture(), whole);
        let mut steps = Vec::new();
        while line.front.model.lacks() {
            line.front.send(Msg::Quiet);
            steps.push(line.draw());
        }
        assert_eq!(line.front.picture(), whole);
        let (keys, rows) = steps.split_first().unwrap();
        assert!(*keys <= 150, "the keys at the bottom in {keys}");
        let most = rows.iter().max().unwrap();
        assert!(*most <= 90, "a row in {most}");
        assert_eq!(rows.len(), line.front.model.queue.rows().len());
        line.most(KeyCode::End, 1);
        assert!(line.front.model.lacks());
        line.front.model.shared.thrifty = false;
        assert!(!line.front.model.lacks());
    }
}

/// A VT100 has no colours and knows no erase of characters, but its lines scroll.
#[test]
fn a_vt100_gets_no_more() {
    let features = Features {
        colors: crate::tui::backend::ColorDepth::None,
        extended: false,
        ..Features::default()
    };
    let mut line = Line::new(Lang::Ko, features);
    line.front.in_ascii();
    let first = line.draw();
    assert!(first <= 2_400, "first frame {first}");
    let moved = line.most(KeyCode::Down, 20);
    assert!(moved <= 180, "the bar moved in {moved}");
    let scrolled = line.most(KeyCode::Down, 5);
    assert!(scrolled <= 230, "a row scrolled in {scrolled}");
}
