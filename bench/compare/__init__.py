"""Balise beside stock Rasa and node-nlp, on the same training sentences. For developers; see README.md."""
