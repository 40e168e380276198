"""Whether the hidden tests of a unit are any good: what they are tried with, and how."""
