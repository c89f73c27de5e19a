"""What every board shows: one picture of a lamp's circuit, drawn as parts or as symbols, with its words."""
