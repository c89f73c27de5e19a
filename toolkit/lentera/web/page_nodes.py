"""A light tree for html5lib to build: nodes that know where they were written."""

from typing import Any, Final

from bs4.element import Doctype
from html5lib.constants import namespaces
from html5lib.treebuilders.base import TreeBuilder

HTML: Final = namespaces["html"]


class Written(dict[Any, str]):
    """Be the attributes of a tag, which know where the tag was written."""

    offset: int | None = None


class Node:
    """Be a node of the light tree, with the names html5lib calls it by."""

    def __init__(self, name: str, namespace: str | None = None, data: str = "") -> None:
        self.name = name
        self.namespace = namespace
        self.nameTuple = (namespace or HTML, name)
        self.data = data
        self.parent: Node | None = None
        self.childNodes: list[Node | str] = []
        self.attributes: dict[Any, str] = {}

    def appendChild(self, node: "Node") -> None:  # noqa: N802 - html5lib's name
        """Put a node behind the others."""
        if node.parent is not None:
            node.parent.removeChild(node)
        node.parent = self
        self.childNodes.append(node)

    def insertText(self, data: str, insertBefore: "Node | None" = None) -> None:  # noqa: N802, N803
        """Put text behind the others or before one."""
        if insertBefore is None:
            self.childNodes.append(data)
        else:
            self.childNodes.insert(self._place(insertBefore), data)

    def insertBefore(self, node: "Node", refNode: "Node") -> None:  # noqa: N802, N803
        """Put a node before another."""
        if node.parent is not None:
            node.parent.removeChild(node)
        self.childNodes.insert(self._place(refNode), node)
        node.parent = self

    def removeChild(self, node: "Node") -> None:  # noqa: N802
        """Take a node out."""
        del self.childNodes[self._place(node)]
        node.parent = None

    def reparentChildren(self, newParent: "Node") -> None:  # noqa: N802, N803
        """Move everything inside to another node."""
        for child in self.childNodes:
            if not isinstance(child, str):
                child.parent = newParent
        newParent.childNodes += self.childNodes
        self.childNodes = []

    def cloneNode(self) -> "Node":  # noqa: N802
        """Copy the node without what is inside."""
        clone = Node(self.name, self.namespace)
        clone.attributes = Written(self.attributes)
        if isinstance(self.attributes, Written):
            clone.attributes.offset = self.attributes.offset
        return clone

    def hasContent(self) -> bool:  # noqa: N802
        """Tell whether anything is inside."""
        return bool(self.childNodes)

    def _place(self, node: "Node") -> int:
        # Nodes are mostly looked for where they were put last.
        for place in range(len(self.childNodes) - 1, -1, -1):
            if self.childNodes[place] is node:
                return place
        raise ValueError(f"<{node.name}> is not inside <{self.name}>; build the tree anew")


class LightTree(TreeBuilder):
    """Build light nodes at the word of html5lib."""

    elementClass = Node  # noqa: N815 - html5lib's name
    openElements: list[Node]  # noqa: N815

    def documentClass(self) -> Node:  # noqa: N802
        """Make the document."""
        return Node("#document")

    def commentClass(self, data: str) -> Node:  # noqa: N802
        """Make a comment."""
        return Node("#comment", data=data)

    def doctypeClass(self, name: str, publicId: str | None, systemId: str | None) -> Node:  # noqa: N802, N803
        """Make a doctype."""
        return Node("#doctype", data=str(Doctype.for_name_and_ids(name, publicId, systemId)))
