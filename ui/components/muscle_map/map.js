// The drawing's behaviour: what is chosen, which layer shows, how far the knee is bent.
// All names and sentences come in `data`; they are set as text, never as HTML.

const KNEE = { x: 300, y: 170 };
const ORIGIN = { x: 277, y: 134 }; // on the back of the femur just above the condyle, knee straight
const JOIN = { x: 243, y: 352 }; // where the muscle runs into the Achilles tendon
const PAUSE = 250; // milliseconds of rest after which an angle is told
const LAYERS = ["superficial", "deep", "deepest"];

const rotated = (point, degrees) => {
  const a = (-degrees * Math.PI) / 180;
  const [x, y] = [point.x - KNEE.x, point.y - KNEE.y];
  return { x: KNEE.x + x * Math.cos(a) - y * Math.sin(a), y: KNEE.y + x * Math.sin(a) + y * Math.cos(a) };
};

// The muscle as a band round a curve from origin to tendon; slack, it shortens, thickens, and its fibres are wavy.
function band(degrees) {
  const start = rotated(ORIGIN, degrees);
  const slack = Math.min(1, degrees / 100);
  const sag = { x: 226 - 8 * slack, y: 234 + 36 * slack };
  const point = (t) => ({
    x: (1 - t) ** 2 * start.x + 2 * t * (1 - t) * sag.x + t * t * JOIN.x,
    y: (1 - t) ** 2 * start.y + 2 * t * (1 - t) * sag.y + t * t * JOIN.y,
  });
  const line = (share) => {
    const path = [];
    for (let step = 0; step <= 48; step += 1) {
      const t = step / 48;
      const [a, b] = [point(Math.max(0, t - 0.01)), point(Math.min(1, t + 0.01))];
      const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
      const [nx, ny] = [-(b.y - a.y) / length, (b.x - a.x) / length];
      const width = 3 + 3 * t + (17 + 7 * slack) * Math.sin(Math.PI * Math.min(1, t ** 0.82)) ** 0.85;
      const ripple = Math.abs(share) < 1 ? slack * 3.2 * Math.sin(t * 30) * Math.sin(Math.PI * t) : 0;
      const p = point(t);
      path.push([p.x + nx * (width * share + ripple), p.y + ny * (width * share + ripple)]);
    }
    return path;
  };
  const text = (points, first) => points.map((p, i) => `${i ? "L" : first}${p[0].toFixed(1)} ${p[1].toFixed(1)}`).join("");
  return {
    outline: `${text(line(1), "M")}${text(line(-1).reverse(), "L")}Z`,
    fibres: [-0.6, -0.2, 0.2, 0.6].map((share) => text(line(share).slice(3, -3), "M")).join(""),
    middle: point(0.5),
  };
}

function bend(root, data, degrees) {
  const side = root.querySelector("svg.side");
  for (const part of side.querySelectorAll(".thigh")) part.setAttribute("transform", `rotate(${-degrees} ${KNEE.x} ${KNEE.y})`);
  side.querySelector(".patella").setAttribute("transform", `rotate(${-degrees * 0.16} 339 230)`);
  const shape = band(degrees);
  const muscle = side.querySelector(".region.bends");
  for (const part of muscle.querySelectorAll(".hit, .shape, .mark")) part.setAttribute("d", shape.outline);
  muscle.querySelector(".fibres").setAttribute("d", shape.fibres);
  const pin = side.querySelector(".label.bends");
  pin.querySelector("path").setAttribute("d", `M136 316L${shape.middle.x} ${shape.middle.y}`);
  pin.querySelector("circle").setAttribute("cx", shape.middle.x);
  pin.querySelector("circle").setAttribute("cy", shape.middle.y);
  const end = rotated({ x: KNEE.x, y: KNEE.y - 92 }, degrees);
  const bent = degrees >= 15; // below, the arc is too short for its number
  side.querySelector(".arc").setAttribute("d", bent ? `M${KNEE.x} ${KNEE.y - 92}A92 92 0 0 0 ${end.x} ${end.y}` : "");
  const mark = side.querySelector(".angle text");
  const place = rotated({ x: KNEE.x, y: KNEE.y - 118 }, degrees / 2);
  mark.textContent = bent ? `${degrees}°` : "";
  mark.setAttribute("x", place.x);
  mark.setAttribute("y", place.y + 6);
  const slider = root.querySelector(".knee input");
  slider.value = degrees;
  slider.setAttribute("aria-valuetext", `${degrees}°`);
  root.querySelector(".knee output").textContent = `${degrees}°`;
  const near = (data.poses || []).find((pose) => Math.abs(pose.angle - degrees) <= 15);
  root.querySelector(".pose").textContent = near ? near.text : "";
  root.querySelector(".pose").hidden = !(data.poses || []).length;
  root.querySelector(".why").hidden = !near || !near.why;
  root.querySelector(".why p").textContent = near ? near.why : "";
}

// The angle to show: what is given, unless it is old news of what was done here, while the hand may be further on.
function angleOf(root, data) {
  const given = String(data.knee);
  const told = root.told || [];
  const known = root.dataset.posed === given || told.includes(given);
  root.told = known ? told.slice(Math.max(0, told.lastIndexOf(given))) : [];
  root.dataset.posed = given;
  return known ? Number(root.querySelector(".knee input").value) : data.knee;
}

function wrap(text, words, limit) {
  const lines = [""];
  for (const word of words.split(" ")) {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length >= limit) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  for (let i = 1; i < lines.length; i += 1) // no short word stays alone on a line
    if (lines[i].length < 4 && lines[i - 1].includes(" ")) {
      const cut = lines[i - 1].lastIndexOf(" ");
      lines[i] = `${lines[i - 1].slice(cut + 1)} ${lines[i]}`;
      lines[i - 1] = lines[i - 1].slice(0, cut);
    }
  text.replaceChildren();
  for (const [number, line] of lines.entries()) {
    const span = document.createElementNS("http://www.w3.org/2000/svg", "tspan");
    span.setAttribute("x", text.parentNode.dataset.x);
    span.setAttribute("dy", number ? "1.15em" : `${0.35 - (lines.length - 1) * 0.575}em`);
    span.textContent = line;
    text.append(span);
  }
}

function names(root, data) {
  for (const label of root.querySelectorAll(".label")) {
    const text = label.querySelector("text");
    text.setAttribute("text-anchor", label.dataset.anchor);
    text.setAttribute("y", label.dataset.y);
    wrap(text, data.names[label.dataset.name] || "", 15);
  }
}

// A region shows its own mark, or that of the whole that it is a piece of.
function stateOf(region, states) {
  const wholes = (region.dataset.of || "").split(" ").filter(Boolean);
  return [region.dataset.id, ...wholes].map((id) => states[id]).find(Boolean) || "";
}

function paint(root, data) {
  const states = data.states || {};
  const roles = data.roles || {};
  for (const part of root.querySelectorAll("svg [data-id]")) {
    const state = part.classList.contains("region") ? stateOf(part, states) : "";
    if (state) part.dataset.state = state;
    else delete part.dataset.state;
    const role = roles[part.dataset.id] || (part.classList.contains("bone") && roles[part.dataset.of]);
    if (role && !state) part.dataset.role = role;
    else delete part.dataset.role;
  }
  for (const region of root.querySelectorAll("svg.side .region.bends"))
    if (!region.dataset.state && (data.parts || []).some((id) => states[id])) region.dataset.state = "partly";
}

const marked = (figure) => [...figure.querySelectorAll(".region[data-state]")];

// The layer that shows best what is marked: the home of a single thing, else the first that shows all.
function layerOf(root) {
  const regions = marked(root.querySelector("svg.posterior"));
  const ids = new Set(regions.map((region) => region.dataset.id));
  const home = regions.find((region) => region.dataset.home);
  if (ids.size === 1 && home) return home.dataset.home;
  const seen = (layer) => new Set(regions.filter((r) => r.classList.contains(`in-${layer}`)).map((r) => r.dataset.id)).size;
  const best = Math.max(...LAYERS.map(seen));
  return best ? LAYERS.find((layer) => seen(layer) === best) : undefined;
}

const layerNow = (root) => root.querySelector("svg.posterior").dataset.layer || LAYERS[0];

function setLayer(root, layer) {
  root.querySelector("svg.posterior").dataset.layer = layer;
  const button = root.querySelector(`.controls input[value="${layer}"]`);
  if (button) button.checked = true;
}

const viewOf = (svg) => svg.closest("figure").querySelector("figcaption").textContent;

function liven(root, data, setTriggerValue) {
  for (const region of root.querySelectorAll(".region")) {
    const name = data.names[region.dataset.id] || region.dataset.id;
    const pick = () => {
      setTriggerValue("layer", layerNow(root)); // what is clicked is in sight: its layer stays
      setTriggerValue("picked", region.dataset.id);
    };
    region.setAttribute("role", "button");
    region.setAttribute("tabindex", "0");
    region.setAttribute("aria-label", name);
    region.setAttribute("aria-pressed", String(region.dataset.state === "chosen"));
    const tell = () => { root.querySelector(".status").textContent = name; };
    const hush = () => { root.querySelector(".status").textContent = data.status || ""; };
    region.onclick = pick;
    region.onkeydown = (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        pick();
      }
    };
    region.onmouseenter = tell;
    region.onfocus = tell;
    region.onmouseleave = hush;
    region.onblur = hush;
  }
  for (const svg of root.querySelectorAll("svg.figure")) {
    svg.setAttribute("role", "group");
    svg.setAttribute("aria-label", viewOf(svg));
  }
  root.querySelector(".status").textContent = data.status || "";
}

// A small map shows the leg without the room that labels need, and names the sides below it.
const CROPS = { posterior: [100, 280], side: [140, 320] };

function crop(svg) {
  const [left, width] = CROPS[svg.classList.contains("side") ? "side" : "posterior"];
  svg.setAttribute("viewBox", `${left} 0 ${width} 690`);
  for (const text of svg.querySelectorAll(".side-names text:not(.soft)")) {
    text.setAttribute("x", text.getAttribute("text-anchor") === "end" ? left + width - 4 : left + 4);
    text.setAttribute("y", 680);
  }
}

function still(root, data) {
  if (data.mode !== "labelled") for (const svg of root.querySelectorAll("svg.figure")) crop(svg);
  for (const svg of root.querySelectorAll("svg.figure")) {
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", `${viewOf(svg)}: ${data.label}`);
  }
}

function legend(root, data) {
  const list = root.querySelector(".keys");
  list.replaceChildren();
  for (const [state, text] of data.legend || []) {
    const item = document.createElement("li");
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 26 18");
    svg.setAttribute("aria-hidden", "true");
    for (const kind of [`swatch ${state}`, "over"]) {
      const box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      for (const [key, value] of Object.entries({ x: 1, y: 1, width: 24, height: 16, rx: 3, class: kind })) box.setAttribute(key, value);
      svg.append(box);
    }
    const words = document.createElement("span");
    words.textContent = text;
    item.append(svg, words);
    list.append(item);
  }
}

export default function (component) {
  const { data: [data], parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".map");
  root.classList.toggle("live", data.mode === "live");
  root.classList.toggle("small", data.mode === "still" || data.mode === "graded");
  root.classList.toggle("graded", data.mode === "graded");
  root.classList.toggle("plain", data.mode !== "live");
  paint(root, data);
  names(root, data);
  legend(root, data);
  const chosen = JSON.stringify([data.states, data.layer]);
  if (root.dataset.chosen !== chosen) setLayer(root, data.layer || layerOf(root) || layerNow(root));
  root.dataset.chosen = chosen;
  const degrees = angleOf(root, data);
  bend(root, data, degrees);
  if (data.mode === "live") {
    for (const input of root.querySelectorAll(".controls input"))
      input.onchange = () => {
        setLayer(root, input.value);
        setTriggerValue("layer", input.value);
      };
    const slider = root.querySelector(".knee input");
    slider.oninput = () => bend(root, data, Number(slider.value));
    slider.onchange = () => {
      clearTimeout(root.telling);
      root.telling = setTimeout(() => {
        root.told = [...(root.told || []), slider.value];
        setTriggerValue("knee", slider.value);
      }, PAUSE);
    };
    liven(root, data, setTriggerValue);
    return;
  }
  const [behind, beside] = root.querySelectorAll("figure");
  const sideways = !layerOf(root) && Boolean(root.querySelector("svg.side .region[data-state]"));
  behind.hidden = sideways;
  beside.hidden = !sideways;
  root.querySelector(".status").textContent = data.status || "";
  still(root, data);
}
