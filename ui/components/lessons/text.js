// Sentences with terms that open cards, the numbers of their sources, and marks where research disagrees.
// All text is set as text.

function make(name, words, className) {
  const element = document.createElement(name);
  if (words !== undefined) element.textContent = words;
  if (className) element.className = className;
  return element;
}

function term(run, pick) {
  const link = make("span", run.text, "term"); // a button would not wrap inside a line
  for (const [key, value] of Object.entries({ role: "button", tabindex: "0", "aria-haspopup": "dialog" })) link.setAttribute(key, value);
  link.onclick = () => pick(run.term);
  link.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    pick(run.term);
  };
  return link;
}

function numbers(cites) {
  const mark = make("sup", cites);
  mark.setAttribute("aria-label", `sources ${cites}`);
  mark.setAttribute("role", "note");
  return mark;
}

function sentence(data, pick) {
  const parts = data.runs.map((run) => (run.term ? term(run, pick) : document.createTextNode(run.text)));
  if (data.cites) parts.push(numbers(data.cites));
  if (data.mark) parts.push(make("span", data.mark, `mark ${data.standing}`));
  return parts;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const frame = parentElement.querySelector(".prose");
  const pick = (id) => setTriggerValue("picked", id);
  const lines = data.sentences.map((each) => {
    const line = make(data.list ? "li" : "p");
    line.append(...sentence(each, pick));
    return line;
  });
  if (!data.list) return frame.replaceChildren(...lines);
  const list = make("ul");
  list.append(...lines);
  frame.replaceChildren(list);
}
