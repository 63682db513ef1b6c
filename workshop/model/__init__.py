"""What a workshop is, in plain frozen Python: no windows, no SQL, no files, no clock."""
