-- release: contract users.name; unused since v1.3.0
ALTER TABLE users DROP COLUMN name;
