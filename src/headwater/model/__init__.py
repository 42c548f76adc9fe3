"""The records that stages meet in; nothing here fetches, decides or prints."""
