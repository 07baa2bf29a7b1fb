"""Words that sound like danger: a cry, or the name of a place?"""

from bot.domain.emergency import alarm_of
from bot.domain.places import first_of
from bot.places.gazetteer import Gazetteer
from bot.places.ranking import UNGUESSED
from bot.places.story import is_bare, says_kind


def is_cry(gazetteer: Gazetteer, text: str) -> bool:
    """Whether words speak of danger and name no place: «Пожежа» does, «село Пожежа» and «до Ружина» are places."""
    alarm = alarm_of(text)
    if alarm is None:
        return False
    named = first_of(gazetteer.find(text))
    if named is None or named.score < UNGUESSED:
        return True
    sounds_so = alarm_of(named.unit.name) is not None
    if says_kind(text):
        return not sounds_so  # in «село Вікторівка, пожежа» it is not the name
    return alarm.call or sounds_so or not is_bare(text, named.score)
