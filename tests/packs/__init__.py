"""Reports packs of a fictional council, Westmoor, as PDF, with the right answer beside each.

``make_pack`` draws a pack from a seed or a :class:`Spec` through one of two PDF producers. The
layouts are those that councils print; they know nothing of how a pack is read.
"""

from packs.answer import Answer
from packs.big import make_big_pack
from packs.pack import PRODUCERS, Spec, make_pack

__all__ = ["PRODUCERS", "Answer", "Spec", "make_big_pack", "make_pack"]
