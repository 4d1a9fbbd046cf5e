"""Judgements become charts, tables, icons and their text alternatives; nothing is judged here."""
