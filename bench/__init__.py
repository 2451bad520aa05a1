"""How fast and how big: figures printed as a table, never asserted (`make bench`)."""
