"""Costs, price and break-even on the screen."""
