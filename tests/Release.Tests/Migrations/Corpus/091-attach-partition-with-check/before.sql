CREATE TABLE events (
  id bigint NOT NULL,
  at date NOT NULL
) PARTITION BY RANGE (at);
CREATE TABLE events_old (
  id bigint NOT NULL,
  at date NOT NULL CHECK (at < '2100-01-01')
);
