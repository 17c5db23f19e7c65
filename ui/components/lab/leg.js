// Draws the leg in the pose that `data` tells, and moves it there from where it was.
// All words come in `data` and are set as text, never as HTML.

const NS = "http://www.w3.org/2000/svg";
const KNEE = { x: 130, y: 290 };
const THIGH = 193;
const SHANK = 208;
const ANKLE = { x: KNEE.x, y: KNEE.y + SHANK };
const HEEL = { x: -29, y: 16 }; // from the ankle: where the Achilles tendon ends
// From the knee with a straight leg; `tendon` is the way along the shank from the heel to the belly. `mark` is
// where the leader of its name ends along the belly, and `aside` how far towards the back: the medial head is
// seen only there, behind the lateral one.
const SHAPES = {
  medialHead: { from: { x: -22, y: -28 }, turns: true, tendon: 88, width: 16, bow: -36, mark: 0.5, aside: 0.8 },
  soleus: { from: { x: -13, y: 26 }, turns: false, tendon: 50, width: 16, bow: -13, mark: 0.72 },
  lateralHead: { from: { x: -17, y: -24 }, turns: true, tendon: 112, width: 14, bow: -21, mark: 0.34 },
};
const LABELS = [["lateralHead", 6], ["medialHead", 56], ["soleus", 106], ["achillesTendon", 160]];

const turned = (point, degrees) => {
  const a = (degrees * Math.PI) / 180;
  return { x: point.x * Math.cos(a) - point.y * Math.sin(a), y: point.x * Math.sin(a) + point.y * Math.cos(a) };
};
const plus = (a, b) => ({ x: a.x + b.x, y: a.y + b.y });
const at = (p) => `${p.x.toFixed(1)} ${p.y.toFixed(1)}`;

function element(kind, parent, attributes) {
  const made = document.createElementNS(NS, kind);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  parent.append(made);
  return made;
}

// Where a muscle starts, bows and passes into its tendon in a pose.
function course(shape, pose, pull) {
  const start = plus(KNEE, shape.turns ? turned(shape.from, -pose.knee) : shape.from);
  const heel = plus(ANKLE, turned(HEEL, -pose.ankle));
  const end = { x: heel.x - 3 + shape.tendon * 0.02, y: heel.y - shape.tendon - 9 * pull };
  const middle = { x: (KNEE.x + shape.bow * 2.1 + end.x) / 2, y: (Math.max(start.y, KNEE.y - 30) + end.y) / 2 };
  return { start, middle, end, heel };
}

// A belly as a band round a curve; what is drawn short is drawn thick, and a slack one ripples.
function belly({ start, middle, end }, shape, pull) {
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  const rest = 140;
  const thick = shape.width * Math.min(1.5, Math.sqrt(rest / Math.max(50, length))) * (0.9 + 0.12 * pull);
  const slack = shape.turns ? Math.max(0, Math.min(1, (118 - length) / 60)) * (1 - 0.6 * pull) : 0;
  const point = (t) => ({
    x: (1 - t) ** 2 * start.x + 2 * t * (1 - t) * middle.x + t * t * end.x,
    y: (1 - t) ** 2 * start.y + 2 * t * (1 - t) * middle.y + t * t * end.y,
  });
  const line = (share) => {
    const path = [];
    for (let step = 0; step <= 40; step += 1) {
      const t = step / 40;
      const [a, b] = [point(Math.max(0, t - 0.01)), point(Math.min(1, t + 0.01))];
      const size = Math.hypot(b.x - a.x, b.y - a.y) || 1;
      const wide = 2.5 + thick * Math.sin(Math.PI * t ** 0.85) ** 0.8;
      const move = wide * share + slack * 3.4 * Math.sin(t * 24) * Math.sin(Math.PI * t);
      const p = point(t);
      path.push({ x: p.x - ((b.y - a.y) / size) * move, y: p.y + ((b.x - a.x) / size) * move });
    }
    return path;
  };
  const text = (points, first) => points.map((p, i) => `${i ? "L" : first}${at(p)}`).join("");
  return {
    outline: `${text(line(1), "M")}${text(line(-1).reverse(), "L")}Z`,
    fibres: [-0.5, 0, 0.5].map((share) => text(line(share).slice(3, -3), "M")).join(""),
    middle: line(shape.aside ?? 0)[Math.round(40 * shape.mark)],
  };
}

function skinOfCalf(pose) {
  const heel = plus(ANKLE, turned(HEEL, -pose.ankle));
  const { x, y } = KNEE;
  return `M${x - 29} ${y - 4}C${x - 46} ${y + 26} ${x - 62} ${y + 58} ${x - 55} ${y + 96}C${x - 50} ${y + 132} ${x - 34} ${y + 160} ${heel.x - 6} ${heel.y - 6}`
    + `L${ANKLE.x + 26} ${ANKLE.y + 6}C${x + 20} ${y + 150} ${x + 34} ${y + 60} ${x + 33} ${y + 8}C${x + 30} ${y - 16} ${x - 18} ${y - 20} ${x - 29} ${y - 4}Z`;
}

// The angle at a joint: a dotted arc with its number beyond the middle; without an arc, the number beside.
function arc(layer, centre, radius, from, to, beside) {
  const [a, b] = [plus(centre, turned({ x: 0, y: -radius }, from)), plus(centre, turned({ x: 0, y: -radius }, to))];
  if (Math.abs(to - from) > 2) {
    element("path", layer, { class: "arc", d: `M${at(a)}A${radius} ${radius} 0 0 ${to > from ? 1 : 0} ${at(b)}` });
  }
  element("circle", layer, { class: "axis", cx: centre.x, cy: centre.y, r: 4 });
  const label = Math.abs(to - from) > 12
    ? plus(centre, turned({ x: 0, y: -(radius + 24) }, (from + to) / 2))
    : plus(centre, beside);
  return element("text", layer, { class: "degrees", x: label.x, y: label.y + 7, "text-anchor": "middle" });
}

function draw(root, data, pose) {
  const svg = root.querySelector("svg");
  const hip = plus(KNEE, turned({ x: 0, y: -THIGH }, -pose.knee));
  const lean = pose.hip - pose.knee;
  const move = (name, p, degrees) => svg.querySelector(name).setAttribute("transform", `translate(${at(p)}) rotate(${degrees.toFixed(2)})`);
  move(".thigh", hip, -pose.knee);
  move(".trunk", hip, lean);
  move(".shank", KNEE, 0);
  move(".foot", ANKLE, -pose.ankle);
  move(".patella", plus(KNEE, turned({ x: 2, y: -2 }, -pose.knee * 0.35)), -pose.knee * 0.35);
  const skin = svg.querySelector(".skin.back");
  skin.setAttribute("transform", `translate(${-KNEE.x} ${-KNEE.y})`);
  skin.setAttribute("d", skinOfCalf(pose));

  const layer = svg.querySelector(".muscles");
  const marks = {};
  layer.replaceChildren();
  const courses = Object.entries(SHAPES).flatMap(([id, shape]) => { // the farthest from the eye first
    const muscle = data.muscles.find((each) => each.id === id);
    const pull = pose.pulls[id];
    return muscle ? [{ muscle, pull, shape, way: course(shape, pose, pull) }] : [];
  });
  for (const kind of ["edge", "core"])
    for (const { way } of courses) element("path", layer, { class: `tendon ${kind}`, d: `M${at(way.end)}L${at(way.heel)}` });
  for (const { muscle, pull, shape, way } of courses) {
    const form = belly(way, shape, pull);
    const group = element("g", layer, { "data-muscle": muscle.id, style: `--tone: ${muscle.tone}; --pull: ${(14 + 86 * pull).toFixed(0)}` });
    element("path", group, { class: "belly", d: form.outline });
    element("path", group, { class: "fibres", d: form.fibres });
    marks[muscle.id] = form.middle;
    marks.achillesTendon = { x: way.heel.x + 3, y: way.heel.y - 34 };
  }

  const arcs = svg.querySelector(".arcs");
  arcs.replaceChildren();
  const degrees = (number) => `${Math.round(number)}°`.replace("-", "−");
  arc(arcs, KNEE, 62, 0, -pose.knee, { x: 54, y: 0 }).textContent = degrees(pose.knee);
  arc(arcs, hip, 62, -pose.knee, lean, turned({ x: 56, y: 0 }, lean)).textContent = degrees(pose.hip);
  arc(arcs, ANKLE, 108, 90, 90 - pose.ankle, { x: 44, y: -24 }).textContent = degrees(pose.ankle);

  const labels = svg.querySelector(".labels");
  labels.replaceChildren();
  const tight = pose.knee > 20; // the thigh is where the names of a straight leg stand: they move to the front
  for (const [id, down] of LABELS) {
    if (!marks[id] || !data.names[id]) continue;
    const p = tight ? { x: 204, y: KNEE.y + down } : { x: 44, y: KNEE.y + down };
    const text = element("text", labels, { x: p.x, y: p.y + 7, "text-anchor": tight ? "start" : "end" });
    text.textContent = data.names[id];
    element("path", labels, { class: "leader", d: `M${p.x + (tight ? -6 : 6)} ${p.y}L${at(marks[id])}` });
    element("circle", labels, { cx: marks[id].x, cy: marks[id].y, r: 2.6, fill: "currentColor" });
  }
}

const POSE = ["hip", "knee", "ankle"];
const WAIT = 150; // milliseconds after the last key before the page is told

// Moves the leg from where it is to a pose; at once where motion is not wanted.
function go(root, data, goal, unhurried) {
  const from = root.pose || goal;
  const still = !unhurried || from === goal || matchMedia("(prefers-reduced-motion: reduce)").matches;
  cancelAnimationFrame(root.frame);
  const began = performance.now();
  const step = (now) => {
    const t = still ? 1 : Math.min(1, Math.max(0, now - began) / 450);
    const ease = t * t * (3 - 2 * t);
    const between = (a, b) => a + (b - a) * ease;
    const pose = { pulls: {} };
    for (const name of POSE) pose[name] = between(from[name], goal[name]);
    for (const id of Object.keys(goal.pulls)) pose.pulls[id] = between(from.pulls[id] ?? 0, goal.pulls[id]);
    root.pose = pose;
    draw(root, data, pose);
    if (t < 1) root.frame = requestAnimationFrame(step);
  };
  step(began);
}

// One slider a joint: it moves the leg at once, and tells the page when it comes to rest.
function dials(root, data, setStateValue) {
  const place = root.querySelector(".dials");
  const wanted = data.dials.map((dial) => dial.name).join();
  if (place.dataset.names !== wanted) {
    place.dataset.names = wanted;
    place.replaceChildren(...data.dials.map((dial) => {
      const label = document.createElement("label");
      label.className = "dial";
      const [title, output, input] = ["span", "output", "input"].map((kind) => document.createElement(kind));
      title.textContent = dial.title;
      Object.assign(input, { type: "range", min: 0, max: dial.values.length - 1, step: 1, name: dial.name });
      label.append(title, input, output); // the first of input and output is what a label names
      return label;
    }));
  }
  for (const dial of data.dials) {
    const input = place.querySelector(`input[name="${dial.name}"]`);
    const show = () => {
      const words = dial.words[Number(input.value)];
      input.setAttribute("aria-valuetext", words);
      input.style.setProperty("--at", `${(100 * Number(input.value)) / (dial.values.length - 1)}%`);
      input.parentNode.querySelector("output").textContent = words;
    };
    input.oninput = () => {
      show();
      root.set[dial.name] = dial.values[Number(input.value)];
      go(root, data, { ...root.set, pulls: root.pose.pulls }, false);
      clearTimeout(root.timer);
      root.turn += 1;
      root.timer = setTimeout(() => setStateValue("dialled", { ...root.set, turn: root.turn }), WAIT);
    };
    input.value = dial.values.indexOf(root.set[dial.name]);
    show();
  }
}

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const root = parentElement.querySelector(".leg");
  root.querySelector("svg").setAttribute("aria-label", data.label);
  root.querySelector(".caption").textContent = data.caption;
  // What comes back for an earlier setting of a slider must not undo a later one.
  if (data.turn >= (root.turn || 0)) {
    root.turn = data.turn;
    root.set = { ...data.pose };
  }
  dials(root, data, setStateValue);
  go(root, data, { ...root.set, pulls: data.pulls }, true);
}
