"""What each command of `calf` does; imported only when the command is called."""
