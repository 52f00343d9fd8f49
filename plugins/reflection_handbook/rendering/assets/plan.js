// The plan builder. The plan is what stands behind the # of the address, so no server ever sees it; notes and the name
// stay on this device unless somebody puts them into the address. Without it the page shows the ready-made plans.
(() => {
  "use strict";

  const place = document.querySelector(".hb-planner");
  if (!place || !window.handboekPlan || !window.handboek) return;
  const rules = window.handboekPlan;
  const words = JSON.parse(place.dataset.words);
  const remarkWords = JSON.parse(place.dataset.remarks);
  const bank = new Map(JSON.parse(place.dataset.bank).map((question) => [question.code, question]));
  const kinds = new Map(JSON.parse(place.dataset.kinds).map(([sign, kind, word]) => [sign, { kind, word }]));
  const now = new Map([...bank].map(([sign, question]) => [sign, question.now]));
  const ready = new Map(
    [...document.querySelectorAll(".hb-plans__one")].map((one) => [
      one.dataset.code,
      {
        id: one.id,
        title: one.dataset.title,
        purpose: one.dataset.purpose,
        value: new URLSearchParams(one.dataset.address).get("plan"),
        remarks: [...one.querySelectorAll("li")].map(({ dataset }) => [dataset.code, dataset.remark]),
      },
    ]),
  );
  const kept = window.handboek.kept("plan");
  const most = { note: 500, title: 80, plans: 30 };

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const button = (textContent, act, label, className = "hb-planner__button") => {
    const made = make("button", { type: "button", className, textContent });
    if (label) made.ariaLabel = label;
    made.addEventListener("click", act);
    return made;
  };
  const labelled = (text, field, className = "") =>
    make("label", { className }, make("span", { textContent: text }), field);

  // The state: what is in the address, with what was typed beside it.
  let plan = { minutes: rules.usual.minutes, leader: "n", base: "0", parts: [] };
  let title = "";
  let undo = null;
  let value = "";

  const named = (sign) => kinds.get(sign)?.word ?? bank.get(sign)?.text ?? "";
  const asText = () => rules.text({ ...plan, parts: plan.parts.map(({ sign, minutes }) => [sign, minutes]) });
  const bare = (text) => text.split(".").slice(4).join(".");
  const name = () => title || ready.get(plan.base)?.title || words.mine;
  const total = () => plan.parts.reduce((sum, part) => sum + part.minutes, 0);

  // What the handbook says with each part of a ready-made plan goes along with that part, wherever it is moved.
  const hints = () => {
    const left = [...(ready.get(plan.base)?.remarks ?? [])];
    return plan.parts.map(({ sign }) => {
      const at = left.findIndex(([other]) => other === sign);
      return at < 0 ? "" : left.splice(at, 1)[0][1];
    });
  };

  const fragment = (typed) => {
    const query = new URLSearchParams();
    if (typed && title) query.set("titel", title);
    if (typed) plan.parts.forEach(({ note }, at) => note && query.set(`notitie.${at + 1}`, note));
    const rest = query.toString();
    return `#plan=${asText()}${rest ? `&${rest}` : ""}`;
  };
  const address = () => window.location.href.replace(/#.*$/, "") + fragment(withNotes.checked);

  const remember = () => {
    const before = value;
    value = asText();
    const all = kept.read()?.plans ?? [];
    const others = all.filter(([other]) => other !== value && other !== before);
    const mine = [value, title, plan.parts.map(({ note }) => note)];
    kept.write({ plans: [mine, ...others].slice(0, most.plans) });
    try {
      window.history.replaceState(null, "", plan.parts.length || title ? fragment(withNotes.checked) : "#");
    } catch {
      // A browser that keeps no addresses for files from a folder: the plan is kept on the device all the same.
    }
  };

  const told = make("p", { className: "hb-planner__told" });
  told.setAttribute("role", "status");
  const say = (text, again) => {
    told.replaceChildren(text);
    if (again) told.append(" ", button(words.undo, again));
  };

  // Every change goes through here; `focus` finds what has the keyboard afterwards.
  const change = (act, text, focus) => {
    const before = { plan: structuredClone(plan), title };
    act();
    undo = before;
    draw();
    remember();
    if (text) say(text, () => change(() => ({ plan, title } = undo), words.undo, () => list));
    focus?.()?.focus();
  };
  const shift = (at, by) => {
    const to = at + by;
    if (to < 0 || to >= plan.parts.length) return;
    const part = plan.parts[at];
    change(
      () => plan.parts.splice(to, 0, ...plan.parts.splice(at, 1)),
      fill(words.moved, { what: named(part.sign), number: to + 1 }),
      () => {
        const wanted = list.children[to].querySelector(by < 0 ? "[data-move=up]" : "[data-move=down]");
        return wanted.disabled ? list.children[to].querySelector("[data-move]:enabled") : wanted;
      },
    );
  };

  // The head: name, time and who leads.
  const titleField = make("input", { type: "text", maxLength: most.title, autocomplete: "off" });
  titleField.addEventListener("input", () => {
    title = titleField.value;
    sheet();
    remember();
  });
  const minutesField = make("input", { type: "number", min: "1", max: String(rules.most.minutes), inputMode: "numeric" });
  minutesField.addEventListener("input", () => {
    const found = rules.whole(minutesField.value);
    if (found === null) return;
    plan.minutes = found;
    figures();
    remember();
  });
  const leaderField = make("select");
  for (const [sign, text] of [["n", words.leaderN], ["x", words.leaderX], ["e", words.leaderE]]) {
    leaderField.append(make("option", { value: sign, textContent: text }));
  }
  leaderField.addEventListener("change", () => {
    plan.leader = leaderField.value;
    figures();
    remember();
  });

  const list = make("ol", { className: "hb-planner__parts", tabIndex: -1 });
  const sum = make("p", { className: "hb-planner__sum" });
  const meter = make("progress", { className: "hb-planner__meter", max: 1 });
  meter.ariaHidden = "true";
  const advice = make("div", { className: "hb-planner__advice" });
  advice.setAttribute("aria-live", "polite");
  const paper = make("section", { className: "hb-planner__sheet" });

  const swap = (at, row) => {
    const open = row.querySelector(".hb-planner__swap");
    if (open) {
      open.remove();
      return;
    }
    const part = plan.parts[at];
    const options = bank.get(part.sign).similar.map((sign) => bank.get(sign)).filter(Boolean);
    const back = () => {
      panel.remove();
      row.querySelector("[data-swap]").focus();
    };
    const panel = make(
      "div",
      { className: "hb-planner__swap" },
      make("p", { textContent: options.length ? words.swapTitle : words.swapNone }),
      make(
        "ul",
        {},
        ...options.map((question) =>
          make(
            "li",
            {},
            button(
              question.text,
              () =>
                change(
                  () => (plan.parts[at] = { ...part, sign: question.code }),
                  fill(words.swapped, { what: question.text }),
                  () => list.children[at].querySelector("[data-swap]"),
                ),
              "",
              "hb-planner__option",
            ),
            make("small", { textContent: `${question.word} · ${question.level}` }),
          ),
        ),
      ),
      button(words.cancel, back),
    );
    panel.addEventListener("keydown", (event) => event.key === "Escape" && back());
    row.append(panel);
    panel.querySelector("button").focus();
  };

  const draw = () => {
    titleField.value = title;
    titleField.placeholder = ready.get(plan.base)?.title ?? words.mine;
    minutesField.value = plan.minutes;
    leaderField.value = plan.leader;
    const said = hints();
    list.replaceChildren(
      ...plan.parts.map((part, at) => {
        const what = named(part.sign);
        const question = bank.get(part.sign);
        const time = make("input", { type: "number", min: "1", max: String(rules.most.minutes), value: part.minutes });
        time.inputMode = "numeric";
        time.ariaLabel = fill(words.minutesOf, { what });
        time.addEventListener("input", () => {
          const found = rules.whole(time.value);
          time.ariaInvalid = String(found === null);
          if (found === null) return;
          part.minutes = found;
          figures();
          remember();
        });
        const note = make("textarea", { rows: 2, value: part.note ?? "", maxLength: most.note });
        note.ariaLabel = fill(words.note, { what });
        note.addEventListener("input", () => {
          part.note = note.value;
          sheet();
          remember();
        });
        const up = button("↑", () => shift(at, -1), fill(words.up, { what }));
        up.dataset.move = "up";
        up.disabled = at === 0;
        const down = button("↓", () => shift(at, 1), fill(words.down, { what }));
        down.dataset.move = "down";
        down.disabled = at === plan.parts.length - 1;
        const remove = button(
          words.removeShort,
          () =>
            change(
              () => plan.parts.splice(at, 1),
              fill(words.removed, { what }),
              () => list.children[Math.min(at, plan.parts.length - 1)]?.querySelector("[data-move]:enabled") ?? list,
            ),
          fill(words.remove, { what }),
        );
        const row = make(
          "li",
          { className: question ? `hb-planner__part hb-step-${question.step}` : "hb-planner__part hb-planner__part--other" },
          make("label", { className: "hb-planner__time" }, time, make("span", { textContent: words.min })),
          make(
            "div",
            { className: "hb-planner__what" },
            make("p", { textContent: what }),
            ...(said[at] ? [make("p", { className: "hb-planner__hint", textContent: said[at] })] : []),
          ),
          make("div", { className: "hb-planner__tools" }, up, down),
        );
        const tools = row.querySelector(".hb-planner__tools");
        if (question) {
          const exchange = button(words.swapShort, () => swap(at, row), fill(words.swap, { what }));
          exchange.dataset.swap = "";
          tools.append(exchange);
        }
        tools.append(remove);
        if (question) {
          tools.append(make("a", { href: `${place.dataset.question}#${question.id}`, textContent: words.openQuestion }));
        }
        const more = make("details", { className: "hb-planner__note", open: Boolean(part.note) });
        more.append(make("summary", { textContent: words.noteShort }), note);
        row.append(more);
        row.addEventListener("keydown", (event) => {
          if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
          event.preventDefault();
          shift(at, event.key === "ArrowUp" ? -1 : 1);
        });
        return row;
      }),
    );
    none.hidden = plan.parts.length > 0;
    keys.hidden = plan.parts.length < 2;
    figures();
  };

  const figures = () => {
    const over = total() - plan.minutes;
    const rest = over > 0 ? fill(words.over, { over }) : fill(words.left, { left: -over });
    sum.textContent = `${fill(words.total, { total: total(), minutes: plan.minutes })}${over === 0 ? "" : `, ${rest}`}`;
    sum.classList.toggle("hb-planner__sum--over", over > 0);
    meter.value = Math.min(1, total() / plan.minutes);
    const weighed = plan.parts.map(({ sign, minutes }) => ({
      technique: bank.get(sign)?.technique ?? "",
      kind: kinds.get(sign)?.kind ?? "",
      minutes,
    }));
    const found = rules.remarks(weighed, plan.minutes, plan.leader, bare(asText()) === bare(ready.get(plan.base)?.value ?? ""));
    advice.hidden = !plan.parts.length;
    advice.replaceChildren(
      make("h3", { textContent: words.look }),
      ...(found.length
        ? [make("ul", {}, ...found.map((which) => make("li", { textContent: remarkWords[which] })))]
        : [make("p", { textContent: words.good })]),
      make("p", { className: "hb-quiet", textContent: words.know }),
    );
    sheet();
  };

  // What is printed, and read on a phone: no fields, only what one needs at the table.
  const sheet = () => {
    const said = hints();
    let at = 0;
    paper.replaceChildren(
      make("h2", { textContent: name() }),
      make("p", {
        textContent: [ready.get(plan.base)?.purpose, fill(words.total, { total: total(), minutes: plan.minutes })]
          .filter(Boolean)
          .join(" "),
      }),
      make(
        "ol",
        {},
        ...plan.parts.map((part, number) => {
          const from = at;
          at += part.minutes;
          return make(
            "li",
            {},
            make("span", { className: "hb-planner__clock", textContent: `${from}–${at}` }),
            make(
              "div",
              {},
              make("p", { textContent: named(part.sign), className: bank.has(part.sign) ? "hb-planner__ask" : "" }),
              ...(said[number] ? [make("p", { className: "hb-planner__hint", textContent: said[number] })] : []),
              ...(part.note ? [make("p", { className: "hb-planner__noted", textContent: part.note })] : []),
            ),
          );
        }),
      ),
      qrPlace,
    );
  };

  // The code is made when somebody prints: only then does it hold what is on paper.
  const qrPlace = make("div", { className: "hb-planner__qr" });
  const code = () => {
    qrPlace.replaceChildren();
    if (!window.qrcode || !/^https?:/.test(window.location.protocol) || !plan.parts.length) return;
    try {
      const made = window.qrcode(0, "M");
      made.addData(address(), "Byte");
      made.make();
      const size = made.getModuleCount();
      const dark = [];
      for (let row = 0; row < size; row += 1) {
        for (let column = 0; column < size; column += 1) if (made.isDark(row, column)) dark.push(`M${column} ${row}h1v1h-1z`);
      }
      const space = "http://www.w3.org/2000/svg";
      const drawing = document.createElementNS(space, "svg");
      drawing.setAttribute("viewBox", `-4 -4 ${size + 8} ${size + 8}`);
      drawing.setAttribute("role", "img");
      drawing.setAttribute("aria-label", words.scan);
      const path = document.createElementNS(space, "path");
      path.setAttribute("d", dark.join(""));
      drawing.append(path);
      qrPlace.append(drawing, make("p", { textContent: words.scan }));
    } catch {
      qrPlace.append(make("p", { textContent: words.scanLong }));
    }
  };
  window.addEventListener("beforeprint", code);

  // Adding: a search through the bank, and the other parts.
  const search = make("input", { type: "search", autocomplete: "off" });
  const results = make("ul", { className: "hb-planner__found" });
  const count = make("p", { className: "hb-quiet" });
  count.setAttribute("role", "status");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const add = (sign, minutes) => {
    if (plan.parts.length >= rules.most.parts) {
      say(words.tellMany);
      return;
    }
    change(() => plan.parts.push({ sign, minutes, note: "" }), fill(words.added, { what: named(sign) }));
  };
  const look = () => {
    const asked = plain(search.value).split(/\s+/).filter(Boolean);
    const found = [...bank.values()].filter((question) => {
      const text = plain(`${question.text} ${question.word} ${question.level} stap ${question.step}`);
      return question.now === question.code && asked.every((word) => text.includes(word));
    });
    count.textContent = asked.length ? fill(words.found, { count: found.length }) : "";
    results.replaceChildren(
      ...(asked.length ? found.slice(0, 12) : []).map((question) =>
        make(
          "li",
          { className: `hb-step-${question.step}` },
          make(
            "div",
            {},
            make("p", { textContent: question.text }),
            make("small", {
              textContent: `${fill(words.step, { number: question.step })} · ${question.word} · ${question.level} · ${question.minutes} ${words.min}`,
            }),
          ),
          button(words.add, () => add(question.code, question.minutes), fill(words.addThis, { what: question.text })),
        ),
      ),
    );
  };
  search.addEventListener("input", look);

  // Taking it along.
  const withNotes = make("input", { type: "checkbox" });
  withNotes.addEventListener("change", remember);
  const quoted = (text) => `'${text.replace(/\s+/g, " ").trim().replaceAll("'", "''")}'`;
  const asFile = () =>
    [
      `plan: ${quoted(asText())}`,
      `titel: ${quoted(name())}`,
      `minuten: ${plan.minutes}`,
      "onderdelen:",
      ...plan.parts.flatMap(({ sign, minutes, note }) => [
        `  - wat: ${quoted(named(sign))}`,
        `    minuten: ${minutes}`,
        ...(note ? [`    notitie: ${quoted(note)}`] : []),
      ]),
      "",
    ].join("\n");
  const unquoted = (text) => text.trim().replace(/^'(.*)'$/, "$1").replaceAll("''", "'");
  const fromFile = (text) => {
    const found = /(?:^|#)plan[:=] *'?([0-9a-z.-]+)/m.exec(text);
    if (!found) return false;
    const notes = [];
    for (const line of text.split(/\r?\n/)) {
      if (/^ {2}- /.test(line)) notes.push("");
      else if (/^ {4}notitie: /.test(line) && notes.length) notes[notes.length - 1] = unquoted(line.slice(13));
    }
    take(found[1], unquoted(/^titel: (.*)$/m.exec(text)?.[1] ?? ""), notes);
    return true;
  };
  const file = make("input", { type: "file", accept: ".yml,.yaml,.txt", className: "hb-hidden", tabIndex: -1 });
  file.ariaLabel = words.open;
  file.addEventListener("change", async () => {
    const chosen = file.files[0];
    if (!chosen) return;
    const text = chosen.size > 200_000 ? "" : await chosen.text();
    file.value = "";
    const before = told.textContent;
    if (!fromFile(text)) say(words.notPlan);
    else if (told.textContent === before || !told.textContent) say(words.opened);
  });
  const printed = button(words.print, () => {
    code();
    window.print();
  });

  const none = make("p", { className: "hb-empty", textContent: words.none });
  const keys = make("p", { className: "hb-quiet", textContent: words.keys });

  const heading = (text) => make("h2", { textContent: text });
  const chosen = make("select");
  chosen.append(make("option", { value: "", textContent: words.blank }));
  for (const [sign, one] of ready) chosen.append(make("option", { value: sign, textContent: one.title }));
  const begin = button(
    words.start,
    () => {
      take(ready.get(chosen.value)?.value ?? "1.60.n.0.z", "", []);
      titleField.focus();
    },
    "",
    "md-button md-button--primary",
  );

  const sentences = {
    broken: words.tellBroken, version: words.tellVersion, minutes: words.tellMinutes, end: words.tellEnd,
    many: words.tellMany, part: words.tellPart, gone: words.tellGone, replaced: words.tellReplaced, time: words.tellTime,
  };

  // Opens a plan from its text, and says what of it is no longer as it was.
  const take = (text, newTitle, notes) => {
    const found = rules.open(text, now);
    const gone = found.told.filter((item) => /^(part|gone) /.test(item)).map((item) => Number(item.split(" ")[1]));
    const left = notes.filter((_, at) => !gone.includes(at + 1));
    plan = { ...found, parts: found.parts.map(([sign, minutes], at) => ({ sign, minutes, note: (left[at] ?? "").slice(0, most.note) })) };
    title = newTitle === ready.get(found.base)?.title ? "" : newTitle.slice(0, most.title);
    value = found.told.length ? "" : text;
    draw();
    remember();
    told.replaceChildren();
    if (!found.told.length) return;
    const items = found.told.map((item) => {
      const [which, number] = item.split(" ");
      return make("li", { textContent: fill(sentences[which], { number }) });
    });
    told.append(make("ul", { }, ...items));
    if (plan.parts.length) told.append(words.tellKept);
  };

  const open = () => {
    const asked = new URLSearchParams(window.location.hash.slice(1));
    const saved = kept.read()?.plans ?? [];
    const one = [...ready.values()].find(({ id }) => window.location.hash === `#${id}`);
    const text = one?.value ?? asked.get("plan");
    if (text === null) return saved.length ? take(...saved[0]) : draw();
    const mine = saved.find(([other]) => other === text);
    const notes = [];
    for (const [key, note] of asked) {
      const at = Number(/^notitie\.([0-9]{1,2})$/.exec(key)?.[1] ?? 0);
      if (at) notes[at - 1] = note;
    }
    const sent = asked.has("titel") || notes.length > 0;
    withNotes.checked = sent;
    take(text, asked.get("titel") ?? mine?.[1] ?? "", sent ? Array.from(notes, (note) => note ?? "") : (mine?.[2] ?? []));
  };

  place.append(
    make("div", { className: "hb-planner__start" }, labelled(words.choose, chosen), begin),
    told,
    make(
      "div",
      { className: "hb-planner__head" },
      labelled(words.title, titleField, "hb-planner__title"),
      labelled(words.minutes, minutesField),
      labelled(words.leader, leaderField),
    ),
    heading(words.parts),
    none,
    list,
    keys,
    make("div", { className: "hb-planner__total" }, meter, sum),
    advice,
    heading(words.add),
    labelled(words.addQuestion, search, "hb-planner__search"),
    count,
    results,
    make(
      "div",
      { className: "hb-planner__others", role: "group", ariaLabel: words.addOther },
      make("span", { textContent: words.addOther }),
      ...[...kinds].map(([sign, { word }]) => button(`+ ${word}`, () => add(sign, 10))),
    ),
    heading(words.share),
    make("p", { className: "hb-quiet", textContent: words.device }),
    labelled(words.withNotes, withNotes, "hb-planner__check"),
    make(
      "div",
      { className: "hb-planner__actions" },
      button(words.copy, async () => say((await window.handboek.copy(address())) ? words.copied : words.notCopied)),
      printed,
      button(words.save, () => {
        window.handboek.save("plan.yml", asFile());
        say(words.saved);
      }),
      button(words.open, () => file.click()),
      file,
      button(words.wipe, () => {
        kept.clear();
        plan = { minutes: rules.usual.minutes, leader: "n", base: "0", parts: [] };
        title = "";
        value = "";
        withNotes.checked = false;
        draw();
        try {
          window.history.replaceState(null, "", window.location.pathname + window.location.search);
        } catch {
          // As above.
        }
        say(words.wiped);
        titleField.focus();
      }),
    ),
    paper,
  );
  place.hidden = false;
  document.querySelector(".hb-planner__paper").hidden = true;
  window.addEventListener("hashchange", () => {
    if (!/^#plan[=-]/.test(window.location.hash)) return;
    open();
    place.scrollIntoView({ block: "start" });
    titleField.focus({ preventScroll: true });
  });
  open();
})();
