// Sentences with terms that open cards, the numbers of their sources, and marks where research disagrees.
// All text is set as text.

function make(name, words, className) {
  const element = document.createElement(name);
  if (words !== undefined) element.textContent = words;
  if (className) element.className = className;
  return element;
}

function term(run, pick) {
  const button = make("button", run.text);
  button.type = "button";
  button.setAttribute("aria-haspopup", "dialog");
  button.onclick = () => pick(run.term);
  return button;
}

function numbers(cites) {
  const mark = make("sup", cites.join(", "));
  mark.setAttribute("aria-label", `sources ${cites.join(", ")}`);
  mark.setAttribute("role", "note");
  return mark;
}

function sentence(data, pick) {
  const parts = data.runs.map((run) => (run.term ? term(run, pick) : document.createTextNode(run.text)));
  if (data.cites.length) parts.push(numbers(data.cites));
  if (data.mark) parts.push(make("span", data.mark, `mark ${data.standing}`));
  return parts;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const frame = parentElement.querySelector(".prose");
  const pick = (id) => setTriggerValue("picked", id);
  const body = make(data.list ? "ul" : "p");
  for (const each of data.sentences) {
    const parts = sentence(each, pick);
    if (data.list) {
      const item = make("li");
      item.append(...parts);
      body.append(item);
    } else body.append(...parts, document.createTextNode(" "));
  }
  frame.replaceChildren(body);
}
