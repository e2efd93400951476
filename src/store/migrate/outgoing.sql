-- Notices on their way to a mail server.
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
-- What a mail server is to get, the oldest first.
CREATE INDEX notice_mail   ON notice (status, queued_at, subject, seq, kind, n) WHERE medium = 'email';
-- A login of the mail service: SQLite cannot change a check in place.
CREATE TABLE staff_7 (
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
INSERT INTO staff_7 (id, login, name, department, phone, mobile, deputy, role, retired, entered_at, entered_by, hash)
  SELECT id, login, name, department, phone, mobile, deputy, role, retired, entered_at, entered_by, hash FROM staff;
DROP TABLE staff;
ALTER TABLE staff_7 RENAME TO staff;
CREATE INDEX staff_login ON staff (login, id);
CREATE TRIGGER staff_is_never_changed BEFORE UPDATE ON staff
BEGIN SELECT RAISE(ABORT, 'staff is only added'); END;
CREATE TRIGGER staff_is_never_deleted BEFORE DELETE ON staff
BEGIN SELECT RAISE(ABORT, 'staff is only added'); END;
