"""Solar: the parts of kit B, DC circuits, and the learner's bench."""
