"""The first window: begin a session, go on with one, or open a file."""
