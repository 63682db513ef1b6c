"""The words of the command line, a file each: `run` does it, `takes` is what it is given, `said` what it is for."""
