"""Evidence that says which column a figure is of where its row alone does not."""
