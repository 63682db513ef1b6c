"""What every picture of a board promises, whatever is written on it."""

from itertools import combinations

from workshop.look import measure
from workshop.model.letters import MORE
from workshop.model.picture import Picture, Placed

HARD = (
    "Ja.",
    "x" * 60,
    "Det här är ett långt kort om möten. " * 9,
    "👩‍👩‍👧‍👦 firar 🎉🎉🎉 med 🇸🇪",
    "نحن نؤجل الاجتماع دائماً إلى الأسبوع القادم ثم ننسى لماذا اجتمعنا",
    "rad ett\nrad två\n\nrad fyra",
)


def apart(one: Placed, other: Placed) -> bool:
    """Whether two things share no ground."""
    return (
        one.x + one.width <= other.x + 0.5
        or other.x + other.width <= one.x + 0.5
        or one.y + one.height <= other.y + 0.5
        or other.y + other.height <= one.y + 0.5
    )


def keeps_its_promises(picture: Picture) -> None:
    """Everything inside the picture, every text inside its box, and no box on another."""
    for placed in picture.placed:
        assert placed.x >= -0.5 and placed.y >= -0.5, placed
        assert placed.x + placed.width <= picture.width + 0.5, placed
        assert placed.y + placed.height <= picture.height + 0.5, placed
        for text in placed.texts:
            assert text.y >= placed.y - 0.5 and text.y + text.height <= placed.y + placed.height + 1, placed
            assert text.x >= placed.x - 0.5, placed
            widest = max(measure(line, text.bold) for line in text.lines) * text.size
            assert text.x + widest <= placed.x + placed.width + 1, placed
        assert not placed.cut or any(text.lines[-1].endswith(MORE) for text in placed.texts), placed
    marks = [p for p in picture.placed if p.role != "mark"]  # a mark lies on its heading
    for one, other in combinations(marks, 2):
        assert apart(one, other), (one, other)
