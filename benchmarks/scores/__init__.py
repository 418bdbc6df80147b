"""What ``benchmarks/reading.py`` measures: one kind of labelled file a module, and the costs."""
