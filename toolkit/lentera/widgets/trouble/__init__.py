"""Orders that go astray on the screen: what happened, what to do in which order, and a polite reply."""
