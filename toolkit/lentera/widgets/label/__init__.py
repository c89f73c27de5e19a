"""The label on the screen: nine elements, a picture that grows with them, and paper at its true size."""
