"""The photo studio: a product photo is chosen, measured and made better."""
