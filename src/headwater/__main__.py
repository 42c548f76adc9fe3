"""Lets `python -m headwater` do what the `headwater` command does."""

from headwater.cli.main import main

if __name__ == "__main__":
    main()
