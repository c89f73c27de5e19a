"""Product cards: a form and its HTML side by side, each following the other."""
