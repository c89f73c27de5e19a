"""A family's rules for devices on the screen."""
