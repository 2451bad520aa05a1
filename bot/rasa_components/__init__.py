"""Rasa's view of Balise. Each class adapts; the decisions are in the packages beside."""
