"""The gazetteer that comes with the bot: two tables of text (README.md says where they are from)."""
