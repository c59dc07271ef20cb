ALTER TABLE orders RENAME TO purchases;
CREATE VIEW orders AS SELECT id, user_id, status FROM purchases;
