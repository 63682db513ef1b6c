"""What leaves the program: the summary as PDF and as plain data."""
