"""A block's title on the wall: all of it is on the picture, nothing covers anything, the back row reads it."""

from hypothesis import example, given
from hypothesis import strategies as some

from tests.room import WORDS, played, staged, the_exercise
from workshop.look import measure
from workshop.model import planning
from workshop.model.record import Stage
from workshop.model.stage import CORNER, view_of, wall, wall_letters
from workshop.model.visible import Audience, visible

SIZES = [(1920, 1080), (1024, 768), (3840, 2160), (1280, 800)]
LONG = "Återkoppling från styrgruppens samverkansöverenskommelse mellan kommun, region och försäkringskassa"
titles = some.one_of(some.sampled_from(["Fika", LONG, "A" * 120]), some.text("abc åäö", min_size=1, max_size=90))
names = some.one_of(some.just(""), some.text("abcd åäö", max_size=120))


@given(
    titles, names, names, some.sampled_from(["break", "talk", "meal", "group"]), some.booleans(),
    some.sampled_from(SIZES), some.floats(4, 20),
)  # fmt: skip
@example(LONG, LONG, LONG, "break", True, (1024, 768), 20.0)
@example("Fika", "", "", "talk", False, (1920, 1080), 8.0)
def test_all_is_on_the_picture_and_nothing_covers_anything(title, leads, place, kind, runs, size, depth):
    state = played()["write"]
    for said, what in ((title, kind), (LONG, "talk")):
        state = planning.add_block(state, said.strip() or "x", kind=what, minutes=25, day=0).apply(state)
    block = next(b for b in state.all(planning.Block) if b.kind == kind)
    state = planning.edit_block(state, block.id, leads=leads.strip(), place=place.strip()).apply(state)
    state = staged(state, block=block.id, until="15:20", depth=depth, since=1.0 if runs else 0.0)
    exercise, text = the_exercise()
    board = f"{state.need('stage', Stage).run}:{exercise.step('write').board}"
    seen = visible(state, Audience.ROOM, board)
    picture = wall(view_of(seen, exercise, text, WORDS), text, size[0], size[1], measure)
    least = wall_letters(seen.need("stage", Stage), size[1])[1]
    texts = [placed.texts[0] for placed in picture.placed if placed.texts]
    assert all(line.size >= least - 0.01 for line in texts)
    boxes = [
        (t.x, t.y, t.x + max(measure(line, t.bold) for line in t.lines) * t.size, t.y + t.height) for t in texts
    ] + [(p.x, p.y, p.x + p.width, p.y + p.height) for p in picture.placed if p.id == CORNER and p.width]
    for left, top, right, bottom in boxes:
        assert left >= 0 and top >= 0 and right <= size[0] + 1 and bottom <= size[1] + 1
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] + 1 or other[3] <= one[1] + 1
            assert apart, (one, other)
    assert (title.split() or ["x"])[0][:1] in picture.words()
