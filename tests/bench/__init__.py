"""What is fast and what is small, as ratios to a limit measured in the same run; never a test with a clock."""
