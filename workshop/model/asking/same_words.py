"""Which words more than one says, whatever endings they have."""

from collections.abc import Iterable, Mapping

from workshop.model.letters import words_in
from workshop.model.stems import language_of, stem_of


def shared_words(said: Mapping[str, Iterable[str]], language: str) -> tuple[frozenset[str], ...]:
    """The words, in lower case, that more than one has said, those of one stem together and in the alphabet's order.

    `said` is what each says, by who it is. Two words are the same where their stem is: “samordning” and
    “samordningen”. Small words don't count. `language` is believed where what is said doesn't show which one it is in.
    """
    spoken = {who: tuple(texts) for who, texts in said.items()}
    language = language_of((text for texts in spoken.values() for text in texts), language)
    by_stem: dict[str, dict[str, set[str]]] = {}
    for who, texts in spoken.items():
        for word in (word for text in texts for word, _, _ in words_in(text)):
            if stem := stem_of(word, language):
                by_stem.setdefault(stem, {}).setdefault(who, set()).add(word)
    shared = (frozenset[str]().union(*whose.values()) for whose in by_stem.values() if len(whose) > 1)
    return tuple(sorted(shared, key=min))
