CREATE TABLE countries (code varchar(8) PRIMARY KEY, name text NOT NULL);
