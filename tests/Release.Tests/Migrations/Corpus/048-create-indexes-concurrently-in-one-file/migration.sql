CREATE INDEX CONCURRENTLY orders_status ON orders (status);
CREATE INDEX CONCURRENTLY orders_user ON orders (user_id);
