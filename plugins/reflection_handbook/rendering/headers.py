"""What a server should send with every page, ready for common hosts.

A policy on the page itself holds wherever the site stands. What a server sends holds for every file, and says some
things that a page cannot say of itself. Source: https://owasp.org/www-project-secure-headers/
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from ..model.language import say
from .outputs import Asset

_OFF = """
    accelerometer autoplay browsing-topics camera display-capture encrypted-media geolocation gyroscope hid
    identity-credentials-get idle-detection local-fonts magnetometer microphone midi payment picture-in-picture
    publickey-credentials-get screen-wake-lock serial storage-access usb window-management
    xr-spatial-tracking
""".split()
"""What a page may ask of a device. Ours asks one thing, which is not among these: a presentation fills the screen.

Source: https://www.w3.org/TR/permissions-policy/
"""

_TRANSPORT = ("Strict-Transport-Security", "max-age=31536000")

_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
"""Kinds of files that not every server knows; without the right kind a careful browser refuses them."""


def headers(policy: str) -> Mapping[str, str]:
    """Return the headers for every file of the site.

    Args:
        policy: the Content-Security-Policy of the whole site.
    """
    return {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": ", ".join(["fullscreen=(self)", *(f"{feature}=()" for feature in _OFF)]),
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def header_files(policy: str) -> Iterator[Asset]:
    """Yield the headers as the files that common hosts read: each its own, and no harm to another's."""
    makers: dict[str, Callable[[Mapping[str, str]], list[str]]] = {
        "_headers": _plain,
        ".htaccess": _apache,
        "web.config": _iis,
        "headers.nginx.conf": _nginx,
        "headers.caddy": _caddy,
    }
    for name, maker in makers.items():
        yield Asset(name, "".join(f"{line}\n" for line in maker(headers(policy))).encode())


def _listed(
    about: str, found: Mapping[str, str], line: str, opening: Iterable[str] = (), closing: Iterable[str] = ()
) -> list[str]:
    """Return the lines for a host that takes a header a line, and comments behind a ``#``.

    Args:
        about: what the file is for.
        found: the headers.
        line: how the host writes one, with ``{name}`` and ``{value}``.
        opening: what stands before them.
        closing: what stands after them.
    """
    indent = line[: len(line) - len(line.lstrip())]
    name, value = _TRANSPORT
    return [
        f"# {about}",
        *opening,
        *(line.format(name=key, value=text) for key, text in found.items()),
        f"{indent}# {_advice()}",
        f"{indent}# {line.lstrip().format(name=name, value=value)}",
        *closing,
    ]


def _plain(found: Mapping[str, str]) -> list[str]:
    """Return the lines for Netlify and Cloudflare Pages."""
    return _listed(_about("Netlify, Cloudflare Pages"), found, "  {name}: {value}", ["/*"])


def _apache(found: Mapping[str, str]) -> list[str]:
    types = (f'  AddType "{kind}" {ending}' for ending, kind in _TYPES.items())
    return _listed(
        _about("Apache"),
        found,
        '  Header always set {name} "{value}"',
        ["<IfModule mod_headers.c>"],
        ["</IfModule>", "<IfModule mod_mime.c>", *types, "</IfModule>"],
    )


def _nginx(found: Mapping[str, str]) -> list[str]:
    use = say("Zet in het blok ‘server’: include …/headers.nginx.conf;")
    return _listed(f"{_about('nginx')} {use}", found, 'add_header {name} "{value}" always;')


def _caddy(found: Mapping[str, str]) -> list[str]:
    use = say("Zet in het blok van de site: import …/headers.caddy")
    return _listed(f"{_about('Caddy')} {use}", found, '  {name} "{value}"', ["header {"], ["}"])


def _iis(found: Mapping[str, str]) -> list[str]:
    name, value = _TRANSPORT
    return [
        '<?xml version="1.0" encoding="utf-8"?>',
        f"<!-- {_about('IIS')} -->",
        "<configuration><system.webServer>",
        "  <staticContent>",
        *(
            f'    <remove fileExtension="{ending}" /><mimeMap fileExtension="{ending}" mimeType="{kind}" />'
            for ending, kind in _TYPES.items()
        ),
        "  </staticContent>",
        "  <httpProtocol><customHeaders>",
        *(f'    <remove name="{key}" /><add name="{key}" value="{text}" />' for key, text in found.items()),
        f"    <!-- {_advice()} -->",
        f'    <!-- <add name="{name}" value="{value}" /> -->',
        "  </customHeaders></httpProtocol>",
        "</system.webServer></configuration>",
    ]


def _about(host: str) -> str:
    return say("Veilige instellingen voor {host}. Elke bouw schrijft dit bestand opnieuw.", host=host)


def _advice() -> str:
    return say("Werkt de site alleen met https? Zet dan ook de volgende regel aan.")
