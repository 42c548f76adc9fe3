import io

from headwater.engine.progress import Plain, Silent, watcher_for


def test_plain_lines_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    watcher = watcher_for(stream)
    assert isinstance(watcher, Plain)
    watcher.begin("reading", 30)
    for _ in range(30):
        watcher.step()
    watcher.end()
    watcher.begin("link", 1)
    watcher.step()
    watcher.end()
    lines = stream.getvalue().splitlines()
    assert len(lines) == 11
    assert lines[-2] == "headwater: reading 30/30"
    assert lines[-1] == "headwater: link"


def test_silence() -> None:
    watcher = Silent()
    watcher.begin("reading", 1)
    watcher.step()
    watcher.end()
