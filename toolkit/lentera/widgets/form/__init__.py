"""Forms described as data: readings, self-check lists and exit tickets."""
