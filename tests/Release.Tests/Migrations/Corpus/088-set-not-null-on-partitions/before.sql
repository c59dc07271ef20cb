CREATE TABLE events (
  id bigint NOT NULL,
  at date NOT NULL,
  kind text
) PARTITION BY RANGE (at);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
