"""The iceberg: what is on it, how it is told and how it is drawn."""
