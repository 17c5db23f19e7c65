"""The parts of the Lab page: the leg, the plots, the tables, the tasks, and what the model cannot show."""
