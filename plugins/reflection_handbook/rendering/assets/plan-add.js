// Adding to a plan: a search through the question bank, and the parts that are no question.
(() => {
  "use strict";

  const rules = window.handboekPlan;
  if (!rules || !window.handboek) return;
  const { fill, folded, make } = window.handboek;
  const shown = 12;

  // `builder` is what plan.js has: {tool, words, bank}. `add` is given the sign of a part and its minutes.
  const adding = ({ tool, words, bank }, add) => {
    const search = tool.part("search");
    const questions = [...bank.values()]
      .filter((question) => question.now === question.code)
      .map((question) => [question, folded(`${question.text} ${question.word} ${question.level} stap ${question.step}`)]);

    const counted = (count) => {
      if (!count) return words.foundNone;
      if (count === 1) return words.foundOne;
      return fill(count > shown ? words.foundMore : words.found, { count, shown });
    };
    const look = () => {
      const asked = folded(search.value).split(/\s+/).filter(Boolean);
      const found = asked.length ? questions.filter(([, text]) => asked.every((word) => text.includes(word))) : [];
      tool.part("count").textContent = asked.length ? counted(found.length) : "";
      tool.part("found").replaceChildren(
        ...found.slice(0, shown).map(([question]) => {
          const button = make("button", { type: "button", className: "hb-planner__option" });
          const facts = [fill(words.step, { number: question.step }), question.word, question.level, `${question.minutes} ${words.min}`];
          button.setAttribute("aria-label", fill(words.addThis, { what: question.text }));
          button.append(make("span", { textContent: question.text }), make("small", { textContent: facts.join(" · ") }));
          button.addEventListener("click", () => add(question.code, question.minutes));
          return make("li", { className: `hb-step-${question.step}` }, button);
        }),
      );
    };
    search.addEventListener("input", look);
    for (const button of tool.part("others").querySelectorAll("[data-sign]")) {
      button.addEventListener("click", () => add(button.dataset.sign, rules.usual.part));
    }
    return Object.freeze({
      clear() {
        search.value = "";
        look();
      },
    });
  };

  window.handboekPlan = Object.freeze({ ...rules, adding });
})();
