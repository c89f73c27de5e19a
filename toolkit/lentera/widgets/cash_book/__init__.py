"""The cash book on the screen: what came in and went out, written by hand, printed and exported."""
