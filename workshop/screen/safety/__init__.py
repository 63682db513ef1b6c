"""Never losing a session: the windows' side."""
