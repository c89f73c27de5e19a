"""The solar lamp as it really is: parts, circuits, kits, weather, time, faults, care and size.

Every reading is a model value; docs/solar.md says what stands behind it.
"""
