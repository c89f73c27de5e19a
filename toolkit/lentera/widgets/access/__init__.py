"""How she likes to work, on the screen: each choice is tried at once and kept at once."""
