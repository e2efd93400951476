//! A contact: a visit or a call, waiting or in progress, as the fold of its facts.
//!
//! Knows the charter only through its promises; who may record what, and when, is decided in [`decide()`].

mod deadline;
mod decide;
mod fact;
mod refusal;
mod word;

pub use deadline::deadlines;
pub use decide::{arrive, decide, person};
pub use fact::{Arrived, ContactFact, Wish};
pub use refusal::ContactRefusal;
pub use word::{ContactStage, GuidedTo};

use super::{
    case::{Ending, Fulfilment, Occurrence},
    charter::{Channel, Detail, MetBy, Trigger},
    fact::{ContactWay, Fact, Prose},
    party::Party,
    subject::{CaseNumber, ContactNumber, LinkKind, Outline, Phase},
};
use chrono::{DateTime, Utc};

/// A visitor or a caller, as taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// [`Channel::Visit`] or [`Channel::Phone`].
    pub channel: Channel,
    /// Who it is, as far as known.
    pub party: Party,
    /// What it is about, as far as known.
    pub matter: String,
    /// The category's id in the charter; empty where it is not known yet.
    pub category: String,
    /// The officer asked for; empty where there is none.
    pub officer: String,
    /// The visitor needs help on the spot: an elderly or disabled person.
    pub assistance: bool,
}

impl Arrival {
    /// Somebody of whom nothing is known yet.
    pub fn new(channel: Channel) -> Self {
        Self {
            channel,
            party: Party::default(),
            matter: String::new(),
            category: String::new(),
            officer: String::new(),
            assistance: false,
        }
    }
}

/// What the customer wishes for the call-back, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// No reply is wanted.
    pub no_reply: bool,
    /// In which way.
    pub way: Option<ContactWay>,
    /// When.
    pub at: Option<DateTime<Utc>>,
    /// Where: a place to meet, or another number.
    pub place: String,
}

/// What a clerk asks the desk to do about a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactCommand {
    /// Record that the visitor was guided.
    Guide {
        /// To where.
        to: GuidedTo,
        /// To which officer; may be empty.
        officer: String,
    },
    /// Record that the visitor or caller was told how long the wait will be.
    TellWait {
        /// How long, in minutes.
        minutes: u32,
    },
    /// Record a question about the work.
    Ask {
        /// What was asked.
        text: String,
    },
    /// Record that somebody serves the visitor or caller.
    Serve {
        /// Who; who records it where empty.
        officer: String,
    },
    /// Record that the officer asked for is away: a call-back is owed unless no reply is wanted.
    Miss {
        /// Which officer.
        officer: String,
        /// Who the customer is: what is given here is added to what is known.
        party: Party,
        /// What it is about; what is known where empty.
        matter: String,
        /// What the customer wishes.
        wanted: Wanted,
    },
    /// Record that the answer comes later: a call-back is owed.
    Postpone {
        /// Who the customer is: what is given here is added to what is known.
        party: Party,
        /// What is to be answered; what is known where empty.
        matter: String,
        /// What the customer wishes.
        wanted: Wanted,
    },
    /// Record that the customer was called back.
    CallBack {
        /// How.
        how: ContactWay,
        /// What was said.
        text: String,
    },
    /// Hand it over to another department or officer with the gist, so that the customer need not say it again.
    HandOver {
        /// To which department; the present one where empty.
        department: String,
        /// To which officer; may be empty.
        officer: String,
        /// What it is about and what was said.
        gist: String,
    },
    /// Record that it goes on as a case.
    Become {
        /// Which.
        case: CaseNumber,
    },
    /// Record that it is over.
    End {
        /// What came of it; needed where a call-back is owed.
        text: String,
    },
    /// Set a wrong entry right beside it.
    Correct {
        /// The fact that was wrong.
        fact: u32,
        /// What is right.
        text: String,
    },
}

/// A contact: what its facts add up to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Its number.
    pub number: ContactNumber,
    /// How it began.
    pub arrival: Arrived,
    /// When it began.
    pub arrived_at: DateTime<Utc>,
    /// Where it stands.
    pub stage: ContactStage,
    /// What it is about, as was said last.
    pub matter: Prose,
    /// The department in charge.
    pub department: String,
    /// The officer who serves, or who owes the call-back; empty where nobody is named.
    pub officer: String,
    /// To where the visitor was guided, and by which fact.
    pub guided: Vec<(GuidedTo, u32)>,
    /// What was handed over with it, in order.
    pub gists: Vec<Prose>,
    /// The call-backs promised, in order.
    pub call_backs: Vec<CallBack>,
    /// The case it became.
    pub became: Option<CaseNumber>,
    /// What set promises to work, in order.
    pub occurrences: Vec<Occurrence>,
    /// What fulfilled promises, in order.
    pub fulfilments: Vec<Fulfilment>,
    /// Since when nobody waits any more, and when it ended; in order.
    pub endings: Vec<(Over, Ending)>,
    /// The number of the last fact.
    pub seq: u32,
    /// When the last fact happened.
    pub last_at: DateTime<Utc>,
}

/// A call-back that was promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallBack {
    /// By which fact.
    pub seq: u32,
    /// What the customer wishes.
    pub wish: Wish,
    /// By which fact the customer was called back.
    pub done: Option<u32>,
}

/// What is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The wait: nobody stands at the counter or holds the line any more.
    Wait,
    /// The contact.
    Contact,
}

/// What serving fulfils: whoever is served found office and officer, waits no more, and is being advised.
const SERVED: &[MetBy] = &[
    MetBy::Served,
    MetBy::Office,
    MetBy::Officer,
    MetBy::Wait,
    MetBy::Advice,
];

impl Contact {
    /// The contact that the facts add up to; `None` where they do not begin with an arrival.
    pub fn fold(number: ContactNumber, facts: &[Fact<ContactFact>]) -> Option<Self> {
        let (first, rest) = facts.split_first()?;
        let mut contact = Self::begin(number, first)?;
        for fact in rest {
            contact.apply(fact);
        }
        Some(contact)
    }

    /// The contact that begins with `fact`; `None` where that is no arrival.
    pub fn begin(number: ContactNumber, fact: &Fact<ContactFact>) -> Option<Self> {
        let ContactFact::Arrived(arrived) = &fact.kind else {
            return None;
        };
        let mut contact = Self {
            number,
            arrival: (**arrived).clone(),
            arrived_at: fact.at,
            stage: ContactStage::Waiting,
            matter: arrived.matter.clone(),
            department: arrived.department.clone(),
            officer: arrived.officer.clone(),
            guided: Vec::new(),
            gists: Vec::new(),
            call_backs: Vec::new(),
            became: None,
            occurrences: Vec::new(),
            fulfilments: Vec::new(),
            endings: Vec::new(),
            seq: 0,
            last_at: fact.at,
        };
        contact.apply(fact);
        Some(contact)
    }

    /// True while a call-back is owed.
    pub fn owes_call_back(&self) -> bool {
        self.call_backs.iter().any(|owed| owed.done.is_none())
    }

    /// True where a question waits for advice.
    pub fn is_asking(&self) -> bool {
        let last = |found: Option<u32>| found.unwrap_or(0);
        let asked = self.occurrences.iter().rev();
        let asked = last(
            asked
                .filter(|one| one.trigger == Trigger::QuestionAsked)
                .map(|one| one.seq)
                .next(),
        );
        let advised = self.fulfilments.iter().rev();
        let advised = last(
            advised
                .filter(|one| one.met_by == MetBy::Advice)
                .map(|one| one.seq)
                .next(),
        );
        asked > advised
    }

    /// What lists and the store need of it.
    pub fn outline(&self) -> Outline<'_> {
        let became = self.became.iter();
        Outline {
            subject: self.number.into(),
            seq: self.seq,
            charter: self.arrival.charter,
            title: self.matter.as_str(),
            body: "",
            channel: Some(self.arrival.channel),
            category: &self.arrival.category,
            kind: None,
            phase: Phase::Contact(self.stage),
            department: &self.department,
            officer: &self.officer,
            step: 0,
            results: 0,
            arrived_at: self.arrived_at,
            received_at: None,
            open: self.stage != ContactStage::Ended,
            links: became
                .map(|case| ((*case).into(), LinkKind::Became))
                .collect(),
            duty: None,
        }
    }

    /// Takes in the next fact. Facts are trusted here: what may happen was decided before they were written.
    pub fn apply(&mut self, fact: &Fact<ContactFact>) {
        self.seq = fact.seq;
        self.last_at = fact.at;
        match &fact.kind {
            ContactFact::Arrived(arrived) => {
                let trigger = if arrived.channel == Channel::Phone {
                    Trigger::Call
                } else {
                    Trigger::VisitorArrived
                };
                let detail = arrived.assistance.then_some(Detail::Assistance);
                self.occur(trigger, detail, fact);
            }
            ContactFact::Guided { to, officer } => {
                self.guided.push((*to, fact.seq));
                take(&mut self.officer, officer);
                self.fulfil(to.fulfils(), fact);
            }
            ContactFact::WaitTold { .. } => self.fulfil(&[MetBy::Wait], fact),
            ContactFact::QuestionAsked { text } => {
                self.matter = text.clone();
                self.occur(Trigger::QuestionAsked, None, fact);
            }
            ContactFact::Served { officer } => {
                take(&mut self.officer, officer);
                self.stage = ContactStage::Serving;
                self.fulfil(SERVED, fact);
            }
            ContactFact::OfficerMissed { .. } | ContactFact::AnswerPostponed { .. } => {
                self.promise(fact);
            }
            ContactFact::CalledBack { .. } => self.called_back(fact),
            ContactFact::HandedOver {
                department,
                officer,
                gist,
            } => {
                take(&mut self.department, department);
                officer.clone_into(&mut self.officer);
                self.gists.push(gist.clone());
                if self.stage == ContactStage::Serving {
                    self.stage = ContactStage::Waiting;
                }
            }
            ContactFact::BecameCase { case } => {
                self.became = Some(*case);
                // Whoever took the matter in as a case has served.
                self.fulfil(SERVED, fact);
                self.stage = self.after();
                let ended = self.stage == ContactStage::Ended;
                self.over(if ended { Over::Contact } else { Over::Wait }, fact);
            }
            ContactFact::Ended { .. } => {
                self.over(Over::Contact, fact);
                self.stage = ContactStage::Ended;
            }
            ContactFact::Corrected { .. } | ContactFact::Recomputed { .. } => {}
        }
    }

    /// The officer is away, or the answer comes later: nobody waits any more, and a call-back may be owed.
    fn promise(&mut self, fact: &Fact<ContactFact>) {
        let (trigger, officer, matter, wish) = match &fact.kind {
            ContactFact::OfficerMissed {
                officer,
                matter,
                wish,
            } => (Trigger::OfficerAbsent, officer.as_str(), matter, wish),
            ContactFact::AnswerPostponed { matter, wish } => {
                // Who promises an answer has listened.
                self.fulfil(SERVED, fact);
                (Trigger::AnswerLater, "", matter, wish)
            }
            _ => return,
        };
        take(&mut self.officer, officer);
        self.matter = matter.clone();
        self.over(Over::Wait, fact);
        if wish.reply {
            self.call_backs.push(CallBack {
                seq: fact.seq,
                wish: wish.clone(),
                done: None,
            });
            self.occur(trigger, None, fact);
        }
        self.stage = ContactStage::CallBack;
    }

    fn called_back(&mut self, fact: &Fact<ContactFact>) {
        for owed in self
            .call_backs
            .iter_mut()
            .filter(|owed| owed.done.is_none())
        {
            owed.done = Some(fact.seq);
        }
        self.fulfil(&[MetBy::CallBack], fact);
        if self.stage == ContactStage::CallBack {
            self.over(Over::Contact, fact);
            self.stage = ContactStage::Ended;
        }
    }

    /// Where it stands once nobody waits: a call-back that is owed goes on.
    fn after(&self) -> ContactStage {
        if self.owes_call_back() {
            ContactStage::CallBack
        } else {
            ContactStage::Ended
        }
    }

    fn occur(&mut self, trigger: Trigger, detail: Option<Detail>, fact: &Fact<ContactFact>) {
        self.occurrences.push(Occurrence {
            trigger,
            detail,
            at: fact.at,
            seq: fact.seq,
            again: false,
        });
    }

    fn fulfil(&mut self, what: &[MetBy], fact: &Fact<ContactFact>) {
        self.fulfilments
            .extend(what.iter().map(|met_by| Fulfilment {
                met_by: *met_by,
                at: fact.at,
                recorded_at: fact.recorded_at,
                seq: fact.seq,
            }));
    }

    fn over(&mut self, what: Over, fact: &Fact<ContactFact>) {
        let ending = Ending {
            at: fact.at,
            recorded_at: fact.recorded_at,
            seq: fact.seq,
        };
        self.endings.push((what, ending));
    }
}

/// Puts a name in the place of another one, unless none is given.
fn take(place: &mut String, name: &str) {
    if !name.is_empty() {
        name.clone_into(place);
    }
}

#[cfg(test)]
mod tests;
