"""Printed tables: text rows and columns of a page, what headings mean, what cells say."""
