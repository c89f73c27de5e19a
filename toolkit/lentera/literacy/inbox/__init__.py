"""The inbox: twelve messages to decide on, why, and what to do; and which messages to practise next."""
