"""The one place for storage: snapshots, results of stages, people's decisions."""
