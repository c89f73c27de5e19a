"""A product that is ready to sell: its standard, its label, its photo and its price."""
