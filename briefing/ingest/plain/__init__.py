"""Tables in plain text, where only counts, order and perhaps columns of characters are left."""
