// Draws the leg in the pose that `data` tells, and moves it there from where it was.
// All words come in `data` and are set as text, never as HTML.

const NS = "http://www.w3.org/2000/svg";
const KNEE = { x: 130, y: 290 };
const THIGH = 193;
const SHANK = 208;
const ANKLE = { x: KNEE.x, y: KNEE.y + SHANK };
const HEEL = { x: -29, y: 16 }; // from the ankle: where the Achilles tendon ends
// From the knee with a straight leg; `tendon` is the way along the shank from the heel to the belly.
const SHAPES = {
  medialHead: { from: { x: -26, y: -26 }, turns: true, tendon: 98, width: 17, bow: -25 },
  lateralHead: { from: { x: -15, y: -24 }, turns: true, tendon: 116, width: 13, bow: -15 },
  soleus: { from: { x: -14, y: 24 }, turns: false, tendon: 52, width: 15, bow: -16 },
};
const LABELS = [["medialHead", -20], ["lateralHead", 40], ["soleus", 100], ["tendon", 164]];

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
    middle: point(0.52),
  };
}

function skinOfCalf(pose) {
  const heel = plus(ANKLE, turned(HEEL, -pose.ankle));
  const { x, y } = KNEE;
  return `M${x - 29} ${y - 4}C${x - 46} ${y + 26} ${x - 62} ${y + 58} ${x - 55} ${y + 96}C${x - 50} ${y + 132} ${x - 34} ${y + 160} ${heel.x - 6} ${heel.y - 6}`
    + `L${ANKLE.x + 26} ${ANKLE.y + 6}C${x + 20} ${y + 150} ${x + 34} ${y + 60} ${x + 33} ${y + 8}C${x + 30} ${y - 16} ${x - 18} ${y - 20} ${x - 29} ${y - 4}Z`;
}

function arc(layer, centre, radius, from, to, label) {
  const [a, b] = [plus(centre, turned({ x: 0, y: -radius }, from)), plus(centre, turned({ x: 0, y: -radius }, to))];
  if (Math.abs(to - from) > 2) {
    element("path", layer, { class: "arc", d: `M${at(a)}A${radius} ${radius} 0 0 ${to > from ? 1 : 0} ${at(b)}` });
  }
  element("circle", layer, { class: "axis", cx: centre.x, cy: centre.y, r: 4 });
  const text = element("text", layer, { class: "degrees", x: label.x, y: label.y });
  return text;
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
  const courses = data.muscles.filter((muscle) => SHAPES[muscle.id]).map((muscle) => {
    const pull = pose.pulls[muscle.id];
    return { muscle, pull, shape: SHAPES[muscle.id], way: course(SHAPES[muscle.id], pose, pull) };
  });
  for (const kind of ["edge", "core"])
    for (const { way } of courses) element("path", layer, { class: `tendon ${kind}`, d: `M${at(way.end)}L${at(way.heel)}` });
  for (const { muscle, pull, shape, way } of [...courses].reverse()) {
    const form = belly(way, shape, pull);
    const group = element("g", layer, { "data-muscle": muscle.id, style: `--tone: ${muscle.tone}; --pull: ${(14 + 86 * pull).toFixed(0)}` });
    element("path", group, { class: "belly", d: form.outline });
    element("path", group, { class: "fibres", d: form.fibres });
    marks[muscle.id] = form.middle;
    marks.tendon = { x: way.heel.x + 3, y: way.heel.y - 34 };
  }

  const arcs = svg.querySelector(".arcs");
  arcs.replaceChildren();
  arc(arcs, KNEE, 62, 0, -pose.knee, { x: KNEE.x + 46, y: KNEE.y + 6 }).textContent = `${Math.round(pose.knee)}°`;
  arc(arcs, hip, 54, -pose.knee, lean, plus(hip, turned({ x: 46, y: 6 }, pose.knee > 45 ? lean : 0))).textContent = `${Math.round(pose.hip)}°`;
  arc(arcs, ANKLE, 66, 90, 90 - pose.ankle, { x: ANKLE.x + 40, y: ANKLE.y - 14 }).textContent = `${Math.round(pose.ankle)}°`.replace("-", "−");

  const labels = svg.querySelector(".labels");
  labels.replaceChildren();
  const tight = pose.knee > 20; // the thigh is where the names of a straight leg stand: they move to the front
  for (const [id, down] of LABELS) {
    if (!marks[id] || !data.names[id]) continue;
    const p = tight ? { x: 214, y: KNEE.y + down + 36 } : { x: 52, y: KNEE.y + down + 12 };
    const text = element("text", labels, { x: p.x, y: p.y + 5, "text-anchor": tight ? "start" : "end" });
    text.textContent = data.names[id];
    element("path", labels, { class: "leader", d: `M${p.x + (tight ? -6 : 6)} ${p.y}L${at(marks[id])}` });
    element("circle", labels, { cx: marks[id].x, cy: marks[id].y, r: 2.6, fill: "currentColor" });
  }
}

const POSE = ["hip", "knee", "ankle"];

export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".leg");
  const goal = { ...data.pose, pulls: data.pulls };
  root.querySelector("svg").setAttribute("aria-label", data.label);
  root.querySelector(".pose").textContent = data.caption;
  const from = root.pose || goal;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches || from === goal;
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
