// A table whose numbers are drawn as bars: the picture and its text in one.

function make(name, words, className) {
  const element = document.createElement(name);
  if (words !== undefined) element.textContent = words;
  if (className) element.className = className;
  return element;
}

export default function (component) {
  const { data, parentElement } = component;
  const most = Math.max(...data.rows.flatMap((row) => row.values));
  const table = make("table");
  table.append(make("caption", data.title));
  for (const row of data.rows) {
    const line = make("tr");
    const head = make("th", row.name);
    head.scope = "row";
    const cell = make("td");
    row.values.forEach((value, index) => {
      const place = make("div", undefined, "row");
      const bar = make("span", undefined, index ? "bar second" : "bar");
      bar.style.width = `${(value / most) * (data.groups.length > 1 ? 40 : 62)}%`;
      bar.setAttribute("aria-hidden", "true");
      place.append(bar, make("span", `${value} ${data.unit}`, "value"));
      if (data.groups.length > 1) place.append(make("span", data.groups[index], "group"));
      cell.append(place);
    });
    line.append(head, cell);
    table.append(line);
  }
  parentElement.querySelector(".bars").replaceChildren(table);
}
