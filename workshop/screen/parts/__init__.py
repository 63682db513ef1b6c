"""Parts that the windows arrange."""
