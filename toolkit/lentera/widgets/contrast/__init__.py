"""The contrast check on the screen: every text of a page with its ratio, colours for her own style."""
