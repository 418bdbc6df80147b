"""The words of number phrases, one data file a language."""

from claimrecon.quantities.parsing.language.lexicon import Lexicon, Phrases, english

__all__ = ["Lexicon", "Phrases", "english"]
