// What the page of the plan builder knows: its words, the question bank, and the plans that lie ready.
(() => {
  "use strict";

  const rules = window.handboekPlan;
  if (!rules || !window.handboek) return;
  const { fill } = window.handboek;

  const page = (place) => {
    const words = JSON.parse(place.dataset.words);
    const told = JSON.parse(place.dataset.told);
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
          text: new URLSearchParams(one.dataset.address).get("plan"),
          remarks: [...one.querySelectorAll("li")].map(({ dataset }) => [dataset.code, dataset.remark]),
        },
      ]),
    );
    // The address of a ready-made plan opens it here; without this script it leads to where it is described.
    for (const one of document.querySelectorAll(".hb-plans__one")) {
      if (window.location.hash === `#${one.id}`) one.open = false;
      one.removeAttribute("id");
    }
    const named = (sign) => kinds.get(sign)?.word ?? bank.get(sign)?.text ?? "";

    // What the handbook says with each part of a ready-made plan goes along with that part, wherever it is moved.
    const hints = (plan) => {
      const left = [...(ready.get(plan.base)?.remarks ?? [])];
      return plan.parts.map(({ sign }) => {
        const at = left.findIndex(([other]) => other === sign);
        return at < 0 ? "" : left.splice(at, 1)[0][1];
      });
    };

    // What `rules.open` told, in words.
    const sentences = (found) => {
      const all = found.map((item) => {
        const [which, number] = item.split(" ");
        return fill(told[which], { number });
      });
      return all.length > 6 ? [...all.slice(0, 5), fill(words.tellMore, { count: all.length - 5 })] : all;
    };

    return Object.freeze({ words, remarkWords, bank, kinds, ready, now, named, hints, sentences });
  };

  window.handboekPlan = Object.freeze({ ...rules, page });
})();
