CREATE FUNCTION double(n bigint) RETURNS bigint LANGUAGE sql AS 'SELECT n * 2';
