COMMENT ON TABLE users IS 'People; one row each';
