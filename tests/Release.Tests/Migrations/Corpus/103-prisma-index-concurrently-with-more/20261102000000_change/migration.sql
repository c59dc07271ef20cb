ALTER TABLE users ADD COLUMN phone text;
CREATE INDEX CONCURRENTLY users_phone ON users (phone);
