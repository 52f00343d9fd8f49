// A plan as a file and back: YAML to open again, or the page to read (plan-sheet.js), which holds its own plan.
(() => {
  "use strict";

  const rules = window.handboekPlan;
  if (!rules?.kept) return;

  // JSON's strings are YAML's, between double quotes: a line break or an emoji comes back as it was. What YAML cannot
  // hold as it is gets written out.
  const quoted = (text) =>
    JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const bare = (text) => {
    const found = text.trim();
    if (!found.startsWith('"')) return found.replace(/^'(.*)'$/, "$1").replaceAll("''", "'");
    try {
      return String(JSON.parse(found));
    } catch {
      return "";
    }
  };

  // `parts` are {what, minutes, note}: the words are for who reads the file, the plan itself is its first line.
  const write = (text, title, minutes, parts) =>
    [
      `plan: ${quoted(text)}`,
      `titel: ${quoted(title)}`,
      `minuten: ${minutes}`,
      "onderdelen:",
      ...parts.flatMap(({ what, minutes: time, note }) => [
        `  - wat: ${quoted(what)}`,
        `    minuten: ${time}`,
        ...(note ? [`    notitie: ${quoted(note)}`] : []),
      ]),
      "",
    ].join("\n");

  // Returns what `kept.parse` does, or nothing when there is no plan in the file.
  const read = (file) => {
    const page = /^<body data-plan="([^"]*)"/m.exec(file);
    if (page) return rules.kept.parse(page[1].replaceAll("&amp;", "&"));
    const text = bare(/^\uFEFF?plan: *(.*)$/m.exec(file)?.[1] ?? "");
    if (!text) return null;
    const notes = [];
    for (const line of file.split(/\r?\n/)) {
      if (/^ {2}- /.test(line)) notes.push("");
      else if (/^ {4}notitie: /.test(line) && notes.length) notes[notes.length - 1] = bare(line.slice(13));
    }
    const { most } = rules.kept;
    return {
      text: text.slice(0, most.text),
      title: bare(/^titel: *(.*)$/m.exec(file)?.[1] ?? "").slice(0, most.title),
      notes: notes.slice(0, rules.most.parts).map((note) => note.slice(0, most.note)),
      typed: true,
    };
  };

  window.handboekPlan = Object.freeze({ ...rules, file: Object.freeze({ write, read }) });
})();
