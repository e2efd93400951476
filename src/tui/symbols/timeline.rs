//! The symbols of a case's timeline: one shape a meaning, one cell each.

use super::Symbols;
use crate::domain::timeline::{DeadlineEnd, Mark};

/// The symbols of the line itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimelineSymbols {
    pub past: &'static str,
    pub future: &'static str,
    pub paused: &'static str,
    pub now: &'static str,
}

impl Symbols {
    /// The lines of a case's life in this alphabet.
    pub const fn timeline(&self) -> TimelineSymbols {
        TimelineSymbols {
            past: self.alphabet.pick("━", "-"),
            future: self.alphabet.pick("┈", "."),
            paused: self.paused,
            now: self.alphabet.pick("┃", "|"),
        }
    }

    /// The mark of an event on the timeline.
    pub fn event(&self, mark: Mark) -> &'static str {
        let (unicode, ascii) = match mark {
            Mark::Receipt => ("●", "o"),
            Mark::Acceptance => ("○", "a"),
            Mark::Contact => ("□", "c"),
            Mark::Extension => ("»", ">"),
            Mark::Amendment => ("~", "~"),
            Mark::Answer => ("■", "A"),
            Mark::Reminder => ("▷", "r"),
            Mark::Again => ("!", "!"),
            Mark::End => ("X", "X"),
            Mark::Step(step) => {
                let at = usize::from(step).saturating_sub(1);
                return self.steps.get(at).copied().unwrap_or(self.no_step);
            }
        };
        self.alphabet.pick(unicode, ascii)
    }

    /// The end of a deadline.
    pub const fn deadline_end(&self, ends: DeadlineEnd) -> &'static str {
        let (unicode, ascii) = match ends {
            DeadlineEnd::Met => ("◆", "+"),
            DeadlineEnd::Ahead => ("△", "^"),
            DeadlineEnd::Missed => ("▲", "#"),
        };
        self.alphabet.pick(unicode, ascii)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::{symbols::Alphabet, text::width};

    /// The marks in order, so that the compiler asks for a new one here.
    fn after(mark: Mark) -> Option<Mark> {
        match mark {
            Mark::Receipt => Some(Mark::Acceptance),
            Mark::Acceptance => Some(Mark::Contact),
            Mark::Contact => Some(Mark::Extension),
            Mark::Extension => Some(Mark::Amendment),
            Mark::Amendment => Some(Mark::Answer),
            Mark::Answer => Some(Mark::Reminder),
            Mark::Reminder => Some(Mark::Again),
            Mark::Again => Some(Mark::Step(1)),
            Mark::Step(number) if number < 3 => Some(Mark::Step(number + 1)),
            Mark::Step(_) => Some(Mark::End),
            Mark::End => None,
        }
    }

    #[test]
    fn every_meaning_has_a_shape_of_its_own_in_one_cell() {
        for symbols in [Symbols::of(Alphabet::Unicode), Symbols::of(Alphabet::Ascii)] {
            let life = symbols.timeline();
            let marks = std::iter::successors(Some(Mark::Receipt), |mark| after(*mark));
            let mut shapes = vec![life.past, life.future, life.paused, life.now];
            shapes.extend(marks.map(|mark| symbols.event(mark)));
            shapes.extend(
                [DeadlineEnd::Met, DeadlineEnd::Ahead, DeadlineEnd::Missed]
                    .map(|ends| symbols.deadline_end(ends)),
            );
            for (at, shape) in shapes.iter().enumerate() {
                assert_eq!(width(shape), 1, "{shape}");
                assert!(
                    !shapes.iter().skip(at + 1).any(|other| other == shape),
                    "{shape}"
                );
                assert!(symbols.alphabet == Alphabet::Unicode || shape.is_ascii());
            }
        }
    }
}
