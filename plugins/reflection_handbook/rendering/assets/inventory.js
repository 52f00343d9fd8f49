// From approved letters to an inventory: marks pieces in people's own words, and asks whether anybody can be recognised.
// All of it lives in this tab, and is gone when the tab is closed.
(() => {
  "use strict";

  // Simple questions about a text, not proof: what looks like a person. The first word of a sentence may be a capital.
  const signs = {
    mail: /\S+@\S+\.\S+/gu,
    phone: /(?:\+31|\b0)[\s\-()]*\d(?:[\s\-()]*\d){7,9}/gu,
    number: /\b\d{8,9}\b/gu,
    postcode: /\b\d{4} ?[A-Z]{2}\b/gu,
    dated: /\b\d{1,2}[-/]\d{1,2}[-/]\d{2,4}\b/gu,
    age: /\b(?:\d{1,2}|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien)[- ]?(?:jaar|jarigen?)(?!\p{L})/giu,
    street:
      /(?<!\p{L})(?![Oo]nderweg|[Hh]alverweg)(?:\p{Lu}\p{L}*(?:straat|laan|weg|plein|gracht|kade|dijk|singel|steeg)(?!\p{L})(?: \d+)?|\p{L}+(?:straat|laan|weg|plein|gracht|kade|dijk|singel|steeg) \d+)/gu,
    name: /(?<![\p{L}'’])(?<!^["'“‘(]?)(?<![.!?:]["'”’)]? ["'“‘(]?)\p{Lu}\p{L}*\p{Ll}\p{L}*/gu,
  };
  const suspicions = (text) => {
    const found = [];
    let rest = text;
    for (const [kind, sign] of Object.entries(signs)) {
      for (const [match] of rest.matchAll(sign)) found.push({ kind, match });
      rest = rest.replace(sign, (match) => ".".repeat(match.length)); // one reason a piece is enough
    }
    return found;
  };

  const tool = window.handboek?.tool("inventaris");
  if (!tool) return;
  const { plain, quoted, id, make, kept, today } = window.handboek;
  const { part, say, place } = tool;
  const words = { ...tool.words, ...part("words").dataset };
  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const store = kept("van-brieven-naar-inventaris", { session: true });
  const checks = [...part("checks").querySelectorAll("input")];
  const longest = 200;

  // {key, kind, text, from, on, under}: `from` is what was selected, `on` the keys of the qualities of a factor, `under`
  // the key of the piece that says the same and goes along for both; 0 for a piece that goes along itself.
  let items = [];
  const next = () => Math.max(0, ...items.map(({ key }) => key)) + 1;
  const of = (kind) => items.filter((item) => item.kind === kind && !item.under);
  const same = ({ key }) => items.filter(({ under }) => under === key);
  const forget = (key) => {
    for (const factor of items) factor.on = factor.on.filter((other) => other !== key);
  };

  const remember = () =>
    store.write({ notes: part("notes").value, items, checks: checks.map(({ checked }) => checked) });

  const mark = (kind) => {
    const field = part("notes");
    const from = field.value.slice(field.selectionStart, field.selectionEnd);
    const text = plain(from);
    field.focus();
    if (text.length < 3) return say(words.select);
    if (text.length > longest) return say(words.long);
    if (items.some((item) => item.text.toLowerCase() === text.toLowerCase())) return say(words.already);
    items.push({ key: next(), kind, text, from: from.trim(), on: [], under: 0 });
    show();
    changed();
    return say(fill(words[kind], { text }));
  };

  // What changed has to be looked at again.
  const changed = () => {
    for (const box of checks) box.checked = false;
    tell();
    remember();
  };

  const button = (textContent, label, act) => {
    const made = make("button", { type: "button", className: "md-button", textContent, ariaLabel: label });
    made.addEventListener("click", act);
    return made;
  };

  // Two pieces that say the same become one, with all that hung on either.
  const join = (item, key) => {
    const head = items.find((other) => other.key === key);
    for (const one of head ? same(item) : []) one.under = key;
    if (head) {
      head.on = [...new Set([...head.on, ...item.on])];
      for (const factor of items) factor.on = [...new Set(factor.on.map((other) => (other === item.key ? key : other)))];
      item.on = [];
    }
    item.under = key;
    show();
    changed();
    say(fill(head ? words.joined : words.loosened, { text: item.text, head: head?.text }));
    place.querySelector(`select[data-key="${item.key}"]`)?.focus({ preventScroll: true });
  };
  const belongs = (item) => {
    const heads = of(item.kind).filter((head) => head !== item);
    if (!heads.length) return "";
    const select = make("select", { ariaLabel: fill(words.belongs, { text: item.text }), autocomplete: "off" });
    select.dataset.key = item.key;
    select.append(make("option", { value: 0, textContent: item.under ? words.loosen : words.joinWith }));
    for (const { key, text } of heads) {
      const option = make("option", { value: key, textContent: text });
      option.dataset.on = key;
      select.append(option);
    }
    select.value = item.under;
    select.addEventListener("change", () => join(item, Number(select.value)));
    return select;
  };
  const remove = (item) =>
    button(words.remove, `${words.remove}: ${item.text}`, () => {
      items = items.filter((one) => one !== item);
      for (const one of same(item)) one.under = 0;
      forget(item.key);
      show();
      changed();
      say(fill(words.removed, { text: item.text }));
      part("notes").focus({ preventScroll: true });
    });

  const line = (item, number) => {
    const label = fill(item.kind === "quality" ? words.labelQuality : words.labelFactor, { number });
    const input = make("input", { type: "text", value: item.text, maxLength: longest, ariaLabel: label, autocomplete: "off" });
    input.addEventListener("input", () => {
      item.text = plain(input.value);
      for (const name of place.querySelectorAll(`[data-on="${item.key}"]`)) name.textContent = item.text;
      changed();
    });
    const other = item.kind === "quality" ? words.toFactor : words.toQuality;
    const row = make(
      "li",
      {},
      input,
      make(
        "span",
        { className: "hb-items__acts" },
        belongs(item),
        button(other, `${other}: ${item.text}`, () => {
          const kind = item.kind === "quality" ? "factor" : "quality";
          for (const one of [item, ...same(item)]) Object.assign(one, { kind, on: [] });
          forget(item.key);
          show();
          changed();
          part("notes").focus({ preventScroll: true });
        }),
        remove(item),
      ),
    );
    const others = same(item).map((one) =>
      make("li", {}, make("q", { textContent: one.text }), make("span", { className: "hb-items__acts" }, belongs(one), remove(one))),
    );
    if (others.length) row.append(make("ul", { className: "hb-items__same", ariaLabel: fill(words.same, { text: item.text }) }, ...others));
    if (item.kind === "factor" && of("quality").length) row.append(rests(item));
    return row;
  };

  const rests = (factor) => {
    const group = make("fieldset", { className: "hb-items__on" }, make("legend", { textContent: words.rests }));
    for (const quality of of("quality")) {
      const box = make("input", { type: "checkbox", checked: factor.on.includes(quality.key), autocomplete: "off" });
      box.addEventListener("change", () => {
        factor.on = factor.on.filter((key) => key !== quality.key);
        if (box.checked) factor.on.push(quality.key);
        tell();
        remember();
      });
      const name = make("span", { textContent: quality.text });
      name.dataset.on = quality.key;
      group.append(make("label", {}, box, name));
    }
    return group;
  };

  const show = () => {
    for (const [list, kind] of [["qualities", "quality"], ["factors", "factor"]]) {
      part(list).replaceChildren(...of(kind).map((item, index) => line(item, index + 1)));
      part(`no-${list}`).hidden = of(kind).length > 0;
    }
    tell();
  };

  // The notes once more, with the marked pieces lit; the field itself stays plain text.
  const light = () => {
    const notes = part("notes").value;
    const pieces = items
      .map(({ from, kind }) => ({ at: notes.indexOf(from), from, kind }))
      .filter(({ at, from }) => at >= 0 && from)
      .sort((one, other) => one.at - other.at);
    const shown = [];
    let done = 0;
    for (const { at, from, kind } of pieces) {
      if (at < done) continue;
      shown.push(notes.slice(done, at), make("mark", { textContent: from, className: `hb-mark--${kind}` }));
      done = at + from.length;
    }
    part("marked").replaceChildren(...shown, notes.slice(done));
  };

  const tell = () => {
    light();
    const written = items.filter(({ text, under }) => text && !under);
    const found = written.flatMap(({ text }) => suspicions(text));
    const lines = found.map(({ kind, match }) => make("li", { textContent: fill(words[kind], { found: match }) }));
    if (!lines.length && written.length) lines.push(make("li", { textContent: words.clean, className: "hb-tool__fine" }));
    part("warnings").replaceChildren(...lines);
    const ready = written.length > 0 && checks.every(({ checked }) => checked);
    part("ready").hidden = !ready;
    part("not-yet").hidden = ready;
    if (ready) write(written);
    else part("block").value = "";
  };

  const write = (written) => {
    const ids = new Map();
    const taken = { quality: [], factor: [] };
    for (const { key, kind, text } of written) {
      ids.set(key, id(text, taken[kind], kind === "quality" ? "kwaliteit" : "factor"));
      taken[kind].push(ids.get(key));
    }
    const lines = [];
    for (const [kind, key] of [["quality", "kwaliteiten"], ["factor", "werkzame_factoren"]]) {
      const mine = written.filter((item) => item.kind === kind);
      if (mine.length) lines.push(`${key}:`);
      for (const item of mine) {
        lines.push(`  - id: ${ids.get(item.key)}`, `    naam: ${quoted(item.text)}`);
        const on = item.on.filter((other) => ids.has(other)).map((other) => ids.get(other));
        if (on.length) lines.push(`    kwaliteiten: [${on.join(", ")}]`);
      }
    }
    tool.give(lines);
  };

  part("mark-quality").addEventListener("click", () => mark("quality"));
  part("mark-factor").addEventListener("click", () => mark("factor"));
  part("notes").addEventListener("input", () => {
    light();
    remember();
  });
  for (const box of checks) {
    box.addEventListener("change", () => {
      tell();
      remember();
    });
  }
  tool.take(() => `inventaris-${today()}.yml`);
  part("wipe").addEventListener("click", () => {
    store.clear();
    items = [];
    part("notes").value = "";
    for (const box of checks) box.checked = false;
    show();
    say(words.wiped);
    part("notes").focus();
  });

  const found = store.read();
  let broken = store.broken;
  part("notes").value = typeof found?.notes === "string" ? found.notes : "";
  const right = (item) =>
    Number.isInteger(item?.key) && ["quality", "factor"].includes(item.kind) && typeof item.text === "string";
  const given = Array.isArray(found?.items) ? found.items : [];
  items = given.filter(right).map(({ key, kind, text, from, on, under }) => ({
    key,
    kind,
    text: plain(text).slice(0, longest),
    from: typeof from === "string" ? from : "",
    on: Array.isArray(on) ? on.filter(Number.isInteger) : [],
    under,
  }));
  const heads = items.filter(({ under }) => !under);
  for (const item of items) item.under = heads.find(({ key, kind }) => key === item.under && kind === item.kind)?.key ?? 0;
  if (found && (items.length < given.length || typeof found.notes !== "string" || !Array.isArray(found.items))) broken = true;
  checks.forEach((box, index) => (box.checked = !broken && found?.checks?.[index] === true));
  if (broken) say(words.broken);
  show();
})();
