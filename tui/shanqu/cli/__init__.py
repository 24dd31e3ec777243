"""The command line, one module a command. `main` loads only the one that is asked for."""
