"""The parts of reading minutes: their heading, attendance, items, resolutions and votes."""
