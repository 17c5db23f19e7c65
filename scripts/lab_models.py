"""What the paths of published leg models give: `scripts/lab_models.py FILE.osim ...`.

Needs the extra `lab` (OpenSim) and files of opensim-models, which are no part of this project. Prints of each
model what teach/data/lab_published.toml quotes of it: the length of the shank, by how much bending the knee
from 0 to 90 degrees shortens each head of the gastrocnemius, and the moment arms at a neutral ankle, in mm.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import Any

import opensim

HEADS = {"medialHead": ("gasmed", "med_gas"), "lateralHead": ("gaslat", "lat_gas"), "soleus": ("soleus",)}


class Model:
    """A model of opensim-models; its right leg is looked at."""

    def __init__(self, path: Path) -> None:
        """Read a file."""
        opensim.Logger.setLevelString("off")
        self._model = opensim.Model(str(path))
        self._state = self._model.initSystem()
        coordinates = self._model.getCoordinateSet()
        self._knee, self._ankle = coordinates.get("knee_angle_r"), coordinates.get("ankle_angle_r")
        muscles = self._model.getMuscles()
        every = [muscles.get(number) for number in range(muscles.getSize())]
        self.muscles = {
            name: muscle
            for name, starts in HEADS.items()
            for muscle in every
            if muscle.getName().startswith(starts) and muscle.getName().endswith("_r")
        }

    def bend(self, knee: float) -> None:
        """Set the knee, in degrees of flexion, with a neutral ankle; in some models flexion is negative."""
        sign = -1 if self._knee.getRangeMin() < -1 else 1
        self._knee.setValue(self._state, math.radians(sign * knee))
        self._ankle.setValue(self._state, 0)
        self._model.assemble(self._state)
        self._model.realizeVelocity(self._state)

    def shank(self) -> float:
        """From the knee to the ankle: from the origin of the tibia to that of the talus."""
        tibia, talus = (self._model.getBodySet().get(name) for name in ("tibia_r", "talus_r"))
        place = talus.findStationLocationInAnotherFrame(self._state, opensim.Vec3(0), tibia)
        return 1000 * math.dist((0, 0, 0), (place[0], place[1], place[2]))

    def length(self, muscle: Any) -> float:
        """Of muscle and tendon together."""
        return 1000 * muscle.getLength(self._state)

    def arm(self, muscle: Any) -> float:
        """At the ankle; positive where the muscle points the toes down."""
        return -1000 * muscle.computeMomentArm(self._state, self._ankle)


def told(path: Path) -> str:
    """One model in the form of the data file."""
    model = Model(path)
    model.bend(0)
    lines = [f"# {path.name}", f"shank = {model.shank():.1f}"]
    straight = {name: model.length(muscle) for name, muscle in model.muscles.items()}
    arms = {name: model.arm(muscle) for name, muscle in model.muscles.items()}
    model.bend(90)
    short = {name: straight[name] - model.length(muscle) + 0.0 for name, muscle in model.muscles.items()}
    for title, values in (("shortening", short), ("arms", arms)):
        lines.append(f"{title} = {{ {', '.join(f'{n} = {v:.1f}' for n, v in values.items())} }}")
    return "\n".join(lines)


if __name__ == "__main__":
    print("\n\n".join(told(Path(argument)) for argument in sys.argv[1:]))
