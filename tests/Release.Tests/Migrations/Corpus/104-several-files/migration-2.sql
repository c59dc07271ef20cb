UPDATE users SET full_name = name WHERE id = 1;
