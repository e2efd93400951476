//! `minwon send`: hands what is due to the office's mail server, once or as a service.

use super::{Failure, console::Console, failure};
use crate::{
    config::MailSettings,
    desk::{Desk, FailureKind},
    mail::{MailError, Mailer, Passed},
    words::{Say, mail as text},
};
use clap::Args;
use serde::Serialize;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::sleep,
    time::{Duration, Instant},
};

/// Seconds between two passes of the service; and after a server that could not be reached.
const PAUSE: Duration = Duration::from_secs(10);
const LONG_PAUSE: Duration = Duration::from_secs(60);
/// How often the service looks whether it is to end.
const TURN: Duration = Duration::from_millis(200);
/// How long one call waits for another program that sends.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Debug, Args)]
pub(super) struct SendArgs {
    /// Go on until the process is ended, as the service does
    #[arg(long, conflicts_with = "check")]
    watch: bool,
    /// How many letters at most
    #[arg(long, value_name = "N", default_value_t = 100_000, value_parser = clap::value_parser!(u32).range(1..))]
    limit: u32,
    /// Only greet the server and log in
    #[arg(long)]
    check: bool,
}

/// What one call did.
#[derive(Serialize)]
struct PassDocument<'a> {
    sent: usize,
    failed: usize,
    unknown: usize,
    later: usize,
    unreachable: Option<&'a str>,
}

impl SendArgs {
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        let mut desk = console.desk()?;
        let Some(settings) = &console.config.mail else {
            return Err(console.failure(FailureKind::Configuration, text::NOT_CONFIGURED, &[]));
        };
        let mailer = Mailer::new(settings, &desk).map_err(|error| failed(&error, console))?;
        if self.check {
            return check(&mailer, settings, console);
        }
        if self.watch {
            return self.watch(&mailer, &mut desk, console);
        }
        let passed = self.pass(&mailer, &mut desk)?;
        report(&passed, console)?;
        if passed.is_troubled() || passed.elsewhere {
            return Err(Failure::Reported(FailureKind::Refused));
        }
        Ok(())
    }

    /// One pass, once no other program sends.
    fn pass(&self, mailer: &Mailer, desk: &mut Desk) -> Result<Passed, Failure> {
        let most = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let until = Instant::now() + PATIENCE;
        loop {
            let passed = mailer.pass(desk, most, &AtomicBool::new(false))?;
            if !passed.elsewhere || Instant::now() >= until {
                return Ok(passed);
            }
            sleep(TURN);
        }
    }

    /// Passes until a signal ends it; what fails in one is told, and tried again in the next.
    fn watch(&self, mailer: &Mailer, desk: &mut Desk, console: &Console) -> Result<(), Failure> {
        let ended = Arc::new(AtomicBool::new(false));
        for signal in [SIGTERM, SIGINT, SIGHUP] {
            signal_hook::flag::register(signal, Arc::clone(&ended)).map_err(unwatched)?;
        }
        let most = usize::try_from(self.limit).unwrap_or(usize::MAX);
        while !ended.load(Ordering::Relaxed) {
            let pause = match mailer.pass(desk, most, &ended) {
                Ok(passed) => {
                    if passed.sent > 0 || passed.is_troubled() {
                        report(&passed, console)?;
                    }
                    if passed.unreachable.is_some() {
                        LONG_PAUSE
                    } else {
                        PAUSE
                    }
                }
                Err(error) => {
                    failure::on_stderr(&error.say(console.lang()));
                    LONG_PAUSE
                }
            };
            let until = Instant::now() + pause;
            while Instant::now() < until && !ended.load(Ordering::Relaxed) {
                sleep(TURN);
            }
        }
        Ok(())
    }
}

fn unwatched(error: io::Error) -> Failure {
    Failure::Output(error)
}

fn check(mailer: &Mailer, settings: &MailSettings, console: &Console) -> Result<(), Failure> {
    mailer.check().map_err(|error| failed(&error, console))?;
    let server = format!("{}:{}", settings.host, settings.port);
    console.say(text::SERVER_GOOD, &[("server", &server)])
}

fn failed(error: &MailError, console: &Console) -> Failure {
    let kind = if error.is_configuration() {
        FailureKind::Configuration
    } else {
        FailureKind::Refused
    };
    Failure::Sentence(kind, error.say(console.lang()))
}

fn report(passed: &Passed, console: &Console) -> Result<(), Failure> {
    if console.json {
        return console.document(&PassDocument {
            sent: passed.sent,
            failed: passed.failed,
            unknown: passed.doubtful,
            later: passed.later,
            unreachable: passed.unreachable.as_deref(),
        });
    }
    if passed.elsewhere {
        return console.say(text::ELSEWHERE, &[]);
    }
    let [sent, failed, doubtful, later] =
        [passed.sent, passed.failed, passed.doubtful, passed.later].map(|n| n.to_string());
    let values = [
        ("sent", &*sent),
        ("failed", &*failed),
        ("doubtful", &*doubtful),
        ("later", &*later),
    ];
    console.say(text::PASSED, &values)?;
    if let Some(reply) = &passed.unreachable {
        failure::on_stderr(&text::UNREACHABLE.with(console.lang(), &[("reply", reply)]));
    }
    Ok(())
}
