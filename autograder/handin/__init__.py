"""What came back: files, names, times, and whose each is."""
