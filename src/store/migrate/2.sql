-- Notices are followed: each has its recipients, its state and its way. What the version before recorded says nothing of that.
ALTER TABLE subject ADD COLUMN untold INTEGER NOT NULL DEFAULT 0 CHECK (untold IN (0, 1));
CREATE INDEX subject_untold ON subject (rank, subject) WHERE open = 1 AND untold = 1;
ALTER TABLE notice RENAME TO notice_before;
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
INSERT INTO notice (subject, seq, kind, n, medium, recipient, addressee, queued_at, status, owner, tries, officer, department, phone)
  SELECT n.subject, n.seq, n.kind, 1, n.medium, 'complainant', '', n.queued_at,
         CASE WHEN s.open = 1 THEN 'waiting' ELSE 'before' END, s.officer, 0, n.officer, n.department, n.phone
  FROM notice_before n JOIN subject s ON s.subject = n.subject;
DROP TABLE notice_before;
INSERT INTO setting (key, value) SELECT 'notices_since', CAST(coalesce(max(recorded_at), 0) + 1 AS TEXT) FROM fact;
