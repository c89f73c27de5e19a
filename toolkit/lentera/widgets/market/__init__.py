"""The village market on the screen: five roles, eight states, payment only as a simulation."""
