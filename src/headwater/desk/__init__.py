"""The desk: a case read, checked and corrected in the browser, on this machine only."""
