"""A document's way into the store: whose it is, what is on record, what it adds and changes."""
