"""The command line: the only place that prints. Results on stdout, talk on stderr."""
