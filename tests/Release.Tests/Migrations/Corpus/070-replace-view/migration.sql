CREATE OR REPLACE VIEW adults AS SELECT id, email, name FROM users WHERE age >= 21;
