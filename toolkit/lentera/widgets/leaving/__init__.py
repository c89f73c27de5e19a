"""Leaving a laptop, on the screen: steps to choose and to order, each with a picture of what it does."""
