"""Figures: who is served by whom, where nobody is, and how reports go. Plain computations over what is loaded."""
