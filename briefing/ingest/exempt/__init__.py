"""What is not open to the public, taken out whole before anything is recognised."""
