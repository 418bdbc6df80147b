"""What ``benchmarks/solving.py`` measures: systems, peers, checks, bars and drawings."""
