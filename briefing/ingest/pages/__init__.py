"""The page numbers that councillors see: in a PDF, in text, and beside the agenda's own."""
