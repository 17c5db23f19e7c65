// Draws a picture of things and links, and tells which thing was picked. All text is set as text.
const NS = "http://www.w3.org/2000/svg";
const MARK = 15;
const NARROW = 560;
const CROWDED = 7; // links round the middle beyond which a narrow picture has no room for their labels
const SHAPES = [
  "M0,-13A13,13 0 1 1 0,13A13,13 0 1 1 0,-13Z",
  "M-11.5,-11.5H11.5V11.5H-11.5Z",
  "M0,-15L15,0L0,15L-15,0Z",
  "M0,-14L14,11H-14Z",
  "M-7,-12.5H7L14.5,0L7,12.5H-7L-14.5,0Z",
];

function make(name, attributes, ...children) {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function words(text, attributes) {
  const element = make("text", attributes);
  element.textContent = text;
  return element;
}

function mark(kind) {
  return make("path", { class: `mark c${kind.colour}`, d: SHAPES[kind.shape] });
}

// How far from its middle a line to a thing ends: beside the mark, or below the label that it would cross.
function reach(spot, dx, dy) {
  const near = MARK + 7;
  if (dy <= 0 || Math.abs(dx) * near > dy * (spot.width / 2)) return near;
  return Math.min((spot.height - MARK + 6) / dy, Math.max(near, (spot.width / 2 + 6) / Math.abs(dx)));
}

const overlap = (a, b) => Math.max(0, (a.w + b.w) / 2 - Math.abs(a.x - b.x)) * Math.max(0, (a.h + b.h) / 2 - Math.abs(a.y - b.y));

// The place along a line where its label covers least of what is `taken`.
function clearest(a, b, share, text, taken) {
  const box = (at) => ({ x: a.x + (b.x - a.x) * at, y: a.y + (b.y - a.y) * at, w: text.length * 6 + 4, h: 14 });
  const places = [0, 0.08, -0.08, 0.16, -0.16, 0.24, -0.24].map((by) => box(share + by));
  const cost = (place) => taken.reduce((sum, other) => sum + overlap(place, other), 0);
  return places.reduce((best, place) => (cost(place) < cost(best) - 1 ? place : best));
}

function drawLink(link, spots, taken) {
  const a = spots[link.start];
  const b = spots[link.end];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [dx, dy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const [from, to] = [reach(a, dx, dy) - 3, reach(b, -dx, -dy)];
  const line = make("line", { x1: a.x + dx * from, y1: a.y + dy * from, x2: b.x - dx * to, y2: b.y - dy * to });
  // Beside a thing on the ring, labels have more room than round the middle.
  const share = link.share || (link.toward === link.end ? 0.6 : link.toward === link.start ? 0.4 : 0.5);
  const place = clearest(a, b, share, link.label, taken);
  if (!link.quiet && !link.aside) taken.push(place);
  const look = ["link", link.derived && "derived", link.strong && "strong", link.quiet && "quiet", link.aside && "aside"];
  return make("g", { class: look.filter(Boolean).join(" ") }, line, words(link.label, { x: place.x, y: place.y + 4 }));
}

function drawNode(node, spot, kind) {
  const group = make("g", {
    class: node.centre ? "node centre" : "node", role: "button", "aria-label": node.name,
    tabindex: node.centre ? "0" : "-1", transform: `translate(${spot.x},${spot.y})`, "data-id": node.id,
  });
  const half = Math.max(spot.width / 2 + 3, MARK + 3);
  group.append(
    make("rect", { class: "hit", x: -half, y: -MARK - 3, width: 2 * half, height: spot.height + 6, rx: 8 }),
    make("circle", { class: "halo", r: MARK + 4 }),
    mark(kind),
    ...spot.lines.map((text, index) => words(text, { y: MARK + 16 + 15 * index })),
  );
  return group;
}

function drawLegend(data) {
  const list = document.createElement("ul");
  const entry = (picture, text) => {
    const item = document.createElement("li");
    picture.setAttribute("aria-hidden", "true");
    item.append(picture, text);
    list.append(item);
  };
  for (const kind of data.kinds) entry(make("svg", { viewBox: "-16 -16 32 32" }, mark(kind)), kind.label);
  const dash = (style) =>
    make("svg", { viewBox: "0 0 18 18" }, make("line", { x1: 0, y1: 9, x2: 18, y2: 9, ...style }));
  entry(dash({}), data.words.stated);
  if (data.links.some((link) => link.derived)) entry(dash({ "stroke-dasharray": "5 3" }), data.words.derived);
  return list;
}

function draw(data, layout, narrow, pick) {
  const [x, y, width, height] = layout.room;
  const svg = make("svg", { class: "graph", viewBox: `${x} ${y} ${width} ${height}`, role: "group" });
  svg.setAttribute("aria-label", data.alt);
  const arrow = make("marker", { id: "arrow", viewBox: "0 0 10 10", refX: 9, refY: 5, markerWidth: 9,
    markerHeight: 9, markerUnits: "userSpaceOnUse", orient: "auto" });
  arrow.append(make("path", { d: "M0,1L10,5L0,9Z" }));
  svg.append(make("defs", {}, arrow));
  const hush = narrow && data.links.filter((link) => link.toward).length > CROWDED;
  const taken = Object.values(layout.spots).map((s) => ({ x: s.x, y: s.y - MARK + s.height / 2, w: s.width, h: s.height }));
  const links = data.links.map((link) => drawLink({ ...link, quiet: link.quiet || hush }, layout.spots, taken));
  const nodes = data.nodes.map((node) => drawNode(node, layout.spots[node.id], data.kinds[node.kind]));
  svg.append(make("g", { "aria-hidden": "true" }, ...links), ...nodes);
  const near = (id, on) => data.links.forEach((link, index) => {
    if (link.start === id || link.end === id) links[index].classList.toggle("near", on);
  });
  nodes.forEach((node, index) => {
    const { id, centre } = data.nodes[index];
    node.onclick = () => pick(id);
    node.onpointerenter = () => centre || near(id, true);
    node.onpointerleave = () => near(id, false);
    node.onfocus = () => centre || near(id, true);
    node.onblur = () => near(id, false);
    node.onkeydown = (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (event.key === "Enter" || event.key === " ") pick(id);
      else if (step) {
        const next = nodes[(index + step + nodes.length) % nodes.length];
        node.setAttribute("tabindex", "-1");
        next.setAttribute("tabindex", "0");
        next.focus();
      } else return;
      event.preventDefault();
    };
  });
  return svg;
}

export default function (component) {
  const { data: [data], parentElement, setTriggerValue } = component;
  const frame = parentElement.querySelector(".picture");
  const pick = (id) => setTriggerValue("picked", id);
  let shown = "";
  const redraw = (force) => {
    const layout = frame.clientWidth < NARROW ? "tall" : "wide";
    if (!force && layout === shown) return;
    shown = layout;
    const held = frame.contains(parentElement.activeElement);
    frame.replaceChildren(draw(data, data[layout], layout === "tall", pick), drawLegend(data));
    if (held) frame.querySelector(".node[tabindex='0']")?.focus({ preventScroll: true });
  };
  redraw(true);
  const observer = new ResizeObserver(() => redraw(false));
  observer.observe(frame);
  return () => observer.disconnect();
}
