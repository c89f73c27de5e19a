"""Visit the shops of the class, and tell their owners one good thing and one wish."""
