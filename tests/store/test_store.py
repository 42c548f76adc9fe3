import hashlib
import sqlite3
from pathlib import Path

import pytest

from headwater.errors import InputError
from headwater.store.schema import MIGRATIONS
from headwater.store.store import Given, Store


def given(name: str, data: bytes) -> Given:
    return Given(name=name, digest=hashlib.sha256(data).hexdigest())


def test_keeps_bytes_by_digest_and_knows_what_is_new(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        assert store.put_given(given("a.txt", b"one"), b"one")
        assert not store.put_given(given("a.txt", b"one"), b"one")
        assert store.put_given(given("b.txt", b"one"), b"one")
        assert store.put_given(given("a.txt", b"two"), b"two")
    with Store(tmp_path) as store:
        listed = store.all_given()
        assert [one.name for one in listed] == ["a.txt", "a.txt", "b.txt"]
        assert {store.read_snapshot(one.digest) for one in listed} == {b"one", b"two"}
    assert len(list((tmp_path / "snapshots").iterdir())) == 2


def test_forgets_what_is_not_kept(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        first, second = given("a.txt", b"one"), given("b.txt", b"two")
        store.put_given(first, b"one")
        store.put_given(second, b"two")
        store.keep_only([(second.name, second.digest)])
        assert store.all_given() == (second,)


def test_a_changed_snapshot_is_noticed(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        one = given("a.txt", b"one")
        store.put_given(one, b"one")
        (tmp_path / "snapshots" / one.digest).write_bytes(b"One")
        with pytest.raises(InputError, match="was changed"):
            store.read_snapshot(one.digest)
        (tmp_path / "snapshots" / one.digest).unlink()
        with pytest.raises(InputError, match="cannot be read"):
            store.read_snapshot(one.digest)


def test_a_result_is_given_back_only_for_its_key(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put_result("d-1", "parse", "key", b"[1]")
        assert store.get_result("d-1", "parse", "key") == b"[1]"
        assert store.get_result("d-1", "parse", "other") is None
        store.put_result("d-1", "parse", "other", b"[2]")
        assert store.get_result("d-1", "parse", "key") is None
        assert store.get_result("d-1", "parse", "other") == b"[2]"


def test_migrations_are_applied_once_and_recorded(tmp_path: Path) -> None:
    for _ in range(2):
        with Store(tmp_path):
            pass
    with sqlite3.connect(tmp_path / "case.sqlite") as database:
        names = [name for (name,) in database.execute("SELECT name FROM migration")]
    assert names == [name for name, _ in MIGRATIONS]


def test_a_file_that_is_no_database_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "case.sqlite").write_bytes(b"no database at all, just words" * 100)
    with pytest.raises(InputError, match="cannot be used"):
        Store(tmp_path)
