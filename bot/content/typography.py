"""French typography, applied once when the words are loaded: writers type plain spaces and quotes."""

import re

_NARROW, _WIDE = "\u202f", "\u00a0"


def french(text: str) -> str:
    """No-break spaces before « ; : ! ? » and inside « », curly apostrophes, « … »."""
    text = text.replace("'", "’").replace("...", "…")
    text = re.sub(r"«[ \u00a0\u202f]?", f"«{_WIDE}", text)
    text = re.sub(r"[ \u00a0\u202f]?»", f"{_WIDE}»", text)
    text = re.sub(r" ([;!?])", rf"{_NARROW}\1", text)
    text = re.sub(r" :(?=\s|$)", f"{_WIDE}:", text)
    text = re.sub(r"(\d) (?=\d{3}\b)", rf"\1{_NARROW}", text)
    return re.sub(r"(\d) ((?:h|ans?|euros|min)\b|[%€])", rf"\1{_WIDE}\2", text)
