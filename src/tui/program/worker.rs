//! The thread that owns the desk: it does what is requested in order, and answers.
//!
//! What one turn reads is read in one snapshot. A write that another process holds up waits until the patience of the store is
//! over; reads overtake it. Must not know the screens.

#[cfg(test)]
mod tests;

use crate::{
    desk::{BUSY_TIMEOUT, Bookmark, CancelToken, Clock, Desk, DeskError, Watch},
    tui::{
        effect::{DeskReply, DeskSession, Effect, ReadSnapshot, search_on},
        events::{WakeReceiver, Waker, wake_pair},
    },
};
use std::{
    collections::VecDeque,
    io,
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

/// The name of the thread: the drawing thread reports its panic.
pub(in crate::tui) const NAME: &str = "desk";

/// How long a snapshot is held for what the turn may ask for next.
const HOLD: Duration = Duration::from_millis(50);
/// How long between two tries for the write lock.
const RETRY: Duration = Duration::from_millis(25);

/// Something to do.
pub(super) struct Request {
    pub(super) id: u64,
    /// All reads of one turn share one snapshot.
    pub(super) turn: u64,
    /// The form that is saved, or whose draft this is about.
    pub(super) form: Option<String>,
    pub(super) task: Task,
}

/// What can be requested.
pub(super) enum Task {
    Perform(Box<Effect>),
    /// The line, how many cases at most, and what cancels the search.
    SearchOn(String, u32, CancelToken),
    /// Asks whether another process has committed something.
    Look,
    #[cfg(test)]
    Panic,
}

/// What the worker answers.
pub(super) enum Answer {
    Opened(Box<Opened>),
    Done(u64, Option<DeskReply>),
    /// Another process holds the write lock.
    Locked(u64),
    Changed(u64, Result<bool, DeskError>),
}

/// What of an open desk is used on the drawing thread.
pub(super) struct Opened {
    pub(super) clock: Clock,
    pub(super) watch: Watch,
    /// The bookmark, with what a program that ended suddenly has left in it.
    pub(super) bookmark: Option<(Bookmark, Option<String>)>,
}

impl Opened {
    fn of(desk: &Desk) -> Self {
        Self {
            clock: desk.clock(),
            watch: desk.watch(),
            bookmark: desk.bookmark().ok(),
        }
    }
}

/// The worker as the drawing thread has it. Dropping it waits until all that was asked is done and the desk is closed.
pub(super) struct Worker {
    requests: Option<Sender<Request>>,
    answers: Receiver<Answer>,
    wake: WakeReceiver,
    thread: Option<JoinHandle<()>>,
}

/// The worker has ended, with what its panic said.
#[derive(Debug)]
pub(super) struct Ended(pub(super) String);

impl Worker {
    /// Starts the thread with the office that `open` gives there.
    ///
    /// # Errors
    /// What `open` says; or the system gives no thread or no pipe.
    pub(super) fn start(
        open: impl FnOnce() -> Result<DeskSession, DeskError> + Send + 'static,
    ) -> Result<(Self, Option<Opened>), super::TuiError> {
        let (requests, inbox) = mpsc::channel();
        let (outbox, answers) = mpsc::channel();
        let (begun, beginning) = mpsc::channel();
        let (wake, waker) = wake_pair()?;
        let work = move || {
            let office = match open() {
                Ok(office) => office,
                Err(error) => return drop(begun.send(Err(error))),
            };
            if begun.send(Ok(office.desk.as_ref().map(Opened::of))).is_ok() {
                let service = Service {
                    office,
                    inbox,
                    outbox,
                    waker,
                    moment: ReadSnapshot::default(),
                    turn: 0,
                    held_up: VecDeque::new(),
                    retried: Instant::now(),
                };
                service.run();
            }
        };
        let thread = thread::Builder::new().name(NAME.to_owned()).spawn(work)?;
        let mut worker = Self {
            requests: Some(requests),
            answers,
            wake,
            thread: Some(thread),
        };
        match beginning.recv() {
            Ok(opened) => Ok((worker, opened?)),
            Err(_) => Err(worker.ended().into()),
        }
    }

    /// Sends a request. Where nobody takes it, the next look for an answer tells.
    pub(super) fn send(&self, request: Request) {
        if let Some(requests) = &self.requests {
            let _sent = requests.send(request);
        }
    }

    /// The next answer, where there is one.
    ///
    /// # Errors
    /// The worker has ended.
    pub(super) fn answer(&mut self) -> Result<Option<Answer>, Ended> {
        match self.answers.try_recv() {
            Ok(answer) => Ok(Some(answer)),
            Err(TryRecvError::Empty) => Ok(None),
            Err(TryRecvError::Disconnected) => Err(self.ended()),
        }
    }

    /// Waits for an answer, at most so long.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn wait(&self, limit: Duration) -> io::Result<()> {
        self.wake.wait(limit)
    }

    /// What every answer wakes.
    pub(super) fn wake_receiver(&self) -> &WakeReceiver {
        &self.wake
    }

    fn ended(&mut self) -> Ended {
        let panic = self.thread.take().and_then(|thread| thread.join().err());
        let said = panic.map(|panic| match panic.downcast::<String>() {
            Ok(said) => *said,
            Err(panic) => panic
                .downcast_ref::<&str>()
                .map_or_else(String::new, |said| (*said).to_owned()),
        });
        Ended(said.unwrap_or_default())
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.requests = None;
        let _ended = self.ended();
    }
}

/// What runs on the worker's thread.
struct Service {
    office: DeskSession,
    inbox: Receiver<Request>,
    outbox: Sender<Answer>,
    waker: Waker,
    moment: ReadSnapshot,
    turn: u64,
    /// Writes that another process holds up, and effects on the drafts of their forms; each with when it came.
    held_up: VecDeque<(Request, Instant)>,
    retried: Instant,
}

impl Service {
    /// Serves until the program has dropped its [`Worker`] and all is done.
    fn run(mut self) {
        loop {
            let pause = if !self.held_up.is_empty() {
                RETRY
            } else if self.moment.is_held() {
                HOLD
            } else {
                Duration::MAX
            };
            match self.inbox.recv_timeout(pause) {
                Ok(request) if self.must_wait(&request) => {
                    self.answer(Answer::Locked(request.id));
                    self.held_up.push_back((request, Instant::now()));
                }
                Ok(request) => self.serve(request, BUSY_TIMEOUT),
                Err(RecvTimeoutError::Timeout) => self.moment = ReadSnapshot::default(),
                Err(RecvTimeoutError::Disconnected) => break,
            }
            // Also between requests: a held key must not keep a save waiting after the lock is free.
            if self.retried.elapsed() >= RETRY {
                self.retry();
            }
        }
        while let Some((request, since)) = self.held_up.pop_front() {
            self.serve(request, BUSY_TIMEOUT.saturating_sub(since.elapsed()));
        }
    }

    fn must_wait(&mut self, request: &Request) -> bool {
        let Task::Perform(effect) = &request.task else {
            return false;
        };
        match **effect {
            Effect::Read(_) | Effect::Show(_) => false,
            Effect::Draft(_) => {
                let mut held_up = self.held_up.iter();
                held_up.any(|(other, _)| other.form == request.form)
            }
            Effect::Write(_) | Effect::Found(_) => !self.held_up.is_empty() || self.is_locked(),
        }
    }

    /// Does what was held up first, where that can be done now or has waited long enough.
    fn retry(&mut self) {
        let Some((_, since)) = self.held_up.front() else {
            return;
        };
        self.retried = Instant::now();
        let left = BUSY_TIMEOUT.saturating_sub(since.elapsed());
        if (left.is_zero() || !self.is_locked())
            && let Some((request, _)) = self.held_up.pop_front()
        {
            self.serve(request, left);
        }
    }

    fn is_locked(&mut self) -> bool {
        self.moment = ReadSnapshot::default();
        self.office.desk.as_ref().is_some_and(Desk::is_locked)
    }

    /// Does a request, with so much patience for other writers.
    fn serve(&mut self, request: Request, patience: Duration) {
        if request.turn != self.turn {
            self.moment = ReadSnapshot::default();
            self.turn = request.turn;
        }
        let id = request.id;
        match request.task {
            Task::Perform(effect) => self.perform(id, *effect, request.form, patience),
            Task::SearchOn(line, limit, stop) => {
                let found = search_on(&line, limit, stop, &mut self.office);
                self.answer(Answer::Done(id, found));
            }
            Task::Look => {
                let changed = self.office.desk.as_mut().map_or(Ok(false), Desk::changed);
                self.answer(Answer::Changed(id, changed));
            }
            #[cfg(test)]
            Task::Panic => panic!("the desk broke"),
        }
    }

    fn perform(&mut self, id: u64, effect: Effect, form: Option<String>, patience: Duration) {
        let founds = matches!(effect, Effect::Found(_));
        let saved_form = form.filter(|_| matches!(effect, Effect::Write(_)));
        self.set_busy_timeout(patience);
        let reply = self.moment.perform(effect, &mut self.office);
        self.set_busy_timeout(BUSY_TIMEOUT);
        if let (true, Some(desk)) = (founds, &self.office.desk) {
            self.answer(Answer::Opened(Box::new(Opened::of(desk))));
        }
        let is_done = !matches!(reply, Some(DeskReply::Failed(_)));
        if let (true, Some(form), Some(desk)) = (is_done, saved_form, &mut self.office.desk) {
            // Here and not by its screen, which may be gone. A draft that stays is offered once more, which does no harm.
            let _dropped = desk.drop_draft(&form);
        }
        self.answer(Answer::Done(id, reply));
    }

    fn set_busy_timeout(&self, patience: Duration) {
        if let Some(desk) = &self.office.desk {
            desk.set_busy_timeout(patience);
        }
    }

    /// Answers; where the program has ended, nobody needs the answer.
    fn answer(&mut self, answer: Answer) {
        let _ended = self.outbox.send(answer);
        self.waker.wake();
    }
}
