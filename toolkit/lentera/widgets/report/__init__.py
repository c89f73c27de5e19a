"""The draft of a report on the screen: a story, five elements, the first half hour; it is never sent."""
