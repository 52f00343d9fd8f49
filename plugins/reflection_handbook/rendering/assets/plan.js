// The plan builder: which plan is open, what changes in it and how it is taken along. Without it the page shows the
// ready-made plans. Its parts: plan-rules, plan-page (what is known), plan-kept (address and
// device), plan-file, plan-sheet, plan-parts, plan-add.
(() => {
  "use strict";

  const rules = window.handboekPlan;
  const tool = window.handboek?.tool("plan");
  if (!tool || !rules?.adding) return;
  const { part, place } = tool;
  const { words, remarkWords, bank, kinds, ready, now, named, hints, sentences } = rules.page(place);
  const { kept, file, sheet } = rules;
  const { fill, make, save } = window.handboek;

  // What is open, and what it was before the last change.
  const blank = () => ({ id: "", title: "", minutes: rules.usual.minutes, leader: "n", base: "0", parts: [] });
  let plan = blank();
  let before = null;

  const text = () => rules.text({ ...plan, parts: plan.parts.map(({ sign, minutes }) => [sign, minutes]) });
  const own = (found) => found.split(".").slice(4).join("."); // without the time there is and who leads
  const name = () => plan.title.trim() || ready.get(plan.base)?.title || words.mine;
  const mine = () => ({ id: plan.id, text: text(), title: plan.title, notes: plan.parts.map(({ note }) => note) });
  const typedToo = () => part("with-notes").checked;
  const address = () => window.location.href.replace(/#.*$/, "") + kept.fragment(mine(), typedToo());
  const sum = () => plan.parts.reduce((total, { minutes }) => total + minutes, 0);
  const times = () => {
    let to = 0;
    return plan.parts.map(({ minutes }) => ({ from: to, to: (to += minutes) }));
  };

  const printed = () => {
    const said = hints(plan);
    const at = times();
    return {
      title: name(),
      purpose: ready.get(plan.base)?.purpose ?? "",
      sum: fill(words.minutes, { minutes: sum() }),
      parts: plan.parts.map(({ sign, minutes, note }, i) => ({
        ...at[i], minutes, text: named(sign), question: bank.has(sign), hint: said[i], note,
      })),
    };
  };

  const to = (fragment) => {
    try {
      window.history.replaceState(null, "", fragment || window.location.pathname + window.location.search);
    } catch {
      // A browser that keeps no addresses for files from a folder: the plan is kept on the device all the same.
    }
  };
  const taken = (message) => (part("taken").textContent = message);
  const remember = () => {
    if (!kept.keep(mine())) taken(words.lost);
    to(kept.fragment(mine(), typedToo()));
  };
  const say = (message, undo = false) => {
    part("undo").hidden = !undo;
    tool.say(message);
  };

  // What is said about the plan, and the sheet: after every change, also while somebody types.
  const weigh = () => {
    const over = sum() - plan.minutes;
    const rest = over > 0 ? fill(words.over, { over }) : fill(words.left, { left: -over });
    part("name").textContent = name();
    part("sum").textContent = `${fill(words.total, { total: sum(), minutes: plan.minutes })}${over === 0 ? "" : `, ${rest}`}`;
    part("sum").classList.toggle("hb-planner__sum--over", over > 0);
    part("meter").style.width = `${Math.min(100, (100 * sum()) / plan.minutes)}%`;
    const parts = plan.parts.map(({ sign, minutes }) => ({
      technique: bank.get(sign)?.technique ?? "",
      kind: kinds.get(sign)?.kind ?? "",
      minutes,
    }));
    const unchanged = own(text()) === own(ready.get(plan.base)?.text ?? "");
    const found = rules.remarks(parts, plan.minutes, plan.leader, unchanged).map((which) => remarkWords[which]);
    // Said again only when it is something else.
    if (part("remarks").textContent !== found.join("")) {
      part("remarks").replaceChildren(...found.map((textContent) => make("li", { textContent })));
    }
    part("good").hidden = found.length > 0;
    part("advice").hidden = !plan.parts.length;
    list.clock(times());
    sheet.draw(part("sheet"), printed(), words);
    place.classList.toggle("hb-planner--open", plan.parts.length > 0);
  };
  // A change is not taken back over what was typed after it.
  const typed = () => {
    if (!part("undo").hidden) say("");
    weigh();
    remember();
  };
  const draw = () => {
    part("title").value = plan.title;
    part("title").placeholder = ready.get(plan.base)?.title ?? words.mine;
    part("minutes").value = plan.minutes;
    part("leader").value = plan.leader;
    part("purpose").textContent = ready.get(plan.base)?.purpose ?? "";
    list.draw(hints(plan));
    weigh();
  };

  // Every change goes through here; `focus` finds what has the keyboard afterwards.
  const change = (act, message, focus, undo = true) => {
    before = structuredClone(plan);
    act();
    draw();
    remember();
    say(message, undo);
    focus?.()?.focus();
  };
  const add = (sign, minutes) => {
    if (plan.parts.length >= rules.most.parts) {
      say(words.full);
      return;
    }
    // Something new comes before the end of the conversation.
    const ends = (other) => kinds.get(other)?.kind === "afspraken" || bank.get(other)?.technique === "afsluiting";
    let at = plan.parts.length;
    while (at > 1 && !ends(sign) && ends(plan.parts[at - 1].sign)) at -= 1;
    change(
      () => plan.parts.splice(at, 0, { sign, minutes, note: "" }),
      fill(words.added, { what: named(sign), number: at + 1 }),
    );
  };
  const builder = { tool, words, bank, named, parts: () => plan.parts, change, typed };
  const list = rules.list(builder);
  const search = rules.adding(builder, add);

  const tell = (messages, more = "") => {
    part("opened").replaceChildren(
      ...(messages.length ? [make("ul", {}, ...messages.map((textContent) => make("li", { textContent })))] : []),
      ...(more ? [make("p", { textContent: more })] : []),
    );
  };

  const start = (messages = [], focus = true) => {
    plan = blank();
    draw();
    const plans = kept.all();
    part("mine").hidden = !plans.length;
    part("mine-list").replaceChildren(
      ...plans.slice(0, 8).map((one) => {
        const found = rules.open(one.text, now);
        const button = make(
          "button",
          { type: "button", className: "hb-planner__option" },
          make("span", { textContent: one.title || ready.get(found.base)?.title || words.mine }),
          make("small", { textContent: fill(words.minutes, { minutes: found.minutes }) }),
        );
        button.addEventListener("click", () => take(one));
        return make("li", {}, button);
      }),
    );
    tell(messages);
    tool.open("start", { focus });
  };

  // Opens a plan, and says what of it is no longer as it was.
  const take = (found, focus = true) => {
    const opened = rules.open(found.text, now);
    if (opened.told.length && !opened.parts.length) {
      start(sentences(opened.told), focus);
      return;
    }
    const gone = opened.told.filter((item) => /^(part|gone) /.test(item)).map((item) => Number(item.split(" ")[1]));
    const notes = found.notes.filter((_, at) => !gone.includes(at + 1));
    plan = {
      id: found.id || kept.id(),
      title: found.title === ready.get(opened.base)?.title ? "" : found.title,
      minutes: opened.minutes,
      leader: opened.leader,
      base: opened.base,
      parts: opened.parts.map(([sign, minutes], at) => ({ sign, minutes, note: notes[at] ?? "" })),
    };
    search.clear();
    taken("");
    draw();
    remember();
    tell(sentences(opened.told), opened.told.length && plan.parts.length ? words.tellKept : "");
    tool.open("plan", { focus });
    say("");
  };

  // What was typed with a plan comes back when its address is opened here again.
  const known = (found) => {
    const title = found.title === ready.get(found.text.split(".")[3])?.title ? "" : found.title;
    const same = (one) => one.title === title && one.notes.every((note, at) => note === (found.notes[at] ?? ""));
    return kept.all().find((one) => one.text === found.text && (!found.typed || same(one))) ?? found;
  };
  const open = (focus) => {
    const { hash } = window.location;
    const asked = kept.parse(hash);
    part("with-notes").checked = Boolean(asked?.typed);
    if (asked) {
      take(known(asked), focus);
      return;
    }
    const one = [...ready.values()].find(({ id }) => hash === `#${id}`);
    if (one) {
      take(known({ text: one.text, title: "", notes: [], typed: false }), focus);
      return;
    }
    const last = kept.all()[0];
    const extra = /^#erbij=(.*)$/.exec(hash)?.[1];
    if (extra !== undefined) {
      take(last ?? { text: rules.text(blank()), title: "", notes: [] }, focus);
      const question = bank.get(extra);
      if (question) add(question.now, question.minutes);
      else tell([words.tellNoQuestion]);
      return;
    }
    if (/^#plan-/.test(hash)) start([words.tellUnknown], focus);
    else if (last) take(last, focus);
    else start([], focus);
  };

  const on = (name, event, act) => part(name).addEventListener(event, act);
  on("begin", "click", () => {
    const chosen = ready.get(part("choose").value)?.text ?? rules.text(blank());
    const empty = kept.all().find((one) => one.text === chosen && !one.title && !one.notes.some(Boolean));
    part("with-notes").checked = false;
    take(empty ?? { text: chosen, title: "", notes: [] });
  });
  on("title", "input", () => {
    plan.title = part("title").value;
    typed();
  });
  on("minutes", "input", () => {
    const found = rules.whole(part("minutes").value);
    part("minutes").setAttribute("aria-invalid", String(found === null));
    if (found === null) return;
    plan.minutes = found;
    typed();
  });
  on("leader", "change", () => {
    plan.leader = part("leader").value;
    typed();
  });
  on("undo", "click", () => {
    const back = before;
    change(() => (plan = back), words.undone, () => part("list"), false);
  });

  const filename = (end) => `${window.handboek.id(name(), [], "plan")}.${end}`;
  const code = () => sheet.code(part("sheet").querySelector(".hb-sheet__code"), address(), words);
  // The code is made when somebody prints: only then does it hold what is on paper.
  window.addEventListener("beforeprint", () => plan.parts.length && code());
  on("print", "click", () => window.print());
  on("page", "click", () => {
    save(filename("html"), sheet.page(printed(), kept.fragment(mine(), true), address(), words), "text/html");
    taken(words.saved);
  });
  on("save", "click", () => {
    const parts = plan.parts.map(({ sign, minutes, note }) => ({ what: named(sign), minutes, note }));
    save(filename("yml"), file.write(text(), name(), plan.minutes, parts));
    taken(words.saved);
  });
  on("copy", "click", async () => taken((await window.handboek.copy(address())) ? words.copied : words.notCopied));
  on("with-notes", "change", remember);
  on("other", "click", () => {
    to("");
    start();
  });

  const field = make("input", { type: "file", accept: ".yml,.yaml,.txt,.html", className: "hb-hidden", tabIndex: -1 });
  field.setAttribute("aria-hidden", "true");
  place.append(field);
  field.addEventListener("change", async () => {
    const [chosen] = field.files;
    if (!chosen) return;
    const found = chosen.size > 500_000 ? null : file.read(await chosen.text());
    field.value = "";
    if (found) {
      part("with-notes").checked = false;
      take(known(found));
      if (!part("opened").textContent) say(words.opened);
    } else if (plan.id) taken(words.notPlan);
    else tell([words.notPlan]);
  });
  for (const one of ["open", "open-too"]) on(one, "click", () => field.click());
  for (const one of ["wipe", "wipe-too"]) {
    on(one, "click", () => {
      kept.clear();
      part("with-notes").checked = false;
      to("");
      start();
      tell([], words.wiped);
    });
  }

  const meant = () => /^#(?:plan[=-]|erbij=)/.test(window.location.hash);
  window.addEventListener("hashchange", () => meant() && open(true));
  open(meant());
})();
