"""Reports: filing them, the officers' desk, their cards, who gets them, and the one writer of how they stand."""
