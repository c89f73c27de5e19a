"""The link map: which page leads where, and which link leads nowhere."""
