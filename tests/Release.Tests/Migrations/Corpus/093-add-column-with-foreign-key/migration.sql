ALTER TABLE orders ADD COLUMN buyer_id bigint REFERENCES users (id);
