"""The typing desk, on the screen: find the keys, then write, save, close and open a real file."""
