"""Know the parts: cards to look at, to feel and to hear, and two tasks on their uses and their poles."""
