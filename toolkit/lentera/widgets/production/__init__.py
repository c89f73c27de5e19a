"""The production house on the screen: a register of batches, the one that expires first on top."""
