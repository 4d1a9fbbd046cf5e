"""What recognisers of one kind of paper share: how its text is laid out."""
