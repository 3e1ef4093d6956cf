"""The numbers of charts: CSV files found inside the project, read and checked."""
