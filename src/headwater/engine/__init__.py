"""How work is spread: which stage runs on what, and what need not run again."""
