"""Pictures made anew: the picture stays, and all that was written into its file goes."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageCms, PngImagePlugin

from reflection_handbook.loading import pictures
from reflection_handbook.loading.pictures import clean_picture
from reflection_handbook.loading.refusal import RefusalError

SECRET = b"GEHEIM-van-de-maker"


def dots(mode: str = "RGB", size: tuple[int, int] = (40, 20)) -> Image.Image:
    """Return a picture that looks different upside down and sideways."""
    image = Image.linear_gradient("L").resize(size)
    image.paste(0, (0, 0, size[0] // 2, size[1] // 2))
    return image.convert("RGB").convert(mode)


def remarks() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", SECRET.decode())
    info.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    return info


def exif(turned: int = 1) -> Image.Exif:
    data = Image.Exif()
    data[0x010F] = SECRET.decode()  # the maker of the camera
    data[0x0112] = turned
    data.get_ifd(0x8825)[2] = (52.0, 5.0, 1.0)  # where it was made
    return data


def profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def written(image: Image.Image, kind: str, **settings: Any) -> bytes:
    target = BytesIO()
    image.save(target, format=kind, **settings)
    return target.getvalue()


FRAMES: dict[str, Any] = {"save_all": True, "append_images": [dots().rotate(180), dots().rotate(90)], "loop": 0}

PICTURES = {
    "photo": ("JPEG", written(dots(), "JPEG", exif=exif(), comment=SECRET, xmp=SECRET, icc_profile=profile())),
    "photo for print": ("JPEG", written(dots("CMYK"), "JPEG", comment=SECRET)),
    "grey photo": ("JPEG", written(dots("L"), "JPEG", comment=SECRET, exif=exif())),
    "two photos in one": ("JPEG", written(dots(), "MPO", save_all=True, append_images=[dots()], exif=exif())),
    "png": ("PNG", written(dots(), "PNG", pnginfo=remarks(), exif=exif(), icc_profile=profile())),
    "see-through png": ("PNG", written(dots("RGBA"), "PNG", pnginfo=remarks())),
    "png with few colours": ("PNG", written(dots().quantize(8), "PNG", pnginfo=remarks(), transparency=0)),
    "moving png": ("PNG", written(dots(), "PNG", pnginfo=remarks(), duration=[50, 90, 120], **FRAMES)),
    "gif": ("GIF", written(dots().quantize(), "GIF", comment=SECRET)),
    "moving gif": ("GIF", written(dots(), "GIF", comment=SECRET, duration=[50, 90, 120], **FRAMES)),
    "webp": ("WEBP", written(dots(), "WEBP", exif=exif(), xmp=SECRET, icc_profile=profile())),
    "exact webp": ("WEBP", written(dots(), "WEBP", lossless=True, exif=exif(), xmp=SECRET)),
    "moving webp": ("WEBP", written(dots(), "WEBP", xmp=SECRET, duration=[50, 90, 120], **FRAMES)),
}


@pytest.mark.parametrize("name", PICTURES)
def test_nothing_that_was_written_into_the_file_is_left(name: str) -> None:
    kind, data = PICTURES[name]
    assert SECRET in data
    clean = clean_picture(data, kind)
    with Image.open(BytesIO(clean)) as image:
        assert not image.getexif()
        assert not {"icc_profile", "exif", "xmp", "comment", "Author", "photoshop", "dpi"} & set(image.info)
    assert SECRET not in clean and b"Exif" not in clean and b"http://ns.adobe.com" not in clean


@pytest.mark.parametrize("name", PICTURES)
def test_the_picture_itself_stays(name: str) -> None:
    kind, data = PICTURES[name]
    with Image.open(BytesIO(data)) as before, Image.open(BytesIO(clean_picture(data, kind))) as after:
        assert after.format == kind and after.size == before.size
        apart = ImageChops.difference(before.convert("RGB"), after.convert("RGB"))
        assert max(high for _, high in apart.getextrema()) <= (0 if kind in ("PNG", "GIF") else 40)


@pytest.mark.parametrize("name", PICTURES)
def test_the_same_picture_gives_the_same_bytes(name: str) -> None:
    kind, data = PICTURES[name]
    assert clean_picture(data, kind) == clean_picture(data, kind)


@pytest.mark.parametrize("name", [name for name in PICTURES if name.startswith("moving")])
def test_a_moving_picture_keeps_its_frames_and_their_time(name: str) -> None:
    kind, data = PICTURES[name]
    with Image.open(BytesIO(clean_picture(data, kind))) as image:
        assert getattr(image, "n_frames", 1) == 3
        times = []
        for frame in range(3):
            image.seek(frame)
            image.load()
            times.append(int(image.info["duration"]))
    assert times == [50, 90, 120]


def test_a_photo_on_its_side_is_put_upright() -> None:
    sideways = written(dots(), "PNG", exif=exif(turned=6))
    with Image.open(BytesIO(clean_picture(sideways, "PNG"))) as image:
        assert image.size == (20, 40)
        assert not any(high for _, high in ImageChops.difference(image, dots().rotate(-90, expand=True)).getextrema())


def _bomb(side: int) -> bytes:
    """Return a PNG of a hundred bytes that says to be a square with this side."""
    head = b"IHDR" + struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


@pytest.mark.parametrize("side", [8_000, 12_000, 30_000, 2_000_000])
def test_a_picture_that_is_too_large_is_refused_before_it_is_unpacked(side: int) -> None:
    with pytest.raises(RefusalError, match=r"te groot|beschadigd"):
        clean_picture(_bomb(side), "PNG")


def test_frames_count_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MAX_DOTS", 40 * 20 * 3 - 1)
    assert clean_picture(PICTURES["gif"][1], "GIF")
    with pytest.raises(RefusalError, match="te groot"):
        clean_picture(PICTURES["moving gif"][1], "GIF")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PICTURES["photo"][1], "PNG"),
        (PICTURES["png"][1], "JPEG"),
        (PICTURES["photo"][1][:400], "JPEG"),
        (PICTURES["png"][1][:60], "PNG"),
        (b"<svg onload='alert(1)'/>", "PNG"),
        (b"GIF89a<script>alert(1)</script>", "GIF"),
        (b"", "WEBP"),
    ],
    ids=["photo as png", "png as photo", "half a photo", "half a png", "svg as png", "script as gif", "nothing"],
)
def test_a_broken_or_lying_file_is_refused(data: bytes, kind: str) -> None:
    with pytest.raises(RefusalError, match="beschadigd"):
        clean_picture(data, kind)


def test_what_somebody_pasted_behind_a_picture_is_gone() -> None:
    clean = clean_picture(PICTURES["gif"][1] + b"<script>alert(1)</script>", "GIF")
    assert b"script" not in clean
