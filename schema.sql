-- The schema of a minwon database, version 3.
--
-- Part 1 holds what happened and who the people are; nothing here can be rebuilt.
-- Part 2 is derived from part 1 and can be rebuilt at any time (`minwon verify` proves that it is as it should be).
--
-- Instants are whole seconds since 1970-01-01 UTC; dates are 'YYYY-MM-DD' in the office's zone.
-- A subject is what facts are about. Its key is one integer: a case is year * 10000000 + serial (2026-000412 is 20260000412),
-- a contact (a visit or a call) the same plus 10^12 (C2026-000012 is 1020260000012), a duty the same plus 2 * 10^12.

-- ------------------------------------------------------------------ part 1: facts and personal data

CREATE TABLE setting (
  key   TEXT NOT NULL PRIMARY KEY,   -- name of the setting
  value TEXT NOT NULL                -- its value
) STRICT, WITHOUT ROWID;

-- Charters, staff, edits of holidays and handovers are ledgers: rows are only added, and each has the hash of the one before in its own.

CREATE TABLE charter (
  version    INTEGER NOT NULL PRIMARY KEY,  -- the version cases point to
  id         TEXT    NOT NULL,              -- the charter's own id, e.g. gbvc
  text       TEXT    NOT NULL,              -- the TOML file, letter by letter
  since      TEXT    NOT NULL,              -- the first date for which it holds: what comes in from then on is received under it
  adopted_at INTEGER NOT NULL,              -- when it was adopted
  adopted_by TEXT    NOT NULL,              -- login of who adopted it
  hash       BLOB    NOT NULL CHECK (length(hash) = 32) -- SHA-256 over all of the above and the hash before
) STRICT;

CREATE TABLE staff (
  id         INTEGER NOT NULL PRIMARY KEY,  -- order of entry; of a login the last row holds
  login      TEXT    NOT NULL,              -- stands in every fact
  name       TEXT    NOT NULL,              -- shown to clerks and on replies
  department TEXT    NOT NULL,              -- department
  phone      TEXT    NOT NULL,              -- number to call
  mobile     TEXT    NOT NULL,              -- number to call outside the house
  deputy     TEXT    NOT NULL,              -- login of who stands in
  role       TEXT    NOT NULL CHECK (role IN ('clerk', 'supervisor', 'auditor', 'admin', 'service', 'no-login')), -- what this person may do
  retired    INTEGER NOT NULL CHECK (retired IN (0, 1)), -- 1 from then on no longer at the desk
  entered_at INTEGER NOT NULL,              -- when
  entered_by TEXT    NOT NULL,              -- by whom
  hash       BLOB    NOT NULL CHECK (length(hash) = 32) -- SHA-256 over all of the above and the hash before
) STRICT;
CREATE INDEX staff_login ON staff (login, id);

CREATE TABLE holiday_edit (
  id         INTEGER NOT NULL PRIMARY KEY,  -- order of entry
  date       TEXT    NOT NULL,              -- the day
  name       TEXT    NOT NULL,              -- its name
  kind       TEXT,                          -- kind of the added holiday; NULL where a day was removed
  source     TEXT    NOT NULL,              -- where the decision was published
  decided_on TEXT    NOT NULL,              -- date of the decision
  entered_at INTEGER NOT NULL,              -- from then on deadlines are counted with it
  entered_by TEXT    NOT NULL,              -- login of who entered it
  hash       BLOB    NOT NULL CHECK (length(hash) = 32) -- SHA-256 over all of the above and the hash before
) STRICT;

CREATE TABLE letter_edit (
  id         INTEGER NOT NULL PRIMARY KEY,  -- order of entry
  kind       TEXT    NOT NULL,              -- which letter
  text       TEXT,                          -- the office's own, with its marks; NULL where that of the program holds again
  entered_at INTEGER NOT NULL,              -- from then on it goes out like this
  entered_by TEXT    NOT NULL,              -- login of who entered it
  hash       BLOB    NOT NULL CHECK (length(hash) = 32) -- SHA-256 over all of the above and the hash before
) STRICT;
CREATE INDEX letter_kind ON letter_edit (kind, id);

CREATE TABLE handover (
  id         INTEGER NOT NULL PRIMARY KEY,  -- order of entry
  confirms   INTEGER,                       -- the note that is confirmed; NULL for a note
  digest     BLOB,                          -- SHA-256 of the note's text; NULL for a confirmation
  entered_at INTEGER NOT NULL,              -- when it was written or confirmed
  entered_by TEXT    NOT NULL,              -- login of who wrote or confirmed it
  hash       BLOB    NOT NULL CHECK (length(hash) = 32) -- SHA-256 over all of the above and the hash before
) STRICT;
CREATE UNIQUE INDEX handover_confirms ON handover (confirms) WHERE confirms IS NOT NULL;
CREATE TABLE handover_text (
  id   INTEGER NOT NULL PRIMARY KEY REFERENCES handover (id), -- the note
  text TEXT    NOT NULL               -- what it says; the row can be erased, since people are named in it
) STRICT;

CREATE TRIGGER charter_is_never_changed BEFORE UPDATE ON charter
BEGIN SELECT RAISE(ABORT, 'charters are only added'); END;
CREATE TRIGGER charter_is_never_deleted BEFORE DELETE ON charter
BEGIN SELECT RAISE(ABORT, 'charters are only added'); END;
CREATE TRIGGER staff_is_never_changed BEFORE UPDATE ON staff
BEGIN SELECT RAISE(ABORT, 'staff is only added'); END;
CREATE TRIGGER staff_is_never_deleted BEFORE DELETE ON staff
BEGIN SELECT RAISE(ABORT, 'staff is only added'); END;
CREATE TRIGGER holiday_edit_is_never_changed BEFORE UPDATE ON holiday_edit
BEGIN SELECT RAISE(ABORT, 'edits of holidays are only added'); END;
CREATE TRIGGER holiday_edit_is_never_deleted BEFORE DELETE ON holiday_edit
BEGIN SELECT RAISE(ABORT, 'edits of holidays are only added'); END;

CREATE TRIGGER handover_is_never_changed BEFORE UPDATE ON handover
BEGIN SELECT RAISE(ABORT, 'handovers are only added'); END;
CREATE TRIGGER handover_is_never_deleted BEFORE DELETE ON handover
BEGIN SELECT RAISE(ABORT, 'handovers are only added'); END;

CREATE TABLE receipt (
  kind TEXT    NOT NULL CHECK (kind IN ('case', 'contact', 'duty')), -- kind of subject
  year INTEGER NOT NULL,              -- year in which it began in the office's zone
  last INTEGER NOT NULL,              -- the last serial given out in that year
  PRIMARY KEY (kind, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact (
  subject     INTEGER NOT NULL,       -- what it is about
  seq         INTEGER NOT NULL CHECK (seq > 0), -- number on the subject, from 1 without gaps
  at          INTEGER NOT NULL,       -- when it happened, as the clerk says
  recorded_at INTEGER NOT NULL,       -- when it was recorded, as the machine says
  by_login    TEXT    NOT NULL,       -- who recorded it
  kind        TEXT    NOT NULL,       -- what happened, e.g. step_recorded
  content     TEXT    NOT NULL,       -- the rest of the fact; free text is replaced by its digest
  party       TEXT,                   -- digest of the person as known from this fact on; NULL where that stays as it was
  hash        BLOB    NOT NULL CHECK (length(hash) = 32), -- SHA-256 over all of the above and the hash before
  PRIMARY KEY (subject, seq)
) STRICT, WITHOUT ROWID;

-- What was recorded in a shift is counted at every handover.
CREATE INDEX fact_at ON fact (at);
CREATE TRIGGER fact_is_never_changed BEFORE UPDATE ON fact
BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER fact_is_never_deleted BEFORE DELETE ON fact
BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER fact_follows_the_last BEFORE INSERT ON fact
WHEN NEW.seq > 1 AND NOT EXISTS (SELECT 1 FROM fact WHERE subject = NEW.subject AND seq = NEW.seq - 1)
BEGIN SELECT RAISE(ABORT, 'facts are numbered without gaps'); END;

CREATE TABLE prose (
  subject INTEGER NOT NULL,           -- subject and seq: the fact it belongs to
  seq     INTEGER NOT NULL,
  nth     INTEGER NOT NULL,           -- which of the fact's texts, from 0
  salt    BLOB    NOT NULL,           -- makes the digest in the fact tell nothing once the text is erased
  text    TEXT    NOT NULL,           -- the free text; the row goes when it is erased
  PRIMARY KEY (subject, seq, nth),
  FOREIGN KEY (subject, seq) REFERENCES fact (subject, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE party (
  subject   INTEGER NOT NULL,             -- whose complainant, visitor or caller
  seq       INTEGER NOT NULL,             -- the fact that introduced or changed the person: every version is kept
  salt      BLOB,                         -- makes the digest in the fact tell nothing by itself; NULL once the person is erased
  name      TEXT    NOT NULL,             -- name of a person or a body
  phone     TEXT    NOT NULL,             -- telephone as it was typed
  email     TEXT    NOT NULL,             -- e-mail address
  address   TEXT    NOT NULL,             -- postal address
  phone_key TEXT,                         -- digits of the telephone, to find the same person
  email_key TEXT,                         -- e-mail address in lower case, to find the same person
  proxy          TEXT NOT NULL,           -- name of who speaks for the person
  capacity       TEXT NOT NULL,           -- in what capacity
  organisation   TEXT NOT NULL,           -- name of the body for which the person speaks; its seat is the address
  representative TEXT NOT NULL,           -- name of who represents the body, or several people
  stands    INTEGER NOT NULL CHECK (stands IN (0, 1)), -- 1 for the version that holds, the only one that is found
  PRIMARY KEY (subject, seq),
  CHECK (salt IS NOT NULL OR name || phone || email || address || proxy || capacity || organisation || representative = ''),
  CHECK (stands = 1 OR (phone_key IS NULL AND email_key IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX party_stands ON party (subject) WHERE stands = 1;
CREATE INDEX party_phone ON party (phone_key, subject) WHERE phone_key IS NOT NULL;
CREATE INDEX party_email ON party (email_key, subject) WHERE email_key IS NOT NULL;

CREATE TABLE saved_view (
  login TEXT NOT NULL,                -- whose
  name  TEXT NOT NULL,                -- its name
  line  TEXT NOT NULL,                -- fields as they are typed in a search
  PRIMARY KEY (login, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
  subject   INTEGER NOT NULL,         -- subject and seq: the fact that calls for it
  seq       INTEGER NOT NULL,
  kind      TEXT    NOT NULL,         -- what it tells
  n         INTEGER NOT NULL CHECK (n > 0), -- which of several recipients, from 1
  medium    TEXT    NOT NULL,         -- how it goes out
  recipient TEXT    NOT NULL CHECK (recipient IN ('complainant', 'representative', 'team', 'officer')), -- who is told
  addressee TEXT    NOT NULL,         -- the team or officer that is told; empty where that is the complainant
  queued_at INTEGER NOT NULL,         -- since when it waits
  status    TEXT    NOT NULL CHECK (status IN ('waiting', 'held', 'told', 'sent', 'failed', 'unknown', 'before')), -- how far it is, as the facts say
  owner     TEXT    NOT NULL,         -- officer in charge of the case, empty until assigned
  told_at   INTEGER,                  -- when a person told it
  sent_at   INTEGER,                  -- when the program sent it
  how       TEXT,                     -- how it was told
  tries     INTEGER NOT NULL,         -- how often the program tried to send it
  changed   INTEGER,                  -- the fact that changed it last
  officer    TEXT   NOT NULL,         -- name of the person in charge who stands under it, as it was then; empty where unknown
  department TEXT   NOT NULL,         -- that person's department
  phone      TEXT   NOT NULL,         -- that person's number
  PRIMARY KEY (subject, seq, kind, n),
  FOREIGN KEY (subject, seq) REFERENCES fact (subject, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_status ON notice (status, queued_at, subject, seq, kind, n);
CREATE INDEX notice_owner  ON notice (owner, status, queued_at, subject, seq, kind, n);
-- What a mail server is to get, the oldest first.
CREATE INDEX notice_mail   ON notice (status, queued_at, subject, seq, kind, n) WHERE medium = 'email';

-- Notices on their way to a mail server: no evidence, only who has which one, and when it is tried again.
CREATE TABLE outgoing (
  subject INTEGER NOT NULL,           -- subject, seq, kind and n: the notice that is on its way
  seq     INTEGER NOT NULL,
  kind    TEXT    NOT NULL,
  n       INTEGER NOT NULL,
  state   TEXT    NOT NULL CHECK (state IN ('claimed', 'handing', 'later', 'taken')), -- a program has it; its text is being handed over; to be tried again; the office's own program sends it
  owner   TEXT    NOT NULL,           -- the program that claimed it: login and process
  since   INTEGER NOT NULL,           -- since when it stands so
  tries   INTEGER NOT NULL,           -- how many tries came to nothing
  next_at INTEGER NOT NULL,           -- not to be tried before
  reply   TEXT    NOT NULL,           -- what the server said last
  PRIMARY KEY (subject, seq, kind, n),
  FOREIGN KEY (subject, seq) REFERENCES fact (subject, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX outgoing_state ON outgoing (state, next_at);

-- ------------------------------------------------------------------ part 2: derived from part 1

CREATE TABLE subject (
  subject     INTEGER NOT NULL PRIMARY KEY, -- its key
  what        TEXT    NOT NULL CHECK (what IN ('case', 'contact', 'duty')), -- kind of subject
  facts       INTEGER NOT NULL,       -- how many facts it has: the optimistic lock
  charter     INTEGER NOT NULL REFERENCES charter (version), -- the charter it was received under
  title       TEXT    NOT NULL,       -- title
  channel     TEXT,                   -- how it came; NULL for a duty
  category    TEXT    NOT NULL,       -- category of the charter; empty where it has none
  kind        TEXT,                   -- kind of the law; NULL for what is no case
  stage       TEXT    NOT NULL,       -- where it stands, in the words of its kind of subject
  department  TEXT    NOT NULL,       -- department in charge
  officer     TEXT    NOT NULL,       -- officer in charge, empty until assigned
  party       TEXT    NOT NULL,       -- the complainant's name, masked
  step        INTEGER NOT NULL,       -- highest step recorded, 0 to 3
  results     INTEGER NOT NULL,       -- how often a result was told
  arrived_at  INTEGER NOT NULL,       -- when it came
  received_at INTEGER,                -- when it was accepted
  open        INTEGER NOT NULL CHECK (open IN (0, 1)), -- 1 while the desk has something to do
  promise     TEXT,                   -- the deadline that leads it; NULL where none is open
  status      TEXT    NOT NULL CHECK (status IN ('running', 'paused', 'none')), -- how that deadline stands, without the clock
  due_at      INTEGER,                -- when that deadline ends; NULL while it is stopped
  due_date    TEXT,                   -- its last day
  whole_day   INTEGER NOT NULL CHECK (whole_day IN (0, 1)), -- 1 where it ends with that day
  left        INTEGER,                -- while it is stopped: working seconds left
  rank        INTEGER NOT NULL,       -- place in the queue: due_at; stopped ones after all of them; then those without
  untold      INTEGER NOT NULL DEFAULT 0 CHECK (untold IN (0, 1)), -- 1 while nobody was told the result
  step_due    INTEGER NOT NULL DEFAULT 0, -- the step of the ladder that an open deadline asks for, 0 to 3
  ladder      INTEGER NOT NULL DEFAULT 0 -- the higher of step and step_due
) STRICT;
CREATE INDEX subject_queue   ON subject (rank, subject) WHERE open = 1;
-- With its last day a row is counted without being read: how much of one officer's falls due on each day ahead.
CREATE INDEX subject_officer ON subject (officer, rank, subject, due_date) WHERE open = 1;
CREATE INDEX subject_department ON subject (department, rank, subject) WHERE open = 1;
CREATE INDEX subject_step    ON subject (ladder, rank, subject) WHERE open = 1 AND ladder > 0;
CREATE INDEX subject_second  ON subject (rank, subject) WHERE open = 1 AND step_due = 2;
CREATE INDEX subject_untold  ON subject (rank, subject) WHERE open = 1 AND untold = 1;
-- Contacts and duties are few among the cases: their own lists must not walk past all of those.
CREATE INDEX subject_contact ON subject (rank, subject) WHERE open = 1 AND what = 'contact';
CREATE INDEX subject_duty    ON subject (rank, subject) WHERE open = 1 AND what = 'duty';
CREATE INDEX subject_all     ON subject (rank, subject);
-- What came in a stretch of time is counted by category, by title and by officer.
CREATE INDEX subject_arrived ON subject (arrived_at, category);

CREATE TABLE deadline (
  subject    INTEGER NOT NULL REFERENCES subject (subject), -- whose
  promise    TEXT    NOT NULL,        -- id of the promise, or act.<kind> for the law
  nth        INTEGER NOT NULL,        -- which opening of it on the subject, from 0
  source     TEXT    NOT NULL,        -- charter, statute or house
  started_at INTEGER NOT NULL,        -- when its time began
  due_at     INTEGER,                 -- when it ends; NULL while it is stopped
  due_date   TEXT,                    -- its last day
  whole_day  INTEGER NOT NULL,        -- 1 where it ends with that day
  announced  TEXT,                    -- the date the complainant was told
  state      TEXT    NOT NULL CHECK (state IN ('open', 'paused', 'met', 'missed', 'void')), -- what became of it, without the clock
  left       INTEGER,                 -- while it is stopped: working seconds left
  settled_at INTEGER,                 -- when it was met, missed or became void
  met_by     INTEGER,                 -- number of the fact that met it
  open       INTEGER NOT NULL CHECK (open IN (0, 1)), -- 1 while it can still be met
  rank       INTEGER NOT NULL,        -- place in the queue, as in subject
  PRIMARY KEY (subject, promise, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX deadline_queue ON deadline (rank, subject, promise, nth) WHERE open = 1;
CREATE INDEX deadline_all   ON deadline (rank, subject, promise, nth);

CREATE TABLE duty (
  subject INTEGER NOT NULL PRIMARY KEY REFERENCES subject (subject), -- its key
  promise TEXT    NOT NULL,           -- the promise, or the article of the law
  period  TEXT    NOT NULL,           -- what it is for: 2026, 2026-H2, 2026-Q4, 2026-11, 2026-N1
  year    INTEGER NOT NULL,           -- the year of the period
  UNIQUE (promise, period)            -- a period never opens twice, whoever is first
) STRICT;
CREATE INDEX duty_year ON duty (year, subject);

CREATE TABLE link (
  subject INTEGER NOT NULL,           -- the later case, or a contact
  other   INTEGER NOT NULL,           -- the earlier case, the one it was merged into, or the one the contact became
  kind    TEXT    NOT NULL CHECK (kind IN ('earlier', 'see-also', 'merged', 'became')), -- which of these; see-also only points there
  PRIMARY KEY (subject, other, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_other ON link (other, subject, kind);

CREATE TABLE conduct (
  subject INTEGER NOT NULL,           -- subject and seq: the fact of the case
  seq     INTEGER NOT NULL,
  officer TEXT    NOT NULL,           -- on whose record it stands: a login, or a name of nobody on the staff
  at      INTEGER NOT NULL,           -- when it happened
  kind    TEXT    NOT NULL CHECK (kind IN ('caution', 'training', 'praise')), -- what it is
  PRIMARY KEY (subject, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX conduct_officer ON conduct (officer, at, subject, seq, kind);

CREATE TABLE tally (
  bucket TEXT    NOT NULL PRIMARY KEY, -- last day of the leading deadline, or 'paused', or 'none'
  open   INTEGER NOT NULL              -- how many open subjects stand there
) STRICT, WITHOUT ROWID;

-- Pieces of title, text, name and whatever was written since; those of title and name once more with a mark before them.
-- Rows are found by subject. Pieces are made by the program.
CREATE VIRTUAL TABLE search USING fts5 (pieces, content = '', contentless_delete = 1, tokenize = 'ascii', detail = none);
