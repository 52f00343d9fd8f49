// The rules of a plan: its address (model/plan_address.py), and what is said about it (viewing/plan_weight.py).
// tests/shared/plan.json holds both sides to the same cases. `handboekPlan` is the one name of the plan builder; the
// scripts after this one hang what they can on it.
(() => {
  "use strict";

  const most = { parts: 60, minutes: 600 };
  const usual = { minutes: 60, part: 10 };
  const code = "[0-9abcdefghjkmnpqrstvwxyz]{5}";
  const partly = new RegExp(`^(${code}|[wuvpta])(?:-(.*))?$`);
  const whole = (text) =>
    /^[0-9]{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= most.minutes ? Number(text) : null;

  const text = ({ minutes, leader, base, parts }) =>
    ["1", minutes, leader, base, ...parts.map(([sign, time]) => `${sign}-${time}`), "z"].join(".");

  // `questions` gives for the code of a question that of the one in its place, or itself.
  const open = (value, questions) => {
    const fields = value.split(".");
    if (fields.length < 4 || !/^[0-9]{1,3}$/.test(fields[0])) {
      return { minutes: usual.minutes, leader: "n", base: "0", parts: [], told: ["broken"] };
    }
    const told = [];
    if (Number(fields[0]) !== 1) told.push("version");
    const minutes = whole(fields[1]);
    if (minutes === null) told.push("minutes");
    const leader = ["x", "e", "n"].includes(fields[2]) ? fields[2] : "n";
    const base = new RegExp(`^${code}$`).test(fields[3]) ? fields[3] : "0";
    const rest = fields.slice(4);
    if (rest.at(-1) === "z") rest.pop();
    else told.push("end");
    const parts = [];
    for (const [at, field] of rest.entries()) {
      if (parts.length === most.parts) {
        told.push("many");
        break;
      }
      const found = partly.exec(field);
      if (!found) {
        told.push(`part ${at + 1}`);
        continue;
      }
      const now = found[1].length === 1 ? found[1] : questions.get(found[1]);
      if (now === undefined) {
        told.push(`gone ${at + 1}`);
        continue;
      }
      if (now !== found[1]) told.push(`replaced ${at + 1}`);
      const time = whole(found[2] ?? "");
      if (time === null) told.push(`time ${at + 1}`);
      parts.push([now, time ?? usual.part]);
    }
    return { minutes: minutes ?? usual.minutes, leader, base, parts, told };
  };

  // `parts` are {technique, kind, minutes}: a question has a technique, another part a kind.
  const remarks = (parts, minutes, leader, unchanged) => {
    if (!parts.length) return ["empty"];
    const found = [];
    const sum = (some) => some.reduce((total, part) => total + part.minutes, 0);
    const questions = parts.filter((part) => part.technique);
    if (!["waarderend", "compliment", "uitzondering"].includes(questions[0]?.technique)) found.push("opening");
    if (sum(parts.filter((part) => part.kind === "terugkijken")) < 5) found.push("reflection");
    if (sum(parts) > minutes) found.push("long");
    if (leader === "e") found.push("own-team");
    else if (leader === "n") found.push("leader");
    const at = questions.findLastIndex((part) => part.technique === "schaalvraag");
    const after = questions.slice(at + 1);
    if (at >= 0 && questions[at].minutes < 15 && after.every((part) => part.technique === "afsluiting")) {
      found.push("figure");
    }
    if (unchanged) found.push("unchanged");
    if (parts.at(-1).technique !== "afsluiting" && parts.at(-1).kind !== "afspraken") found.push("closing");
    return found;
  };

  window.handboekPlan = Object.freeze({ most, usual, whole, text, open, remarks });
})();
