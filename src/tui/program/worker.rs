//! The thread that owns the desk: it serves requests in order and sends answers.
//!
//! All reads of one turn share one snapshot. A write waits for the write lock of another process as long as the busy timeout
//! of the store; reads overtake it. Must not know the screens.

#[cfg(test)]
mod tests;

use super::TuiError;
use crate::{
    desk::{BUSY_TIMEOUT, Bookmark, CancelToken, Clock, Desk, DeskError, OtherWrites, Watch},
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

/// How long a snapshot is kept for further requests of its turn.
const SNAPSHOT_HOLD: Duration = Duration::from_millis(50);
/// How long the next request or answer is looked for before the thread sleeps: within a frame it comes sooner than the
/// system wakes a thread.
const SPIN: Duration = Duration::from_micros(200);
/// The interval between two tries for the write lock.
const RETRY_INTERVAL: Duration = Duration::from_millis(25);

/// A task for the worker, with what identifies it.
pub(super) struct Request {
    pub(super) id: u64,
    /// All reads of one turn share one snapshot.
    pub(super) turn: u64,
    /// The form that is saved, or whose draft this is about.
    pub(super) form: Option<String>,
    pub(super) task: Task,
}

/// What the worker can do.
pub(super) enum Task {
    Perform(Box<Effect>),
    /// The line, how many cases at most, and what cancels the search.
    SearchOn(String, u32, CancelToken),
    /// Asks whether another process has committed something.
    PollChanges,
    #[cfg(test)]
    Panic,
}

/// What the worker answers.
pub(super) enum Answer {
    DeskOpened(Box<DeskHandles>),
    Done(u64, Option<DeskReply>),
    /// Another process holds the write lock.
    Locked(u64),
    OtherWrites(u64, Result<OtherWrites, DeskError>),
}

/// The parts of an open desk that the drawing thread uses.
pub(super) struct DeskHandles {
    pub(super) clock: Clock,
    pub(super) watch: Watch,
    /// The bookmark, with what a program that ended suddenly has left in it.
    pub(super) bookmark: Option<(Bookmark, Option<String>)>,
}

impl DeskHandles {
    fn of(desk: &Desk) -> Self {
        Self {
            clock: desk.clock(),
            watch: desk.watch(),
            bookmark: desk.bookmark().ok(),
        }
    }
}

/// The drawing thread's handle of the worker. Dropping it waits until all requests are served and the desk is closed.
pub(super) struct Worker {
    requests: Option<Sender<Request>>,
    answers: Receiver<Answer>,
    wake: WakeReceiver,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts the thread, which opens the session.
    ///
    /// # Errors
    /// Those of `open`; or the system gives no thread or no pipe.
    pub(super) fn start(
        open: impl FnOnce() -> Result<DeskSession, DeskError> + Send + 'static,
    ) -> Result<(Self, Option<DeskHandles>), TuiError> {
        let (requests, inbox) = mpsc::channel();
        let (outbox, answers) = mpsc::channel();
        let (opened, opening) = mpsc::channel();
        let (wake, waker) = wake_pair()?;
        let work = move || {
            let session = match open() {
                Ok(session) => session,
                Err(error) => return drop(opened.send(Err(error))),
            };
            let handles = session.desk.as_ref().map(DeskHandles::of);
            let service = Service {
                session,
                inbox,
                outbox,
                waker,
                snapshot: ReadSnapshot::default(),
                turn: 0,
                blocked: VecDeque::new(),
                last_retry: Instant::now(),
            };
            if opened.send(Ok(handles)).is_ok() {
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
        let handles = opening.recv().map_err(|_closed| worker.failure())?;
        Ok((worker, handles?))
    }

    /// Sends a request. Where the worker has ended, [`Worker::answer`] reports it.
    pub(super) fn send(&self, request: Request) {
        if let Some(requests) = &self.requests {
            let _sent = requests.send(request);
        }
    }

    /// Returns the next answer, where there is one.
    ///
    /// # Errors
    /// The worker has ended.
    pub(super) fn answer(&mut self) -> Result<Option<Answer>, TuiError> {
        match self.answers.try_recv() {
            Ok(answer) => Ok(Some(answer)),
            Err(TryRecvError::Empty) => Ok(None),
            Err(TryRecvError::Disconnected) => Err(self.failure()),
        }
    }

    /// Waits for an answer, at most so long.
    ///
    /// # Errors
    /// The poll fails.
    pub(super) fn wait(&self, limit: Duration) -> io::Result<()> {
        let spun = Instant::now();
        while spun.elapsed() < SPIN {
            if self.wake.try_wait()? {
                return Ok(());
            }
            thread::yield_now();
        }
        self.wake.wait(limit)
    }

    /// Duplicates the receiver that every answer wakes.
    ///
    /// # Errors
    /// The system does not duplicate the descriptor.
    pub(super) fn wake_receiver(&self) -> io::Result<WakeReceiver> {
        self.wake.try_clone()
    }

    /// Joins the thread; the error has the message of its panic.
    fn failure(&mut self) -> TuiError {
        let panic = self.thread.take().and_then(|thread| thread.join().err());
        let message = panic.as_ref().and_then(|panic| {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            text.or_else(|| panic.downcast_ref::<&str>().copied())
        });
        TuiError::WorkerEnded(message.unwrap_or_default().to_owned())
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.requests = None;
        let _ended = self.failure();
    }
}

struct Service {
    session: DeskSession,
    inbox: Receiver<Request>,
    outbox: Sender<Answer>,
    waker: Waker,
    snapshot: ReadSnapshot,
    turn: u64,
    /// Writes that another process holds up, and effects on the drafts of their forms; each with when it came.
    blocked: VecDeque<(Request, Instant)>,
    last_retry: Instant,
}

impl Service {
    /// Serves until the [`Worker`] is dropped and all requests are done.
    fn run(mut self) {
        loop {
            let pause = if !self.blocked.is_empty() {
                RETRY_INTERVAL
            } else if self.snapshot.is_held() {
                SNAPSHOT_HOLD
            } else {
                Duration::MAX
            };
            match self.next_request(pause) {
                Ok(request) if self.must_wait(&request) => {
                    self.answer(Answer::Locked(request.id));
                    self.blocked.push_back((request, Instant::now()));
                }
                Ok(request) => self.serve(request, BUSY_TIMEOUT),
                Err(RecvTimeoutError::Timeout) => self.snapshot = ReadSnapshot::default(),
                Err(RecvTimeoutError::Disconnected) => break,
            }
            // Also between requests: a held key must not keep a save waiting after the lock is free.
            self.retry();
        }
        while let Some((request, since)) = self.blocked.pop_front() {
            self.serve(request, BUSY_TIMEOUT.saturating_sub(since.elapsed()));
        }
    }

    fn next_request(&self, pause: Duration) -> Result<Request, RecvTimeoutError> {
        let spun = Instant::now();
        while spun.elapsed() < SPIN {
            match self.inbox.try_recv() {
                Ok(request) => return Ok(request),
                Err(TryRecvError::Empty) => thread::yield_now(),
                Err(TryRecvError::Disconnected) => return Err(RecvTimeoutError::Disconnected),
            }
        }
        self.inbox.recv_timeout(pause)
    }

    /// True for a request that must be served after what is blocked, or is blocked itself. A write that waits has a place in
    /// the line of writers from here on.
    fn must_wait(&mut self, request: &Request) -> bool {
        let Task::Perform(effect) = &request.task else {
            return false;
        };
        match **effect {
            Effect::Read(_) | Effect::Show(_) | Effect::Print(..) => false,
            Effect::Draft(_) => {
                let mut blocked = self.blocked.iter();
                blocked.any(|(other, _)| other.form == request.form)
            }
            Effect::Write(_) | Effect::Found(_) => !self.blocked.is_empty() || !self.may_write(),
        }
    }

    /// Serves the first blocked request if the lock is free or its time is up, at most once per interval.
    fn retry(&mut self) {
        let Some((_, since)) = self.blocked.front() else {
            return;
        };
        if self.last_retry.elapsed() < RETRY_INTERVAL {
            return;
        }
        let left = BUSY_TIMEOUT.saturating_sub(since.elapsed());
        self.last_retry = Instant::now();
        if (left.is_zero() || self.may_write())
            && let Some((request, _)) = self.blocked.pop_front()
        {
            self.serve(request, left);
        }
    }

    fn may_write(&mut self) -> bool {
        self.snapshot = ReadSnapshot::default();
        self.session.desk.as_mut().is_none_or(Desk::may_write)
    }

    /// Serves a request, with this busy timeout for a write.
    fn serve(&mut self, request: Request, busy_timeout: Duration) {
        if request.turn != self.turn {
            self.snapshot = ReadSnapshot::default();
            self.turn = request.turn;
        }
        let id = request.id;
        match request.task {
            Task::Perform(effect) => self.perform(id, *effect, request.form, busy_timeout),
            Task::SearchOn(line, limit, stop) => {
                let found = search_on(&line, limit, stop, &mut self.session);
                self.answer(Answer::Done(id, found));
            }
            Task::PollChanges => {
                let desk = self.session.desk.as_mut();
                let writes = desk.map_or(Ok(OtherWrites::None), Desk::other_writes);
                self.answer(Answer::OtherWrites(id, writes));
            }
            #[cfg(test)]
            Task::Panic => panic!("the desk broke"),
        }
    }

    fn perform(&mut self, id: u64, effect: Effect, form: Option<String>, busy_timeout: Duration) {
        let (founds, reads) = match effect {
            Effect::Found(_) => (true, false),
            Effect::Write(_) => (false, false),
            Effect::Read(_) | Effect::Show(_) | Effect::Draft(_) | Effect::Print(..) => {
                (false, true)
            }
        };
        let saved_form = form.filter(|_| matches!(effect, Effect::Write(_)));
        self.set_busy_timeout(busy_timeout);
        let reply = self.snapshot.perform(effect, &mut self.session);
        self.set_busy_timeout(BUSY_TIMEOUT);
        // The place of a write that was refused before it began; what is read meanwhile keeps that of a blocked one.
        if let (false, Some(desk)) = (reads, &mut self.session.desk) {
            desk.leave_line();
        }
        if let (true, Some(desk)) = (founds, &self.session.desk) {
            self.answer(Answer::DeskOpened(Box::new(DeskHandles::of(desk))));
        }
        let is_done = !matches!(reply, Some(DeskReply::Failed(_)));
        if let (true, Some(form), Some(desk)) = (is_done, saved_form, &mut self.session.desk) {
            // Not dropped by the screen, which may be gone. A draft that stays is offered again, which does no harm.
            let _dropped = desk.drop_draft(&form);
        }
        self.answer(Answer::Done(id, reply));
    }

    fn set_busy_timeout(&self, timeout: Duration) {
        if let Some(desk) = &self.session.desk {
            desk.set_busy_timeout(timeout);
        }
    }

    /// Sends an answer; after the end of the program it is dropped.
    fn answer(&mut self, answer: Answer) {
        let _ended = self.outbox.send(answer);
        self.waker.wake();
    }
}
