CREATE TABLE tags (id integer PRIMARY KEY, text text NOT NULL);
CREATE INDEX tags_text ON tags (text);
