"""The tables of a session's file, how older ones are brought up to date, and a view for each type of record."""

import dataclasses
import json
from typing import TYPE_CHECKING

from workshop.model.record import Record, Scope
from workshop.model.records import RECORDS
from workshop.store.sql import Connection, make_ours

if TYPE_CHECKING:
    from sqlite_utils import Database

TABLES = frozenset({"about", "records", "journal", "exercises", "pictures"})


def first(database: "Database") -> None:
    """Format 1."""

    def table(name: str, columns: dict[str, type], pk: str | tuple[str, str]) -> None:
        database.table(name).create(columns, pk=pk, not_null=columns.keys(), strict=True)

    table("about", {"name": str, "value": str}, "name")
    table("records", {"id": str, "kind": str, "scope": str, "fields": str}, "id")
    journal = {"seq": int, "at": str, "act": str, "step": int, "label": str, "change": str, "hash": str}
    table("journal", journal, "seq")
    table("exercises", {"name": str, "file": str, "text": str}, ("name", "file"))
    table("pictures", {"name": str, "png": bytes}, "name")


# In the order of the formats: number 1 makes format 1 of an empty file, number 2 makes format 2 of format 1 …
MIGRATIONS = [first]


def bring_up_to_date(connection: Connection) -> None:
    """Give a new or older file today's tables and views, in the transaction that the caller has begun."""
    from sqlite_utils import Database, Migrations  # not on the way to first paint

    database = Database(connection, execute_plugins=False)
    migrations = Migrations("workshop")
    for migration in MIGRATIONS:
        migrations()(migration)
    migrations.apply(database)
    for kind, record_type in RECORDS.items():
        if record_type.scope is not Scope.PRESENCE:
            database.create_view(kind, _view(kind, record_type), replace=True)
    make_ours(connection)


def _view(kind: str, record_type: type[Record]) -> str:
    columns = [
        f"coalesce(fields ->> '$.{field.name}', {_literal(field.default)}) AS \"{field.name}\""
        for field in dataclasses.fields(record_type)
        if field.name != "id"
    ]
    return f"SELECT id, {', '.join(columns)} FROM records WHERE kind = '{kind}'"


def _literal(value: object) -> str:
    """A field's default as SQL says it, which is what `->>` gives for one that is stored."""
    if isinstance(value, bool | float | int):
        return str(+value)
    return f"'{value}'" if isinstance(value, str) else f"'{json.dumps(value)}'"
