"""What people decided about what was read, and its way into the store."""
