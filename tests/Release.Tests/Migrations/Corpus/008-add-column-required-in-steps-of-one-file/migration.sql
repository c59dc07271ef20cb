ALTER TABLE users ADD COLUMN role text;
UPDATE users SET role = 'user';
ALTER TABLE users ALTER COLUMN role SET NOT NULL;
