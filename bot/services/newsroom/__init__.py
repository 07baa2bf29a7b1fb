"""The admins' conversation about announcements, on top of `bot.services.broadcasts`."""
