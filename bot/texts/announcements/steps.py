"""Buttons that all keyboards of announcements are made of."""

from bot.domain.acts.announcements import AnnouncementAct, AnnouncementStep
from bot.texts.buttons import Button, Row, button
from bot.texts.words import Words


def step(words: Words, label: str, number: int, what: AnnouncementStep) -> Button:
    return button(words, label, AnnouncementAct(announcement_id=number, step=what))


def back(words: Words, number: int, label: str = "announcement-done") -> Row:
    return [step(words, label, number, AnnouncementStep.PANEL)]
