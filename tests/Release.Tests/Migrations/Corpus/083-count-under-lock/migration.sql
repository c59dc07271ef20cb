LOCK TABLE orders IN SHARE MODE;
CREATE TABLE totals AS SELECT sum(total) AS total FROM orders;
