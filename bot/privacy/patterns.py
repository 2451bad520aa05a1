"""Personal data that has a shape: phones, e-mails, links, handles, addresses, said names and schools."""

import re

_NAME = r"[^\W\d_][\w'-]{1,20}"
_CAPITAL_NAME = r"[A-ZÀ-Ý][\w'-]{1,20}"
# After "je m'appelle" these are not names.
_NOT_A_NAME = (
    r"(?!(?:comme|pas|comment|pour|et|ou|un|une|le|la|les|des|en|dans|mon|ma|mes|ton|son|ca|ça|ce|cette|que|qui|quand|"
    r"trop|tres|très|bien|mal|juste|aussi|vraiment|ici|là|la|sur|avec|sans|chez|plus|moins|toujours|jamais|tout|rien|"
    r"faux|vrai|bizarre|grave|triste|perdu|perdue|moi|toi|lui|elle|eux|nous|vous|il|ils|elles|tu|je|on|snap|insta|"
    r"privé|public|bloqué|piraté|mort|nul|fou|chaud|cool|important|possible|normal|interdit|obligé|ouf|fini|"
    r"pourquoi|quoi|papa|maman|mamie|papi|tonton|tata|quelqu'un|personne|a|à|au|aux|de|du|d'|l'|qu'|c'|j'|y|si|non|oui)\b)"
)

SHAPES: tuple[tuple[str, re.Pattern], ...] = (
    ("courriel", re.compile(r"[\w.+-]+\s?(?:@|\(at\)|\barobase\b)\s?[\w-]+(?:(?:\.|\s?\bpoint\b\s?)[a-z][\w-]+)+", re.I)),
    ("lien", re.compile(r"\b(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|fr|net|org|io|gg|tv|me|app|be|ch|lu|ca)/\S*", re.I)),
    ("téléphone", re.compile(r"(?<!\d)0[\s.\-]?[1-9](?:[\s.\-/]*\d){8}(?!\d)")),
    ("téléphone", re.compile(r"(?<![\d€+])(?:\+|00(?=[1-9]))\d(?:[\s.\-()]{0,3}\d){8,13}(?!\d)")),
    ("pseudo", re.compile(r"(?<![\w@])@[\w.]{2,30}")),
    ("pseudo", re.compile(
        r"\b((?i:(?:mon|son|le|ton|notre) (?:pseudo|snap|insta|tiktok|discord|compte|gamertag|id|tag|blaze)(?: (?:snap|insta|tiktok|discord))? "
        r"(?:c'est|c|cest|est|s'appelle|:|=)) ?)"
        r"(?=[\w.#\-]*[\d_.#]|[\w.#\-]{6,})(?!(?i:pirat|bloqu|priv|public|hack|toujours|normal|comment|quelqu|ouvert|ferm|supprim|dangere|encore|vraiment|devenu|volé|vole|bizarre)\w*)([\w.#\-]{3,30})"
    )),
    ("adresse", re.compile(
        r"(?i)\b\d{1,4}(?: ?(?:bis|ter|quater))?,? (?:rue|avenue|av\.?|bd|boulevard|chemin|impasse|allée|allee|place|route|cité|cite|"
        r"résidence|residence|quai|square|lotissement|hameau|passage|cours|sentier|lieu[- ]dit)\b(?: (?:de|du|des|de la|d'|l'|la|le|les))* ?"
        r"[\w'’-]+(?: (?:de|du|des|de la|d'|[A-ZÀ-Ý])[\w'’-]*){0,4}(?:,? ?(?:à )?\d{5}(?: [\w'-]+){0,2})?"
    )),
    ("adresse", re.compile(r"(?<!\d)(?:0[1-9]|[1-8]\d|9[0-8])\d{3} (?=[A-ZÀ-Ýa-zà-ÿ])(?!euros?|€|abonn|vues?|followers?|likes?|personnes|robux|vbucks|fois|élèves|eleves|enfants|signalements)[\w'-]+(?:[ -][A-ZÀ-Ý][\w'-]+){0,3}")),
    ("école", re.compile(
        r"\b(?i:(?:école|ecole|collège|college|lycée|lycee|clg|institution|internat))(?i: (?:primaire|privé|prive|public|maternelle))? "
        r"(?:(?i:de |du |des |d'|la |le |les |l'))?(" + _CAPITAL_NAME + r"(?:[ -]" + _CAPITAL_NAME + r"){0,4})"
    )),
    ("nom", re.compile(
        r"(\b(?i:je m ?'? ?app?ell?e|je m'appelle|je mappelle|jm'appelle|jmappelle|je mapel|jmapel|je m'apelle|je mapelle|moi c'est|moi c|moi cest|mon (?:petit )?(?:prénom|prenom|nom)(?: de famille)?(?: c'est| c| cest| est|:)|"
        r"il s'appelle|elle s'appelle|il sapelle|elle sapelle|il s'apelle|elle s'apelle|qui s'appelle|ki sapel|ki s'appelle|nommée?|nomé|prénommée?) )"
        + "(?i:" + _NOT_A_NAME + ")" + r"(" + _NAME + r"(?: " + _CAPITAL_NAME + r")?)"
    )),
)  # fmt: skip
