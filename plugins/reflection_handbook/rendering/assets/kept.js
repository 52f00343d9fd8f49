// What the tools of the handbook have in common: keeping something on this device, handing it over, showing one screen.
// Nothing here talks to a server. One name is added to the window: `handboek`.
(() => {
  "use strict";

  // A handbook keeps its own things apart from those of another one on the same server.
  const root = (() => {
    try {
      return new URL("../../", document.currentScript.src).pathname;
    } catch {
      return "";
    }
  })();
  const memory = new Map();

  // A place to keep one object: in the browser when it lets us, else until the page is left. With `session` it is gone
  // when the tab is closed. `broken` says that something was kept that cannot be read; it is left out, not repaired.
  const kept = (name, { session = false } = {}) => {
    const key = `handboek ${root} ${name}`;
    const storage = () => (session ? window.sessionStorage : window.localStorage);
    let broken = false;
    let lasting = true;
    return Object.freeze({
      read() {
        let text = memory.get(key) ?? null;
        try {
          text ??= storage().getItem(key);
        } catch {
          lasting = false;
        }
        broken = false;
        if (text === null) return null;
        try {
          const found = JSON.parse(text);
          if (found && typeof found === "object" && !Array.isArray(found)) return found;
        } catch {
          // Told below.
        }
        broken = true;
        return null;
      },
      write(object) {
        const text = JSON.stringify(object);
        try {
          storage().setItem(key, text);
          memory.delete(key);
          lasting = true;
        } catch {
          memory.set(key, text);
          lasting = false;
        }
      },
      clear() {
        memory.delete(key);
        broken = false;
        try {
          storage().removeItem(key);
        } catch {
          lasting = false;
        }
      },
      get broken() {
        return broken;
      },
      get lasting() {
        return lasting;
      },
    });
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Older browsers, and pages that may not use it.
    }
    const before = document.activeElement;
    const field = Object.assign(document.createElement("textarea"), { value: text, className: "hb-hidden" });
    document.body.append(field);
    field.select();
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch {
      // Then it is selected by hand.
    }
    field.remove();
    before?.focus?.();
    return done;
  };

  const save = (filename, text, type = "text/plain") => {
    const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    const link = Object.assign(document.createElement("a"), { href: address, download: filename, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };

  // Text on one line, without signs that nobody sees: a portfolio refuses those.
  const plain = (text) =>
    String(text)
      .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
      .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, "")
      .trim();

  // Text as YAML: between single quotes nothing has a meaning, except the quote itself.
  const quoted = (text) => `'${plain(text).replaceAll("'", "''")}'`;

  // A short name for a text, as `model/base.py` wants an id; `taken` are those already given.
  const id = (text, taken = [], otherwise = "naamloos") => {
    const words = String(text)
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter(Boolean);
    let found = "";
    for (const word of words) {
      if (found && found.length + word.length > 40) break;
      found += (found ? "-" : "") + word.slice(0, 40);
    }
    found ||= otherwise;
    let free = found;
    for (let number = 2; taken.includes(free); number += 1) free = `${found}-${number}`;
    return free;
  };

  const today = () => {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  // A sentence of the page with its {gaps} filled in.
  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

  // A text as a search compares it: without capitals and accents.
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // Wakes the fields and buttons of a tool (rendering/controls.py); nothing else comes out of a page this way.
  const controls = ["button", "fieldset", "form", "input", "label", "legend", "option", "select", "textarea"];
  const own =
    "type min max maxlength rows inputmode pattern value name for checked selected readonly wrap spellcheck autocomplete autocapitalize".split(" ");
  const common = /^(?:id|class|hidden|data-(?!as(?:-|$)).+|aria-.+)$/;
  const wake = (place) => {
    for (const asleep of place.querySelectorAll("[data-as]")) {
      if (!controls.includes(asleep.dataset.as)) continue;
      const made = document.createElement(asleep.dataset.as);
      for (const { name, value } of asleep.attributes) {
        const bare = name.replace(/^data-as-/, "");
        if (bare !== name ? own.includes(bare) : common.test(name)) made.setAttribute(bare, value);
      }
      made.append(...asleep.childNodes);
      asleep.replaceWith(made);
    }
  };

  // The frame of a tool (macro `tool`): its parts by name, one screen at a time, and what it tells a screen reader.
  const tool = (name) => {
    const place = document.querySelector(`[data-tool="${name}"]`);
    if (!place) return null;
    wake(place);
    place.hidden = false;
    for (const without of document.querySelectorAll("[data-without]")) without.hidden = true;
    const part = (wanted) => place.querySelector(`[data-part="${wanted}"]`);
    const told = part("told");
    const say = (text) => {
      told.textContent = "";
      // A sentence that is said again is heard again.
      setTimeout(() => (told.textContent = text), 50);
    };
    // What was said goes with the next thing that is done.
    for (const kind of ["click", "input"]) place.addEventListener(kind, () => (told.textContent = ""), true);
    const open = (wanted, { focus = true } = {}) => {
      told.textContent = "";
      for (const screen of place.querySelectorAll("[data-screen]")) screen.hidden = screen.dataset.screen !== wanted;
      if (!focus) return;
      const heading = place.querySelector(`[data-screen="${wanted}"] [tabindex="-1"]`);
      heading?.focus({ preventScroll: true });
      place.scrollIntoView({ block: "start" });
    };
    const take = (filename) => {
      part("copy").addEventListener("click", async () => {
        say((await copy(part("block").value)) ? place.dataset.copied : place.dataset.notCopied);
      });
      part("save").addEventListener("click", () => {
        save(filename(), `${part("block").value}\n`);
        say(place.dataset.saved);
      });
    };
    const give = (lines) => {
      part("block").value = lines.join("\n");
      part("block").rows = Math.min(lines.length + 1, 18);
    };
    return Object.freeze({ place, part, say, open, take, give, words: place.dataset });
  };

  window.handboek = Object.freeze({ kept, copy, save, plain, quoted, id, today, fill, folded, make, tool });
})();
