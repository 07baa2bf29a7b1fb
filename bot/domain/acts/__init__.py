"""Acts: what a button does, as a small value without any channel. A channel packs and unpacks them."""
