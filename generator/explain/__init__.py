"""Explaining: for each delivery what is in, what is out and why, and how long it is."""

from generator.explain.explained import DeliveryExplanation, Explanation
from generator.explain.explanation import explain
from generator.explain.named_before import NamedBefore
from generator.explain.page import page

__all__ = ["DeliveryExplanation", "Explanation", "NamedBefore", "explain", "page"]
