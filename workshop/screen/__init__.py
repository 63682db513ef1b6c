"""What is seen: windows, boards and the wall, in Qt."""
