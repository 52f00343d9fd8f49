// How the question bank is narrowed: the rule is that of viewing/facets.py.
// tests/shared/facets.json holds both sides to the same cases.
(() => {
  "use strict";

  const narrow = (items, chosen) => {
    const shown = [];
    const counts = {};
    items.forEach((item, place) => {
      const misses = Object.entries(chosen)
        .filter(([name, values]) => values.length && !values.includes(item[name]))
        .map(([name]) => name);
      if (!misses.length) shown.push(place);
      for (const [name, value] of Object.entries(item)) {
        counts[name] ??= {};
        counts[name][value] ??= 0;
        if (!misses.length || (misses.length === 1 && misses[0] === name)) counts[name][value] += 1;
      }
    });
    return { shown, counts };
  };
  window.handboekBank = Object.freeze({ narrow });
})();
