"""What limits the things that a question asks for: each module one way of saying so."""
