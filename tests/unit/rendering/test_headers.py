from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from reflection_handbook.rendering.headers import header_files, headers
from reflection_handbook.rendering.policy import Policies

SCRIPTS = ["<script>een()</script>", "<script>twee()</script><script>drie()</script>", "<script>een()</script>"]


@pytest.fixture
def policy() -> str:
    policies = Policies()
    for scripts in SCRIPTS:
        policies.of_page(scripts)
    return policies.of_site()


@pytest.fixture
def files(policy: str) -> dict[str, str]:
    return {asset.uri: asset.content.decode() for asset in header_files(policy)}


def test_the_policy_of_the_site_holds_for_every_page_and_no_more(policy: str) -> None:
    rules = {rule.split()[0]: rule.split()[1:] for rule in policy.split("; ")}
    own = set()
    for scripts in SCRIPTS:
        page = {rule.split()[0]: rule.split()[1:] for rule in Policies().of_page(scripts).split("; ")}
        own |= set(page["script-src"])
        assert {name: sources for name, sources in rules.items() if name not in ("script-src", "frame-ancestors")} == {
            name: sources for name, sources in page.items() if name != "script-src"
        }
    assert set(rules["script-src"]) == own and len(own) == 4
    assert rules["frame-ancestors"] == ["'none'"]
    assert "unsafe" not in policy and "*" not in policy


def test_the_order_of_the_pages_does_not_matter(policy: str) -> None:
    other = Policies()
    for scripts in reversed(SCRIPTS):
        other.of_page(scripts)
    assert other.of_site() == policy


def test_every_host_gets_every_header(policy: str, files: dict[str, str]) -> None:
    assert files.keys() == {"_headers", ".htaccess", "web.config", "headers.nginx.conf", "headers.caddy"}
    assert {"X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"} < set(
        headers(policy)
    )
    for name, text in files.items():
        for key, value in headers(policy).items():
            assert sum(key in line and value in line for line in text.splitlines()) == 1, (name, key)


def test_transport_security_waits_for_somebody_to_switch_it_on(files: dict[str, str]) -> None:
    for text in files.values():
        (line,) = [line.strip() for line in text.splitlines() if "Strict-Transport-Security" in line]
        assert line.startswith(("# ", "<!-- "))


def test_the_file_for_iis_is_xml_with_the_headers(policy: str, files: dict[str, str]) -> None:
    root = ET.fromstring(files["web.config"])
    assert {node.attrib["name"]: node.attrib["value"] for node in root.findall(".//customHeaders/add")} == headers(
        policy
    )


def test_the_lines_for_netlify_and_cloudflare_fit(files: dict[str, str]) -> None:
    # Source: https://developers.cloudflare.com/pages/configuration/headers/, a line has at most 2,000 characters
    assert all(len(line) < 2000 for line in files["_headers"].splitlines())
    assert "/*\n" in files["_headers"]


@pytest.mark.parametrize("name", ["headers.nginx.conf", "headers.caddy", ".htaccess"])
def test_quotes_and_braces_are_in_pairs(name: str, files: dict[str, str]) -> None:
    for line in files[name].splitlines():
        assert line.count('"') in (0, 2)
    assert files[name].count("{") == files[name].count("}")


def test_a_device_is_asked_for_nothing_but_to_fill_the_screen(policy: str) -> None:
    asked = headers(policy)["Permissions-Policy"].split(", ")
    assert [rule for rule in asked if not rule.endswith("=()")] == ["fullscreen=(self)"]
    assert {"camera=()", "microphone=()", "geolocation=()"} < set(asked)
