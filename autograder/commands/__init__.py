"""The verbs of the command line: parse, call, print, exit code. No logic lives here."""
