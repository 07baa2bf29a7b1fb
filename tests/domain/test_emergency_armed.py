"""Somebody with a weapon is danger, whoever it is, whatever he holds and however it is said; a tool at work is none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest

from bot.domain.emergency import dangers


@dataclass(frozen=True)
class Tongue:
    """Words of one language, as a table: «who|of whom», «what|with what», and ways to say it."""

    people: str
    weapons: str
    says: Sequence[str]

    def said(self, way: str) -> Iterator[str]:
        """One way to say it of everybody with everything."""
        for who, whom in _forms(self.people):
            for what, with_it in _forms(self.weapons):
                yield way.format(who=who, whom=whom, what=what, with_it=with_it)


def _forms(table: str) -> Iterator[list[str]]:
    yield from (entry.strip().split("|") for entry in table.split(","))


TONGUES = {
    "Ukrainian": Tongue(
        """
        сусід|сусіда, сусідка|сусідки, чоловік|чоловіка, хлопець|хлопця, мужик|мужика, дід|діда, п’яний|п’яного,
        син|сина, вітчим|вітчима, якийсь тип|якогось типа, він|нього, вона|неї, дядько|дядька, вуйко|вуйка, зять|зятя,
        брат|брата, кум|кума, тато|тата, батько|батька, колишній|колишнього, однокласник|однокласника, водій|водія,
        охоронець|охоронця, незнайомець|незнайомця, підліток|підлітка, наркоман|наркомана, хтось|когось, жінка|жінки
        """,
        """
        ніж|ножем, сокиру|сокирою, пістолет|пістолетом, рушницю|рушницею, гранату|гранатою, автомат|автоматом,
        обріз|обрізом, биту|битою, мачете|мачете, кастет|кастетом
        """,
        [
            "{who} з {with_it}",
            "{who} має {what}",
            "{who} взяв {what}",
            "{who} дістав {what}",
            "{who} тримає {what}",
            "{who} бігає з {with_it}",
            "{who} ходить з {with_it}",
            "{who} махає {with_it}",
        ],
    ),
    "whose it is in Ukrainian": Tongue(
        """
        сусід|сусіда, сусідка|сусідки, чоловік|чоловіка, хлопець|хлопця, мужик|мужика, дід|діда, п’яний|п’яного,
        син|сина, вітчим|вітчима, якийсь тип|якогось типа, він|нього, вона|неї, дядько|дядька, вуйко|вуйка, зять|зятя,
        брат|брата, кум|кума, тато|тата, батько|батька, колишній|колишнього, однокласник|однокласника, водій|водія
        """,
        """
        ніж|ножем, сокира|сокирою, пістолет|пістолетом, рушниця|рушницею, граната|гранатою, автомат|автоматом,
        обріз|обрізом, бита|битою, мачете|мачете, кастет|кастетом
        """,
        ["у {whom} {what}", "у {whom} в руках {what}", "у {whom} {what} в руках"],
    ),
    "Russian": Tongue(
        """
        сосед|соседа, соседка|соседки, мужчина|мужчины, парень|парня, мужик|мужика, дед|деда, пьяный|пьяного,
        сын|сына, отчим|отчима, какой-то тип|какого-то типа, он|него, она|неё, зять|зятя, брат|брата, кум|кума,
        папа|папы, отец|отца, бывший|бывшего, водитель|водителя, охранник|охранника, подросток|подростка, кто-то|кого-то
        """,
        """
        нож|ножом, топор|топором, пистолет|пистолетом, ружьё|ружьём, гранату|гранатой, автомат|автоматом,
        обрез|обрезом, биту|битой, мачете|мачете, кастет|кастетом
        """,
        [
            "{who} с {with_it}",
            "{who} достал {what}",
            "{who} держит {what}",
            "{who} бегает с {with_it}",
            "у {whom} {what}",
        ],
    ),
    "the mix of both": Tongue(
        "сосід|сосіда, сосєд|сосєда, сосідка|сосідки, парєнь|парня, дєд|дєда, отчім|отчіма, якийсь тіп|якогось тіпа",
        "нож|ножом, топор|топором, пістолєт|пістолєтом, ружжо|ружжом, граната|гранатой, обрєз|обрєзом, біта|бітой",
        [
            "{who} з {with_it}",
            "у {whom} {what}",
            "в {whom} {what} в руках",
            "{who} бігає з {with_it}",
            "{who} взяв {what}",
        ],
    ),
    "Latin letters": Tongue(
        "susid|susida, sosed|soseda, cholovik|cholovika, did|dida, syn|syna, vitchym|vitchyma, vin|nyoho, kum|kuma",
        "nizh|nozhem, sokyra|sokyroyu, pistolet|pistoletom, rushnytsya|rushnytseyu, hranata|hranatoyu, obriz|obrizom",
        [
            "{who} z {with_it}",
            "u {whom} {what}",
            "v {whom} {what} v rukah",
            "{who} bihaye z {with_it}",
            "{who} maye {what}",
        ],
    ),
}


@pytest.mark.parametrize(("tongue", "way"), [(name, way) for name, each in TONGUES.items() for way in each.says])
def test_somebody_armed_is_danger(tongue: str, way: str) -> None:
    assert [text for text in TONGUES[tongue].said(way) if not dangers(text)] == []


@pytest.mark.parametrize("tool", ["молотком", "вилами", "ломом", "арматурою", "лопатою", "викруткою"])
@pytest.mark.parametrize("who", ["сусід", "вітчим", "якийсь мужик", "дід", "п’яний", "колишній"])
def test_a_tool_that_is_swung_is_a_weapon(who: str, tool: str) -> None:
    assert dangers(f"{who} махає {tool}")
    assert dangers(f"{who} бігає з {tool}")


@pytest.mark.parametrize(
    "text",
    [
        "ніж для хліба",
        "кухонний ніж купити",
        "у сусідки ніж для хліба гостріший",
        "набір ножів",
        "пістолет для монтажної піни",
        "дитячий пістолет",
        "у сина водяний пістолет",
        "у чоловіка клейовий пістолет",
        "пістолет на заправці",
        "рушниця на стіні в музеї",
        "чоловік мисливець, рушниця в сейфі",
        "автомат з кавою",
        "у нас автомат з водою",
        "у сусіда коробка автомат",
        "у сусіда вибиває автомат",
        "гральний автомат у барі",
        "у соседа машина на автомате",
        "у сина бита для бейсболу",
        "у сусіда бита машина",
        "дід рубає дрова сокирою",
        "сусід взяв молоток і не віддає",
        "у кого є лом",
        "обріз яблунь у сусіда",
        "гранатовий сік",
        "нож для пиццы где купить",
        "сосед точит ножи",
        "топор для дров",
        "кума ріже торт ножем",
        "дід стругає ложки ножем",
        "у сусіда собака",
        "у кума весілля",
        "сусід має трактор",
        "сусідка взяла квитанцію",
        "он достал билеты",
    ],
)
def test_everyday_things_are_not(text: str) -> None:
    assert dangers(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "у нього краще ніж у мене",
        "у сусіда паркан вищий ніж у нас",
        "у діда більше людей, ніж у баби",
        "у неї інакше, ніж учора",
        "ніж чекати у брата, краще пішки",
        "перш ніж у сусіда питати, подзвоню",
    ],
)
def test_than_is_no_knife(text: str) -> None:
    assert dangers(text) == ()


@pytest.mark.parametrize(
    "text", ["швидше, у нього ніж", "старший брат дістав ніж і йде сюди", "більше не можу, у сина ніж"]
)
def test_a_knife_is_no_than(text: str) -> None:
    assert dangers(text)
