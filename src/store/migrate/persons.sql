-- A person who is put right stays beside the new one: every version stands with the fact that introduced or changed it.
CREATE TABLE party_3 (
  subject   INTEGER NOT NULL,
  seq       INTEGER NOT NULL,
  salt      BLOB,
  name      TEXT    NOT NULL,
  phone     TEXT    NOT NULL,
  email     TEXT    NOT NULL,
  address   TEXT    NOT NULL,
  phone_key TEXT,
  email_key TEXT,
  proxy          TEXT NOT NULL,
  capacity       TEXT NOT NULL,
  organisation   TEXT NOT NULL,
  representative TEXT NOT NULL,
  stands    INTEGER NOT NULL CHECK (stands IN (0, 1)),
  PRIMARY KEY (subject, seq),
  CHECK (salt IS NOT NULL OR name || phone || email || address || proxy || capacity || organisation || representative = ''),
  CHECK (stands = 1 OR (phone_key IS NULL AND email_key IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO party_3 (subject, seq, salt, name, phone, email, address, phone_key, email_key, proxy, capacity, organisation, representative, stands)
  SELECT p.subject, coalesce((SELECT max(f.seq) FROM fact f WHERE f.subject = p.subject AND f.party IS NOT NULL), 1),
         p.salt, p.name, p.phone, p.email, p.address, p.phone_key, p.email_key, p.proxy, p.capacity, p.organisation, p.representative, 1
  FROM party p;
-- What the version before wrote over is gone: it stands as erased.
INSERT INTO party_3 (subject, seq, salt, name, phone, email, address, phone_key, email_key, proxy, capacity, organisation, representative, stands)
  SELECT f.subject, f.seq, NULL, '', '', '', '', NULL, NULL, '', '', '', '', 0
  FROM fact f WHERE f.party IS NOT NULL AND f.seq < (SELECT max(l.seq) FROM fact l WHERE l.subject = f.subject AND l.party IS NOT NULL);
DROP TABLE party;
ALTER TABLE party_3 RENAME TO party;
CREATE UNIQUE INDEX party_stands ON party (subject) WHERE stands = 1;
CREATE INDEX party_phone ON party (phone_key, subject) WHERE phone_key IS NOT NULL;
CREATE INDEX party_email ON party (email_key, subject) WHERE email_key IS NOT NULL;
-- How many second steps are due is counted with every page of the queue.
CREATE INDEX subject_second  ON subject (rank, subject) WHERE open = 1 AND step_due = 2;
