CREATE TYPE mood_new AS ENUM ('happy', 'calm');
ALTER TABLE people ALTER COLUMN mood TYPE mood_new USING (CASE mood::text WHEN 'sad' THEN 'calm' ELSE mood::text END)::mood_new;
DROP TYPE mood;
ALTER TYPE mood_new RENAME TO mood;
