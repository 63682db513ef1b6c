"""What the room sees: the wall's window and the facilitator's small copy of it."""
