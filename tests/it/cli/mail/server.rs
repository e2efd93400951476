//! A mail server that behaves as a test says, on a port of this machine.

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread,
    time::Duration,
};

/// How a server behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    Takes,
    /// It answers a command with these words, and goes on.
    Answers(Verb, &'static str),
    /// It ends the line where that command comes; for the text, once it has all of it.
    HangsUp(Verb),
    /// It ends the line once it has taken one letter on it.
    TakesOneAtATime,
    /// It greets with a word that is no reply.
    Nonsense,
    /// It takes the connection and says nothing.
    Silent,
    /// It greets with a byte at a time, and never ends the line.
    Drips,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    Mail,
    Recipient,
    Data,
    Text,
}

/// The server, until it is dropped.
pub(super) struct Server {
    pub(super) port: u16,
    texts: Arc<Mutex<Vec<String>>>,
    /// Dropped, it ends what waits.
    _running: Sender<()>,
}

impl Server {
    pub(super) fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let texts = Arc::new(Mutex::new(Vec::new()));
        let (running, ended) = channel();
        let kept = Arc::clone(&texts);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                serve(stream, manner, &kept, &ended);
            }
        });
        Self {
            port,
            texts,
            _running: running,
        }
    }

    /// The texts that it took, each as it came over the line.
    pub(super) fn texts(&self) -> Vec<String> {
        self.texts.lock().unwrap().clone()
    }
}

fn serve(stream: TcpStream, manner: Manner, texts: &Mutex<Vec<String>>, ended: &Receiver<()>) {
    let mut out = stream.try_clone().unwrap();
    match manner {
        // Until the client has had enough.
        Manner::Silent => drop(BufReader::new(stream).lines().next()),
        Manner::Drips => {
            let waits = || ended.recv_timeout(Duration::from_millis(100));
            while waits() == Err(RecvTimeoutError::Timeout) && out.write_all(b"2").is_ok() {}
        }
        // A client that is gone needs no greeting.
        Manner::Nonsense => drop(out.write_all(b"good morning\r\n")),
        Manner::Takes | Manner::TakesOneAtATime | Manner::Answers(..) | Manner::HangsUp(_) => {
            speak(stream, out, manner, texts);
        }
    }
}

/// Speaks SMTP until the client takes leave, or the manner ends the line.
fn speak(stream: TcpStream, mut out: TcpStream, manner: Manner, texts: &Mutex<Vec<String>>) {
    // A client that is gone is found by the next read.
    let mut say = |words: &str| drop(out.write_all(format!("{words}\r\n").as_bytes()));
    say("220 mail.test");
    let mut lines = BufReader::new(stream).lines();
    while let Some(Ok(line)) = lines.next() {
        let upper = line.to_uppercase();
        let (verb, usual) = if upper.starts_with("MAIL") {
            (Some(Verb::Mail), "250 ok")
        } else if upper.starts_with("RCPT") {
            (Some(Verb::Recipient), "250 ok")
        } else if upper.starts_with("DATA") {
            (Some(Verb::Data), "354 go on")
        } else if upper.starts_with("QUIT") {
            return say("221 bye");
        } else {
            (None, "250 ok")
        };
        match manner {
            Manner::HangsUp(at) if Some(at) == verb => return,
            Manner::Answers(at, words) if Some(at) == verb => {
                say(words);
                continue;
            }
            _ => say(usual),
        }
        if verb != Some(Verb::Data) {
            continue;
        }
        let text: Vec<String> = (&mut lines)
            .map_while(Result::ok)
            .take_while(|line| line != ".")
            .collect();
        texts.lock().unwrap().push(text.join("\n"));
        match manner {
            Manner::HangsUp(Verb::Text) => return,
            Manner::Answers(Verb::Text, words) => say(words),
            Manner::TakesOneAtATime => return say("250 taken"),
            _ => say("250 taken"),
        }
    }
}
