DROP FUNCTION double(integer);
