"""What a student sees after grading."""
