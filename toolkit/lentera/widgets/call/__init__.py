"""Practice calls on the screen: what the caller says, answers to choose, and how it ends."""
