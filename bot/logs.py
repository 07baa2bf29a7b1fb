"""Logs: events with keys and kinds of errors, never what somebody wrote, never a token."""

import logging
import sys

import structlog

from bot.config import Settings


def configure(settings: Settings) -> None:
    """Send events to standard error, as text for people or JSON lines for machines."""
    level = logging.getLevelNamesMapping()[settings.log_level]
    # Libraries may put addresses with the token into their messages: only their errors pass, and only by name.
    logging.basicConfig(level=logging.CRITICAL, format="%(name)s", stream=sys.stderr, force=True)
    renderer: structlog.types.Processor = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    if settings.log_format == "json":
        renderer = structlog.processors.JSONRenderer(ensure_ascii=False)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
