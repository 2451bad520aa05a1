"""Measuring what is understood: rates with intervals, mistyped dangers, writers left out, the page that tells it."""

from bot.evaluation.measures import Measures, measure
from bot.evaluation.rates import Rate, rate
from bot.evaluation.robustness import robustness

__all__ = ["Measures", "Rate", "measure", "rate", "robustness"]
