"""What a running text says about itself: title, byline, dateline, agency, copyright."""
