"""Lead the words for a source back to a name: people, bodies, papers, the unnamed."""
