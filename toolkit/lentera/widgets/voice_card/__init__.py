"""A familiar voice that asks for money, on the screen: three checks, and a family's plan for a code word."""
