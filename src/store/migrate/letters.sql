-- The office's own letters, as they were entered.
CREATE TABLE letter_edit (
  id         INTEGER NOT NULL PRIMARY KEY,
  kind       TEXT    NOT NULL,
  text       TEXT,
  entered_at INTEGER NOT NULL,
  entered_by TEXT    NOT NULL,
  hash       BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX letter_kind ON letter_edit (kind, id);
