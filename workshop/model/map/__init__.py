"""A map around a person: what is done on it, where things lie, how bands run, and what it tells when it is read."""
