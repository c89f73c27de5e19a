"""The kits of the course as installations, and a learner's own kit as a file.

A kit file is TOML:

- ``[kit]`` names it, or starts from a kit of the course with ``base``;
- ``[unit.name]`` has a ``kind`` and where its numbers come from: ``part`` (a name of the catalogue), ``spec``
  (all numbers), for a panel its ``label`` (isc, voc, imp, vmp), for a battery ``capacity`` and ``chemistry``,
  for a fuse ``rating``, for a lamp ``watts``; beside that its condition, and for a controller ``profile`` and
  single   ``thresholds``;
- ``[lead.name]`` has ``start``, ``end``, ``length`` [m] and ``cable`` or ``area`` [mm²];
- ``[bridge.name]`` has ``a``, ``b`` and ``ohm``;
- ``[test_point.name]`` has ``red`` and ``black``.

Any number may be written as ``{ value, mark }``. Start from ``kit_contoh.toml`` beside this package.
"""

from lentera.solar.installation.kits.faults import KitError, KitFault
from lentera.solar.installation.kits.kit import Kit, MeasuringPoint
from lentera.solar.installation.kits.variants import kit_a, kit_b, read_kit
from lentera.solar.installation.kits.write import write_kit

__all__ = ["Kit", "KitError", "KitFault", "MeasuringPoint", "kit_a", "kit_b", "read_kit", "write_kit"]
