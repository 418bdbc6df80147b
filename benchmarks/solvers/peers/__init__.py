"""One solver a module, each with the tasks that it can do."""
