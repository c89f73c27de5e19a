"""Run the command line as ``python -m lentera``."""

from lentera.cli import main

main()
