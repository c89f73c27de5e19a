"""A practice passphrase: what is looked at, and what may be kept of it."""
