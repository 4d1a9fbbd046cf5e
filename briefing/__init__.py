"""Scrutiny briefings from parsed meeting data."""
