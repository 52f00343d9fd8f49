"""Pictures made anew, so that nothing but the picture itself is published.

A camera writes down where and when a photo was made, and with what; a program adds names and remarks. Nothing of that
is copied: the dots of a picture are read and written again, and only what is needed to show them goes along.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageFile, ImageOps, ImageSequence

from ..model.language import say
from .refusal import RefusalError

MAX_DOTS = 50_000_000
"""The largest picture, in dots, all frames of a moving one together: a few lines of a file can ask for terabytes."""
MAX_FRAMES = 500

_KEPT = ("transparency", "duration", "loop", "disposal", "blend", "default_image")
"""What a picture needs besides its dots."""
_QUALITY = 88


def clean_picture(data: bytes, kind: str) -> bytes:
    """Return the same picture without anything else in its file; the same bytes for the same picture.

    Args:
        data: the file.
        kind: what it should be: ``PNG``, ``JPEG``, ``GIF`` or ``WEBP``.

    Raises:
        RefusalError: when it is something else, is broken, or is far too large.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Pillow only warns of, is either harmless or checked here
            with Image.open(BytesIO(data), formats=[kind]) as image:
                _require_size(image)
                frames = [_upright(frame) for frame in _frames(image)]
    except RefusalError:
        raise
    except Image.DecompressionBombError:
        raise _too_large() from None
    except Exception:  # a broken picture makes its reader stumble in any way there is
        raise RefusalError(
            say("dit is geen plaatje van de soort die in de naam staat, of het is beschadigd"),
            say("Open het in een tekenprogramma en bewaar het opnieuw. Alleen de naam veranderen helpt niet."),
        ) from None
    return _written(frames, kind, lossless=b"VP8L" in data)


def _require_size(image: ImageFile.ImageFile) -> None:
    count = getattr(image, "n_frames", 1)
    if count > MAX_FRAMES or image.width * image.height * count > MAX_DOTS:
        raise _too_large()


def _too_large() -> RefusalError:
    return RefusalError(
        say("dit plaatje is te groot: meer dan {most} miljoen beeldpunten", most=MAX_DOTS // 1_000_000),
        say("Maak het kleiner: 2000 punten breed is genoeg."),
    )


def _frames(image: ImageFile.ImageFile) -> Iterator[Image.Image]:
    """Yield the frames of a moving picture, or the one of another; a phone may put a second photo into its JPEG."""
    if image.format in ("GIF", "PNG", "WEBP") and getattr(image, "is_animated", False):
        yield from (frame.copy() for frame in ImageSequence.Iterator(image))
    else:
        image.load()
        yield image.copy()


def _upright(image: Image.Image) -> Image.Image:
    """Return a picture as it is meant to be seen, without the data that says so."""
    turned = ImageOps.exif_transpose(image)
    shown = _in_usual_colours(turned)
    shown.info = {key: turned.info[key] for key in _KEPT if key in turned.info}
    return shown


def _in_usual_colours(image: Image.Image) -> Image.Image:
    """Return a picture in sRGB, so that it needs no profile of its own."""
    profile: Any = image.info.get("icc_profile")
    mode = {"CMYK": "RGB", "YCbCr": "RGB", "LAB": "RGB"}.get(image.mode, image.mode)
    if profile and image.mode in ("RGB", "CMYK", "RGBA"):
        try:
            used = ImageCms.ImageCmsProfile(BytesIO(profile))
            usual = ImageCms.createProfile("sRGB")
            if (converted := ImageCms.profileToProfile(image, used, usual, outputMode=mode)) is not None:
                return converted
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a broken profile: the colours may differ a little
    return image if image.mode == mode else image.convert(mode)


def _written(frames: list[Image.Image], kind: str, lossless: bool) -> bytes:
    first, *others = frames
    settings: dict[str, Any] = {}
    if kind == "JPEG":
        settings = {"quality": _QUALITY, "optimize": True, "progressive": True}
    elif kind == "PNG":
        settings = {"optimize": True}
    elif kind == "WEBP":
        settings = {"lossless": True} if lossless else {"quality": _QUALITY}
    if others:
        durations = [int(frame.info.get("duration", 100)) for frame in frames]
        settings |= {"save_all": True, "append_images": others, "duration": durations}
        settings |= {"loop": first.info["loop"]} if "loop" in first.info else {}
    target = BytesIO()
    first.save(target, format=kind, **settings)
    return target.getvalue()
