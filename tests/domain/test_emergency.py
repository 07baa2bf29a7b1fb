"""Danger is recognised in words, and everyday words are not taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.emergency import Alarm, Danger, alarm_of, dangers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("мене б’ють", Danger.DANGER),
        ("сусід з ножем", Danger.DANGER),
        ("він ламає двері, рятуйте", Danger.DANGER),
        ("хочу померти", Danger.SUICIDE),
        ("знайшов гранату", Danger.ORDNANCE),
        ("замінували школу", Danger.ORDNANCE),
        ("загубилась дитина", Danger.MISSING),
        ("пожежа", Danger.FIRE),
        ("ПОЖАР!!!", Danger.FIRE),
        ("gj;t;f", Danger.FIRE),
        ("муж избивает меня", Danger.VIOLENCE_HOME),
        ("112", Danger.DANGER),
        ("поліція", Danger.DANGER),
        ("допоможіть", Danger.DANGER),
        ("людина лежить без свідомості", Danger.MEDICAL),
        ("в парку чоловік у кущах, не ворушиться і весь холодний", Danger.MEDICAL),
        ("серце прихопило в бабусі, дихає важко", Danger.MEDICAL),
        ("у мужа ножевое ранение, кровь хлещет", Danger.MEDICAL),
        ("рибалку на крижині понесло від берега", Danger.MEDICAL),
        ("чоловік п’яний ганяє мене з дітьми по хаті", Danger.VIOLENCE_HOME),
        ("за стіною знову б’є дружину, вона просить не бий", Danger.VIOLENCE_HOME),
        ("отчим избивает маму, мне 12 лет", Danger.VIOLENCE_HOME),
        ("бабуся з деменцією вийшла зранку і не повернулась", Danger.MISSING),
        ("син не прийшов зі школи, телефон вимкнений", Danger.MISSING),
        ("заблудились в лесу, темнеет", Danger.MISSING),
        ("брат стоїть на перилах моста", Danger.SUICIDE),
        ("не вижу смысла жить, простите меня", Danger.SUICIDE),
        ("виорав на городі снаряд, що робити", Danger.ORDNANCE),
        ("міна", Danger.ORDNANCE),
        ("подзвонили і сказали, що вокзал замінований", Danger.ORDNANCE),
        ("з вікна сусідів валить густий дим", Danger.FIRE),
        ("горить сухостій, іде на хати", Danger.FIRE),
        ("сильно пахне газом у під’їзді", Danger.FIRE),
        ("якісь люди ламають двері в квартиру", Danger.DANGER),
        ("за мною йде незнайомий чоловік, мені страшно", Danger.DANGER),
        ("дівчину силою затягли в машину", Danger.DANGER),
        ("забрали паспорти і не випускають з роботи", Danger.DANGER),
        ("mene bie cholovik", Danger.VIOLENCE_HOME),
        ("хочупомерти", Danger.SUICIDE),
        ("таксист зачинив двері і везе не туди", Danger.DANGER),
        ("сіла не в той автобус, телефон розряджений, не знаю де дочка", Danger.MISSING),
        ("тримає за горло, коли не слухаюсь", Danger.VIOLENCE_HOME),
        ("прислала голосове: не шукай мене живою", Danger.SUICIDE),
        ("хата у нас у вогні", Danger.FIRE),
        ("Шумлять, у сусіда ніж, рятуйте", Danger.DANGER),
        ("сапери були торік, а сьогодні знайшли ще снаряд", Danger.ORDNANCE),
        ("торік розмінували, а сьогодні плуг зачепив міну", Danger.ORDNANCE),
    ],
)
def test_danger_is_recognised(text: str, kind: Danger | None) -> None:
    assert (kind in dangers(text)) if kind else not dangers(text)


@pytest.mark.parametrize(
    "text",
    [
        "музика сильніше, ніж учора",
        "Покровськ",
        "вулиця Пожежна, 5",
        "Winniza",
        "Щастлівка",
        "Саперне Поле",
        "Пожежна вулиця",
        "вбиває своєю музикою",
        "світлофор горить жовтим",
        "довідка про пожежу",
        "перевірка пожежної безпеки",
        "допоможіть знайти дільничного",
        "помогите разобраться с документами",
        "пропав велосипед з під’їзду",
        "загубив паспорт, куди звертатись",
        "не хочу жити біля звалища",
        "здаємо кров у суботу",
        "чоловік б’є байдики",
        "по телевізору казали про стрілянину",
        "торік була пожежа на складі",
        "хто розмінував наше поле",
        "сусід палить сміття, дим тягне",
        "заміна газового лічильника",
        "Житомир",
        "на сходах пахне газетами",
        "скасуйте звернення, тато прийшов сам",
        "сусід з перфоратором, вбила б",
        "помру від цих чіпсів",
        "таьне",
    ],
)
def test_everyday_words_are_not(text: str) -> None:
    assert dangers(text) == ()


@pytest.mark.parametrize("said", ["він прийшов", "тут він", "она здесь", "ось чоловік вернувся", "а сусіди там"])
def test_who_is_where_is_no_danger_for_itself(said: str) -> None:
    """A victim says so, and everybody else; with a word of danger it is one."""
    assert alarm_of(said) is None
    assert alarm_of(f"{said}, у нього ніж") is not None


@pytest.mark.parametrize("name", ["Вила", "Дубина", "Дубинка", "Прут", "Ружин", "Кисла Дубина", "Ломаки", "Сокиринці"])
def test_a_name_in_a_story_says_where(name: str) -> None:
    assert alarm_of(f"у нас у {name} темно на вулиці") is None
    assert alarm_of(f"живу в {name}, хто мій офіцер") is None


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    assert isinstance(dangers(text), tuple)


@pytest.mark.parametrize("text", ["112", "поліція", "Рятуйте!", "🆘", "cgfcbnt", "spasite"])
def test_a_bare_call_says_no_kind(text: str) -> None:
    assert alarm_of(text) == Alarm((Danger.DANGER,), call=True)


@pytest.mark.parametrize("text", ["10001", "11200", "1002", "12"])
def test_a_postcode_or_a_house_is_no_call(text: str) -> None:
    """Digits are not letters of a held key."""
    assert alarm_of(text) is None


def test_words_of_danger_are_no_bare_call() -> None:
    assert alarm_of("пожежа") == Alarm((Danger.FIRE,))
    assert alarm_of("Житомир") is None


@pytest.mark.parametrize("text", ["мені 10 років, мама мене б’є", "однокласники б’ють мене після уроків"])
def test_a_child_is_heard(text: str) -> None:
    alarm = alarm_of(text)
    assert alarm is not None
    assert alarm.child


def test_letters_beside_numbers_are_a_house_or_a_code() -> None:
    letters = "абвгдеєжзиіїклмнопрстуфхцчшщьюяqwertyuiopasdfghjklzxcvbnm"
    written = ("{0}{1}", "{0}{1}.1", "{0}0{1}.1", "{1}{0}", "{0}-{1}", "буд. {1}, кв. {1}{0}")
    texts = {each.format(letter, number) for each in written for letter in letters for number in range(100)}
    grenades = {"ф1", "ф1.1", "ф-1", "1ф", "а1", "а1.1", "а-1", "a1", "f1", "f1.1", "f-1"}  # «Ф-1», and retyped
    assert {text for text in texts if alarm_of(text)} <= grenades
