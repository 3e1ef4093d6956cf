"""Spaces at which a line must not end, by language: between a number and its unit, before a French question mark.

Only spaces that the writer typed are changed, into no-break spaces; none is added and none is lost. Where two signs without
a space would part (before a dash, in a range of numbers), a word joiner keeps them together, which has no width and which
readers of text pass over.

Sources: Unicode Standard Annex 14 (what breaks); CLDR and, for French, the Lexique of the Imprimerie nationale (habits).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from exporter.language import language_of

CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
NO_BREAK, NARROW, JOINER = "\u00a0", "\u202f", "\u2060"
UNITS = (
    "km²|km|m²|m³|cm|mm|kg|kt|Mt|ha|kWh|MWh|GWh|TWh|kW|MW|GW|TW|Hz|GHz|MHz|kB|MB|GB|TB|EUR|USD|GBP|CHF|JPY|bn|min"
    "|°[CFNSEW]|[%‰€£$¥]|[gtlWVAmhs]"
)


class Habits(Struct, frozen=True):
    """What a language keeps together, as regular expressions: words before a number, words after one, titles, months.

    `after_day` stands between a day and its month; `months_first` where a month stands before the day; `rules` are further
    ones: a pattern, and what takes the place of each match.
    """

    before_number: str = ""
    after_number: str = ""
    titles: str = ""
    months: str = ""
    after_day: str = ""
    months_first: bool = False
    rules: tuple[tuple[str, str], ...] = ()


HABITS: Mapping[str, Habits] = {
    "en": Habits(
        before_number=r"pp?\.|Nos?\.|[Ff]igs?\.|[Vv]ol\.|[Cc]h\.|[Aa]rt\.|[Ss]ec\.|[Ff]igure|[Tt]able|[Aa]nnex|[Aa]rticle|[Cc]hapter|[Pp]age",
        after_number=r"million|billion|trillion|thousand|hundred|per cent|percent|dollars|pounds|euros|a\.m\.|p\.m\.",
        titles=r"Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Prof\.|St\.|U\.[SKN]\.",
        months="January|February|March|April|May|June|July|August|September|October|November|December",
        months_first=True,
    ),
    "de": Habits(
        before_number=r"S\.|Nr\.|Abb\.|Tab\.|Bd\.|Kap\.|Art\.|Abs\.|Ziff\.|Abbildung|Tabelle|Artikel|Kapitel|Seite",
        after_number=r"Millionen|Million|Milliarden|Milliarde|Tausend|Mio\.|Mrd\.|Prozent|Euro|Dollar|Uhr",
        titles=r"Dr\.|Prof\.|Hr\.|Fr\.|St\.",
        months="Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
        after_day=r"\.",
        rules=((r"\b([zduvio])\. (?=[A-Za-zÄÖÜäöü]\.)", rf"\1.{NARROW}"),),
    ),
    "fr": Habits(
        before_number=r"pp?\.|n[o°]|fig\.|art\.|chap\.|vol\.|article|chapitre|page|figure|tableau",
        after_number=r"millions?|milliards?|mille|cents?|pour cent|euros?|dollars?|heures?",
        titles=r"MM?\.|Mmes?|Mlles?|Dr|Pr|Me|St|Ste",
        months="janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
        after_day="(?:er)?",
        rules=((" (?=[;!?])", NARROW), (" (?=[:»])", NO_BREAK), ("(?<=«) ", NO_BREAK)),
    ),
    "es": Habits(
        before_number=r"pp?\.|págs?\.|n\.º|núm\.|fig\.|art\.|cap\.|vol\.|artículo|capítulo|página|figura|cuadro",
        after_number=r"millones|millón|mil|por ciento|euros?|dólares",
        titles=r"Sra?\.|Dra?\.|D\.|Dña\.|EE\.",
        months="de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)",
    ),
    "ar": Habits(
        after_number="مليون|مليار|ألف|بالمئة|في المئة|دولار|يورو",
        titles=r"د\.|أ\.",
        months="يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
    ),
    "he": Habits(
        before_number="עמוד|עמודים|עמ׳|סעיף|טבלה|איור|פרק",
        after_number="מיליון|מיליארד|אלף|אחוז|אחוזים|דולר|אירו|שקל|שקלים|טונות",
        titles="ד״ר|פרופ׳|גב׳",
        months="ב?(?:ינואר|פברואר|מרץ|מרס|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר)",
    ),
    "hi": Habits(
        before_number="पृष्ठ|अनुच्छेद|तालिका|चित्र",
        after_number="लाख|करोड़|अरब|हज़ार|हजार|प्रतिशत|रुपये|डॉलर",
        titles=r"डॉ\.|श्री|श्रीमती|प्रो\.",
        months="जनवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|नवंबर|नवम्बर|दिसंबर|दिसम्बर",
    ),
    "ko": Habits(after_number="년|월|일|명|개|억|만|조|퍼센트"),
    "ja": Habits(),
    "zh": Habits(),
}


def kept_together(text: str, lang: str) -> str:
    """A text in a language (BCP 47), with no-break spaces and word joiners; its words stay what they are."""
    if " " not in text and "–" not in text and "—" not in text:
        return text
    for pattern, replacement in _rules(language_of(lang)):
        text = pattern.sub(replacement, text)
    return text


@cache
def _rules(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The rules of a language, those of all languages first."""
    habits = HABITS.get(language, Habits())
    rules = [
        (rf"(?<=\d) (?=(?:{UNITS})(?![A-Za-z\d²³]))", NO_BREAK),
        (r"(?<=[§№¶#]) (?=\d)", NO_BREAK),
        (r"(?<=\d) (?=\d{3}(?!\d))", NO_BREAK),
        (rf"(?<![^\W\d_])({CAPITAL}\.) (?={CAPITAL})", rf"\1{NO_BREAK}"),
        (r" (?=[–—](?: |$))", NO_BREAK),
        (r"(?<=\w)(?=—\w)", JOINER),
        (r"(?<=\d)–(?=\d)", f"–{JOINER}"),
        *habits.rules,
    ]
    if habits.before_number:
        rules.append((rf"(?<!\w)({habits.before_number}) (?=\d)", rf"\1{NO_BREAK}"))
    if habits.after_number:
        rules.append((rf"(?<=\d) (?=(?:{habits.after_number})(?!\w))", NO_BREAK))
    if habits.titles:
        rules.append((rf"(?<![\w.])({habits.titles}) (?=\w)", rf"\1{NO_BREAK}"))
    if habits.months:
        rules.append((rf"(?<!\d)(\d{{1,2}}{habits.after_day}) (?=(?:{habits.months})(?!\w))", rf"\1{NO_BREAK}"))
    if habits.months_first:
        rules.append((rf"(?<!\w)({habits.months}) (?=\d{{1,2}}(?!\d))", rf"\1{NO_BREAK}"))
    return tuple((re.compile(pattern), replacement) for pattern, replacement in rules)
