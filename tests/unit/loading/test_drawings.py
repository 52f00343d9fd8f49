"""What a drawing may hold, and what not."""

from __future__ import annotations

import pytest

from reflection_handbook.loading.drawings import check_drawing
from reflection_handbook.loading.refusal import RefusalError

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'

ALLOWED = [
    "<title>Ring</title><desc>Een ring</desc><g id='a'><path d='M0 0h9'/><circle r='4'/></g><use href='#a'/>",
    "<defs><linearGradient id='g'><stop offset='0'/></linearGradient></defs><rect fill='url(#g)' width='9'/>",
    "<style>.a { fill: url(#g); stroke: red }</style><text class='a' x='1'>on = aan</text>",
    "<style><![CDATA[.a > .b { fill: red }]]></style>",
    "<path style='fill: none; mask: url(#m)' d='M0 0'/>",
    "<a href='https://goed.example'><text>meer</text></a><a xlink:href='../over/'><text>over</text></a>",
    "<text xml:space='preserve' xml:lang='nl'>  ja  </text>",
    "<filter id='f'><feGaussianBlur stdDeviation='2'/></filter><g filter='url(#f)'/>",
]

REFUSED = [
    ("<script>alert(1)</script>", 2),
    ("<g>\n<SCRIPT/></g>", 3),
    ("<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>", 2),
    ("<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>", 2),
    ("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>", 2),
    ("<rect onclick='alert(1)'/>", 2),
    ("<rect\n ONLOAD='alert(1)'/>", 2),
    ("<a href='javascript:alert(1)'><text>x</text></a>", 2),
    ("<a xlink:href='&#106;ava&#9;script:alert(1)'><text>x</text></a>", 2),
    ("<a href='data:text/html,x'><text>x</text></a>", 2),
    ("<use href='https://elders.example/x.svg#a'/>", 2),
    ("<use xlink:href='ander.svg#a'/>", 2),
    ("<image href='https://elders.example/x.png'/>", 2),
    ("<image href='data:image/png;base64,AA'/>", 2),
    ("<feImage href='#a'/>", 2),
    ("<animate attributeName='href' to='javascript:alert(1)'/>", 2),
    ("<set attributeName='onclick' to='alert(1)'/>", 2),
    ("<style>@import 'https://elders.example/x.css';</style>", 2),
    ("<style>@\\69mport 'x.css';</style>", 2),
    ("<style>.a { fill: url(https://elders.example/x) }</style>", 2),
    ("<style>.a { fill: url( 'x.png' ) }</style>", 2),
    ("<style>@font-face { src: url(x.woff) }</style>", 2),
    ("<rect style='fill: URL(//elders.example/x)'/>", 2),
    ("<rect fill='url(https://elders.example/x)'/>", 2),
    ("<metadata>Gemaakt door iemand</metadata>", 2),
    ("<i:view xmlns:i='http://www.inkscape.org/namespaces/inkscape'/>", 2),
    ("<g i:label='laag' xmlns:i='http://www.inkscape.org/namespaces/inkscape'/>", 2),
    ("<g xml:base='https://elders.example/'/>", 2),
    ("<?xml-stylesheet href='https://elders.example/x.css'?>", 2),
    ("<iframe src='x'/>", 2),
    ("<g>" * 300 + "</g>" * 300, 2),
    ("<g>", 3),
]

WHOLE = [
    f'<!DOCTYPE svg [<!ENTITY a "b">]>\n{OPEN}</svg>',
    f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n{OPEN}</svg>',
    f'<?xml version="1.0" encoding="utf-16"?>\n{OPEN}</svg>',
    f'<?xml-stylesheet href="x.css"?>\n{OPEN}</svg>',
    "<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>",
    "<svg><path/></svg>",
    "geen tekening",
    "",
]


@pytest.mark.parametrize("inside", ALLOWED)
def test_what_only_draws_is_allowed(inside: str) -> None:
    check_drawing(f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- ring -->\n{OPEN}\n{inside}\n</svg>')


@pytest.mark.parametrize(("inside", "line"), REFUSED)
def test_what_does_more_than_draw_is_refused_with_its_line(inside: str, line: int) -> None:
    with pytest.raises(RefusalError) as caught:
        check_drawing(f"{OPEN}\n{inside}\n</svg>")
    assert caught.value.line == line
    assert caught.value.message and caught.value.hint


@pytest.mark.parametrize("text", WHOLE)
def test_a_file_that_is_no_plain_drawing_is_refused(text: str) -> None:
    with pytest.raises(RefusalError):
        check_drawing(text)


def test_a_billion_laughs_are_never_counted() -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    with pytest.raises(RefusalError, match="DOCTYPE"):
        check_drawing(f'<!DOCTYPE svg [<!ENTITY a0 "ha">{entities}]>{OPEN}<text>&a11;</text></svg>')
