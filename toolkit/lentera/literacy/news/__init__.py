"""News to check by STOP: which four a learner meets, and what she found out about them."""
