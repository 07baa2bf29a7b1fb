"""Everything a person can send, and nothing of who they are."""

import json
from typing import Any

from tests.journeys.conftest import Town
from tests.people import Json, Person


def bold(text: str, part: str) -> list[Json]:
    return [{"type": "bold", "offset": text.index(part), "length": len(part)}]


async def everything(who: Person) -> None:
    """One message of every kind that is carried."""
    text = "Дуже гучно, слово честі"
    await who.says(text, entities=bold(text, "гучно"))
    await who.sends_photo("фото")
    await who.sends_video("відео")
    await who.sends_voice()
    await who.sends("video_note")
    await who.sends("audio", caption="звук")
    await who.sends("animation", caption="рух")
    await who.sends_document("файл")
    await who.shares(49.9, 28.6)
    await who.sends("venue", lat=49.91, lon=28.61, name="Кафе «Ліра»", text="вул. Європейська, 1")


KINDS = ("photo", "video", "voice", "video_note", "audio", "animation", "document", "location", "venue")


def check_everything(messages: list[Json]) -> None:
    """All of it is there, as it was."""
    text = next(m for m in messages if "Дуже гучно" in str(m.get("text")))
    strong = [e for e in text["entities"] if e["type"] == "bold"][-1]
    utf16 = text["text"].encode("utf-16-le")
    assert utf16[strong["offset"] * 2 : (strong["offset"] + strong["length"]) * 2].decode("utf-16-le") == "гучно"
    for kind in KINDS:
        assert [m for m in messages if kind in m], kind
    said = json.dumps(messages, ensure_ascii=False)
    for caption in ("фото", "відео", "звук", "рух", "файл", "Кафе «Ліра»", "вул. Європейська, 1"):
        assert caption in said, caption


async def test_every_kind_goes_there_and_back_and_gives_nobody_away(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.box.person("Олена Скромна", last_name="Таємна", username="olena_secret", group="resident")
    await olena.says("/start")
    await olena.taps("Погоджуюсь")
    await olena.hears("Де це сталося або де ви живете")
    await olena.says("Коростень")
    await olena.hears("місто Коростень")
    await town.draft(olena)
    await everything(olena)
    await olena.hears("Разом уже 10.")
    for kind, name in (("sticker", "Наліпок"), ("poll", "Опитувань")):
        await olena.sends(kind)
        await olena.hears(f"{name} я передати не можу")
    await olena.sends_contact("+380000000091", "Петро")
    await olena.hears("Контакти я не передаю")
    await olena.shares_contact()
    await olena.hears("Контакти я не передаю")
    await olena.says("Це бачила Олена", entities=[mention(olena, "Це бачила Олена")])
    await olena.hears("Разом уже 11.")
    await town.send(olena)
    await officer.hears("Це бачила Олена")
    check_everything(from_bot(officer))

    await officer.taps("Прийняти")
    await officer.hears("прийняли ви")
    for message in await replies_of_every_kind(officer):
        assert message
    await olena.hears("Офіцер громади старший лейтенант поліції Зразок П’ятий · № 1")
    await officer.replies("Це бачила Олена", "Свідок тут", entities=[mention(officer, "Свідок тут")])
    await olena.hears("Свідок тут")
    check_everything(from_bot(olena))

    theirs = json.dumps(from_bot(officer), ensure_ascii=False).replace("Це бачила Олена", "")
    for secret in (str(olena.id), "Олена", "Таємна", "olena_secret", "forward", "text_mention"):
        assert secret not in theirs, secret
    hers = json.dumps(from_bot(olena), ensure_ascii=False)
    for secret in (str(officer.id), "Акаунт", "account_", "forward", "text_mention"):
        assert secret not in hers, secret


def mention(who: Person, text: str) -> Json:
    user = {"id": who.id, "is_bot": False, "first_name": who.name}
    return {"type": "text_mention", "offset": 0, "length": len(text), "user": user}


def from_bot(who: Person) -> list[Json]:
    """The bot's messages without the chat they lie in; what they quote, only where that is the bot's too."""
    return [stripped(m) for m in who.messages.values() if m["from_bot"]]


def stripped(message: Json) -> Json:
    """A person's own message, quoted in the person's own chat, is no secret."""
    bare = {key: value for key, value in message.items() if key not in {"chat", "from"}}
    quoted: dict[str, Any] | None = bare.pop("reply_to_message", None)
    if quoted is not None and quoted["from"]["is_bot"]:
        bare["reply_to_message"] = stripped(quoted)
    return bare


async def replies_of_every_kind(officer: Person) -> list[Json]:
    text = "Дуже гучно, слово честі"
    card = await officer.hears("прийняли ви")
    to = card["message_id"]
    sent = [await officer.replies(to, text, entities=bold(text, "гучно"))]
    captions = {"photo": "фото", "video": "відео", "audio": "звук", "animation": "рух", "document": "файл"}
    for kind in ("photo", "video", "voice", "video_note", "audio", "animation", "document"):
        sent.append(await officer.replies(to, kind=kind, caption=captions.get(kind)))
    sent.append(await officer.replies(to, kind="location", lat=49.9, lon=28.6))
    place = {"lat": 49.91, "lon": 28.61, "name": "Кафе «Ліра»"}
    sent.append(await officer.replies(to, "вул. Європейська, 1", kind="venue", **place))
    return sent


async def test_albums_stay_albums(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.draft(olena)
    await olena.says("Перше")
    await olena.sends_album(4, caption="Чотири фото")
    await olena.says("Останнє")
    await olena.hears("Разом уже 6.")
    await town.send(olena)
    await officer.hears("Останнє")
    sent = from_bot(officer)
    album = [m for m in sent if "photo" in m]
    assert len(album) == 4
    assert len({m["media_group_id"] for m in album}) == 1
    assert [m["message_id"] for m in album] == list(range(album[0]["message_id"], album[0]["message_id"] + 4))
    assert album[0]["caption"] == "Мешканець · №\u00a01\nЧотири фото"
    assert [said for said in officer.told if "·" not in said] == ["Перше", "Чотири фото", "Останнє"]

    # The same on the way back, and once more into the open report.
    await officer.sends("album", reply_to=album[0]["message_id"], items=[{"kind": "video"}, {"kind": "photo"}])
    answer = await olena.hears("[video]")
    assert answer["media_group_id"]
    assert answer["reply_to_message"]["caption"] == "Чотири фото"
    assert "Зразок П’ятий" in answer["caption"]
    await olena.hears("[photo]")
    await olena.sends_album(2, caption="Ще двоє")
    await officer.hears("Ще двоє")
    await olena.hears("Додано до повідомлення № 1")
    assert len([said for said in olena.heard if said.startswith("Додано до повідомлення № 1.")]) == 1
    await officer.hears("Записів: 10")
