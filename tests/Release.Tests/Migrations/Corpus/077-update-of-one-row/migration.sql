UPDATE orders SET status = 'closed' WHERE id = 1;
