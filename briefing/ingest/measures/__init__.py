"""Which measure of the catalogue a printed row is of."""
