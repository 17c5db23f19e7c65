"""Measures the project: accuracy, speed, and how both hold on harder input; see README.md."""
