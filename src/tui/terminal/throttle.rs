//! Measures the line and throttles frames on a slow one.
//!
//! Frames sent faster than a slow line carries them queue up in buffers that cannot be inspected, and the terminal shows
//! them seconds late. So a query for the cursor position follows a frame: its answer means that the frame is on the screen.
//! The time since the answer before gives the speed; on a slow line the next frame waits until the last one should have
//! arrived, and keys that come in meanwhile are merged. A fast line is queried once. Pure: the time comes in.

use crate::config::LineSpeed;
use std::time::{Duration, Instant};

/// Bytes a second below which a line is slow: 38,400 baud with ten bits a byte, and less.
const SLOW: f64 = 4_000.0;
/// The speed assumed of a line configured as slow until it is measured: 9600 baud.
const ASSUMED: f64 = 960.0;
/// The smallest frame, in bytes, that the speed is measured with.
const MEASURABLE: usize = 256;
/// The smallest frame, in bytes, that a query may follow; beside a smaller one the query would weigh too much.
pub(super) const WORTH_ASKING: usize = 64;
/// How long a terminal that has never answered may delay a frame.
const FIRST_ANSWER: Duration = Duration::from_millis(300);
/// The longest round trip of the query at the start that rules out a slow line: some forty characters.
const LOCAL: Duration = Duration::from_millis(10);
/// How much longer than expected an answer may take before it is no longer waited for.
const GRACE: Duration = Duration::from_secs(2);
/// How long an answer may take on a line of unknown speed.
const UNMEASURED: Duration = Duration::from_secs(10);

/// How fast the line has turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasuredSpeed {
    /// The terminal has not answered yet, and still may.
    Unknown,
    Slow,
    Quick,
}

/// A frame with a query behind it that is not answered yet.
#[derive(Clone, Copy, Debug)]
struct QueriedFrame {
    at: Instant,
    bytes: usize,
    /// Another frame was sent behind it.
    followed: bool,
}

/// What is known of the line, and what is on its way.
#[derive(Debug)]
pub(super) struct Throttle {
    configured: LineSpeed,
    /// Bytes a second.
    rate: Option<f64>,
    /// Whether the rate was measured rather than configured.
    measured: bool,
    /// Whether a query has followed a frame, or never will.
    queried: bool,
    last_answer: Option<Instant>,
    pending: Option<QueriedFrame>,
    /// When everything sent should have arrived.
    arrival: Option<Instant>,
}

impl Throttle {
    /// A line on which nothing was sent yet; `answers` says that the terminal may be queried, `serial` is the speed of a
    /// serial line in bytes a second.
    pub(super) fn new(configured: LineSpeed, answers: bool, serial: Option<f64>) -> Self {
        let assumed = (configured == LineSpeed::Slow).then_some(ASSUMED);
        Self {
            configured,
            rate: serial.or(assumed),
            measured: false,
            queried: !answers || configured == LineSpeed::Quick,
            last_answer: None,
            pending: None,
            arrival: None,
        }
    }

    /// How fast the line is.
    pub(super) fn speed(&self, now: Instant) -> MeasuredSpeed {
        match (self.configured, self.rate) {
            (LineSpeed::Slow, _) => MeasuredSpeed::Slow,
            (LineSpeed::Auto, Some(rate)) if rate < SLOW => MeasuredSpeed::Slow,
            (LineSpeed::Quick, _) | (LineSpeed::Auto, Some(_)) => MeasuredSpeed::Quick,
            (LineSpeed::Auto, None) => self.guess(now),
        }
    }

    /// The speed of a line that was not measured.
    fn guess(&self, now: Instant) -> MeasuredSpeed {
        let quick = match (self.pending, self.last_answer) {
            (None, answer) => self.queried || answer.is_some(),
            // An answer before the first frame means a fast line.
            (Some(frame), Some(answer)) => answer <= frame.at,
            (Some(frame), None) => now >= frame.at + FIRST_ANSWER,
        };
        if quick {
            MeasuredSpeed::Quick
        } else {
            MeasuredSpeed::Unknown
        }
    }

    /// Whether a query should follow the next frame.
    pub(super) fn should_query(&self, now: Instant) -> bool {
        let slow = self.speed(now) == MeasuredSpeed::Slow && self.last_answer.is_some();
        self.pending.is_none() && (!self.queried || slow)
    }

    /// Notes that a frame was sent, and whether a query followed it.
    pub(super) fn frame_sent(&mut self, bytes: usize, queried: bool, now: Instant) {
        if queried {
            self.queried = true;
            self.pending = Some(QueriedFrame {
                at: now,
                bytes,
                followed: false,
            });
        } else if let Some(frame) = &mut self.pending {
            frame.followed = true;
        }
        if let (MeasuredSpeed::Slow, Some(rate)) = (self.speed(now), self.rate) {
            let from = self.arrival.map_or(now, |carried| carried.max(now));
            self.arrival = from.checked_add(transmission(bytes, rate));
        }
    }

    /// True while the query behind a frame is unanswered.
    pub(super) fn awaits(&self) -> bool {
        self.pending.is_some()
    }

    /// Notes the answer to the query at the start, which took so long.
    pub(super) fn startup_answered(&mut self, took: Duration, now: Instant) {
        self.last_answer = Some(now);
        if self.rate.is_none() && took <= LOCAL {
            self.rate = Some(f64::INFINITY);
            self.queried = true;
        }
    }

    /// Notes the answer to the query behind a frame.
    pub(super) fn frame_answered(&mut self, now: Instant) {
        let Some(frame) = self.pending.take() else {
            return;
        };
        // Both answers include the round trip, so their difference is the time of the frame.
        let before = self.last_answer.map(|answer| answer.max(frame.at));
        if let Some(before) = before
            && frame.bytes >= MEASURABLE
            && !std::mem::replace(&mut self.measured, true)
        {
            let took = now.saturating_duration_since(before).as_secs_f64();
            #[expect(clippy::cast_precision_loss, reason = "a few thousand bytes")]
            let bytes = frame.bytes as f64;
            self.rate = Some(bytes / took.max(0.001));
        }
        self.last_answer = Some(now);
        if !frame.followed {
            self.arrival = None;
        }
    }

    /// How long the next frame has to wait: until the last one should have arrived, and the one before is shown.
    pub(super) fn delay(&self, now: Instant) -> Duration {
        if self.configured == LineSpeed::Quick {
            return Duration::ZERO;
        }
        let waiting = self.pending.and_then(|frame| {
            let patience = match (self.rate, self.last_answer) {
                (Some(_), _) if !frame.followed => return None,
                (Some(rate), _) => transmission(frame.bytes, rate) + GRACE,
                (None, Some(_)) => UNMEASURED,
                (None, None) => FIRST_ANSWER,
            };
            frame.at.checked_add(patience)
        });
        let until = waiting.max(self.arrival);
        until.map_or(Duration::ZERO, |until| until.saturating_duration_since(now))
    }
}

/// How long the line takes for so many bytes.
fn transmission(bytes: usize, rate: f64) -> Duration {
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
    fn measured(wish: LineSpeed, after: Duration) -> (Throttle, Instant) {
        let start = Instant::now();
        let mut throttle = Throttle::new(wish, true, None);
        assert!(throttle.should_query(start));
        throttle.frame_sent(2_000, true, start);
        throttle.startup_answered(ms(130), start + ms(130));
        throttle.frame_answered(start + after);
        (throttle, start + after)
    }

    #[test]
    fn the_time_between_two_answers_tells_the_speed() {
        let (slow, quick) = (MeasuredSpeed::Slow, MeasuredSpeed::Quick);
        for (after, speed) in [
            (131, quick),
            (150, quick),
            (580, quick),
            (780, slow),
            (2_210, slow),
        ] {
            let (throttle, now) = measured(LineSpeed::Auto, ms(after));
            assert_eq!(throttle.speed(now), speed, "{after}");
            assert_eq!(throttle.should_query(now), speed == slow, "{after}");
            assert_eq!(throttle.delay(now), Duration::ZERO, "{after}");
        }
    }

    #[test]
    fn a_line_is_unknown_until_its_terminal_had_the_time_to_answer() {
        let start = Instant::now();
        let mut far = Throttle::new(LineSpeed::Auto, true, None);
        assert_eq!(far.speed(start), MeasuredSpeed::Unknown);
        far.frame_sent(2_000, true, start);
        assert_eq!(far.speed(start + ms(299)), MeasuredSpeed::Unknown);
        assert_eq!(
            far.speed(start + ms(300)),
            MeasuredSpeed::Quick,
            "it is silent"
        );
        far.startup_answered(ms(250), start + ms(250));
        assert_eq!(far.speed(start + ms(1_500)), MeasuredSpeed::Unknown);
        assert!(far.delay(start + ms(1_500)) > ms(1_000));
        let mut near = Throttle::new(LineSpeed::Auto, true, None);
        near.startup_answered(ms(30), start);
        assert_eq!(near.speed(start), MeasuredSpeed::Quick);
        assert!(
            near.should_query(start),
            "the frame may still have to queue"
        );
        near.frame_sent(2_000, true, start + ms(5));
        assert_eq!(near.speed(start + ms(5)), MeasuredSpeed::Quick);
    }

    #[test]
    fn a_terminal_that_answers_at_once_is_not_asked_again() {
        let start = Instant::now();
        let mut throttle = Throttle::new(LineSpeed::Auto, true, None);
        throttle.startup_answered(ms(3), start + ms(3));
        assert_eq!(throttle.speed(start + ms(4)), MeasuredSpeed::Quick);
        assert!(!throttle.should_query(start + ms(4)));
        throttle.frame_sent(2_000, false, start + ms(5));
        assert_eq!(throttle.delay(start + ms(5)), Duration::ZERO);
        let mut said = Throttle::new(LineSpeed::Slow, true, None);
        said.startup_answered(ms(3), start + ms(3));
        assert_eq!(
            said.speed(start + ms(4)),
            MeasuredSpeed::Slow,
            "as the user says"
        );
    }

    #[test]
    fn on_a_slow_line_the_next_frame_waits_until_the_last_one_is_carried() {
        let (mut throttle, now) = measured(LineSpeed::Auto, ms(2_210));
        throttle.frame_sent(184, true, now);
        let pause = throttle.delay(now);
        assert!(pause > ms(150) && pause < ms(250), "{pause:?}");
        let later = now + ms(250);
        assert_eq!(throttle.delay(later), Duration::ZERO);
        assert!(!throttle.should_query(later), "one question at a time");
        throttle.frame_sent(184, false, later);
        assert!(
            throttle.delay(later + ms(250)) > ms(500),
            "two frames are out"
        );
        throttle.frame_answered(later + ms(260));
        assert_eq!(throttle.delay(later + ms(260)), Duration::ZERO);
    }

    #[test]
    fn small_frames_wait_as_long_as_they_take() {
        let (mut throttle, now) = measured(LineSpeed::Auto, ms(2_210));
        throttle.frame_sent(12, false, now);
        throttle.frame_sent(12, false, now);
        let pause = throttle.delay(now);
        assert!(pause > ms(20) && pause < ms(30), "{pause:?}");
        assert_eq!(throttle.delay(now + ms(30)), Duration::ZERO);
    }

    #[test]
    fn an_answer_that_never_comes_is_given_up() {
        let start = Instant::now();
        let mut throttle = Throttle::new(LineSpeed::Auto, true, None);
        throttle.frame_sent(2_000, true, start);
        assert_eq!(throttle.delay(start), FIRST_ANSWER);
        assert_eq!(throttle.delay(start + FIRST_ANSWER), Duration::ZERO);
        let (mut throttle, now) = measured(LineSpeed::Auto, ms(2_210));
        throttle.frame_sent(1_000, true, now);
        throttle.frame_sent(1_000, false, now);
        assert_eq!(throttle.delay(now + ms(4_000)), Duration::ZERO);
    }

    #[test]
    fn what_the_user_says_holds() {
        let (throttle, now) = measured(LineSpeed::Slow, ms(131));
        assert_eq!(throttle.speed(now), MeasuredSpeed::Slow, "as it was said");
        assert_eq!(throttle.delay(now), Duration::ZERO, "but quick");
        let start = Instant::now();
        let mut quick = Throttle::new(LineSpeed::Quick, true, None);
        assert!(!quick.should_query(start));
        quick.frame_sent(100_000, false, start);
        assert_eq!(quick.delay(start), Duration::ZERO);
        let mut mute = Throttle::new(LineSpeed::Auto, false, None);
        assert!(!mute.should_query(start));
        mute.frame_sent(2_000, false, start);
        assert_eq!(mute.delay(start), Duration::ZERO);
        assert_eq!(mute.speed(start), MeasuredSpeed::Quick);
        let serial = Throttle::new(LineSpeed::Auto, true, Some(960.0));
        assert_eq!(serial.speed(start), MeasuredSpeed::Slow);
    }
}
