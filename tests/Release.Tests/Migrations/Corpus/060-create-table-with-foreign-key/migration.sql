CREATE TABLE notes (id integer PRIMARY KEY, user_id bigint NOT NULL REFERENCES users (id), text text);
