"""Casualty figures that disagree, reconciled with proofs."""
