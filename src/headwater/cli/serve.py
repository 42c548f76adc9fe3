"""headwater serve: the desk, in the browser of this machine."""

import getpass
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from headwater.cli.speak import result, say
from headwater.cli.verb import Verb

if TYPE_CHECKING:
    from headwater.desk.guard import GuardSettings

PORT: Final = 8765
NEEDED: Final = "the desk needs more packages; install them with: pip install 'headwater[desk]'"


@click.command(cls=Verb, examples=("headwater serve harbour/", "headwater serve cases/ --open"))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path())
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65535))
@click.option(
    "--token",
    envvar="HEADWATER_TOKEN",
    help="What visitors must know; made up for any address but loopback.",
)
@click.option("--who", help="Under whose name decisions are recorded; your login by default.")
@click.option("--open", "browse", is_flag=True, help="Open it in the browser.")
def serve(
    folder: Path, *, host: str, port: int, token: str | None, who: str | None, browse: bool
) -> None:
    """Read, check and correct a case in the browser.

    FOLDER is a case, or a folder in which cases stand side by side; new ones are begun there.
    Nothing leaves this machine, and only this machine can reach the desk unless --host says more.

    Raises:
        click.ClickException: If the packages of the desk are not installed.
    """
    try:
        import python_multipart  # noqa: F401
        import starlette  # noqa: F401
        import uvicorn
    except ImportError as error:
        raise click.ClickException(NEEDED) from error
    from headwater.cli.main import log_to_stderr
    from headwater.desk.app import make_app
    from headwater.desk.cases.shelf import Shelf

    log_to_stderr(verbose=False)
    guard = choose_guard(host, token)
    shelf = Shelf(folder)
    shelf.open_last()
    app = make_app(shelf, who or getpass.getuser(), guard)
    config = uvicorn.Config(
        app, host=host, port=port, log_level="error", access_log=False, server_header=False,
        date_header=False, timeout_graceful_shutdown=1,
    )  # fmt: skip
    server = uvicorn.Server(config)
    with config.bind_socket() as socket:
        socket.listen()  # who comes at once waits, and is not turned away
        address = say_address(host, int(socket.getsockname()[1]), guard.token)
        result(address)
        say("Stop with Ctrl-C.")
        sys.stdout.flush()
        if browse:
            click.launch(address)
        server.run(sockets=[socket])


def choose_guard(host: str, token: str | None) -> "GuardSettings":
    """Return whom to answer: on loopback everybody on this machine, else who knows the token."""
    from headwater.desk.guard import LOOPBACK, GuardSettings

    needed = token or (None if host in LOOPBACK else secrets.token_urlsafe(24))
    return GuardSettings(host=host, token=needed)


def say_address(host: str, port: int, token: str | None) -> str:
    """Return the address to open."""
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "::1": "[::1]"}.get(host, host)
    query = f"?token={token}" if token else ""
    return f"http://{name}:{port}/{query}"
