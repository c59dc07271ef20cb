INSERT INTO countries VALUES ('xx-1', 'Nowhere'), ('xx-2', 'Elsewhere');
