"""Knowledge as data: words, patterns and tables, each with proof."""
