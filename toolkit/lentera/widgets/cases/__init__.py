"""Cases to decide one by one: passwords, personal data, permissions."""
