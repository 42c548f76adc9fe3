"""Pure helpers on strings and offsets; they know the records and nothing else."""
