"""What is found in a text: words, sentences, masks, and the words of the language."""
