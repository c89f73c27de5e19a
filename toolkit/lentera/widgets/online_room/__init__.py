"""The children's online room on the screen: class, homework, schedule of the computer, companions' log."""
