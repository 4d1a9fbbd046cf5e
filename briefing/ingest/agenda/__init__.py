"""The parts of an agenda: its sheet, its items, the covers of its reports, its web pages."""
