"""Every table on one page. Times are aware UTC; codes are KATOTTG; channels name how a person is reached."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from bot.domain.refs import new_ref

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(sa.TypeDecorator[datetime]):
    """Aware UTC in Python on both engines (SQLite itself keeps no zone)."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")  # SQLite fills only INTEGER keys by itself
Code = sa.String(19)


def _one_of(column: str, *values: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=column)


def _waiting_index(name: str, *columns: str, where: str) -> sa.Index:
    """A partial index: what waits is few, what was is many."""
    return sa.Index(name, *columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def _now_column(name: str, **options: Any) -> sa.Column[datetime]:
    return sa.Column(name, UtcDateTime, nullable=False, **options)


def _seen(name: str, usually: str) -> sa.Column[str]:
    """Who may see a field of the directory."""
    return sa.Column(name, sa.String(10), nullable=False, server_default=usually)


def _levels(*columns: str) -> list[sa.CheckConstraint]:
    return [_one_of(column, "public", "officers", "admins") for column in columns]


# --- what was loaded, and when: a running bot reloads its memory when a newer generation appears ---------------------

generations = sa.Table(
    "generations",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("label", sa.String(200), nullable=False),  # the edition's date, the file's name
    sa.Column("rows", sa.Integer, nullable=False),
    _now_column("loaded_at"),
    _one_of("kind", "codifier", "coordinates", "population", "aliases", "polygons", "registry"),
    sa.Index("ix_generations_kind_id", "kind", "id"),
)

# --- places ----------------------------------------------------------------------------------------------------------

units = sa.Table(
    "units",
    metadata,
    sa.Column("katottg", Code, primary_key=True),
    sa.Column("category", sa.String(1), nullable=False),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("oblast", Code),
    sa.Column("raion", Code),
    sa.Column("hromada", Code),
    sa.Column("settlement", Code),
    sa.Column("lat", sa.Float),
    sa.Column("lon", sa.Float),
    sa.Column("population", sa.Integer),
    sa.Column("withdrawn_in", sa.String(40)),  # the edition that no longer lists it
    _one_of("category", *"OKPHMXCB"),
    sa.CheckConstraint("(lat IS NULL) = (lon IS NULL)", name="point_is_whole"),
)

unit_aliases = sa.Table(
    "unit_aliases",
    metadata,
    sa.Column("katottg", Code, sa.ForeignKey("units.katottg"), primary_key=True),
    sa.Column("name", sa.String(200), primary_key=True),
    sa.Column("kind", sa.String(20), nullable=False),  # former, foreign
    sa.Column("source", sa.String(100), nullable=False),
    _one_of("kind", "former", "foreign"),
)

polygons = sa.Table(  # hromadas and city districts; those of the newest generation of this kind are in force
    "polygons",
    metadata,
    sa.Column("generation_id", sa.ForeignKey("generations.id"), primary_key=True),
    sa.Column("katottg", Code, sa.ForeignKey("units.katottg"), primary_key=True),
    sa.Column("wkb", sa.LargeBinary, nullable=False),  # WGS 84, longitude before latitude
)

# --- registry --------------------------------------------------------------------------------------------------------

stations = sa.Table(
    "stations",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("code", sa.String(40), nullable=False, unique=True),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("address", sa.String(300), nullable=False),
    sa.Column("lat", sa.Float),
    sa.Column("lon", sa.Float),
    sa.Column("hours", sa.String(200), nullable=False),
    sa.Column("phone", sa.String(40), nullable=False),
    sa.Column("photo", sa.String(300)),
    _seen("address_seen", "public"),
    _seen("phone_seen", "public"),
    sa.Column("retired_at", UtcDateTime),
    sa.Column("added_at", UtcDateTime),  # None: before this was noted
    sa.CheckConstraint("(lat IS NULL) = (lon IS NULL)", name="point_is_whole"),
    *_levels("address_seen", "phone_seen"),
)

officers = sa.Table(
    "officers",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("code", sa.String(40), nullable=False, unique=True),
    sa.Column("role", sa.String(20), nullable=False),
    sa.Column("rank", sa.String(100), nullable=False),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("phone", sa.String(40), nullable=False),
    sa.Column("photo", sa.String(300)),
    _seen("name_seen", "public"),
    _seen("phone_seen", "officers"),
    _seen("photo_seen", "public"),
    sa.Column("chat_id", sa.BigInteger, unique=True),
    sa.Column("former_chat_id", sa.BigInteger),  # the account that was cut off last: it hears that it is nobody's
    sa.Column("bound_at", UtcDateTime),
    sa.Column("confirmed_at", UtcDateTime),  # None: nobody has made sure yet that the account is the officer's
    sa.Column("behind", sa.Boolean(name="behind"), nullable=False, server_default=sa.false()),  # confirmed elsewhere
    sa.Column("locale", sa.String(8), nullable=False, server_default="uk"),
    sa.Column("unreachable_at", UtcDateTime),
    sa.Column("retired_at", UtcDateTime),
    sa.Column("told_retired", sa.Boolean(name="told_retired"), nullable=False, server_default=sa.false()),
    _one_of("role", "community", "district", "duty"),
    *_levels("name_seen", "phone_seen", "photo_seen"),
    _waiting_index("ix_officers_former_chat_id", "former_chat_id", where="former_chat_id IS NOT NULL"),
)

beats = sa.Table(
    "beats",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("code", sa.String(40), nullable=False, unique=True),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("station_id", sa.ForeignKey("stations.id")),
    sa.Column("retired_at", UtcDateTime),
)

beat_areas = sa.Table(
    "beat_areas",
    metadata,
    sa.Column("beat_id", sa.ForeignKey("beats.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("katottg", Code, sa.ForeignKey("units.katottg"), primary_key=True, index=True),
)

posts = sa.Table(
    "posts",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("officer_id", sa.ForeignKey("officers.id"), nullable=False, index=True),
    sa.Column("beat_id", sa.ForeignKey("beats.id"), nullable=False, index=True),
    sa.Column("since", sa.Date, nullable=False),
    sa.Column("until", sa.Date),
    sa.UniqueConstraint("officer_id", "beat_id", "since"),
    sa.CheckConstraint("until IS NULL OR until >= since", name="in_order"),
)

editions = sa.Table(  # the registry as it was before a generation, so that one can go back
    "editions",
    metadata,
    sa.Column("generation_id", sa.ForeignKey("generations.id"), primary_key=True, autoincrement=False),
    sa.Column("how", sa.String(20), nullable=False),
    sa.Column("admin_id", sa.ForeignKey("admins.id")),  # None: the command line
    sa.Column("counts", JSON, nullable=False),
    sa.Column("areas", JSON, nullable=False),  # codes it concerned; [] : the whole country
    sa.Column("before", sa.LargeBinary, nullable=False),  # domain/stored.py
    _one_of("how", "import", "edit", "rollback"),
)

checks = sa.Table(  # registry files that were sent and looked at, waiting for a yes
    "checks",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("admin_id", sa.ForeignKey("admins.id"), nullable=False),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("content", sa.LargeBinary),  # erased when it is decided, or after a day
    sa.Column("fingerprint", sa.String(64), nullable=False),  # of the difference that was shown
    _now_column("created_at"),
    sa.Column("outcome", sa.String(20)),
    _one_of("outcome", "applied", "discarded", "expired"),
    sqlite_autoincrement=True,
)

invites = sa.Table(
    "invites",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
    sa.Column("officer_id", sa.ForeignKey("officers.id"), nullable=False),
    sa.Column("invited_by", sa.BigInteger),  # an admin's id; None: the command line
    sa.Column("trusted", sa.Boolean(name="trusted"), nullable=False, server_default=sa.false()),  # needs no confirming
    _now_column("created_at"),
    _now_column("expires_at"),
    sa.Column("used_at", UtcDateTime),
)

# --- residents and their reports -------------------------------------------------------------------------------------

residents = sa.Table(
    "residents",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("channel", sa.String(20), nullable=False),
    sa.Column("chat_id", sa.BigInteger, nullable=False),
    sa.Column("locale", sa.String(8), nullable=False),
    sa.Column("place", Code, sa.ForeignKey("units.katottg")),  # settlement or city district
    # The last place was one that is not kept because nothing is passed on there: 102 and 112 are not shown.
    sa.Column("hushed", sa.Boolean(name="hushed"), nullable=False, server_default=sa.false()),
    _now_column("consented_at"),
    sa.Column("unreachable_at", UtcDateTime),
    sa.Column("news_asked_at", UtcDateTime),  # whether station news is welcome is asked once
    sa.Column("news_opening", sa.Boolean(name="news_opening")),  # None: has not said; only True is a yes
    sa.Column("news_announcement", sa.Boolean(name="news_announcement")),
    sa.UniqueConstraint("channel", "chat_id"),
    sa.Index("ix_residents_place", "place"),
)

reports = sa.Table(
    "reports",
    metadata,
    sa.Column("id", ID, primary_key=True),  # also the number people see
    sa.Column("ref", sa.String(16), nullable=False, server_default="", default=new_ref),  # in buttons and links
    sa.Column("resident_id", sa.ForeignKey("residents.id"), nullable=False),
    sa.Column("status", sa.String(20), nullable=False),
    sa.Column("category", sa.String(20), nullable=False),
    sa.Column("place", Code, sa.ForeignKey("units.katottg"), nullable=False),
    sa.Column("lat", sa.Float),
    sa.Column("lon", sa.Float),
    sa.Column("owner_id", sa.ForeignKey("officers.id")),
    _now_column("created_at"),
    sa.Column("sent_at", UtcDateTime),
    sa.Column("resolved_at", UtcDateTime),
    sa.Column("strayed", sa.String(10)),  # its resident was told that whoever had it is away; None: no, or is back
    _now_column("touched_at"),  # the last entry or move: what the resident writes goes into the latest open report
    sa.Column("dangers", sa.String(100), nullable=False, server_default=""),  # kinds its words speak of, with commas
    sa.Column("danger_declared", sa.Boolean(name="danger_declared"), nullable=False, server_default=sa.false()),
    sa.Column("aid_hushed", sa.Boolean(name="aid_hushed"), nullable=False, server_default=sa.false()),
    sa.Column("by_child", sa.Boolean(name="by_child"), nullable=False, server_default=sa.false()),
    _one_of("status", "draft", "new", "accepted", "resolved"),
    sa.Index("ix_reports_resident_id_status", "resident_id", "status"),
    sa.Index("ix_reports_place_status", "place", "status"),
    sa.Index("uq_reports_ref", "ref", unique=True),
    sa.Index(  # one draft at a time: a second tap must not start a second one
        "uq_reports_one_draft",
        "resident_id",
        unique=True,
        sqlite_where=sa.text("status = 'draft'"),
        postgresql_where=sa.text("status = 'draft'"),
    ),
    sqlite_autoincrement=True,  # a number is never given twice, not even after an erasure
)

report_moves = sa.Table(  # lines are added, never changed, and go with their report
    "report_moves",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("report_id", sa.ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("who", sa.String(10), nullable=False),
    sa.Column("before", sa.String(20), nullable=False),
    sa.Column("after", sa.String(20), nullable=False),
    sa.Column("owner_before", sa.ForeignKey("officers.id")),
    sa.Column("owner_after", sa.ForeignKey("officers.id")),
    sa.Column("note", sa.String(100), nullable=False, server_default=""),  # a word of ours, nothing anybody wrote
    _one_of("who", "resident", "officer", "admin", "clock"),
)

entries = sa.Table(
    "entries",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("report_id", sa.ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("officer_id", sa.ForeignKey("officers.id")),  # None: the resident wrote it
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("entities", JSON),
    sa.Column("file_id", sa.String(300)),
    sa.Column("still", sa.String(300)),  # the picture of a live photo
    sa.Column("context", JSON),  # what is not the author's own: where it was forwarded from, what it quotes
    sa.Column("unique_id", sa.String(100)),  # Telegram's name of the file that every copy of it has
    sa.Column("lat", sa.Float),
    sa.Column("lon", sa.Float),
    sa.Column("album", sa.String(64)),
    sa.Column("chat_id", sa.BigInteger, nullable=False),  # the message it came from, for quotes and replies
    sa.Column("message_id", sa.BigInteger, nullable=False),
    sa.Column("quotes_entry_id", sa.ForeignKey("entries.id", ondelete="SET NULL")),
    _now_column("created_at"),
    sa.UniqueConstraint("chat_id", "message_id"),
    sa.Index("ix_entries_chat_id_album", "chat_id", "album"),
)

recipients = sa.Table(
    "recipients",
    metadata,
    sa.Column("report_id", sa.ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("officer_id", sa.ForeignKey("officers.id"), primary_key=True, index=True),
)

links = sa.Table(
    "links",
    metadata,
    sa.Column("channel", sa.String(20), primary_key=True),
    sa.Column("chat_id", sa.BigInteger, primary_key=True),
    sa.Column("message_id", sa.BigInteger, primary_key=True),
    sa.Column("report_id", sa.ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("entry_id", sa.ForeignKey("entries.id", ondelete="CASCADE")),
    sa.Column("role", sa.String(20), nullable=False),  # card: the message that is edited when the report moves
    _one_of("role", "card", "entry", "word"),
)

restores = sa.Table(  # copies that were put back: what was written between copy and restoring is gone
    "restores",
    metadata,
    sa.Column("id", ID, primary_key=True),
    _now_column("copied_at"),
    _now_column("restored_at"),
)

erased = sa.Table(  # reports that their residents erased: random ids only, so that an old card can say why it is dead
    "erased",
    metadata,
    sa.Column("ref", sa.String(16), primary_key=True),
    _now_column("erased_at"),
)

gaps = sa.Table(  # nobody answers for this place: kept for the admins, counted, without who asked
    "gaps",
    metadata,
    sa.Column("place", Code, sa.ForeignKey("units.katottg"), primary_key=True),
    sa.Column("asked", sa.Integer, nullable=False),
    _now_column("first_at"),
    _now_column("last_at"),
)

unanswered = sa.Table(  # what the search for places could not answer: kinds and counts a day, never what was asked
    "unanswered",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),  # Kyiv's calendar
    sa.Column("kind", sa.String(30), primary_key=True),
    sa.Column("times", sa.Integer, nullable=False),
)

addresses = sa.Table(  # typed addresses that wait for the geocoder; an answered one is erased
    "addresses",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("bot_id", sa.BigInteger, nullable=False),
    sa.Column("channel", sa.String(20), nullable=False),
    sa.Column("chat_id", sa.BigInteger, nullable=False),
    sa.Column("street", sa.String(200), nullable=False),
    sa.Column("settlement", sa.String(200), nullable=False),
    _now_column("asked_at"),
    _now_column("due_at"),  # later than now: somebody is asking the server at this moment
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Index("ix_addresses_chat", "channel", "chat_id"),
    sqlite_autoincrement=True,  # the answer goes through the inbox under this number: it is never given twice
)

paces = sa.Table(  # how fast all processes together may ask somebody else's server
    "paces",
    metadata,
    sa.Column("name", sa.String(40), primary_key=True),
    _now_column("free_at"),
)

past_reports = sa.Table(  # counted before they are erased: no contents, no persons, no numbers
    "past_reports",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),  # sent on, in Kyiv
    sa.Column("hromada", Code, sa.ForeignKey("units.katottg"), primary_key=True),
    sa.Column("category", sa.String(20), primary_key=True),
    sa.Column("step", sa.String(20), primary_key=True),
    sa.Column(
        "bucket", sa.Integer, primary_key=True, autoincrement=False
    ),  # how long it took: domain/figures/lapses.py
    sa.Column("n", sa.Integer, nullable=False),
    _one_of("step", "sent", "accepted", "answered", "resolved"),
)

# --- the turn: inbox, outbox, dialogue states ------------------------------------------------------------------------

inbox = sa.Table(
    "inbox",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("bot_id", sa.BigInteger, nullable=False),
    sa.Column("update_id", sa.BigInteger, nullable=False),
    sa.Column("lane", sa.String(64), nullable=False),
    sa.Column("payload", sa.Text),  # erased when handled
    sa.Column("place", sa.Integer, nullable=False, server_default="0"),  # who goes first: db/queues.py
    _now_column("received_at"),
    sa.Column("held_until", UtcDateTime),  # its lane waits for that long; None: for nothing
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column(
        "deaths", sa.Integer, nullable=False, server_default="0"
    ),  # tries that began and of which nothing is known
    sa.Column("handled_at", UtcDateTime),
    sa.Column("set_aside_at", UtcDateTime),
    sa.Column("error", sa.String(200)),  # the kind of error, never its text
    sa.UniqueConstraint("bot_id", "update_id"),
    _waiting_index(
        "ix_inbox_next", "place", "id", where="handled_at IS NULL AND set_aside_at IS NULL AND held_until IS NULL"
    ),
    _waiting_index(
        "ix_inbox_held", "held_until", where="handled_at IS NULL AND set_aside_at IS NULL AND held_until IS NOT NULL"
    ),
    _waiting_index("ix_inbox_lane", "lane", "id", where="handled_at IS NULL AND set_aside_at IS NULL"),
    sqlite_autoincrement=True,
)

outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("channel", sa.String(20), nullable=False),
    sa.Column("chat_id", sa.BigInteger, nullable=False),
    sa.Column("lane", sa.String(64), nullable=False),
    sa.Column("locale", sa.String(8), nullable=False),
    sa.Column("kind", sa.String(40), nullable=False),
    sa.Column("fields", JSON, nullable=False),
    sa.Column("report_id", sa.ForeignKey("reports.id", ondelete="CASCADE")),
    sa.Column("entry_id", sa.ForeignKey("entries.id", ondelete="CASCADE")),
    sa.Column("role", sa.String(20)),  # the link to note down after delivery
    sa.Column("edits", sa.BigInteger),  # the message to change instead of sending a new one
    sa.Column("below", sa.BigInteger),  # the person's last message: an edit above it is sent anew
    sa.Column("quotes", sa.BigInteger),  # the message of this chat it replies to
    sa.Column("place", sa.Integer, nullable=False, server_default="0"),  # who goes first: db/queues.py
    sa.Column("twin", sa.String(24)),  # a digest of what it says: an equal one that waits makes room
    sa.Column("key", sa.String(64), unique=True),  # a later notice with the same key replaces a waiting one
    sa.Column("progress", JSON),  # of one that takes several messages: how far it is
    sa.Column("renewed", sa.Boolean, nullable=False, server_default=sa.false()),  # replaced while it had got so far
    _now_column("created_at"),
    _now_column("due_at"),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("given_up_at", UtcDateTime),
    sa.Column("error", sa.String(200)),
    _one_of("role", "card", "entry", "word"),
    # Chat and time are in it, so that whatever waits for one busy chat is passed over without being looked up.
    _waiting_index("ix_outbox_next", "channel", "place", "id", "chat_id", "due_at", where="given_up_at IS NULL"),
    _waiting_index("ix_outbox_chat", "channel", "chat_id", "place", "id", where="given_up_at IS NULL"),
    _waiting_index("ix_outbox_lane", "lane", "id", where="given_up_at IS NULL"),
    _waiting_index("ix_outbox_twin", "twin", where="given_up_at IS NULL"),
    sqlite_autoincrement=True,
)

dialogues = sa.Table(  # FSM state of one conversation
    "dialogues",
    metadata,
    sa.Column("key", sa.String(120), primary_key=True),
    sa.Column("state", sa.String(100)),
    sa.Column("data", JSON, nullable=False),
    _now_column("changed_at"),
    sa.Column("erase_at", UtcDateTime),  # when a part of it is erased: what could go nowhere
    _waiting_index("ix_dialogues_erase_at", "erase_at", where="erase_at IS NOT NULL"),
)

# --- admins ----------------------------------------------------------------------------------------------------------

admins = sa.Table(
    "admins",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("chat_id", sa.BigInteger, unique=True),  # None: no longer an admin; the audit log still names them
    sa.Column("name", sa.String(100), nullable=False),
    sa.Column("locale", sa.String(8), nullable=False, server_default="uk"),
    sa.Column("scope", JSON, nullable=False),  # KATOTTG codes, or ["UA"]
    sa.Column("superadmin", sa.Boolean(name="superadmin"), nullable=False),
    _now_column("added_at"),
)

admin_invites = sa.Table(
    "admin_invites",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
    sa.Column("scope", JSON, nullable=False),  # what the new admin will look after
    sa.Column("invited_by", sa.ForeignKey("admins.id")),  # None: the command line
    _now_column("created_at"),
    _now_column("expires_at"),
    sa.Column("used_at", UtcDateTime),
    sa.Column("used_by", sa.ForeignKey("admins.id")),
)

audit = sa.Table(  # append-only: triggers refuse changes and deletions
    "audit",
    metadata,
    sa.Column("id", ID, primary_key=True),
    _now_column("at"),
    sa.Column("admin_id", sa.ForeignKey("admins.id")),  # None: the command line
    sa.Column("action", sa.String(40), nullable=False),
    sa.Column("subject", sa.String(100), nullable=False),  # what it was done to: "station:ZT-01", "announcement:7"
    sa.Column("areas", JSON, nullable=False),  # codes it concerns, for admins of a territory; [] : the whole country
    sa.Column("before", JSON),
    sa.Column("after", JSON),
    sa.Index("ix_audit_subject_id", "subject", "id"),
    sqlite_autoincrement=True,
)

digests = sa.Table(  # the daily summary: who does not want it, and the last day it was made
    "digests",
    metadata,
    sa.Column("channel", sa.String(20), primary_key=True),
    sa.Column("chat_id", sa.BigInteger, primary_key=True),
    sa.Column("wanted", sa.Boolean(name="wanted"), nullable=False),
    sa.Column("last_day", sa.Date),
)

jobs = sa.Table(  # long work that was asked for in a chat
    "jobs",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("kind", sa.String(40), nullable=False),
    sa.Column("args", JSON, nullable=False),
    sa.Column("channel", sa.String(20), nullable=False),
    sa.Column("chat_id", sa.BigInteger, nullable=False),
    sa.Column("locale", sa.String(8), nullable=False),
    _now_column("created_at"),
    _now_column("due_at"),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("done_at", UtcDateTime),
    sa.Column("error", sa.String(200)),
    _waiting_index("ix_jobs_next", "due_at", where="done_at IS NULL"),
    sqlite_autoincrement=True,
)

uploads = sa.Table(  # files of ours on their way to Telegram
    "uploads",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("media", sa.String(20), nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.Column("file_id", sa.String(300)),
    _now_column("created_at"),
    _one_of("media", "photo", "document"),
)

boards = sa.Table(  # messages that change in place: progress, panels
    "boards",
    metadata,
    sa.Column("channel", sa.String(20), primary_key=True),
    sa.Column("chat_id", sa.BigInteger, primary_key=True),
    sa.Column("board", sa.String(58), primary_key=True),
    sa.Column("message_id", sa.BigInteger, nullable=False),
    _now_column("created_at"),
)

# --- announcements ---------------------------------------------------------------------------------------------------

broadcasts = sa.Table(
    "broadcasts",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("status", sa.String(20), nullable=False),
    sa.Column("author_id", sa.ForeignKey("admins.id"), nullable=False),
    sa.Column("approver_id", sa.ForeignKey("admins.id")),
    _now_column("created_at"),
    sa.Column("starts_at", UtcDateTime),
    sa.Column("started_at", UtcDateTime),
    sa.Column("finished_at", UtcDateTime),
    sa.Column("stations", JSON, nullable=False),  # ids
    sa.Column("targets", JSON, nullable=False, server_default="{}"),  # station id -> areas of its beats
    sa.Column("areas", JSON, nullable=False, server_default="[]"),  # the audience: codes, or UA
    sa.Column("languages", JSON, nullable=False),
    sa.Column("texts", JSON, nullable=False),  # locale -> {text, entities}
    sa.Column("media", JSON, nullable=False),  # [{kind, file_id}]
    sa.Column("button", sa.String(20)),
    sa.Column("frozen", JSON),  # station id -> its words as they were submitted
    sa.Column("fill_from", sa.BigInteger, nullable=False, server_default="0"),  # residents up to this id are listed
    sa.Column("fill_to", sa.BigInteger),  # None: not begun
    sa.Column("filled_at", UtcDateTime),
    *(
        sa.Column(name, sa.Integer, nullable=False, server_default="0")
        for name in ("total", "sent", "blocked", "failed", "skipped", "repeated")
    ),
    sa.Column("rate", sa.Float, nullable=False, server_default="0"),  # a second, lately
    _one_of("kind", "opening", "announcement"),
    _one_of("status", "draft", "waiting", "scheduled", "running", "paused", "done", "cancelled", "rejected"),
    _one_of("button", "card", "location"),
    _waiting_index("ix_broadcasts_active", "id", where="status IN ('scheduled', 'running')"),
    sqlite_autoincrement=True,
)

ledger = sa.Table(  # one row a recipient
    "ledger",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("broadcast_id", sa.ForeignKey("broadcasts.id", ondelete="CASCADE"), nullable=False),
    sa.Column("resident_id", sa.ForeignKey("residents.id", ondelete="SET NULL")),  # None: forgotten; the count stays
    sa.Column("place", Code, nullable=False),
    sa.Column("oblast", Code, nullable=False),
    sa.Column("status", sa.String(20), nullable=False),
    _now_column("due_at"),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("under_way", sa.Boolean(name="under_way"), nullable=False),  # claimed, and not yet noted
    sa.Column("repeats", sa.Integer, nullable=False, server_default="0"),  # how often it may have come again
    sa.Column("error", sa.String(100)),
    _one_of("status", "waiting", "sent", "blocked", "failed", "skipped"),
    sa.Index("uq_ledger_resident_id_broadcast_id", "resident_id", "broadcast_id", unique=True),
    _waiting_index("ix_ledger_next", "broadcast_id", "oblast", "due_at", where="status = 'waiting'"),
    _waiting_index("ix_ledger_under_way", "broadcast_id", "due_at", where="under_way"),
    _waiting_index("ix_ledger_failed", "broadcast_id", where="status = 'failed'"),
)

holds = sa.Table(  # oblasts where nothing is sent now
    "holds",
    metadata,
    sa.Column("oblast", Code, primary_key=True),
    sa.Column("reason", sa.String(200), nullable=False),
    sa.Column("admin_id", sa.ForeignKey("admins.id"), nullable=False),
    _now_column("since"),
)

watches = sa.Table(  # admins who see how far an announcement is
    "watches",
    metadata,
    sa.Column("broadcast_id", sa.ForeignKey("broadcasts.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("admin_id", sa.ForeignKey("admins.id"), primary_key=True),
    sa.Column("shown", sa.String(64)),  # a digest of what they see now
)

# --- silent hromadas -------------------------------------------------------------------------------------------------

silent_hromadas = sa.Table(  # domain/silence.py; a raion or oblast stands for all inside
    "silent_hromadas",
    metadata,
    sa.Column("katottg", Code, sa.ForeignKey("units.katottg"), primary_key=True),
    sa.Column("level", sa.Integer, nullable=False),
    _now_column("since"),
    sa.Column("note", sa.String(200), nullable=False),
    sa.CheckConstraint("level IN (1, 2, 3)", name="level"),
)

silent_requests = sa.Table(  # wishes to make a place less silent: another admin has to say yes
    "silent_requests",
    metadata,
    sa.Column("katottg", Code, sa.ForeignKey("units.katottg"), primary_key=True),
    sa.Column("level", sa.Integer),  # None: off the list
    sa.Column("note", sa.String(200), nullable=False),
    sa.Column("asked_by", sa.ForeignKey("admins.id")),  # None: the command line
    _now_column("asked_at"),
    sa.CheckConstraint("level IN (1, 2, 3)", name="level"),
)

directory_only = sa.Table(  # where no reports are taken; a raion or oblast stands for all inside
    "directory_only",
    metadata,
    sa.Column("katottg", Code, sa.ForeignKey("units.katottg"), primary_key=True),
    _now_column("since"),
)

silent_generations = sa.Table(  # every change of the list: a running bot reloads when a newer one appears
    "silent_generations",
    metadata,
    sa.Column("id", ID, primary_key=True),
    sa.Column("label", sa.String(200), nullable=False),  # the file's name, or the code that changed
    sa.Column("rows", sa.Integer, nullable=False),
    _now_column("changed_at"),
    sqlite_autoincrement=True,
)
