"""Pictures of the wall without a window: for the README, the demo and the home window's thumbnails."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from workshop.model.change import State
from workshop.model.exercise import Exercise, ExerciseText
from workshop.model.picture import Picture
from workshop.model.record import Stage
from workshop.model.words import Words
from workshop.screen.drawing import BoardScene
from workshop.screen.projector.clock import StepClock
from workshop.screen.projector.room import seen_by_room, wall_picture
from workshop.screen.theme import Theme, themed

_THUMBNAIL = (480, 270)


def image(picture: Picture, theme: Theme, size: tuple[int, int]) -> QImage:
    """A picture drawn in pixels; a QApplication must be there, a screen need not."""
    scene = BoardScene()
    scene.show(picture, theme)
    made = QImage(*size, QImage.Format.Format_RGB32)
    made.fill(theme.colour("paper"))
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    scene.render(painter, QRectF(0, 0, *size), QRectF(0, 0, picture.width, picture.height))
    painter.end()
    return made


def wall_image(
    state: State,
    exercise: Exercise,
    text: ExerciseText,
    words: Words,
    size: tuple[int, int] = (1920, 1080),
    theme: str = "light",
) -> QImage:
    """What the room would see of a state, with its clock."""
    clock = StepClock()
    stage = state.need("stage", Stage)
    clock.follow(stage, exercise.step(stage.step).minutes * 60.0)
    picture = wall_picture(seen_by_room(None, state, exercise), exercise, text, words, clock, *size)
    return image(picture, themed(theme), size)


def wall_png(
    state: State,
    exercise: Exercise,
    text: ExerciseText,
    words: Words,
    path: Path,
    size: tuple[int, int] = (1920, 1080),
    theme: str = "light",
) -> None:
    """Write what the room would see of a state to a file."""
    if not wall_image(state, exercise, text, words, size, theme).save(str(path), "PNG"):  # type: ignore[call-overload]
        raise OSError(f"could not write {path}")


def pngs(pictures: Mapping[str, Picture], size: tuple[int, int]) -> dict[str, bytes]:
    """Pictures by name, drawn in the light colours as PNG bytes; where no program runs they have one to themselves."""
    app = QApplication.instance() or QApplication([])
    drawn = {name: _bytes(image(picture, themed("light"), size)) for name, picture in pictures.items()}
    del app
    return drawn


def _bytes(made: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def picture_png(state: State, exercise: Exercise, text: ExerciseText, words: Words) -> bytes:
    """A small picture of the session's wall, as PNG bytes."""
    return _bytes(wall_image(state, exercise, text, words).scaledToWidth(_THUMBNAIL[0]))
