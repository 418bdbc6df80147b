"""Worlds, the true count of anything in them, and claims that are true of them.

::

    worlds      what really happened, person by person
    counting    the true count of a scope: plain bookkeeping, an independent twin of the library
    teller      scopes as they truly are, then blurred
    telling     whole dossiers, as they were read
    writing     the same as a mapping of the file format
"""
