"""An organisation's own mark on a page."""

from workshop.model.value import valueclass


@valueclass
class Badge:
    """A part of a page in an organisation's own colour, or its logotype as PNG or JPEG."""

    x: float
    y: float
    width: float
    height: float
    colour: str = ""
    image: bytes = b""
