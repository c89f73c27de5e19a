"""The rows of numbers that the elements of a circuit add up to."""

from dataclasses import dataclass, field

from lentera.solar.circuit.newton import Junction


@dataclass(slots=True)
class Stamps:
    """Collect what elements contribute; nodes are positions in `nodes`.

    `linear` rows are (name, p, q, g [S], offset [A]) and carry current `g (v_p − v_q) + offset` from p to q.
    `source` rows are (name, p, q, A) and push a fixed current from p to q. `branches` rows are (name, p, q)
    of the diodes, whose laws are `junctions`. `fixed` rows are (name, p, q, high, low, V): unknown currents
    from p to q that hold the voltage between `high` and `low` at a value.
    """

    nodes: dict[str, int] = field(default_factory=dict)
    linear: list[tuple[str, int, int, float, float]] = field(default_factory=list)
    branches: list[tuple[str, int, int]] = field(default_factory=list)
    junctions: list[Junction] = field(default_factory=list)
    fixed: list[tuple[str, int, int, int, int, float]] = field(default_factory=list)
    source: list[tuple[str, int, int, float]] = field(default_factory=list)

    def node(self, name: str) -> int:
        """Give the position of a node, making it at first sight."""
        return self.nodes.setdefault(name, len(self.nodes))

    def conductance(self, name: str, start: str, end: str, siemens: float, offset: float = 0.0) -> None:
        """Add a conductance [S] and a constant current beside it [A]."""
        nodes = self.nodes
        p = nodes.setdefault(start, len(nodes))
        self.linear.append((name, p, nodes.setdefault(end, len(nodes)), siemens, offset))

    def diode(
        self,
        name: str,
        anode: str,
        cathode: str,
        saturation: float,
        ideality: float,
        shunt: float = 0.0,
        light: float = 0.0,
        series: float = 0.0,
    ) -> None:
        """Add a diode branch; see `Junction` for its law."""
        self.branches.append((name, self.node(anode), self.node(cathode)))
        self.junctions.append(Junction(saturation, ideality, shunt, light, series))

    def hold(self, name: str, path: tuple[str, str], between: tuple[str, str], volts: float) -> None:
        """Let whatever current flows along `path` that keeps `between` at `volts` [V]."""
        p, q = self.node(path[0]), self.node(path[1])
        self.fixed.append((name, p, q, self.node(between[0]), self.node(between[1]), volts))

    def push(self, name: str, start: str, end: str, amps: float) -> None:
        """Add a source of a fixed current from `start` through itself to `end` [A]."""
        self.source.append((name, self.node(start), self.node(end), amps))
