CREATE TABLE notes (id integer NOT NULL, text text);
