"""Put attributions inside one another: who cites whom."""
