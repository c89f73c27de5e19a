"""Practice payments: which five a learner gets, and what is right about her decisions."""
