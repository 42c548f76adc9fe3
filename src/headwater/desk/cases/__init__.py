"""Cases on disk as the desk's pages need them: opened, indexed, added to, run."""
