"""Words without their endings, and the small words that say nothing of what is meant."""

from collections.abc import Iterable
from functools import cache, lru_cache

from workshop.model.letters import words_in

_SHORTEST = 3  # letters of a word that is worth noticing
_ENDINGS = (("an", 1), ("et", 2), ("n", 1))  # definite ones that the stemmer keeps, and how much of them goes
_DEFINITE = 4  # letters of a word that may have lost its ending

# Words that everybody uses and that say nothing of what is meant.
_SMALL = {
    "sv": """
        alla allt alltid andra annan annat att av bara behöva behöver bli blir blivit bra både börja börjar dem
        den denna deras dess dessa det detta dig din ditt dock du där därför då efter eller en ens ett finnas
        finns fler flera flest från få får för före först första ge genom ger gå går gör göra ha hade han hans
        har hela hellre henne hennes hon hos hur här i igen ihop in inga ingen inget innan inom inte ja jag kan
        komma kommer kunde kunna låt man med medan mellan men mer mest mig min mina mitt mot mycket måste ned
        nej ner ni nog nu när någon något några och också om oss på redan samma samt sedan sig sin sina sitt
        själv själva ska skulle slippa som sätt så ta tar till tills tillsammans under upp ur ut utan vad var
        vara varandra varför varje vart vem vems vi vid vilka vilken vilket vill väl vår våra vårt än ändå är
        även år åt över gång gången
    """,
    "en": """
        a about after all also always an and any are as at be because been before being both but by can could
        did do does doing don down each either even ever every few first for from get gets go goes had has have
        having he her here him his how i if in into is it its just let like make many may me more most much must
        my need needs no nor not now of off on once one only or other our out over own same say says she should
        so some still such than that the their them then there these they this those through to together too
        under until up us very was way we well were what when where which while who whom whose why will with
        without would yes yet you your
    """,
}
_NAMES = {"sv": "swedish", "en": "english"}


def language_of(texts: Iterable[str], otherwise: str) -> str:
    """The language whose small words stand most often in some texts."""
    words = [word for text in texts for word, _, _ in words_in(text)]
    found = {language: sum(word in small_words(language) for word in words) for language in _NAMES}
    most = max(found.values())
    if list(found.values()).count(most) > 1:
        return otherwise
    return next(language for language, times in found.items() if times == most)


@lru_cache(maxsize=20_000)
def stem_of(word: str, language: str) -> str:
    """The stem of a word in lower case; nothing for a small word, one that is very short, or a number."""
    language = language if language in _NAMES else "sv"
    if len(word) < _SHORTEST or word in small_words(language) or not any(letter.isalpha() for letter in word):
        return ""
    return _stemmer(language).stemWord(word)


@cache
def small_words(language: str) -> frozenset[str]:
    """Words of a language, in lower case, that everybody uses."""
    return frozenset(_SMALL[language].split())


@cache
def _stemmer(language: str):
    import snowballstemmer  # when it is needed, not at the start

    return snowballstemmer.stemmer(_NAMES[language])


def kin(word: str, language: str) -> tuple[str, ...]:
    """The stems under which a word that is looked for may stand, itself among them where it has none.

    The stemmer keeps some endings (“skolans”, “bordet”, “rektorn”): such words are also looked for without.
    """
    bare = [word]
    if language == "sv" and len(word) > _DEFINITE:
        bare += [word[:-1]] if word.endswith("s") else []
        bare += [form[:-cut] for form in tuple(bare) for ending, cut in _ENDINGS if form.endswith(ending)]
    return tuple(dict.fromkeys(stem_of(form, language) or form for form in bare))
