// The start check: advice with its reasons, as soon as all questions have an answer. Kept on this device until wiped.
(() => {
  "use strict";

  // The rule of model/startcheck.py, with its outcomes from the page; tests/shared/startcheck.json holds both to it.
  const order = ["doorgaan", "gesprek", "regelen", "wachten"];
  const tooMany = (members, changed, share) => Boolean(members) && changed !== null && changed / members > share;
  const advise = (questions, manyDoubts) => {
    if (questions.some(({ answer }) => !answer)) return null;
    const found = ["doorgaan"];
    for (const { answer, no, doubt } of questions) {
      if (answer === "nee") found.push(no);
      if (answer === "twijfel") found.push(doubt);
    }
    if (questions.filter(({ answer }) => answer === "twijfel").length >= manyDoubts) found.push("regelen");
    return order.findLast((advice) => found.includes(advice));
  };

  const tool = window.handboek?.tool("startcheck");
  if (!tool) return;
  const { make, kept, today } = window.handboek;
  const { part, say, place } = tool;
  const words = { ...tool.words, ...part("words").dataset };
  const share = Number(words.share);
  const store = kept("startcheck");
  const fields = ["members", "changed", "agreed"];
  const groups = [...place.querySelectorAll("[data-question]")];
  const small = part("small-team");
  const answerOf = (group) => group.querySelector("input:checked")?.value ?? "";
  const whole = (name) => (/^\d{1,2}$/.test(part(name).value) ? Number(part(name).value) : null);
  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

  const show = () => {
    const [members, changed] = [whole("members"), whole("changed")];
    const over = tooMany(members, changed, share);
    const questions = groups.map((group, index) => ({
      ...group.dataset,
      text: group.querySelector("legend").textContent,
      answer: over && !index ? "nee" : answerOf(group),
    }));
    const advice = advise(questions, Number(words.doubts));
    const open = questions.filter(({ answer }) => !answer).length;
    part("open").textContent = open === 1 ? words.openOne : open ? fill(words.openMany, { open }) : "";
    for (const shown of place.querySelectorAll("[data-advice]")) shown.hidden = shown.dataset.advice !== advice;

    const reasons = [];
    const percentage = Math.round(share * 100);
    if (over) reasons.push(make("li", { textContent: fill(words.changes, { changed, members, share: percentage }) }));
    const heaviest = ({ answer, no, doubt }) => -order.indexOf(answer === "nee" ? no : doubt);
    const spoken = questions.filter(({ answer }) => answer === "nee" || answer === "twijfel");
    for (const question of spoken.sort((one, other) => heaviest(one) - heaviest(other))) {
      const link = make("a", { href: question.url, textContent: question.text });
      const what = question.answer === "nee" ? question.ifNo : question.ifDoubt;
      reasons.push(make("li", {}, make("strong", {}, link), ` ${question.answer === "nee" ? words.no : words.doubt} ${what}`));
    }
    const doubts = questions.filter(({ answer }) => answer === "twijfel").length;
    if (doubts >= Number(words.doubts)) reasons.push(make("li", { textContent: fill(words.many, { count: doubts }) }));
    part("reasons").replaceChildren(...reasons);
    const form = answerOf(small);
    part("form").textContent = form === "ja" ? words.small : form === "nee" ? words.loose : "";
    write(members, changed, groups.find((group) => group.dataset.question === "reorganisatie"));
  };

  // What the portfolio has a key for: a doubt is no fact, and stays out. `checking/stability.py` reads the same keys.
  const write = (members, changed, reorganisation) => {
    const coming = { ja: "nee", nee: "ja" }[answerOf(reorganisation)]; // the question asks whether it stays away
    const lines = members ? [`leden: ${members}`] : [];
    if (changed !== null || coming) lines.push("stabiliteit:");
    if (changed !== null) lines.push(`  wisselingen_12_maanden: ${changed}`);
    if (coming) lines.push(`  reorganisatie_voorzien: ${coming}`);
    part("ready").hidden = !lines.length;
    tool.give(lines);
  };

  const remember = () => {
    const answers = Object.fromEntries(groups.map((group) => [group.dataset.question, answerOf(group)]));
    const state = { answers, small: answerOf(small) };
    for (const name of fields) state[name] = part(name).value;
    store.write(state);
  };

  for (const input of place.querySelectorAll("input, textarea")) {
    input.addEventListener("input", () => {
      show();
      remember();
    });
  }
  tool.take(() => `startcheck-${today()}.yml`);
  part("print").addEventListener("click", () => window.print());
  part("wipe").addEventListener("click", () => {
    store.clear();
    for (const radio of place.querySelectorAll("input[type=radio]")) radio.checked = false;
    for (const name of fields) part(name).value = "";
    show();
    say(words.wiped);
    part("members").focus();
  });

  const found = store.read();
  let broken = store.broken;
  const put = (group, value) => {
    if (value === undefined || value === "") return;
    const radio = [...group.querySelectorAll("input")].find((input) => input.value === value);
    if (radio) radio.checked = true;
    else broken = true;
  };
  for (const radio of place.querySelectorAll("input[type=radio]")) radio.checked = false;
  for (const group of groups) put(group, found?.answers?.[group.dataset.question]);
  put(small, found?.small);
  for (const name of fields) {
    const value = found?.[name] ?? "";
    if (typeof value === "string") part(name).value = value;
    else broken = true;
  }
  if (broken) say(words.broken);
  show();
})();
