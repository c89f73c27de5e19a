"""The standard sheet on the screen: recipe, net content, tolerance, and five packs on the scale."""
