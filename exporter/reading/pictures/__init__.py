"""Pictures: found inside the project, measured and checked."""
