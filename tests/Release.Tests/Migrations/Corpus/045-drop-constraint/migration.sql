ALTER TABLE orders DROP CONSTRAINT total_positive;
