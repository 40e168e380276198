"""What runs the grading of many submissions; every runner gives the same results."""
