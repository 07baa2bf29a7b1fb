"""Buttons that all keyboards of announcements are made of."""

from bot.domain.acts.announcements import NewsAct, NewsStep
from bot.texts.buttons import Button, Row, button
from bot.texts.words import Words


def step(words: Words, label: str, number: int, what: NewsStep) -> Button:
    return button(words, label, NewsAct(broadcast_id=number, step=what))


def back(words: Words, number: int, label: str = "news-done") -> Row:
    return [step(words, label, number, NewsStep.PANEL)]
