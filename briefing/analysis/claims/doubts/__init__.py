"""What makes a claim one that may be borne out by the tables, and never speaks against them."""
