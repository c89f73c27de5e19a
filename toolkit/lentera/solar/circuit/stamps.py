"""The columns of numbers that the elements of a circuit add up to."""

from dataclasses import dataclass, field

from lentera.solar.circuit.newton import Junctions


@dataclass(slots=True)
class Stamps:
    """Collect what elements contribute; nodes are positions in `nodes`.

    `linear` rows are (name, p, q, g [S], offset [A]) and carry current `g (v_p − v_q) + offset` from p to q.
    `source` rows are (p, q, A) and push a fixed current from p to q. `branch` rows are the diodes. `fixed`
    rows are unknown currents from p to q that hold the voltage between `high` and `low` at a value.
    """

    nodes: dict[str, int] = field(default_factory=dict)
    linear: list[tuple[str, int, int, float, float]] = field(default_factory=list)
    branch_p: list[int] = field(default_factory=list)
    branch_q: list[int] = field(default_factory=list)
    branch_names: list[str] = field(default_factory=list)
    junctions: Junctions = field(default_factory=Junctions)
    fixed: list[tuple[int, int, int, int, float]] = field(default_factory=list)
    fixed_names: list[str] = field(default_factory=list)
    ideal: list[tuple[int, int, str]] = field(default_factory=list)
    source: list[tuple[int, int, float]] = field(default_factory=list)
    source_names: list[str] = field(default_factory=list)

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
        """Add a diode branch; see `Junctions` for its law."""
        self.branch_p.append(self.node(anode))
        self.branch_q.append(self.node(cathode))
        self.branch_names.append(name)
        self.junctions.append(saturation, ideality, shunt, light, series)

    def hold(self, name: str, path: tuple[str, str], between: tuple[str, str], volts: float) -> None:
        """Let whatever current flows along `path` that keeps `between` at `volts` [V]."""
        p, q = self.node(path[0]), self.node(path[1])
        high, low = self.node(between[0]), self.node(between[1])
        self.fixed.append((p, q, high, low, volts))
        self.fixed_names.append(name)
        if path == between:
            self.ideal.append((p, q, name))

    def push(self, name: str, start: str, end: str, amps: float) -> None:
        """Add a source of a fixed current from `start` through itself to `end` [A]."""
        self.source.append((self.node(start), self.node(end), amps))
        self.source_names.append(name)
