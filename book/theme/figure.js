// Brings the book's figures to life: the reader schedules the threads.
//
// Nothing here knows what a step does: a table in the page, made by Rust from every state of the program, says where
// each move leads, why it is refused and what holds. Without script or table the picture and its caption stand alone.
"use strict";

/** Makes an element from "tag.class". Data enters the page only as text; backquotes enclose code. */
function make(tag, attributes, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  element.classList.add(...classes);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.flatMap(prose));
  return element;
}

const code = (piece, i) => (i % 2 ? make("code", {}, piece) : piece);
const prose = (child) => (child instanceof Node ? child : String(child).split("`").map(code));

/** Makes a button. Its key is told to a screen reader, and shown by the style sheet. */
function button(className, label, act, key) {
  const element = make(`button.${className}`, {}, label);
  element.addEventListener("click", act);
  if (key) element.setAttribute("aria-keyshortcuts", key);
  return element;
}

/** Reads the table. A row: a place a thread, a value a name, a successor a move, the verdict, whether it ends. */
function read(figure) {
  const data = JSON.parse(figure.querySelector("[type='application/json']").textContent);
  const groups = [data.threads, data.names, data.moves];
  if (data.v !== 1) throw new Error(`version ${data.v}`);
  data.states = data.states.map((row) => {
    const [places, values, next] = groups.map((group) => row.splice(0, group.length));
    return { places, values, next, verdict: data.verdicts[row[0]] };
  });
  for (const each of data.names) each.full = (data.threads[each.thread]?.name.concat(".") ?? "") + each.name;
  return data;
}

/** One figure: its table, the walk so far, and what to bring up to date after each step. */
class ScheduleFigure extends HTMLElement {
  connectedCallback() {
    try {
      if (!this.data) this.build(read(this));
    } catch (error) {
      console.warn(this.dataset.figure, error);
    }
  }

  build(data) {
    this.data = data;
    this.walk = [{ letter: "", state: 0 }];
    this.updates = [];
    this.status = make("p.status", { role: "status" });
    const goal = make("p.goal", {}, make("b", {}, "Goal"), ` ${data.goal}`);
    const board = make("div.board", {}, play(this), map(this), trace(this));
    const group = { role: "group", tabindex: -1, "aria-label": goal.textContent };
    const live = make("div.live", group, goal, prediction(this), board);
    this.back(0);
    board.querySelector(".count").after(this.querySelector(".graph"));
    this.prepend(live);
    this.addEventListener("keydown", (event) => this.key(event));
    this.dataset.live = "";
  }

  /** Brings every part up to date, and says what was done and what holds now. */
  show(deed) {
    this.dataset.state = this.walk.at(-1).state;
    this.here = this.data.states[this.dataset.state];
    for (const update of this.updates) update(this.here);
    const { values, verdict } = this.here;
    const told = this.data.names.map(({ full }, i) => `\`${full} = ${values[i]}\``).filter((_, i) => values[i] !== null);
    this.say(`${deed} Now ${told.join(", ")}. `, verdict);
  }

  say(sentence, verdict = "") {
    this.status.replaceChildren(...prose(sentence), make("strong", {}, verdict));
  }

  /** Makes a move, or says why it cannot be made. */
  press(move) {
    const { places, next, verdict } = this.here;
    const { letter, thread } = this.data.moves[move];
    const who = `Thread ${this.data.threads[thread].name}`;
    if (this.waits) return this.say("First check your prediction, or skip it.");
    if (next[move] < 0) return this.say(`${who} ${this.data.says[-1 - next[move]]}. `, verdict);
    const step = { letter, thread, place: places[thread], deed: this.deed(move), state: next[move] };
    this.walk.push(step);
    this.show(`${who}: ${step.deed}.`);
  }

  /** Names what a move would do: what it says of itself (a flush), or its thread's next step. */
  deed(move) {
    const { thread, does } = this.data.moves[move];
    return does ?? `\`${this.data.threads[thread].steps[this.here.places[thread]]}\``;
  }

  /** Goes back to so many steps, or to one fewer than now. */
  back(steps = this.walk.length - 2) {
    this.walk.length = Math.max(steps, 0) + 1;
    this.show(steps > 0 ? `Back to step ${steps}.` : "The start: you choose which thread takes a step.");
  }

  /** Takes the figure's keys, and keeps the others from the page, whose arrows would leave the chapter. */
  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.key === "Escape") return;
    event.stopPropagation();
    if (this.data.moves[event.key - 1]) this.press(event.key - 1);
    else if (event.key === "u") this.back();
    else if (event.key === "r") this.back(0);
  }
}

/** Asks for a prediction before the first step: who has predicted sees more. */
function prediction(figure) {
  const { predict } = figure.data;
  if (!predict) return "";
  figure.waits = true;
  const begin = (how, focus) => {
    figure.dataset.predicted = how;
    figure.waits = false;
    figure.back(0);
    focus.focus();
  };
  const check = () => {
    const missed = predict.choices.filter(({ can }, i) => can !== labels[i].control.checked);
    const said = missed.map((choice) => make("p", {}, make("b", {}, choice.text), ` – ${choice.said}`));
    const how = missed.length ? "wrong" : "right";
    const result = make("div.result", { tabindex: -1 }, make("p", {}, predict[how]), ...said);
    buttons.replaceWith(result);
    fieldset.disabled = true;
    begin(how, result);
  };
  const skip = () => { fieldset.remove(); begin("skipped", figure.querySelector(".move")); };
  const labels = predict.choices.map(({ text }) => make("label", {}, make("input", { type: "checkbox" }), text));
  const buttons = make("div.row", {}, button("check", "Check my prediction", check), button("skip", "Skip", skip));
  const fieldset = make("fieldset.predict", {}, make("legend", {}, predict.question), ...labels, buttons);
  return fieldset;
}

/** Sets the stage: what the threads share, a panel for each of them, and the way back. */
function play(figure) {
  const panels = figure.data.threads.map((_, thread) => panel(figure, thread));
  const stage = make("div.stage", {}, values(figure, null), make("div.threads", {}, ...panels));
  const undo = button("undo", "Undo", () => figure.back(), "u");
  const reset = button("reset", "Reset", () => figure.back(0), "r");
  figure.updates.push(() => { undo.ariaDisabled = reset.ariaDisabled = figure.walk.length === 1; });
  return make("div.play", {}, stage, make("div.row", {}, undo, reset), figure.status);
}

/** Shows a thread: its steps with the next one marked, its registers, its moves. */
function panel(figure, thread) {
  const { name, steps } = figure.data.threads[thread];
  const lines = steps.map((step) => make("li", {}, make("code", {}, step)));
  figure.updates.push(({ places }) => lines.forEach((line, i) => {
    const ran = figure.walk.some((step) => step.thread === thread && step.place === i);
    line.className = `step ${i > places[thread] ? "" : i === places[thread] ? "next" : ran ? "done" : "skipped"}`;
  }));
  const moves = figure.data.moves.flatMap((move, i) => (move.thread === thread ? control(figure, i) : []));
  const group = { role: "group", "data-thread": thread, "aria-label": `Thread ${name}` };
  const parts = [make("p.name", {}, `Thread ${name}`), make("ol", {}, ...lines), values(figure, thread)];
  return make("div.thread", group, ...parts, make("div.moves", {}, ...moves));
}

/** Lists the values of a thread's registers, or, for `null`, of what all threads share. */
function values(figure, thread) {
  const pairs = figure.data.names.map((each, i) => {
    const value = make("dd.value", { "data-name": each.full });
    figure.updates.push(() => write(figure, value, i, figure.walk.length - 1));
    return make("div", {}, make("dt", {}, each.name), value);
  });
  return make("dl.values", {}, ...pairs.filter((_, i) => figure.data.names[i].thread === thread));
}

/** Writes the value that name `i` has after so many steps. A register that no step will read again has none. */
function write({ walk, data }, cell, i, steps) {
  const at = (n) => data.states[walk[n].state].values[i];
  cell.textContent = at(steps) ?? "–";
  cell.classList.toggle("changed", steps > 0 && at(steps) !== at(steps - 1));
}

/** Makes a move's button, which a screen reader hears with its step, and the reason if it is refused. */
function control(figure, move) {
  const { name, letter } = figure.data.moves[move];
  const press = button("move", name, () => figure.press(move), move + 1);
  const step = press.appendChild(make("span.aside", {}));
  const why = make("span.why", {});
  press.dataset.letter = letter;
  figure.updates.push(({ next: { [move]: to } }) => {
    press.ariaDisabled = figure.waits || to < 0;
    step.replaceChildren(...prose(to < 0 ? "" : `: ${figure.deed(move)}`));
    why.replaceChildren(...prose(figure.data.says[-1 - to] ?? ""));
  });
  return [press, why];
}

/** Keeps the walk as a timeline (time runs down, a lane a thread, then the values) and as a command. */
function trace(figure) {
  const { threads, names } = figure.data;
  const head = (text, more) => make("th", { scope: "col", ...more }, text);
  const lanes = threads.map(({ name }, i) => head(name, { "data-thread": i }));
  const values = names.map(({ full }) => head(full.replace(/(?=\[)|\./g, "$&\u200B"))); // may be broken there
  const heads = make("tr", {}, head("step"), ...lanes, ...values);
  const body = make("tbody", {});
  const command = make("code.command", {}, `${figure.data.replay} `, make("span.token", {}));
  const row = ({ thread, deed }, n) => {
    const lane = (_, i) => make("td", { "data-thread": i }, i === thread ? deed : "");
    const step = make("tr", {}, make("th", { scope: "row" }, n), ...threads.map(lane));
    names.forEach((_, i) => write(figure, step.insertCell(), i, n));
    return step;
  };
  const copy = () => {
    getSelection().selectAllChildren(command);
    figure.say(document.execCommand("copy") ? "Copied." : "Selected: copy it.");
  };
  figure.updates.push(() => body.replaceChildren(...figure.walk.map(row)));
  figure.updates.push(() => { command.lastChild.textContent = figure.walk.map((step) => step.letter).join(""); });
  const table = make("table.trace", { "aria-label": "Steps" }, make("thead", {}, heads), body);
  return make("div.walk", {}, table, make("div.row", {}, command, button("copy", "Copy", copy)));
}

/** Turns the picture into a map of where the walks have been; the rest lies in fog until the reader lifts it. */
function map(figure) {
  const svg = figure.querySelector(".graph");
  const seen = new Set();
  const count = make("p.count", {});
  const counts = make("p.counts", { hidden: "" }, figure.data.counts);
  const reveal = button("reveal", "Show every state", () => {
    counts.hidden = !counts.hidden;
    figure.show(counts.hidden ? "The fog is back." : "Every state is shown.");
  });
  figure.updates.push(() => {
    const on = figure.walk.slice(1).map(({ letter }, n) => figure.walk[n].state + letter);
    for (const { state } of figure.walk) seen.add(String(state));
    count.textContent = `${seen.size} of ${figure.data.states.length} states seen`;
    svg.classList.toggle("fog", counts.hidden);
    svg.ariaHidden = counts.hidden; // its description tells what the fog hides
    reveal.ariaPressed = !counts.hidden;
    for (const { classList, dataset: { state, from, to, letter } } of svg.querySelectorAll(".node, .edge")) {
      classList.toggle("seen", seen.has(state ?? from) && seen.has(state ?? to));
      classList.toggle("on", on.includes(from + letter));
      if (classList.toggle("here", state === figure.dataset.state)) figure.dataset.is = classList;
    }
  });
  return make(`div.map${svg.viewBox.baseVal.width > 400 ? ".wide" : ""}`, {}, count, reveal, counts);
}

customElements.define("schedule-figure", ScheduleFigure);
