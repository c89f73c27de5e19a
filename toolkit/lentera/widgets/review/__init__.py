"""The review on the screen: a buyer writes, a seller answers, advice helps; a person gives the mark."""
