ALTER TYPE mood ADD VALUE 'calm';
UPDATE people SET mood = 'calm' WHERE id = 1;
