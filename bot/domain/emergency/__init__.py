"""What a text says of danger, in the words of Ukrainian, Russian and the mix people write."""

from bot.domain.emergency.alarm import Alarm, Danger
from bot.domain.emergency.recogniser import LONGEST, alarm_of, dangers, warm

__all__ = ["LONGEST", "Alarm", "Danger", "alarm_of", "dangers", "warm"]
