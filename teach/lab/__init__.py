"""The laboratory: a leg computed on OpenSim, shipped as a grid, with presets and tasks from the graph."""
