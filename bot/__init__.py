"""Balise: a French, child-friendly assistant that takes whoever is in trouble to a human."""
