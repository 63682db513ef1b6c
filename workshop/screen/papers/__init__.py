"""What leaves the program, chosen and looked at before it is written."""
