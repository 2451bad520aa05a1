"""The rules of `balise check` that need nothing but the words, one module a subject."""
