"""The rules of the tasks that look at the learner's website."""
