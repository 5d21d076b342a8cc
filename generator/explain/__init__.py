"""Explaining: for each delivery what is in, what is out and why, and how long it is."""

from generator.explain.explanation import DeliveryExplanation, Explanation, explain
from generator.explain.page import page

__all__ = ["DeliveryExplanation", "Explanation", "explain", "page"]
