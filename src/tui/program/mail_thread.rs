//! Sends what is due while the program is open, on a thread and a connection of its own: no key waits for a mail server.

use crate::{
    config::MailSettings,
    desk::{Desk, DeskError, Opening},
    domain::refusal::Refusal,
    mail::Mailer,
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread,
    time::Duration,
};

/// Between two passes; and after one that met a server or a file that could not be used.
const PAUSE: Duration = Duration::from_secs(10);
const LONG_PAUSE: Duration = Duration::from_secs(60);
/// How many letters one pass sends, after which another program may.
const MOST: usize = 100;
/// How long the end of the program waits for the letter under way. One that takes longer is not known to have arrived.
const PATIENCE: Duration = Duration::from_secs(5);

/// The thread, which ends with it.
#[derive(Debug)]
pub(super) struct MailThread {
    stop: Arc<AtomicBool>,
    /// Dropped to end a pause.
    wake: Option<Sender<()>>,
    ended: Receiver<()>,
}

impl MailThread {
    /// Starts it; `None` where the system gives no thread: then another program sends.
    pub(super) fn start(opening: Opening, settings: MailSettings) -> Option<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let (wake, woken) = channel();
        let (end, ended) = channel();
        let stopped = Arc::clone(&stop);
        let send = move || {
            send(&opening, &settings, &stopped, &woken);
            drop(end);
        };
        let builder = thread::Builder::new().name("mail sender".to_owned());
        builder.spawn(send).ok()?;
        Some(Self {
            stop,
            wake: Some(wake),
            ended,
        })
    }
}

impl Drop for MailThread {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        drop(self.wake.take());
        // Disconnected once the thread has ended.
        let _ended = self.ended.recv_timeout(PATIENCE);
    }
}

/// Passes until it is stopped; ends by itself where this clerk may not send, or the settings cannot be used: the service says
/// so.
fn send(opening: &Opening, settings: &MailSettings, stop: &AtomicBool, woken: &Receiver<()>) {
    let Ok(mut desk) = Desk::open(opening) else {
        return;
    };
    let Ok(mailer) = Mailer::new(settings, &desk) else {
        return;
    };
    loop {
        let pause = match mailer.pass(&mut desk, MOST, stop) {
            Ok(passed) if passed.unreachable.is_none() => PAUSE,
            Err(DeskError::Refusal(Refusal::Forbidden(_))) => return,
            Ok(_) | Err(_) => LONG_PAUSE,
        };
        if let Ok(()) | Err(RecvTimeoutError::Disconnected) = woken.recv_timeout(pause) {
            return;
        }
    }
}
