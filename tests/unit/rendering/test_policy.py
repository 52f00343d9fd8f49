"""The policy under which a page runs."""

from __future__ import annotations

import base64
import hashlib

from reflection_handbook.rendering.policy import Policies, policy_of_file

SCRIPT = "a=1"


def _rules(html: str) -> dict[str, list[str]]:
    return {rule.split()[0]: rule.split()[1:] for rule in Policies().of_page(html).split("; ")}


def test_nothing_unsafe_and_no_other_host_is_allowed() -> None:
    rules = _rules("<script>a=1</script>")
    assert rules["default-src"] == ["'none'"]
    assert not [source for sources in rules.values() for source in sources if "unsafe" in source or "*" in source]
    allowed = {source for sources in rules.values() for source in sources if not source.startswith("'sha256-")}
    assert allowed == {"'none'", "'self'", "data:"}
    assert rules["img-src"] == ["'self'", "data:"]


def test_each_inline_script_of_the_theme_gets_its_hash_once() -> None:
    digest = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    assert _rules(f"<script>{SCRIPT}</script>\n<script>{SCRIPT}</script>")["script-src"] == [
        "'self'",
        f"'sha256-{digest}'",
    ]


def test_scripts_from_files_and_data_get_none() -> None:
    html = '<script src="x.js"></script><script id="c" type="application/json">{}</script>'
    assert _rules(html)["script-src"] == ["'self'"]


def test_without_inline_scripts_only_shipped_files_run() -> None:
    assert _rules("")["script-src"] == ["'self'"]


def test_a_page_of_our_own_without_the_theme_may_have_what_lies_beside_it_and_nothing_else() -> None:
    rules = {rule.split()[0]: rule.split()[1:] for rule in policy_of_file().split("; ")}
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == ["'none'"]
    assert {source for sources in rules.values() for source in sources} == {"'none'", "'self'", "file:"}
