//! The thread that owns the desk: it does what it is asked in order, and answers.
//!
//! What is read in one turn is read in one snapshot. A write that another process holds up is tried until the patience of the
//! store is over; what later turns read is read meanwhile. Must not know the screens.

#[cfg(test)]
mod tests;

use crate::{
    desk::{Bookmark, Clock, Desk, DeskError, PATIENCE, Stop, Watch},
    tui::{
        effect::{DeskReply, Effect, Moment, Office, search_on},
        events::{Bell, Cord},
    },
};
use std::{
    collections::VecDeque,
    io,
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

/// The name of the thread: its panic is told by who waits for its answers.
pub(in crate::tui) const NAME: &str = "desk";

/// How long a snapshot is held for a turn that does not go on: the drawing thread may wait for its line.
const HOLD: Duration = Duration::from_millis(250);
/// How long between two tries for the write lock.
const RETRY: Duration = Duration::from_millis(25);

/// Something to do.
pub(super) struct Request {
    /// What the answer is known by.
    pub(super) id: u64,
    /// What is read in one turn is of one moment.
    pub(super) turn: u64,
    pub(super) task: Task,
}

/// What can be asked of the worker.
pub(super) enum Task {
    /// Perform an effect.
    Perform(Box<Effect>),
    /// Search to the end, until that tells to stop.
    SearchOn(String, u32, Stop),
    /// Look whether another process has committed something.
    Look,
    /// The turn asks nothing more.
    EndTurn,
}

/// What the worker answers.
pub(super) enum Answer {
    /// A desk was founded.
    Opened(Box<Opened>),
    /// What came of a request.
    Done(u64, Option<DeskReply>),
    /// Another process holds up a write.
    Locked(u64),
    /// Whether another process has committed something.
    Changed(u64, Result<bool, DeskError>),
}

/// What of an open desk is used on the drawing thread.
pub(super) struct Opened {
    pub(super) clock: Clock,
    pub(super) watch: Watch,
    /// The bookmark of this program, with what one that ended suddenly has left in it.
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
    bell: Bell,
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
        open: impl FnOnce() -> Result<Office, DeskError> + Send + 'static,
    ) -> Result<(Self, Option<Opened>), super::TuiError> {
        let (requests, inbox) = mpsc::channel();
        let (outbox, answers) = mpsc::channel();
        let (begun, beginning) = mpsc::channel();
        let (bell, cord) = Bell::hung()?;
        let work = move || {
            let office = match open() {
                Ok(office) => office,
                Err(error) => return drop(begun.send(Err(error))),
            };
            if begun.send(Ok(office.desk.as_ref().map(Opened::of))).is_ok() {
                Post::new(office, inbox, (outbox, cord)).attend();
            }
        };
        let thread = thread::Builder::new().name(NAME.to_owned()).spawn(work)?;
        let mut worker = Self {
            requests: Some(requests),
            answers,
            bell,
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
        self.bell.wait(limit)
    }

    /// What rings with every answer.
    pub(super) fn bell(&self) -> &Bell {
        &self.bell
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

/// The worker's own side.
struct Post {
    office: Office,
    inbox: Receiver<Request>,
    outbox: (Sender<Answer>, Cord),
    /// The snapshot, and the turn whose it is.
    moment: Moment,
    turn: u64,
    /// What came behind a write that is held up, and must not overtake it.
    behind: VecDeque<Request>,
}

impl Post {
    fn new(office: Office, inbox: Receiver<Request>, outbox: (Sender<Answer>, Cord)) -> Self {
        Self {
            office,
            inbox,
            outbox,
            moment: Moment::default(),
            turn: 0,
            behind: VecDeque::new(),
        }
    }

    /// Serves until nobody asks any more.
    fn attend(mut self) {
        while let Some(request) = self.next() {
            let left = self.wait_for_lock(&request);
            self.serve(request, left);
        }
    }

    fn next(&mut self) -> Option<Request> {
        if let Some(request) = self.behind.pop_front() {
            return Some(request);
        }
        if !self.moment.is_held() {
            return self.inbox.recv().ok();
        }
        match self.inbox.recv_timeout(HOLD) {
            Err(RecvTimeoutError::Timeout) => {
                self.moment = Moment::default();
                self.inbox.recv().ok()
            }
            received => received.ok(),
        }
    }

    /// Waits for the lock that a write needs; gives how much of the patience is left.
    fn wait_for_lock(&mut self, held_up: &Request) -> Duration {
        let writes = |effect: &Effect| matches!(effect, Effect::Write(_));
        if !matches!(&held_up.task, Task::Perform(effect) if writes(effect)) {
            return PATIENCE;
        }
        self.moment = Moment::default();
        if !self.is_locked() {
            return PATIENCE;
        }
        self.answer(Answer::Locked(held_up.id));
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            match self.inbox.recv_timeout(RETRY) {
                Ok(request) if self.overtakes(&request, held_up) => self.serve(request, PATIENCE),
                Ok(request) => self.behind.push_back(request),
                Err(RecvTimeoutError::Timeout) => {
                    self.moment = Moment::default();
                    if !self.is_locked() {
                        break;
                    }
                }
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        PATIENCE.saturating_sub(begun.elapsed())
    }

    /// True for what needs no lock, where nothing of its own turn waits.
    fn overtakes(&self, request: &Request, held_up: &Request) -> bool {
        let waits = |other: &Request| other.turn == request.turn;
        let free = match &request.task {
            Task::Perform(effect) => match **effect {
                Effect::Read(_) | Effect::Draft(_) | Effect::Show(_) => true,
                Effect::Write(_) | Effect::Found(_) => false,
            },
            Task::SearchOn(..) | Task::Look | Task::EndTurn => true,
        };
        free && !waits(held_up) && !self.behind.iter().any(waits)
    }

    fn is_locked(&self) -> bool {
        self.office.desk.as_ref().is_some_and(Desk::is_locked)
    }

    fn set_patience(&self, patience: Duration) {
        if let Some(desk) = &self.office.desk {
            desk.set_patience(patience);
        }
    }

    fn serve(&mut self, request: Request, patience: Duration) {
        let Request { id, turn, task } = request;
        if turn != self.turn || !matches!(task, Task::Perform(_)) {
            self.moment = Moment::default();
            self.turn = turn;
        }
        match task {
            Task::Perform(effect) => self.perform(id, *effect, patience),
            Task::SearchOn(line, limit, stop) => {
                let found = search_on(&line, limit, stop, &mut self.office);
                self.answer(Answer::Done(id, found));
            }
            Task::Look => {
                let changed = self.office.desk.as_mut().map_or(Ok(false), Desk::changed);
                self.answer(Answer::Changed(id, changed));
            }
            Task::EndTurn => {}
        }
    }

    fn perform(&mut self, id: u64, effect: Effect, patience: Duration) {
        let founds = matches!(effect, Effect::Found(_));
        self.set_patience(patience);
        let reply = self.moment.perform(effect, &mut self.office);
        self.set_patience(PATIENCE);
        if let (true, Some(desk)) = (founds, &self.office.desk) {
            self.answer(Answer::Opened(Box::new(Opened::of(desk))));
        }
        self.answer(Answer::Done(id, reply));
    }

    /// Answers, and rings; where nobody listens any more, the program ends.
    fn answer(&mut self, answer: Answer) {
        let (answers, cord) = &mut self.outbox;
        let _heard = answers.send(answer);
        cord.pull();
    }
}
