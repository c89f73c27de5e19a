"""The typing desk: where the keys are, what a sentence is, and a file that is saved and opened again."""
