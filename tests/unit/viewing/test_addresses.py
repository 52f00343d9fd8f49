from __future__ import annotations

import pytest

from reflection_handbook.viewing.addresses import document_url


@pytest.mark.parametrize(
    ("uri", "url"),
    [
        ("index.md", ""),
        ("teams/index.md", "teams/"),
        ("methode/2-interviews/index.md", "methode/2-interviews/"),
        ("a/b/c.md", "a/b/c/"),
    ],
)
def test_a_page_of_docs_stands_at_its_address(uri: str, url: str) -> None:
    assert document_url(uri) == url
