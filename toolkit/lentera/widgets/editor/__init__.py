"""The page editor: code on one side, the page on the other, its outline for the ear, and the check."""
