//! How fast the line takes what is sent, and when the next frame may go.
//!
//! A terminal behind a slow line shows what was sent seconds ago while new frames queue up in buffers that nobody can
//! look into. So the terminal is asked for its cursor behind a frame: its answer says that the frame is on the screen.
//! The time from the answer before tells the speed of the line, and on a slow one the next frame waits until the line
//! should have carried the last one; keys that come in meanwhile are merged. A quick line is asked once. Pure: the time comes in. Must not know frames.

use std::time::{Duration, Instant};

/// Bytes a second below which a line is slow: 38,400 baud with ten bits a byte, and less.
const SLOW: f64 = 4_000.0;
/// What a line that is called slow is taken to carry until it was measured: 9600 baud.
const ASSUMED: f64 = 960.0;
/// A frame smaller than this says little about the speed of a line.
const TELLING: usize = 256;
/// A frame smaller than this is not followed by a question, which would be a good part of it.
pub(super) const WORTH_ASKING: usize = 64;
/// How long a terminal that has not answered yet may hold a frame up.
const STRANGER: Duration = Duration::from_millis(300);
/// In so short a time no slow line carries the question at the start there and its answer back: some forty characters.
const NEARBY: Duration = Duration::from_millis(10);
/// How much longer than expected an answer may take before it is given up.
const GRACE: Duration = Duration::from_secs(2);
/// How long an answer may take on a line whose speed is not known.
const UNMEASURED: Duration = Duration::from_secs(10);

/// What the user says of the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SpeedSetting {
    /// Its speed is to be measured.
    #[default]
    Auto,
    /// It is slow.
    Slow,
    /// It is quick: it is neither asked nor waited for.
    Quick,
}

/// How fast a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineSpeed {
    /// Not known yet: the terminal has not answered, and still may.
    Unknown,
    /// A frame takes its time.
    Slow,
    /// Nobody sees a frame arrive.
    Quick,
}

/// A frame whose arrival was asked about.
#[derive(Clone, Copy, Debug)]
struct Asked {
    at: Instant,
    bytes: usize,
    /// Another frame was sent behind it.
    followed: bool,
}

/// The line, as far as it is known.
#[derive(Debug)]
pub(super) struct Pace {
    wish: SpeedSetting,
    /// Bytes a second.
    rate: Option<f64>,
    /// Whether the rate was measured rather than said.
    measured: bool,
    /// Whether the terminal was asked behind a frame, or never will be.
    tried: bool,
    /// When the terminal answered last.
    heard: Option<Instant>,
    asked: Option<Asked>,
    /// When the line should have carried all that was sent.
    carried: Option<Instant>,
}

impl Pace {
    /// A line on which nothing was sent yet; `answers` says that the terminal may be asked, `told` how many bytes a second
    /// the system says that the line takes, where it is a real one.
    pub(super) fn new(wish: SpeedSetting, answers: bool, told: Option<f64>) -> Self {
        let assumed = (wish == SpeedSetting::Slow).then_some(ASSUMED);
        Self {
            wish,
            rate: told.or(assumed),
            measured: false,
            tried: !answers || wish == SpeedSetting::Quick,
            heard: None,
            asked: None,
            carried: None,
        }
    }

    /// How fast the line is.
    pub(super) fn speed(&self, now: Instant) -> LineSpeed {
        match (self.wish, self.rate) {
            (SpeedSetting::Slow, _) => LineSpeed::Slow,
            (SpeedSetting::Auto, Some(rate)) if rate < SLOW => LineSpeed::Slow,
            (SpeedSetting::Quick, _) | (SpeedSetting::Auto, Some(_)) => LineSpeed::Quick,
            (SpeedSetting::Auto, None) => self.guess(now),
        }
    }

    /// What is to be made of a line that was not measured.
    fn guess(&self, now: Instant) -> LineSpeed {
        match self.asked {
            // An answer that was there before the first frame came from nearby.
            None if self.tried || self.heard.is_some() => LineSpeed::Quick,
            Some(asked) if self.heard.is_some_and(|heard| heard <= asked.at) => LineSpeed::Quick,
            Some(asked) if self.heard.is_none() && now >= asked.at + STRANGER => LineSpeed::Quick,
            _ => LineSpeed::Unknown,
        }
    }

    /// Whether the next frame should be followed by a question.
    pub(super) fn asks(&self, now: Instant) -> bool {
        let slow = self.speed(now) == LineSpeed::Slow && self.heard.is_some();
        self.asked.is_none() && (!self.tried || slow)
    }

    /// A frame was sent.
    pub(super) fn sent(&mut self, bytes: usize, asked: bool, now: Instant) {
        if asked {
            self.tried = true;
            self.asked = Some(Asked {
                at: now,
                bytes,
                followed: false,
            });
        } else if let Some(asked) = &mut self.asked {
            asked.followed = true;
        }
        if let (LineSpeed::Slow, Some(rate)) = (self.speed(now), self.rate) {
            let from = self.carried.map_or(now, |carried| carried.max(now));
            self.carried = from.checked_add(carrying(bytes, rate));
        }
    }

    /// True while the answer to a question behind a frame is out.
    pub(super) fn awaits(&self) -> bool {
        self.asked.is_some()
    }

    /// The terminal has answered what was asked before any frame, so long after it was asked.
    pub(super) fn heard(&mut self, took: Duration, now: Instant) {
        self.heard = Some(now);
        if self.rate.is_none() && took <= NEARBY {
            self.rate = Some(f64::INFINITY);
            self.tried = true;
        }
    }

    /// The terminal has answered what was asked behind a frame.
    pub(super) fn answered(&mut self, now: Instant) {
        let Some(asked) = self.asked.take() else {
            return;
        };
        // The way there and back is in both answers: what lies between them is the frame.
        let before = self.heard.map(|heard| heard.max(asked.at));
        if let Some(before) = before
            && asked.bytes >= TELLING
            && !std::mem::replace(&mut self.measured, true)
        {
            let took = now.saturating_duration_since(before).as_secs_f64();
            #[expect(clippy::cast_precision_loss, reason = "a few thousand bytes")]
            let bytes = asked.bytes as f64;
            self.rate = Some(bytes / took.max(0.001));
        }
        self.heard = Some(now);
        if !asked.followed {
            self.carried = None;
        }
    }

    /// How long the next frame has to wait: until the line has carried the last one, and until the terminal has shown the
    /// one before.
    pub(super) fn pause(&self, now: Instant) -> Duration {
        if self.wish == SpeedSetting::Quick {
            return Duration::ZERO;
        }
        let waiting = self.asked.and_then(|asked| {
            let patience = match (self.rate, self.heard) {
                (Some(_), _) if !asked.followed => return None,
                (Some(rate), _) => carrying(asked.bytes, rate) + GRACE,
                (None, Some(_)) => UNMEASURED,
                (None, None) => STRANGER,
            };
            asked.at.checked_add(patience)
        });
        let until = waiting.max(self.carried);
        until.map_or(Duration::ZERO, |until| until.saturating_duration_since(now))
    }
}

/// How long bytes take.
fn carrying(bytes: usize, rate: f64) -> Duration {
    #[expect(clippy::cast_precision_loss, reason = "a few thousand bytes")]
    let seconds = bytes as f64 / rate.max(1.0);
    Duration::from_secs_f64(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    /// A first frame of 2,000 bytes on a line with 100 ms there and back, whose answer comes after so long.
    fn measured(wish: SpeedSetting, after: Duration) -> (Pace, Instant) {
        let start = Instant::now();
        let mut pace = Pace::new(wish, true, None);
        assert!(pace.asks(start));
        pace.sent(2_000, true, start);
        pace.heard(ms(130), start + ms(130));
        pace.answered(start + after);
        (pace, start + after)
    }

    #[test]
    fn the_time_between_two_answers_tells_the_speed() {
        let (slow, quick) = (LineSpeed::Slow, LineSpeed::Quick);
        for (after, speed) in [
            (131, quick),
            (150, quick),
            (580, quick),
            (780, slow),
            (2_210, slow),
        ] {
            let (pace, now) = measured(SpeedSetting::Auto, ms(after));
            assert_eq!(pace.speed(now), speed, "{after}");
            assert_eq!(pace.asks(now), speed == slow, "{after}");
            assert_eq!(pace.pause(now), Duration::ZERO, "{after}");
        }
    }

    #[test]
    fn a_line_is_unknown_until_its_terminal_had_the_time_to_answer() {
        let start = Instant::now();
        let mut far = Pace::new(SpeedSetting::Auto, true, None);
        assert_eq!(far.speed(start), LineSpeed::Unknown);
        far.sent(2_000, true, start);
        assert_eq!(far.speed(start + ms(299)), LineSpeed::Unknown);
        assert_eq!(far.speed(start + ms(300)), LineSpeed::Quick, "it is silent");
        far.heard(ms(250), start + ms(250));
        assert_eq!(far.speed(start + ms(1_500)), LineSpeed::Unknown);
        assert!(far.pause(start + ms(1_500)) > ms(1_000));
        let mut near = Pace::new(SpeedSetting::Auto, true, None);
        near.heard(ms(30), start);
        assert_eq!(near.speed(start), LineSpeed::Quick);
        assert!(near.asks(start), "the frame may still have to queue");
        near.sent(2_000, true, start + ms(5));
        assert_eq!(near.speed(start + ms(5)), LineSpeed::Quick);
    }

    #[test]
    fn a_terminal_that_answers_at_once_is_not_asked_again() {
        let start = Instant::now();
        let mut pace = Pace::new(SpeedSetting::Auto, true, None);
        pace.heard(ms(3), start + ms(3));
        assert_eq!(pace.speed(start + ms(4)), LineSpeed::Quick);
        assert!(!pace.asks(start + ms(4)));
        pace.sent(2_000, false, start + ms(5));
        assert_eq!(pace.pause(start + ms(5)), Duration::ZERO);
        let mut said = Pace::new(SpeedSetting::Slow, true, None);
        said.heard(ms(3), start + ms(3));
        assert_eq!(
            said.speed(start + ms(4)),
            LineSpeed::Slow,
            "as the user says"
        );
    }

    #[test]
    fn on_a_slow_line_the_next_frame_waits_until_the_last_one_is_carried() {
        let (mut pace, now) = measured(SpeedSetting::Auto, ms(2_210));
        pace.sent(184, true, now);
        let pause = pace.pause(now);
        assert!(pause > ms(150) && pause < ms(250), "{pause:?}");
        let later = now + ms(250);
        assert_eq!(pace.pause(later), Duration::ZERO);
        assert!(!pace.asks(later), "one question at a time");
        pace.sent(184, false, later);
        assert!(pace.pause(later + ms(250)) > ms(500), "two frames are out");
        pace.answered(later + ms(260));
        assert_eq!(pace.pause(later + ms(260)), Duration::ZERO);
    }

    #[test]
    fn small_frames_wait_as_long_as_they_take() {
        let (mut pace, now) = measured(SpeedSetting::Auto, ms(2_210));
        pace.sent(12, false, now);
        pace.sent(12, false, now);
        let pause = pace.pause(now);
        assert!(pause > ms(20) && pause < ms(30), "{pause:?}");
        assert_eq!(pace.pause(now + ms(30)), Duration::ZERO);
    }

    #[test]
    fn an_answer_that_never_comes_is_given_up() {
        let start = Instant::now();
        let mut pace = Pace::new(SpeedSetting::Auto, true, None);
        pace.sent(2_000, true, start);
        assert_eq!(pace.pause(start), STRANGER);
        assert_eq!(pace.pause(start + STRANGER), Duration::ZERO);
        let (mut pace, now) = measured(SpeedSetting::Auto, ms(2_210));
        pace.sent(1_000, true, now);
        pace.sent(1_000, false, now);
        assert_eq!(pace.pause(now + ms(4_000)), Duration::ZERO);
    }

    #[test]
    fn what_the_user_says_holds() {
        let (pace, now) = measured(SpeedSetting::Slow, ms(131));
        assert_eq!(pace.speed(now), LineSpeed::Slow, "as it was said");
        assert_eq!(pace.pause(now), Duration::ZERO, "but quick");
        let start = Instant::now();
        let mut quick = Pace::new(SpeedSetting::Quick, true, None);
        assert!(!quick.asks(start));
        quick.sent(100_000, false, start);
        assert_eq!(quick.pause(start), Duration::ZERO);
        let mut mute = Pace::new(SpeedSetting::Auto, false, None);
        assert!(!mute.asks(start));
        mute.sent(2_000, false, start);
        assert_eq!(mute.pause(start), Duration::ZERO);
        assert_eq!(mute.speed(start), LineSpeed::Quick);
        let serial = Pace::new(SpeedSetting::Auto, true, Some(960.0));
        assert_eq!(serial.speed(start), LineSpeed::Slow);
    }
}
