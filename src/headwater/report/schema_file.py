"""Writes the JSON Schema to standard output: python -m headwater.report.schema_file."""

import sys

from headwater.report.data import schema_bytes

if __name__ == "__main__":
    sys.stdout.buffer.write(schema_bytes())
