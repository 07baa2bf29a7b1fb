"""Refusals: those a bot hears (in Telegram's own words) and those a caller of the control API hears."""

from typing import Any


class ApiError(Exception):
    """A method's failure as the Bot API reports it.

    `code` is the HTTP status and `error_code`; `parameters` carries `retry_after` (seconds) or
    `migrate_to_chat_id`.
    """

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The answer's JSON object."""
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


class ControlError(Exception):
    """A control call that cannot be done; `status` is the HTTP status (4xx)."""

    def __init__(self, text: str, status: int = 400) -> None:
        super().__init__(text)
        self.text = text
        self.status = status


def bad(text: str) -> ApiError:
    """400, what Telegram says about a request that makes no sense to it."""
    return ApiError(400, f"Bad Request: {text}")


def forbidden(text: str) -> ApiError:
    """403, the other side does not want or may not be written to."""
    return ApiError(403, f"Forbidden: {text}")


def conflict(text: str) -> ApiError:
    """409, two ways of fetching updates at once."""
    return ApiError(409, f"Conflict: {text}")


def too_many(retry_after: int) -> ApiError:
    """429; `retry_after` in whole seconds."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


def not_implemented(what: str) -> ApiError:
    """501, never said by Telegram: the sandbox does not know this part and says so by name."""
    return ApiError(501, f"Not Implemented: the sandbox does not know {what} yet")
