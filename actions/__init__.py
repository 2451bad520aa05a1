"""The actions server: each action reads the tracker, asks `bot`, answers. No decision here."""

from actions.explain import PlusDeDetails, PlusSimple
from actions.follow_up import Suite
from actions.guess import Deviner
from actions.menu import Menu
from actions.orient import Orienter
from actions.report import SignalerSurAppli

__all__ = ["Deviner", "Menu", "Orienter", "PlusDeDetails", "PlusSimple", "SignalerSurAppli", "Suite"]
