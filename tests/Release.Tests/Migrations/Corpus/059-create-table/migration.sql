CREATE TABLE tags (id integer PRIMARY KEY, text text NOT NULL);
