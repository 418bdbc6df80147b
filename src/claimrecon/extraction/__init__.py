"""From the words of a text to drafts of claims."""
