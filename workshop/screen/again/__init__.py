"""Using what has been done before: copies, follow-ups, comparing, bringing together, replaying."""
