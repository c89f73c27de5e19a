"""The multimeter on the screen: on its own for session 4, and beside the cases of the workshop."""
