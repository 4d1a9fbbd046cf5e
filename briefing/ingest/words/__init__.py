"""Small grammars of what councils print: dates, periods, values, list marks, names."""
