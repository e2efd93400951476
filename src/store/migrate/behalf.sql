-- Who speaks for the complainant, and for whom the complainant speaks, are erased with the person: the check of the table
-- covers them, and SQLite cannot change a check in place.
CREATE TABLE party_2 (
  subject   INTEGER NOT NULL PRIMARY KEY,
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
  CHECK (salt IS NOT NULL OR name || phone || email || address || proxy || capacity || organisation || representative = '')
) STRICT;
INSERT INTO party_2 (subject, salt, name, phone, email, address, phone_key, email_key, proxy, capacity, organisation, representative)
  SELECT subject, salt, name, phone, email, address, phone_key, email_key, '', '', '', '' FROM party;
DROP TABLE party;
ALTER TABLE party_2 RENAME TO party;
CREATE INDEX party_phone ON party (phone_key, subject) WHERE phone_key IS NOT NULL;
CREATE INDEX party_email ON party (email_key, subject) WHERE email_key IS NOT NULL;
