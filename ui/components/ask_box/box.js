// The question box: what is typed is completed to questions that have answers. All text is set as text.
const MOST = 8;
const PATIENCE = 500; // milliseconds until questions that are not there yet are asked for again
const NARROW = 390; // below it, a placeholder as long as a question would be cut off

const wordsOf = (text) => text.toLowerCase().normalize("NFC").match(/[\p{L}\p{N}]+/gu) || [];

// How well a question fits what is typed: the typed words that begin one of its words, and their order.
function fit(question, typed) {
  const own = wordsOf(question);
  const places = typed.map((word) => own.findIndex((each) => each.startsWith(word)));
  const hits = places.filter((place) => place >= 0);
  const inOrder = hits.every((place, index) => !index || place > hits[index - 1]);
  return { hits: hits.length, last: places[places.length - 1] >= 0, inOrder, leads: places[0] === 0 && inOrder };
}

// The questions that hold every typed word; if there is none, those that hold the last and most of the others.
function fitting(questions, text) {
  const typed = wordsOf(text);
  if (!typed.length) return [];
  const all = questions.map((question, index) => ({ question, index, ...fit(question, typed) }));
  const whole = all.filter((each) => each.hits === typed.length);
  const some = whole.length ? whole : all.filter((each) => each.last && each.hits * 2 > typed.length);
  some.sort((a, b) => b.hits - a.hits || b.leads - a.leads || b.inOrder - a.inOrder || a.index - b.index);
  return some.slice(0, MOST).map((each) => each.question).filter((question) => question !== text);
}

// A question with the parts that were typed set bold.
function line(question, text, id) {
  const typed = wordsOf(text);
  const item = document.createElement("li");
  item.id = id;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  for (const part of question.split(/([\p{L}\p{N}]+)/u)) {
    const length = Math.max(0, ...typed.filter((word) => part.toLowerCase().startsWith(word)).map((word) => word.length));
    const bold = document.createElement("b");
    bold.textContent = part.slice(0, length);
    if (length) item.append(bold);
    item.append(part.slice(length));
  }
  return item;
}

export default function (component) {
  const { data: [data], parentElement, setTriggerValue } = component;
  const form = parentElement.querySelector("form");
  const input = form.querySelector("input");
  const list = form.querySelector("ul");
  const clear = form.querySelector(".clear");
  const options = () => [...list.children];
  const chosen = () => options().find((option) => option.getAttribute("aria-selected") === "true");

  function close() {
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function ask(text) {
    input.value = text;
    clear.hidden = !text;
    close();
    setTriggerValue("asked", text);
  }

  function mark(option) {
    for (const each of options()) each.setAttribute("aria-selected", String(each === option));
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function open() {
    const found = fitting(data.questions, input.value);
    close();
    if (!found.length) return;
    list.replaceChildren(...found.map((question, index) => line(question, input.value, `way-${index}`)));
    for (const option of options()) {
      option.onpointerdown = (event) => event.preventDefault(); // the box keeps the focus
      option.onpointermove = () => mark(option);
      option.onclick = () => ask(option.textContent);
    }
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }

  function step(by) {
    if (list.hidden) open();
    const all = options();
    if (!all.length) return;
    const from = all.indexOf(chosen());
    mark(all[from < 0 ? (by > 0 ? 0 : all.length - 1) : from + by]); // past either end, what was typed is chosen again
  }

  input.setAttribute("aria-label", data.label);
  input.placeholder = form.clientWidth < NARROW ? "" : data.placeholder;
  input.maxLength = data.longest;
  list.setAttribute("aria-label", data.listed);
  clear.setAttribute("aria-label", data.clear);
  form.querySelector(".go").textContent = data.go;
  if (form.dataset.given !== data.value) {
    form.dataset.given = data.value;
    input.value = data.value;
  }
  clear.hidden = !input.value;

  form.dataset.known = data.questions.length ? "yes" : "";
  const want = () => {
    if (form.dataset.known) return;
    setTriggerValue("wanted", true); // they come with the next run, if they have been found
    clearTimeout(form.asking);
    form.asking = setTimeout(() => parentElement.activeElement === input && want(), PATIENCE);
  };
  input.onfocus = want;
  input.oninput = () => {
    want();
    clear.hidden = !input.value;
    open();
  };
  input.onblur = close;
  input.onkeydown = (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) step(by);
    else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    const option = list.hidden ? undefined : chosen();
    ask(option ? option.textContent : input.value.trim());
  };
  clear.onclick = () => {
    ask("");
    input.focus();
  };
  // Questions that arrive while somebody types are shown at once.
  if (parentElement.activeElement === input && input.value !== data.value && list.hidden) open();
}
