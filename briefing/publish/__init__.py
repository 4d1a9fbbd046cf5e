"""From an executed notebook to its editions: PDF, HTML and spreadsheet.

Nothing heavy is imported here; each edition's module imports what it needs.
"""
