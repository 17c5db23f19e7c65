// Keeps a student's progress in this browser: handed over once when the page asks, written when it has changed.
const NAME = "calf-progress";

export default function (component) {
  const { data, setStateValue } = component;
  try {
    if (data.write) localStorage.setItem(NAME, data.text);
    if (data.forget) localStorage.removeItem(NAME);
    if (!data.read) {
      const held = localStorage.getItem(NAME) || "";
      setTimeout(() => setStateValue("held", { text: held }), 0); // values set while mounting are dropped
    }
  } catch {
    setTimeout(() => setStateValue("held", { text: "" }), 0); // a browser that keeps nothing
  }
}
