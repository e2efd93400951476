-- Links that only point to an earlier case are found from that case too. Their rows follow with the next count.
ALTER TABLE link RENAME TO link_before;
CREATE TABLE link (
  subject INTEGER NOT NULL,           -- the later case, or a contact
  other   INTEGER NOT NULL,           -- the earlier case, the one it was merged into, or the one the contact became
  kind    TEXT    NOT NULL CHECK (kind IN ('earlier', 'see-also', 'merged', 'became')), -- which of these; see-also only points there
  PRIMARY KEY (subject, other, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO link SELECT subject, other, kind FROM link_before;
DROP TABLE link_before;
CREATE INDEX link_other ON link (other, subject, kind);
