"""Figures of a territory: coverage, gaps, statistics, and what a resident may see of them."""
