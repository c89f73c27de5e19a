"""The inbox on the screen: messages to decide on, in the lesson and as practice at home."""
