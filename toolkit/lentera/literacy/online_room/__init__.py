"""The children's online room: a class to enter, homework down and up, a computer to share, who was there."""
