"""What is printed: posters and reports. Knows languages, layouts and codes for cameras; knows no channel."""
