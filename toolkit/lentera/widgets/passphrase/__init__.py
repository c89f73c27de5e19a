"""The practice passphrase on the screen."""
